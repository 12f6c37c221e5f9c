"""How sure the rows of a table without rules are: what the next best way to part its lines would cost."""

from collections.abc import Mapping, Sequence

_ENDLESS = float("inf")


def next_best(options: Mapping[int, Sequence[tuple[int, float]]], costs: Sequence[float]) -> list[float]:
    """Return for each place between two lines what the cheapest way costs that differs there from the best one.

    Args:
        options: line -> (line behind the row that begins there, what speaks against that row).
        costs: what the best way to part the lines up to each place costs.
    """
    count = len(costs) - 1
    after = [_ENDLESS] * count + [0.0]
    best_end = [count] * (count + 1)
    for start in range(count - 1, -1, -1):
        for end, cost in options[start]:
            if cost + after[end] < after[start]:
                after[start], best_end[start] = cost + after[end], end
    ends = {0}
    at = 0
    while at < count:
        at = best_end[at]
        ends.add(at)
    found = [costs[place] + after[place] for place in range(count + 1)]
    for place in ends:
        found[place] = _ENDLESS
    for start in range(count):
        for end, cost in options[start]:
            total = costs[start] + cost + after[end]
            for place in range(start + 1, end):
                if place in ends:
                    found[place] = min(found[place], total)
    return found
