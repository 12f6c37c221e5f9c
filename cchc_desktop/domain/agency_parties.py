"""From pieces of a cell to parties: notes in brackets, exceptions, lists in brackets, and text that may be missing."""

import re

from cchc_desktop.domain.agency_additions import Piece
from cchc_desktop.domain.agency_cells import CellReader
from cchc_desktop.domain.agency_clauses import says_exception
from cchc_desktop.domain.agency_elsewhere import note_elsewhere
from cchc_desktop.domain.agency_index import NameIndex
from cchc_desktop.domain.agency_notes import Listed, apply, leave_out, listed_in, owner, spans
from cchc_desktop.domain.agency_records import Party, PartyKind
from cchc_desktop.domain.agency_tokens import Kind
from cchc_desktop.domain.agency_words import Bracket, Cell, read_cell
from cchc_desktop.text import nfc, squash

LONGEST_CELL = 6000
"""Characters up to which a cell is split; a longer one is no list of agencies and is left to a person."""

_EDGES = " ,;:/&+-–—.•·|*"
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
    places = spans(cell, pieces)
    lists: dict[int, Bracket] = {}
    for bracket in cell.brackets:
        number = owner(pieces, bracket)
        if says_exception(bracket.inside):
            leave_out(pieces[number], squash(cell.text[slice(*places[number])]))
        elif bracket.after == pieces[number].end:
            lists.setdefault(number, bracket)
            apply(index, pieces[number], bracket.inside)
            note_elsewhere(index, pieces[number], squash(cell.text[slice(*places[number])]), bracket.inside)
    parties: list[Party] = []
    for number, (piece, (start, end)) in enumerate(zip(pieces, places, strict=True)):
        note = lists.get(number)
        listed = listed_in(index, cell, piece, note)
        last = _quoted_end(cell.text, start, end)
        parties.extend(_parties(cell.text, piece, (start, last), listed, note))
    return tuple(parties)


def _quoted_end(text: str, start: int, end: int) -> int:
    """Take in the closing mark of words that stand in quotation marks."""
    opened = re.search(r"[\"“]", text[start:end])
    return end + 1 if opened and text[end : end + 1] in ('"', "”") else end


def _parties(
    text: str, piece: Piece, span: tuple[int, int], listed: Listed, bracket: Bracket | None
) -> list[Party]:
    start, end = span
    if bracket is None or not listed.spots:
        return [Party(_clean(text[start:end]), piece.kind, piece.name, piece.key)]
    parties: list[Party] = []
    begin = start
    if listed.beside or _UNFINISHED.search(text[listed.spots[-1].end : end]):
        begin = bracket.start + 1
        parties.append(Party(_clean(text[start : bracket.start]), piece.kind, piece.name, piece.key))
    for number, spot in enumerate(listed.spots):
        first = begin if number == 0 else spot.start
        last = end if number == len(listed.spots) - 1 else spot.end
        parties.append(Party(_clean(text[first:last]), spot.piece.kind, spot.piece.name, spot.piece.key))
    return parties


def _clean(text: str) -> str:
    clean = squash(text).strip(_EDGES)
    return clean[:-1].strip(_EDGES) if clean.endswith(")") and "(" not in clean else clean
