"""Commands run in this process, against a real data folder."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from cchc_desktop.__main__ import main


class Console:
    """Runs commands and keeps what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Return exit status, stdout and stderr of a command."""
        try:
            status = main(["--data", str(self.folder), *arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = self._capsys.readouterr()
        return status, out, err

    def json(self, *arguments: str) -> Any:
        """Return the JSON document a command prints; it must succeed."""
        status, out, err = self.run(*arguments, "--json")
        assert status == 0, err
        return json.loads(out)

    def refused(self, *arguments: str) -> str:
        """Return the one sentence with which a command is refused."""
        status, out, err = self.run(*arguments)
        assert status == 1
        assert out == ""
        assert "Traceback" not in err
        assert len(err.strip().splitlines()) == 1
        return err.strip()


@pytest.fixture
def console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    return Console(tmp_path / "data", capsys)


@pytest.fixture
def sample(console: Console, sample_database: Path) -> Console:
    console.folder.mkdir()
    shutil.copy(sample_database, console.folder / "cchc.db")
    return console
