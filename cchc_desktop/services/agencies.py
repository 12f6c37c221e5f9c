"""The directory of agencies and groups, and the names in plans that it does not know yet."""

from dataclasses import dataclass

from cchc_desktop.domain.agencies import Agency, AgencyGroup, Directory, PartyKind
from cchc_desktop.errors import NotFound
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import checked_words
from cchc_desktop.storage import directory as stored
from cchc_desktop.storage.history import change
from cchc_desktop.storage.tasks import TaskFilter, replace_parties, tasks
from cchc_desktop.text import collation_key, fold, squash


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in an agency cell that stands for nothing in the directory."""

    text: str
    task_ids: tuple[int, ...]
    suggestions: tuple[tuple[str, float], ...]
    """Names that look alike with their likeness (0 to 1); never taken by themselves."""


class Agencies:
    """Use cases around the directory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._directory: Directory | None = None

    def directory(self) -> Directory:
        """Return the directory; kept until it changes."""
        if self._directory is None:
            with self._store.reading() as session:
                self._directory = Directory(stored.agencies(session), stored.groups(session))
        return self._directory

    def forget(self) -> None:
        """Read the directory anew at the next question."""
        self._directory = None

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
        with self._store.writing(f"Thêm tên gọi khác “{alias}”") as (session, stamp):
            row_id = stored.agency_row_id(session, agency_key)
            values = {"aliases": [*agency.aliases, alias], "custom": True}
            changed = change(session, stamp, "agency", row_id, values)
            session.flush()
            fresh = Directory(stored.agencies(session), stored.groups(session))
            for task in tasks(session, TaskFilter(with_gone=True)):
                replace_parties(session, task.id, fresh.split(task.lead), fresh.split(task.coordinating))
        self.forget()
        return Changes(frozenset({Kind.AGENCIES, Kind.TASKS}), stamp.action, stamp.batch if changed else "")


def _names(agency: Agency) -> tuple[str, ...]:
    return (agency.name, *agency.aliases, *agency.abbreviations)
