"""From pieces of a cell to parties: notes in brackets, exceptions, lists in brackets, and text that may be missing."""

import re

from cchc_desktop.domain.agency_additions import Piece
from cchc_desktop.domain.agency_cells import CellReader
from cchc_desktop.domain.agency_clauses import new_name, says_exception
from cchc_desktop.domain.agency_index import NameIndex
from cchc_desktop.domain.agency_levels import NOUNS
from cchc_desktop.domain.agency_openings import PARENT_KINDS, SECTION
from cchc_desktop.domain.agency_places import PROVINCES
from cchc_desktop.domain.agency_records import Agency, Party, PartyKind
from cchc_desktop.domain.agency_tokens import Kind
from cchc_desktop.domain.agency_words import Bracket, Cell, read_cell
from cchc_desktop.text import nfc, squash

LONGEST_CELL = 6000
"""Characters up to which a cell is split; a longer one is no list of agencies and is left to a person."""

_EDGES = " ,;:/&+-–—.•·|*"
_LIST_WORDS = re.compile(r"\s*(bao gồm|gồm|cụ thể|như|gồm có)\s*:?\s+", re.IGNORECASE)
_COMMITTEES = frozenset({"ubnd", *NOUNS})
"""First words of people's committees in a note on a class of them."""
_CLASS_LEVEL = re.compile(r"\bcấp(?= (?:huyện|xã)$)")
_UNFINISHED = re.compile(r"…|\.\.\.|v\.\s*v|,\s*$")
_DANGLING_WORDS = frozenset({"va", "hoac", "cac", "cua", "thuoc", "cap", "cung", "voi"})
_DANGLING_ACCENTS = {
    "va": "và",
    "hoac": "hoặc",
    "cac": "các",
    "cua": "của",
    "thuoc": "thuộc",
    "cap": "cấp",
    "voi": "với",
}


def parties_of(index: NameIndex, text: str) -> tuple[Party, ...]:
    """Split a cell into parties, in printed order."""
    whole = squash(text)
    if len(text) > LONGEST_CELL:
        return (Party(whole, PartyKind.UNKNOWN),) if whole else ()
    cell = read_cell(text)
    if not any(word.kind is Kind.WORD for word in cell.words):
        return _only_brackets(index, cell)
    pieces = CellReader(index, cell).read()
    if len(pieces) == 1 and pieces[0].kind is PartyKind.SENTENCE:
        return (Party(whole, PartyKind.SENTENCE),)
    return _with_brackets(index, cell, pieces)


def dangling(cell: str) -> bool:
    """Tell whether text may be missing at the end of a cell: it ends with a separator, "…" or an open bracket.

    >>> dangling("Các cơ quan chuyên môn thuộc UBND tỉnh; UBND cấp huyện,"), dangling("UBND cấp huyện")
    (True, False)
    """
    text = squash(cell)
    if not any(char.isalnum() for char in text):
        return False
    if (
        text[-1] in ",;/&+-–—:…"
        or text.endswith("...")
        or any(text.count(left) > text.count(right) for left, right in ("()", "[]", "{}"))
    ):
        return True
    last = text.rsplit(" ", 1)[-1].casefold()
    return " " in text and (
        last in _DANGLING_ACCENTS.values() or (text.isascii() and last in _DANGLING_WORDS)
    )


def _only_brackets(index: NameIndex, cell: Cell) -> tuple[Party, ...]:
    """Read a cell that stands in brackets as a whole."""
    if not any(char.isalnum() for bracket in cell.brackets for char in bracket.inside):
        return ()
    opened = re.sub(r"[()\[\]{}]", " ", nfc(cell.text))
    return parties_of(index, opened)


def _with_brackets(index: NameIndex, cell: Cell, pieces: list[Piece]) -> tuple[Party, ...]:
    spans = _spans(cell, pieces)
    lists: dict[int, Bracket] = {}
    for bracket in cell.brackets:
        owner = _owner(pieces, bracket)
        if says_exception(bracket.inside):
            _except(pieces[owner], squash(cell.text[slice(*spans[owner])]))
        elif bracket.after == pieces[owner].end:
            _rename(index, pieces[owner], new_name(bracket.inside))
            _give_to_parent(index, pieces[owner], bracket.inside)
            lists.setdefault(owner, bracket)
    parties: list[Party] = []
    for number, (piece, (start, end)) in enumerate(zip(pieces, spans, strict=True)):
        listed = _listed_in(index, cell, piece, lists.get(number))
        parties.extend(_parties(cell.text, piece, start, _quoted_end(cell.text, start, end), listed))
    return tuple(parties)


def _spans(cell: Cell, pieces: list[Piece]) -> list[list[int]]:
    """Return where the printed text of each piece begins and ends, with the notes that belong to it."""
    spans = [[cell.words[piece.start].start, cell.words[piece.end - 1].end] for piece in pieces]
    for bracket in cell.brackets:
        span = spans[_owner(pieces, bracket)]
        span[0], span[1] = min(span[0], bracket.start), max(span[1], bracket.end)
    return spans


def _except(piece: Piece, printed: str) -> None:
    """Take a class with an exception for a class that is not listed: nobody may be told that it means all of them."""
    grouped = piece.kind is PartyKind.GROUP
    piece.kind = PartyKind.GROUP if grouped else PartyKind.UNKNOWN
    piece.name, piece.key = printed if grouped else "", ""


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
    body = index.by_key.get(piece.key)
    if not isinstance(body, Agency) or body.kind != SECTION:
        return
    inner = CellReader(index, read_cell(note)).read() if any(map(str.isalnum, note)) else []
    parent = index.by_key.get(inner[0].key) if len(inner) == 1 else None
    if isinstance(parent, Agency) and parent.kind in PARENT_KINDS:
        piece.key, piece.level = inner[0].key, inner[0].level


def _quoted_end(text: str, start: int, end: int) -> int:
    """Take in the closing mark of words that stand in quotation marks."""
    opened = re.search(r"[\"“]", text[start:end])
    return end + 1 if opened and text[end : end + 1] in ('"', "”") else end


def _owner(pieces: list[Piece], bracket: Bracket) -> int:
    """Return which piece a note belongs to: the one right before it, else the next."""
    for number, piece in enumerate(pieces):
        if piece.start < bracket.after <= piece.end or piece.start >= bracket.after:
            return number
    return len(pieces) - 1


def _listed_in(
    index: NameIndex, cell: Cell, piece: Piece, bracket: Bracket | None
) -> list[tuple[Piece, int, int]]:
    """Return the bodies a note lists after a class: "Các sở, ngành (Sở Nội vụ, Sở Tài chính)", with their places."""
    if bracket is None or piece.kind not in (PartyKind.GROUP, PartyKind.UNSPECIFIED):
        return []
    skipped = _LIST_WORDS.match(bracket.inside)
    offset = bracket.start + 1 + (skipped.end() if skipped else 0)
    inside = read_cell(bracket.inside[skipped.end() :] if skipped else bracket.inside)
    if not any(word.kind is Kind.WORD for word in inside.words):
        return []
    first = cell.words[piece.start].norm
    inner = CellReader(index, inside, first).read()
    kinds = {each.kind for each in inner}
    if PartyKind.UNKNOWN in kinds:
        return _places_in(index, cell, piece, bracket)
    if PartyKind.AGENCY not in kinds or kinds - {PartyKind.AGENCY, PartyKind.GROUP}:
        return []
    if first == "ubnd" and not all(inside.words[each.start].norm in _COMMITTEES for each in inner):
        return []  # "UBND cấp huyện (Phòng Nội vụ)" names who does the work there
    return _moved(index, inside, inner, offset)


def _places_in(index: NameIndex, cell: Cell, piece: Piece, bracket: Bracket) -> list[tuple[Piece, int, int]]:
    """Return the bodies whose places a note lists: "UBND các huyện (Cái Bè, Cai Lậy)"; none when it lists none."""
    printed = cell.text[cell.words[piece.start].start : cell.words[piece.end - 1].end]
    said = f"{_CLASS_LEVEL.sub('các', printed)}: "
    named = read_cell(said + bracket.inside)
    inner = CellReader(index, named).read()
    within = tuple(word.norm for word in read_cell(bracket.inside).words)
    if within in PROVINCES or any(each.kind is not PartyKind.AGENCY for each in inner):
        return []
    return _moved(index, named, inner, bracket.start + 1 - len(said), bracket.start + 1)


def _moved(
    index: NameIndex, inside: Cell, pieces: list[Piece], offset: int, first: int = 0
) -> list[tuple[Piece, int, int]]:
    """Return the pieces of a note with their places in the whole cell; none when a note inside it makes an exception."""
    if any(says_exception(bracket.inside) for bracket in inside.brackets):
        return []
    for bracket in inside.brackets:
        _rename(index, pieces[_owner(pieces, bracket)], new_name(bracket.inside))
    return [
        (piece, max(first, offset + start), offset + end)
        for piece, (start, end) in zip(pieces, _spans(inside, pieces), strict=True)
    ]


def _parties(
    text: str, piece: Piece, start: int, end: int, listed: list[tuple[Piece, int, int]]
) -> list[Party]:
    if not listed:
        return [Party(_clean(text[start:end]), piece.kind, piece.name, piece.key)]
    unfinished = _UNFINISHED.search(text[listed[-1][2] : end])
    parties: list[Party] = []
    begin = start
    if unfinished:
        begin = listed[0][1]
        parties.append(Party(_clean(text[start:begin]).rstrip("( "), piece.kind, piece.name, piece.key))
    for number, (each, inner_start, inner_end) in enumerate(listed):
        first = begin if number == 0 else inner_start
        last = end if number == len(listed) - 1 else inner_end
        parties.append(Party(_clean(text[first:last]), each.kind, each.name, each.key))
    return parties


def _clean(text: str) -> str:
    clean = squash(text).strip(_EDGES)
    return clean[:-1].strip(_EDGES) if clean.endswith(")") and "(" not in clean else clean
