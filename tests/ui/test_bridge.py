"""Between pages and services: what changed is told, what failed is shown, what was done can be undone."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.tasks import Progress
from cchc_desktop.errors import InvalidInput, StorageProblem, UserError
from cchc_desktop.services.changes import Changes, Kind
from ui.bridge import Bridge, changes_of


def boxes() -> list[QMessageBox]:
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible()
    ]


def press(box: QMessageBox, text: str) -> None:
    button = next(each for each in box.buttons() if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_change_is_told_with_its_undo(qtbot: QtBot, core: App, bridge: Bridge) -> None:
    task = core.tasks.list()[0]
    said: list[tuple[str, bool]] = []
    bridge.said.connect(lambda text, undoable: said.append((text, undoable)))
    with qtbot.waitSignals([bridge.changed, bridge.saved, bridge.undo_changed]):
        changes = bridge.run(
            lambda: core.tasks.complete([task.id], date(2023, 4, 3)), say="Đã đánh dấu hoàn thành."
        )
    assert changes is not None
    assert said == [("Đã đánh dấu hoàn thành.", True)]
    assert bridge.last_saved == core.clock.now()
    bridge.undo()
    assert core.tasks.get(task.id).progress is Progress.NOT_STARTED
    assert said[-1] == ("Đã hoàn tác: Đánh dấu hoàn thành.", False)
    bridge.redo()
    assert core.tasks.get(task.id).progress is Progress.COMPLETED
    bridge.undo()
    assert core.tasks.get(task.id).progress is Progress.NOT_STARTED


def test_nothing_to_undo_does_nothing(bridge: Bridge) -> None:
    bridge.undo()
    bridge.redo()
    assert not boxes()


def test_an_undo_in_the_way_is_explained_and_forgotten(core: App, bridge: Bridge) -> None:
    task = core.tasks.list()[0]
    bridge.run(lambda: core.tasks.set_progress([task.id], Progress.IN_PROGRESS))
    core.tasks.set_progress([task.id], Progress.PAUSED)  # somebody else, not on this stack
    bridge.undo()
    (box,) = boxes()
    assert "Không hoàn tác được" in box.text()
    assert bridge.undo_stack.next_undo() is None
    box.close()


def test_a_problem_is_shown_once_and_can_be_tried_again(bridge: Bridge) -> None:
    tries: list[int] = []

    def use_case() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise StorageProblem("Không lưu được vì ổ đĩa đã đầy. Hãy dọn bớt rồi thử lại.")
        return 7

    assert bridge.run(use_case) is None
    (box,) = boxes()
    assert box.text() == "Không lưu được vì ổ đĩa đã đầy. Hãy dọn bớt rồi thử lại."
    press(box, "Thử lại")
    assert len(tries) == 2
    assert not boxes()


def test_a_page_may_take_the_problem_itself(bridge: Bridge) -> None:
    taken: list[UserError] = []

    def use_case() -> None:
        raise InvalidInput("Ngày chưa đúng.")

    bridge.run(use_case, failed=taken.append)
    assert [error.message for error in taken] == ["Ngày chưa đúng."]
    assert not boxes()


def test_a_defect_ends_in_the_crash_dialog(bridge: Bridge) -> None:
    assert bridge.run(lambda: 1 // 0) is None
    (box,) = boxes()
    texts = {button.text() for button in box.buttons()}
    assert texts == {"Sao chép chi tiết", "Mở thư mục nhật ký", "Đóng"}
    press(box, "Sao chép chi tiết")
    assert box.isVisible()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    press(box, "Đóng")


def test_later_work_keeps_the_same_rules(
    qtbot: QtBot, core: App, bridge: Bridge, at_rest: Callable[[Bridge], None]
) -> None:
    task = core.tasks.list()[0]
    results: list[Changes] = []
    with qtbot.waitSignal(bridge.changed):
        bridge.run_later(
            lambda _job: core.tasks.set_progress([task.id], Progress.IN_PROGRESS), results.append
        )
    assert results
    assert bridge.undo_stack.next_undo() is not None

    def refuse(_job: object) -> None:
        raise InvalidInput("Không được.")

    bridge.run_later(refuse)
    at_rest(bridge)
    assert boxes()[0].text() == "Không được."
    boxes()[0].close()
    bridge.run_later(lambda _job: 1 // 0)
    at_rest(bridge)
    assert "lỗi ngoài dự kiến" in boxes()[0].text()
    boxes()[0].close()


def test_changes_are_found_wherever_a_use_case_puts_them() -> None:
    changes = Changes(frozenset({Kind.TASKS}), "x", "b")

    class Recorded:
        def __init__(self) -> None:
            self.changes = changes

    assert changes_of(changes) is changes
    assert changes_of(Recorded()) is changes
    assert changes_of(("report", changes)) is changes
    assert changes_of(("a", "b")) is None
    assert changes_of(None) is None
    assert changes_of(3) is None


def test_replaced_data_forget_the_stack(core: App, bridge: Bridge) -> None:
    bridge.run(lambda: core.tasks.set_progress([core.tasks.list()[0].id], Progress.IN_PROGRESS))
    told: list[Changes] = []
    bridge.changed.connect(told.append)
    bridge.data_replaced()
    assert bridge.undo_stack.next_undo() is None
    assert told[-1].kinds == frozenset(Kind)


def test_without_data_everything_is_read_only() -> None:
    empty = Bridge()
    assert empty.read_only
    empty.data_replaced()
    empty.close()
