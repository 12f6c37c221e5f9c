"""The office's dates as a calendar file: every report date, own open tasks, alarms on working days."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.tasks import Task

OFFICE = Office(agency_name="Sở Nội vụ", role=OfficeRole.DEPARTMENT, year=2023)


def test_every_report_has_its_three_dates_with_alarms_on_working_days(app: App) -> None:
    app.offices.save(OFFICE)
    events = {event.key: event for event in app.agenda.events(2023)}
    reports = {key for key in events if key.startswith("report-")}
    assert reports == {
        f"report-2023-{code}-{name}"
        for code in ("Q1", "H1", "Q3", "Y")
        for name in ("cutoff", "due", "ministry")
    }
    due = events["report-2023-H1-due"]
    calendar = app.calendar.work_calendar()
    assert due.day == date(2023, 6, 16)
    assert len(due.alarms) == len(OFFICE.ladder)
    assert all(calendar.is_working(moment.date()) for moment in due.alarms)
    assert {(moment.hour, moment.minute) for moment in due.alarms} == {(8, 30)}
    assert events["report-2023-H1-ministry"].alarms == ()


def test_a_sent_report_and_a_completed_task_ring_no_more(
    app: App, task_at: Callable[[str, str], Task]
) -> None:
    app.offices.save(OFFICE)
    task = task_at("I", "4")
    before = {event.key for event in app.agenda.events(2023)}
    assert f"task-{task.uid}" in before
    app.reports.submit("2023-Q1", date(2023, 3, 16), "32/BC-SNV")
    app.tasks.complete([task.id], date(2023, 3, 17))
    events = {event.key: event for event in app.agenda.events(2023)}
    assert f"task-{task.uid}" not in events
    assert events["report-2023-Q1-due"].alarms == ()
    assert events["report-2023-Q1-due"].title.endswith("(đã gửi)")


def test_the_file_is_the_same_for_the_same_data(app: App, tmp_path: Path) -> None:
    app.offices.save(OFFICE)
    one, two = tmp_path / "một.ics", tmp_path / "hai.ics"
    assert app.agenda.export(one, 2023) == app.agenda.export(two, 2023) == len(app.agenda.events(2023))
    assert one.read_bytes() == two.read_bytes()
    text = one.read_text("utf-8").replace("\r\n ", "").replace("\n ", "")
    assert "UID:report-2023-Q1-due@so-noi-vu.cchc-desktop" in text
    assert "X-WR-CALNAME:CCHC 2023 – Sở Nội vụ" in text
