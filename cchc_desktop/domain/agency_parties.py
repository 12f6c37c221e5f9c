"""From pieces of a cell to parties: notes in brackets, exceptions, lists in brackets, and text that may be missing."""

import re

from cchc_desktop.domain.agency_cells import CellReader, Piece
from cchc_desktop.domain.agency_index import NameIndex
from cchc_desktop.domain.agency_records import Party, PartyKind
from cchc_desktop.domain.agency_tokens import Kind
from cchc_desktop.domain.agency_words import Bracket, Cell, read_cell
from cchc_desktop.text import fold, nfc, squash

LONGEST_CELL = 6000
"""Characters up to which a cell is split; a longer one is no list of agencies and is left to a person."""

_EDGES = " ,;:/&+-–—.•·|*"
_EXCEPTION = re.compile(r"(ngoai )?tru\b|khong (bao )?gom|khong ke|ngoai\b|chua bao gom")
_LIST_WORDS = re.compile(r"\s*(bao gồm|gồm|cụ thể|như|gồm có)\s*:?\s+", re.IGNORECASE)
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
    """Tell whether text may be missing at the end of a cell: it ends with a separator or an open bracket.

    >>> dangling("Các cơ quan chuyên môn thuộc UBND tỉnh; UBND cấp huyện,"), dangling("UBND cấp huyện")
    (True, False)
    """
    text = squash(cell)
    if not any(char.isalnum() for char in text):
        return False
    if text[-1] in ",;/&+-–—:" or any(
        text.count(left) > text.count(right) for left, right in ("()", "[]", "{}")
    ):
        return True
    last = text.rsplit(" ", 1)[-1].casefold()
    return " " in text and (
        last in _DANGLING_ACCENTS.values() or (text.isascii() and last in _DANGLING_WORDS)
    )


def mixes_roles(cell: str) -> bool:
    """Tell whether a cell names who leads and who coordinates at once, so that a person should part them.

    >>> mixes_roles("Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính"), mixes_roles("Sở Nội vụ (chủ trì)")
    (True, False)
    """
    text = fold(cell)
    return "chu tri" in text and "phoi hop" in text


def _only_brackets(index: NameIndex, cell: Cell) -> tuple[Party, ...]:
    """Read a cell that stands in brackets as a whole."""
    if not any(char.isalnum() for bracket in cell.brackets for char in bracket.inside):
        return ()
    opened = re.sub(r"[()\[\]{}]", " ", nfc(cell.text))
    return parties_of(index, opened)


def _with_brackets(index: NameIndex, cell: Cell, pieces: list[Piece]) -> tuple[Party, ...]:
    spans = [[cell.words[piece.start].start, cell.words[piece.end - 1].end] for piece in pieces]
    lists: dict[int, Bracket] = {}
    for bracket in cell.brackets:
        owner = _owner(pieces, bracket)
        spans[owner][0] = min(spans[owner][0], bracket.start)
        spans[owner][1] = max(spans[owner][1], bracket.end)
        if _EXCEPTION.match(fold(bracket.inside)):
            pieces[owner].kind, pieces[owner].name, pieces[owner].key = PartyKind.UNKNOWN, "", ""
        elif bracket.after == pieces[owner].end:
            lists.setdefault(owner, bracket)
    parties: list[Party] = []
    for number, (piece, (start, end)) in enumerate(zip(pieces, spans, strict=True)):
        listed = _listed_in(index, cell, piece, lists.get(number))
        parties.extend(_parties(cell.text, piece, start, _quoted_end(cell.text, start, end), listed))
    return tuple(parties)


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
    inner = CellReader(index, inside, cell.words[piece.start].norm).read()
    if any(each.kind is not PartyKind.AGENCY for each in inner):
        return []
    return [
        (each, offset + inside.words[each.start].start, offset + inside.words[each.end - 1].end)
        for each in inner
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
