"""Which rows of the task list are shown: one frozen filter, and the counts that stand on its buttons."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.tasks import Status
from cchc_desktop.services.task_queries import Role
from cchc_desktop.text import fold
from ui.models.task_list import AgencyMatch, TaskList, TaskRow

MINE = "@mine"
"""The own office, whichever it is."""
MISSING = "missing"
"""No result yet in the running report period."""

STATUS_GROUPS: Mapping[str, frozenset[Status]] = {
    "due": frozenset({Status.DUE_TODAY, Status.DUE_SOON}),
    "running": frozenset({Status.NOT_STARTED, Status.IN_PROGRESS}),
    "completed": frozenset({Status.COMPLETED_ON_TIME, Status.COMPLETED_LATE}),
    "open": frozenset(
        {Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.IN_PROGRESS, Status.NOT_STARTED}
    ),
    "undated": frozenset({Status.NO_DEADLINE}),
    **{status.value: frozenset({status}) for status in Status},
}
"""What a status filter lets through, by its key: a single status, or several under one name."""

_MONTHS = {f"m{month}": (month, month) for month in range(1, 13)}
_QUARTERS = {f"q{quarter}": (3 * quarter - 2, 3 * quarter) for quarter in range(1, 5)}
SPANS: Mapping[str, tuple[int, int]] = {**_QUARTERS, **_MONTHS}
"""First and last month of a span of the year, by its key."""


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Everything that narrows the list; the default narrows nothing."""

    search: str = ""
    agency: str = ""
    """A name, or MINE."""
    role: Role = Role.ANY
    """The part of the agency; of the own office when none is chosen."""
    field: str = ""
    """Number or title of a section."""
    status: str = ""
    """A key of STATUS_GROUPS."""
    period: str = ""
    """A key of SPANS (due in it), MISSING, or the key of a report (no result in its window)."""
    due_from: date | None = None
    due_to: date | None = None
    plan: int = 0
    """Id of a plan; 0 for all."""
    ids: frozenset[int] | None = None
    """Exactly these tasks."""

    def is_on(self) -> bool:
        """Tell whether anything is narrowed."""
        return self != TaskFilter()

    def words(self) -> tuple[str, ...]:
        """Return the folded words that are searched."""
        return tuple(fold(self.search).split())

    def attempts(self) -> tuple[tuple[str, ...], ...]:
        """Return what to search for, best first: the words as one phrase, then all of them anywhere.

        Vietnamese syllables are short: "chi", "so" and "cchc" anywhere in a row are hardly what was meant by
        "chỉ số CCHC", unless nothing has the phrase.

        >>> TaskFilter(search="Chỉ số").attempts()
        (('chi so',), ('chi', 'so'))
        """
        words = self.words()
        return ((" ".join(words),), words) if len(words) > 1 else (words,) if words else ()


def from_request(request: Mapping[str, object]) -> TaskFilter:
    """Return the filter another page asks for ({"status": "overdue", "agency": …}); unknown keys are ignored."""
    period = str(request.get("period") or "")
    if request.get("missing"):
        period = period if "-" in period else MISSING
    role = str(request.get("role") or Role.ANY.value)
    tasks = request.get("tasks")
    status = str(request.get("status") or "")
    due_from, due_to, plan = request.get("due_from"), request.get("due_to"), request.get("plan")
    return TaskFilter(
        search=str(request.get("search") or ""),
        agency=str(request.get("agency") or ""),
        role=Role(role) if role in {each.value for each in Role} else Role.ANY,
        field=str(request.get("field") or ""),
        status=status if status in STATUS_GROUPS else "",
        period=period,
        due_from=due_from if isinstance(due_from, date) else None,
        due_to=due_to if isinstance(due_to, date) else None,
        plan=plan if isinstance(plan, int) else 0,
        ids=frozenset(int(each) for each in tasks)
        if isinstance(tasks, list | tuple | set | frozenset)
        else None,
    )


def base_rows(source: TaskList, wanted: TaskFilter, missing: Mapping[str, frozenset[int]]) -> list[TaskRow]:
    """Return the rows that pass everything except the status and the search.

    ``missing`` gives, by report key, the tasks without a result in its window.
    """
    rows: Iterable[TaskRow] = source.rows
    if wanted.ids is not None:
        ids = wanted.ids
        rows = [row for row in rows if row.id in ids]
    if wanted.plan:
        rows = [row for row in rows if row.section[0] == wanted.plan]
    rows = _by_agency(source, wanted, rows)
    if wanted.field:
        sections = _sections(source, wanted.field)
        rows = [row for row in rows if row.section in sections]
    if wanted.period:
        rows = _by_period(source, wanted.period, rows, missing)
    if wanted.due_from is not None or wanted.due_to is not None:
        start, end = wanted.due_from or date.min, wanted.due_to or date.max
        rows = [row for row in rows if row.due is not None and start <= row.due <= end]
    return list(rows)


def by_status(rows: Iterable[TaskRow], status: str) -> list[TaskRow]:
    """Keep the rows of a status group; all of them when none is chosen."""
    if not status:
        return list(rows)
    allowed = STATUS_GROUPS[status]
    return [row for row in rows if row.status in allowed]


def status_counts(rows: Iterable[TaskRow]) -> dict[str, int]:
    """Count rows for every status group."""
    single = Counter(row.status for row in rows)
    return {key: sum(single[status] for status in group) for key, group in STATUS_GROUPS.items()}


def choice_counts(
    source: TaskList, trials: Iterable[TaskFilter], missing: Mapping[str, frozenset[int]]
) -> list[int]:
    """Count the rows each of several filters would show: the figures beside the choices of a combo box."""
    return [len(found(by_status(base_rows(source, trial, missing), trial.status), trial)) for trial in trials]


def found(rows: list[TaskRow], wanted: TaskFilter) -> list[TaskRow]:
    """Keep the rows that a search finds; all of them when nothing is searched."""
    for words in wanted.attempts():
        hits = [row for row in rows if all(word in row.folded for word in words)]
        if hits:
            return hits
    return [] if wanted.words() else rows


def _by_agency(source: TaskList, wanted: TaskFilter, rows: Iterable[TaskRow]) -> Iterable[TaskRow]:
    own = source.office.agency_key or source.office.agency_name
    name = own if wanted.agency == MINE else wanted.agency
    if not name:
        if wanted.role is Role.ANY or not own:
            return rows
        return [row for row in rows if row.role is wanted.role]
    if source.directory is None:
        return rows
    match = AgencyMatch(source.directory, name, source.today)

    def passes(row: TaskRow) -> bool:
        if row.task is None:
            return True
        leads = wanted.role is not Role.COORDINATING and match.leads(row.task)
        return leads or (wanted.role is not Role.LEAD and match.coordinates(row.task))

    return [row for row in rows if passes(row)]


def _sections(source: TaskList, wanted: str) -> set[tuple[int, str, str]]:
    folded = fold(wanted)
    known = {row.section for row in source.rows}
    exact = {key for key in known if folded in (fold(key[1]), fold(key[2]))}
    return exact or {key for key in known if folded in fold(key[2])}


def _by_period(
    source: TaskList, period: str, rows: Iterable[TaskRow], missing: Mapping[str, frozenset[int]]
) -> list[TaskRow]:
    if period == MISSING:
        return [row for row in rows if row.missing]
    if period in SPANS:
        first, last = SPANS[period]
        return [
            row
            for row in rows
            if row.due is not None and row.due.year == source.year and first <= row.due.month <= last
        ]
    without = missing.get(period, frozenset())
    return [row for row in rows if row.id in without]
