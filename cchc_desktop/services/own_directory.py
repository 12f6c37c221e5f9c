"""Bodies and groups that an office adds to the directory: made, changed, taken back; each step can be undone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning, group_key
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.services.teaching import learn, read_directory, split_again
from cchc_desktop.storage import directory as stored
from cchc_desktop.storage.history import Stamp, change
from cchc_desktop.storage.lessons import lessons
from cchc_desktop.storage.session import Session
from cchc_desktop.storage.settings import get_setting
from cchc_desktop.text import fold, squash

if TYPE_CHECKING:
    from cchc_desktop.services.agencies import Agencies

TOUCHED = frozenset({Kind.AGENCIES, Kind.TASKS})
_LONGEST = 300
_GONE = "Mục này không còn trong danh mục của đơn vị. Hãy chọn lại trong danh sách."


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """What an officer says about a body that the directory does not have."""

    name: str
    level: Level = Level.PROVINCE
    kind: str = "unit"
    """Class of body; with the level it decides which groups it belongs to."""
    abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    """Keys of the bodies that took over."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """What an officer says about a group that the directory does not have; nobody lists its members."""

    name: str
    phrases: tuple[str, ...] = ()


class OwnDirectory:
    """Use cases around what the office itself put into the directory."""

    def __init__(self, store: Store, agencies: "Agencies") -> None:
        self._store = store
        self._agencies = agencies

    def keys(self) -> frozenset[str]:
        """Return the keys of the office's own bodies and groups."""
        with self._store.reading() as session:
            bodies = {each.key for each in stored.agencies(session) if each.key.startswith(stored.OWN)}
            return frozenset(bodies | _own_groups(session))

    def add_agency(self, entry: AgencyEntry) -> tuple[str, Changes]:
        """Put a body into the directory and read all agency cells again; return its key.

        Raises InvalidInput for a missing, endless or taken name, and for an end before the beginning.
        """
        entry = self._checked(entry, "")
        with self._store.writing(f"Thêm cơ quan “{entry.name[:60]}”") as (session, stamp):
            agency = _agency(entry, _free_key(session, entry.name))
            row = stored.add_agency(session, agency)
            change(session, stamp, "agency", row, {"custom": True})
            _read_again(session)
        return agency.key, self._done(stamp)

    def change_agency(self, key: str, entry: AgencyEntry) -> Changes:
        """Say something else about an own body. Raises NotFound when it is none, InvalidInput as ``add_agency``."""
        self._own(key)
        entry = self._checked(entry, key)
        with self._store.writing(f"Sửa cơ quan “{entry.name[:60]}”") as (session, stamp):
            values = stored.agency_values(_agency(entry, key))
            changed = change(session, stamp, "agency", _row(session, key), values)
            _read_again(session)
        return self._done(stamp, changed=changed > 0)

    def remove_agency(self, key: str) -> Changes:
        """Take an own body out of the directory, with the names it was taught; tasks keep their texts.

        Raises NotFound when it is none of the office's own, InvalidInput when it is the own office itself.
        """
        name = self._own(key)
        with self._store.writing(f"Bỏ cơ quan “{name[:60]}”") as (session, stamp):
            if get_setting(session, "office", {}).get("agency_key") == key:
                raise InvalidInput(
                    f"“{name}” đang là đơn vị của bạn. Hãy chọn đơn vị khác trong Thiết đặt trước khi bỏ."
                )
            change(session, stamp, "agency", _row(session, key), {"custom": False})
            _unlearn(session, stamp, key, keep=())
            _read_again(session)
        return self._done(stamp)

    def add_group(self, entry: GroupEntry) -> tuple[str, Changes]:
        """Put a group into the directory and read all agency cells again; return its key.

        Raises InvalidInput for a missing, endless or taken name.
        """
        entry = self._checked_group(entry, "")
        key = self._free_group_key(entry.name)
        with self._store.writing(f"Thêm nhóm “{entry.name[:60]}”") as (session, stamp):
            learn(session, stamp, _group_lessons(key, entry))
        return key, self._done(stamp)

    def change_group(self, key: str, entry: GroupEntry) -> Changes:
        """Say something else about an own group. Raises NotFound when it is none, InvalidInput as ``add_group``."""
        self._own(key)
        entry = self._checked_group(entry, key)
        wanted = _group_lessons(key, entry)
        with self._store.writing(f"Sửa nhóm “{entry.name[:60]}”") as (session, stamp):
            changed = _unlearn(session, stamp, key, keep=[lesson.phrase for lesson in wanted])
            changed += learn(session, stamp, wanted)
            _read_again(session)
        return self._done(stamp, changed=changed > 0)

    def remove_group(self, key: str) -> Changes:
        """Take an own group out of the directory; tasks keep their texts. Raises NotFound when it is none."""
        name = self._own(key)
        with self._store.writing(f"Bỏ nhóm “{name[:60]}”") as (session, stamp):
            _unlearn(session, stamp, key, keep=())
            _read_again(session)
        return self._done(stamp)

    def _own(self, key: str) -> str:
        """Return the name of an own body or group."""
        if key not in self.keys():
            raise NotFound(_GONE)
        return next(body.name for body in self._all() if body.key == key)

    def _all(self) -> tuple[Agency | AgencyGroup, ...]:
        directory = self._agencies.directory()
        return (*directory.agencies, *directory.groups)

    def _checked(self, entry: AgencyEntry, key: str) -> AgencyEntry:
        if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
            raise InvalidInput("Ngày hết hiệu lực phải sau ngày bắt đầu. Hãy kiểm tra lại hai ngày này.")
        directory = self._agencies.directory()
        if not set(entry.successors) <= {agency.key for agency in directory.agencies} - {key}:
            raise InvalidInput("Cơ quan kế thừa phải là một cơ quan khác trong danh mục. Hãy chọn lại.")
        name, *others = _names((entry.name, *entry.aliases))
        short = [each for each in map(squash, entry.abbreviations) if each]
        self._require_free((name, *others, *short), key)
        return replace(
            entry, name=name, aliases=tuple(others), abbreviations=tuple(short), source=squash(entry.source)
        )

    def _checked_group(self, entry: GroupEntry, key: str) -> GroupEntry:
        name, *others = _names((entry.name, *entry.phrases))
        self._require_free((name, *others), key)
        return GroupEntry(name, tuple(others))

    def _require_free(self, names: Iterable[str], key: str) -> None:
        taken = taken_names(self._all(), key)
        for name in names:
            if len(name) > _LONGEST:
                raise InvalidInput(f"Tên dài quá {_LONGEST} ký tự. Hãy rút gọn lại.")
            if fold(name) in taken:
                raise InvalidInput(
                    f"“{name}” đã là tên của “{taken[fold(name)]}” trong danh mục. Hãy dùng tên khác."
                )

    def _free_group_key(self, name: str) -> str:
        taken = {group.key for group in self._agencies.directory().groups}
        plain = key = group_key(name)
        number = 1
        while key in taken:  # names that differ by a hyphen only have one key
            number += 1
            key = f"{plain}-{number}"
        return key

    def _done(self, stamp: Stamp, *, changed: bool = True) -> Changes:
        self._agencies.forget()
        return Changes(TOUCHED, stamp.action, stamp.batch if changed else "")


def called(body: Agency | AgencyGroup) -> tuple[str, ...]:
    """Return everything a body or group is called, its name first."""
    others = body.phrases if isinstance(body, AgencyGroup) else (*body.aliases, *body.abbreviations)
    return (body.name, *others)


def taken_names(bodies: Iterable[Agency | AgencyGroup], but: str) -> Mapping[str, str]:
    """Return the folded names that mean a body or group already, with its name; those of the key ``but`` are free."""
    return {fold(name): body.name for body in bodies if body.key != but for name in called(body)}


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return names without repetition, the first of which must have letters."""
    name, *others = map(squash, texts)
    if not any(char.isalnum() for char in name):
        raise InvalidInput("Chưa có tên. Hãy nhập tên đầy đủ.")
    found: dict[str, str] = {}
    for each in (name, *filter(fold, others)):
        found.setdefault(fold(each), each)
    return tuple(found.values())


def _agency(entry: AgencyEntry, key: str) -> Agency:
    return Agency(
        key=key,
        name=entry.name,
        level=entry.level,
        kind=entry.kind,
        abbreviations=entry.abbreviations,
        aliases=entry.aliases,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
        successors=entry.successors,
        source=entry.source,
    )


def _free_key(session: Session, name: str) -> str:
    plain = (stored.OWN + re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-"))[:90]
    key, number = plain, 1
    while stored.agency_row(session, key) is not None:
        number += 1
        key = f"{plain}-{number}"
    return key


def _row(session: Session, key: str) -> int:
    row = stored.agency_row(session, key)
    assert row is not None  # noqa: S101 - the caller has just looked
    return row


def _own_groups(session: Session) -> set[str]:
    taught = {
        lesson.meaning.key
        for lesson in lessons(session)
        if lesson.kind is LessonKind.GROUP and isinstance(lesson.meaning, NameMeaning)
    }
    return taught - {group.key for group in stored.groups(session)}


def _group_lessons(key: str, entry: GroupEntry) -> list[Lesson]:
    meaning = NameMeaning(key, entry.name)
    return [Lesson(LessonKind.GROUP, phrase, meaning) for phrase in (entry.name, *entry.phrases)]


def _unlearn(session: Session, stamp: Stamp, key: str, *, keep: Iterable[str]) -> int:
    """Forget the names of a body or group but for some; return how many were forgotten."""
    kept = {fold(phrase) for phrase in keep}
    return sum(
        change(session, stamp, "lesson", lesson.id, {"deleted_at": stamp.at})
        for lesson in lessons(session)
        if isinstance(lesson.meaning, NameMeaning)
        and lesson.meaning.key == key
        and fold(lesson.phrase) not in kept
    )


def _read_again(session: Session) -> None:
    session.flush()
    split_again(session, read_directory(session))
