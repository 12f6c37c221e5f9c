"""What the own office can be reminded of today: open reports, open dated tasks, undated tasks without a result."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole, ReportFamily
from cchc_desktop.domain.reminders import Subject, SubjectKind
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.tasks import Status, Task, has_result_in, missing_results, working_due
from cchc_desktop.words import RECIPIENTS, REPORT_STATE_WORDS

_FIRST_SEEN_LIMIT = timedelta(days=60)
"""A report that was overdue for longer when the program first met it is left to the list: the office sent it before."""
_CLOSED = frozenset({Status.COMPLETED_ON_TIME, Status.COMPLETED_LATE, Status.PAUSED, Status.CANCELLED})


def report_subjects(
    reports: Iterable[Report],
    tasks: Collection[Task],
    statuses: dict[int, Status],
    office: Office,
    today: date,
    seen: Collection[tuple[str, str]],
) -> tuple[Subject, ...]:
    """Return the reports that are not sent yet; long overdue ones only when they were reminded of before."""
    waiting = [
        report
        for report in reports
        if report.state is not ReportState.SENT
        and (
            report.period.own_due >= today - _FIRST_SEEN_LIMIT
            or (SubjectKind.REPORT.value, report.period.key) in seen
        )
    ]
    return tuple(_report_subject(report, tasks, statuses, office) for report in waiting)


def _report_subject(
    report: Report, tasks: Collection[Task], statuses: dict[int, Status], office: Office
) -> Subject:
    period = report.period
    with_result = sum(has_result_in(task, period.window_start, period.cutoff) for task in tasks)
    return Subject(
        kind=SubjectKind.REPORT,
        key=period.key,
        title=period.name,
        due=period.own_due,
        window_start=period.window_start if period.has_window else None,
        cutoff=period.cutoff if period.has_window else None,
        recipient=report.requested_by or RECIPIENTS[office.role],
        state_text=REPORT_STATE_WORDS[report.state],
        done=with_result,
        total=len(tasks),
        overdue_tasks=sum(statuses[task.id] is Status.OVERDUE for task in tasks),
        missing_results=len(tuple(missing_results(tasks, period))),
    )


def task_subjects(tasks: Iterable[Task], statuses: dict[int, Status], today: date) -> tuple[Subject, ...]:
    """Return the open tasks that have a date to work towards."""
    subjects = []
    for task in tasks:
        due = working_due(task, today)
        if due is not None and statuses[task.id] not in _CLOSED:
            subjects.append(Subject(kind=SubjectKind.TASK, key=task.uid, title=task.content, due=due))
    return tuple(subjects)


def review_subjects(reports: Iterable[Report], tasks: Collection[Task], today: date) -> tuple[Subject, ...]:
    """Return one review for each running period in which undated tasks have no result yet."""
    subjects = []
    for report in reports:
        period = report.period
        is_running = period.window_start <= today <= period.cutoff
        if not is_running or period.family is not ReportFamily.PERIODIC:
            continue
        missing = tuple(missing_results(tasks, period))
        shown = sum(
            _is_undated(task) and has_result_in(task, period.window_start, period.cutoff) for task in tasks
        )
        if missing:
            subjects.append(
                Subject(
                    kind=SubjectKind.REVIEW,
                    key=period.key,
                    title=period.name,
                    due=period.cutoff,
                    window_start=period.window_start,
                    cutoff=period.cutoff,
                    done=shown,
                    total=shown + len(missing),
                    missing_results=len(missing),
                )
            )
    return tuple(subjects)


def _is_undated(task: Task) -> bool:
    return task.reading.due is None and not task.reading.occurrences


def follows_everything(office: Office) -> bool:
    """Tell whether the office watches all tasks of the plan: the standing body does, and an office not yet named."""
    return office.role is OfficeRole.STANDING_BODY or not (office.agency_key or office.agency_name)
