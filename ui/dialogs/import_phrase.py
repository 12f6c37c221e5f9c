"""Sửa cách hiểu thời gian during an import: for one row or for all rows alike, remembered for later imports or not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from cchc_desktop.domain.deadlines import Deadline
from ui.dialogs.reading_dialog import ReadingDialog


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase of a draft."""

    deadline: str
    reading: Deadline
    plan_year: int


@dataclass(frozen=True, slots=True)
class PhraseAnswer:
    """How a phrase is to be read, and where."""

    reading: Deadline
    everywhere: bool
    remember: bool


class PhraseDialog(ReadingDialog):
    """The dialog of a task's phrase, with the question for which rows it holds."""

    def __init__(
        self,
        phrase: Phrase,
        alike: int,
        today: date,
        take: Callable[[PhraseAnswer], object],
        parent: QWidget | None = None,
    ) -> None:
        def save(reading: Deadline) -> bool:
            everywhere = self.everywhere.isChecked()
            take(PhraseAnswer(reading, everywhere, everywhere and self.remember.isChecked()))
            return True

        super().__init__(phrase, today, save, parent)
        self.everywhere = QRadioButton(
            f"Cho mọi dòng ghi “{_short(phrase.deadline)}” ({alike} dòng)"
            if alike > 1
            else "Cho dòng này và các dòng ghi như vậy"
        )
        self.here = QRadioButton("Chỉ cho dòng này")
        self.remember = QCheckBox("Nhớ cho các lần nhập sau (xem lại trong Thiết đặt, phần Đã học)")
        self.everywhere.setChecked(True)
        self.remember.setChecked(True)
        self.everywhere.toggled.connect(self.remember.setEnabled)
        self.form.addSpacing(8)
        for widget in (self.everywhere, self.here, self.remember):
            widget.setAccessibleName(widget.text())
            self.form.addWidget(widget)


def _short(text: str) -> str:
    return f"{text[:40]}…" if len(text) > 40 else text
