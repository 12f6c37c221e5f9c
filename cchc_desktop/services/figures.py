"""The figures of one report: whole plan, by field and by agency, beside the report before and the same of last year."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_desktop.domain.periods import OfficeRole, ReportPeriod
from cchc_desktop.domain.report_figures import FigureRow, completion_rate, figure_row
from cchc_desktop.domain.tasks import FourCells, Task
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.statistics import Statistics, field_name, lead_names
from cchc_desktop.services.store import Store
from cchc_desktop.services.task_queries import TaskQuery
from cchc_desktop.services.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same count at another report's cut-off."""

    name: str
    cells: FourCells


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """Everything counted for one report."""

    period: ReportPeriod
    is_final: bool
    """False while the data window is still open: the figures may still move."""
    total: FigureRow
    by_field: tuple[FigureRow, ...]
    by_agency: tuple[FigureRow, ...]
    comparisons: tuple[Comparison, ...]
    """The report before it in the same year and the same report of the year before, where there were tasks."""


class Figures:
    """Counts for reports; stores nothing."""

    def __init__(
        self, store: Store, tasks: Tasks, reports: Reports, statistics: Statistics, offices: Offices
    ) -> None:
        self._store = store
        self._tasks = tasks
        self._reports = reports
        self._statistics = statistics
        self._offices = offices

    def of_report(self, key: str) -> ReportFigures:
        """Count for a report as of its cut-off, today where that is still ahead. Raises NotFound.

        The standing body counts the whole plan, every other office what it leads or co-ordinates.
        """
        period = self._reports.get(key).period
        end = min(period.cutoff, self._store.today())
        tasks = self.counted(period)
        start = min(period.window_start, end)
        return ReportFigures(
            period=period,
            is_final=self._store.today() > period.cutoff,
            total=figure_row("Tổng số", tasks, start, end),
            by_field=tuple(
                figure_row(name, group, start, end)
                for name, group in _grouped((field_name(task), task) for task in tasks)
            ),
            by_agency=tuple(
                figure_row(name, group, start, end)
                for name, group in _grouped((name, task) for task in tasks for name in lead_names(task))
            ),
            comparisons=tuple(self._comparisons(period)),
        )

    def _comparisons(self, period: ReportPeriod) -> Iterable[Comparison]:
        before = [
            report.period
            for report in self._reports.of_year(period.year)
            if report.period.cutoff < period.cutoff
        ]
        previous = max(before, key=lambda each: each.cutoff, default=None)
        last_year = [
            report.period
            for report in self._reports.of_year(period.year - 1)
            if report.period.code == period.code
        ]
        for other in (previous, *last_year):
            if other is not None and other.cutoff <= self._store.today():
                cells = figure_row("", self.counted(other), other.window_start, other.cutoff).cells
                if cells.total:
                    yield Comparison(other.name, cells)

    def counted(self, period: ReportPeriod) -> tuple[Task, ...]:
        """Return the tasks that count for a report, as they stood at its cut-off."""
        query = TaskQuery(year=period.year)
        whole = self._offices.get().role is OfficeRole.STANDING_BODY
        tasks = self._tasks.list(query) if whole else self._tasks.own(query)
        return self._statistics.as_of(tasks, min(period.cutoff, self._store.today()))


def figures_as_text(figures: ReportFigures) -> str:
    """Return the figures one value a line in a lasting order, for typing into another program."""
    cells, moved = figures.total.cells, figures.total.period
    rate = completion_rate(cells)
    rows: tuple[tuple[str, object], ...] = (
        ("Tổng số nhiệm vụ", cells.total),
        ("Hoàn thành đúng hạn", cells.completed_on_time),
        ("Hoàn thành quá hạn", cells.completed_late),
        ("Chưa hoàn thành, trong hạn", cells.open_in_time),
        ("Chưa hoàn thành, quá hạn", cells.open_overdue),
        ("Thường xuyên", cells.continuous),
        ("Chưa có thời hạn", cells.undated),
        ("Tạm dừng, hủy bỏ", cells.stopped),
        ("Tỷ lệ hoàn thành trên số có thời hạn (%)", "" if rate is None else f"{rate:.2f}".replace(".", ",")),
        ("Đến hạn trong kỳ", moved.fell_due),
        ("Đến hạn trong kỳ, đã hoàn thành", moved.fell_due_done),
        ("Hoàn thành trong kỳ", moved.completed),
        ("Không có thời hạn, có kết quả trong kỳ", moved.with_result),
        ("Không có thời hạn, chưa có kết quả trong kỳ", moved.without_result),
    )
    return "\n".join(f"{name}\t{value}" for name, value in rows)


def _grouped(named: Iterable[tuple[str, Task]]) -> tuple[tuple[str, list[Task]], ...]:
    groups: dict[str, list[Task]] = {}
    for name, task in named:
        groups.setdefault(name, []).append(task)
    return tuple(groups.items())
