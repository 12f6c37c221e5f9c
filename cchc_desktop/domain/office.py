"""Whose program this is: the own office and how it wants to be reminded."""

from dataclasses import dataclass

from cchc_desktop.domain.periods import OfficeRole


@dataclass(frozen=True, slots=True)
class Office:
    """Settings of the office; they live in the data file and travel with it."""

    agency_key: str = ""
    """Key in the directory; empty until the first-run steps are done: then every task counts as own."""
    agency_name: str = ""
    province: str = ""
    role: OfficeRole = OfficeRole.DEPARTMENT
    year: int = 0
    """Working year; 0 means the year of the clock."""
    ladder: tuple[int, ...] = (15, 7, 3, 1, 0)
    """Working days before a due date on which to remind."""
    remind_hour: int = 8
    remind_minute: int = 30
    soon: int = 15
    """Working days before a due date from which a task is "sắp đến hạn"."""
    first_run_done: bool = False
