"""What stands on each day of the calendar: report dates, task due dates, days off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from cchc_desktop.domain.lunar import lunar
from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.tasks import Progress, Task
from cchc_desktop.domain.workdays import DayKind, SpecialDay, WorkCalendar
from ui.widgets.day_words import full, headline


class MarkKind(Enum):
    """Kinds of marks, most important first; the value is the sign drawn before the words."""

    OWN_DUE = "▲"
    MINISTRY_DUE = "▽"
    CUTOFF = "▌"
    WINDOW_START = "▷"
    TASK_DUE = "●"
    TASK_OWN_DUE = "⌂"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that stands on a day."""

    kind: MarkKind
    text: str
    """Short, for the cell: "Chốt số liệu Quý I"."""
    detail: str
    """Whole, for the list beside the calendar."""
    task_id: int = 0
    report_key: str = ""
    done: bool = False


_ORDER = {kind: index for index, kind in enumerate(MarkKind)}
_STOPPED = frozenset({Progress.COMPLETED, Progress.PAUSED, Progress.CANCELLED})


def marks_of(reports: Iterable[Report], tasks: Iterable[Task]) -> dict[date, tuple[Mark, ...]]:
    """Return the marks of each day that has any, open ones first, reports before tasks."""
    found: dict[date, list[Mark]] = {}
    for report in reports:
        for day, mark in report_marks(report):
            found.setdefault(day, []).append(mark)
    for task in tasks:
        for day, mark in task_marks(task):
            found.setdefault(day, []).append(mark)
    return {
        day: tuple(sorted(marks, key=lambda mark: (mark.done, _ORDER[mark.kind])))
        for day, marks in found.items()
    }


def report_marks(report: Report) -> tuple[tuple[date, Mark], ...]:
    """Return the dates of a report: those of its data and of the ministry only where it has them."""
    period, done = report.period, report.state is ReportState.SENT
    short = short_name(period)
    texts = [(period.own_due, MarkKind.OWN_DUE, "Hạn gửi", f"Hạn gửi của đơn vị: {period.name}")]
    if period.goes_to_ministry:
        texts.append(
            (period.ministry_due, MarkKind.MINISTRY_DUE, "Hạn Bộ", f"Hạn gửi Bộ Nội vụ: {period.name}")
        )
    if period.has_window:
        start = f"Bắt đầu kỳ lấy số liệu: {period.name}"
        texts += [
            (period.cutoff, MarkKind.CUTOFF, "Chốt", f"Chốt số liệu: {period.name}"),
            (period.window_start, MarkKind.WINDOW_START, "Bắt đầu", start),
        ]
    return tuple(
        (day, Mark(kind, f"{head} {short}", detail, report_key=period.key, done=done))
        for day, kind, head, detail in texts
    )


def short_name(period: ReportPeriod) -> str:
    """Return the name of a report as it fits into a cell: "Quý I", "6 tháng", "BC năm"."""
    bare = period.name.removeprefix("Báo cáo ").removeprefix("CCHC ").removesuffix(f" {period.year}")
    if bare == "năm":
        return "BC năm"
    return bare.removesuffix(" năm").removesuffix(" đầu")


def task_marks(task: Task) -> tuple[tuple[date, Mark], ...]:
    """Return the days a task is due: by the plan (each occurrence of a periodic one), and by the office itself."""
    name = f"{task.section}.{task.number}" if task.section and task.number else task.number or task.section
    label = f"{name} {task.content}".strip()
    done = task.progress in _STOPPED
    days = task.reading.occurrences or ((task.reading.due,) if task.reading.due is not None else ())
    marks = [
        (day, Mark(MarkKind.TASK_DUE, label, f"{label} – hạn theo kế hoạch", task_id=task.id, done=done))
        for day in days
    ]
    if task.own_due is not None:
        own = Mark(MarkKind.TASK_OWN_DUE, label, f"{label} – hạn nội bộ", task_id=task.id, done=done)
        marks.append((task.own_due, own))
    return tuple(marks)


def legend_line(signs: Iterable[tuple[str, str]]) -> str:
    """Return signs with their words as one text that breaks between entries only."""
    return "   ".join(f"{sign} {words}".replace(" ", "\N{NO-BREAK SPACE}") for sign, words in signs)


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why a day differs from an ordinary day."""

    off: bool
    name: str
    """Empty for an ordinary weekend."""
    confirmed: bool = True

    @property
    def label(self) -> str:
        """Name with "dự kiến" where the yearly notice is not out."""
        return self.name if self.confirmed else f"{self.name} (dự kiến)"


def day_off(day: date, calendar: WorkCalendar) -> DayOff:
    """Return whether a day is off and under which name; a worked Saturday has a name and is not off."""
    special = calendar.special_days.get(day)
    if special is not None and special.kind is DayKind.ORDINARY:
        special = None
    off = not calendar.is_working(day)
    return DayOff(off, special.name, special.confirmed) if special is not None else DayOff(off, "")


def sentence(day: date, off: DayOff, marks: tuple[Mark, ...]) -> str:
    """Return what a screen reader says of a day."""
    parts = [f"{headline(day)} (âm lịch {lunar(day)})"]
    if off.name:
        parts.append(off.label)
    elif off.off:
        parts.append("ngày nghỉ")
    parts += [mark.detail + (" (đã xong)" if mark.done else "") for mark in marks]
    return ". ".join(parts) + "."


def unconfirmed_banner(days: Iterable[SpecialDay]) -> str:
    """Return the sentence of the banner about days that are not announced yet; empty when all are."""
    open_days = sorted(special.day for special in days if not special.confirmed)
    if not open_days:
        return ""
    years = " và ".join(str(year) for year in sorted({day.year for day in open_days}))
    return (
        f"Lịch nghỉ năm {years} còn {len(open_days)} ngày là dự kiến (từ {full(open_days[0])}). "
        "Hãy đối chiếu khi có thông báo chính thức."
    )


def cell_lines(marks: tuple[Mark, ...], limit: int) -> tuple[str, ...]:
    """Put the marks of a day into at most ``limit`` lines: reports one by one, several tasks as a count."""
    reports = [f"{mark.kind.value} {mark.text}" for mark in marks if mark.report_key]
    tasks = [mark for mark in marks if mark.task_id]
    open_tasks = [mark for mark in tasks if not mark.done]
    lines = list(reports)
    if len(tasks) == 1:
        lines.append(f"{'✓' if tasks[0].done else tasks[0].kind.value} {tasks[0].text}")
    elif open_tasks:
        lines.append(f"{MarkKind.TASK_DUE.value} {len(open_tasks)} nhiệm vụ đến hạn")
    elif tasks:
        lines.append(f"✓ {len(tasks)} nhiệm vụ đã xong")
    if len(lines) > limit:
        hidden = len(lines) - max(limit - 1, 0)
        lines = [*lines[: max(limit - 1, 0)], f"+ {hidden} mục"]
    return tuple(lines[:limit]) if limit > 0 else ()
