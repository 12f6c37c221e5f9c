"""The figures of a report as they stood when its data closed: kept once, and what was entered since shown beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.reports import Report
from cchc_desktop.domain.tasks import Task, cell_of
from cchc_desktop.services.figures import Figures
from cchc_desktop.services.reports import Reports
from cchc_desktop.services.store import Store
from cchc_desktop.storage.settings import get_setting, put_setting

_KEY = "figures/{}"
_LATEST = timedelta(days=45)
"""After so long the figures say nothing about the day the data closed: the program was not there."""


@dataclass(frozen=True, slots=True)
class LaterChange:
    """A task that stands in another cell of the same cut-off now than when the data closed."""

    task: Task
    before: str
    """Cell when the data closed; empty for a task that was not there."""
    now: str
    """Cell of the same day as the data say today."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The figures kept for a report."""

    at: datetime
    """When they were kept, in Vietnam's offset."""
    changes: tuple[LaterChange, ...]
    """What was entered since ("sau ngày chốt")."""


class FrozenFigures:
    """Keeps figures after a cut-off, and compares."""

    def __init__(self, store: Store, reports: Reports, figures: Figures) -> None:
        self._store = store
        self._reports = reports
        self._figures = figures

    def keep_closed(self) -> tuple[str, ...]:
        """Keep the figures of every report whose data have just closed; return the keys. Safe to repeat."""
        waiting = [report for report in self._just_closed() if self._kept(report.period.key) is None]
        kept = []
        for report in waiting:
            cells = self._cells(report)
            if cells:
                self._keep(report, cells)
                kept.append(report.period.key)
        return tuple(kept)

    def of_report(self, key: str) -> Frozen | None:
        """Return what was kept for a report with what changed since; None where nothing was. Raises NotFound."""
        report = self._reports.get(key)
        stored = self._kept(report.period.key)
        if stored is None:
            return None
        before: Mapping[str, str] = stored["cells"]
        tasks = self._figures.counted(report.period)
        now = {task.uid: cell_of(task, report.period.cutoff) for task in tasks}
        changes = tuple(
            LaterChange(task, before.get(task.uid, ""), now[task.uid])
            for task in tasks
            if before.get(task.uid, "") != now[task.uid]
        )
        return Frozen(datetime.fromisoformat(stored["at"]).astimezone(VIETNAM), changes)

    def _just_closed(self) -> list[Report]:
        today = self._store.today()
        reports = (*self._reports.of_year(today.year - 1), *self._reports.of_year(today.year))
        return [report for report in reports if today - _LATEST <= report.period.cutoff < today]

    def _cells(self, report: Report) -> dict[str, str]:
        return {
            task.uid: cell_of(task, report.period.cutoff) for task in self._figures.counted(report.period)
        }

    def _kept(self, key: str) -> Mapping[str, Any] | None:
        with self._store.reading() as session:
            stored: Mapping[str, Any] | None = get_setting(session, _KEY.format(key))
        return stored

    def _keep(self, report: Report, cells: Mapping[str, str]) -> None:
        with self._store.writing(f"Chốt số liệu {report.period.name}") as (session, stamp):
            put_setting(
                session, _KEY.format(report.period.key), {"at": stamp.at.isoformat(), "cells": dict(cells)}
            )
