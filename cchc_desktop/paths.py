"""Where things lie: bundled resources (source tree, installed wheel, frozen folder) and the user's data folder."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PROGRAM_FOLDER = "CCHC Desktop"


def resources() -> Path:
    """Return the folder of bundled resources: beside the packages, inside the wheel, or in the frozen folder."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else [here / "resources", here.parent / "resources"]
    return next((folder for folder in candidates if folder.is_dir()), candidates[-1])


def default_data_folder() -> Path:
    """Return the data folder to use when none is named: ``CCHC_DATA``, else the user's own application data."""
    named = os.environ.get("CCHC_DATA")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / PROGRAM_FOLDER


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder that holds an office's data."""

    root: Path

    @property
    def database(self) -> Path:
        """The data file."""
        return self.root / "cchc.db"

    @property
    def backups(self) -> Path:
        """Verified copies of the data file."""
        return self.root / "backups"

    @property
    def attachments(self) -> Path:
        """Files that prove results."""
        return self.root / "attachments"

    @property
    def files(self) -> Path:
        """Imported plan files, byte for byte."""
        return self.root / "files"

    @property
    def logs(self) -> Path:
        """Rotating log files."""
        return self.root / "logs"

    @property
    def lock(self) -> Path:
        """Names the user and PC that may write."""
        return self.root / "cchc.lock"
