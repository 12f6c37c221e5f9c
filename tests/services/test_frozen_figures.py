"""Figures kept at the cut-off: once, unmoved by what is entered later, and what was entered is named."""

from collections.abc import Callable
from datetime import date

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.periods import OfficeRole
from cchc_desktop.domain.tasks import Task

Find = Callable[[str, str], Task]


@pytest.fixture(autouse=True)
def _standing_body(app: App) -> None:
    app.offices.save(Office(agency_name="Sở Nội vụ", role=OfficeRole.STANDING_BODY, year=2023))


def test_they_are_kept_once_after_the_cutoff(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 3, 14), 9)
    assert app.frozen_figures.keep_closed() == ()
    assert app.frozen_figures.of_report("2023-Q1") is None
    clock.moment = at(date(2023, 3, 15), 8)
    assert app.frozen_figures.keep_closed() == ("2023-Q1",)
    clock.moment = at(date(2023, 3, 16), 8)
    assert app.frozen_figures.keep_closed() == ()
    kept = app.frozen_figures.of_report("2023-Q1")
    assert kept is not None
    assert kept.at == at(date(2023, 3, 15), 8)
    assert kept.changes == ()


def test_what_is_entered_after_the_cutoff_is_named(app: App, clock: SetClock, task_at: Find) -> None:
    clock.moment = at(date(2023, 3, 15), 8)
    app.frozen_figures.keep_closed()
    late_entry, ordinary = task_at("I", "4"), task_at("I", "1")
    app.tasks.complete([late_entry.id], date(2023, 3, 10))
    app.tasks.complete([ordinary.id], date(2023, 3, 15))
    kept = app.frozen_figures.of_report("2023-Q1")
    assert kept is not None
    assert [(each.task.id, each.before, each.now) for each in kept.changes] == [
        (late_entry.id, "open_in_time", "completed_on_time")
    ], "what is dated after the cut-off belongs to the next report"


def test_a_cutoff_long_ago_is_not_kept(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 5, 30), 8)
    assert app.frozen_figures.keep_closed() == ()


def test_nothing_is_kept_without_tasks(empty: App, clock: SetClock) -> None:
    clock.moment = at(date(2023, 3, 15), 8)
    assert empty.frozen_figures.keep_closed() == ()
