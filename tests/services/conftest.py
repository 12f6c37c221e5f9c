"""A real data folder with the sample plan, made once and copied for every test."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.tasks import Task

START = date(2023, 3, 20)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(at(START, 9))


@pytest.fixture
def empty(tmp_path: Path, clock: SetClock) -> Iterator[App]:
    app = open_app(tmp_path / "empty", clock, actor="Lê Thị Hoa")
    yield app
    app.close()


@pytest.fixture
def app(tmp_path: Path, clock: SetClock, sample_database: Path) -> Iterator[App]:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(sample_database, folder / "cchc.db")
    app = open_app(folder, clock, actor="Lê Thị Hoa")
    yield app
    app.close()


@pytest.fixture
def task_at(app: App) -> Callable[[str, str], Task]:
    """Return a task of the sample by section and number."""

    def find(section: str, number: str) -> Task:
        return next(task for task in app.tasks.list() if (task.section, task.number) == (section, number))

    return find
