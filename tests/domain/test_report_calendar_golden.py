"""The report calendar of 2026 and 2027 for each role, every date written down by hand from the law.

Công văn 581/BNV-CCHC: windows and the ministry's dates; 14 + 2 for the units, 18 for Sở Nội vụ. Weekdays, the working day
before and the working day after (BLDS 2015, Điều 148 khoản 5) come from a paper calendar, not from the program.
"""

from datetime import date

import pytest

from cchc_desktop.calendar_data import load_report_kinds, load_special_days
from cchc_desktop.domain.due_days import ChainLevel, chain_of, due_day
from cchc_desktop.domain.periods import DayOffRule, OfficeRole, ReportPeriod, periods_of
from cchc_desktop.domain.workdays import WEEKDAY_NAMES, WorkCalendar
from cchc_desktop.paths import resources

KINDS = load_report_kinds(resources())
CALENDAR = WorkCalendar(load_special_days(resources()))
MON, TUE, WED, THU, FRI, SAT, SUN = WEEKDAY_NAMES

# key, window start, cut-off and its weekday
WINDOWS = [
    ("2026-Q1", "2025-12-15", "2026-03-14", SAT),
    ("2026-H1", "2025-12-15", "2026-06-14", SUN),
    ("2026-Q3", "2026-06-15", "2026-09-14", MON),
    ("2026-Y", "2025-12-15", "2026-12-14", MON),
    ("2027-Q1", "2026-12-15", "2027-03-14", SUN),
    ("2027-H1", "2026-12-15", "2027-06-14", MON),
    ("2027-Q3", "2027-06-15", "2027-09-14", TUE),
    ("2027-Y", "2026-12-15", "2027-12-14", TUE),
]
# key, due at the ministry and its weekday, working day on or before, working day on or after
MINISTRY = [
    ("2026-Q1", "2026-03-20", FRI, "2026-03-20", "2026-03-20"),
    ("2026-H1", "2026-06-20", SAT, "2026-06-19", "2026-06-22"),
    ("2026-Q3", "2026-09-20", SUN, "2026-09-18", "2026-09-21"),
    ("2026-Y", "2026-12-20", SUN, "2026-12-18", "2026-12-21"),
    ("2027-Q1", "2027-03-20", SAT, "2027-03-19", "2027-03-22"),
    ("2027-H1", "2027-06-20", SUN, "2027-06-18", "2027-06-21"),
    ("2027-Q3", "2027-09-20", MON, "2027-09-20", "2027-09-20"),
    ("2027-Y", "2027-12-20", MON, "2027-12-20", "2027-12-20"),
]
# commune and department: the 16th
UNITS = [
    ("2026-Q1", "2026-03-16", MON, "2026-03-16", "2026-03-16"),
    ("2026-H1", "2026-06-16", TUE, "2026-06-16", "2026-06-16"),
    ("2026-Q3", "2026-09-16", WED, "2026-09-16", "2026-09-16"),
    ("2026-Y", "2026-12-16", WED, "2026-12-16", "2026-12-16"),
    ("2027-Q1", "2027-03-16", TUE, "2027-03-16", "2027-03-16"),
    ("2027-H1", "2027-06-16", WED, "2027-06-16", "2027-06-16"),
    ("2027-Q3", "2027-09-16", THU, "2027-09-16", "2027-09-16"),
    ("2027-Y", "2027-12-16", THU, "2027-12-16", "2027-12-16"),
]
# Sở Nội vụ: the 18th
STANDING_BODY = [
    ("2026-Q1", "2026-03-18", WED, "2026-03-18", "2026-03-18"),
    ("2026-H1", "2026-06-18", THU, "2026-06-18", "2026-06-18"),
    ("2026-Q3", "2026-09-18", FRI, "2026-09-18", "2026-09-18"),
    ("2026-Y", "2026-12-18", FRI, "2026-12-18", "2026-12-18"),
    ("2027-Q1", "2027-03-18", THU, "2027-03-18", "2027-03-18"),
    ("2027-H1", "2027-06-18", FRI, "2027-06-18", "2027-06-18"),
    ("2027-Q3", "2027-09-18", SAT, "2027-09-17", "2027-09-20"),
    ("2027-Y", "2027-12-18", SAT, "2027-12-17", "2027-12-20"),
]
OWN = {
    OfficeRole.COMMUNE: UNITS,
    OfficeRole.DEPARTMENT: UNITS,
    OfficeRole.STANDING_BODY: STANDING_BODY,
}


def periods(role: OfficeRole) -> list[ReportPeriod]:
    return [*periods_of(2026, KINDS, role), *periods_of(2027, KINDS, role)]


def kept(key: str, nominal: date) -> tuple[str, str, str, str, str]:
    """Return a row as the tables above have it."""
    before = due_day(nominal, DayOffRule.KEEP, CALENDAR)
    after = due_day(nominal, DayOffRule.NEXT_WORKING_DAY, CALENDAR)
    assert before.nominal == before.last_day == after.nominal == nominal
    assert after.last_day == after.send_by
    return key, str(nominal), WEEKDAY_NAMES[nominal.weekday()], str(before.send_by), str(after.last_day)


@pytest.mark.parametrize("role", list(OfficeRole))
def test_windows_and_cutoffs(role: OfficeRole) -> None:
    found = [
        (each.key, str(each.window_start), str(each.cutoff), WEEKDAY_NAMES[each.cutoff.weekday()])
        for each in periods(role)
    ]
    assert found == WINDOWS


@pytest.mark.parametrize("role", list(OfficeRole))
def test_dates_at_the_ministry(role: OfficeRole) -> None:
    assert [kept(each.key, each.ministry_due) for each in periods(role)] == MINISTRY


@pytest.mark.parametrize("role", list(OfficeRole))
def test_dates_of_the_own_office(role: OfficeRole) -> None:
    assert [kept(each.key, each.own_due) for each in periods(role)] == OWN[role]


def test_the_chain_from_commune_to_ministry() -> None:
    for number, period in enumerate(periods(OfficeRole.COMMUNE)):
        steps = [
            (link.sender, link.recipient, str(link.due.nominal), str(link.due.send_by))
            for link in chain_of(period, CALENDAR)
        ]
        assert steps == [
            (ChainLevel.COMMUNE, ChainLevel.STANDING_BODY, UNITS[number][1], UNITS[number][3]),
            (ChainLevel.DEPARTMENT, ChainLevel.STANDING_BODY, UNITS[number][1], UNITS[number][3]),
            (
                ChainLevel.STANDING_BODY,
                ChainLevel.PROVINCE,
                STANDING_BODY[number][1],
                STANDING_BODY[number][3],
            ),
            (ChainLevel.PROVINCE, ChainLevel.MINISTRY, MINISTRY[number][1], MINISTRY[number][3]),
        ]


def test_four_working_days_between_cutoff_and_safe_day_at_the_end_of_2026() -> None:
    yearly = periods(OfficeRole.STANDING_BODY)[3]
    assert (
        CALENDAR.between(yearly.cutoff, due_day(yearly.ministry_due, DayOffRule.KEEP, CALENDAR).send_by) == 4
    )
