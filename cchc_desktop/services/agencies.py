"""The directory of agencies and groups, and the names in plans that it does not know yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc_desktop.domain.agencies import Agency, AgencyGroup, Directory, Party, PartyKind
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning
from cchc_desktop.domain.provinces import Provinces
from cchc_desktop.domain.successions import now_called
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.own_directory import OwnDirectory, called, taken_names
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import checked_words
from cchc_desktop.services.teaching import home_province, learn, read_directory
from cchc_desktop.storage import directory as stored
from cchc_desktop.storage.history import change
from cchc_desktop.storage.settings import get_setting, put_setting
from cchc_desktop.storage.tasks import TaskFilter, tasks, unknown_texts
from cchc_desktop.text import collation_key, fold, squash

_LEFT = "names_left"
"""Setting: names that the officer looked at and left as they are."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in an agency cell that stands for nothing in the directory."""

    text: str
    task_ids: tuple[int, ...]
    suggestions: tuple[tuple[str, float], ...]
    """Names that look alike with their likeness (0 to 1); never taken by themselves."""
    left: bool = False
    """True once the officer chose to leave it as it is."""


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

    @cached_property
    def own(self) -> OwnDirectory:
        """The bodies and groups that the office added."""
        return OwnDirectory(self._store, self)

    def directory(self) -> Directory:
        """Return the directory; kept until it changes."""
        if self._directory is None:
            with self._store.reading() as session:
                self._directory = read_directory(session)
        return self._directory

    def printed_directory(self) -> Directory:
        """Return the directory without the names it was taught: tells what a lesson changed."""
        with self._store.reading() as session:
            return Directory(stored.agencies(session), stored.groups(session), home_province(session))

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
            agency for agency in directory.agencies if any(needle in fold(name) for name in called(agency))
        ]
        bodies.sort(key=lambda body: collation_key(body.name))
        found = [group for group in directory.groups if any(needle in fold(name) for name in called(group))]
        return (*bodies, *found)

    def groups_of(self, agency: Agency, on: date | None = None) -> tuple[AgencyGroup, ...]:
        """Return the groups that have a body among their members on a day, today by default."""
        directory, day = self.directory(), on or self._store.today()
        return tuple(
            group
            for group in directory.groups
            if any(member.key == agency.key for member in directory.members(group.key, day))
        )

    def predecessors(self, key: str) -> tuple[Agency, ...]:
        """Return the bodies whose work, or a part of it, a body took over."""
        return tuple(agency for agency in self.directory().agencies if key in agency.successors)

    def unknown_names(self) -> tuple[UnknownName, ...]:
        """Return the names that the directory does not know, with suggestions; those left as they are last."""
        with self._store.reading() as session:
            stored_tasks = tasks(session, TaskFilter())
            left = frozenset(get_setting(session, _LEFT, []))
        places: dict[str, list[int]] = {}
        for task in stored_tasks:
            for party in (*task.lead_parties, *task.coordinating_parties):
                if party.kind is PartyKind.UNKNOWN:
                    places.setdefault(party.text, []).append(task.id)
        directory = self.directory()
        names = (
            UnknownName(text, tuple(dict.fromkeys(ids)), directory.suggest(text), fold(text) in left)
            for text, ids in places.items()
        )
        return tuple(sorted(names, key=lambda name: name.left))

    def names_to_settle(self) -> int:
        """Count the names that the directory does not know and nobody has left as they are; quick."""
        with self._store.reading() as session:
            left = frozenset(get_setting(session, _LEFT, []))
            return sum(fold(text) not in left for text in unknown_texts(session))

    def leave_names(self, texts: Iterable[str], *, left: bool = True) -> Changes:
        """Note that names stay as they are and need not be asked about, or that they are open again."""
        folded = {fold(text) for text in texts}
        with self._store.writing("Để nguyên tên" if left else "Xét lại tên") as (session, stamp):
            known: list[str] | None = get_setting(session, _LEFT)
            if known is None:
                put_setting(session, _LEFT, [])
                session.flush()
            now = sorted({*(known or ())} | folded if left else {*(known or ())} - folded)
            changed = change(session, stamp, "setting", _LEFT, {"value": now})
        return Changes(frozenset({Kind.AGENCIES}), stamp.action, stamp.batch if changed else "")

    def add_alias(self, key: str, text: str) -> Changes:
        """Let a name stand for a body or group from now on, and read all agency cells again.

        Raises NotFound when there is no such body or group, InvalidInput for a name that means something already.
        """
        alias = squash(text)
        directory = self.directory()
        known: tuple[Agency | AgencyGroup, ...] = (*directory.agencies, *directory.groups)
        body = next((each for each in known if each.key == key), None)
        if body is None or not fold(alias):
            raise NotFound("Không tìm thấy cơ quan này trong danh mục. Hãy chọn lại cơ quan trong danh sách.")
        taken = taken_names(known, but="").get(fold(alias))
        if taken is not None:
            raise InvalidInput(f"“{alias}” đã là tên của “{taken}” trong danh mục. Hãy dùng tên khác.")
        lesson = Lesson(LessonKind.AGENCY, alias, NameMeaning(body.key, body.name))
        with self._store.writing(f"Thêm tên gọi khác “{alias[:60]}”") as (session, stamp):
            changed = learn(session, stamp, [lesson])
        self.forget()
        return Changes(frozenset({Kind.AGENCIES, Kind.TASKS}), stamp.action, stamp.batch if changed else "")
