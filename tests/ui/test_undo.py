"""The named stack of undo and redo."""

from cchc_desktop.services.changes import Changes, Kind
from ui.undo import LIMIT, Step, UndoStack

TASKS = frozenset({Kind.TASKS})


def test_what_was_done_last_is_undone_first() -> None:
    stack = UndoStack()
    stack.push(Changes(TASKS, "Xóa nhiệm vụ", "a"))
    stack.push(Changes(TASKS, "Đổi tình trạng", "b"))
    assert stack.next_undo() == Step("Đổi tình trạng", "b")
    stack.undone(Changes(TASKS, "Hoàn tác", "b2"))
    assert stack.next_undo() == Step("Xóa nhiệm vụ", "a")
    assert stack.next_redo() == Step("Đổi tình trạng", "b2")
    stack.redone(Changes(TASKS, "Hoàn tác", "b3"))
    assert stack.next_undo() == Step("Đổi tình trạng", "b3")
    assert stack.next_redo() is None


def test_a_new_action_forgets_what_was_undone() -> None:
    stack = UndoStack()
    stack.push(Changes(TASKS, "một", "a"))
    stack.undone(Changes(TASKS, "", "a2"))
    stack.push(Changes(TASKS, "hai", "b"))
    assert stack.next_redo() is None


def test_steps_that_cannot_be_reversed_are_dropped() -> None:
    stack = UndoStack()
    stack.drop_undo()
    stack.drop_redo()
    stack.push(Changes(TASKS, "một", "a"))
    stack.drop_undo()
    assert stack.next_undo() is None
    stack.push(Changes(TASKS, "hai", "b"))
    stack.undone(Changes(TASKS, "", ""))
    assert stack.next_redo() is None
    stack.push(Changes(TASKS, "ba", "c"))
    stack.undone(Changes(TASKS, "", "c2"))
    stack.drop_redo()
    assert stack.next_redo() is None


def test_the_stack_does_not_grow_without_end() -> None:
    stack = UndoStack()
    for number in range(LIMIT + 20):
        stack.push(Changes(TASKS, str(number), str(number)))
    for _ in range(LIMIT):
        stack.drop_undo()
    assert stack.next_undo() is None


def test_clearing_forgets_both_ways() -> None:
    stack = UndoStack()
    stack.push(Changes(TASKS, "một", "a"))
    stack.push(Changes(TASKS, "hai", "b"))
    stack.undone(Changes(TASKS, "", "b2"))
    stack.clear()
    assert stack.next_undo() is None
    assert stack.next_redo() is None
