"""Lists whose days are named by their periods: "Quý I: 15/3; 6 tháng: 15/6; năm: 15/12"; the days alone are the deadlines."""

from cchc_desktop.domain.deadline.expressions import Piece
from cchc_desktop.domain.deadline.values import Calendar, Cycle, Part, Unit
from cchc_desktop.domain.deadline.words import Mark, Role

LEADS_ON = frozenset({
    Role.BEFORE, Role.UNTIL, Role.TO, Role.FROM, Role.AFTER, Role.WITHIN, Role.OPEN, Role.TIME, Role.WEEKDAY,
})  # fmt: skip
"""What may stand between a period and the time that belongs to it."""
_EXPLAINS = frozenset({Role.OPEN, Role.ACTIVITY})
_LENGTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.FIRST_MONTHS: 1}


def drop_labels(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without the periods that only name the days of a list; any other phrase stays as it is.

    Every day must have its own period, printed before it ("quý I: 15/3", "6 tháng trước 15/6") or after it in brackets
    ("15/3 (quý I)"), and lie about the end of that period.
    """
    days = [at for at, piece in enumerate(pieces) if isinstance(piece, Calendar) and piece.unit is Unit.DAY]
    if len(days) < 2 or any(isinstance(piece, Cycle) for piece in pieces):
        return pieces
    labels = [at for at, piece in enumerate(pieces) if at not in days and _end(piece)]
    named = [_day_after(pieces, at) or _day_before(pieces, at) for at in labels]
    if named != days or not all(_near(pieces[at], pieces[day]) for at, day in zip(labels, days, strict=True)):
        return pieces
    dropped = {
        each for at, day in zip(labels, days, strict=True) for each in range(min(at, day), max(at, day) + 1)
    }
    return [piece for at, piece in enumerate(pieces) if at not in dropped or _stays(piece)]


def _stays(piece: Piece) -> bool:
    """Tell what belongs to the day and not to its label."""
    if isinstance(piece, Mark):
        return piece.role not in {Role.OPEN, Role.BARE_UNIT}
    return isinstance(piece, Calendar) and piece.unit is Unit.DAY


def _end(piece: Piece) -> int | None:
    """Return the month a period ends in, None for what is no whole period; a bare "quý" may end in any of four."""
    if isinstance(piece, Mark):
        known = piece.role is Role.BARE_UNIT and piece.number in {6, 9, 12}
        return piece.number if known else None
    if not isinstance(piece, Calendar) or piece.part is not Part.WHOLE or piece.unit is Unit.DAY:
        return None
    return piece.number * _LENGTHS[piece.unit] if piece.unit in _LENGTHS else 12


def _near(label: Piece, day: Piece) -> bool:
    month, end = day.number if isinstance(day, Calendar) else 0, _end(label) or 0
    return -1 <= month - end <= 1


def _day_after(pieces: list[Piece], at: int) -> int | None:
    """Find the day a period leads on to: "quý I: 15/3", "6 tháng trước ngày 15/6"."""
    after = at + 1
    while after < len(pieces) and _has_role(pieces[after], LEADS_ON):
        after += 1
    return after if after > at + 1 and after < len(pieces) and _is_day(pieces[after]) else None


def _day_before(pieces: list[Piece], at: int) -> int | None:
    """Find the day a period explains in brackets: "15/3 (báo cáo quý I)"."""
    before = at - 1
    while before >= 0 and _has_role(pieces[before], _EXPLAINS):
        before -= 1
    return before if 0 <= before < at - 1 and _is_day(pieces[before]) else None


def _has_role(piece: Piece, roles: frozenset[Role]) -> bool:
    return isinstance(piece, Mark) and piece.role in roles


def _is_day(piece: Piece) -> bool:
    return isinstance(piece, Calendar) and piece.unit is Unit.DAY
