"""Thêm nhiệm vụ, Sửa nhiệm vụ: the printed texts of a task, with the reading of its time phrase shown while typing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.deadlines import read_deadline
from cchc_desktop.domain.plans import Plan
from cchc_desktop.domain.tasks import Task
from cchc_desktop.errors import InvalidInput
from cchc_desktop.text import squash
from ui import theme
from ui.widgets.fields import Combo
from ui.widgets.form_dialog import FormDialog
from ui.widgets.text import Text

Save = Callable[[int, Mapping[str, str]], bool]
"""Takes the plan's id and the texts by column key; returns whether it was stored."""

FIELDS = (
    ("lead", "Cơ quan chủ trì", "ví dụ Sở Nội vụ"),
    ("coordinating", "Cơ quan phối hợp", "nhiều cơ quan cách nhau bằng dấu chấm phẩy"),
    ("issuing_level", "Cấp ban hành, phê duyệt", ""),
    ("deadline", "Thời gian thực hiện", "ghi như trong kế hoạch: Quý III, Tháng 6 năm 2026, Thường xuyên"),
    ("product", "Sản phẩm", ""),
    ("note", "Ghi chú", ""),
)


class TaskForm(FormDialog):
    """A form for a new task, or for the texts of a stored one."""

    def __init__(
        self,
        plans: Sequence[Plan],
        sections: Sequence[tuple[int, str, str]],
        save: Save,
        *,
        task: Task | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title, action = ("Sửa nhiệm vụ", "Lưu") if task else ("Thêm nhiệm vụ", "Thêm")
        super().__init__(title, action, parent, width=560)
        self._save = save
        self._task = task
        self._sections = sections
        self._plans = {plan.id: plan for plan in plans}
        self.plan = Combo("Kế hoạch")
        for plan in plans:
            self.plan.addItem(_plan_words(plan), plan.id)
        self.section = Combo("Lĩnh vực")
        self.section.setEditable(True)
        self.section.setCompleter(None)  # type: ignore[arg-type]  # None takes the completer off, as Qt documents
        self.content = QPlainTextEdit()
        self.content.setAccessibleName("Nội dung công việc")
        self.content.setTabChangesFocus(True)
        self.content.setFixedHeight(4 * theme.line_height() + 16)
        self.fields = {key: QLineEdit() for key, _, _ in FIELDS}
        self.understood = Text(kind="muted", wrap=True)
        self._lay_out()
        self.plan.currentIndexChanged.connect(lambda _row: self._offer_sections())
        self.fields["deadline"].textChanged.connect(lambda _text: self._explain())
        self._offer_sections()
        if task is not None:
            self._fill(task)
        self._explain()
        self.content.setFocus()

    def save(self) -> bool:
        """Store the task; the texts stay in the form when that fails."""
        plan_id = self.plan.currentData()
        if plan_id is None and self._task is None:
            raise InvalidInput("Chưa có kế hoạch nào để thêm nhiệm vụ. Hãy nhập một kế hoạch trước.")
        texts = self.texts()
        if not texts["content"]:
            self.content.setFocus()
            raise InvalidInput("Nhiệm vụ chưa có nội dung. Hãy nhập nội dung công việc.")
        return self._save(int(plan_id) if self._task is None else self._task.plan_id, texts)

    def texts(self) -> dict[str, str]:
        """Return the texts as typed, by column key; of a stored task only those that differ."""
        number, title = self._section()
        texts = {"section": number, "section_title": title, "content": squash(self.content.toPlainText())}
        texts |= {key: squash(field.text()) for key, field in self.fields.items()}
        if self._task is not None:
            kept = {key: value for key, value in texts.items() if value != squash(getattr(self._task, key))}
            return {"content": texts["content"], **kept}
        return texts

    def _lay_out(self) -> None:
        self.add_row("Kế hoạch", self.plan).setVisible(self._task is None and self.plan.count() > 1)
        self.plan.setVisible(self._task is None and self.plan.count() > 1)
        self.add_row("Lĩnh vực", self.section)
        self.add_row("Nội dung công việc", self.content)
        for key, label, hint in FIELDS:
            field = self.fields[key]
            field.setAccessibleName(label)
            field.setPlaceholderText(hint)
            self.add_row(label, field)
            if key == "deadline":
                self.form.addWidget(self.understood)

    def _offer_sections(self) -> None:
        plan_id = self._task.plan_id if self._task else self.plan.currentData()
        typed = self.section.currentText()
        self.section.clear()
        for plan, number, title in self._sections:
            if plan == plan_id:
                self.section.addItem(". ".join(part for part in (number, title) if part), (number, title))
        if typed and self.section.findText(typed) < 0:
            self.section.setEditText(typed)

    def _section(self) -> tuple[str, str]:
        text = squash(self.section.currentText())
        place = self.section.findText(self.section.currentText())
        known = self.section.itemData(place) if place >= 0 else None
        if isinstance(known, tuple):
            return str(known[0]), str(known[1])
        number, dot, title = text.partition(". ")
        return (number, title) if dot and len(number) <= 4 else ("", text)

    def _fill(self, task: Task) -> None:
        place = self.section.findData((task.section, task.section_title))
        self.section.setCurrentIndex(max(0, place))
        self.content.setPlainText(task.content)
        for key, field in self.fields.items():
            field.setText(getattr(task, key))

    def _explain(self) -> None:
        phrase = squash(self.fields["deadline"].text())
        plan = self._plans.get(self._task.plan_id if self._task else self.plan.currentData() or 0)
        if not phrase or plan is None:
            self.understood.setText("")
            return
        self.understood.setText(f"Được hiểu là: {read_deadline(phrase, plan.year).explanation}")


def _plan_words(plan: Plan) -> str:
    name = " – ".join(part for part in (plan.head.document_number, plan.head.title) if part)
    return f"{name or plan.source_name} (năm {plan.year})"
