"""What never changes a reading, over every phrase of the tables: case, spaces, marks, line breaks, wrapping, the plan year."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind, read_deadline
from tests.domain.deadline.test_phrases import MIXED, ROWS, YEAR

PHRASES = [phrase.replace("\\n", "\n") for phrase, _ in [*ROWS, *MIXED]]
LATER = 2
"""Years; neither 2023 nor 2025 is a leap year."""
_YEAR_OR_WEEK = re.compile(
    r"\d{4}|\d[OoIlL]|[OoIlL]\d|/ ?\d\d\b|\.\d\d\b|-\d\d\b|năm \d\d|tuần|tuan|thứ|CN|chủ nhật|làm việc|２|tết|tet|âm lịch|ÂL|Chạp",
    re.IGNORECASE,
)
_MOVED = {"quý": "qúy", "quí": "qúi", "hoàn": "hòan", "toàn": "tòan", "hoặc": "họăc", "thuỷ": "thủy"}


def outcome(reading: Deadline) -> tuple[object, ...]:
    return (
        reading.kind, reading.start, reading.due, reading.suggested_due, reading.occurrences, reading.certain,
    )  # fmt: skip


def _move_tone_marks(phrase: str) -> str:
    return re.sub(r"\w+", lambda match: _MOVED.get(match[0].lower(), match[0]), phrase)


def _break_lines(phrase: str) -> str:
    return phrase if "\n" in phrase else re.sub(r" (?![-–+•*])", "\n", phrase, count=2)


def _enclose(phrase: str) -> str:
    return phrase if set(phrase) & set("()[]") else f"({phrase})"


def _end(phrase: str) -> str:
    return phrase if phrase.endswith((".", "…")) else f"{phrase};"


WRITINGS: dict[str, Callable[[str], str]] = {
    "capitals, decomposed": lambda phrase: unicodedata.normalize("NFD", phrase.upper()),
    "wide spaces": lambda phrase: f" \n{phrase}\u00a0 ".replace(" ", " \u00a0 "),
    "tone marks elsewhere, line breaks": lambda phrase: _move_tone_marks(_break_lines(phrase)),
    "brackets": _enclose,
    "quotes, semicolon": lambda phrase: _end(f"“{phrase}”"),
}


@cache
def _plain(phrase: str) -> tuple[object, ...]:
    return outcome(read_deadline(phrase, YEAR))


@pytest.mark.parametrize("write", WRITINGS.values(), ids=WRITINGS.keys())
def test_writing_never_changes_a_reading(write: Callable[[str], str]) -> None:
    written = {phrase: write(phrase) for phrase in PHRASES}
    readings = {
        phrase: outcome(read_deadline(text, YEAR)) for phrase, text in written.items() if text != phrase
    }
    assert [phrase for phrase, reading in readings.items() if reading != _plain(phrase)] == []


def test_dates_without_a_printed_year_move_with_the_plan_year() -> None:
    moved = []
    for phrase in PHRASES:
        if _YEAR_OR_WEEK.search(phrase):
            continue
        reading, later = read_deadline(phrase, YEAR), read_deadline(phrase, YEAR + LATER)
        if outcome(_shifted(reading)) != outcome(later):
            moved.append(phrase)
    assert moved == []


def _shifted(reading: Deadline) -> Deadline:
    def shift(day: date | None) -> date | None:
        if day is None:
            return None
        if (day.month, day.day) == (2, 29):
            return day.replace(year=day.year + LATER, day=28)
        return day.replace(year=day.year + LATER)

    occurrences = tuple(day.replace(year=day.year + LATER) for day in reading.occurrences)
    return Deadline(
        reading.kind,
        shift(reading.start),
        shift(reading.due),
        shift(reading.suggested_due),
        occurrences,
        reading.certain,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Quý I" + "\n" * 200_000 + "x",
        "Quý I" + " \n -" * 50_000,
        "; " * 100_000 + "x",
        "." * 200_000,
        "(" * 100_000,
        "quý " * 124,
        "O0" * 240,
        "năm " * 120,
        "trước từ đến sau " * 29,
        "tháng " + "1, " * 160,
        "khi có theo kế hoạch " * 23,
        "a" + "\u0301" * 100_000,
    ],
    ids=range(12),
)
def test_hostile_cells_end_soon_and_give_no_sure_date(text: str) -> None:
    reading = read_deadline(text, YEAR)
    assert not reading.certain or reading.due is None


@settings(max_examples=300)
@given(
    phrases=st.lists(st.sampled_from(PHRASES), min_size=2, max_size=3),
    joint=st.sampled_from([" ", ", ", "; ", " và ", " - ", " (", "\n"]),
    year=st.integers(1900, 2200),
)
def test_phrases_run_together_give_a_sound_reading(phrases: list[str], joint: str, year: int) -> None:
    reading = read_deadline(joint.join(phrases), year)
    if reading.start and reading.due:
        assert reading.start <= reading.due
    assert list(reading.occurrences) == sorted(set(reading.occurrences))
    assert all(day.year == year for day in reading.occurrences)
    assert reading.due is None or reading.suggested_due is None
    assert not (reading.certain and reading.kind is DeadlineKind.UNKNOWN)
    assert reading.explanation.endswith(".")


def test_every_sure_date_stands_in_its_sentence() -> None:
    for phrase in PHRASES:
        reading = read_deadline(phrase, YEAR)
        if reading.due is not None and reading.kind in {DeadlineKind.DATE, DeadlineKind.WINDOW}:
            assert f"{reading.due:%d/%m/%Y}" in reading.explanation, phrase
