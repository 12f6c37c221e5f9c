"""What a page of a PDF file holds, freed of the file format: glyphs, rules, coloured fields. Points, y grows downward."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

UNKNOWN = "\ufffd"
"""Stands for a character that the file does not say the letter of."""


@dataclass(slots=True)
class Glyph:
    """One printed character; a font may print several letters or a lone accent with it."""

    text: str
    x: float
    y: float
    """Where it begins, on its base line."""
    dx: float
    dy: float
    """Where the next one would begin, from there."""
    size: float
    bold: bool
    font: str = ""
    spacing: float = 0.0
    """Extra space that the author put between letters."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along a side of the page: ``at`` across it, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Field:
    """A filled rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Marks:
    """Everything drawn on one page."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    """Horizontal rules."""
    upright: list[Rule] = field(default_factory=list)
    """Vertical rules."""
    fields: list[Field] = field(default_factory=list)
    pictures: list[Field] = field(default_factory=list)
    unknown: int = 0
    """Characters that the file does not say the letters of."""
    unseen: int = 0
    """Characters printed without ink: the text layer of a scanned page."""


def turned(marks: Marks) -> Marks:
    """Turn a page so that most of its text reads from left to right."""
    directions = Counter(direction(glyph) for glyph in marks.glyphs)
    way = max(directions, key=directions.__getitem__, default=0)
    for _ in range(max(way, 0) // 90):
        marks = _quarter(marks)
    return marks


def direction(glyph: Glyph) -> int:
    """Return by how many degrees a glyph is turned clockwise, 0, 90, 180 or 270; -1 for a slanted one."""
    along, across = abs(glyph.dx), abs(glyph.dy)
    if across <= 0.05 * along:
        return 0 if glyph.dx >= 0 else 180
    if along <= 0.05 * across:
        return 90 if glyph.dy > 0 else 270
    return -1


def read_along(glyphs: Iterable[Glyph], way: int) -> list[Glyph]:
    """Return glyphs turned back by a multiple of 90 degrees, as if the paper were turned."""
    found = list(glyphs)
    for _ in range(way // 90):
        found = [_turned_glyph(glyph, 0.0) for glyph in found]
    return found


def _quarter(marks: Marks) -> Marks:
    """Turn a page by 90 degrees against the clock: what ran down runs to the right."""
    width = marks.width
    return Marks(
        marks.number,
        marks.height,
        marks.width,
        [_turned_glyph(glyph, width) for glyph in marks.glyphs],
        [Rule(width - rule.at, rule.start, rule.end) for rule in marks.upright],
        [Rule(rule.at, width - rule.end, width - rule.start) for rule in marks.level],
        [_turned_field(each, width) for each in marks.fields],
        [_turned_field(each, width) for each in marks.pictures],
        marks.unknown,
        marks.unseen,
    )


def _turned_glyph(glyph: Glyph, width: float) -> Glyph:
    return Glyph(
        glyph.text,
        glyph.y,
        width - glyph.x,
        glyph.dy,
        -glyph.dx,
        glyph.size,
        glyph.bold,
        glyph.font,
        glyph.spacing,
    )


def _turned_field(each: Field, width: float) -> Field:
    return Field(each.top, width - each.x1, each.bottom, width - each.x0)
