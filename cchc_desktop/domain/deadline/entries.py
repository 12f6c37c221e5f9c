"""What a sorted phrase is made of: calendar entries with relation and joint, and beside them cycles, events, unknown words."""

from dataclasses import dataclass, field
from enum import Enum, auto

from cchc_desktop.domain.deadline.values import Calendar, Cycle, Part
from cchc_desktop.domain.deadline.words import Mark, Role

APART = frozenset(
    {Role.SEPARATOR, Role.OR, Role.OPEN, Role.ACTIVITY, Role.LABEL, Role.DASH, Role.LINE_DASH, Role.BARE_UNIT}
)
"""What keeps two times apart; without any of these they run into each other."""


class Joint(Enum):
    """How a calendar entry is joined to the one before it."""

    FIRST = auto()
    LIST = auto()
    RANGE = auto()


@dataclass(slots=True)
class Entry:
    """A calendar expression in its place: the relation word before it and how it is joined to the entry before."""

    calendar: Calendar
    relation: Role | None = None
    joint: Joint = Joint.FIRST
    explains: bool = False
    """True after a bracket or colon: it may narrow the entry before it."""
    named: bool = False
    """True where an activity or label stands between it and the entry before."""
    hour_after: bool = False
    """True where an hour printed after the day made "trước" include it."""
    linked: bool = False
    """True where a relation word of its own stands before it."""
    within: bool = False
    """True after "trong"."""
    topic: bool = False
    """True right after "báo cáo", "tổng kết": the period may be what is reported, not when."""
    roles: frozenset[Role] = frozenset()
    """What stands between it and the entry before."""
    year: int = 0
    """Filled when years are settled."""
    year_known: bool = False


@dataclass(slots=True)
class Gathered:
    """Everything a phrase says, sorted."""

    entries: list[Entry] = field(default_factory=list)
    cycles: list[Cycle] = field(default_factory=list)
    bare_units: list[int] = field(default_factory=list)
    days: list[tuple[int, bool]] = field(default_factory=list)
    """Days without a month, and whether "trước" excludes them."""
    conditions: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    offset: Mark | None = None
    weekdays: list[int] = field(default_factory=list)
    """Monday 0 to Sunday 6, as printed."""
    weekday_range: bool = False
    """True for "từ thứ Hai đến thứ Sáu"."""
    time: str = ""
    this_unit: str = ""
    alternatives: bool = False
    """True where "hoặc" stands between two times."""
    fused: bool = False
    """True where a cycle and a period stand together without a sign between: "hằng tháng quý I"."""
    doubts: list[str] = field(default_factory=list)

    def has(self, role: Role) -> bool:
        """Tell whether a mark of this role stands in the phrase."""
        return role in self.roles


def is_end(entry: Entry) -> bool:
    """Tell whether the entry names an end ("cuối quý II", "đến hết năm") and no stretch of time."""
    return entry.calendar.part is Part.END or entry.relation in {Role.UNTIL, Role.BEFORE}
