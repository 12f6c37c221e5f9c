"""Corrections of an officer that hold for the same phrase from now on; listed, and unlearnt again."""

from collections.abc import Sequence

from cchc_desktop.domain.lessons import Lesson, LessonKind
from cchc_desktop.errors import NotFound
from cchc_desktop.services.agencies import Agencies
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.services.teaching import learn, read_directory, split_again
from cchc_desktop.storage import lessons as stored
from cchc_desktop.storage.history import change

_TOUCHED = frozenset({Kind.AGENCIES, Kind.TASKS})


class Lessons:
    """Use cases around what was learnt."""

    def __init__(self, store: Store, agencies: Agencies) -> None:
        self._store = store
        self._agencies = agencies

    def all(self) -> tuple[Lesson, ...]:
        """Return what is in force, in the order it was learnt."""
        with self._store.reading() as session:
            return stored.lessons(session)

    def learn(self, lessons: Sequence[Lesson]) -> Changes:
        """Learn corrections; one of the same phrase takes the place of the one before.

        Raises InvalidInput for an empty or endless phrase.
        """
        with self._store.writing(_action(lessons)) as (session, stamp):
            changed = learn(session, stamp, lessons)
        self._agencies.forget()
        return Changes(_TOUCHED, stamp.action, stamp.batch if changed else "")

    def unlearn(self, *lesson_ids: int) -> Changes:
        """Forget corrections; what was imported with them stays, names in stored rows are read again.

        Raises NotFound when one is not in force.
        """
        known = {lesson.id: lesson for lesson in self.all()}
        if not lesson_ids or not set(lesson_ids) <= set(known):
            raise NotFound("Không còn điều đã học này; có thể đã bỏ trước đó. Hãy mở lại danh sách.")
        lessons = [known[each] for each in dict.fromkeys(lesson_ids)]
        what = f"“{lessons[0].phrase[:60]}”" if len(lessons) == 1 else f"({len(lessons)})"
        with self._store.writing(f"Bỏ điều đã học {what}") as (session, stamp):
            for lesson in lessons:
                change(session, stamp, "lesson", lesson.id, {"deleted_at": stamp.at})
            if any(lesson.kind is not LessonKind.DEADLINE for lesson in lessons):
                session.flush()
                split_again(session, read_directory(session))
        self._agencies.forget()
        return Changes(_TOUCHED, stamp.action, stamp.batch)


def _action(lessons: Sequence[Lesson]) -> str:
    if len(lessons) == 1:
        return f"Nhớ cách hiểu “{lessons[0].phrase[:60]}”"
    return f"Nhớ {len(lessons)} cách hiểu"
