"""The filter of the task page from one start to the next, as text in the window's settings."""

import json
from dataclasses import replace

from cchc_desktop.services.task_queries import Role
from ui.models.task_filter import STATUS_GROUPS, TaskFilter

_TEXTS = ("agency", "field", "period")


def text_of_filter(wanted: TaskFilter) -> str:
    """Return what is worth remembering: not the search, not a list picked out on another page.

    >>> text_of_filter(TaskFilter(agency="Sở Nội vụ", search="abc"))
    '{"agency": "Sở Nội vụ"}'
    """
    values = {name: getattr(wanted, name) for name in (*_TEXTS, "status") if getattr(wanted, name)}
    if wanted.role is not Role.ANY:
        values["role"] = wanted.role.value
    return json.dumps(values, ensure_ascii=False)


def remembered_filter(text: str) -> TaskFilter | None:
    """Return the remembered filter; None when there is none or it cannot be read."""
    try:
        values = json.loads(text) if text else None
    except ValueError:
        return None
    if not isinstance(values, dict):
        return None
    agency, field, period = (str(values.get(name) or "") for name in _TEXTS)
    wanted = TaskFilter(agency=agency, field=field, period=period)
    if values.get("status") in STATUS_GROUPS:
        wanted = replace(wanted, status=str(values["status"]))
    if values.get("role") in {role.value for role in Role}:
        wanted = replace(wanted, role=Role(values["role"]))
    return wanted
