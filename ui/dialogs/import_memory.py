"""Which column was mapped to what, remembered for the next file whose table has the same headings."""

from collections.abc import Mapping
from hashlib import sha256

from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.source import Source
from cchc_desktop.text import fold
from ui.dialogs.import_state import FIELDS, first_in, width
from ui.preferences import Preferences


class MappingMemory:
    """Remembered mappings, in the preferences of the window."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def recall(self, source: Source, draft: PlanDraft) -> dict[str, int] | None:
        """Return the mapping remembered for a table like the one that was read; None when there is none."""
        headings = _headings(source, draft)
        return mapping_of(self._preferences.text(_key(headings)), len(headings)) if headings else None

    def keep(self, source: Source, draft: PlanDraft, columns: Mapping[str, int]) -> None:
        """Remember a mapping for tables like the one that was read."""
        headings = _headings(source, draft)
        if headings:
            self._preferences.put(_key(headings), text_of(columns))


def _headings(source: Source, draft: PlanDraft) -> tuple[str, ...]:
    if not 1 <= draft.table <= len(source.grids):
        return ()
    grid = source.grids[draft.table - 1]
    return tuple(fold(first_in(grid, column)) for column in range(width(grid)))


def _key(headings: tuple[str, ...]) -> str:
    return f"import/columns/{sha256('|'.join(headings).encode()).hexdigest()[:16]}"


def text_of(columns: Mapping[str, int]) -> str:
    """Write a mapping as a preference.

    >>> mapping_of(text_of({"content": 0, "lead": 2}), 3)
    {'content': 0, 'lead': 2}
    """
    return " ".join(f"{key}={column}" for key, column in sorted(columns.items()))


def mapping_of(text: str, columns: int) -> dict[str, int] | None:
    """Read a mapping back; None when there is none or it does not fit a table of so many columns."""
    found: dict[str, int] = {}
    for part in text.split():
        key, _, column = part.partition("=")
        if key not in FIELDS or not column.isdecimal() or int(column) >= columns:
            return None
        found[key] = int(column)
    return found or None
