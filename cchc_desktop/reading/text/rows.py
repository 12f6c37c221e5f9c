"""Lines of cells become rows: where columns are known but cells go over several lines, which lines are one row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cchc_desktop.reading.grid.labels import Label, LabelKind, follows, leading_label, whole_label
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, in_capitals, starts_like_a_sentence
from cchc_desktop.reading.source import Cell
from cchc_desktop.reading.text.lines import joined
from cchc_desktop.text import squash

_MOST_LABELLED = 0.6
_FEWEST_NUMBERS = 1
"""Numbered rows that make a table one with numbers."""


@dataclass(slots=True)
class TextLine:
    """One printed line of a table, cut into its columns."""

    cells: tuple[str, ...]
    """One text for each column; a banner has its text in the first."""
    banner: bool = False
    """The text goes over the columns."""
    apart: bool = False
    """A blank line or a drawn line stands above."""
    doubtful: bool = False
    """Some word stands between two columns."""
    after_page: bool = False
    """A page ends above."""
    in_column: bool = False
    """The first column of the table holds nothing but numbers."""

    @property
    def filled(self) -> tuple[int, ...]:
        """Return the columns with text."""
        return tuple(place for place, text in enumerate(self.cells) if text.strip())


@dataclass(slots=True)
class TextRow:
    """Printed lines that make one row."""

    lines: list[TextLine] = field(default_factory=list)
    guessed: bool = False

    def cells(self, widths: Sequence[int]) -> tuple[Cell | None, ...]:
        """Return the row as cells of a grid; a banner covers all columns."""
        if self.lines[0].banner:
            text = joined([line.cells[place] for line in self.lines for place in line.filled])
            return (Cell(text, columns=len(widths)), *[None] * (len(widths) - 1))
        columns = zip(*(line.cells for line in self.lines), strict=True)
        return tuple(Cell(joined(pieces, width)) for pieces, width in zip(columns, widths, strict=True))


def rows_of(lines: Sequence[TextLine]) -> list[TextRow]:
    """Put lines together that are one row.

    Blank lines decide when exactly one number stands between every two of them; else numbers begin rows; else what a
    whole row looks like does, and rows of several lines count as guessed.
    """
    first = [text for line in lines if not line.banner and (text := squash(line.cells[0]))]
    in_column = sum(whole_label(text) is not None for text in first) > _MOST_LABELLED * len(first)
    for line in lines:
        line.in_column = in_column
    bands = _bands(lines)
    if _bands_are_rows(bands):
        return [row for band in bands for row in _of_band(band)]
    if sum(_is_numbered(line) for line in lines) >= _FEWEST_NUMBERS:
        return _by_numbers(lines)
    return _by_looks(lines)


def _bands(lines: Iterable[TextLine]) -> list[list[TextLine]]:
    bands: list[list[TextLine]] = []
    for line in lines:
        title_ends = bool(bands) and bands[-1][0].banner and not _is_rest_of_title(bands[-1][0], line)
        new_page = line.after_page and _label_of(line) is not None
        if not bands or line.apart or line.banner or title_ends or new_page:
            bands.append([])
        bands[-1].append(line)
    return bands


def _bands_are_rows(bands: Sequence[Sequence[TextLine]]) -> bool:
    """Tell whether blank lines part the rows: most bands hold one number, none holds more."""
    rows = [band for band in bands if not band[0].banner]
    if sum(band[0].apart for band in rows) < max(1, len(rows) - 2):
        return False
    counts = [len(_row_labels(band)) for band in rows]
    if max(counts, default=0) > 1:
        return False
    return sum(counts) >= _MOST_LABELLED * len(counts) or not any(counts)


def _of_band(band: Sequence[TextLine]) -> list[TextRow]:
    numbered = _row_labels(band)
    middle = bool(numbered) and numbered[0] > 0 and band[0].cells[0].strip() == ""
    return [
        TextRow(list(band), guessed=_is_doubtful(band) or (bool(numbered) and numbered[0] > 0 and not middle))
    ]


def _row_labels(band: Sequence[TextLine]) -> list[int]:
    """Return the lines of a band whose number can begin a row; numbers within a cell ("a)", "2.") do not follow."""
    found: list[int] = []
    previous: Label | None = None
    for at, line in enumerate(band):
        label = _label_of(line)
        if label is None or label.kind in {LabelKind.BULLET, LabelKind.LETTER}:
            continue
        if previous is None or (follows(previous, label) and len(line.filled) > 1):
            found.append(at)
            previous = label
    return found


def _by_numbers(lines: Sequence[TextLine]) -> list[TextRow]:
    """Begin a row at every number that may come next; numbers set in the middle of their rows make all a guess."""
    rows: list[TextRow] = []
    last: dict[LabelKind, Label] = {}
    fresh = True
    first = next((line for line in lines if not line.banner), None)
    centred = first is not None and first.in_column and _label_of(first) is None
    for line in lines:
        label = _label_of(line)
        begins = not rows or _begins(
            line, label, rows[-1], last.get(label.kind) if label else None, fresh=fresh
        )
        if begins:
            rows.append(TextRow([]))
            if label is not None:
                last[label.kind] = label
            fresh = line.banner or (label is not None and label.kind in {LabelKind.ROMAN, LabelKind.CAPITAL})
        rows[-1].lines.append(line)
    for row in rows:
        row.guessed = centred or _is_doubtful(row.lines)
    return rows


def _begins(
    line: TextLine, label: Label | None, row: TextRow, previous: Label | None, *, fresh: bool
) -> bool:
    """Tell whether a line begins a row in a table with numbers."""
    if line.banner or row.lines[0].banner:
        return line.banner or not _is_rest_of_title(row.lines[0], line)
    others = len(line.filled) > 1
    if label is None:
        return _is_heading(line) or (line.apart and others and _could_stand_alone(line))
    if label.kind in {LabelKind.BULLET, LabelKind.LETTER}:
        return others and _could_stand_alone(line)
    if label.kind in {LabelKind.ROMAN, LabelKind.CAPITAL}:
        alone = whole_label(line.cells[line.filled[0]]) is not None
        return alone or not others or line.apart or in_capitals(line.cells[line.filled[-1]])
    expected = follows(previous, label) or (fresh and label.path[-1] == 1)
    return expected or others


def _by_looks(lines: Sequence[TextLine]) -> list[TextRow]:
    rows: list[TextRow] = []
    for line in lines:
        title = bool(rows) and rows[-1].lines[0].banner
        if title and not line.banner:
            begins = not _is_rest_of_title(rows[-1].lines[0], line)
        else:
            begins = not rows or line.banner or _is_heading(line) or _could_stand_alone(line)
        if begins:
            rows.append(TextRow([]))
        rows[-1].lines.append(line)
    for row in rows:
        row.guessed = len(row.lines) > 1 or _is_doubtful(row.lines)
    return rows


def _is_numbered(line: TextLine) -> bool:
    label = _label_of(line)
    return label is not None and label.kind is LabelKind.DECIMAL and len(line.filled) > 1


def _is_doubtful(lines: Sequence[TextLine]) -> bool:
    """Tell a row with words between two columns, or one that goes on over the end of a page."""
    return any(line.doubtful for line in lines) or any(line.after_page for line in lines[1:])


def _is_heading(line: TextLine) -> bool:
    """Tell a section's title in a row of its own."""
    return len(line.filled) == 1 and in_capitals(line.cells[line.filled[0]]) and line.apart


def _is_rest_of_title(title: TextLine, line: TextLine) -> bool:
    """Tell the second line of a section's title: directly below, in capitals as the first."""
    if line.apart or line.banner or len(line.filled) != 1 or _label_of(line) is not None:
        return False
    text = line.cells[line.filled[0]]
    return in_capitals(title.cells[0]) and text == text.upper()


def _could_stand_alone(line: TextLine) -> bool:
    """Tell a line that looks like a whole row by itself: every cell begins as a cell does, one names a body or time."""
    texts = [squash(line.cells[place]) for place in line.filled]
    if len(texts) < 2 or not starts_like_a_sentence(texts[0].lstrip("-–+•*▪● ")):
        return False
    rest = texts[1:]
    if not all(starts_like_a_sentence(text) or text[0].isdigit() for text in rest):
        return False
    return any(agency_like(text) for text in rest) and any(deadline_like(text) for text in rest)


def _label_of(line: TextLine) -> Label | None:
    """Read the number in the first column, or at the beginning of the first text."""
    if line.banner or not line.filled or line.filled[0] > 1:
        return None
    text = squash(line.cells[line.filled[0]])
    if line.in_column:
        whole = whole_label(text) if line.filled[0] == 0 else None
        return whole if whole is not None and whole.kind is not LabelKind.BULLET else None
    found = leading_label(text)
    return found[0] if found else None
