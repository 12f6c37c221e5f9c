"""The draft of a plan as the JSON that ``read --json`` prints; the keys are a contract."""

from datetime import date
from typing import Any

from cchc_desktop.domain.agency_records import Party
from cchc_desktop.domain.deadlines import Deadline
from cchc_desktop.domain.targets import Baseline, TargetPart, plain
from cchc_desktop.reading.draft import PRINTED_FIELDS, DutyDraft, PlanDraft, Problem, TargetDraft, TaskDraft


def draft_as_json(draft: PlanDraft) -> dict[str, Any]:
    """Make plain values of a draft: dates as ISO text, empty cells as ""."""
    return {
        "source": {
            "file": draft.file,
            "kind": draft.kind,
            "tables_found": draft.tables_found,
            "table": draft.table,
        },
        "plan": {
            "title": draft.head.title,
            "document_number": draft.head.document_number,
            "document_date": _day(draft.head.document_date),
            "issuer": draft.head.issuer,
            "year": draft.year or None,
            **({"period": list(draft.period)} if draft.period else {}),
            **({"horizon": draft.horizon} if draft.horizon else {}),
        },
        "columns": dict(draft.columns),
        "repairs": dict(draft.repairs),
        "tasks": [_task(task) for task in draft.tasks],
        "targets": [_target(target) for target in draft.targets],
        "problems": [_problem(problem) for problem in draft.problems],
        **({"duties": [_duty(duty) for duty in draft.duties]} if draft.duties else {}),
    }


def _target(draft: TargetDraft) -> dict[str, Any]:
    target = draft.target
    return {
        "text": target.text,
        "number": target.number,
        "group": target.group,
        "parts": [_part(part) for part in target.parts],
        "problems": [_problem(problem) for problem in draft.problems],
    }


def _part(part: TargetPart) -> dict[str, Any]:
    """Make the five keys of the contract, and those that a range, a step or a base needs."""
    further = {
        "to": None if part.to is None else plain(part.to),
        "change": part.change.value,
        "per": part.per,
        "from_year": part.from_year,
        "until": None if part.until is None else plain(part.until),
        "base": part.base,
        "base_year": part.base_year,
        "baselines": [_baseline(base) for base in part.baselines],
    }
    return {
        "comparator": part.comparator.value,
        "value": plain(part.value),
        "unit": part.unit,
        "level": part.level.value if part.level else None,
        "year": part.year,
        **{key: value for key, value in further.items() if value not in (None, "", [])},
    }


def _baseline(base: Baseline) -> dict[str, Any]:
    named = {"name": base.name} if base.name else {}
    return {**named, "value": plain(base.value), "unit": base.unit, "year": base.year}


def _duty(duty: DutyDraft) -> dict[str, Any]:
    return {"agency": duty.agency, "fields": list(duty.fields), "texts": list(duty.texts)}


def _task(task: TaskDraft) -> dict[str, Any]:
    return {
        **{key: getattr(task, key) for key in PRINTED_FIELDS},
        "lead_parties": [_party(party) for party in task.lead_parties],
        "coordinating_parties": [_party(party) for party in task.coordinating_parties],
        "deadline_reading": _deadline(task.deadline_reading),
        "problems": [_problem(problem) for problem in task.problems],
    }


def _party(party: Party) -> dict[str, str]:
    named = {"name": party.name} if party.name else {}
    return {"text": party.text, "kind": party.kind.value, **named}


def _deadline(reading: Deadline) -> dict[str, Any]:
    suggested = {"suggested_due": _day(reading.suggested_due)} if reading.suggested_due else {}
    return {
        "kind": reading.kind.value,
        "start": _day(reading.start),
        "due": _day(reading.due),
        "occurrences": [_day(day) for day in reading.occurrences],
        **suggested,
        "certain": reading.certain,
        "explanation": reading.explanation,
    }


def _problem(problem: Problem) -> dict[str, str]:
    about = {"field": problem.field} if problem.field else {}
    return {"code": problem.code, "message": problem.message, **about}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
