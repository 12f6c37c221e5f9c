"""Bodies of other provinces: "Sở Nội vụ tỉnh Bến Tre" in a plan of Tiền Giang is not the office's own Sở Nội vụ."""

from collections.abc import Sequence

from cchc_desktop.domain.agency_additions import Piece
from cchc_desktop.domain.agency_index import NameIndex
from cchc_desktop.domain.agency_openings import AREAS
from cchc_desktop.domain.agency_places import province_end, province_name, today
from cchc_desktop.domain.agency_records import PartyKind
from cchc_desktop.domain.agency_tokens import norms
from cchc_desktop.domain.agency_words import Cell, read_cell
from cchc_desktop.text import fold

_BEFORE_NAME = frozenset({"tinh", "tp"})
_UNITS = {("tinh",), ("tp",)}


def leave_to_others(index: NameIndex, cell: Cell, pieces: Sequence[Piece]) -> None:
    """Take the key of the own body from those of other provinces; of all where the cell names several and none is own.

    Provinces that are one today count as one, so that plans of before 01/7/2025 keep their meaning.
    """
    named = [(piece, province) for piece in pieces if (province := _province_of(index, cell, piece))]
    home = index.home
    if not home and len({today(province) for _, province in named}) < 2:
        return
    for piece, province in named:
        if today(province) != home:
            _disown(piece, cell.printed(piece.start, piece.end), province)


def note_elsewhere(index: NameIndex, piece: Piece, printed: str, note: str) -> None:
    """Do the same where the province stands in brackets: "Sở Nội vụ (Bến Tre)"."""
    words = read_cell(note).words
    province = province_name(words, int(norms(words, 0, 1) in _UNITS), len(words))
    if index.home and province and piece.key and today(province) != index.home:
        _disown(piece, printed, province)


def _province_of(index: NameIndex, cell: Cell, piece: Piece) -> str:
    """Return the province a listed body or class says it is of; empty for none, or one its own name carries."""
    words = cell.words
    own = fold(index.by_key[piece.key].name) if piece.key else ""
    for position in range(piece.start, piece.end if piece.key else 0):
        end = min(province_end(words, position), piece.end)
        before = words[position - 1].norm if position > piece.start else ""
        if end > position and (words[position].capital or before in _BEFORE_NAME) and before not in AREAS:
            province = province_name(words, position, end)
            if province and fold(province) not in own:
                return province
    return ""


def _disown(piece: Piece, printed: str, province: str) -> None:
    listed = piece.kind is PartyKind.AGENCY and fold(province) in fold(piece.name)
    piece.key, piece.name = "", piece.name if listed else printed
