"""The draft of a plan: rows with printed texts, their readings, and a problem for everything that is not certain."""

from dataclasses import dataclass, field
from enum import StrEnum

from cchc_desktop.domain.agency_records import Party
from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.domain.targets import Target

PRINTED_FIELDS = (
    "section",
    "section_title",
    "number",
    "content",
    "lead",
    "coordinating",
    "issuing_level",
    "product",
    "budget",
    "note",
    "deadline",
)
"""Names of the printed texts of a row, in the order of the contract's JSON."""


class Ruling(StrEnum):
    """What a person says a row of the table is, against what the program took it for."""

    TASK = "task"
    """A task of its own: a row that was set aside comes back, a row that was joined is parted again."""
    JOIN = "join"
    """The rest of the task above."""
    SECTION = "section"
    """The heading of a section."""
    DROP = "drop"
    """No part of the plan."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at."""

    code: str
    """joined_rows, unknown_agency, deadline_not_understood, deadline_uncertain, missing_text, empty_content,
    missing_lead, number_out_of_order, missing_column, no_table, dropped_row, ..."""
    message: str
    field: str = ""
    """Key of the column it is about; empty for the whole row or draft."""


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """One row of the plan's table."""

    section: str
    section_title: str
    number: str
    content: str
    lead: str
    coordinating: str
    issuing_level: str
    product: str
    budget: str
    note: str
    deadline: str
    lead_parties: tuple[Party, ...]
    coordinating_parties: tuple[Party, ...]
    deadline_reading: Deadline
    problems: tuple[Problem, ...] = ()
    source_rows: tuple[int, ...] = ()
    """Rows of the grid it was made from; more than one when it was joined."""
    pieces: tuple[str, ...] = ()
    """What stands in each of these rows, cells parted by strokes."""
    inherited: tuple[str, ...] = ()
    """Fields whose text stands in a row above: in the row this one belongs to, or where a ditto mark points."""


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """One target of the plan, with what a person should look at."""

    target: Target
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyDraft:
    """What the plan's running text lays on one body, or on several named together."""

    agency: str
    """As printed."""
    texts: tuple[str, ...]
    fields: tuple[str, ...] = ()
    """Keys of the fields of reform it leads: direction, institutions, procedures, apparatus, service, finance, digital,
    iso, communication."""


@dataclass(frozen=True, slots=True)
class TableChoice:
    """A table that may hold the tasks, for the officer to choose from."""

    index: int
    """1-based among all tables of the document."""
    place: str
    columns: int
    rows: int
    first_heading: str
    score: float


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as read; nothing of it is stored yet."""

    file: str
    kind: str
    sha256: str
    tables_found: int
    table: int
    """1-based index of the table that was read; 0 when none was found."""
    choices: tuple[TableChoice, ...]
    head: PlanHead
    year: int
    year_certain: bool
    columns: dict[str, int]
    """Column key -> 0-based grid column."""
    headings: tuple[tuple[str, str], ...]
    """Column key and printed heading in printed order."""
    title_block: tuple[str, ...]
    repairs: dict[str, int]
    """joined_rows, dropped_headers, dropped_totals, ...: how often."""
    tasks: tuple[TaskDraft, ...]
    problems: tuple[Problem, ...] = field(default=())
    dropped: tuple[tuple[int, str, str], ...] = ()
    """(grid row, reason code, text) for every row that did not become a task."""
    targets: tuple[TargetDraft, ...] = ()
    duties: tuple[DutyDraft, ...] = ()
    body_tasks: tuple[TaskDraft, ...] = ()
    """Tasks found in the running text; without a table of tasks they are the tasks of the draft."""
    period: tuple[int, int] | None = None
    """First and last year of a programme that covers several."""
    horizon: int | None = None
    """Year up to which a programme looks ahead ("định hướng đến năm 2030")."""
    section_rows: tuple[tuple[int, str, bool], ...] = ()
    """(grid row, text, unsure) for every row that was read as the heading of a section."""
    joined_tables: tuple[int, ...] = ()
    """1-based indices of the tables that were read as one, in order; the first is ``table``."""
