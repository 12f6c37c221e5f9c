"""When nobody is to be disturbed: outside working hours and on days off; the list goes on, pop-ups wait."""

from datetime import datetime, time

from cchc_desktop.domain.workdays import WorkCalendar

WORK_BEGINS = time(8)
WORK_ENDS = time(17)


def is_quiet(now: datetime, calendar: WorkCalendar, first_reminder: time = WORK_BEGINS) -> bool:
    """Tell whether pop-ups have to wait at a moment; an office that reminds before eight begins its day then.

    >>> [is_quiet(datetime(2026, 12, 18, hour), WorkCalendar()) for hour in (7, 8, 16, 17)]
    [True, False, False, True]
    >>> is_quiet(datetime(2026, 12, 19, 10), WorkCalendar())  # a Saturday
    True
    """
    begins = min(WORK_BEGINS, first_reminder)
    return not (begins <= now.time() < WORK_ENDS and calendar.is_working(now.date()))
