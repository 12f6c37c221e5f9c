"""From words and a level to a body: which entry of the directory they mean and what its full name is."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cchc_desktop.domain.agency_index import (
    ABBREVIATION,
    ALIAS,
    DERIVED,
    NAME,
    SHOUTED,
    Entry,
    NameIndex,
    Node,
    slot_of,
    split_level,
)
from cchc_desktop.domain.agency_levels import LEVEL_NOUNS, NOUNS, Form, LevelPhrase, LevelReader
from cchc_desktop.domain.agency_openings import CONFUSED
from cchc_desktop.domain.agency_places import CENTRAL_CITIES, province_name
from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level, PartyKind
from cchc_desktop.domain.agency_tokens import marks, norms, unmarked
from cchc_desktop.domain.agency_words import Cell, read_cell
from cchc_desktop.text import fold, nfc

SAME_LEVEL = {
    noun: tuple(
        other
        for other in NOUNS
        if NOUNS[other].level is NOUNS[noun].level or (noun == "tp" and other in ("tinh", "huyen"))
    )
    for noun in NOUNS
}
"""Nouns that may stand for one another; a city is of the province's level where one is listed, else of the district's."""
LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
"""Luật Tổ chức chính quyền địa phương 72/2025/QH15: two levels from 01/7/2025."""
_ONLY_IN_PROVINCES = frozenset({"department", "pilot_department"})
_ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a stretch of a cell stands for."""

    kind: PartyKind
    name: str
    key: str = ""
    level: Level | None = None
    listed: bool = True
    """False when the name was made from a known stem and a level that the directory does not list."""
    rank: int = ALIAS
    """How sure the words stand for it; NAME is the surest."""


@lru_cache(maxsize=2048)
def stem_name(name: str) -> str:
    """Return a name without the level at its end.

    >>> stem_name("Công an tỉnh"), stem_name("UBND cấp huyện"), stem_name("Sở Nội vụ")
    ('Công an', 'UBND', 'Sở Nội vụ')
    """
    cell = read_cell(name)
    end = split_level(cell.words)[0]
    return cell.printed(0, end) if 0 < end < len(cell.words) else name


@lru_cache(maxsize=1024)
def _spelled(names: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return the words of the names of a body as they are spelled."""
    return frozenset(marks(word) for name in names for word in nfc(name).lower().split())


def whole_name(index: NameIndex, text: str) -> Agency | AgencyGroup | None:
    """Return the body or group a whole text is a name of; None when it is none, or of several."""
    cell = read_cell(text)
    words, naming = cell.words, Naming(index, cell)
    levels = LevelReader(words, cased=cell.cased, begins=_nothing_begins)
    whole = len(words)
    for match in index.matches(words, 0):
        level = levels.read(match.end)
        if match.end == whole or (level is not None and level.end == whole):
            meaning = naming.meaning(match.node, (0, match.end), None if match.end == whole else level)
            if meaning is not None and meaning.key:
                return index.by_key[meaning.key]
    bare = levels.read(0) if words else None
    meaning = naming.bare_level(bare) if bare is not None and bare.end == whole else None
    return index.by_key.get(meaning.key) if meaning else None


class Naming:
    """Tells what known words mean in one cell."""

    def __init__(self, index: NameIndex, cell: Cell) -> None:
        self._index = index
        self._cell = cell
        self._cased = cell.cased

    def meaning(self, node: Node, stem: tuple[int, int], level: LevelPhrase | None) -> Meaning | None:
        """Return what a stem, found at a stretch of words, means with a level; None when it means nothing."""
        if level is None:
            return self._alone(node, stem)
        if level.form is Form.NAMED:
            return self._named(node, stem, level)
        entry = node.slot(slot_of(level), plural=self._plural(stem))
        if entry is not None:
            return self._listed(entry, level)
        if level.form is Form.OWN:
            return self._own(node, stem, level)
        return self._class(node, stem, level)

    def misspelt(self, meaning: Meaning, stem: tuple[int, int]) -> bool:
        """Tell whether an abbreviation or a short noun has marks of other words: "Cả tỉnh" is not "CA tỉnh"."""
        body = self._index.by_key.get(meaning.key)
        return body is not None and self._has_foreign_marks(
            body, short=meaning.rank in (ABBREVIATION, DERIVED), stem=stem
        )

    def _has_foreign_marks(self, body: Agency | AgencyGroup, *, short: bool, stem: tuple[int, int]) -> bool:
        marked = {
            word.raw
            for word in self._cell.words[slice(*stem)]
            if word.raw in CONFUSED or (short and not unmarked(word.raw.replace("đ", "d")))
        }
        also = (*body.aliases, *body.abbreviations) if isinstance(body, Agency) else body.phrases
        return bool(marked) and not {marks(word) for word in marked} <= _spelled((body.name, *also))

    def bare_level(self, level: LevelPhrase) -> Meaning | None:
        """Return what a level without a name means: "các huyện, thị xã" are the committees of all districts."""
        if level.form is Form.NAMED:
            committee = self._index.root.after.get("ubnd")
            return self.meaning(committee, (0, 0), level) if committee else None
        entry = self._index.bare.get(slot_of(level))
        return self._listed(entry, None) if entry and level.form is not Form.OWN else None

    def unlevelled(self, node: Node, stem: tuple[int, int]) -> Meaning | None:
        """Return what a stem means that needs a level and has none: a body whose level is not known."""
        entry = _any_entry(node)
        if entry is None or not isinstance(entry.target, Agency) or self._plural(stem):
            return None
        if self._has_foreign_marks(entry.target, short=False, stem=stem):
            return None
        return Meaning(PartyKind.AGENCY, self._stem_as_printed(entry, entry.target.name, stem), listed=False)

    def _alone(self, node: Node, stem: tuple[int, int]) -> Meaning | None:
        entry = node.slot("", plural=self._plural(stem))
        if entry is None and SHOUTED in node.slots and self._cell.printed(*stem).isupper():
            entry = node.slots[SHOUTED]
        return self._listed(entry, None) if entry else None

    def _slot(self, node: Node, name: str, stem: tuple[int, int]) -> Entry | None:
        """Return what a stem means with a level, single or plural, but one noun only after "các"."""
        return node.slot(name, plural=self._plural(stem))

    def _plural(self, stem: tuple[int, int]) -> bool:
        return stem[0] < stem[1] and self._cell.words[stem[0]].plural

    def _listed(self, entry: Entry, level: LevelPhrase | None) -> Meaning | None:
        target = entry.target
        if target is None:
            return None
        if isinstance(target, AgencyGroup):
            return _of_group(target)
        name = target.name
        if level is not None and level.form is Form.OWN and stem_name(name) != name:
            name = f"{stem_name(name)} {NOUNS[level.noun].text}"
        return Meaning(PartyKind.AGENCY, name, target.key, target.level, rank=entry.rank)

    def _own(self, node: Node, stem: tuple[int, int], level: LevelPhrase) -> Meaning | None:
        """Read a noun that is not listed with a stem as another noun of its level, or as no noun at all."""
        for noun in SAME_LEVEL[level.noun]:
            entry = self._slot(node, noun, stem)
            if entry is not None:
                return self._listed(entry, level)
        target = _target(self._slot(node, "", stem))
        if isinstance(target, Agency) and level.level in (target.level, None):
            return Meaning(PartyKind.AGENCY, target.name, target.key, target.level)
        if isinstance(target, AgencyGroup) and not target.levels:
            return _of_group(target)
        return self._made(node, stem, NOUNS[level.noun].text, PartyKind.AGENCY)

    def _class(self, node: Node, stem: tuple[int, int], level: LevelPhrase) -> Meaning | None:
        other = Form.PLURAL if level.form is Form.CLASS else Form.CLASS
        entry = self._slot(node, f"{other}:{level.level or 'all'}", stem)
        if entry is not None and isinstance(entry.target, AgencyGroup):
            return _of_group(entry.target)
        if level.form is Form.CLASS and level.level is Level.PROVINCE:
            target = _target(self._slot(node, "tinh", stem) or self._slot(node, "", stem))
            if isinstance(target, Agency) and target.level is Level.PROVINCE:
                return Meaning(PartyKind.AGENCY, target.name, target.key, target.level)
            if isinstance(target, AgencyGroup) and "tinh" in (slot.lstrip("+") for slot in node.slots):
                return _of_group(target)
        noun = f"cấp {LEVEL_NOUNS[level.level]}" if level.level else "các cấp"
        return self._made(node, stem, noun, PartyKind.GROUP)

    def _made(self, node: Node, stem: tuple[int, int], suffix: str, kind: PartyKind) -> Meaning | None:
        entry = _any_entry(node)
        target = _target(entry)
        if entry is None or target is None or (entry.plural and not self._plural(stem)):
            return None
        if self._has_foreign_marks(target, short=False, stem=stem):
            return None
        if isinstance(target, AgencyGroup):
            kind = PartyKind.GROUP
        known = (
            self._index.named_group(f"{stem_name(target.name)} {suffix}") if kind is PartyKind.GROUP else None
        )
        if known is not None:
            return _of_group(known)
        return Meaning(kind, f"{self._stem_as_printed(entry, target.name, stem)} {suffix}", listed=False)

    def _named(self, node: Node, stem: tuple[int, int], level: LevelPhrase) -> Meaning | None:
        own, alone = self._slot(node, level.noun or "tinh", stem), self._slot(node, "", stem)
        entry = own or alone or _any_entry(node)
        target = _target(entry)
        if entry is None or target is None or (isinstance(target, AgencyGroup) and not level.noun):
            return None
        if self._contradicts(level, target, stem) or self._has_foreign_marks(target, short=False, stem=stem):
            return None
        provincial = self._is_province(level, target, stem)
        if isinstance(target, AgencyGroup):
            if provincial and entry in (own, alone):
                return _of_group(target)
            return Meaning(PartyKind.GROUP, self._full_name(entry, target.name, stem, level), listed=False)
        name = self._full_name(entry, target.name, stem, level)
        known = self._index.named(name)
        if known is not None:
            return Meaning(PartyKind.AGENCY, known.name, known.key, known.level)
        key = target.key if provincial and target.level is Level.PROVINCE else ""
        return Meaning(PartyKind.AGENCY, name, key, target.level if key else level.level, bool(key))

    def _contradicts(self, level: LevelPhrase, target: Agency | AgencyGroup, stem: tuple[int, int]) -> bool:
        """Tell whether words after a body cannot be its place: "Sở Nội vụ huyện Cái Bè", "Sở Nội vụ CCHC"."""
        if level.noun:
            department = isinstance(target, Agency) and target.kind in _ONLY_IN_PROVINCES
            return department and level.noun not in {"tinh", "tp"}
        first, last = level.place or (0, 0)
        if province_name(self._cell.words, first, last):
            return False
        shouted = any(
            word.isupper() and len(word) > 1 and not _ROMAN.fullmatch(word)
            for word in self._cell.printed(first, last).split()
        )
        return shouted or self._titled(target.name, stem)

    def _titled(self, name: str, stem: tuple[int, int]) -> bool:
        """Tell whether every word begins with a capital ("Sở Tài Chính Vật Giá"), so that capitals tell no place."""
        usual = {word for word in name.split() if word.islower()}
        printed = {word.lower() for word in self._cell.printed(*stem).split() if word.istitle()}
        return bool(usual) and usual <= printed

    def _is_province(self, level: LevelPhrase, target: Agency | AgencyGroup, stem: tuple[int, int]) -> bool:
        place = norms(self._cell.words, *(level.place or (0, 0)))
        if level.noun == "tp":
            departments = any(word.norm == "so" for word in self._cell.words[stem[0] : stem[1]])
            only = _only_in_provinces(target) if isinstance(target, Agency) else departments
            return place in CENTRAL_CITIES or only
        unsaid = not level.noun and level.level in (Level.PROVINCE, None)
        return level.noun == "tinh" or (
            unsaid and bool(province_name(self._cell.words, *(level.place or (0, 0))))
        )

    def _full_name(self, entry: Entry, name: str, stem: tuple[int, int], level: LevelPhrase) -> str:
        first, last = level.place or (0, 0)
        words = self._cell.words
        place = self._cell.printed(first, last)
        province = province_name(words, first, last)
        if province:
            place = province
        elif not self._cased:
            place = " ".join(word[:1].upper() + word[1:].lower() for word in place.split(" "))
        noun = NOUNS[level.noun].text if level.noun else ""
        return " ".join(f"{self._stem_as_printed(entry, name, stem)} {noun} {place}".split())

    def _stem_as_printed(self, entry: Entry, name: str, stem: tuple[int, int]) -> str:
        """Keep a stem as it is printed ("Kho bạc nhà nước") unless it is abbreviated."""
        canonical = stem_name(name)
        printed = self._cell.printed(*stem)
        if not printed or not self._cased or entry.rank not in (NAME, ALIAS) or "(" in printed:
            return canonical
        words = self._cell.words[stem[0] : stem[1]]
        same_words = norms(words, 0, len(words)) == norms(read_cell(canonical).words, 0, len(words))
        return canonical if words[0].plural or (same_words and fold(printed) != fold(canonical)) else printed


def _of_group(group: AgencyGroup) -> Meaning:
    level = group.levels[0] if group.levels == (Level.PROVINCE,) else None
    return Meaning(PartyKind.GROUP, group.name, group.key, level)


def _nothing_begins(_: int) -> bool:
    return False


def _only_in_provinces(body: Agency) -> bool:
    """Tell whether no district ever had such a body, so that "thành phố Huế" beside it is the province-level city."""
    after_districts = body.valid_from is not None and body.valid_from > LAST_DAY_OF_DISTRICTS
    return body.kind in _ONLY_IN_PROVINCES or (body.level is Level.PROVINCE and after_districts)


def _target(entry: Entry | None) -> Agency | AgencyGroup | None:
    return entry.target if entry else None


def _any_entry(node: Node) -> Entry | None:
    """Return a body or, failing that, a group that shares a stem, for its name."""
    entries = [entry for entry in node.slots.values() if entry.target is not None]
    agencies = [entry for entry in entries if isinstance(entry.target, Agency)]
    return next(iter(agencies or entries), None)
