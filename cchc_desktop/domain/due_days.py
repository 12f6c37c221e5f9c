"""The chain of due dates of a report from commune to ministry, and what weekends and holidays do to them."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.periods import DayOffRule, OfficeRole, ReportPeriod
from cchc_desktop.domain.workdays import WorkCalendar


class ChainLevel(StrEnum):
    """Who sends and who receives (the chain since 01/7/2025: there is no district step)."""

    COMMUNE = "commune"
    DEPARTMENT = "department"
    STANDING_BODY = "standing_body"
    PROVINCE = "province"
    MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class DueDay:
    """A due date as it is to be kept."""

    nominal: date
    """As the document has it; never moved."""
    last_day: date
    """The last day on which sending is in time: the nominal one, or the next working day where the kind says so."""
    send_by: date
    """The last working day that is in time: remind by it."""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step of a report on its way up."""

    sender: ChainLevel
    recipient: ChainLevel
    due: DueDay


def due_day(nominal: date, rule: DayOffRule, calendar: WorkCalendar) -> DueDay:
    """Return what a nominal due date means under a rule.

    >>> sunday, calendar = date(2026, 12, 20), WorkCalendar()
    >>> [str(due_day(sunday, rule, calendar).send_by) for rule in DayOffRule]
    ['2026-12-18', '2026-12-21']
    """
    if rule is DayOffRule.NEXT_WORKING_DAY:
        moved = calendar.on_or_after(nominal)
        return DueDay(nominal, moved, moved)
    return DueDay(nominal, nominal, calendar.on_or_before(nominal))


def moved_by_rule(period: ReportPeriod, calendar: WorkCalendar) -> ReportPeriod:
    """Return a report whose own due date is the last day in time under its rule; the nominal date is kept beside it.

    >>> made = ReportPeriod("2026-Y", "Y", 2026, "", date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 20),
    ...     date(2026, 12, 20), "", day_off_rule=DayOffRule.NEXT_WORKING_DAY)
    >>> moved = moved_by_rule(made, WorkCalendar())
    >>> str(moved.own_due), str(moved.nominal_due)
    ('2026-12-21', '2026-12-20')
    """
    due = due_day(period.own_due, period.day_off_rule, calendar)
    if due.last_day == due.nominal:
        return period
    return replace(period, own_due=due.last_day, nominal_due=due.nominal)


def chain_of(period: ReportPeriod, calendar: WorkCalendar) -> tuple[ChainLink, ...]:
    """Return the way of a periodic report up to where it ends, with the due date of every step.

    >>> made = ReportPeriod("2026-Q3", "Q3", 2026, "", date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 16),
    ...     date(2026, 9, 20), "", unit_dues=((OfficeRole.COMMUNE, date(2026, 9, 16)),))
    >>> [(f"{link.sender} → {link.recipient}", str(link.due.nominal)) for link in chain_of(made, WorkCalendar())]
    [('commune → standing_body', '2026-09-16'), ('province → ministry', '2026-09-20')]
    """
    dues = dict(period.unit_dues)
    steps = [(ChainLevel(role.value), _recipient_of(role), dues[role]) for role in OfficeRole if role in dues]
    if period.goes_to_ministry and steps:
        steps.append((ChainLevel.PROVINCE, ChainLevel.MINISTRY, period.ministry_due))
    return tuple(
        ChainLink(sender, recipient, due_day(nominal, period.day_off_rule, calendar))
        for sender, recipient, nominal in steps
    )


def _recipient_of(role: OfficeRole) -> ChainLevel:
    return ChainLevel.PROVINCE if role is OfficeRole.STANDING_BODY else ChainLevel.STANDING_BODY
