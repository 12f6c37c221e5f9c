"""Thiết đặt – Sao lưu, khôi phục: make a copy now, see the copies, bring one back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.bridge import Bridge
from ui.prompts import ask_open_file, confirm, open_path, tell
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_PATH = int(Qt.ItemDataRole.UserRole)
_KIND = "Bản sao lưu (*.db)"
REASONS = {
    "hang-ngay": "hằng ngày",
    "thu-cong": "tự làm",
    "truoc-khi-nhap": "trước khi nhập kế hoạch",
    "truoc-khi-nang-cap": "trước khi nâng cấp dữ liệu",
}


class BackupsCard(Card):
    """The copies, newest first."""

    def __init__(self, app: "App", bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Sao lưu, khôi phục", parent)
        self._app = app
        self._bridge = bridge
        self.place = Text(kind="muted", wrap=True, selectable=True)
        self.list = QListWidget()
        self.list.setAccessibleName("Các bản sao lưu, mới nhất trước")
        self.list.setMinimumHeight(5 * theme.control_height())
        self.create_button = button("Sao lưu ngay", self._create, icon="database")
        self.restore_button = button("Khôi phục bản đang chọn", self._restore_chosen, icon="archive-restore")
        self.other_button = button("Khôi phục từ tệp khác…", self._ask_file)
        self.folder_button = button("Mở thư mục", lambda: open_path(app.folder.backups), kind="plain")
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        for each in (self.create_button, self.restore_button, self.other_button, self.folder_button):
            row.addWidget(each)
        row.addStretch(1)
        self.body.addWidget(self.place)
        self.body.addWidget(self.list)
        self.body.addLayout(row)
        self.list.currentRowChanged.connect(lambda _row: self._enable())

    def show_stored(self) -> None:
        """List the copies."""
        self.place.setText(
            f"Phần mềm tự sao lưu mỗi ngày và trước khi nhập kế hoạch, vào thư mục {self._app.folder.backups}."
        )
        self.list.clear()
        for copy in self._app.backups.all():
            reason = REASONS.get(copy.reason, copy.reason.replace("-", " "))
            size = max(1, round(copy.size / 1024))
            item = QListWidgetItem(
                f"{copy.taken_at:%d/%m/%Y %H:%M}  ·  {reason}  ·  {size:,} KB".replace(",", ".")
            )
            item.setData(_PATH, copy.path)
            self.list.addItem(item)
        self._enable()

    def _enable(self) -> None:
        writable = not self._bridge.read_only
        self.restore_button.setEnabled(writable and self.list.currentItem() is not None)
        self.other_button.setEnabled(writable)

    def _create(self) -> None:
        def done(path: Path) -> None:
            self.show_stored()
            tell(
                self.window(),
                f"Đã sao lưu vào tệp “{path.name}”.",
                ("Mở thư mục", lambda: open_path(path.parent)),
            )

        self._bridge.run_later(lambda _job: self._app.backups.create(), done)

    def _restore_chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._confirm(Path(item.data(_PATH)), item.text())

    def _ask_file(self) -> None:
        ask_open_file(
            self.window(),
            "Khôi phục từ tệp sao lưu",
            self._app.folder.backups,
            _KIND,
            lambda path: self._confirm(path, path.name),
        )

    def _confirm(self, path: Path, words: str) -> None:
        confirm(
            self.window(),
            f"Khôi phục dữ liệu từ bản sao lưu {words}?",
            "Khôi phục",
            lambda: self._restore(path),
            detail="Dữ liệu hiện tại được giữ riêng trong thư mục dữ liệu, không bị xóa.",
        )

    def _restore(self, path: Path) -> None:
        def done(aside: Path | None) -> None:
            self._bridge.data_replaced()
            kept = f" Dữ liệu trước đó được giữ ở “{aside.name}”." if aside is not None else ""
            tell(self.window(), f"Đã khôi phục dữ liệu.{kept}")

        self._bridge.run_later(lambda _job: self._app.backups.restore(path), done)
