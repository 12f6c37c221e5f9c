"""Questions of the review: what a name means, and how a time phrase is to be read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.lessons import LessonKind
from ui.dialogs.import_agency import NameDialog
from ui.dialogs.import_phrase import Phrase, PhraseAnswer, PhraseDialog
from ui.models.draft_model import DraftModel
from ui.models.draft_review import NameChoice, PhraseChoice
from ui.models.draft_rows import unknown_names
from ui.prompts import tell

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

_STILL_UNKNOWN = (
    "Đã ghi “{name}” là {body}, nhưng chữ này trong ô cơ quan vẫn chưa tách ra được thành một tên. "
    "Hãy sửa chữ trong ô cơ quan của dòng đó."
)


def ask_name(
    app: "App", model: DraftModel, name: str, parent: QWidget, after: Callable[[], object]
) -> NameDialog:
    """Ask what an unknown name means; all rows are read again with the answer; ``after``: it was answered or not."""

    def take(choice: NameChoice) -> None:
        model.take(f"“{name}” là {choice.name}", model.review.with_name(choice))
        if choice.kind is LessonKind.AGENCY and name in unknown_names(model.kept()):
            tell(parent, _STILL_UNKNOWN.format(name=name, body=choice.name))

    dialog = NameDialog(app, name, unknown_names(model.kept()).get(name, 1), take, parent)
    dialog.finished.connect(lambda _result: after())
    dialog.open()
    return dialog


def ask_phrase(
    app: "App", model: DraftModel, row: int, year: int, parent: QWidget, after: Callable[[], object]
) -> PhraseDialog | None:
    """Ask how the time phrase of a row is to be read, and for which rows that holds; None for a row that is not there."""
    if not 0 <= row < model.rowCount():
        return None
    task, alike = model.task(row), model.rows_like(row)

    def take(answer: PhraseAnswer) -> None:
        label = f"cách hiểu “{task.deadline[:40]}”"
        if answer.everywhere:
            choice = PhraseChoice(task.deadline, answer.reading, answer.remember)
            keys = [model.row_key(each) for each in alike]
            model.take(label, model.review.with_phrase(choice, keys), alike)
        else:
            model.take(label, model.review.with_reading(model.row_key(row), answer.reading), [row])

    phrase = Phrase(task.deadline, task.deadline_reading, year)
    dialog = PhraseDialog(phrase, len(alike), app.clock.now().date(), take, parent)
    dialog.finished.connect(lambda _result: after())
    dialog.open()
    return dialog
