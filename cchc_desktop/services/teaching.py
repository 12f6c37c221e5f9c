"""Inside a transaction: corrections are learnt, and names in stored rows read again with what is known then."""

from collections.abc import Sequence
from functools import cache

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.lessons import Lesson, LessonKind, taught
from cchc_desktop.errors import InvalidInput
from cchc_desktop.storage import directory as stored
from cchc_desktop.storage.history import Stamp, change, note_created
from cchc_desktop.storage.lessons import add_lesson, lesson_of, lesson_values, lessons
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.settings import get_setting
from cchc_desktop.storage.tasks import TaskFilter, replace_parties, tasks
from cchc_desktop.text import fold, squash

_LONGEST = 1000


def read_directory(session: Session) -> Directory:
    """Return the directory with the names it was taught."""
    return Directory(
        *taught(stored.agencies(session), stored.groups(session), lessons(session)), home_province(session)
    )


def home_province(session: Session) -> str:
    """Return the office's own province; empty while it is not known: bodies of others must not get our keys."""
    office = get_setting(session, "office", {})
    return str(office.get("province") or "") if isinstance(office, dict) else ""


def split_again(session: Session, directory: Directory) -> None:
    """Read the agency cells of all stored tasks again, after a name has come to mean something else."""
    split = cache(directory.split)
    for task in tasks(session, TaskFilter(with_gone=True)):
        lead, coordinating = split(task.lead), split(task.coordinating)
        if (lead, coordinating) != (task.lead_parties, task.coordinating_parties):
            replace_parties(session, task.id, lead, coordinating)


def learn(session: Session, stamp: Stamp, new: Sequence[Lesson]) -> int:
    """Store corrections inside a transaction and read the names of all stored rows again; return how many changed."""
    changed = sum(_learn_one(session, stamp, lesson) for lesson in new)
    if changed and any(lesson.kind is not LessonKind.DEADLINE for lesson in new):
        session.flush()
        split_again(session, read_directory(session))
    return changed


def _learn_one(session: Session, stamp: Stamp, lesson: Lesson) -> bool:
    phrase = squash(lesson.phrase)
    if not fold(phrase) or len(phrase) > _LONGEST:
        raise InvalidInput(f"Cụm từ cần nhớ phải có chữ và không quá {_LONGEST} ký tự.")
    known = lesson_of(session, lesson)
    if known is None:
        note_created(session, stamp, "lesson", [add_lesson(session, lesson, stamp.at)])
        return True
    values = lesson_values(lesson) | {"deleted_at": None}
    values.pop("source")
    return change(session, stamp, "lesson", known[0], values) > 0
