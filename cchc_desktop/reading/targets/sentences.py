"""Sentences of targets read into parts: every number with comparison, unit, level and year, or a problem that names it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.targets import Baseline, Change, Target, TargetPart
from cchc_desktop.reading.draft import Problem, TargetDraft
from cchc_desktop.reading.targets.binding import Bound, bind
from cchc_desktop.reading.targets.doubts import in_words, of_parts, sorted_out
from cchc_desktop.reading.targets.levels import with_levels
from cchc_desktop.reading.targets.masks import MASK, without_brackets, without_names
from cchc_desktop.reading.targets.numbers import quantities
from cchc_desktop.reading.targets.ranks import present_places, rank_baselines, ranks
from cchc_desktop.reading.targets.scopes import base_of, goal_years, year_of
from cchc_desktop.text import squash

_LONGEST = 8000
"""Characters of a sentence; the longest of the real plans has 1500."""


def read_target(text: str, *, number: str = "", group: str = "", year: int | None = None) -> TargetDraft:
    """Read the sentence of a target.

    Args:
        text: the sentence as printed, without its number.
        number: its printed number.
        group: the heading it stands under.
        year: year of values that name none; None for a programme of several years.

    A number that is not understood becomes a problem, never a value.

    >>> draft = read_target("Tối thiểu 98,5% hồ sơ được giải quyết đúng hạn", year=2021)
    >>> [(part.comparator.value, part.value, part.unit, part.year) for part in draft.target.parts]
    [('>=', 98.5, '%', 2021)]
    """
    printed = squash(text)
    if len(printed) > _LONGEST:
        message = "Đoạn này quá dài để đọc thành chỉ tiêu; hãy tách thành từng chỉ tiêu."
        return TargetDraft(Target(printed, number, group), (Problem("number_not_understood", message),))
    ranked = ranks(printed)
    hidden = _hide(printed, [*present_places(printed), *((found.start, found.end) for found in ranked)])
    bare, notes = without_brackets(hidden)
    masked = without_names(bare)
    numbers = sorted((*quantities(masked), *ranked), key=lambda each: each.start)
    taken, problems = sorted_out(list(bind(masked, numbers)), masked)
    levelled = with_levels(taken, printed, masked, problems)
    problems += in_words(bare)
    parts = [_dated(part, each, printed, bare, year) for part, each in levelled]
    parts = _with_baselines(parts, printed, [hidden[note.start() : note.end()] for note in notes], problems)
    parts = _years_from_context(parts, printed, year, problems)
    problems += of_parts(parts, year)
    if not parts and not problems:
        problems.append(Problem("no_number", "Chỉ tiêu này không có số; hãy theo dõi bằng nhận xét."))
    return TargetDraft(Target(printed, number, group, tuple(parts)), tuple(dict.fromkeys(problems)))


def _hide(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{MASK * (end - start)}{text[end:]}"
    return text


def _dated(part: TargetPart, each: Bound, printed: str, bare: str, year: int | None) -> TargetPart:
    base, base_year = base_of(bare[each.quantity.start : _sentence_end(printed, each.quantity.end)])
    if part.change is Change.NONE and base_year is None:
        base = ""
    years = year_of(
        printed,
        min(each.cue.start, each.quantity.start),
        each.quantity.end,
        (each.begin, each.end),
        yearly=each.yearly,
    )
    until = None
    if part.change is not Change.NONE:
        found = re.search(
            r"khi đạt(?: được)?(?: tỷ lệ| tỉ lệ| mức)?\s+(\d+(?:,\d+)?)",
            printed[each.quantity.end : each.end],
        )
        until = float(found[1].replace(",", ".")) if found else None
    return replace(
        part,
        year=years.year or (None if each.yearly and year is None else year),
        from_year=years.from_year,
        base=base,
        base_year=base_year,
        until=until,
    )


def _sentence_end(printed: str, at: int) -> int:
    found = re.compile(r"[;.](?:\s|$)").search(printed, at)
    return found.start() if found else len(printed)


def _with_baselines(
    parts: list[TargetPart], printed: str, notes: Sequence[str], problems: list[Problem]
) -> list[TargetPart]:
    """Read notes in brackets: a value of a former year is a base, every other number is named as a note."""
    parts = rank_baselines(parts, printed)
    for note in notes:
        for quantity in quantities(without_names(note)):
            named = re.search(r"năm\s+(20\d\d)", note, re.IGNORECASE)
            stepping = [
                at
                for at, part in enumerate(parts)
                if part.change is not Change.NONE and part.unit == quantity.unit
            ]
            if named and stepping:
                base = Baseline(quantity.value, quantity.unit, int(named[1]))
                parts[stepping[-1]] = replace(
                    parts[stepping[-1]], baselines=(*parts[stepping[-1]].baselines, base)
                )
                continue
            number = note[quantity.start : quantity.end].strip()
            message = f"Số “{number}” nằm trong ngoặc nên được hiểu là ghi chú, không phải mức phải đạt; hãy kiểm tra."
            problems.append(Problem("number_in_note", message))
    return parts


def _years_from_context(
    parts: list[TargetPart], printed: str, year: int | None, problems: list[Problem]
) -> list[TargetPart]:
    """Give values without a year the only goal year of their text, and say so."""
    goals = goal_years(printed)
    if year is not None or len(goals) != 1 or all(part.year for part in parts):
        return parts
    (only,) = goals
    message = f"Năm {only} được lấy từ phần khác của câu cho mức không ghi năm; hãy kiểm tra."
    problems.append(Problem("year_from_context", message))
    return [part if part.year or part.per == "năm" else replace(part, year=only) for part in parts]
