"""Vietnamese working days: weekends, public holidays, compensatory days off and swapped Saturdays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DayKind(StrEnum):
    """What makes a day differ from an ordinary weekday or weekend."""

    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    SWAPPED_OFF = "swapped_off"
    SWAPPED_WORKING = "swapped_working"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One day of the calendar, with the document it comes from."""

    day: date
    kind: DayKind
    name: str
    source: str
    confirmed: bool
    """False ("dự kiến") until the yearly notice is out."""


class WorkCalendar:
    """Answers which days are worked; all counting includes neither end unless a method says otherwise."""

    def __init__(self, special_days: Iterable[SpecialDay] = ()) -> None:
        self.special_days = {special.day: special for special in special_days}

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on a day."""
        raise NotImplementedError

    def on_or_before(self, day: date) -> date:
        """Return the last working day on or before a day."""
        raise NotImplementedError

    def on_or_after(self, day: date) -> date:
        """Return the first working day on or after a day (BLDS 2015, Điều 148 khoản 5)."""
        raise NotImplementedError

    def before(self, day: date, count: int) -> date:
        """Return the working day that lies ``count`` (≥ 0) working days before the last working day on or before a day."""
        raise NotImplementedError

    def between(self, start: date, end: date) -> int:
        """Count working days after ``start`` up to and including ``end``; negative when ``end`` is earlier."""
        raise NotImplementedError
