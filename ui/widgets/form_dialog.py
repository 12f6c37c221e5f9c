"""A dialog with a few fields: labels above, the reason of a refusal inside, and nothing typed is ever lost."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.errors import UserError
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.text import Text

_MARGIN = 20


class FormDialog(QDialog):
    """Fields, a line for the reason why something cannot be taken, [Hủy bỏ] and the action's own word.

    Subclasses override ``save``; the dialog closes only when it returns True.
    """

    def __init__(self, title: str, action: str, parent: QWidget | None = None, *, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QVBoxLayout()
        self.form.setSpacing(theme.GRID)
        self.problem = Text(kind="danger", wrap=True)
        self.problem.hide()
        self.cancel_button = button("Hủy bỏ", self.reject)
        self.action_button = button(action, self.try_to_save, kind="primary")
        self.action_button.setDefault(True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.GAP)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.action_button)
        inside = QWidget()
        inside.setLayout(self.form)
        self.form.setContentsMargins(2, 2, 8, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        theme.mark(inside, "clear")
        self._area, self._inside = area, inside
        column = QVBoxLayout(self)
        theme.spaced(column, margin=_MARGIN, gap=theme.GAP)
        column.addWidget(area, 1)
        column.addWidget(self.problem)
        column.addLayout(self.buttons)
        self._width = round(width * theme.current().points / 10)

    def add_row(self, label: str, field: QWidget) -> QLabel:
        """Add a field under its label."""
        name = Text(label)
        name.setBuddy(field)
        self.form.addSpacing(theme.GRID)
        self.form.addWidget(name)
        self.form.addWidget(field)
        return name

    def open(self) -> None:
        """Show the dialog as large as its fields need and the screen allows."""
        self.fit()
        super().open()
        QTimer.singleShot(0, self, self.fit)  # only what is shown has the sizes of the style sheet

    def fit(self) -> None:
        """Be as high as the fields that are shown now; beyond the screen they scroll."""
        screen = self.screen().availableGeometry()
        for child in self.findChildren(QWidget):
            child.ensurePolished()  # sizes of the style sheet count only from then on
            child.updateGeometry()
        self.form.invalidate()
        self.form.activate()
        bar = self._area.verticalScrollBar().sizeHint().width()
        needed = self._inside.minimumSizeHint().width() + bar + 2 * _MARGIN
        width = min(max(self._width, needed), screen.width() - 40)
        inside = width - 2 * _MARGIN
        fields = (
            self.form.heightForWidth(inside)
            if self.form.hasHeightForWidth()
            else self.form.sizeHint().height()
        )
        fields = max(fields, self._inside.minimumSizeHint().height())
        below = self.buttons.sizeHint().height() + theme.GAP
        if not self.problem.isHidden():
            below += self.problem.heightForWidth(inside) + theme.GAP
        self.resize(width, min(fields + below + 2 * _MARGIN + theme.GRID, screen.height() - 80))

    def try_to_save(self) -> None:
        """Save and close; a refusal is shown inside, with everything typed still there."""
        self.say_problem("")
        try:
            done = self.save()
        except UserError as error:
            self.say_problem(error.message)
            return
        except ValueError as error:  # a field's own sentence: no date, no number
            self.say_problem(str(error))
            return
        if done:
            self.accept()

    def save(self) -> bool:
        """Do what the dialog is for; return whether it may close. Raises UserError or ValueError with a sentence."""
        return True

    def say_problem(self, text: str) -> None:
        """Show why it cannot be taken; nothing for an empty text."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text and self.isVisible():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from anywhere; Enter saves from one-line fields; Esc leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.try_to_save()
        else:
            super().keyPressEvent(event)
