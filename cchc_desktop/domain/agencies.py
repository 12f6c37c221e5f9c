"""Agency cells of a plan split into parties; the directory of agencies and groups, with aliases and validity."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level, Party, PartyKind

if TYPE_CHECKING:
    from cchc_desktop.domain.agency_index import NameIndex
    from cchc_desktop.domain.agency_suggestions import Spelling

__all__ = ["Agency", "AgencyGroup", "Directory", "Level", "Party", "PartyKind"]


class Directory:
    """All agencies and groups known to an office; splits agency cells and expands groups.

    The grammar behind it is loaded at the first cell: showing stored tasks does not need it.
    """

    def __init__(self, agencies: Iterable[Agency], groups: Iterable[AgencyGroup], province: str = "") -> None:
        """Take the bodies and classes, and the office's province if known: bodies of others are not taken for own."""
        self.agencies = tuple(agencies)
        self.groups = tuple(groups)
        self.province = province

    @cached_property
    def _index(self) -> "NameIndex":
        from cchc_desktop.domain.agency_index import NameIndex

        return NameIndex(self.agencies, self.groups, self.province)

    @cached_property
    def _by_key(self) -> dict[str, Agency]:
        return {agency.key: agency for agency in self.agencies}

    @cached_property
    def _spellings(self) -> "tuple[Spelling, ...]":
        from cchc_desktop.domain.agency_suggestions import spellings

        return spellings((*self.agencies, *self.groups))

    @cached_property
    def _groups_by_key(self) -> dict[str, AgencyGroup]:
        return {group.key: group for group in self.groups}

    def split(self, cell: str) -> tuple[Party, ...]:
        """Split an agency cell into parties, in printed order; no word of the cell is lost.

        A name that the directory does not know becomes a party of kind unknown; an empty cell gives no parties.

        >>> finance = Agency("so-tai-chinh", "Sở Tài chính", Level.PROVINCE, "department")
        >>> [(party.text, str(party.kind)) for party in Directory([finance], []).split("Sở Tài chính; Chợ Gạo")]
        [('Sở Tài chính', 'agency'), ('Chợ Gạo', 'unknown')]
        """
        from cchc_desktop.domain.agency_parties import parties_of

        return parties_of(self._index, cell)

    def find(self, text: str) -> Agency | AgencyGroup | None:
        """Find the body or group that a name, alias or abbreviation stands for, ignoring case, marks and spacing.

        >>> finance = Agency("so-tai-chinh", "Sở Tài chính", Level.PROVINCE, "department")
        >>> Directory([finance], []).find("so  TAI CHINH") is finance
        True
        """
        from cchc_desktop.domain.agency_naming import whole_name

        return whole_name(self._index, text)

    def suggest(self, text: str, limit: int = 5) -> tuple[tuple[str, float], ...]:
        """Return names that look like a text, with their likeness (0 to 1), for the officer to choose from.

        Likeness decides nothing by itself: "Sở Nội vụ" and "Sở Ngoại vụ" are 90 % alike.
        """
        from cchc_desktop.domain.agency_suggestions import suggestions

        return suggestions(text, self._spellings, limit)

    def members(self, group_key: str, on: date) -> tuple[Agency, ...]:
        """List the members of a group that exist on a day; none for an unknown group or one that has ended.

        >>> tax = Agency("thue", "Thuế tỉnh", Level.PROVINCE, "vertical", valid_from=date(2025, 7, 1))
        >>> group = AgencyGroup("doc", "Cơ quan ngành dọc", (), (Level.PROVINCE,), ("vertical",))
        >>> [len(Directory([tax], [group]).members("doc", day)) for day in (date(2025, 6, 30), date(2025, 7, 1))]
        [0, 1]
        """
        group = self._groups_by_key.get(group_key)
        if group is None or (group.valid_to is not None and on > group.valid_to):
            return ()
        return tuple(
            agency
            for agency in self.agencies
            if agency.level in group.levels and agency.kind in group.kinds and _exists(agency, on)
        )

    def current(self, key: str, on: date) -> tuple[Agency, ...]:
        """Return the bodies that do a body's work on a day: itself while it exists, then its successors, which may be several.

        None for an unknown key, or for a body that ended and left its work to nobody who is listed.

        >>> old = Agency("a", "Sở A", Level.PROVINCE, valid_to=date(2025, 2, 28), successors=("b",))
        >>> both = Directory([old, Agency("b", "Sở B", Level.PROVINCE)], [])
        >>> [both.current("a", day)[0].name for day in (date(2025, 2, 28), date(2025, 3, 1))]
        ['Sở A', 'Sở B']
        """
        found: dict[str, Agency] = {}
        waiting, seen = [key], set[str]()
        while waiting:
            agency = self._by_key.get(waiting.pop(0))
            if agency is None or agency.key in seen:
                continue
            seen.add(agency.key)
            if agency.valid_to is None or on <= agency.valid_to:
                found[agency.key] = agency
            else:
                waiting.extend(agency.successors)
        return tuple(found.values())

    def reaches(self, party: Party, agency_key: str, on: date) -> bool:
        """Tell whether a party means an agency, by name or as a member of a group on a day.

        >>> Directory([], []).reaches(Party("SNV", PartyKind.AGENCY, "Sở Nội vụ", "snv"), "snv", date(2026, 1, 1))
        True
        """
        if not party.key or not agency_key:
            return False
        if party.kind is PartyKind.GROUP:
            return any(agency.key == agency_key for agency in self.members(party.key, on))
        return party.kind is PartyKind.AGENCY and party.key == agency_key


def _exists(agency: Agency, on: date) -> bool:
    begun = agency.valid_from is None or agency.valid_from <= on
    return begun and (agency.valid_to is None or on <= agency.valid_to)
