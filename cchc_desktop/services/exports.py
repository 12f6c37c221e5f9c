"""Tasks leave the program: the appendix as a workbook, and as pages for printer and PDF."""

import re
from collections.abc import Sequence
from pathlib import Path

from cchc_desktop.domain.tasks import Task
from cchc_desktop.services.offices import Offices
from cchc_desktop.services.plans import Plans
from cchc_desktop.services.store import Store
from cchc_desktop.text import fold
from cchc_desktop.writing.appendix import AppendixDocument, appendix_document


class Exports:
    """Use cases of writing tasks to files and paper."""

    def __init__(self, store: Store, plans: Plans, offices: Offices) -> None:
        self._store = store
        self._plans = plans
        self._offices = offices

    def document(self, tasks: Sequence[Task]) -> AppendixDocument:
        """Return tasks in the layout of their plan's appendix, ready for a workbook or for pages."""
        wanted = {task.plan_id for task in tasks}
        plans = [plan for plan in self._plans.all() if plan.id in wanted]
        return appendix_document(tasks, plans)

    def appendix(self, path: Path, tasks: Sequence[Task]) -> int:
        """Write tasks to a workbook in the appendix layout; return the number of task rows.

        Raises FileProblem when the file cannot be written.
        """
        from cchc_desktop.writing.appendix_xlsx import write_appendix

        return write_appendix(path, self.document(tasks))

    def suggested_name(self, tasks: Sequence[Task], suffix: str = ".xlsx") -> str:
        """Return a file name that says what it holds: ``PhuLuc_CCHC_2026_SoNoiVu_2026-11-22.xlsx``."""
        years = sorted({task.plan_year for task in tasks}) or [self._offices.year()]
        words = fold(self._offices.get().agency_name).title()
        office = re.sub(r"[^A-Za-z0-9]", "", words)
        parts = [
            "PhuLuc_CCHC",
            "-".join(str(year) for year in years),
            office,
            f"{self._store.today():%Y-%m-%d}",
        ]
        return "_".join(part for part in parts if part) + suffix
