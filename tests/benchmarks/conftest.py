"""Races: what the program does against the least that could do it, in turns in one process, told as a ratio."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

_ROUNDS = 7


@dataclass(frozen=True)
class Result:
    """Medians of a race, in milliseconds of processor time."""

    name: str
    ours: float
    floor: float
    ratio: float
    """Median of the ratios of each round: what shares the machine slows both."""
    goal: float


_RESULTS: list[Result] = []
Race = Callable[..., Result]


@pytest.fixture
def race() -> Race:
    """Return a function that lets two ways of doing a thing run in turns and keeps the figures for the table."""

    def run(
        name: str,
        ours: Callable[[], object],
        floor: Callable[[], object],
        *,
        goal: float,
        rounds: int = _ROUNDS,
    ) -> Result:
        ours(), floor()  # what is loaded or cached at the first call is not measured
        pairs = []
        for _ in range(rounds):
            gc.collect()
            pairs.append((_cost(ours), _cost(floor)))
        result = Result(
            name,
            statistics.median(mine for mine, _ in pairs) * 1000,
            statistics.median(other for _, other in pairs) * 1000,
            statistics.median(mine / other for mine, other in pairs),
            goal,
        )
        _RESULTS.append(result)
        return result

    return run


def _cost(act: Callable[[], object]) -> float:
    begin = time.process_time()
    act()
    return time.process_time() - begin


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of this run."""
    if not _RESULTS:
        return
    terminalreporter.write_line("")
    terminalreporter.write_line("| operation | ours, ms | floor, ms | ratio | goal |")
    terminalreporter.write_line("|---|---|---|---|---|")
    for each in sorted(_RESULTS, key=lambda result: result.name):
        terminalreporter.write_line(
            f"| {each.name} | {each.ours:.1f} | {each.floor:.1f} | {each.ratio:.2f} | ≤ {each.goal:g} |"
        )
