"""The own office: who it is, its working year, and how it wants to be reminded."""

from dataclasses import asdict
from typing import Any

from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.services.changes import Changes, Kind
from cchc_desktop.services.store import Store
from cchc_desktop.storage.history import change
from cchc_desktop.storage.settings import get_setting, put_setting

_KEY = "office"


class Offices:
    """Reads and stores the settings of the own office."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> Office:
        """Return the settings; defaults until the first-run steps are done."""
        with self._store.reading() as session:
            return _from_json(get_setting(session, _KEY, {}))

    def year(self) -> int:
        """Return the working year: the chosen one, else the year of the clock."""
        return self.get().year or self._store.today().year

    def save(self, office: Office) -> Changes:
        """Store the settings."""
        with self._store.writing("Thay đổi thiết đặt của đơn vị") as (session, stamp):
            if get_setting(session, _KEY) is None:
                put_setting(session, _KEY, {})
                session.flush()
            changed = change(session, stamp, "setting", _KEY, {"value": _as_json(office)})
        kinds = frozenset({Kind.SETTINGS, Kind.TASKS, Kind.REPORTS, Kind.REMINDERS})
        return Changes(kinds, stamp.action, stamp.batch if changed else "")


def _as_json(office: Office) -> dict[str, Any]:
    return asdict(office) | {"role": office.role.value, "ladder": list(office.ladder)}


def _from_json(stored: dict[str, Any]) -> Office:
    known = {key: value for key, value in stored.items() if key in Office.__dataclass_fields__}
    if "role" in known:
        known["role"] = OfficeRole(known["role"])
    if "ladder" in known:
        known["ladder"] = tuple(known["ladder"])
    return Office(**known)
