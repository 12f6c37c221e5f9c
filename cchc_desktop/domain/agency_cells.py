"""An agency cell split into pieces, in printed order; every word of the cell ends up in one of them.

A piece counts as known only when all its words are explained; otherwise the whole piece is unknown and a person is asked.
"""

from collections.abc import Iterator

from cchc_desktop.domain.agency_additions import Additions, Piece
from cchc_desktop.domain.agency_clauses import counts_few
from cchc_desktop.domain.agency_doubts import doubt
from cchc_desktop.domain.agency_elsewhere import leave_to_others
from cchc_desktop.domain.agency_index import Entry, NameIndex, Node
from cchc_desktop.domain.agency_items import Context, ItemReader, Reading
from cchc_desktop.domain.agency_levels import Form
from cchc_desktop.domain.agency_naming import SAME_LEVEL
from cchc_desktop.domain.agency_openings import (
    AREA_LINKS,
    AREAS,
    BODIES,
    BROAD,
    COMMITTEES,
    HEADS,
    PREFIX_SPELLINGS,
    PREFIXES,
    PREFIXES_BY_WORD,
    SECTION,
    SPELLINGS,
    UNITS_OF_DEPARTMENT,
)
from cchc_desktop.domain.agency_records import Agency, Level, PartyKind
from cchc_desktop.domain.agency_tails import Outcome, begins_clause, has_strong_verb, says_concerned
from cchc_desktop.domain.agency_tokens import Kind, norms, unmarked
from cchc_desktop.domain.agency_words import Cell

_LEVEL_SLOTS = {Level.PROVINCE: "tinh", Level.DISTRICT: "huyen", Level.COMMUNE: "xa"}
_MOST_PREFIXES = 3


def _on_other_levels(reading: Reading) -> bool:
    """Tell whether a body named without its level has a namesake on another one: "Văn phòng HĐND và UBND"."""
    if reading.level is not None or reading.meaning.level is None:
        return False
    entries = (reading.node.slots.get(slot) for slot in _LEVEL_SLOTS.values())
    bodies = [entry.target for entry in entries if entry is not None and isinstance(entry.target, Agency)]
    return any(body.level is not reading.meaning.level for body in bodies)


def _on_level(node: Node, slot: str) -> Entry | None:
    """Return a body of a level, whichever noun of that level the directory lists it with."""
    return next((node.slots[noun] for noun in (slot, *SAME_LEVEL.get(slot, ())) if noun in node.slots), None)


class CellReader:
    """Splits one cell."""

    def __init__(self, index: NameIndex, cell: Cell, head: str = "") -> None:
        self._index = index
        self._words = cell.words
        self._cell = cell
        self._items = ItemReader(index, cell)
        self._additions = Additions(index, cell, self._items)
        self._pieces: list[Piece] = []
        self._context = Context(head if head in HEADS else "")
        self._waiting: int | None = None
        self._sentence = False

    def read(self) -> list[Piece]:
        """Return the pieces in printed order; one sentence piece when the cell is a sentence."""
        position = 0
        while position < len(self._words) and not self._sentence:
            is_word = self._words[position].kind is Kind.WORD
            position = self._item(position) if is_word else position + 1
        if self._sentence:
            return [Piece(0, len(self._words), PartyKind.SENTENCE)]
        self._settle_levels()
        doubt(self._index, self._cell, self._pieces)
        leave_to_others(self._index, self._cell, self._pieces)
        return self._pieces

    def _item(self, start: int) -> int:
        if self._pieces and self._waiting is None:
            added = self._additions.end(self._pieces[-1], start, self._context)
            if added:
                return added
        sentence = False
        for reading in self._attempts(start):
            if reading.tail.outcome is not Outcome.SENTENCE:
                return self._take(start, reading)
            sentence = True
        if self._introduces(start):
            return self._wait(start, start + 1)
        if sentence:
            self._sentence = True
            return len(self._words)
        return self._unknown(start)

    def _attempts(self, start: int) -> Iterator[Reading]:
        """Yield readings of the item at a place, the surest first, then without words such as "lãnh đạo"."""
        labelled = self._label_end(start)
        bodies = [labelled] if labelled > start else [start, *self._without_prefix(start)]
        for body in bodies:
            yield from self._items.readings(body, self._context)

    def _label_end(self, start: int) -> int:
        """Step over "Cơ quan chủ trì:"."""
        for prefix in PREFIXES:
            end = start + len(prefix)
            colon = end + 1 < len(self._words) and self._words[end].norm == ":"
            if colon and norms(self._words, start, end) == prefix:
                return end + 1
        return start

    def _without_prefix(self, start: int) -> Iterator[int]:
        """Yield where a body may begin after words such as "lãnh đạo": each time the longest left out, then the others."""
        words = self._words
        ends = [start]
        while len(ends) <= _MOST_PREFIXES and (longer := max(self._prefix_ends(ends[-1]), default=0)):
            ends.append(longer)
        shorter = sorted({end for place in ends[:-1] for end in self._prefix_ends(place)} - set(ends))
        yield from (end for end in (*ends[1:], *shorter) if end < len(words) and words[end].kind is Kind.WORD)

    def _prefix_ends(self, start: int) -> list[int]:
        ends = (start + len(prefix) for prefix in PREFIXES_BY_WORD.get(self._word(start), ()))
        return [
            end for end in ends if norms(self._words, start, end) in PREFIXES and self._spelled(start, end)
        ]

    def _spelled(self, start: int, end: int) -> bool:
        """Tell "mời" and "trưởng" from "môi trường"."""
        return all(
            unmarked(word.raw) or word.raw in PREFIX_SPELLINGS.get(word.norm, (word.raw,))
            for word in self._words[start:end]
        )

    def _word(self, position: int) -> str:
        return self._words[position].norm if position < len(self._words) else ""

    def _take(self, start: int, reading: Reading) -> int:
        end, meaning, outcome = reading.tail.end, reading.meaning, reading.tail.outcome
        piece = Piece(start, end, meaning.kind, meaning.name, meaning.key, meaning.level)
        piece.unsaid = reading.level is None and not set(norms(self._words, *reading.stem)) & COMMITTEES
        if reading.level is not None and meaning.kind is PartyKind.AGENCY and not meaning.key:
            piece.level = reading.level.level
        piece.node = reading.node if reading.open_level or _on_other_levels(reading) else None
        if outcome is Outcome.UNSPECIFIED:
            self._reach_back(start)
            piece = Piece(start, end, PartyKind.UNSPECIFIED)
        elif outcome is Outcome.EXCEPTED:
            self._additions.leave_out(piece)
        elif self._is_narrowed(reading):
            piece.key, piece.name = "", self._cell.printed(start, end)
        elif meaning.kind is PartyKind.GROUP and counts_few(self._cell.printed(start, end)):
            piece = Piece(start, end, PartyKind.UNSPECIFIED)
        if piece.kind in (PartyKind.GROUP, PartyKind.UNSPECIFIED) and self._lists_members(start, end):
            return self._wait(start, end)
        self._remember(reading)
        self._keep(piece)
        return end

    def _is_narrowed(self, reading: Reading) -> bool:
        """Tell whether fewer are meant than the name says: "các đơn vị thuộc Sở Y tế", "… trên địa bàn huyện Cái Bè"."""
        grouped = reading.meaning.kind is PartyKind.GROUP
        narrowed = grouped and reading.tail.outcome is Outcome.NARROWED
        return narrowed or (bool(reading.meaning.key) and self._in_smaller_area(reading))

    def _in_smaller_area(self, reading: Reading) -> bool:
        """Tell "Các cơ quan ngành dọc trên địa bàn huyện" from those of the province, and any with a named district."""
        words, provincial = self._words, reading.meaning.level is Level.PROVINCE
        for place in range(self._name_end(reading) + 1, reading.tail.end):
            area = words[place].norm in AREAS
            if area and provincial and words[place - 1].norm in AREA_LINKS:
                return True
            if (area or words[place].norm == "tp") and self._items.named_unit_at(place):
                return True
        return False

    def _name_end(self, reading: Reading) -> int:
        return max(reading.stem[1], reading.level.end if reading.level else 0)

    def _reach_back(self, start: int) -> None:
        """Let "có liên quan" reach back over "các cơ quan, đơn vị" that stand in the same list."""
        position = start
        for piece in reversed(self._pieces):
            between = self._words[piece.end : position]
            joined = bool(between) and all(word.kind is Kind.SOFT for word in between)
            broad = piece.kind is PartyKind.GROUP and self._words[piece.start].norm in BROAD
            if not joined or not broad:
                return
            piece.kind, piece.name, piece.key = PartyKind.UNSPECIFIED, "", ""
            position = piece.start

    def _remember(self, reading: Reading) -> None:
        """Keep what later items of the list may leave out."""
        phrase = reading.level
        spelled = phrase is not None and any(
            word.norm == "cap" for word in self._words[max(0, phrase.end - 2) : phrase.end]
        )
        as_class = phrase is not None and phrase.form is Form.CLASS and not spelled
        named = reading.meaning.kind is PartyKind.AGENCY and reading.head in HEADS
        head = reading.head if named else ""
        listed = (self._context.listed and head == self._context.head) or self._words[reading.stem[0]].plural
        self._context = Context(head, reading.node, reading.stem, phrase, listed, as_class)

    def _lists_members(self, start: int, end: int) -> bool:
        """Tell whether a class is followed by the names of its members: "Các sở, ngành: Nội vụ, Công an tỉnh"."""
        colon = end + 1 < len(self._words) and self._words[end].norm == ":"
        return colon and self._items.beginnings.listed_at(end + 1, self._words[start].norm)

    def _introduces(self, start: int) -> bool:
        """Tell whether a lone first word opens a list: "Các Sở: …"."""
        colon = start + 2 < len(self._words) and self._words[start + 1].norm == ":"
        return colon and self._words[start].norm in HEADS

    def _wait(self, start: int, end: int) -> int:
        """Let the words that open a list belong to its first item."""
        head = self._words[start].norm
        self._waiting = start if self._waiting is None else self._waiting
        self._context = Context(head if head in HEADS else "", listed=True)
        return end

    def _keep(self, piece: Piece) -> None:
        if self._waiting is not None:
            piece.start, self._waiting = self._waiting, None
        self._pieces.append(piece)

    def _unknown(self, start: int) -> int:
        end = self._unknown_end(start)
        if has_strong_verb(self._words, start, end) or begins_clause(self._words, start):
            self._sentence = True
        concerned = says_concerned(self._words, start, end)
        self._keep(Piece(start, end, PartyKind.UNSPECIFIED if concerned else PartyKind.UNKNOWN))
        self._context = Context(self._context.head)
        return end

    def _unknown_end(self, start: int) -> int:
        """Return the end of an unknown piece: a name may hold commas and "và", so only what begins a body ends it."""
        words = self._words
        body = words[start].norm in BODIES or words[start].plural
        position = start + 1
        while position < len(words) and words[position].kind is not Kind.HARD:
            word = words[position]
            if word.kind is Kind.SOFT:
                if position + 1 == len(words) or not body or self._begins_item(position + 1):
                    break
            elif word.newline and word.capital and self._begins_item(position):
                break
            position += 1
        return position

    def _begins_item(self, position: int) -> bool:
        word = self._words[position]
        listed = self._items.beginnings.listed_at(position, self._context.head)
        spelling = SPELLINGS.get(word.norm, word.raw)
        body = word.norm in BODIES and (word.raw == spelling or unmarked(word.raw))
        return word.plural or body or listed

    def _is_inside(self, piece: Piece) -> bool:
        """Tell whether a piece is a part of a department, beside which "Thanh tra" is the department's own."""
        body = self._index.by_key.get(piece.key)
        return piece.key == UNITS_OF_DEPARTMENT or (isinstance(body, Agency) and body.kind == SECTION)

    def _settle_levels(self) -> None:
        """Give bodies whose level is not said the level that all others of the cell share."""
        known = [piece for piece in self._pieces if piece.key and piece.level]
        if any(self._is_inside(piece) for piece in self._pieces):
            return
        said = [piece for piece in known if piece.node is None] or known
        slots = {_LEVEL_SLOTS.get(piece.level, "") for piece in said if piece.level}
        if len(slots) != 1:
            return
        slot = slots.pop()
        for piece in self._pieces:
            entry = _on_level(piece.node, slot) if piece.node else None
            if entry is not None and entry.target is not None and entry.target.key != piece.key:
                piece.name, piece.key = entry.target.name, entry.target.key
