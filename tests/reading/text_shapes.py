"""The same table of tasks written into text in every way officers paste it."""

import textwrap
from collections.abc import Sequence

Row = Sequence[str]
"""Texts of a row; a section has one text only."""

BOX = {"top": "┌┬┐", "middle": "├┼┤", "bottom": "└┴┘", "level": "─", "upright": "│"}
ASCII = {"top": "+++", "middle": "+++", "bottom": "+++", "level": "-", "upright": "|"}


def tab(head: Row, rows: Sequence[Row]) -> str:
    return "\n".join("\t".join(_padded(row, len(head))) for row in (head, *rows))


def strokes(head: Row, rows: Sequence[Row], *, outer: bool = True, rule: bool = True) -> str:
    lines = [" | ".join(_padded(row, len(head))) for row in (head, *rows)]
    if rule:
        lines.insert(1, " | ".join("---" for _ in head))
    return "\n".join(f"| {line} |" if outer else line for line in lines)


def frame(
    head: Row, rows: Sequence[Row], widths: Sequence[int], *, marks: dict[str, str] = BOX, merged: bool = True
) -> str:
    """A drawn frame with lines between all rows, cells wrapped; sections go over all columns."""
    level, upright = marks["level"], marks["upright"]

    def rule(kind: str) -> str:
        left, cross, right = tuple(marks[kind])
        return left + cross.join(level * (width + 2) for width in widths) + right

    lines = [rule("top")]
    for number, row in enumerate((head, *rows)):
        if number:
            lines.append(rule("middle"))
        if len(row) == 1 and merged:
            whole = sum(widths) + 3 * (len(widths) - 1)
            lines += [f"{upright} {text:<{whole}} {upright}" for text in _wrapped(row[0], whole)]
            continue
        for parts in _side_by_side(_padded(row, len(head)), widths):
            cells = f" {upright} ".join(f"{text:<{width}}" for text, width in zip(parts, widths, strict=True))
            lines.append(f"{upright} {cells} {upright}")
    return "\n".join([*lines, rule("bottom")])


def columns(
    head: Row,
    rows: Sequence[Row],
    widths: Sequence[int],
    *,
    gap: int = 2,
    apart: bool = False,
    sections_across: bool = False,
) -> str:
    """Columns held apart by spaces, cells wrapped and set at the top."""
    lines: list[str] = []
    for row in (head, *rows):
        if len(row) == 1 and sections_across:
            lines.append(row[0])
        else:
            lines += [
                (" " * gap)
                .join(f"{text:<{width}}" for text, width in zip(parts, widths, strict=True))
                .rstrip()
                for parts in _side_by_side(_padded(row, len(head)), widths)
            ]
        if apart:
            lines.append("")
    return "\n".join(lines)


def one_a_line(head: Row, rows: Sequence[Row], *, keep_empty: bool) -> str:
    lines = list(head)
    for row in rows:
        cells = _padded(row, len(head)) if keep_empty else [text for text in row if text]
        lines += cells
    return "\n".join(lines)


def labelled(
    head: Row, rows: Sequence[Row], *, bullet: str = "- ", width: int = 0, inline: bool = False
) -> str:
    """Each task as paragraphs: number and content, then "- heading: text" for every other cell with text."""
    lines: list[str] = []
    number_first = head[0] in {"STT", "TT"}
    for row in rows:
        if len(row) == 1:
            lines += ["", *_lines(row[0], width)]
            continue
        texts = list(row)
        content = f"{texts.pop(0)}. {texts.pop(0)}" if number_first else texts.pop(0)
        names = head[2:] if number_first else head[1:]
        said = [f"{name}: {text}" for name, text in zip(names, texts, strict=True) if text]
        if inline:
            lines += _lines(f"{content} ({'; '.join(said)}).", width)
            continue
        lines += _lines(content, width)
        for each in said:
            lines += _lines(f"{bullet}{each}", width)
    return "\n".join(lines)


def _lines(text: str, width: int) -> list[str]:
    return _wrapped(text, width) if width else [text]


def _padded(row: Row, columns: int) -> list[str]:
    if len(row) == 1 and columns > 5 and ". " in row[0]:
        row = row[0].split(". ", 1)
    return [*row, *[""] * (columns - len(row))]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False) or [""]


def _side_by_side(row: Row, widths: Sequence[int]) -> list[list[str]]:
    cells = [_wrapped(text, width) for text, width in zip(row, widths, strict=True)]
    deep = max(map(len, cells))
    return [[cell[at] if at < len(cell) else "" for cell in cells] for at in range(deep)]
