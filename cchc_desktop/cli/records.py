"""Records as the JSON of the contract."""

from datetime import date
from typing import TYPE_CHECKING, Any

from cchc_desktop.domain.agencies import Agency, AgencyGroup, Directory, Party
from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.domain.due_days import chain_of

if TYPE_CHECKING:  # a phrase is explained without loading the database library
    from cchc_desktop.domain.plans import Plan
    from cchc_desktop.domain.reminders import Reminder
    from cchc_desktop.domain.report_units import UnitSummary
    from cchc_desktop.domain.reports import Report
    from cchc_desktop.domain.tasks import FourCells, Status, Task
    from cchc_desktop.domain.workdays import WorkCalendar
    from cchc_desktop.services.imports import ImportResult
    from cchc_desktop.services.reminders import OpenReminder


def party_json(party: Party) -> dict[str, str]:
    """Return a party; the name stands only where there is one."""
    named = {"name": party.name} if party.name else {}
    return {"text": party.text, "kind": party.kind.value, **named}


def deadline_json(reading: Deadline) -> dict[str, Any]:
    """Return a reading of a time phrase."""
    suggested = {"suggested_due": reading.suggested_due} if reading.suggested_due else {}
    return {
        "kind": reading.kind.value,
        "start": reading.start,
        "due": reading.due,
        "occurrences": list(reading.occurrences),
        **suggested,
        "certain": reading.certain,
        "explanation": reading.explanation,
    }


def plan_json(plan: "Plan") -> dict[str, Any]:
    """Return a stored plan."""
    return {
        "id": plan.id,
        "uid": plan.uid,
        "title": plan.head.title,
        "document_number": plan.head.document_number,
        "document_date": plan.head.document_date,
        "issuer": plan.head.issuer,
        "year": plan.year,
        "tasks": plan.task_count,
        "sample": plan.is_sample,
        "source": {
            "file": plan.source_name,
            "kind": plan.source_kind,
            "imported_at": plan.imported_at.isoformat(),
        },
    }


def task_json(task: "Task", status: "Status") -> dict[str, Any]:
    """Return a stored task: the keys of the draft, and what was entered."""
    return {
        "id": task.id,
        "uid": task.uid,
        "plan": task.plan_id,
        "section": task.section,
        "section_title": task.section_title,
        "number": task.number,
        "content": task.content,
        "lead": task.lead,
        "coordinating": task.coordinating,
        "issuing_level": task.issuing_level,
        "product": task.product,
        "budget": task.budget,
        "note": task.note,
        "deadline": task.deadline,
        "lead_parties": [party_json(party) for party in task.lead_parties],
        "coordinating_parties": [party_json(party) for party in task.coordinating_parties],
        "deadline_reading": deadline_json(task.reading),
        "status": status.value,
        "progress": task.progress.value,
        "own_due": task.own_due,
        "completed_on": task.completed_on,
        "evidence": {
            "document": task.document,
            "document_date": task.document_date,
            "note": task.result_note,
        },
        "results": [
            {
                "agency": result.agency,
                "completed_on": result.completed_on,
                "document": result.document,
                "document_date": result.document_date,
                "note": result.note,
            }
            for result in task.results
        ],
    }


def agency_json(body: Agency | AgencyGroup, directory: Directory, on: date) -> dict[str, Any]:
    """Return a body or a group of the directory."""
    names = {agency.key: agency.name for agency in directory.agencies}
    if isinstance(body, AgencyGroup):
        members = directory.members(body.key, on)
        return {
            "key": body.key,
            "name": body.name,
            "kind": "group",
            "level": [level.value for level in body.levels],
            "aliases": list(body.phrases),
            "groups": [],
            "members": [member.name for member in members],
            "valid_from": None,
            "valid_to": body.valid_to,
            "successor": [],
        }
    groups = [
        group.name
        for group in directory.groups
        if any(body.key == one.key for one in directory.members(group.key, on))
    ]
    return {
        "key": body.key,
        "name": body.name,
        "kind": "agency",
        "level": body.level.value,
        "aliases": [*body.abbreviations, *body.aliases],
        "groups": groups,
        "valid_from": body.valid_from,
        "valid_to": body.valid_to,
        "successor": [names.get(key, key) for key in body.successors],
    }


def cells_json(cells: "FourCells") -> dict[str, int]:
    """Return the four cells and what stands outside them."""
    return {
        "total": cells.total,
        "completed_on_time": cells.completed_on_time,
        "completed_late": cells.completed_late,
        "not_completed_in_time": cells.open_in_time,
        "not_completed_overdue": cells.open_overdue,
        "continuous": cells.continuous,
        "undated": cells.undated,
        "stopped": cells.stopped,
    }


def report_json(report: "Report", calendar: "WorkCalendar") -> dict[str, Any]:
    """Return a report obligation with the last working day on or before each of its dates."""
    period = report.period
    return {
        "key": period.key,
        "kind": period.code,
        "name": period.name,
        "year": period.year,
        "window_start": period.window_start,
        "window_end": period.cutoff,
        "cutoff": period.cutoff,
        "cutoff_workday": calendar.on_or_before(period.cutoff),
        "own_due": period.own_due,
        "own_due_workday": calendar.on_or_before(period.own_due),
        "ministry_due": period.ministry_due if period.goes_to_ministry else None,
        "ministry_due_workday": calendar.on_or_before(period.ministry_due)
        if period.goes_to_ministry
        else None,
        "state": report.state.value,
        "sent_on": report.sent_on,
        "document": report.document,
        "basis": period.basis,
        **_obligation_json(report, calendar),
    }


def _obligation_json(report: "Report", calendar: "WorkCalendar") -> dict[str, Any]:
    """Return what else is known of a report: its sort, its way up, what was sent, a moved due date."""
    period, extension = report.period, report.extension
    return {
        "family": period.family.value,
        "has_window": period.has_window,
        "own_due_nominal": period.nominal_due or period.own_due,
        "own_due_time": period.due_time.strftime("%H:%M") if period.due_time else None,
        "day_off_rule": period.day_off_rule.value,
        "province_due": period.province_due,
        "chain": [
            {
                "from": link.sender.value,
                "to": link.recipient.value,
                "due": link.due.nominal,
                "last_day": link.due.last_day,
                "send_by": link.due.send_by,
            }
            for link in chain_of(period, calendar)
        ],
        "document_date": report.document_date,
        "file": report.file,
        "note": report.note,
        "requested_by": report.requested_by,
        "units_due": report.units_due,
        "extension": extension
        and {"due": extension.due, "reason": extension.reason, "document": extension.document},
    }


def summary_json(summary: "UnitSummary") -> dict[str, Any]:
    """Return how the units that owe the office a report stand with it."""
    return {
        "total": summary.total,
        "received": summary.received,
        "late": summary.late,
        "missing": summary.missing,
        "overdue": summary.overdue,
        "to_urge": [line.unit.name for line in summary.to_urge],
    }


def reminder_json(reminder: "OpenReminder") -> dict[str, Any]:
    """Return a reminder of the ledger."""
    return {
        "key": reminder.key,
        "title": reminder.title,
        "text": reminder.text,
        "subject": f"{reminder.subject_kind}:{reminder.subject_key}",
        "due": reminder.due,
        "rule": reminder.rule,
        "remind_on": reminder.remind_on,
        "state": reminder.state,
    }


def raised_json(reminder: "Reminder") -> dict[str, Any]:
    """Return a reminder that a pass has just raised, with the earlier rungs it stands for."""
    return {
        "key": reminder.key,
        "title": reminder.title,
        "text": reminder.text,
        "subject": f"{reminder.subject.kind.value}:{reminder.subject.key}",
        "due": reminder.subject.due,
        "rule": reminder.rule,
        "remind_on": reminder.remind_on,
        "superseded": list(reminder.superseded),
    }


def import_json(result: "ImportResult") -> dict[str, Any]:
    """Return what an import did."""
    return {
        "plan": result.plan_id,
        "added": result.added,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "gone": result.gone,
        "problems": [
            {"row": row, "code": problem.code, "message": problem.message, "field": problem.field}
            for row, problem in result.problems
        ],
    }
