"""What the window shows before the data are open: the first rows, counts, and whose program it is."""

from dataclasses import dataclass
from pathlib import Path

from ui.models.task_list import TaskRow


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The data file as the first frame shows it."""

    rows: tuple[TaskRow, ...]
    """Printed texts only: a status is never guessed."""
    plan_year: int
    task_count: int
    open_reminders: int
    agency_name: str
    year: int
    """Working year; 0 for the year of the clock."""


def first_look(folder: Path) -> FirstLook | None:
    """Read what the first frame shows, without loading the database library; None when there is nothing to show."""
    from cchc_desktop.bootstrap import first_look as read

    found = read(folder)
    if found is None:
        return None
    plan = found.plan
    rows = tuple(
        TaskRow(
            id=task.id,
            section=(plan.id, task.section, task.section_title),
            number=task.number,
            content=task.content,
            lead=task.lead,
            coordinating=task.coordinating,
            deadline=task.deadline,
            due=task.own_due or task.reading_due,
            due_is_own=task.own_due is not None,
            status=None,
        )
        for task in (found.tasks if plan is not None else ())
        if plan is not None
    )
    stored = found.settings.get("office")
    office = stored if isinstance(stored, dict) else {}
    return FirstLook(
        rows=rows,
        plan_year=plan.year if plan is not None else 0,
        task_count=found.task_count,
        open_reminders=found.open_reminders,
        agency_name=str(office.get("agency_name") or ""),
        year=int(office.get("year") or 0),
    )
