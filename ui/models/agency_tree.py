"""The directory as a tree: a branch for each level, for groups, and for what was reorganised since."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.domain.agency_records import Agency, AgencyGroup, Level
from cchc_desktop.domain.tasks import Task
from cchc_desktop.services.own_directory import called
from cchc_desktop.text import collation_key, fold
from ui import theme
from ui.widgets.fields import written

Body = Agency | AgencyGroup
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_VERTICAL = frozenset({"vertical", "force", "justice"})
"""Bodies that answer to the ministry, not to the province."""
_LEVELS = {Level.PROVINCE: "Cấp tỉnh", Level.COMMUNE: "Cấp xã", Level.CENTRAL: "Trung ương"}
DISTRICT, VERTICAL, GROUPS, ENDED = (
    "Cấp huyện (đến 30/6/2025)",
    "Cơ quan ngành dọc",
    "Nhóm",
    "Đã sắp xếp lại",
)
TITLES = (_LEVELS[Level.PROVINCE], _LEVELS[Level.COMMUNE], DISTRICT, VERTICAL, "Trung ương", GROUPS, ENDED)


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch of the tree with what stands under it."""

    title: str
    bodies: tuple[Body, ...]


def branch_of(body: Body, today: date) -> str:
    """Return the title of the branch that a body or group stands under on a day."""
    if isinstance(body, AgencyGroup):
        return GROUPS
    if body.level is Level.DISTRICT:
        return DISTRICT
    if body.valid_to is not None and body.valid_to < today:
        return ENDED
    if body.kind in _VERTICAL and body.level is not Level.CENTRAL:
        return VERTICAL
    return _LEVELS[body.level]


def branches(bodies: Iterable[Body], today: date, typed: str = "") -> tuple[Branch, ...]:
    """Sort bodies and groups into branches, in dictionary order; only those that a typed text is part of a name of."""
    needle = fold(typed)
    found: dict[str, list[Body]] = {title: [] for title in TITLES}
    for body in bodies:
        if not needle or any(needle in fold(name) for name in called(body)):
            found[branch_of(body, today)].append(body)
    return tuple(
        Branch(title, tuple(sorted(under, key=lambda body: collation_key(body.name))))
        for title, under in found.items()
        if under or not needle
    )


def mentions(tasks: Iterable[Task]) -> Counter[str]:
    """Count, by key, the tasks whose cells name a body or group."""
    return Counter(
        key
        for task in tasks
        for key in {party.key for party in (*task.lead_parties, *task.coordinating_parties)} - {""}
    )


def validity(body: Body) -> str:
    """Say from when and until when a body or group exists; nothing while no bound is known.

    >>> validity(Agency("a", "Sở A", Level.PROVINCE, valid_to=date(2025, 2, 28)))
    'đến 28/02/2025'
    """
    begun = body.valid_from if isinstance(body, Agency) else None
    parts = (
        f"từ {written(begun)}" if begun else "",
        f"đến {written(body.valid_to)}" if body.valid_to else "",
    )
    return " ".join(part for part in parts if part)


class AgencyTree(QAbstractItemModel):
    """Two levels, two columns: branches, and bodies with the number of tasks that name them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.branches: tuple[Branch, ...] = ()
        self._named: Mapping[str, int] = {}
        self._own: frozenset[str] = frozenset()

    def fill(self, shown: Sequence[Branch], named: Mapping[str, int], own: frozenset[str]) -> None:
        """Show branches; ``named`` counts the tasks by key, ``own`` are the keys the office added."""
        self.beginResetModel()
        self.branches, self._named, self._own = tuple(shown), named, own
        self.endResetModel()

    def body_at(self, index: _Index) -> Body | None:
        """Return the body or group of a row; None for a branch."""
        if not index.isValid() or not index.internalId():
            return None
        return self.branches[index.internalId() - 1].bodies[index.row()]

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of a body or group; an invalid index when it is not shown."""
        for place, branch in enumerate(self.branches):
            for row, body in enumerate(branch.bodies):
                if body.key == key:
                    return self.index(row, 0, self.index(place, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: _Index = _NO_PARENT) -> QModelIndex:
        """Return the index of a row."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override] # the other overload is QObject's
        """Return the branch of a body."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Return how many branches there are, or bodies in one."""
        if not parent.isValid():
            return len(self.branches)
        return 0 if parent.internalId() or parent.column() else len(self.branches[parent.row()].bodies)

    def columnCount(self, _parent: _Index = _NO_PARENT) -> int:
        """Two columns: the name, the number of tasks."""
        return 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer name and count, the whole as tool tip and for screen readers; branches stand in bold."""
        if not index.isValid():
            return None
        body = self.body_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._count(body) if index.column() else self._text(index, body)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(index, body)
        if role == Qt.ItemDataRole.FontRole and body is None:
            return theme.scaled_font(1.0, bold=True)
        if role == Qt.ItemDataRole.ForegroundRole and index.column():
            return theme.colour("muted")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, index: _Index, body: Body | None) -> str:
        if body is not None:
            return body.name
        branch = self.branches[index.row()]
        return f"{branch.title} ({len(branch.bodies)})"

    def _count(self, body: Body | None) -> str:
        count = self._named.get(body.key, 0) if body is not None else 0
        return str(count) if count else ""

    def _said(self, index: _Index, body: Body | None) -> str:
        if body is None:
            branch = self.branches[index.row()]
            return f"{branch.title}: {len(branch.bodies)} mục"
        count = self._named.get(body.key, 0)
        parts = (
            body.name,
            f"{count} nhiệm vụ nêu tên" if count else "",
            validity(body),
            "do đơn vị thêm" if body.key in self._own else "",
        )
        return ", ".join(part for part in parts if part)
