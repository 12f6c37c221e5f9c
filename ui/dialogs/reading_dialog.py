"""Sửa cách hiểu: the officer says how a time phrase is to be read; the printed phrase itself stays."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QWidget

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.errors import InvalidInput
from ui.widgets.date_field import DateField
from ui.widgets.fields import Combo, typed_date, written
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

KINDS = {
    DeadlineKind.DATE: "Hạn vào một ngày",
    DeadlineKind.WINDOW: "Khoảng thời gian",
    DeadlineKind.PERIODIC: "Định kỳ, nhiều hạn trong năm",
    DeadlineKind.CONTINUOUS: "Thường xuyên, không có hạn cuối",
    DeadlineKind.CONDITIONAL: "Khi có điều kiện, chưa có ngày",
    DeadlineKind.REFERENCE: "Theo văn bản khác, chưa có ngày",
}


class HasPhrase(Protocol):
    """A task, or a row of a draft."""

    @property
    def deadline(self) -> str:
        """The printed phrase."""

    @property
    def reading(self) -> Deadline:
        """How it is read now."""

    @property
    def plan_year(self) -> int:
        """The year its days belong to."""


class ReadingDialog(FormDialog):
    """Kind and dates of a time phrase."""

    def __init__(
        self, task: HasPhrase, today: date, save: Callable[[Deadline], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__("Sửa cách hiểu thời gian", "Lưu cách hiểu", parent, width=460)
        self._save = save
        self._year = task.plan_year
        self.form.addWidget(Text(f"Kế hoạch ghi: “{task.deadline}”", wrap=True, bold=True))
        self.form.addWidget(Text(f"Đang được hiểu là: {task.reading.explanation}", wrap=True, kind="muted"))
        self.kind = Combo("Loại thời gian")
        for kind, words in KINDS.items():
            self.kind.addItem(words, kind)
        self.start = DateField("Từ ngày", lambda: today)
        self.due = DateField("Hạn cuối", lambda: today)
        for field in (self.start, self.due):
            field.set_year(task.plan_year)
        self.dates = QLineEdit()
        self.dates.setAccessibleName("Các hạn trong năm")
        self.dates.setPlaceholderText("cách nhau bằng dấu chấm phẩy: 20/3; 20/6; 20/9; 20/12")
        self.add_row("Loại thời gian", self.kind)
        self._rows = {
            "start": (self.add_row("Từ ngày", self.start), self.start),
            "due": (self.add_row("Hạn cuối", self.due), self.due),
            "dates": (self.add_row("Các hạn trong năm", self.dates), self.dates),
        }
        reading = task.reading
        self.kind.setCurrentIndex(max(0, self.kind.findData(reading.kind)))
        self.start.set_date(reading.start)
        self.due.set_date(reading.due)
        self.dates.setText("; ".join(written(day) for day in reading.occurrences))
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._show_fields()
        self.kind.setFocus()

    def save(self) -> bool:
        """Store the reading."""
        return self._save(self.reading())

    def reading(self) -> Deadline:
        """Return the reading as entered. Raises InvalidInput or ValueError with a sentence."""
        kind = DeadlineKind(self.kind.currentData())
        if kind is DeadlineKind.PERIODIC:
            return self._periodic()
        start = self.start.date() if kind is DeadlineKind.WINDOW else None
        due = self.due.date() if kind in (DeadlineKind.DATE, DeadlineKind.WINDOW) else None
        if kind is DeadlineKind.DATE and due is None:
            raise InvalidInput("Chưa có ngày hạn. Hãy nhập ngày, ví dụ 31/3.")
        if kind is DeadlineKind.WINDOW and due is None and start is None:
            raise InvalidInput("Chưa có ngày nào. Hãy nhập ngày bắt đầu hoặc hạn cuối.")
        if start is not None and due is not None and due < start:
            raise InvalidInput("Hạn cuối sớm hơn ngày bắt đầu. Hãy nhập lại hai ngày này.")
        return Deadline(kind, start, due, certain=True, explanation=_words(kind, start, due))

    def _periodic(self) -> Deadline:
        days = [typed_date(part, self._year) for part in self.dates.text().split(";")]
        occurrences = tuple(sorted({day for day in days if day is not None}))
        if not occurrences:
            raise InvalidInput("Chưa có hạn nào trong năm. Hãy nhập các ngày, cách nhau bằng dấu chấm phẩy.")
        said = "; ".join(written(day) for day in occurrences)
        return Deadline(
            DeadlineKind.PERIODIC,
            occurrences=occurrences,
            certain=True,
            explanation=f"Định kỳ, hạn vào các ngày {said}.",
        )

    def _on_kind(self, _row: int) -> None:
        self._show_fields()
        self.fit()

    def _show_fields(self) -> None:
        kind = DeadlineKind(self.kind.currentData())
        shown = {
            DeadlineKind.DATE: {"due"},
            DeadlineKind.WINDOW: {"start", "due"},
            DeadlineKind.PERIODIC: {"dates"},
        }.get(kind, set())
        for key, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(key in shown)


def _words(kind: DeadlineKind, start: date | None, due: date | None) -> str:
    match kind:
        case DeadlineKind.DATE:
            return f"Hạn ngày {written(due)}."
        case DeadlineKind.WINDOW if start and due:
            return f"Từ {written(start)} đến {written(due)}, hạn {written(due)}."
        case DeadlineKind.WINDOW if due:
            return f"Trong thời gian đến hết {written(due)}."
        case DeadlineKind.WINDOW:
            return f"Từ {written(start)}, không nêu hạn cuối."
        case DeadlineKind.CONTINUOUS:
            return "Thường xuyên trong năm, không có hạn cuối."
        case DeadlineKind.CONDITIONAL:
            return "Thực hiện khi có điều kiện, chưa có ngày cụ thể."
        case _:
            return "Theo văn bản khác, chưa có ngày cụ thể."
