"""The worker thread: results on the GUI thread, in order; cancelling; errors that are not swallowed."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from ui.background import Background, Job


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Background]:  # noqa: ARG001 - signals need the event loop
    made = Background()
    yield made
    made.close()


def test_work_runs_elsewhere_and_results_arrive_here(qtbot: QtBot, worker: Background) -> None:
    seen: list[tuple[int, bool]] = []
    here = QThread.currentThread()
    threads: list[int] = []

    def work(number: int, _job: Job[int]) -> int:
        threads.append(threading.get_ident())
        return number * number

    for number in range(20):
        worker.submit(
            partial(work, number),
            lambda square: seen.append((square, QThread.currentThread() is here)),
        )
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == [(number * number, True) for number in range(20)]
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()
    assert not worker.is_busy()


def test_busy_is_told_once_for_a_queue(qtbot: QtBot, worker: Background) -> None:
    told: list[bool] = []
    worker.busy.connect(told.append)
    gate = threading.Event()
    worker.submit(lambda _job: gate.wait(5))
    worker.submit(lambda _job: None)
    gate.set()
    qtbot.waitUntil(lambda: not worker.is_busy())
    assert told == [True, False]


def test_a_cancelled_job_says_nothing_more(qtbot: QtBot, worker: Background) -> None:
    said: list[str] = []
    running = threading.Event()

    def work(job: Job[str]) -> str:
        running.set()
        while not job.cancelled():
            pass
        job.report("vẫn chạy")
        return "xong"

    job = worker.submit(
        work, said.append, lambda _error: said.append("lỗi"), lambda *_: said.append("tiến độ")
    )
    assert running.wait(5)
    job.cancel()
    worker.submit(lambda _job: "sau", said.append)
    qtbot.waitUntil(lambda: said == ["sau"])


def test_a_job_cancelled_in_the_queue_is_not_begun(qtbot: QtBot, worker: Background) -> None:
    begun: list[int] = []
    gate = threading.Event()
    worker.submit(lambda _job: gate.wait(5))
    waiting = worker.submit(lambda _job: begun.append(1))
    waiting.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not worker.is_busy())
    assert not begun


def test_progress_arrives_in_order(qtbot: QtBot, worker: Background) -> None:
    steps: list[tuple[str, int, int]] = []

    def work(job: Job[int]) -> int:
        for step in range(1, 4):
            job.report(f"trang {step}", step, 3)
        return 3

    worker.submit(work, progress=lambda text, step, steps_: steps.append((text, step, steps_)))
    qtbot.waitUntil(lambda: not worker.is_busy())
    assert steps == [("trang 1", 1, 3), ("trang 2", 2, 3), ("trang 3", 3, 3)]


def test_errors_are_handed_over(qtbot: QtBot, worker: Background) -> None:
    caught: list[BaseException] = []
    worker.submit(lambda _job: 1 // 0, failed=caught.append)
    qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0], ZeroDivisionError)


def test_an_error_nobody_takes_is_not_lost(qtbot: QtBot, worker: Background) -> None:
    with capture_exceptions() as caught:
        worker.submit(lambda _job: 1 // 0)
        qtbot.waitUntil(lambda: not worker.is_busy())
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_closing_cancels_and_ends_the_thread(worker: Background) -> None:
    begun = threading.Event()

    def work(job: Job[None]) -> None:
        begun.set()
        while not job.cancelled():
            pass

    worker.submit(work)
    assert begun.wait(5)
    worker.close()
    assert not any(thread.name == "cchc-background" and thread.is_alive() for thread in threading.enumerate())
