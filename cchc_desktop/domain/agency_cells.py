"""An agency cell split into pieces, in printed order; every word of the cell ends up in one of them.

A piece counts as known only when all its words are explained; otherwise the whole piece is unknown and a person is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.agency_index import NameIndex, Node
from cchc_desktop.domain.agency_items import Context, ItemReader, Reading
from cchc_desktop.domain.agency_levels import Form
from cchc_desktop.domain.agency_records import Agency, Level, PartyKind
from cchc_desktop.domain.agency_tails import Outcome, begins_clause, has_strong_verb, says_concerned
from cchc_desktop.domain.agency_tokens import Kind, norms
from cchc_desktop.domain.agency_words import Cell

HEADS = frozenset({"so", "phong", "ban", "hoi", "bo", "cuc", "chicuc", "congchuc", "tt", "truong"})
"""First words that a list may name once for all: "các Sở: Nội vụ, Tài chính"."""
_BODIES = HEADS | frozenset({
    "ubnd", "hdnd", "ub", "mttq", "vp", "bcd", "bql", "bch", "congty", "tongcuc", "tapdoan", "benh", "vien", "quy", "doan",
    "to", "doi", "tram", "kbnn", "nhnn", "nganhang", "bhxh", "buu", "toa", "thanh", "dai", "bao", "cong", "ldld", "danguy",
    "tinhuy", "coquan", "donvi", "tochuc", "doanhnghiep", "nha", "khoa", "chudautu", "chutich", "giamdoc", "canbo", "nguoidan",
    "canhan", "diaphuong", "htx", "vnpt", "viettel", "hiephoi", "lien", "dien", "dang", "bophan", "cum", "lop",
})  # fmt: skip
"""First words of bodies: after a separator they begin a new piece, even when the body is not known."""
_BROAD = frozenset({"coquan", "donvi", "tochuc"})
"""Classes so broad that a "có liên quan" later in their list is said of them too."""
_LEVEL_SLOTS = {Level.PROVINCE: "tinh", Level.DISTRICT: "huyen", Level.COMMUNE: "xa"}
_MOST_PREFIXES = 3


def _on_other_levels(reading: Reading) -> bool:
    """Tell whether a body named without its level has a namesake on another one: "Văn phòng HĐND và UBND"."""
    if reading.level is not None or reading.meaning.level is None:
        return False
    entries = (reading.node.slots.get(slot) for slot in _LEVEL_SLOTS.values())
    bodies = [entry.target for entry in entries if entry is not None and isinstance(entry.target, Agency)]
    return any(body.level is not reading.meaning.level for body in bodies)


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.replace("\n", ";").split(";") if phrase.strip())


_NOTES = _phrases("coquan thuongtruc; coquan dau moi; donvi dau moi; donvi thuongtruc")
"""Beginnings of a note on the body before: "Sở Nội vụ - cơ quan thường trực CCHC"."""
_PREFIXES = _phrases("""
    coquan chutri; donvi chutri; coquan phoihop; donvi phoihop; phoihop voi; phoihop cung; phoihop; chutri; cung voi; cung
    voi; hoac; giao; do; de nghi; lanh dao; dai dien; thutruong; giamdoc; pho giamdoc; chanh; nguoi dung dau; truong; pho
    dong chi; thuongtruc; thanh vien; rieng; trong do; gom; bao gom; chutich; pho chutich; bi thu; ket hop voi; tham muu
    hieu truong; thuc hien; coquan thuc hien; donvi thuc hien; coquan tham muu; moi; ong; ba; d/c; coquan chutri thuc hien
    donvi dau moi; coquan dau moi; dau moi; coquan thuongtruc; nganh; truc tiep
""")
"""Words before a body that do not change who it is: "Lãnh đạo", "Đề nghị", "Cơ quan chủ trì"."""


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


class CellReader:
    """Splits one cell."""

    def __init__(self, index: NameIndex, cell: Cell, head: str = "") -> None:
        self._words = cell.words
        self._cell = cell
        self._items = ItemReader(index, cell)
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
        return self._pieces

    def _item(self, start: int) -> int:
        noted = self._note_end(start)
        if noted:
            self._pieces[-1].end = noted
            return noted
        sentence = False
        for body, reading in self._attempts(start):
            if self._coordinates(start, body):
                sentence = True
                break
            if reading.tail.outcome is not Outcome.SENTENCE:
                return self._take(start, reading)
            sentence = True
        if self._introduces(start):
            return self._wait(start, start + 1)
        if sentence:
            self._sentence = True
            return len(self._words)
        return self._unknown(start)

    def _note_end(self, start: int) -> int:
        """Return the end of a note on the piece before it; 0 when there is none."""
        joined = start > 0 and self._words[start - 1].kind is Kind.SOFT and bool(self._pieces)
        if not joined or self._words[start].plural or self._waiting is not None:
            return 0
        noted = any(norms(self._words, start, start + len(note)) == note for note in _NOTES)
        return self._items.clause_end(start + 1) if noted else 0

    def _attempts(self, start: int) -> Iterator[tuple[int, Reading]]:
        """Yield readings of the item at a place, the surest first, then without words such as "lãnh đạo"."""
        labelled = self._label_end(start)
        bodies = [labelled] if labelled > start else [start, *self._without_prefix(start)]
        for body in bodies:
            for reading in self._items.readings(body, self._context):
                yield body, reading

    def _label_end(self, start: int) -> int:
        """Step over "Cơ quan chủ trì:"."""
        for prefix in _PREFIXES:
            end = start + len(prefix)
            colon = end + 1 < len(self._words) and self._words[end].norm == ":"
            if colon and norms(self._words, start, end) == prefix:
                return end + 1
        return start

    def _without_prefix(self, start: int) -> Iterator[int]:
        words = self._words
        position = start
        for _ in range(_MOST_PREFIXES):
            fitting = (
                prefix for prefix in _PREFIXES if norms(words, position, position + len(prefix)) == prefix
            )
            length = max(map(len, fitting), default=0)
            position += length
            if not length or position >= len(words) or words[position].kind is not Kind.WORD:
                return
            yield position

    def _coordinates(self, start: int, body: int) -> bool:
        """Tell whether an item after others begins with "phối hợp": then the cell is a sentence with two roles."""
        said = body > start and self._words[start].norm == "phoihop" and self._words[body - 1].norm != ":"
        return bool(self._pieces) and said

    def _take(self, start: int, reading: Reading) -> int:
        end, meaning, outcome = reading.tail.end, reading.meaning, reading.tail.outcome
        piece = Piece(start, end, meaning.kind, meaning.name, meaning.key, meaning.level)
        piece.node = reading.node if reading.open_level or _on_other_levels(reading) else None
        if outcome is Outcome.UNSPECIFIED:
            self._reach_back(start)
            piece = Piece(start, end, PartyKind.UNSPECIFIED)
        elif outcome is Outcome.NARROWED and meaning.kind is PartyKind.GROUP:
            piece.key, piece.name = "", self._cell.printed(start, end)
        if piece.kind in (PartyKind.GROUP, PartyKind.UNSPECIFIED) and self._lists_members(start, end):
            return self._wait(start, end)
        self._remember(reading)
        self._keep(piece)
        return end

    def _reach_back(self, start: int) -> None:
        """Let "có liên quan" reach back over "các cơ quan, đơn vị" that stand in the same list."""
        position = start
        for piece in reversed(self._pieces):
            between = self._words[piece.end : position]
            joined = bool(between) and all(word.kind is Kind.SOFT for word in between)
            broad = piece.kind is PartyKind.GROUP and self._words[piece.start].norm in _BROAD
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
        body = words[start].norm in _BODIES or words[start].plural
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
        return word.plural or word.norm in _BODIES or listed

    def _settle_levels(self) -> None:
        """Give bodies whose level is not said the level that all others of the cell share."""
        known = [piece for piece in self._pieces if piece.key and piece.level]
        said = [piece for piece in known if piece.node is None] or known
        slots = {_LEVEL_SLOTS.get(piece.level, "") for piece in said if piece.level}
        if len(slots) != 1:
            return
        slot = slots.pop()
        for piece in self._pieces:
            entry = piece.node.slots.get(slot) if piece.node else None
            if entry is not None and entry.target is not None:
                piece.name, piece.key = entry.target.name, entry.target.key
