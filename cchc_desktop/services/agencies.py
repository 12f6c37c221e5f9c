"""The directory of agencies and groups, and the names in plans that it does not know yet."""

from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agencies import Agency, AgencyGroup, Directory, Party, PartyKind
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning
from cchc_desktop.domain.provinces import Provinces
from cchc_desktop.domain.successions import now_called
from cchc_desktop.errors import NotFound
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import checked_words
from cchc_desktop.services.teaching import learn, read_directory
from cchc_desktop.storage import directory as stored
from cchc_desktop.storage.tasks import TaskFilter, tasks
from cchc_desktop.text import collation_key, fold, squash


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in an agency cell that stands for nothing in the directory."""

    text: str
    task_ids: tuple[int, ...]
    suggestions: tuple[tuple[str, float], ...]
    """Names that look alike with their likeness (0 to 1); never taken by themselves."""


@dataclass(frozen=True, slots=True)
class OldName:
    """A body of a plan that does not exist any more, or not under that name."""

    name: str
    task_ids: tuple[int, ...]
    now: tuple[str, ...]
    """Who does its work now; several when the work was split. Offered; the plan keeps the printed name."""


class Agencies:
    """Use cases around the directory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._directory: Directory | None = None
        self._provinces: Provinces | None = None

    def directory(self) -> Directory:
        """Return the directory; kept until it changes."""
        if self._directory is None:
            with self._store.reading() as session:
                self._directory = read_directory(session)
        return self._directory

    def printed_directory(self) -> Directory:
        """Return the directory without the names it was taught: tells what a lesson changed."""
        with self._store.reading() as session:
            return Directory(stored.agencies(session), stored.groups(session))

    def forget(self) -> None:
        """Read the directory anew at the next question."""
        self._directory = None

    def provinces(self) -> Provinces:
        """Return the provinces and cities under central rule, before and after the mergers of 2025."""
        if self._provinces is None:
            from cchc_desktop.agency_data import load_provinces
            from cchc_desktop.paths import resources

            self._provinces = Provinces(load_provinces(resources()))
        return self._provinces

    def now_called(self, party: Party, on: date | None = None) -> tuple[str, ...]:
        """Return what a body of a plan is called on a day, today by default ("nay là"); none when its name still holds."""
        return now_called(self.directory(), self.provinces(), party, on or self._store.today())

    def old_names(self, on: date | None = None) -> tuple[OldName, ...]:
        """Return the bodies of stored tasks that are called otherwise on a day, today by default, in printed order."""
        with self._store.reading() as session:
            stored_tasks = tasks(session, TaskFilter())
        places: dict[str, list[int]] = {}
        bodies: dict[str, Party] = {}
        for task in stored_tasks:
            for party in (*task.lead_parties, *task.coordinating_parties):
                if party.kind is PartyKind.AGENCY and party.key:
                    bodies.setdefault(party.name, party)
                    places.setdefault(party.name, []).append(task.id)
        return tuple(
            OldName(name, tuple(dict.fromkeys(places[name])), now)
            for name, party in bodies.items()
            if (now := self.now_called(party, on))
        )

    def search(self, text: str = "") -> tuple[Agency | AgencyGroup, ...]:
        """Return bodies and groups whose name, alias or abbreviation contains a text; accents and case do not matter.

        Raises InvalidInput for endless words.
        """
        checked_words(text)
        needle = fold(text)
        directory = self.directory()
        bodies: list[Agency | AgencyGroup] = [
            agency for agency in directory.agencies if any(needle in fold(name) for name in _names(agency))
        ]
        bodies.sort(key=lambda body: collation_key(body.name))
        found = [
            group
            for group in directory.groups
            if any(needle in fold(name) for name in (group.name, *group.phrases))
        ]
        return (*bodies, *found)

    def unknown_names(self) -> tuple[UnknownName, ...]:
        """Return the names that wait to be settled, with suggestions."""
        with self._store.reading() as session:
            stored_tasks = tasks(session, TaskFilter())
        places: dict[str, list[int]] = {}
        for task in stored_tasks:
            for party in (*task.lead_parties, *task.coordinating_parties):
                if party.kind is PartyKind.UNKNOWN:
                    places.setdefault(party.text, []).append(task.id)
        directory = self.directory()
        return tuple(
            UnknownName(text, tuple(dict.fromkeys(ids)), directory.suggest(text))
            for text, ids in places.items()
        )

    def add_alias(self, agency_key: str, text: str) -> Changes:
        """Let a name stand for a body from now on, and read all agency cells again.

        Raises NotFound when there is no such body.
        """
        alias = squash(text)
        agency = next((each for each in self.directory().agencies if each.key == agency_key), None)
        if agency is None or not alias:
            raise NotFound("Không tìm thấy cơ quan này trong danh mục. Hãy chọn lại cơ quan trong danh sách.")
        lesson = Lesson(LessonKind.AGENCY, alias, NameMeaning(agency.key, agency.name))
        with self._store.writing(f"Thêm tên gọi khác “{alias}”") as (session, stamp):
            changed = learn(session, stamp, [lesson])
        self.forget()
        return Changes(frozenset({Kind.AGENCIES, Kind.TASKS}), stamp.action, stamp.batch if changed else "")


def _names(agency: Agency) -> tuple[str, ...]:
    return (agency.name, *agency.aliases, *agency.abbreviations)
