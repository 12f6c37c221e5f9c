"""Years of random office life: the officer works, the machine misbehaves, the witness looks on.

Run by hand over ten years and several seeds: ``python -m tests.reminders.office_life --years 10 --seeds 1 2 3 4``.
"""

import argparse
import copy
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import open_app
from cchc_desktop.clock import VIETNAM, at
from cchc_desktop.errors import StorageProblem
from cchc_desktop.services.reminders import PassResult
from cchc_desktop.storage.lock import LockedByOther
from tests.reminders.office_deeds import DEEDS, WEIGHTS, Office, settle_in
from tests.reminders.office_machine import BEAT, Assassin, FlakyChannel, Killed, Machine, Program, crash_image
from tests.reminders.office_oracle import WorkingDays
from tests.reminders.office_witness import Witness

FIRST_DAY = date(2027, 1, 4)
IDLE_PASSES = 0.25
OFF_AT_NIGHT = 0.35
ERRORS = tuple(
    timedelta(**each)
    for each in (
        {"days": -9000}, {"days": -1}, {"hours": -7}, {"hours": -1}, {"minutes": -10}, {"minutes": 10},
        {"hours": 1}, {"hours": 7}, {"days": 1}, {"days": 8}, {"days": 400},
    )
)  # fmt: skip


def keys_of(result: PassResult) -> set[str]:
    """Return what a pass found to tell."""
    return {each.key for each in result.raised} | {each.key for each in result.woken}


class Life:
    """One office from one seed."""

    def __init__(self, place: Path, seed: int) -> None:
        self.rng = random.Random(seed)
        self.place = place
        self.number = 0
        self.machine = Machine(at(FIRST_DAY, 7).astimezone(UTC))
        self.channel = FlakyChannel(self.rng)
        self.program: Program | None = Program(self.folder, self.machine, self.channel)
        days = WorkingDays(
            self.program.app.calendar.work_calendar(), date(2025, 6, 1), FIRST_DAY + timedelta(days=365 * 30)
        )
        self.witness = Witness(self.machine, days)
        self.office = Office(self.witness, self.rng)
        settle_in(self.program.app, self.office)
        self.backup: tuple[Path, object] | None = None
        self.error_until: datetime | None = None
        self.shut_down()

    @property
    def folder(self) -> Path:
        return self.place / f"data-{self.number}"

    # the machine

    def switch_on(self) -> None:
        """Start the program: its first pass is due at once."""
        assert self.program is None
        self.program = Program(self.folder, self.machine, self.channel)
        self.witness.able_since = self.machine.true
        self.witness.counts["starts"] += 1
        self.do_pass(at_start=True)

    def shut_down(self) -> None:
        if self.program is not None:
            self.program.close()
            self.program = None
        self.witness.check_messages(self.channel.told)
        self.channel.told.clear()

    def do_pass(self, *, at_start: bool = False) -> None:
        """Do one pass as the heartbeat does, told as the tray does; now and then the power goes meanwhile."""
        program = self.program
        assert program is not None
        if self.rng.random() < 0.004:
            self.killed_pass(at_start=at_start)
            return
        result = self.run(program, at_start=at_start)
        if result.held:
            self.witness.counts["held"] += 1
            if not self.machine.is_right:
                return
            program.app.reminders.confirm_clock()
            result = self.run(program, at_start=at_start)
        assert not result.held
        self.witness.on_pass(program, result, at_start=at_start)
        program.note(program.announce(result))

    def run(self, program: Program, *, at_start: bool) -> PassResult:
        """Run a pass; sometimes two at once, from two threads: together they raise everything once."""
        if self.rng.random() > 0.005:
            return program.app.reminders.run(at_start=at_start)
        self.witness.counts["two_at_once"] += 1
        with ThreadPoolExecutor(2) as pool:
            one, other = pool.map(lambda _: program.app.reminders.run(at_start=at_start), range(2))
        assert not keys_of(one) & keys_of(other), "two passes raised the same"
        return one if keys_of(one) else other

    def killed_pass(self, *, at_start: bool) -> None:
        """Kill the program in a pass, at its commit, or before it could tell anybody; start it again later."""
        program = self.program
        assert program is not None
        self.witness.counts["kills"] += 1
        source = self.folder
        self.number += 1
        with Assassin(program.app.store.engine, self.rng.randint(0, 30), source, self.folder) as assassin:
            try:
                result = program.app.reminders.run(at_start=at_start)
            except Killed:
                self.witness.counts["kills_inside"] += 1
            else:
                assassin.struck = True
                crash_image(source, self.folder)
                unheard = keys_of(result)
                self.witness.claimed_unseen |= unheard
                for key in unheard:
                    self.witness.snoozed.pop(key, None)  # it is back in the list; nobody was told
                self.witness.counts["kills_before_telling"] += bool(unheard)
        self.shut_down()
        shutil.rmtree(source)
        self.machine.true += timedelta(minutes=self.rng.randint(1, 45))
        self.switch_on()

    def second_copy(self) -> None:
        """Start the program again beside the running one: it may read, not raise."""
        assert self.program is not None
        self.witness.counts["second_copies"] += 1
        with pytest.raises(LockedByOther):
            open_app(self.folder, self.machine, for_window=True)
        other = open_app(self.folder, self.machine, for_window=True, may_only_read=True)
        assert other.reminders.open() == self.program.app.reminders.open()
        with pytest.raises(StorageProblem):
            other.reminders.run(at_start=True)
        other.close()

    def trouble_with_clock(self) -> None:
        if self.machine.is_right:
            self.witness.counts["wrong_clocks"] += 1
            self.machine.error = self.rng.choice(ERRORS)
            self.error_until = self.machine.true + timedelta(hours=self.rng.choice((1, 5, 30)))
        else:
            self.mend_clock()
        self.witness.able_since = self.machine.true

    def mend_clock(self) -> None:
        self.machine.error = timedelta()
        self.error_until = None
        self.witness.able_since = self.machine.true

    def new_zone(self) -> None:
        self.witness.counts["zones"] += 1
        self.machine.zone = timezone(timedelta(hours=self.rng.randint(-11, 13)))

    def make_backup(self) -> None:
        assert self.program is not None
        path = self.place / "backup.db"
        path.unlink(missing_ok=True)
        self.program.app.backups.create(path)
        self.backup = (path, copy.deepcopy(self.witness.facts))

    def restore_backup(self) -> None:
        """Bring yesterday's data back, as the settings page does: the file changes, the program begins anew."""
        if self.backup is None or self.program is None or not self.machine.is_right:
            return
        path, facts = self.backup
        self.witness.counts["restores"] += 1
        self.program.app.backups.restore(path)
        self.witness.facts = self.office.facts = copy.deepcopy(facts)  # type: ignore[assignment]
        self.witness.generation += 1
        self.shut_down()
        for aside in self.folder.glob("*khôi phục*"):
            aside.unlink()
        self.switch_on()

    # time

    def advance(self, until: datetime, deeds: Sequence[tuple[datetime, Callable[[], None]]]) -> None:
        """Let the program run until a true moment, doing deeds at their times."""
        waiting = sorted(deeds, key=lambda each: each[0])
        while self.machine.true < until:
            beat = self.next_pass()
            if self.rng.random() < IDLE_PASSES:
                beat = min(beat, self.machine.true + BEAT * self.rng.uniform(0.01, 60))
            if waiting and waiting[0][0] <= min(beat, until):
                moment, deed = waiting.pop(0)
                self.machine.true = max(self.machine.true, moment)
                deed()
                if self.program is None:
                    return
                self.witness.able_since = self.machine.true
                self.machine.true += timedelta(seconds=2)
            elif beat > until:
                self.machine.true = until
                return
            else:
                self.machine.true = beat
            self.do_pass()

    def next_pass(self) -> datetime:
        """Return the true moment of the next pass: armed, midnight, or to tell what could not be told before."""
        assert self.program is not None
        soonest = self.machine.true
        armed = self.program.app.reminders.next_moment()
        shown = self.machine.now()
        midnight = datetime.combine(shown.date() + timedelta(days=1), time(), VIETNAM)
        moments = [self.machine.true_of(midnight) + timedelta(seconds=5)]
        if armed is not None:
            moments.append(self.machine.true_of(armed))
        if (
            self.program.popups.waiting
            and self.witness.days.is_working(shown.date())
            and 8 <= shown.hour < 17
        ):
            moments.append(self.machine.true + timedelta(minutes=10))
        if not self.machine.is_right:
            soonest = self.machine.true + timedelta(hours=1)
        return max(soonest, min(moments)) + BEAT * self.rng.uniform(0.01, 1)  # beats stand every 30 seconds

    def day(self, day: date) -> None:
        """Live one day of the true calendar."""
        begin = at(day).astimezone(UTC).replace(hour=0, minute=0) + timedelta(
            minutes=self.rng.randint(-30, 140)
        )
        if self.program is None and self.rng.random() > (0.95 if self.witness.days.is_working(day) else 0.08):
            return
        self.machine.true = max(self.machine.true, begin)
        if self.error_until is not None and self.machine.true >= self.error_until:
            self.mend_clock()
        if self.program is None:
            self.switch_on()
        else:
            self.witness.able_since = self.machine.true  # it wakes from sleep
            self.do_pass()
        end = begin + timedelta(hours=self.rng.randint(3, 11), minutes=self.rng.randint(0, 59))
        self.advance(end, self.plan(begin, end))
        if self.program is not None and self.rng.random() < OFF_AT_NIGHT:
            self.make_backup_and_leave()

    def make_backup_and_leave(self) -> None:
        if self.machine.is_right:
            self.make_backup()
        self.shut_down()

    def plan(self, begin: datetime, end: datetime) -> list[tuple[datetime, Callable[[], None]]]:
        """Return what happens in a day and when."""
        span = (end - begin).total_seconds()

        def somewhen() -> datetime:
            return begin + timedelta(seconds=self.rng.uniform(0, span))

        planned: list[tuple[datetime, Callable[[], None]]] = [
            (somewhen(), self.deed) for _ in range(self.rng.randint(0, 3))
        ]
        for chance, happening in (
            (0.10, self.sleep),
            (0.01, self.second_copy),
            (0.008, self.trouble_with_clock),
            (0.02, self.new_zone),
            (0.006, self.restore_backup),
        ):
            if self.rng.random() < chance:
                planned.append((somewhen(), happening))
        return planned

    def deed(self) -> None:
        if self.program is not None and self.machine.is_right:
            name = self.rng.choices(list(DEEDS), weights=WEIGHTS)[0]
            DEEDS[name](self.program.app, self.office)
            self.witness.counts["deeds"] += 1

    def sleep(self) -> None:
        self.witness.counts["sleeps"] += 1
        self.machine.true += timedelta(minutes=self.rng.randint(5, 300))

    def live(self, years: float) -> Counter[str]:
        """Live so many years; return what was counted."""
        day, last = FIRST_DAY, FIRST_DAY + timedelta(days=round(years * 365.25))
        while day < last:
            self.day(day)
            away = self.rng.random() < 0.008
            if away:
                if self.program is not None:
                    self.shut_down()
                day += timedelta(days=self.rng.choice((4, 7, 9, 16, 45)))
                self.witness.counts["weeks_off"] += 1
            day += timedelta(days=1)
        self.shut_down()
        return self.witness.counts


def lived(seed: int, years: float) -> tuple[Counter[str], timedelta]:
    """Live in a folder of its own; return the counts and the longest delay."""
    with tempfile.TemporaryDirectory() as place:
        life = Life(Path(place), seed)
        try:
            counts = life.live(years)
        finally:
            life.shut_down()
        return counts, life.witness.worst_delay


def main() -> None:
    """Live long lives and print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--years", type=float, default=10)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    wanted = parser.parse_args()
    for seed in wanted.seeds:
        counts, delay = lived(seed, wanted.years)
        print(f"seed {seed}, {wanted.years:g} years, longest delay {delay}: {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main()
