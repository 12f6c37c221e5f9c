"""The log: what went wrong, for whoever helps; five files of 1 MB in the data folder, never the officer's texts."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES = 1_000_000
_FILES = 5
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> Path | None:
    """Write warnings and errors of the program to ``cchc.log`` in a folder from now on; return the file.

    Returns None when the folder cannot be written: the program works without a log.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "cchc.log", maxBytes=_BYTES, backupCount=_FILES - 1, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORM))
    root = logging.getLogger()
    stop_log()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    return folder / "cchc.log"


def stop_log() -> None:
    """Close the log file, if there is one."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
