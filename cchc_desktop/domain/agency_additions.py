"""What an item of an agency cell adds to the body before it: a note, an exception, a new name, an address, its parent."""

from dataclasses import dataclass

from cchc_desktop.domain.agency_clauses import exception_at, exception_end, now_end
from cchc_desktop.domain.agency_index import NameIndex, Node
from cchc_desktop.domain.agency_items import Context, ItemReader
from cchc_desktop.domain.agency_levels import Form, LevelPhrase
from cchc_desktop.domain.agency_openings import NOTES, PARENT_KINDS, SECTION, ZONE_LEVELS, ZONES
from cchc_desktop.domain.agency_parents import PARENTS
from cchc_desktop.domain.agency_phrases import role_end
from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level, PartyKind
from cchc_desktop.domain.agency_tokens import Kind, norms
from cchc_desktop.domain.agency_words import Cell


@dataclass(slots=True)
class Piece:
    """A stretch of words of the cell and what it is."""

    start: int
    end: int
    kind: PartyKind
    name: str = ""
    key: str = ""
    level: Level | None = None
    node: Node | None = None
    """Stem of a body whose level the cell has not said."""
    unsaid: bool = False
    """True when the cell prints no level with it."""


class Additions:
    """Reads the additions of one cell."""

    def __init__(self, index: NameIndex, cell: Cell, items: ItemReader) -> None:
        self._index = index
        self._words = cell.words
        self._cell = cell
        self._items = items

    def end(self, piece: Piece, start: int, context: Context) -> int:
        """Return the end of what the words at a place add to the piece before them, which then has it; 0 for nothing."""
        if self._words[start - 1].kind is Kind.HARD:
            end = self._role_end(piece, start) if self._words[start - 1].norm == ":" else 0
        else:
            end = self._added(piece, start, context)
        piece.end = end or piece.end
        if end and exception_at(self._words, start):
            self.leave_out(piece)
        return end

    def _added(self, piece: Piece, start: int, context: Context) -> int:
        if exception_at(self._words, start):
            return exception_end(self._words, start)
        renamed = now_end(self._words, start)
        if renamed > start:
            return self._renamed(piece, renamed)
        return (
            self._note_end(piece, start)
            or self._zones_end(piece, start)
            or self._address_end(piece, start, context.phrase)
            or self._role_end(piece, start)
            or self._parent_end(piece, start)
        )

    def _note_end(self, _: Piece, start: int) -> int:
        """Return the end of a note on the piece before it; 0 when there is none."""
        if self._words[start - 1].kind is not Kind.SOFT or self._words[start].plural:
            return 0
        noted = any(norms(self._words, start, start + len(note)) == note for note in NOTES)
        return self._items.clause_end(start + 1) if noted else 0

    def _zones_end(self, board: Piece, start: int) -> int:
        """Return the end of further zones of the board before it, which keep it one body; 0 when there are none."""
        if self._words[start].norm not in ZONES:
            return 0
        joint = self._words[start - 1]
        if self._words[board.start].norm != "bql" or joint.norm != "&" or board.end != start - 1:
            return 0
        end = self._items.clause_end(start + 1)
        after = self._words[start + 1 : end]
        named = all(word.capital or word.norm in ZONE_LEVELS or not self._cell.cased for word in after)
        if not named or any(word.raw.isdigit() for word in after):
            return 0
        if not board.key and board.kind is PartyKind.AGENCY:
            board.name = f"{board.name} {self._cell.printed(start - 1, end)}"
        return end

    def _address_end(self, piece: Piece, start: int, phrase: LevelPhrase | None) -> int:
        """Return the end of an address: "UBND xã Cẩm Bình, huyện Cẩm Xuyên" is one committee; 0 when there is none."""
        named = phrase is not None and phrase.form is Form.NAMED and piece.kind is PartyKind.AGENCY
        if not named or piece.level is None or self._words[start - 1].norm != "," or piece.end != start - 1:
            return 0
        return self._items.wider_place_end(start, piece.level)

    def _role_end(self, piece: Piece, start: int) -> int:
        """Return the end of a role that a colon parts from its body: "Sở Nội vụ: chủ trì"; 0 when there is none."""
        end = role_end(self._words, start)
        closed = end >= len(self._words) or self._words[end].kind is not Kind.WORD
        if end == start or not closed or piece.end != start - 1:
            return 0
        return end

    def leave_out(self, piece: Piece) -> None:
        """Take a class with an exception for one that is not listed: nobody may be told that it means all of them."""
        grouped = piece.kind in (PartyKind.GROUP, PartyKind.UNSPECIFIED)
        piece.kind = piece.kind if grouped else PartyKind.UNKNOWN
        piece.name = self._cell.printed(piece.start, piece.end) if piece.kind is PartyKind.GROUP else ""
        piece.key, piece.node = "", None

    def _renamed(self, piece: Piece, start: int) -> int:
        """Let "Sở TT&TT nay là Sở KH&CN" stand for the body that has taken over; 0 when that is not known."""
        reading = next(self._items.readings(start, Context()), None) if start < len(self._words) else None
        if reading is None or reading.meaning.kind is not piece.kind:
            return 0
        meaning = reading.meaning
        piece.kind, piece.level, piece.node = meaning.kind, meaning.level, None
        piece.name, piece.key = meaning.name, meaning.key
        return reading.tail.end

    def _parent_end(self, piece: Piece, start: int) -> int:
        """Return the end of the body that the sub-unit before it belongs to ("Phòng CCHC – Sở Nội vụ"); 0 if none.

        A section works in the name of its body, also where no dash stands between them.
        """
        words = self._words
        body = self._index.by_key.get(piece.key)
        section = isinstance(body, Agency) and body.kind == SECTION
        dashed = piece.end == start - 1 and words[start - 1].raw == "-"
        if words[start].plural or not (dashed or (section and piece.end == start)):
            return 0
        reading = next(self._items.readings(start, Context()), None)
        if reading is None or reading.meaning.kind is not PartyKind.AGENCY:
            return 0
        end, parent = reading.tail.end, self._index.by_key.get(reading.meaning.key)
        listed = end < len(words) and words[end].raw == "-"
        if listed or not isinstance(parent, Agency) or not _belongs(body, parent):
            return 0
        if section:
            piece.key, piece.level = parent.key, parent.level
        return end


def _belongs(unit: Agency | AgencyGroup | None, parent: Agency) -> bool:
    """Tell whether a body is known to be part of another: else a dash between them parts two items of a list."""
    if not isinstance(unit, Agency):
        return False
    if unit.kind == SECTION:
        return parent.kind in PARENT_KINDS and parent.key != unit.key
    return parent.key in PARENTS.get(unit.key, ())
