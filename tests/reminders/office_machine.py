"""A machine that can go wrong: its clock, its notifications, its power."""

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, event

from cchc_desktop.bootstrap import App, open_app
from cchc_desktop.clock import VIETNAM
from cchc_desktop.reminders.notifier import Channels, Message, PopUps
from cchc_desktop.services.reminder_pass import WEEK
from cchc_desktop.services.reminders import PassResult
from cchc_desktop.storage.connection import connect

BEAT = timedelta(seconds=30)


class Killed(BaseException):
    """The process ended at this point, without a word."""


@dataclass
class Machine:
    """The true time, and what the machine's clock makes of it; the program only ever sees ``now``."""

    true: datetime
    error: timedelta = timedelta()
    zone: timezone = VIETNAM

    def now(self) -> datetime:
        """Return what the clock shows, by way of the zone the machine is set to."""
        return (self.true + self.error).astimezone(self.zone).astimezone(VIETNAM)

    @property
    def is_right(self) -> bool:
        return not self.error

    def true_of(self, shown: datetime) -> datetime:
        return (shown - self.error).astimezone(UTC)


@dataclass
class FlakyChannel:
    """Notifications of a desktop: mostly shown, sometimes refused, sometimes an error."""

    rng: random.Random
    told: list[tuple[datetime, str]] = field(default_factory=list)
    machine: Machine | None = None
    failures: int = 0

    def notify(self, title: str, text: str, key: str) -> bool:  # noqa: ARG002 - the protocol's signature
        assert self.machine is not None
        if self.rng.random() < 0.15:
            self.failures += 1
            if self.rng.random() < 0.1:
                raise RuntimeError("the desktop is gone")
            return False
        self.told.append((self.machine.now(), title))
        return True


class Program:
    """The running program: the real core on the real file, and what the tray does with a pass."""

    def __init__(self, folder: Path, machine: Machine, channel: FlakyChannel) -> None:
        self.app: App = open_app(folder, machine, actor="Lê Thị Hoa", for_window=True)
        self.machine = machine
        channel.machine = machine
        self.channels = Channels([("tray", channel)])
        self.popups = PopUps(self.channels, is_quiet=self.app.reminders.is_quiet)
        self._ledger = connect(self.app.folder.database, read_only=True)

    def announce(self, result: PassResult) -> tuple[str, ...]:
        """Tell what a pass found, as the tray does; return the keys that were told."""
        still_open = {each.key for each in result.open}
        waiting = [key for key in self.popups.waiting if not key.startswith(WEEK)]
        self.popups.forget([key for key in waiting if key not in still_open])
        fresh = [Message(each.key, each.title, each.text) for each in result.raised]
        fresh += [Message(each.key, each.title, each.text) for each in result.woken]
        told = self.popups.announce(fresh, self.machine.now(), result.digest)
        if result.week is not None and result.week[0] not in told:
            told += self.popups.announce([Message(*result.week)], self.machine.now())
        return told

    def note(self, told: Sequence[str]) -> None:
        """Note in the ledger what was told."""
        if told:
            self.app.reminders.mark_shown(told, self.channels.last_channel)

    def in_ledger(self, keys: Sequence[str]) -> bool:
        """Tell whether one of some keys counts as raised."""
        marks = ",".join("?" * len(keys))
        query = f"SELECT 1 FROM reminder_log WHERE state <> 'early' AND key IN ({marks}) LIMIT 1"  # noqa: S608
        return self._ledger.execute(query, list(keys)).fetchone() is not None

    def close(self) -> None:
        self._ledger.close()
        self.app.close()


class Assassin:
    """Ends the process at a statement of a pass or at its commit; what the disk holds then goes into a new folder."""

    def __init__(self, engine: Engine, after: int, folder: Path, target: Path) -> None:
        self._engine = engine
        self._left = after
        self._folder = folder
        self._target = target
        self.struck = False

    def __enter__(self) -> Self:
        event.listen(self._engine, "before_cursor_execute", self._statement)
        event.listen(self._engine, "commit", self._count)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._statement)
        event.remove(self._engine, "commit", self._count)

    def _statement(self, *_: object) -> None:
        self._count()

    def _count(self, *_: object) -> None:
        self._left -= 1
        if self._left < 0 and not self.struck:
            self.struck = True
            crash_image(self._folder, self._target)
            raise Killed


def crash_image(folder: Path, target: Path) -> None:
    """Keep what a power cut would leave: the data file with the journal beside it, and no lock."""
    target.mkdir()
    for name in ("cchc.db", "cchc.db-journal"):
        if (folder / name).exists():
            shutil.copy(folder / name, target / name)
