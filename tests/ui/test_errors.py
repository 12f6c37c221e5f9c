"""Nothing that goes wrong is swallowed: not on the GUI thread, not in a worker."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cchc_desktop.errors import UserError
from ui.errors import DefectHook, details


@pytest.fixture
def hook(qtbot: QtBot, tmp_path: Path) -> Iterator[DefectHook]:  # noqa: ARG001 - signals need the event loop
    import sys

    before = sys.excepthook, threading.excepthook
    made = DefectHook(tmp_path)
    made.install()
    yield made
    made.uninstall()
    sys.excepthook, threading.excepthook = before


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


def caught(error: BaseException) -> BaseException:
    """Return an error with a traceback, as if it had been raised."""
    try:
        exec("raise error", {"error": error})  # noqa: S102 - a frame of its own
    except BaseException as raised:  # noqa: BLE001 - the traceback is wanted
        return raised
    return error


def test_an_uncaught_defect_shows_the_crash_dialog_once(hook: DefectHook) -> None:
    import sys

    for number in range(3):
        error = caught(ValueError(f"lỗi {number}"))
        sys.excepthook(type(error), error, error.__traceback__)
    (box,) = boxes()
    assert "lỗi ngoài dự kiến" in box.text()
    assert hook.showing is box
    box.close()
    assert hook.showing is None


def test_a_defect_in_a_thread_is_shown_too(qtbot: QtBot, hook: DefectHook) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))
    assert hook.showing is not None
    boxes()[0].close()


def test_a_sentence_for_people_is_shown_as_it_is(hook: DefectHook) -> None:
    import sys

    error = caught(UserError("Tệp đang mở trong Excel. Hãy đóng tệp rồi thử lại."))
    sys.excepthook(type(error), error, error.__traceback__)
    (box,) = boxes()
    assert box.text() == "Tệp đang mở trong Excel. Hãy đóng tệp rồi thử lại."
    assert hook.showing is None
    box.close()


def test_details_name_versions_and_no_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    said = details(caught(ValueError(str(Path.home() / "kế hoạch.docx"))))
    assert "Python" in said
    assert "ValueError" in said
    assert str(tmp_path) not in said


def test_a_defect_in_showing_a_defect_does_not_go_round(
    hook: DefectHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    shown: list[BaseException] = []

    def broken(_parent: object, error: BaseException, _logs: object) -> QMessageBox:
        shown.append(error)
        inner = caught(RuntimeError("lỗi khi báo lỗi"))
        sys.excepthook(type(inner), inner, inner.__traceback__)
        return QMessageBox()

    monkeypatch.setattr("ui.errors.report_defect", broken)
    hook._show(caught(ValueError("lỗi")))
    assert [type(error) for error in shown] == [ValueError]
