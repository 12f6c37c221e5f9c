"""The composition root: builds the whole core once, from a folder and a clock."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.clock import Clock
from cchc_desktop.paths import DataFolder, resources

if TYPE_CHECKING:
    from cchc_desktop.domain.agencies import Directory
    from cchc_desktop.services.agencies import Agencies
    from cchc_desktop.services.agenda import Agenda
    from cchc_desktop.services.backups import Backups
    from cchc_desktop.services.calendars import Calendars
    from cchc_desktop.services.exports import Exports
    from cchc_desktop.services.figures import Figures
    from cchc_desktop.services.frozen_figures import FrozenFigures
    from cchc_desktop.services.history import History
    from cchc_desktop.services.imports import Imports
    from cchc_desktop.services.lessons import Lessons
    from cchc_desktop.services.offices import Offices
    from cchc_desktop.services.plans import Plans
    from cchc_desktop.services.reminders import Reminders
    from cchc_desktop.services.report_kinds import ReportKinds
    from cchc_desktop.services.reports import Reports
    from cchc_desktop.services.source_files import SourceFiles
    from cchc_desktop.services.statistics import Statistics
    from cchc_desktop.services.store import Store
    from cchc_desktop.services.tasks import Tasks
    from cchc_desktop.services.units import Units
    from cchc_desktop.storage.check import CheckReport
    from cchc_desktop.storage.first_paint import FirstPaint
    from cchc_desktop.storage.lock import Lock

_WINDOW_WAITS = 5.0
_COMMAND_WAITS = 30.0
"""Seconds to wait for commands that write at the same moment: scripts start many at once."""


@dataclass(frozen=True)
class App:
    """The core, ready for the window or a command."""

    folder: DataFolder
    clock: Clock
    read_only: bool
    locked_by: str
    """Sentence that names who may write, when this one may not; empty otherwise."""
    offices: "Offices"
    agencies: "Agencies"
    calendar: "Calendars"
    plans: "Plans"
    lessons: "Lessons"
    tasks: "Tasks"
    history: "History"
    reports: "Reports"
    statistics: "Statistics"
    reminders: "Reminders"
    exports: "Exports"
    backups: "Backups"
    store: "Store"
    lock: "Lock | None"

    @cached_property
    def agenda(self) -> "Agenda":
        """The office's dates as a calendar file."""
        from cchc_desktop.services.agenda import Agenda

        return Agenda(self.store, self.tasks, self.reports, self.calendar, self.offices)

    @cached_property
    def figures(self) -> "Figures":
        """The figures of reports."""
        from cchc_desktop.services.figures import Figures

        return Figures(self.store, self.tasks, self.reports, self.statistics, self.offices)

    @cached_property
    def report_kinds(self) -> "ReportKinds":
        """The kinds of report and which are switched on."""
        from cchc_desktop.services.report_kinds import ReportKinds

        return ReportKinds(self.store, self.calendar)

    @cached_property
    def units(self) -> "Units":
        """The units that owe the office its reports."""
        from cchc_desktop.services.units import Units

        return Units(self.store, self.agencies, self.calendar, self.offices, self.reports)

    @cached_property
    def frozen_figures(self) -> "FrozenFigures":
        """The figures kept when the data of a report closed."""
        from cchc_desktop.services.frozen_figures import FrozenFigures

        return FrozenFigures(self.store, self.reports, self.figures)

    @cached_property
    def imports(self) -> "Imports":
        """Taking plans in; made at the first call, because the readers of plans take long to load."""
        from cchc_desktop.services.imports import Imports

        return Imports(self.store, self.agencies, self.backups, self.source_files)

    @cached_property
    def source_files(self) -> "SourceFiles":
        """The imported files themselves."""
        from cchc_desktop.services.source_files import SourceFiles

        files = SourceFiles(self.folder.files, read_only=self.read_only)
        files.forget_opened()
        return files

    def close(self) -> None:
        """Close the data file and let others write."""
        self.store.engine.dispose()
        if self.lock is not None:
            self.lock.release()


def open_app(
    folder: Path,
    clock: Clock,
    *,
    read_only: bool = False,
    may_only_read: bool = False,
    actor: str = "",
    for_window: bool = False,
) -> App:
    """Open a data folder, making and migrating what is needed.

    ``may_only_read`` falls back to reading when another program may write; without it LockedByOther is raised.
    Raises StorageProblem when the data cannot be opened.
    """
    from cchc_desktop.errors import StorageProblem
    from cchc_desktop.storage.problems import DataDamaged, NewerData

    _load_database_library()
    data = DataFolder(Path(folder))
    name = actor or user_name()
    lock, locked_by = (None, "") if read_only else _take_lock(data, name, clock, may_only_read, for_window)
    try:
        return _open(data, clock, name, lock, locked_by)
    except (DataDamaged, NewerData):
        raise
    except (
        StorageProblem
    ) as problem:  # a full disk, a file without the right to write: what is there can be shown
        if lock is None or not may_only_read:
            raise
        with suppress(StorageProblem):
            return _open(data, clock, name, None, problem.message)
        raise


def _load_database_library() -> None:
    """Load what takes longest before the lock is taken: others may be waiting for it."""
    from cchc_desktop.services import reminders, statistics  # noqa: F401 - loaded, not used


def _open(data: DataFolder, clock: Clock, name: str, lock: "Lock | None", locked_by: str) -> App:
    """Open the data for writing with the lock, for reading without; when that fails the lock is given back."""
    from cchc_desktop.services.store import Store
    from cchc_desktop.storage.engine import open_engine
    from cchc_desktop.storage.schema import prepare, require_current

    try:
        if lock is None:
            require_current(data.database)
        else:
            prepare(data, clock)
        engine = open_engine(data.database, read_only=lock is None)
        try:
            store = Store(engine, clock, name, read_only=lock is None)
            if lock is not None:
                _seed(store)
            return _compose(data, clock, store, lock, locked_by)
        except BaseException:
            engine.dispose()
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _take_lock(
    data: DataFolder, name: str, clock: Clock, may_only_read: bool, for_window: bool
) -> "tuple[Lock | None, str]":
    from cchc_desktop.storage.lock import LockedByOther, Purpose, acquire
    from cchc_desktop.storage.problems import ReadOnlyData

    purpose = Purpose.WINDOW if for_window else Purpose.COMMAND
    wait = _WINDOW_WAITS if for_window else _COMMAND_WAITS
    with suppress(OSError):
        if may_only_read and not for_window and data.database.is_file():
            wait = 0.0  # what is there can be read beside a writer
    try:
        return acquire(data, name, machine_name(), clock.now(), purpose=purpose, wait=wait), ""
    except (LockedByOther, ReadOnlyData) as problem:
        if not may_only_read:
            raise
        return None, problem.message


def _seed(store: "Store") -> None:
    from cchc_desktop.storage.seed import seed

    with store.writing("Cập nhật danh mục kèm theo phần mềm") as (session, _):
        seed(session, resources())


def _compose(data: DataFolder, clock: Clock, store: "Store", lock: "Lock | None", locked_by: str) -> App:
    from cchc_desktop.services.agencies import Agencies
    from cchc_desktop.services.backups import Backups
    from cchc_desktop.services.calendars import Calendars
    from cchc_desktop.services.exports import Exports
    from cchc_desktop.services.history import History
    from cchc_desktop.services.lessons import Lessons
    from cchc_desktop.services.offices import Offices
    from cchc_desktop.services.plans import Plans
    from cchc_desktop.services.reminders import Reminders
    from cchc_desktop.services.reports import Reports
    from cchc_desktop.services.statistics import Statistics
    from cchc_desktop.services.tasks import Tasks

    offices = Offices(store)
    agencies = Agencies(store)
    calendar = Calendars(store)
    plans = Plans(store)
    backups = Backups(store, data)
    tasks = Tasks(store, agencies, calendar, offices)
    reports = Reports(store, calendar, offices)
    return App(
        folder=data,
        clock=clock,
        read_only=lock is None,
        locked_by=locked_by,
        offices=offices,
        agencies=agencies,
        calendar=calendar,
        plans=plans,
        lessons=Lessons(store, agencies),
        tasks=tasks,
        history=History(store, agencies, calendar),
        reports=reports,
        statistics=Statistics(store, tasks, reports, calendar),
        reminders=Reminders(store, tasks, reports, calendar, offices),
        exports=Exports(store, plans, offices),
        backups=backups,
        store=store,
        lock=lock,
    )


def machine_name() -> str:
    """Return the name of the machine, for the lock."""
    import socket

    return socket.gethostname()


def user_name() -> str:
    """Return the name of the person at the machine, for the history and the lock."""
    import getpass

    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "không rõ"


def directory_of(folder: Path) -> "Directory":
    """Return the directory of a data folder without making one; the bundled one where there are no data.

    Names that the office taught are not in it: who uses them has to say so, as imports do.
    """
    from cchc_desktop.agency_data import load_agencies, load_groups
    from cchc_desktop.domain.agencies import Directory
    from cchc_desktop.storage.problems import translated

    data = DataFolder(Path(folder))

    with translated(data.database):
        has_data = data.database.is_file()
    if not has_data:
        bundled = resources()
        return Directory(load_agencies(bundled), load_groups(bundled))
    from cchc_desktop.clock import SystemClock
    from cchc_desktop.services.agencies import Agencies
    from cchc_desktop.services.store import Store
    from cchc_desktop.storage.engine import open_engine
    from cchc_desktop.storage.schema import require_current

    require_current(data.database)
    engine = open_engine(data.database, read_only=True)
    try:
        return Agencies(Store(engine, SystemClock(), "", read_only=True)).printed_directory()
    finally:
        engine.dispose()


def first_look(folder: Path) -> "FirstPaint | None":
    """Return what the first frame shows, without loading the database library; None when there is nothing to show."""
    from cchc_desktop.storage.first_paint import first_paint

    return first_paint(DataFolder(Path(folder)).database)


def restore_folder(folder: Path, source: Path, clock: Clock) -> Path | None:
    """Bring a backup back into a folder whose own data may be unreadable; return where the former file was kept.

    Raises StorageProblem, LockedByOther too.
    """
    from cchc_desktop.storage.lock import Purpose, acquire
    from cchc_desktop.storage.restore import restore

    data = DataFolder(Path(folder))
    with acquire(
        data, user_name(), machine_name(), clock.now(), purpose=Purpose.COMMAND, wait=_COMMAND_WAITS
    ):
        return restore(data, Path(source), clock.now())


def check_folder(folder: Path) -> "CheckReport":
    """Check the data file of a folder, damaged or not. Raises StorageProblem when there is none."""
    from cchc_desktop.storage.check import check

    return check(DataFolder(Path(folder)).database)
