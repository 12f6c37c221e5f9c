"""The due dates of a periodic task within its plan year, and which of them are covered by results."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the occurrences of a periodic task are covered."""

    due: date | None = None
    """The occurrence in force: the first after the last covered one; None when there is none."""
    covered: date | None = None
    """The last covered occurrence."""
    last: date | None = None
    """The last occurrence of all; None for a task that has none."""
    late: bool = False
    """True when the last occurrence of all was covered only after its day."""

    @property
    def complete(self) -> bool:
        """Nothing is left to do: the last occurrence is covered."""
        return self.last is not None and self.due is None


NOTHING_DUE = Coverage()


def coverage(occurrences: Sequence[date], results: Iterable[date]) -> Coverage:
    """Match ascending due dates with the days of results.

    A result belongs to the occurrence it is nearest to, the earlier one of two equally near: a report sent five days
    late settles the date it missed, not the next one. Occurrences before a covered one count as settled: one
    obligation is open at a time, older ones do not pile up.

    >>> quarters = date(2026, 3, 20), date(2026, 6, 20), date(2026, 9, 20), date(2026, 12, 20)
    >>> coverage(quarters, [date(2026, 3, 25)]).due.isoformat()
    '2026-06-20'
    """
    if not occurrences:
        return NOTHING_DUE
    days, last = sorted(results), occurrences[-1]
    if not days:
        return Coverage(due=occurrences[0], last=last)
    index = _nearest(occurrences, days[-1])
    if index < len(occurrences) - 1:
        return Coverage(due=occurrences[index + 1], covered=occurrences[index], last=last)
    in_time = any(day <= last and _nearest(occurrences, day) == index for day in days)
    return Coverage(covered=last, last=last, late=not in_time)


def _nearest(occurrences: Sequence[date], day: date) -> int:
    index = bisect_left(occurrences, day)
    if index == 0:
        return 0
    if index == len(occurrences):
        return index - 1
    return index - 1 if day - occurrences[index - 1] <= occurrences[index] - day else index
