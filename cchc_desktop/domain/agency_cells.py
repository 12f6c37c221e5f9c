"""An agency cell split into parties, in printed order; every word of the cell ends up in one of them.

A piece counts as known only when all its words are explained; otherwise the whole piece is unknown and a person is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.domain.agency_index import LISTED_NOUNS, Match, NameIndex, Node
from cchc_desktop.domain.agency_levels import Form, LevelPhrase, LevelReader, norms, noun_at
from cchc_desktop.domain.agency_naming import Meaning, Naming
from cchc_desktop.domain.agency_records import Level, PartyKind
from cchc_desktop.domain.agency_tails import (
    Outcome,
    Tail,
    TailReader,
    begins_clause,
    has_strong_verb,
    says_concerned,
)
from cchc_desktop.domain.agency_words import Cell, Kind, Lexeme

HEADS = frozenset({"so", "phong", "ban", "hoi", "bo", "cuc", "chicuc", "congchuc", "tt", "truong"})
"""First words that a list may name once for all: "các Sở: Nội vụ, Tài chính"."""
_BODIES = HEADS | frozenset(
    """
    ubnd hdnd ub mttq vp bcd bql bch congty tongcuc tapdoan benhvien benh vien quy doan to doi tram kbnn nhnn nganhang bhxh
    buu toa thanh dai bao cong hoidong lienminh ldld danguy tinhuy coquan donvi tochuc doanhnghiep nha khoa cac chudautu
    chutich giamdoc canbo nguoidan canhan diaphuong htx vnpt viettel hiephoi lien cuc dien dang bophan cum lop
""".split()
)
"""First words of bodies: after a separator they begin a new piece, even when the body is not known."""
_CERTAIN = frozenset({"ubnd", "hdnd", "so", "vp", "chicuc", "congty", "tapdoan", "mttq"})
_VAGUE = frozenset(
    """
    coquan donvi tochuc canhan diaphuong nganh nguoi bophan doanhnghiep doanthe cap so ban phong hoi canbo congchuc
""".split()
)
_VAGUE_ALONE = frozenset(
    {"coquan", "donvi", "tochuc", "canhan", "diaphuong", "nguoi", "bophan", "doanhnghiep"}
)
_MOST_HOPS = 6
_NOTES = (
    ("coquan", "thuongtruc"),
    ("coquan", "dau", "moi"),
    ("donvi", "dau", "moi"),
    ("donvi", "thuongtruc"),
)
_MOST_PREFIXES = 3
_PREFIXES = tuple(tuple(phrase.split()) for phrase in """
    coquan chutri; donvi chutri; coquan phoihop; donvi phoihop; phoihop voi; phoihop cung; phoihop; chutri; cung voi; cung
    voi; hoac; giao; do; de nghi; lanh dao; dai dien; thutruong; giamdoc; pho giamdoc; chanh; nguoi dung dau; truong; pho
    dong chi; thuongtruc; thanh vien; rieng; trong do; gom; bao gom; chutich; pho chutich; bi thu; ket hop voi; tham muu
    thuc hien; coquan thuc hien; donvi thuc hien; coquan tham muu; moi; ong; ba; d & c; bi thu; tat ca; coquan chutri thuc hien
    donvi dau moi; coquan dau moi; dau moi; coquan thuongtruc; nganh; truc tiep
""".replace("\n", ";").split(";") if phrase.strip())  # fmt: skip


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
    """Stem it was found with; with no key, its level is still open."""


@dataclass(slots=True)
class _Context:
    """What a list has said once for all: the first word, or the stem before a level."""

    head: str = ""
    node: Node | None = None
    stem: tuple[int, int] = (0, 0)
    phrase: LevelPhrase | None = None
    as_class: bool = False
    """True in "UBND huyện, xã": bare nouns stand for all units of their level."""


@dataclass(frozen=True, slots=True)
class _Reading:
    meaning: Meaning
    node: Node
    stem: tuple[int, int]
    level: LevelPhrase | None
    tail: Tail
    head: str = ""
    """First word that later items of the list may leave out."""
    open_level: bool = False


class CellReader:
    """Splits one cell."""

    def __init__(self, index: NameIndex, cell: Cell, head: str = "") -> None:
        self.words = cell.words
        self._index = index
        self._cell = cell
        self._naming = Naming(index, cell)
        self._levels = LevelReader(cell.words, cell.cased, self._begins)
        self._tails = TailReader(cell.words, self._begins)
        self._begun: dict[int, bool] = {}
        self._pieces: list[Piece] = []
        self._context = _Context(head)
        self._waiting: int | None = None
        self._sentence = False

    def read(self) -> list[Piece]:
        """Return the pieces in printed order; one sentence piece when the cell is a sentence."""
        position = 0
        while position < len(self.words) and not self._sentence:
            if self.words[position].kind is Kind.WORD:
                position = self._item(position)
            else:
                position += 1
        if self._sentence:
            return [Piece(0, len(self.words), PartyKind.SENTENCE)]
        if self._waiting is not None:
            self._keep(Piece(self._waiting, self._last_word_end(), PartyKind.UNKNOWN))
        self._settle_levels()
        return self._pieces

    def _last_word_end(self) -> int:
        return max(place for place, word in enumerate(self.words, start=1) if word.kind is Kind.WORD)

    def _item(self, start: int) -> int:
        noted = self._note_end(start)
        if noted:
            self._pieces[-1].end = noted
            return noted
        sentence: _Reading | None = None
        for body, reading in self._attempts(start):
            if reading.tail.outcome is not Outcome.SENTENCE:
                if self._coordinates(start, body):
                    sentence = reading
                    break
                return self._take(start, reading)
            sentence = sentence or reading
        if self._introduces(start):
            return self._wait(start, start + 1, self.words[start].norm)
        if sentence is not None:
            self._sentence = True
            return sentence.tail.end
        return self._unknown(start)

    def _note_end(self, start: int) -> int:
        """Return the end of a note on the piece before: "Sở Nội vụ - cơ quan thường trực CCHC"; 0 when it is none."""
        joined = start > 0 and self.words[start - 1].kind is Kind.SOFT and bool(self._pieces)
        if not joined or self.words[start].plural or self._waiting is not None:
            return 0
        noted = any(norms(self.words, start, start + len(note)) == note for note in _NOTES)
        return self._tails.clause_end(start + 1) if noted else 0

    def _attempts(self, start: int) -> Iterator[tuple[int, _Reading]]:
        """Yield readings of the item at a place, the surest first, then without words such as "lãnh đạo"."""
        labelled = self._label_end(start)
        bodies = [labelled] if labelled > start else [start, *self._without_prefix(start)]
        for body in bodies:
            for read in (
                self._some_of,
                self._direct,
                self._elliptic_head,
                self._level_only,
                self._place_only,
                self._open_level,
                self._one_of,
            ):
                reading = read(body)
                if reading is not None:
                    yield body, reading

    def _label_end(self, start: int) -> int:
        """Step over "Cơ quan chủ trì:"."""
        for prefix in _PREFIXES:
            end = start + len(prefix)
            colon = end + 1 < len(self.words) and self.words[end].norm == ":"
            if colon and norms(self.words, start, end) == prefix:
                return end + 1
        return start

    def _without_prefix(self, start: int) -> Iterator[int]:
        position = start
        for _ in range(_MOST_PREFIXES):
            length = max(
                (
                    len(prefix)
                    for prefix in _PREFIXES
                    if norms(self.words, position, position + len(prefix)) == prefix
                ),
                default=0,
            )
            position += length
            if not length or position >= len(self.words) or self.words[position].kind is not Kind.WORD:
                return
            yield position

    def _coordinates(self, start: int, body: int) -> bool:
        """Tell whether an item after others begins with "phối hợp với": then the cell is a sentence with two roles."""
        said = norms(self.words, start, body)
        return (
            bool(self._pieces) and said[:1] == ("phoihop",) and len(said) > 1 and said[1] in {"voi", "cung"}
        )

    def _direct(self, start: int) -> _Reading | None:
        return self._best(self._index.matches(self.words, start), start, self.words[start].norm)

    def _elliptic_head(self, start: int) -> _Reading | None:
        """Read "Tài chính" after "các Sở: Nội vụ"."""
        head = self._context.head
        node = self._index.root.after.get(head) if head else None
        reading = self._best(self._index.matches(self.words, start, node), start, head) if node else None
        return reading if reading and reading.meaning.kind is PartyKind.AGENCY else None

    def _best(self, matches: list[Match], start: int, head: str) -> _Reading | None:
        """Return the first match whose words are all explained; one that makes a sentence only if there is no other."""
        sentence: _Reading | None = None
        for match in matches:
            for level, end in self._level_choices(match.end):
                reading = self._checked(match.node, (start, match.end), level, end)
                if reading is None:
                    continue
                if reading.tail.outcome is not Outcome.SENTENCE:
                    return replace(reading, head=head)
                sentence = sentence or reading
        return sentence

    def _level_choices(self, end: int) -> Iterator[tuple[LevelPhrase | None, int]]:
        level = self._levels.read(end)
        if level is not None:
            yield self._as_class(level), level.end
        if end < len(self.words) and self.words[end].kind is Kind.WORD and level is None:
            place = self._levels.unnamed_place(end)
            if place > end:
                yield LevelPhrase(Form.NAMED, None, place, "", (end, place)), place
        yield None, end

    def _as_class(self, level: LevelPhrase) -> LevelPhrase:
        """Read "UBND huyện, xã" as classes: two bare nouns of different levels side by side."""
        if level.form is not Form.OWN or level.end + 1 >= len(self.words):
            return level
        if self.words[level.end].kind is not Kind.SOFT:
            return level
        after = self._levels.read(level.end + 1)
        both = after is not None and after.form is Form.OWN and after.level not in (level.level, None)
        return replace(level, form=Form.CLASS) if both and level.level else level

    def _checked(
        self, node: Node, stem: tuple[int, int], level: LevelPhrase | None, end: int
    ) -> _Reading | None:
        if level is None and not node.slots:
            return None
        meaning = self._naming.meaning(node, stem, level)
        if meaning is None:
            return None
        tail = self._tails.read(end, self._is_vague(stem[0], meaning))
        return _Reading(meaning, node, stem, level, tail) if tail else None

    def _is_vague(self, start: int, meaning: Meaning) -> bool:
        return meaning.kind is PartyKind.GROUP and self.words[start].norm in _VAGUE

    def _level_only(self, start: int) -> _Reading | None:
        """Read "cấp xã" after "UBND cấp huyện", or "các huyện, thị xã" on its own."""
        level = self._levels.read(start)
        if level is None:
            return None
        context = self._context
        if level.form is Form.OWN and context.as_class and level.level:
            level = replace(level, form=Form.CLASS)
        node, meaning = self._continued(level, start)
        if meaning is None or node is None:
            node, meaning = self._index.root.after.get("ubnd"), self._naming.bare_level(level)
        if meaning is None or node is None:
            return None
        tail = self._tails.read(level.end, False)
        return _Reading(meaning, node, context.stem, level, tail) if tail else None

    def _continued(self, level: LevelPhrase, start: int) -> tuple[Node | None, Meaning | None]:
        context = self._context
        before = context.phrase
        if context.node is None or before is None:
            return None, None
        apart = start > 0 and self.words[start - 1].kind is Kind.HARD
        if apart and level.form in (Form.PLURAL, Form.NAMED):
            return None, None
        meaning = self._naming.meaning(context.node, context.stem, level)
        similar = before.form is level.form or {before.form, level.form} <= {Form.PLURAL, Form.NAMED}
        return (context.node, meaning) if meaning and (meaning.listed or similar) else (None, None)

    def _place_only(self, start: int) -> _Reading | None:
        """Read "Cai Lậy" after "UBND các huyện Cái Bè"."""
        before = self._context.phrase
        if before is None or not before.listed or self._context.node is None:
            return None
        end = self._levels.place(start)
        if end == start:
            return None
        level = replace(before, end=end, place=(start, end))
        meaning = self._naming.meaning(self._context.node, self._context.stem, level)
        tail = self._tails.read(end, False)
        return (
            _Reading(meaning, self._context.node, self._context.stem, level, tail)
            if meaning and tail
            else None
        )

    def _some_of(self, start: int) -> _Reading | None:
        """Read several nouns of which a clause picks some: "cơ quan, người có thẩm quyền", "các sở, hội liên quan"."""
        return self._picked(start, 2)

    def _one_of(self, start: int) -> _Reading | None:
        return self._picked(start, 1) if self.words[start].norm in _VAGUE_ALONE else None

    def _picked(self, start: int, fewest: int) -> _Reading | None:
        words = self.words
        some = norms(words, start, start + 2) == ("mot", "so")
        end, count = start + 2 * some, 0
        while end < len(words) and words[end].norm in LISTED_NOUNS:
            soft = (
                end + 2 < len(words)
                and words[end + 1].kind is Kind.SOFT
                and words[end + 2].norm in LISTED_NOUNS
            )
            end, count = end + (2 if soft else 1), count + 1
        tail = self._tails.read(end, True) if count >= (1 if some else fewest) else None
        if tail is None:
            return None
        said = tail.end > end and words[start].norm in _VAGUE_ALONE and not words[start].plural
        if (
            tail.outcome not in (Outcome.UNSPECIFIED, Outcome.SENTENCE)
            and not some
            and not (fewest == 1 and said)
        ):
            return None
        if tail.outcome is not Outcome.SENTENCE:
            tail = replace(tail, outcome=Outcome.UNSPECIFIED)
        return _Reading(Meaning(PartyKind.UNSPECIFIED, ""), self._index.root, (start, end), None, tail)

    def _open_level(self, start: int) -> _Reading | None:
        """Read a stem without its level: "HĐND, UBND tỉnh" says it once, at the end; else it stays open."""
        for match in self._index.matches(self.words, start):
            stem = (start, match.end)
            tail = self._tails.read(match.end, False)
            open_meaning = self._naming.unlevelled(match.node, stem)
            if tail is None or open_meaning is None:
                continue
            level = self._shared_level(match.end)
            meaning = self._naming.meaning(match.node, stem, level) if level else None
            if meaning is not None and (meaning.listed or (level and level.form in (Form.OWN, Form.NAMED))):
                return _Reading(meaning, match.node, stem, None, tail)
            return _Reading(open_meaning, match.node, stem, None, tail, open_level=True)
        return None

    def _shared_level(self, end: int) -> LevelPhrase | None:
        position = end
        for _ in range(_MOST_HOPS):
            if position + 1 >= len(self.words) or self.words[position].kind is not Kind.SOFT:
                return None
            matches = self._index.matches(self.words, position + 1)
            if not matches:
                return None
            position = matches[0].end
            level = self._levels.read(position)
            if level is not None:
                return level
        return None

    def _take(self, start: int, reading: _Reading) -> int:
        end = reading.tail.end
        meaning = reading.meaning
        piece = Piece(start, end, meaning.kind, meaning.name, meaning.key, meaning.level)
        piece.node = reading.node if reading.open_level else None
        outcome = reading.tail.outcome
        if outcome is Outcome.UNSPECIFIED:
            self._vague_neighbours(start)
            piece = Piece(start, end, PartyKind.UNSPECIFIED)
        elif outcome is Outcome.NARROWED and meaning.kind is PartyKind.GROUP:
            piece.key, piece.name = "", self._printed(start, end)
        self._remember(reading)
        if meaning.kind is PartyKind.GROUP and self._colon_list(end):
            return self._wait(start, end, self.words[reading.stem[0]].norm)
        self._keep(piece)
        return end

    def _printed(self, start: int, end: int) -> str:
        return " ".join(self._cell.text[self.words[start].start : self.words[end - 1].end].split())

    def _vague_neighbours(self, start: int) -> None:
        """Let "có liên quan" reach back over "các cơ quan, đơn vị" that stand in the same list."""
        position = start
        for piece in reversed(self._pieces):
            joined = position > piece.end and all(
                word.kind is Kind.SOFT for word in self.words[piece.end : position]
            )
            vague = self.words[piece.start].norm in {"coquan", "donvi", "tochuc"}
            if not joined or not vague or piece.kind is not PartyKind.GROUP:
                return
            piece.kind, piece.name, piece.key = PartyKind.UNSPECIFIED, "", ""
            position = piece.start

    def _remember(self, reading: _Reading) -> None:
        """Keep what later items of the list may leave out."""
        phrase = reading.level
        as_class = phrase is not None and phrase.form is Form.CLASS and not self._says_class(phrase)
        head = reading.head if reading.head in HEADS else ""
        self._context = _Context(head, reading.node, reading.stem, phrase, as_class)

    def _says_class(self, phrase: LevelPhrase) -> bool:
        return any(word.norm == "cap" for word in self.words[max(0, phrase.end - 2) : phrase.end])

    def _colon_list(self, end: int) -> bool:
        return end + 1 < len(self.words) and self.words[end].norm == ":" and self._begins_list(end + 1)

    def _begins_list(self, start: int) -> bool:
        if start >= len(self.words) or self.words[start].kind is not Kind.WORD:
            return False
        head = self._index.root.after.get(self._context.head)
        return self._begins(start) or bool(head and self._index.matches(self.words, start, head))

    def _introduces(self, start: int) -> bool:
        """Tell whether a lone first word opens a list: "Các Sở: …"."""
        colon = start + 2 < len(self.words) and self.words[start + 1].norm == ":"
        return colon and self.words[start].norm in HEADS

    def _wait(self, start: int, end: int, head: str) -> int:
        """Let the words that open a list belong to its first item."""
        self._waiting = start if self._waiting is None else self._waiting
        self._context = _Context(head if head in HEADS else "")
        return end

    def _keep(self, piece: Piece) -> None:
        if self._waiting is not None:
            piece.start, self._waiting = self._waiting, None
        self._pieces.append(piece)

    def _unknown(self, start: int) -> int:
        end = self._unknown_end(start)
        if has_strong_verb(self.words, start, end) or begins_clause(self.words, start):
            self._sentence = True
        concerned = says_concerned(self.words, start, end)
        self._keep(Piece(start, end, PartyKind.UNSPECIFIED if concerned else PartyKind.UNKNOWN))
        self._context = _Context(self._context.head)
        return end

    def _unknown_end(self, start: int) -> int:
        """Return the end of an unknown piece: a name may hold commas and "và", so only what begins a body ends it."""
        body = self.words[start].norm in _BODIES or self.words[start].plural
        position = start + 1
        while position < len(self.words) and self.words[position].kind is not Kind.HARD:
            word = self.words[position]
            if word.kind is Kind.SOFT:
                if position + 1 == len(self.words) or not body or self._begins_item(position + 1):
                    break
            elif word.newline and word.capital and self._begins_item(position):
                break
            position += 1
        return position

    def _begins_item(self, position: int) -> bool:
        word = self.words[position]
        if word.kind is not Kind.WORD:
            return False
        return word.plural or word.norm in _BODIES or self._begins_list(position)

    def _begins(self, position: int) -> bool:
        """Tell whether a body of the directory begins at a place."""
        if position not in self._begun:
            self._begun[position] = self._does_begin(position)
        return self._begun[position]

    def _does_begin(self, position: int) -> bool:
        word = self.words[position]
        if word.kind is not Kind.WORD or word.inner:
            return False
        matches = self._index.matches(self.words, position)
        longest = max((match.end for match in matches), default=position)
        if longest - position > 1 or (longest > position and word.norm in _CERTAIN):
            return True
        listed = longest > position and word.plural and word.norm in LISTED_NOUNS
        return listed or (word.plural and noun_at(self.words, position) is not None)

    def _settle_levels(self) -> None:
        """Give bodies of an open level the level that all others of the cell share."""
        levels = {piece.level for piece in self._pieces if piece.key and piece.level}
        if len(levels) != 1:
            return
        nouns = {Level.PROVINCE: "tinh", Level.DISTRICT: "huyen", Level.COMMUNE: "xa"}
        noun = nouns.get(next(iter(levels)) or Level.CENTRAL, "")
        for piece in self._pieces:
            entry = piece.node.slots.get(noun) if piece.node else None
            if entry is not None and entry.target is not None:
                piece.name, piece.key = entry.target.name, entry.target.key


def is_word(lexeme: Lexeme) -> bool:
    """Tell a word from a separator."""
    return lexeme.kind is Kind.WORD
