"""The log."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.logs import start_log, stop_log


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    stop_log()


def test_warnings_are_written(tmp_path: Path) -> None:
    path = start_log(tmp_path / "logs")
    logging.getLogger("cchc").warning("ổ đĩa đầy")
    assert path is not None
    assert "ổ đĩa đầy" in path.read_text(encoding="utf-8")


def test_starting_twice_writes_once(tmp_path: Path) -> None:
    start_log(tmp_path)
    path = start_log(tmp_path)
    logging.getLogger("cchc").error("một lần")
    assert path is not None
    assert path.read_text(encoding="utf-8").count("một lần") == 1


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("đây là tệp", encoding="utf-8")
    assert start_log(tmp_path / "logs") is None
