"""The figures of one report: to read, and to copy into the report or the ministry's program."""

from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from cchc_desktop.services.figures import ReportFigures, figures_as_text
from cchc_desktop.services.frozen_figures import Frozen
from cchc_desktop.words import CELL_WORDS
from ui import theme
from ui.bridge import Bridge
from ui.models.figure_model import FigureModel
from ui.widgets.buttons import button
from ui.widgets.day_words import full
from ui.widgets.plain_table import QuietTable
from ui.widgets.tabbed_pages import TabbedPages
from ui.widgets.text import Text

_OPEN = "Kỳ số liệu chưa chốt: các số dưới đây tính đến hôm nay và còn có thể thay đổi."


class ReportFiguresDialog(QDialog):
    """Two tables (fields, agencies) with the whole plan on top, and the figures before."""

    def __init__(
        self,
        figures: ReportFigures,
        frozen: Frozen | None,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._figures = figures
        self._bridge = bridge
        period = figures.period
        self.setWindowTitle(f"Số liệu {period.name}")
        self.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        theme.spaced(column, margin=20)
        column.addWidget(Text(period.name, scale=1.4, bold=True))
        window = f"Số liệu {full(period.window_start)} – {full(period.cutoff)}"
        column.addWidget(Text(window, kind="muted"))
        self.warning = Text(_OPEN, kind="danger", wrap=True)
        self.warning.setVisible(not figures.is_final)
        column.addWidget(self.warning)
        self.fields, self.agencies = FigureModel(self), FigureModel(self)
        self.fields.fill((figures.total, *figures.by_field))
        self.agencies.fill((figures.total, *figures.by_agency))
        self.tabs = TabbedPages("Cách chia số liệu")
        self.tabs.add_page(_table(self.fields, "Số liệu theo lĩnh vực"), "Theo lĩnh vực")
        self.tabs.add_page(_table(self.agencies, "Số liệu theo cơ quan chủ trì"), "Theo cơ quan chủ trì")
        column.addWidget(self.tabs, 1)
        self.later = Text(later_lines(frozen), wrap=True, selectable=True)
        self.later.setVisible(frozen is not None)
        column.addWidget(self.later)
        self.before = Text(comparison_lines(figures), kind="muted", wrap=True, selectable=True)
        column.addWidget(self.before)
        foot = QHBoxLayout()
        self.copy_lines = button("Sao chép số liệu", self._copy_lines, icon="copy")
        self.copy_table = button("Sao chép bảng", self._copy_table, icon="copy")
        foot.addWidget(self.copy_lines)
        foot.addWidget(self.copy_table)
        foot.addStretch(1)
        close = button("Đóng", self.accept, kind="primary")
        close.setDefault(True)
        foot.addWidget(close)
        column.addLayout(foot)
        self.finished.connect(self.deleteLater)
        room = self.screen().availableGeometry()
        self.resize(
            min(72 * theme.line_height(), room.width() - 60),
            min(34 * theme.line_height(), room.height() - 80),
        )

    def _copy_lines(self) -> None:
        """Copy one value a line, for typing into the program of the ministry."""
        data = QMimeData()
        data.setText(figures_as_text(self._figures))
        QGuiApplication.clipboard().setMimeData(data)
        self._say("Đã sao chép số liệu, mỗi dòng một số.")

    def _copy_table(self) -> None:
        """Copy the table that is shown, for Word and Excel."""
        model = self.fields if self.tabs.current() == 0 else self.agencies
        rows = model.texts()
        data = QMimeData()
        data.setText("\n".join("\t".join(row) for row in rows))
        data.setHtml(_as_html(rows))
        QGuiApplication.clipboard().setMimeData(data)
        self._say("Đã sao chép bảng; dán được vào Word hoặc Excel.")

    def _say(self, text: str) -> None:
        self._bridge.said.emit(text, False)  # noqa: FBT003 - a signal has no keywords


def comparison_lines(figures: ReportFigures) -> str:
    """Return the same counts at other cut-offs, a line each; a sentence where there are none."""
    lines = []
    for each in figures.comparisons:
        cells = each.cells
        done = cells.completed_on_time + cells.completed_late
        lines.append(
            f"{each.name}: tổng số {cells.total}, hoàn thành {done} (quá hạn {cells.completed_late}), "
            f"chưa hoàn thành {cells.open_in_time + cells.open_overdue} (quá hạn {cells.open_overdue})."
        )
    return "\n".join(lines) or "Chưa có kỳ trước hoặc cùng kỳ năm trước để so sánh."


def later_lines(frozen: Frozen | None, most: int = 6) -> str:
    """Return when the figures were kept and what was entered since ("sau ngày chốt"), at most so many tasks by name."""
    if frozen is None:
        return ""
    kept = f"Số liệu đã chốt lúc {frozen.at:%H:%M ngày %d/%m/%Y}."
    if not frozen.changes:
        return f"{kept} Sau ngày chốt không có thay đổi."
    lines = [f"{kept} Sau ngày chốt có {len(frozen.changes)} nhiệm vụ được ghi lại, đã tính trong bảng trên:"]
    for each in frozen.changes[:most]:
        place = f"{each.task.section}.{each.task.number} " if each.task.section and each.task.number else ""
        was = CELL_WORDS.get(each.before, "chưa có trong danh sách")
        lines.append(f"– {place}{each.task.content}: {was} → {CELL_WORDS[each.now]}.")
    if len(frozen.changes) > most:
        lines.append(f"… và {len(frozen.changes) - most} nhiệm vụ khác.")
    return "\n".join(lines)


def _table(model: FigureModel, name: str) -> QuietTable:
    table = QuietTable(name)
    table.setModel(model)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(0, 15 * theme.line_height())
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _as_html(rows: tuple[tuple[str, ...], ...]) -> str:
    def line(row: tuple[str, ...], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>"

    body = line(rows[0], "th") + "".join(line(row, "td") for row in rows[1:])
    return f'<table border="1" cellspacing="0" cellpadding="4">{body}</table>'
