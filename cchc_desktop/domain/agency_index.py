"""The names of the directory as one tree of words, so that a cell is matched longest name first in one walk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cchc_desktop.domain.agency_initials import HEADS_WITH_INITIALS, initial_forms, taken_initials
from cchc_desktop.domain.agency_levels import LEVEL_WORDS, Form, LevelPhrase, LevelReader
from cchc_desktop.domain.agency_places import home_of
from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from cchc_desktop.domain.agency_tokens import Kind, Words
from cchc_desktop.domain.agency_words import read_cell

LISTED_NOUNS = frozenset({
    "so", "ban", "nganh", "coquan", "donvi", "diaphuong", "tochuc", "canhan", "doanthe", "hoi", "phong", "doanhnghiep", "bo",
    "nguoidan", "congdan", "chudautu", "nhadautu", "htx", "nguoi", "cap", "canbo", "congchuc", "vienchuc", "nguoilaodong",
    "thon", "ap", "khupho", "todanpho", "buon", "bophan",
})  # fmt: skip
"""Nouns that stand side by side in any order: "sở, ban, ngành", "cơ quan, tổ chức, đơn vị"."""

_RUN_TOGETHER = frozenset({
    "bo", "so", "ban", "nganh", "phong", "coquan", "donvi", "diaphuong", "doanthe", "hoi", "canbo", "congchuc", "vienchuc",
})  # fmt: skip
"""Nouns that are also listed without a comma: "sở ngành", "phòng ban"."""
_SHORT_ABBREVIATION = 3
_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.CENTRAL)
"""Levels whose body a name without a level means first."""


NAME, ALIAS, ABBREVIATION, DERIVED = range(4)
"""How sure a phrase stands for its body; the lower the surer."""
_LONGEST_NOUN_LIST = 8
_FEWEST_BEFORE_LINK = 3
SHOUTED = "abbreviation"
"""Slot of an abbreviation of one or two letters: a cell must print it in capitals."""


@dataclass(slots=True)
class Entry:
    """What a phrase stands for."""

    target: Agency | AgencyGroup | None
    """None when two bodies claim the same words: then it stands for none."""
    rank: int
    plural: bool = False
    """True when one word stands for a class only after "các": "các sở"."""


class Node:
    """A place in the tree of words."""

    __slots__ = ("after", "slots")

    def __init__(self) -> None:
        self.after: dict[str, Node] = {}
        self.slots: dict[str, Entry] = {}
        """Level -> body: "" without a level, a noun ("tinh"), "class:district", "plural:commune", "class:all";
        with "+" before it when the phrase begins with "các"."""

    def slot(self, name: str, *, plural: bool) -> Entry | None:
        """Return what these words mean with a level, after "các" or without it."""
        single, several = self.slots.get(name), self.slots.get("+" + name)
        if plural:
            return several or single
        return single or (several if several and not several.plural else None)


class Match(NamedTuple):
    """A walk through the tree that ended at words that mean something."""

    end: int
    node: Node
    strict: bool
    """False when a comma of the cell stands where the name has "và"."""
    skipped: int
    """Separators of the name that the cell leaves out."""


def slot_of(phrase: LevelPhrase) -> str:
    """Return the slot a level stands for.

    >>> slot_of(LevelPhrase(Form.OWN, None, end=2, noun="huyen"))
    'huyen'
    """
    if phrase.form is Form.OWN:
        return phrase.noun
    return f"{phrase.form}:{phrase.level or 'all'}"


class NameIndex:
    """Finds the bodies and groups that words stand for."""

    def __init__(self, agencies: Iterable[Agency], groups: Iterable[AgencyGroup], province: str = "") -> None:
        self.home = home_of(province)
        """Province of the office as it is named today; empty when it is not known."""
        self.root = Node()
        self.bare: dict[str, Entry] = {}
        """Levels that are a phrase of their own: "các huyện, thị xã, thành phố"."""
        self.in_lists: dict[str, Entry] = {}
        """First word and initials that mean a department only inside a list: "các Sở: NV, TP"."""
        self.by_key: dict[str, Agency | AgencyGroup] = {}
        self._by_words: dict[tuple[str, ...], Agency] = {}
        self._groups_by_words: dict[tuple[str, ...], AgencyGroup] = {}
        for agency in sorted(agencies, key=_rank):
            self.by_key[agency.key] = agency
            words = read_cell(agency.name).words
            self._by_words.setdefault(tuple(word.norm for word in words), agency)
            self._add(agency, words, NAME)
            self._add_all(agency, agency.aliases, ALIAS)
            self._add_all(agency, agency.abbreviations, ABBREVIATION)
            if words and words[0].norm in HEADS_WITH_INITIALS:
                self._add_initials(agency, words[0].norm)
        for group in sorted(groups, key=lambda group: group.key):
            self.by_key[group.key] = group
            words = read_cell(group.name).words
            self._groups_by_words.setdefault(tuple(word.norm for word in words), group)
            self._add_class(group, words, NAME)
            for phrase in group.phrases:
                self._add_class(group, read_cell(phrase).words, ALIAS)
        phong = self.root.after.get("phong")
        if phong is not None:
            self.root.after.setdefault("p", phong)

    def matches(self, words: Words, start: int, root: Node | None = None) -> list[Match]:
        """Return every phrase that begins at a place, best first: separators as in the name, then the longest."""
        found: list[Match] = []
        walks = [Match(start, root or self.root, strict=True, skipped=0)]
        while walks:
            walk = walks.pop()
            if walk.node.slots and walk.end > start and not (walk.end < len(words) and words[walk.end].inner):
                found.append(walk)
            if walk.end < len(words):
                walks.extend(_steps(words, walk, start))
        found.sort(key=lambda match: (match.strict, match.end, -match.skipped), reverse=True)
        return found

    def named(self, name: str) -> Agency | None:
        """Return the body that has a name, whatever its spelling."""
        return self._by_words.get(_word_key(name))

    def named_group(self, name: str) -> AgencyGroup | None:
        """Return the class that has a name, whatever its spelling."""
        return self._groups_by_words.get(_word_key(name))

    def _add_all(self, target: Agency | AgencyGroup, phrases: Iterable[str], rank: int) -> None:
        for phrase in phrases:
            self._add(target, read_cell(phrase).words, rank)

    def _add(self, target: Agency | AgencyGroup, words: Words, rank: int) -> None:
        words = _trimmed(words)
        if not words:
            return
        stem, level = split_level(words)
        sequence = _sequence(words[:stem])
        slot = slot_of(level) if level else ""
        if not sequence:
            _claim(self.bare, slot, Entry(target, rank))
            return
        if len(sequence) == 1 and rank is ABBREVIATION and len(sequence[0]) < _SHORT_ABBREVIATION:
            slot = slot or SHOUTED
        plural = words[0].plural
        _claim(self._node(sequence).slots, "+" * plural + slot, Entry(target, rank, plural and stem == 1))

    def _add_class(self, group: AgencyGroup, words: Words, rank: int) -> None:
        """Add a phrase; "phòng chuyên môn thuộc UBND xã" is also "trực thuộc", "của UBND xã", "phòng chuyên môn UBND xã"."""
        self._add(group, words, rank)
        norms = [word.norm for word in words]
        place = norms.index("ubnd") if "ubnd" in norms else 0
        if place < _FEWEST_BEFORE_LINK or norms[place - 1] not in {"thuoc", "cua"}:
            return
        end = place - 1 - (norms[place - 2] == "truc")
        link = words[place - 1]
        for said in ((), ("thuoc",), ("cua",), ("truc", "thuoc"), ("thuoc", ",", "truc", "thuoc")):
            linked = tuple(
                link._replace(norm=norm, raw="", kind=Kind.SOFT if norm == "," else Kind.WORD)
                for norm in said
            )
            self._add(group, (*words[:end], *linked, *words[place:]), DERIVED)

    def _node(self, sequence: Iterable[str]) -> Node:
        node = self.root
        for step in sequence:
            node = node.after.setdefault(step, Node())
        return node

    def _add_initials(self, agency: Agency, head: str) -> None:
        """Let parts of a department's name be abbreviated: "Sở KH&CN", "Sở Khoa học và CN", "Sở KHCN"."""
        for sequence in initial_forms(agency.name):
            _claim(self._node((head, *sequence)).slots, "", Entry(agency, DERIVED))
        taken = taken_initials(agency.name)
        if taken:
            _claim(self.in_lists, f"{head} {taken}", Entry(agency, DERIVED))


def _rank(agency: Agency) -> tuple[int, str]:
    """Order bodies of one name: a data file keeps them in the order in which they were added."""
    return _LEVELS.index(agency.level), agency.key


def _word_key(name: str) -> tuple[str, ...]:
    return tuple(word.norm for word in read_cell(name).words)


def _trimmed(words: Words) -> Words:
    """Leave out separators at the ends, which an officer may type with a name."""
    if words and words[0].kind is words[-1].kind is Kind.WORD:
        return words
    known = [place for place, word in enumerate(words) if word.kind is Kind.WORD]
    return words[known[0] : known[-1] + 1] if known else ()


def _nothing_begins(_: int) -> bool:
    return False


def _claim(slots: dict[str, Entry], slot: str, entry: Entry) -> None:
    """Give a slot to a body; the surer phrase wins, two equally sure ones leave it to nobody."""
    held = slots.get(slot)
    if held is None or entry.rank < held.rank:
        slots[slot] = entry
    elif entry.rank == held.rank and held.target is not entry.target:
        held.target = None


def split_level(words: Words) -> tuple[int, LevelPhrase | None]:
    """Part a phrase of the directory into its stem and the level at its end, if it ends with one."""
    for start, word in enumerate(words):
        if word.norm not in LEVEL_WORDS or (start and words[start - 1].kind is not Kind.WORD):
            continue
        level = LevelReader(words, cased=False, begins=_nothing_begins).read(start)
        if level is not None and level.end == len(words) and level.form is not Form.NAMED:
            return start, level
    return len(words), None


def _step(words: Words, position: int, start: int) -> str:
    """Return the step for one word: "các sở" inside a name are not the one department of "Văn phòng Sở"."""
    word = words[position]
    return "các so" if word.norm == "so" and word.plural and position > start else word.norm


def _sequence(words: Words) -> list[str]:
    """Turn a phrase into steps of the tree; a list of nouns becomes one step that forgets their order."""
    steps: list[str] = []
    position = 0
    while position < len(words):
        end, step = position + 1, _step(words, position, 0)
        if step in LISTED_NOUNS:
            end, step = max(noun_lists(words, position), default=(end, step))
        steps.append(step)
        position = end
    return steps


def noun_lists(words: Words, start: int) -> list[tuple[int, str]]:
    """Return the lists of two or more nouns that begin at a place, with their end and their step in the tree."""
    lists: list[tuple[int, str]] = []
    names: list[str] = []
    position = start
    while _lists_on(words, position, names):
        names.append(words[position].norm)
        if len(names) > 1:
            lists.append((position + 1, "{" + "|".join(sorted(names)) + "}"))
        position += 1
        if position + 1 < len(words) and words[position].kind is Kind.SOFT:
            if words[position + 1].plural and (words[position].norm == "&" or words[position + 1].capital):
                break
            position += 1
        elif position >= len(words) or not {names[-1], words[position].norm} <= _RUN_TOGETHER:
            break
    return lists


def _lists_on(words: Words, position: int, names: list[str]) -> bool:
    """Tell whether the word at a place carries a list of nouns on; "và các …" begins a new list."""
    if words[position].inner or len(names) >= _LONGEST_NOUN_LIST:
        return False
    return words[position].norm in LISTED_NOUNS and words[position].norm not in names


def _steps(words: Words, walk: Match, start: int) -> Iterator[Match]:
    word = words[walk.end]
    if word.kind is Kind.WORD:
        yield from _word_steps(words, walk, walk.node, 0, start)
    for joint in (",", "&"):
        beyond = walk.node.after.get(joint)
        if beyond is None:
            continue
        if word.kind is Kind.WORD:
            yield from _word_steps(words, walk, beyond, 1, start)
        elif word.kind is Kind.SOFT:
            strict = walk.strict and not (joint == "&" and word.norm == ",")
            yield Match(walk.end + 1, beyond, strict, walk.skipped)


def _word_steps(words: Words, walk: Match, node: Node, skipped: int, start: int) -> Iterator[Match]:
    norm = words[walk.end].norm
    after = node.after.get(_step(words, walk.end, start))
    if after is not None:
        yield Match(walk.end + 1, after, walk.strict, walk.skipped + skipped)
    if norm in LISTED_NOUNS:
        for end, step in noun_lists(words, walk.end):
            after = node.after.get(step)
            if after is not None:
                yield Match(end, after, walk.strict, walk.skipped + skipped)
