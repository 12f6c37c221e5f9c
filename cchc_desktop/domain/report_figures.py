"""The figures a periodic report asks for: the official cells at the cut-off, what moved in the data window, comparisons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.tasks import (
    FourCells,
    Task,
    closed_status,
    completion_day,
    four_cells,
    has_result_in,
    official_due,
)


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """What moved within a data window, both days included."""

    fell_due: int = 0
    """Tasks whose official due date lies in the window."""
    fell_due_done: int = 0
    """Of these, completed by the end of the window."""
    completed: int = 0
    """Tasks completed in the window, whenever they were due."""
    with_result: int = 0
    """Tasks without a date that were still going on and have a result of the window."""
    without_result: int = 0
    """The same without one: they are named in the report, or asked for."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line of the table: the whole plan, a field, or an agency."""

    name: str
    cells: FourCells
    """Of the whole plan, as it stood at the cut-off (lũy kế)."""
    period: PeriodCounts
    """In the data window (trong kỳ)."""


def figure_row(name: str, tasks: Sequence[Task], start: date, cutoff: date) -> FigureRow:
    """Count tasks, as they stood at the cut-off, into one line.

    >>> figure_row("Tổng số", [], date(2025, 12, 15), date(2026, 3, 14)).cells.total
    0
    """
    return FigureRow(name, four_cells(tasks, cutoff), period_counts(tasks, start, cutoff))


def period_counts(tasks: Iterable[Task], start: date, cutoff: date) -> PeriodCounts:
    """Count what moved within a data window.

    >>> period_counts([], date(2025, 12, 15), date(2026, 3, 14)) == PeriodCounts()
    True
    """
    fell_due = fell_due_done = completed = with_result = without_result = 0
    for task in tasks:
        due, finished = official_due(task, cutoff), completion_day(task)
        if due is not None and start <= due <= cutoff:
            fell_due += 1
            fell_due_done += finished is not None and finished <= cutoff
        completed += finished is not None and start <= finished <= cutoff
        if due is None and _was_going_on(task, start, cutoff):
            shown = has_result_in(task, start, cutoff)
            with_result += shown
            without_result += not shown
    return PeriodCounts(fell_due, fell_due_done, completed, with_result, without_result)


def completion_rate(cells: FourCells) -> float | None:
    """Return the share of completed tasks among those with a date, in per cent; None where none has one.

    "Tỷ lệ hoàn thành" needs a stated rule: tasks without a date, paused and cancelled ones are left out and shown apart.

    >>> completion_rate(FourCells(total=10, completed_on_time=3, completed_late=1, open_in_time=4, undated=2))
    50.0
    """
    done = cells.completed_on_time + cells.completed_late
    dated = done + cells.open_in_time + cells.open_overdue
    return 100 * done / dated if dated else None


def _was_going_on(task: Task, start: date, cutoff: date) -> bool:
    """Tell whether a task without a date had begun by the cut-off and had not ended before the window."""
    if task.reading.start is not None and task.reading.start > cutoff:
        return False
    finished = completion_day(task)
    if finished is not None:
        return finished >= start
    return closed_status(task, cutoff) is None
