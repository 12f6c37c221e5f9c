"""A data file from before the report calendar: what was stored about reports stands, what is new has its usual value."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import SetClock
from cchc_desktop.domain.reports import Extension, ReportState
from cchc_desktop.paths import DataFolder
from cchc_desktop.storage.connection import connect
from cchc_desktop.storage.revisions import LINEAGE, Lineage, examine
from cchc_desktop.storage.schema import prepare


def old_folder(place: Path, clock: SetClock) -> DataFolder:
    """Return a data folder of the schema before."""
    scripts = shutil.copytree(
        LINEAGE.scripts, place / "scripts", ignore=shutil.ignore_patterns("0003*", "__pycache__")
    )
    folder = DataFolder(place / "dữ liệu cũ")
    prepare(folder, clock, Lineage(Path(scripts), LINEAGE.revisions[: LINEAGE.revisions.index("0003")]))
    return folder


def test_stored_reports_and_kinds_are_as_before(tmp_path: Path, clock: SetClock) -> None:
    folder = old_folder(tmp_path, clock)
    assert examine(folder.database) == "0002"
    with closing(connect(folder.database)) as connection:
        connection.execute(
            "INSERT INTO report (id, key, state, sent_on, document, own_due, version)"
            " VALUES (7, '2026-Q1', 'sent', '2026-03-16', '10/BC-SNV', '2026-03-13', 4)"
        )
        connection.execute(
            "INSERT INTO report_kind (key, code, name, dates, basis, from_year, to_year, custom) VALUES"
            " ('Q1@0', 'Q1', 'Báo cáo cũ', '{\"cutoff\": [3, 14, 0]}', 'cũ', NULL, NULL, 0)"
        )
    app = open_app(folder.root, clock)
    try:
        reports = app.reports.of_year(2026)
        assert [report.period.key for report in reports] == ["2026-Q1", "2026-H1", "2026-Q3", "2026-Y"]
        first = app.reports.get("2026-Q1")
        assert (first.state, first.sent_on, first.document, first.version) == (
            ReportState.SENT,
            date(2026, 3, 16),
            "10/BC-SNV",
            4,
        )
        assert first.extension == Extension(date(2026, 3, 13))
        assert first.period.name == "Báo cáo CCHC Quý I năm 2026"
        assert (first.document_date, first.file, first.requested_by) == (None, "", "")
        assert app.units.all() == ()
        changes = app.reports.set_own_due("2026-Q1", None)
        assert app.reports.get("2026-Q1").period.own_due == date(2026, 3, 16)
        app.history.undo(changes.batch)
        assert app.reports.get("2026-Q1").period.own_due == date(2026, 3, 13)
    finally:
        app.close()
