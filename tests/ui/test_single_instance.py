"""One window for one data folder."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance

ROOT = Path(__file__).parents[2]


SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
app = QCoreApplication([])
print(SingleInstance(Path(sys.argv[1])).raise_other())
"""


def second_start(qtbot: QtBot, folder: Path) -> str:
    """Start another process on a folder and return what it says of the first."""
    process = subprocess.Popen(
        [sys.executable, "-c", SECOND, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    return process.communicate()[0].strip()


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    raised: list[int] = []
    first.raise_wanted.connect(lambda: raised.append(1))
    assert first.listen()
    assert second_start(qtbot, tmp_path) == "True"
    assert raised == [1]
    first.close()
    assert second_start(qtbot, tmp_path) == "False"


def test_another_folder_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001 - sockets need the loop
    first = SingleInstance(tmp_path / "a")
    assert first.listen()
    assert not SingleInstance(tmp_path / "b").raise_other()
    first.close()


def test_a_name_left_by_a_crash_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001 - sockets need the loop
    crashed = SingleInstance(tmp_path)
    assert crashed.listen()
    again = SingleInstance(tmp_path)
    assert again.listen()
    again.close()
    crashed.close()
    crashed.close()
