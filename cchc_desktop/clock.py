"""The clock as an argument: nothing in the program asks the machine for the time except through one of these."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Protocol

VIETNAM = timezone(timedelta(hours=7), "UTC+07:00")
"""Vietnam has one fixed offset and no daylight saving; a fixed zone needs no zone database."""


class Clock(Protocol):
    """Anything that knows the present moment."""

    def now(self) -> datetime:
        """Return the present moment, aware, in Vietnam's offset."""
        ...


class SystemClock:
    """The wall clock of the machine."""

    def now(self) -> datetime:
        """Return the machine's time in Vietnam's offset."""
        return datetime.now(VIETNAM)


@dataclass
class SetClock:
    """A clock that stands where it is put: for ``--today``/``--at`` and for tests."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment the clock was set to."""
        return self.moment


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """Return a moment of a day in Vietnam's offset, 08:00 unless told.

    >>> at(date(2023, 2, 7)).isoformat()
    '2023-02-07T08:00:00+07:00'
    """
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)
