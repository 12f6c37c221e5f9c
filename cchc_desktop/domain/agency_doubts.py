"""What a whole cell tells against the reading of one of its items: "các" before one body, bodies of another level."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from cchc_desktop.domain.agency_additions import Piece
from cchc_desktop.domain.agency_index import NameIndex
from cchc_desktop.domain.agency_openings import AREAS, BODIES, SCHOOL
from cchc_desktop.domain.agency_records import Agency, Level, PartyKind
from cchc_desktop.domain.agency_tokens import Kind
from cchc_desktop.domain.agency_words import Cell

_ON_EVERY_LEVEL = frozenset({"people_council", "party", "council_office"})
"""Kinds of bodies that provinces, districts and communes all have, whether they are listed or not."""
_ONLY_IN_PROVINCES = frozenset({"department", "pilot_department", "office", "inspectorate", "section"})
_LOWER = frozenset({Level.DISTRICT, Level.COMMUNE})


def doubt(index: NameIndex, cell: Cell, pieces: Sequence[Piece]) -> None:
    """Take back what the rest of the cell speaks against, so that a person is asked or nobody is told."""
    _lone_members(cell, pieces)
    _schools(index, cell, pieces)
    _several(cell, pieces)
    _levels(index, cell, pieces)


def _lone_members(cell: Cell, pieces: Sequence[Piece]) -> None:
    """Leave "các Sở Nội vụ" with no other department after it to a person: all provinces may be meant."""
    for piece, after in zip_longest(pieces, pieces[1:]):
        first = cell.words[piece.start : piece.start + 2]
        several = first[0].norm == "so" and first[0].plural and first[-1].kind is Kind.WORD
        listed = after is not None and after.kind in (PartyKind.AGENCY, PartyKind.UNKNOWN)
        if piece.kind is PartyKind.AGENCY and several and not listed:
            piece.kind, piece.name, piece.key = PartyKind.UNKNOWN, "", ""


def _schools(index: NameIndex, cell: Cell, pieces: Sequence[Piece]) -> None:
    """Take "Các trường THCS, Tiểu học" for classes of schools, not for one of each."""
    several = False
    for piece in pieces:
        first, body = cell.words[piece.start], index.by_key.get(piece.key)
        school = isinstance(body, Agency) and body.kind == SCHOOL and body.level is Level.COMMUNE
        several = school and (first.plural or (several and first.norm != "truong"))
        if several:
            piece.kind, piece.key = PartyKind.GROUP, ""
            piece.name = cell.printed(piece.start, piece.end)


def _several(cell: Cell, pieces: Sequence[Piece]) -> None:
    """Take "các Chi cục Thuế" for a class, not for one of them, unless it opens a list: "các Phòng Nội vụ, Tư pháp"."""
    for piece, after in zip_longest(pieces, pieces[1:]):
        first = cell.words[piece.start]
        stands_alone = (
            after is None or cell.words[after.start].norm in BODIES or cell.words[after.start].plural
        )
        listed = any(word.norm == ":" for word in cell.words[piece.start : piece.end]) or not stands_alone
        if piece.kind is PartyKind.AGENCY and first.plural and first.norm in BODIES and not listed:
            piece.kind, piece.key = PartyKind.GROUP, ""
            piece.name = cell.printed(piece.start, piece.end)


def _levels(index: NameIndex, cell: Cell, pieces: Sequence[Piece]) -> None:
    """Leave "Ban Kinh tế - Ngân sách" beside "Ban Văn hóa - Xã hội HĐND xã" unlisted: it is not that of the province."""
    for number, piece in enumerate(pieces):
        body = index.by_key.get(piece.key)
        if not piece.unsaid or not isinstance(body, Agency) or body.kind in _ONLY_IN_PROVINCES:
            continue
        others = {_said_after(cell, pieces, number)}
        if body.kind in _ON_EVERY_LEVEL:
            others = {other.level for other in pieces if other.level and not other.unsaid}
        if others and others <= _LOWER and piece.level not in others:
            piece.key, piece.name = "", cell.printed(piece.start, piece.end)


def _said_after(cell: Cell, pieces: Sequence[Piece], number: int) -> Level | None:
    """Return the level that a list says once, with its last body, which is not listed: "Điện lực, Viễn thông huyện"."""
    for before, piece in pairwise(pieces[number:]):
        if piece.start - before.end != 1 or cell.words[before.end].kind is not Kind.SOFT:
            return None
        if not piece.unsaid:
            return None if piece.key or cell.words[piece.end - 1].norm not in AREAS else piece.level
    return None
