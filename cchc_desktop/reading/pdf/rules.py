"""Rules of a page put together: borders come as thousands of short strokes, doubled, dotted or drawn cell by cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cchc_desktop.reading.pdf.marks import Field, Rule

_SAME = 1.6
"""Points; strokes that are nearer lie on one rule."""
_DOTS = 3.5
"""Points; the widest gap between the dots or dashes of one rule."""
_TOUCH = 3.0
"""Points; rules that come so near to each other meet."""
MOST_PAIRS = 3_000_000
"""Pairs of rules that are looked at on a page; a page of tables has some hundreds."""


@dataclass(slots=True)
class Net:
    """Rules that hang together."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)

    def around(self) -> Field:
        """Return the rectangle that it covers."""
        return Field(
            min([*(rule.start for rule in self.level), *(rule.at for rule in self.upright)]),
            min([*(rule.at for rule in self.level), *(rule.start for rule in self.upright)]),
            max([*(rule.end for rule in self.level), *(rule.at for rule in self.upright)]),
            max([*(rule.at for rule in self.level), *(rule.end for rule in self.upright)]),
        )


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Put strokes on the same line together when they touch or nearly do."""
    found: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if group and rule.at - group[-1].at > _SAME:
            found += _merged_along(group)
            group = []
        group.append(rule)
    return found + _merged_along(group)


def outlines(fields: Iterable[Field]) -> tuple[list[Rule], list[Rule]]:
    """Return the edges of coloured fields as rules: level ones, upright ones."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for each in fields:
        level += [Rule(at, each.x0, each.x1) for at in (each.top, each.bottom)]
        upright += [Rule(at, each.top, each.bottom) for at in (each.x0, each.x1)]
    return level, upright


def nets(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Net]:
    """Gather rules that meet into nets; rules that meet no other, as those under words, are left out."""
    owner = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for row, one in enumerate(level):
        for column, other in enumerate(upright):
            if _meet(one, other):
                owner[root(row)] = root(len(level) + column)
    gathered: dict[int, Net] = {}
    for at, rule in enumerate(level):
        gathered.setdefault(root(at), Net()).level.append(rule)
    for at, rule in enumerate(upright, start=len(level)):
        gathered.setdefault(root(at), Net()).upright.append(rule)
    return [net for net in gathered.values() if net.level and net.upright]


def clustered(places: Iterable[float], near: float) -> list[float]:
    """Make one place of those that are near to each other."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= near:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def covered(rules: Sequence[Rule], start: float, end: float) -> float:
    """Return which part of a stretch rules cover, from 0 to 1."""
    if end <= start:
        return 0.0
    total = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return min(1.0, total / (end - start))


def _merged_along(group: Sequence[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if found and rule.start - found[-1].end <= _DOTS:
            last = found[-1]
            found[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _TOUCH <= upright.at <= level.end + _TOUCH
        and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
    )
