"""Copies of the data file: made, listed, brought back, checked."""

from datetime import datetime
from pathlib import Path

from cchc_desktop.errors import StorageProblem
from cchc_desktop.paths import DataFolder
from cchc_desktop.services.store import Store
from cchc_desktop.storage import backup as stored
from cchc_desktop.storage import check as checking
from cchc_desktop.storage import restore as restoring
from cchc_desktop.storage.backup import Backup
from cchc_desktop.storage.check import CheckReport

MANUAL = stored.MANUAL
DAILY = "hang-ngay"


class Backups:
    """Use cases around safety copies."""

    def __init__(self, store: Store, folder: DataFolder) -> None:
        self._store = store
        self._folder = folder

    def create(self, path: Path | None = None) -> Path:
        """Make a verified copy, in the backup folder or where told. Raises StorageProblem."""
        if path is not None:
            return stored.create_backup(self._folder.database, path)
        return stored.automatic_backup(self._folder, MANUAL, self._store.clock.now())

    def before(self, reason: str) -> Path:
        """Make the copy that goes before a risky step. Raises StorageProblem: then the step must not begin."""
        return stored.automatic_backup(self._folder, reason, self._store.clock.now())

    def daily(self) -> Path | None:
        """Make the copy of the day, unless there is one; None when there is, or when nothing may be written."""
        today = self._store.today()
        if self._store.read_only or any(backup.taken_at.date() == today for backup in self.all()):
            return None
        return self.before(DAILY)

    def all(self) -> tuple[Backup, ...]:
        """Return the copies in the backup folder, newest first."""
        return stored.list_backups(self._folder)

    def latest(self) -> datetime | None:
        """Return when the newest copy was made."""
        found = self.all()
        return found[0].taken_at if found else None

    def restore(self, path: Path) -> Path | None:
        """Bring a copy back; the present file is set aside and its place returned. Raises StorageProblem."""
        if self._store.read_only:
            raise StorageProblem(
                "Dữ liệu đang mở ở chế độ chỉ đọc nên chưa khôi phục được. Hãy đóng phần mềm ở máy đang sửa rồi mở lại."
            )
        self._store.engine.dispose()
        return restoring.restore(self._folder, path, self._store.clock.now())

    def check(self) -> CheckReport:
        """Check the data file thoroughly, changing nothing."""
        return checking.check(self._folder.database)
