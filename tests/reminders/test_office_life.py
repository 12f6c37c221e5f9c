"""Trust in reminders, shown by simulation: random office life with the real services on a real file.

The machine is off for nights, weekends and weeks, it sleeps, its clock goes wrong, its zone changes, its notifications
fail, its power goes in the middle of a pass; the program is started twice; two passes run at once; yesterday's backup
comes back; the officer edits deadlines, reports and rules meanwhile. ``office_witness`` checks every pass: each reminder
is raised for its own key, none is lost, none comes twice without the mark, none before its time, none later than one
heartbeat; what was dealt with stays silent; no pop-up comes in a quiet hour.

Long lives, ten years each:  python -m tests.reminders.office_life --years 10 --seeds 1 2 3 4
"""

import secrets
from collections import Counter
from datetime import timedelta

import pytest

from tests.reminders.office_life import lived

MOST_REPEATS = 0.001


def check(counts: Counter[str]) -> None:
    assert counts["raised"], "nothing was raised: the simulation shows nothing"
    assert counts["checked"]
    assert counts["pop_ups"]
    assert counts["again"] <= MOST_REPEATS * counts["raised"]
    assert counts["again_after_wrong_clock"] <= counts["raised_by_wrong_clock"]


@pytest.mark.parametrize(("seed", "years"), [(1, 0.3), (7, 0.25)])
def test_a_life_that_is_known(seed: int, years: float) -> None:
    counts, delay = lived(seed, years)
    print(f"seed {seed}, longest delay {delay}: {dict(sorted(counts.items()))}")
    check(counts)
    assert delay <= timedelta(seconds=30)


def test_a_life_that_nobody_saw_before() -> None:
    seed = secrets.randbelow(1_000_000)
    print(f"seed {seed}")  # shown when it fails
    counts, delay = lived(seed, 0.1)
    print(f"longest delay {delay}: {dict(sorted(counts.items()))}")
    check(counts)
