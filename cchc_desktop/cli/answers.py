"""What a command answers: one JSON document for programs, or a table and sentences in Vietnamese for people."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """The same answer in both forms."""

    data: Any
    text: str
    refusal: str = ""
    """Sentence for the console that makes the exit status 1 although an answer is printed."""


def as_json(data: Any) -> str:
    """Return one JSON document, not escaped; dates are ISO."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_iso)


def _iso(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def day(value: date | None) -> str:
    """Return a day as people write it; empty for none."""
    return "" if value is None else f"{value:%d/%m/%Y}"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a plain text table; long cells are cut with "…"."""
    lines = [[_cut(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(headings))]
    drawn = [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    ]
    rule = "  ".join("─" * width for width in widths)
    return "\n".join([drawn[0], rule, *drawn[1:]])


def _cut(cell: str) -> str:
    flat = " ".join(cell.split())
    return flat if len(flat) <= _WIDEST else flat[: _WIDEST - 1] + "…"


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(char) else 1 for char in text)
