"""Xuất Excel: which tasks, then where to; written in the worker thread, opened from the last message."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from cchc_desktop.errors import InvalidInput, UserError
from ui.bridge import Bridge
from ui.errors import show_problem
from ui.prompts import ask_save_file, open_path, tell
from ui.scopes import Scope
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_KIND = "Tệp Excel (*.xlsx)"


class ExportDialog(FormDialog):
    """Asks which tasks to write in the layout of the plan's appendix."""

    def __init__(
        self, app: "App", bridge: Bridge, scopes: Sequence[Scope], parent: QWidget | None = None
    ) -> None:
        super().__init__("Xuất Excel", "Chọn nơi lưu…", parent, width=420)
        self._app = app
        self._bridge = bridge
        self._parent = parent
        self.form.addWidget(
            Text(
                "Tệp có đúng bố cục phụ lục của kế hoạch: cột, lĩnh vực, số thứ tự và chữ như văn bản.",
                wrap=True,
            )
        )
        self.choices = QButtonGroup(self)
        self._scopes = list(scopes)
        for place, scope in enumerate(self._scopes):
            radio = QRadioButton(scope.label)
            radio.setAccessibleName(f"Xuất nhiệm vụ: {scope.label}")
            radio.setToolTip(scope.words)
            radio.setChecked(place == 0)
            self.choices.addButton(radio, place)
            self.form.addWidget(radio)

    def save(self) -> bool:
        """Go on to the question where to write."""
        scope = self._scopes[max(0, self.choices.checkedId())]
        if not scope.tasks:
            raise InvalidInput("Không có nhiệm vụ nào để xuất. Hãy chọn phạm vi khác.")
        ask_where(self._app, self._bridge, scope, self._parent)
        return True


def ask_where(app: "App", bridge: Bridge, scope: Scope, parent: QWidget | None) -> None:
    """Ask for the file, with a name that says what it holds, then write it."""
    remembered = bridge.preferences.text("export/folder")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(remembered) if remembered and Path(remembered).is_dir() else Path(documents)
    name = app.exports.suggested_name(scope.tasks)
    ask_save_file(
        parent, "Xuất Excel", folder / name, _KIND, lambda path: write(app, bridge, scope, path, parent)
    )


def write(app: "App", bridge: Bridge, scope: Scope, path: Path, parent: QWidget | None) -> None:
    """Write the workbook in the worker thread; offer to open it, or another name when it cannot be written."""
    bridge.preferences.put("export/folder", str(path.parent))

    def done(count: int) -> None:
        tell(
            parent,
            f"Đã xuất {count} nhiệm vụ vào tệp “{path.name}”.",
            ("Mở tệp", lambda: open_path(path)),
            ("Mở thư mục", lambda: open_path(path.parent)),
        )

    def failed(error: UserError) -> None:
        show_problem(parent, error, lambda: ask_where(app, bridge, scope, parent))

    bridge.run_later(lambda _job: app.exports.appendix(path, scope.tasks), done, failed=failed)
