"""What a page shows of what is drawn on it: programs draw a table beyond the foot of a page and hide the rest of it.

Only frames along the sides of the page are followed; any other shape hides nothing here.
"""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.reading.pdf.marks import Field, Glyph, Rule

_LEANING = 0.6
"""Points that a side may lean."""
_EDGE = 1.0
"""Points beyond the frame that still count as within."""
_MIDDLE = 0.3
"""Of the size: the middle of small letters above their base line."""


def framed(frame: Field | None, points: Sequence[tuple[float, float]]) -> Field | None:
    """Return what a frame leaves when a further path hides all outside itself; any shape but a level box hides nothing."""
    if len(points) not in {4, 5} or any(
        abs(x - other_x) > _LEANING and abs(y - other_y) > _LEANING
        for (x, y), (other_x, other_y) in zip(points, [*points[1:], points[0]], strict=True)
    ):
        return frame
    across, down = [x for x, _ in points], [y for _, y in points]
    box = Field(min(across), min(down), max(across), max(down))
    if frame is None:
        return box
    return Field(
        max(frame.x0, box.x0),
        max(frame.top, box.top),
        min(frame.x1, box.x1),
        min(frame.bottom, box.bottom),
    )


def is_hidden(frame: Field | None, glyph: Glyph) -> bool:
    """Tell a letter of which less than half shows."""
    if frame is None:
        return False
    x, y = glyph.x + glyph.dx / 2, glyph.y + glyph.dy / 2
    if abs(glyph.dx) >= abs(glyph.dy):
        y -= _MIDDLE * glyph.size
    return not (frame.x0 - _EDGE <= x <= frame.x1 + _EDGE and frame.top - _EDGE <= y <= frame.bottom + _EDGE)


def shown_level(frame: Field | None, rule: Rule) -> Rule | None:
    """Return what shows of a level rule."""
    return rule if frame is None else _shown(rule, (frame.top, frame.bottom), (frame.x0, frame.x1))


def shown_upright(frame: Field | None, rule: Rule) -> Rule | None:
    """Return what shows of an upright rule."""
    return rule if frame is None else _shown(rule, (frame.x0, frame.x1), (frame.top, frame.bottom))


def _shown(rule: Rule, across: tuple[float, float], along: tuple[float, float]) -> Rule | None:
    if not across[0] - _EDGE <= rule.at <= across[1] + _EDGE:
        return None
    start, end = max(rule.start, along[0]), min(rule.end, along[1])
    return replace(rule, start=start, end=end) if end > start else None
