"""The table of documents: plans, and under each the documents that changed it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.services.plan_records import AmendmentRecord, PlanRecord
from cchc_desktop.services.source_files import SourceFile
from ui.models.plan_words import AMENDMENT, NONE, counts, document_name, kind_words, span_words, task_count
from ui.widgets.fields import written

_Index = QModelIndex | QPersistentModelIndex
TITLES = {
    "document": "Số, ký hiệu",
    "date": "Ngày",
    "issuer": "Cơ quan ban hành",
    "kind": "Loại",
    "year": "Năm",
    "tasks": "Nhiệm vụ",
    "file": "Tệp gốc",
    "actor": "Người nhập",
    "imported": "Nhập lần cuối",
}
COLUMNS = tuple(TITLES)
Key = tuple[int, int]
"""Plan id and amendment id (0: the plan itself)."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One row: a plan, or a document that changed one."""

    record: PlanRecord
    amendment: AmendmentRecord | None = None

    @property
    def key(self) -> Key:
        """Return by what the row is known again."""
        return (self.record.plan.id, self.amendment.amendment.id if self.amendment else 0)

    @property
    def head(self) -> PlanHead:
        """Return what the document says of itself."""
        return self.amendment.amendment.head if self.amendment else self.record.plan.head

    @property
    def file(self) -> SourceFile:
        """Return the file it was read from."""
        return self.amendment.file if self.amendment else self.record.file

    @property
    def name(self) -> str:
        """Return by what the document is called."""
        return document_name(self.head, self.file.name)


def lines_of(records: Sequence[PlanRecord]) -> tuple[PlanLine, ...]:
    """Return the rows: every plan, followed by what changed it."""
    return tuple(
        line
        for record in records
        for line in (PlanLine(record), *(PlanLine(record, each) for each in record.amendments))
    )


def cell_text(line: PlanLine, column: str) -> str:
    """Return what a cell says."""
    if column == "document":
        return f"↳ {line.name}" if line.amendment else line.name
    if column == "date":
        return written(line.head.document_date) or NONE
    if column == "issuer":
        return line.head.issuer or NONE
    if column == "file":
        return line.file.name
    return _of_amendment(line.amendment, column) if line.amendment else _of_plan(line.record, column)


def _of_plan(record: PlanRecord, column: str) -> str:
    last = record.last
    if column == "kind":
        return kind_words(record.plan.head)
    if column == "year":
        return span_words(record.plan)
    if column == "tasks":
        return task_count(record)
    if column == "actor":
        return last.actor if last else NONE
    return written(record.plan.imported_at.astimezone(VIETNAM).date())


def _of_amendment(found: AmendmentRecord, column: str) -> str:
    if column == "kind":
        return AMENDMENT
    if column == "tasks":
        return counts(found.made) if found.made else NONE
    if column == "actor":
        return found.made.actor if found.made else NONE
    if column == "imported":
        return written(found.amendment.imported_at.astimezone(VIETNAM).date())
    return ""


def sentence(line: PlanLine) -> str:
    """Return one sentence about a row for a screen reader, which reads cells one at a time."""
    said = "Văn bản điều chỉnh" if line.amendment else "Văn bản"
    parts = [f"{said} {line.name}"]
    if line.amendment:
        parts.append(f"điều chỉnh {document_name(line.record.plan.head, line.record.file.name)}")
    for column in COLUMNS[1:]:
        text = cell_text(line, column)
        if text not in ("", NONE):
            parts.append(f"{TITLES[column].lower()} {text}")
    return ", ".join(parts)


class PlanTableModel(QAbstractTableModel):
    """The rows, for the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[PlanLine, ...] = ()

    def fill(self, lines: Sequence[PlanLine]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> PlanLine | None:
        """Return a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, key: Key) -> int:
        """Return where a document stands; -1 when it is not there."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[COLUMNS[section]]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer texts, tooltips and the sentence for screen readers."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.head.title if column == "document" and line.head.title else cell_text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(line)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
