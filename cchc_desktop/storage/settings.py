"""Settings of the office: key and JSON value."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.storage.tables import SettingRow


def get_setting(session: Session, key: str, default: Any = None) -> Any:
    """Return a setting, or the default where it was never stored."""
    row = session.get(SettingRow, key)
    return default if row is None else row.value


def get_settings(session: Session) -> dict[str, Any]:
    """Return all settings."""
    return {row.key: row.value for row in session.scalars(select(SettingRow))}


def put_setting(session: Session, key: str, value: Any) -> None:
    """Store a setting."""
    row = session.get(SettingRow, key)
    if row is None:
        session.add(SettingRow(key=key, value=value))
    else:
        row.value = value
