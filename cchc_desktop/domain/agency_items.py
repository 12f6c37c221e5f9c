"""One item of an agency cell: the ways its words can be read, the surest first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.domain.agency_beginnings import Beginnings
from cchc_desktop.domain.agency_index import Match, NameIndex, Node
from cchc_desktop.domain.agency_levels import Form, LevelPhrase, LevelReader
from cchc_desktop.domain.agency_naming import Meaning, Naming
from cchc_desktop.domain.agency_places import province_name
from cchc_desktop.domain.agency_records import Agency, Level, PartyKind
from cchc_desktop.domain.agency_tails import Outcome, Tail, TailReader
from cchc_desktop.domain.agency_tokens import Kind, norms
from cchc_desktop.domain.agency_words import Cell

_VAGUE = frozenset({
    "coquan", "donvi", "tochuc", "canhan", "diaphuong", "nganh", "nguoi", "bophan", "doanhnghiep", "doanthe", "cap", "so",
    "ban", "phong", "hoi", "canbo", "congchuc",
})  # fmt: skip
"""First words of classes of which a clause may pick some: "các sở, ngành có TTHC"."""
_VAGUE_ALONE = frozenset({
    "coquan", "donvi", "tochuc", "canhan", "diaphuong", "nguoi", "bophan", "doanhnghiep",
})  # fmt: skip
"""Of these, nouns that mean nobody in particular even without "các": "cơ quan có thẩm quyền"."""
_WIDTH = {Level.COMMUNE: 0, Level.DISTRICT: 1, Level.PROVINCE: 2, Level.CENTRAL: 3}
_HELD = frozenset({"bophan", "vp", "thanh", "congchuc", "canbo"})
"""First words of bodies that a class has: "Bộ phận Một cửa các sở, ngành"."""
_HELD_BY_COMMITTEES = frozenset({"bophan", "tt", "congchuc", "canbo"})
_OF = frozenset({("cua",), ("tai",), ("thuoc",), ("o",)})
_SOME = ("mot", "so")
_MOST_HOPS = 6


@dataclass(frozen=True, slots=True)
class Context:
    """What a list has said once for all: the first word of names, or the stem before a level."""

    head: str = ""
    node: Node | None = None
    stem: tuple[int, int] = (0, 0)
    phrase: LevelPhrase | None = None
    listed: bool = False
    """True after "các Sở:", where every item leaves the first word out."""
    as_class: bool = False
    """True in "UBND huyện, xã": bare nouns stand for all units of their level."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read an item."""

    meaning: Meaning
    node: Node
    stem: tuple[int, int]
    level: LevelPhrase | None
    tail: Tail
    head: str = ""
    """First word that later items of the list may leave out."""
    open_level: bool = False
    """True when the body exists on several levels and the item does not say which."""


class ItemReader:
    """Reads the items of one cell."""

    def __init__(self, index: NameIndex, cell: Cell) -> None:
        self._words = cell.words
        self._index = index
        self.beginnings = Beginnings(index, cell.words)
        self._naming = Naming(index, cell)
        self._levels = LevelReader(cell.words, cased=cell.cased, begins=self.beginnings.at)
        self._tails = TailReader(cell.words, self.beginnings.at, self.beginnings.name_end)

    def readings(self, start: int, context: Context) -> Iterator[Reading]:
        """Yield the readings of the words at a place, the surest first."""
        named, some = self._named_body(start, context), self._picked(start, 2)
        both = (some, named) if some and named and some.tail.end > named.tail.end else (named, some)
        yield from (reading for reading in both if reading is not None)
        for read in (self._level_only, self._place_only, self._open_level):
            reading = read(start, context)
            if reading is not None:
                yield reading
        one = self._picked(start, 1)
        if one is not None:
            yield one

    def clause_end(self, start: int) -> int:
        """Return the end of the clause at a place."""
        return self._tails.clause_end(start)

    def named_unit_at(self, start: int) -> bool:
        """Tell whether a district or commune with its name stands at a place: "huyện Cái Bè"."""
        phrase = self._levels.read(start)
        named = phrase is not None and phrase.form is Form.NAMED and phrase.level is not Level.PROVINCE
        return named and not province_name(self._words, *((phrase.place if phrase else None) or (0, 0)))

    def wider_place_end(self, start: int, level: Level) -> int:
        """Return the end of a named unit of a higher level than the one before it; 0 when none stands at a place."""
        phrase = self._levels.read(start)
        if phrase is None or phrase.form is not Form.NAMED or phrase.listed:
            return 0
        above = phrase.level or (Level.DISTRICT if phrase.noun == "tp" else None)
        return phrase.end if above is not None and _WIDTH[above] > _WIDTH[level] else 0

    def _named_body(self, start: int, context: Context) -> Reading | None:
        """Read a whole name, or the rest of one whose first word the list has said; of two the longer."""
        whole = self._best(self._index.matches(self._words, start), start, self._words[start].norm)
        rest = self._rest_of_name(start, context.head)
        if whole is None or rest is None:
            return whole or rest
        if rest.tail.end != whole.tail.end:
            return max(whole, rest, key=lambda reading: reading.tail.end)
        return rest if context.listed or rest.meaning.rank < whole.meaning.rank else whole

    def _rest_of_name(self, start: int, head: str) -> Reading | None:
        """Read "Tài chính" after "các Sở: Nội vụ"."""
        node = self._index.root.after.get(head) if head else None
        if node is None:
            return None
        taken = self._taken_initials(start, head)
        if taken is not None:
            return taken
        reading = self._best(self._index.matches(self._words, start, node), start, head)
        known = reading is not None and reading.meaning.kind is PartyKind.AGENCY and reading.meaning.listed
        return reading if known else None

    def _taken_initials(self, start: int, head: str) -> Reading | None:
        """Read "TP" in "các Sở: NV, TC, TP", where no city can be meant."""
        entry = self._index.in_lists.get(f"{head} {self._words[start].norm}")
        body = entry.target if entry else None
        if not isinstance(body, Agency) or not self._closed(start + 1):
            return None
        meaning = Meaning(PartyKind.AGENCY, body.name, body.key, body.level)
        return Reading(meaning, self._index.root, (start, start + 1), None, Tail(start + 1), head)

    def _best(self, matches: list[Match], start: int, head: str) -> Reading | None:
        """Return the first reading whose words are all explained, if it can be one that ends with its line."""
        line_end = self.beginnings.line_end(start)
        readings = [replace(reading, head=head) for reading in self._explained(matches, start)]
        within = (reading for reading in readings if reading.tail.end <= line_end)
        return next(within, None) or next(iter(readings), None)

    def _explained(self, matches: list[Match], start: int) -> Iterator[Reading]:
        """Yield the matches whose words are all explained, those that make a sentence last."""
        sentences: list[Reading] = []
        for match in matches:
            if self.beginnings.swallowed(start, match.end):
                continue
            for level, end in self._level_choices(start, match.end):
                reading = self._checked(match.node, (start, match.end), level, end)
                if reading is None:
                    continue
                if reading.tail.outcome is Outcome.SENTENCE:
                    sentences.append(reading)
                else:
                    yield reading
        yield from sentences

    def _level_choices(self, start: int, end: int) -> Iterator[tuple[LevelPhrase | None, int]]:
        held = self._levels.read(self._holder_end(start, end))
        if held is not None:
            yield self._as_class(held), held.end
        level = self._levels.read(end)
        if level is not None:
            whole = self._as_class(level)
            yield whole, whole.end
        elif end < len(self._words) and self._words[end].kind is Kind.WORD:
            place = self._levels.unnamed_place(end)
            if place > end:
                yield LevelPhrase(Form.NAMED, None, place, "", (end, place)), place
        yield None, end

    def _holder_end(self, start: int, end: int) -> int:
        """Step over the committee that has a one-stop desk: "Bộ phận Một cửa của UBND cấp xã" is that of its level."""
        linked = end + (norms(self._words, end, end + 1) in _OF)
        held = self._words[start].norm in _HELD_BY_COMMITTEES
        return (
            linked + 1 if held and norms(self._words, linked, linked + 1) == ("ubnd",) else len(self._words)
        )

    def _as_class(self, level: LevelPhrase) -> LevelPhrase:
        """Read "UBND huyện, xã" as classes: two bare nouns of different levels, or one and a class, side by side."""
        beyond = level.end + 1
        if level.form is not Form.OWN or level.level is None or beyond >= len(self._words):
            return level
        if self._words[level.end].kind is not Kind.SOFT:
            return level
        after = self._levels.read(beyond)
        if after is not None and after.form is Form.PLURAL and after.level is level.level:
            return after  # "UBND thị trấn, các xã" are all communes
        both = after is not None and after.form is Form.OWN and after.level not in (level.level, None)
        return replace(level, form=Form.CLASS) if both else level

    def _checked(
        self, node: Node, stem: tuple[int, int], level: LevelPhrase | None, end: int
    ) -> Reading | None:
        meaning = self._naming.meaning(node, stem, level)
        if meaning is None or self._naming.misspelt(meaning, stem):
            return None
        several = meaning.kind is PartyKind.GROUP
        head = self._words[stem[0]].norm
        tail = self._tails.read(end, vague=several and head in _VAGUE, held=head in _HELD, several=several)
        return Reading(meaning, node, stem, level, tail) if tail else None

    def _level_only(self, start: int, context: Context) -> Reading | None:
        """Read "cấp xã" after "UBND cấp huyện", or "các huyện, thị xã" on its own."""
        level = self._levels.read(start)
        if level is None:
            return None
        if level.form is Form.OWN and context.as_class and level.level:
            level = replace(level, form=Form.CLASS)
        node, meaning = context.node, self._continued(level, start, context)
        if meaning is None:
            node, meaning = self._index.root.after.get("ubnd"), self._naming.bare_level(level)
        tail = self._tails.read(level.end, vague=False)
        if node is None or meaning is None or tail is None:
            return None
        return Reading(meaning, node, context.stem, level, tail)

    def _continued(self, level: LevelPhrase, start: int, context: Context) -> Meaning | None:
        """Return what a level means after the stem of the item before it; None when it stands for itself."""
        before = context.phrase
        if context.node is None or before is None:
            return None
        apart = start > 0 and self._words[start - 1].kind is Kind.HARD
        if apart and level.form in (Form.PLURAL, Form.NAMED):
            return None
        meaning = self._naming.meaning(context.node, context.stem, level)
        similar = before.form is level.form or {before.form, level.form} <= {Form.PLURAL, Form.NAMED}
        alone = before.form is Form.OWN and level.form in (Form.PLURAL, Form.NAMED)
        return meaning if meaning is not None and not alone and (meaning.listed or similar) else None

    def _place_only(self, start: int, context: Context) -> Reading | None:
        """Read "Cai Lậy" after "UBND các huyện Cái Bè"."""
        before = context.phrase
        if before is None or not before.listed or context.node is None:
            return None
        end = self._levels.place(start)
        if end == start:
            return None
        level = replace(before, end=end, place=(start, end))
        meaning = self._naming.meaning(context.node, context.stem, level)
        tail = self._tails.read(end, vague=False)
        return Reading(meaning, context.node, context.stem, level, tail) if meaning and tail else None

    def _picked(self, start: int, fewest: int) -> Reading | None:
        """Read nouns of which a clause picks some: "cơ quan, người có thẩm quyền", "các sở, hội liên quan", "một số sở"."""
        words = self._words
        some = norms(words, start, start + 2) == _SOME
        end, count = self.beginnings.nouns_end(start + 2 * some)
        alone = count == 1 and words[start].norm in _VAGUE_ALONE
        if not (some and count) and not (count >= fewest > 1) and not (fewest == 1 and alone):
            return None
        tail = self._tails.read(end, vague=True)
        if tail is None:
            return None
        described = alone and tail.end > end and not words[start].plural
        if tail.outcome not in (Outcome.UNSPECIFIED, Outcome.SENTENCE) and not some and not described:
            return None
        if tail.outcome is not Outcome.SENTENCE:
            tail = replace(tail, outcome=Outcome.UNSPECIFIED)
        return Reading(Meaning(PartyKind.UNSPECIFIED, ""), self._index.root, (start, end), None, tail)

    def _open_level(self, start: int, _: Context) -> Reading | None:
        """Read a stem without its level: "HĐND, UBND tỉnh" says it once, at the end; else it stays open."""
        for match in self._index.matches(self._words, start):
            stem = (start, match.end)
            tail = self._tails.read(match.end, vague=False)
            unlevelled = self._naming.unlevelled(match.node, stem)
            if tail is None or unlevelled is None or not self._closed(tail.end):
                continue
            shared = self._shared_level(match.end)
            meaning = self._naming.meaning(match.node, stem, shared) if shared else None
            if shared and meaning and (meaning.listed or shared.form is not Form.PLURAL):
                return Reading(meaning, match.node, stem, None, tail)
            return Reading(unlevelled, match.node, stem, None, tail, open_level=True)
        return None

    def _closed(self, end: int) -> bool:
        words = self._words
        return end >= len(words) or words[end].kind is not Kind.WORD or words[end].newline

    def _shared_level(self, end: int) -> LevelPhrase | None:
        """Return the level that a list of bodies says once, after the last."""
        position = end
        for _ in range(_MOST_HOPS):
            if position + 1 >= len(self._words) or self._words[position].kind is not Kind.SOFT:
                return None
            matches = self._index.matches(self._words, position + 1)
            if not matches:
                return None
            position = matches[0].end
            level = self._levels.read(position)
            if level is not None:
                return level
        return None
