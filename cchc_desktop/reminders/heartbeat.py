"""The alarm clock of the reminder pass: one one-shot job for the next moment, and one job at midnight.

What is due is computed from the data by every pass; this only says when to look. Losing it loses no reminder.
"""

from collections.abc import Callable
from datetime import datetime

from cchc_desktop.clock import VIETNAM

_NEXT = "next-moment"
_MIDNIGHT = "midnight"


class AlarmClock:
    """Calls back, in a thread of its own, at the armed moment and shortly after every midnight."""

    def __init__(self, ring: Callable[[], None]) -> None:
        from apscheduler.executors.pool import ThreadPoolExecutor
        from apscheduler.jobstores.memory import MemoryJobStore
        from apscheduler.schedulers.background import BackgroundScheduler
        from apscheduler.triggers.cron import CronTrigger

        self._ring = ring
        self._scheduler = BackgroundScheduler(
            timezone=VIETNAM,  # given everywhere: guessing the machine's zone fails on some PCs
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        midnight = CronTrigger(hour=0, minute=1, timezone=VIETNAM)
        self._scheduler.add_job(ring, midnight, id=_MIDNIGHT)

    def start(self) -> None:
        """Begin to watch the time."""
        self._scheduler.start()

    def arm(self, moment: datetime | None) -> None:
        """Ring at a moment instead of the one armed before; None disarms. A moment that has passed rings at once."""
        from apscheduler.triggers.date import DateTrigger

        if moment is None:
            if self._scheduler.get_job(_NEXT) is not None:
                self._scheduler.remove_job(_NEXT)
            return
        trigger = DateTrigger(run_date=moment, timezone=VIETNAM)
        self._scheduler.add_job(self._ring, trigger, id=_NEXT, replace_existing=True)

    def stop(self) -> None:
        """Stop watching; a ring that is running ends first."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        self._scheduler.get_jobs()  # waits for a look at the jobs that is under way: shutting down in its midst fails
        self._scheduler.shutdown(wait=True)
