"""The log of a run: begun with the first record, never on the console."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cchc_desktop.logs import start_log, stop_log


class CommandLog(logging.Handler):
    """Begins the log file when there is something to write: most commands leave nothing, some store nothing at all."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self.folder = folder
        self.file: Path | None = None
        """None as long as nothing was logged, and where no log can be written."""

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the file's handler writes it
        """Begin the file: its handler stands behind this one from now on, so that the record goes on to it.

        Without a file the record is lost; the console is no place for it.
        """
        self.setLevel(logging.CRITICAL + 1)
        self.file = start_log(self.folder)


@contextmanager
def command_log(folder: Path) -> Iterator[CommandLog]:
    """Keep in the log of a folder what goes wrong inside."""
    root, handler = logging.getLogger(), CommandLog(folder)
    complains = logging.raiseExceptions
    logging.raiseExceptions = False  # a log that cannot be written is not worth a traceback on the console
    root.addHandler(handler)
    try:
        yield handler
    finally:
        logging.raiseExceptions = complains
        root.removeHandler(handler)
        stop_log()
