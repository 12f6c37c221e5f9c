"""The one door of the services to the data file: a reading or a writing transaction, stamped for the history."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from cchc_desktop.clock import Clock
from cchc_desktop.errors import StorageProblem
from cchc_desktop.storage import engine as engines
from cchc_desktop.storage.history import Stamp
from cchc_desktop.storage.session import Engine, Session


@dataclass(frozen=True, slots=True)
class Store:
    """An open data file with the clock and the name that go into every history row."""

    engine: Engine
    clock: Clock
    actor: str
    read_only: bool = False

    def today(self) -> date:
        """Return the day of the clock."""
        return self.clock.now().date()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a transaction that only reads."""
        with engines.reading(self.engine) as session:
            yield session

    @contextmanager
    def writing(self, action: str, source: str = "") -> Iterator[tuple[Session, Stamp]]:
        """Open a transaction that writes; all its history rows carry one batch.

        Raises StorageProblem when the data were opened for reading only.
        """
        if self.read_only:
            raise StorageProblem(
                "Dữ liệu đang mở ở chế độ chỉ đọc nên chưa sửa được. Hãy đóng phần mềm ở máy đang sửa rồi mở lại."
            )
        with engines.writing(self.engine) as session:
            yield (
                session,
                Stamp(
                    batch=str(uuid4()), at=self.clock.now(), actor=self.actor, action=action, source=source
                ),
            )
