"""Sửa cách hiểu: every kind of time, its dates, and what is refused."""

from datetime import date

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from ui.dialogs.reading_dialog import KINDS, ReadingDialog


@pytest.fixture
def saved() -> list[Deadline]:
    return []


@pytest.fixture
def dialog(core: App, saved: list[Deadline]) -> ReadingDialog:
    def save(deadline: Deadline) -> bool:
        saved.append(deadline)
        return True

    made = ReadingDialog(core.tasks.list()[3], date(2023, 4, 20), save)
    made.open()
    return made


def choose(
    dialog: ReadingDialog, kind: DeadlineKind, start: str = "", due: str = "", dates: str = ""
) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.start.edit.setText(start)
    dialog.due.edit.setText(due)
    dialog.dates.setText(dates)
    dialog.try_to_save()


def test_it_begins_with_the_reading_in_force(dialog: ReadingDialog) -> None:
    assert dialog.kind.currentData() == DeadlineKind.WINDOW
    assert (dialog.start.text(), dialog.due.text()) == ("01/03/2023", "31/03/2023")


@pytest.mark.parametrize(
    ("kind", "texts", "expected"),
    [
        (DeadlineKind.DATE, {"due": "31/5"}, (None, date(2023, 5, 31), ())),
        (DeadlineKind.WINDOW, {"start": "1/4", "due": "30/6"}, (date(2023, 4, 1), date(2023, 6, 30), ())),
        (DeadlineKind.WINDOW, {"due": "30/6"}, (None, date(2023, 6, 30), ())),
        (DeadlineKind.WINDOW, {"start": "1/4"}, (date(2023, 4, 1), None, ())),
        (
            DeadlineKind.PERIODIC,
            {"dates": "20/6; 20/3; 20/6"},
            (None, None, (date(2023, 3, 20), date(2023, 6, 20))),
        ),
        (DeadlineKind.CONTINUOUS, {"due": "30/6"}, (None, None, ())),
        (DeadlineKind.CONDITIONAL, {}, (None, None, ())),
        (DeadlineKind.REFERENCE, {}, (None, None, ())),
    ],
)
def test_every_kind_has_its_dates(
    dialog: ReadingDialog,
    saved: list[Deadline],
    kind: DeadlineKind,
    texts: dict[str, str],
    expected: tuple[date | None, date | None, tuple[date, ...]],
) -> None:
    choose(dialog, kind, **texts)
    (deadline,) = saved
    assert deadline.kind is kind
    assert (deadline.start, deadline.due, deadline.occurrences) == expected
    assert deadline.certain
    assert deadline.explanation.endswith(".")


@pytest.mark.parametrize(
    ("kind", "texts", "reason"),
    [
        (DeadlineKind.DATE, {}, "Chưa có ngày hạn"),
        (DeadlineKind.DATE, {"due": "31/4"}, "Không có ngày 31/4"),
        (DeadlineKind.WINDOW, {}, "Chưa có ngày nào"),
        (DeadlineKind.WINDOW, {"start": "1/6", "due": "1/5"}, "sớm hơn ngày bắt đầu"),
        (DeadlineKind.PERIODIC, {"dates": ""}, "Chưa có hạn nào"),
        (DeadlineKind.PERIODIC, {"dates": "20/3; hai mươi"}, "chưa phải là ngày"),
    ],
)
def test_what_is_refused_stays_in_the_form(
    dialog: ReadingDialog, saved: list[Deadline], kind: DeadlineKind, texts: dict[str, str], reason: str
) -> None:
    choose(dialog, kind, **texts)
    assert reason in dialog.problem.text()
    assert dialog.isVisible()
    assert not saved
    dialog.reject()


def test_only_the_fields_of_the_kind_are_shown(dialog: ReadingDialog) -> None:
    shown = {}
    for kind in KINDS:
        dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
        shown[kind] = (dialog.start.isVisible(), dialog.due.isVisible(), dialog.dates.isVisible())
    assert shown[DeadlineKind.DATE] == (False, True, False)
    assert shown[DeadlineKind.WINDOW] == (True, True, False)
    assert shown[DeadlineKind.PERIODIC] == (False, False, True)
    assert shown[DeadlineKind.CONTINUOUS] == (False, False, False)
    dialog.reject()
