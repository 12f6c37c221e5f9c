"""Working days and kinds of report as the office has them."""

from cchc_desktop.domain.periods import ReportKind
from cchc_desktop.domain.workdays import SpecialDay, WorkCalendar
from cchc_desktop.services.store import Store
from cchc_desktop.storage import directory


class Calendars:
    """Reads the calendar of working days and the report calendar; both are kept until forgotten."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._calendar: WorkCalendar | None = None
        self._kinds: tuple[ReportKind, ...] | None = None

    def work_calendar(self) -> WorkCalendar:
        """Return the calendar of working days."""
        if self._calendar is None:
            with self._store.reading() as session:
                self._calendar = WorkCalendar(directory.special_days(session))
        return self._calendar

    def special_days(self, year: int) -> tuple[SpecialDay, ...]:
        """Return holidays and swapped days of a year, ascending."""
        with self._store.reading() as session:
            return tuple(special for special in directory.special_days(session) if special.day.year == year)

    def report_kinds(self) -> tuple[ReportKind, ...]:
        """Return the kinds of periodic report."""
        if self._kinds is None:
            with self._store.reading() as session:
                self._kinds = directory.report_kinds(session)
        return self._kinds

    def forget(self) -> None:
        """Read everything anew at the next question."""
        self._calendar = None
        self._kinds = None
