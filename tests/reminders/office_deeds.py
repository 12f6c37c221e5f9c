"""What an officer does on a working day, through the real services, and what the office then knows."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.office import Office as OfficeSettings
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.domain.tasks import Progress
from cchc_desktop.services.result_entry import ResultEntry
from cchc_desktop.services.task_rows import NewTask
from tests.reminders.office_oracle import Facts, TaskFact
from tests.reminders.office_witness import Witness

OPEN_TASKS = 6
LADDERS = ((15, 7, 3, 1, 0), (10, 5, 2, 1, 0), (7, 0), (3, 1), (20, 15, 10, 5, 3, 2, 1, 0))
TIMES = (time(8, 30), time(8, 30), time(8, 0), time(9, 15), time(13, 30))
PLAN = """\
KẾ HOẠCH
Cải cách hành chính năm 2027

Phụ lục
DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027

Nội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tCấp ban hành\tThời gian thực hiện
I. CẢI CÁCH THỂ CHẾ
1. Rà soát thủ tục hành chính.\tSở Nội vụ\tCác sở, ngành\tUBND tỉnh\tThường xuyên
2. Ban hành Chỉ số CCHC.\tSở Nội vụ\tCác sở, ngành\tUBND tỉnh\tTrước ngày 31/3/2027
"""


class Office:
    """The officer's hands: random choices, and the facts that follow from them."""

    def __init__(self, witness: Witness, rng: random.Random) -> None:
        self.witness = witness
        self.facts: Facts = witness.facts
        self.rng = rng

    @property
    def today(self) -> date:
        return self.witness.machine.now().date()

    def later(self, most: int) -> date:
        return self.today + timedelta(days=self.rng.randint(1, most))


def settle_in(app: App, office: Office) -> None:
    """Take the plan in and say whose office it is."""
    source = Path(app.folder.root) / "plan.txt"
    source.write_text(PLAN, encoding="utf-8")
    app.imports.store(app.imports.draft(app.imports.open_source(source)))
    source.unlink()
    app.offices.save(OfficeSettings(role=OfficeRole.DEPARTMENT, year=2027))
    undated, dated = app.tasks.list()
    office.facts.undated_id = undated.id
    assert dated.reading.due is not None
    office.facts.tasks = [TaskFact(dated.id, dated.uid, dated.reading.due)]
    for _ in range(OPEN_TASKS - 1):
        add_task(app, office)


def add_task(app: App, office: Office) -> None:
    due = office.later(120)
    plan_id = app.plans.all()[0].id
    new = NewTask("I", "CẢI CÁCH THỂ CHẾ", f"Việc đến hạn {due}", deadline=f"Trước ngày {due:%d/%m/%Y}")
    task = app.tasks.add(plan_id, new).task
    assert task.reading.due is not None
    office.facts.tasks.append(TaskFact(task.id, task.uid, task.reading.due))


def complete(app: App, office: Office) -> None:
    """Finish a task, mostly the one whose time comes first."""
    waiting = sorted((task for task in office.facts.tasks if not task.is_done), key=lambda task: task.due)
    if waiting:
        task = waiting[0] if office.rng.random() < 0.8 else office.rng.choice(waiting)
        app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, office.today))
        task.is_done = True


def renew(app: App, office: Office) -> None:
    """Give a finished task a new date in the plan and begin it anew."""
    done = [task for task in office.facts.tasks if task.is_done]
    if done:
        task = office.rng.choice(done)
        task.planned, task.own, task.is_done = office.later(120), None, False
        app.tasks.set_reading(task.id, Deadline(DeadlineKind.DATE, due=task.planned))
        app.tasks.record(task.id, ResultEntry(Progress.NOT_STARTED, own_due=None))


def take_up_again(app: App, office: Office) -> None:
    done = [task for task in office.facts.tasks if task.is_done]
    if done:
        task = office.rng.choice(done)
        app.tasks.set_progress([task.id], Progress.IN_PROGRESS)
        task.is_done = False


def move_due(app: App, office: Office) -> None:
    waiting = [task for task in office.facts.tasks if not task.is_done]
    if waiting:
        task = office.rng.choice(waiting)
        task.own = office.later(60) if office.rng.random() < 0.8 else None
        app.tasks.record(task.id, ResultEntry(own_due=task.own))


def show_result(app: App, office: Office) -> None:
    app.tasks.record(office.facts.undated_id, ResultEntry(completed_on=office.today))
    office.facts.results.append(office.today)


def send_report(app: App, office: Office) -> None:
    """Send what is due or nearly; sometimes find that it was not sent after all."""
    for report in (*app.reports.of_year(office.today.year - 1), *app.reports.of_year(office.today.year)):
        key = report.period.key
        is_near = report.period.own_due - timedelta(days=5) <= office.today
        if key in office.facts.sent:
            if is_near and office.rng.random() < 0.01:
                app.reports.set_state(key, ReportState.DRAFT)
                office.facts.sent.discard(key)
        elif is_near and office.rng.random() < 0.5:
            app.reports.submit(key, office.today, "10/BC-SNV")
            office.facts.sent.add(key)


def move_report(app: App, office: Office) -> None:
    year = office.today.year
    for report in app.reports.of_year(year):
        if report.period.window_start <= office.today <= report.period.own_due:
            due = office.later(20)
            app.reports.set_own_due(report.period.key, due)
            office.facts.own_dues[report.period.key] = due
            return


def change_rules(app: App, office: Office) -> None:
    office.facts.ladder, office.facts.starts = office.rng.choice(LADDERS), office.rng.choice(TIMES)
    starts = office.facts.starts
    app.offices.save(
        replace(
            app.offices.get(),
            ladder=office.facts.ladder,
            remind_hour=starts.hour,
            remind_minute=starts.minute,
        )
    )


def acknowledge(app: App, office: Office) -> None:
    opened = app.reminders.open()
    keys = [each.key for each in office.rng.sample(opened, min(len(opened), 3))]
    app.reminders.acknowledge(keys)
    office.witness.acknowledged |= set(keys)


def snooze(app: App, office: Office) -> None:
    opened = app.reminders.open()
    if opened:
        until = office.witness.machine.now() + timedelta(minutes=office.rng.choice((10, 60, 300, 1440, 4320)))
        key = office.rng.choice(opened).key
        app.reminders.snooze([key], until)
        office.witness.snoozed[key] = until


def mute(app: App, office: Office) -> None:
    opened = app.reminders.open()
    if opened:
        muted = office.rng.choice(opened)
        app.reminders.mute(muted.key)
        office.witness.muted.add((muted.subject_kind, muted.subject_key, muted.due))


DEEDS: dict[str, Callable[[App, Office], None]] = {
    "acknowledge": acknowledge,
    "snooze": snooze,
    "mute": mute,
    "complete": complete,
    "renew": renew,
    "take up again": take_up_again,
    "move due": move_due,
    "show result": show_result,
    "send report": send_report,
    "move report": move_report,
    "change rules": change_rules,
}
WEIGHTS = (8, 3, 0.3, 5, 4.5, 0.3, 2, 0.6, 3, 0.5, 0.3)
