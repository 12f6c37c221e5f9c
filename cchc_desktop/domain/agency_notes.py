"""What a note in brackets does to the body or class before it: names it anew, picks some of it, lists it, adds others."""

import re
from dataclasses import dataclass

from cchc_desktop.domain.agency_additions import Piece
from cchc_desktop.domain.agency_cells import CellReader
from cchc_desktop.domain.agency_clauses import new_name, says_exception
from cchc_desktop.domain.agency_index import NameIndex
from cchc_desktop.domain.agency_levels import NOUNS
from cchc_desktop.domain.agency_openings import PARENT_KINDS, SECTION
from cchc_desktop.domain.agency_places import PROVINCES
from cchc_desktop.domain.agency_records import Agency, PartyKind
from cchc_desktop.domain.agency_tokens import Kind
from cchc_desktop.domain.agency_words import Bracket, Cell, read_cell

_LIST_WORDS = re.compile(r"\s*(?:bao gồm|gồm có|gồm|cụ thể|như)\s*:?\s+(?!cả\b)", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*(?:nhất là|đặc biệt là|trước hết là|chủ yếu là|trong đó có|trong đó|bao gồm cả|gồm cả|kể cả)\s*:?\s+",
    re.IGNORECASE,
)
"""Words before bodies that are named beside their class, not instead of it."""
_JOINING = re.compile(r"\s*(?:và|cùng với|cùng|với|hoặc|kèm theo|kèm)\s+", re.IGNORECASE)
"""Words before further bodies: "Sở Y tế (và BHXH tỉnh)"."""
_ROLE = re.compile(
    r"chủ trì|đầu mối|tổng hợp|thường trực|tham mưu|phối hợp|theo dõi|đôn đốc|hướng dẫn", re.IGNORECASE
)
_NARROWING = re.compile(
    r"\s*(?:có|được|nơi|nếu có|nếu|thuộc|liên quan|một số|tùy|diện|vùng|khu vực|còn lại"
    r"|(?:các )?(?:xã|phường|huyện|đơn vị|sở) (?:điểm|được|có|thí điểm|biên giới|miền núi|ven biển))(?!\w)",
    re.IGNORECASE,
)
"""Beginnings of a note that picks some of a class without naming them: "UBND các xã (nơi có di tích)"."""
_FORMER = re.compile(r"(?<!\w)(?:cũ|trước|nay)(?!\w)", re.IGNORECASE)
_COMMITTEES = frozenset({"ubnd", *NOUNS})
"""First words of people's committees in a note on a class of them."""
_CLASS_LEVEL = re.compile(r"\bcấp(?= (?:huyện|xã)$)")
_DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of a note and where its text begins and ends in the whole cell."""

    piece: Piece
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listed:
    """The bodies that a note names."""

    spots: tuple[Spot, ...] = ()
    beside: bool = False
    """True when the class or body before the note is meant too."""


NOTHING = Listed()


def leave_out(piece: Piece, printed: str) -> None:
    """Take a class with an exception for a class that is not listed: nobody may be told that it means all of them."""
    grouped = piece.kind is PartyKind.GROUP
    piece.kind = PartyKind.GROUP if grouped else PartyKind.UNKNOWN
    piece.name, piece.key = printed if grouped else "", ""


def apply(index: NameIndex, piece: Piece, note: str) -> None:
    """Let a note change what the piece before it means."""
    _rename(index, piece, new_name(note))
    if piece.kind is PartyKind.GROUP and _NARROWING.match(note):
        piece.kind, piece.name, piece.key = PartyKind.UNSPECIFIED, "", ""
    body = index.by_key.get(piece.key)
    if not isinstance(body, Agency) or not any(map(str.isalnum, note)):
        return
    if body.kind == SECTION:
        _give_to_parent(index, piece, note)
    elif body.kind == _DEPARTMENT and _names_another(index, body, note):
        piece.kind, piece.name, piece.key = PartyKind.UNKNOWN, "", ""


def _rename(index: NameIndex, piece: Piece, name: str) -> None:
    """Let "Sở TT&TT (nay là Sở KH&CN)" stand for the body it says has taken over."""
    if not name or piece.kind not in (PartyKind.AGENCY, PartyKind.GROUP):
        return
    inner = CellReader(index, read_cell(name)).read()
    if len(inner) == 1 and inner[0].kind is piece.kind:
        piece.name, piece.key, piece.level = inner[0].name, inner[0].key, inner[0].level
    else:
        piece.kind, piece.name, piece.key = PartyKind.UNKNOWN, "", ""


def _give_to_parent(index: NameIndex, piece: Piece, note: str) -> None:
    """Let "Phòng CCHC (Sở Nội vụ)" stand for the department, in whose name the section works."""
    inner = CellReader(index, read_cell(note)).read()
    parent = index.by_key.get(inner[0].key) if len(inner) == 1 else None
    if isinstance(parent, Agency) and parent.kind in PARENT_KINDS:
        piece.key, piece.level = inner[0].key, inner[0].level


def _names_another(index: NameIndex, body: Agency, note: str) -> bool:
    """Tell whether a note on a department is nothing but another one: "Sở Xây dựng (Sở Y tế)" may be either or both."""
    if new_name(note) or _FORMER.search(note) or _ROLE.search(note) or _JOINING.match(note):
        return False
    inner = CellReader(index, read_cell(note)).read()
    other = index.by_key.get(inner[0].key) if len(inner) == 1 and inner[0].start == 0 else None
    return isinstance(other, Agency) and other.kind == _DEPARTMENT and other.key != body.key


def listed_in(index: NameIndex, cell: Cell, piece: Piece, bracket: Bracket | None) -> Listed:
    """Return the bodies a note lists after a class, "Các sở, ngành (Sở Nội vụ, Sở Tài chính)", or adds to a body."""
    if bracket is None:
        return NOTHING
    joining = _JOINING.match(bracket.inside)
    if not joining and piece.kind not in (PartyKind.GROUP, PartyKind.UNSPECIFIED):
        return NOTHING
    beside = joining or _BESIDE.match(bracket.inside)
    skipped = beside or _LIST_WORDS.match(bracket.inside)
    begin = skipped.end() if skipped else 0
    inside = read_cell(bracket.inside[begin:], cased=cell.cased)
    if not any(word.kind is Kind.WORD for word in inside.words):
        return NOTHING
    first = cell.words[piece.start].norm
    inner = CellReader(index, inside, "" if joining else first).read()
    kinds = {each.kind for each in inner}
    if joining:
        return Listed(_moved(index, inside, inner, bracket, begin), beside=True)
    if PartyKind.UNKNOWN in kinds:
        return _places_in(index, cell, piece, bracket)
    if PartyKind.AGENCY not in kinds or kinds - {PartyKind.AGENCY, PartyKind.GROUP}:
        return NOTHING
    if first == "ubnd" and not all(inside.words[each.start].norm in _COMMITTEES for each in inner):
        return NOTHING  # "UBND cấp huyện (Phòng Nội vụ)" names who does the work there
    spots = _moved(index, inside, inner, bracket, begin)
    leads = len(inner) == 1 and _ROLE.search(bracket.inside)
    return Listed(spots, beside=bool(beside or leads))


def _places_in(index: NameIndex, cell: Cell, piece: Piece, bracket: Bracket) -> Listed:
    """Return the bodies whose places a note lists: "UBND các huyện (Cái Bè, Cai Lậy)"; none when it lists none."""
    printed = cell.text[cell.words[piece.start].start : cell.words[piece.end - 1].end]
    said = f"{_CLASS_LEVEL.sub('các', printed)}: "
    named = read_cell(said + bracket.inside)
    inner = CellReader(index, named).read()
    within = tuple(word.norm for word in read_cell(bracket.inside).words)
    if within in PROVINCES or any(each.kind is not PartyKind.AGENCY for each in inner):
        return NOTHING
    return Listed(_moved(index, named, inner, bracket, -len(said)))


def _moved(
    index: NameIndex, inside: Cell, pieces: list[Piece], bracket: Bracket, begin: int
) -> tuple[Spot, ...]:
    """Return the pieces of a note with their places in the whole cell; none when a note inside it makes an exception."""
    if any(says_exception(note.inside) for note in inside.brackets):
        return ()
    for note in inside.brackets:
        _rename(index, pieces[owner(pieces, note)], new_name(note.inside))
    first = bracket.start + 1
    return tuple(
        Spot(piece, max(first, first + begin + start), first + begin + end)
        for piece, (start, end) in zip(pieces, spans(inside, pieces), strict=True)
    )


def spans(cell: Cell, pieces: list[Piece]) -> list[list[int]]:
    """Return where the printed text of each piece begins and ends, with the notes that belong to it."""
    found = [[cell.words[piece.start].start, cell.words[piece.end - 1].end] for piece in pieces]
    for bracket in cell.brackets:
        span = found[owner(pieces, bracket)]
        span[0], span[1] = min(span[0], bracket.start), max(span[1], bracket.end)
    return found


def owner(pieces: list[Piece], bracket: Bracket) -> int:
    """Return which piece a note belongs to: the one right before it, else the next."""
    for number, piece in enumerate(pieces):
        if piece.start < bracket.after <= piece.end or piece.start >= bracket.after:
            return number
    return len(pieces) - 1
