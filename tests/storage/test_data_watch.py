"""The version of the data file: changed by every commit of anybody, by nothing else."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.data_watch import DataWatch
from cchc_desktop.storage.engine import open_engine, reading, writing
from cchc_desktop.storage.session import Engine
from cchc_desktop.storage.settings import get_setting, put_setting


@pytest.fixture
def engine(folder: DataFolder) -> Iterator[Engine]:
    made = open_engine(folder.database)
    yield made
    made.dispose()


def put(engine: Engine, value: str) -> None:
    with writing(engine) as session:
        put_setting(session, "x", value)


def test_a_commit_changes_it_and_reading_does_not(engine: Engine) -> None:
    watch = DataWatch(engine)
    before = watch.version()
    with reading(engine) as session:
        get_setting(session, "x")
    assert watch.version() == before
    put(engine, "1")
    after = watch.version()
    assert after not in (before, None)
    assert watch.version() == after


def test_what_was_taken_back_changes_nothing(engine: Engine) -> None:
    watch = DataWatch(engine)
    before = watch.version()
    with pytest.raises(ZeroDivisionError), writing(engine) as session:
        put_setting(session, "x", 1 / 0)
    assert watch.version() == before
    assert watch.commits == 0


def test_another_program_changes_it_too_but_is_not_counted(engine: Engine, folder: DataFolder) -> None:
    watch = DataWatch(engine)
    before = watch.version()
    with closing(connect(folder.database)) as other:
        other.execute("INSERT INTO setting (key, value) VALUES ('x', 'true')")
    assert watch.version() != before
    assert watch.commits == 0


def test_the_own_commits_are_counted_while_the_lock_is_held(engine: Engine) -> None:
    watch = DataWatch(engine)
    put(engine, "1")
    put(engine, "2")
    assert watch.commits == 2


def test_it_lets_go_of_the_file_with_the_engine_and_takes_it_up_again(engine: Engine) -> None:
    watch = DataWatch(engine)
    before = watch.version()
    engine.dispose()
    engine.dispose()
    assert watch.version() not in (before, None)


def test_without_the_file_nothing_is_known(engine: Engine, folder: DataFolder) -> None:
    watch = DataWatch(engine)
    folder.database.rename(folder.database.with_name("weg.db"))
    assert watch.version() is None
