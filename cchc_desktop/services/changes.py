"""What a use case changed: tells every screen whether to refresh, and the window how to undo."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of data a screen can show."""

    PLANS = "plans"
    TASKS = "tasks"
    AGENCIES = "agencies"
    REPORTS = "reports"
    REMINDERS = "reminders"
    SETTINGS = "settings"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of data that changed, and the batch to hand to ``History.undo``."""

    kinds: frozenset[Kind]
    label: str = ""
    """Vietnamese name of the action for the undo menu: "Đánh dấu hoàn thành 3 nhiệm vụ"."""
    batch: str = ""
    """Empty when the change cannot be undone, or nothing changed."""
