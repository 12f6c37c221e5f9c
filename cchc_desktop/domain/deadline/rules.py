"""Decides what a phrase means as a whole: one of the kinds of deadline, its dates, and whether a person should look."""

from datetime import date

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.case import Case, beside
from cchc_desktop.domain.deadline.dated import after_date, dated
from cchc_desktop.domain.deadline.entries import Entry, Gathered
from cchc_desktop.domain.deadline.gather import gather
from cchc_desktop.domain.deadline.periodic import Recurrence, periodic, recurrence, recurs
from cchc_desktop.domain.deadline.records import Deadline, DeadlineKind, unknown
from cchc_desktop.domain.deadline.scan import scan
from cchc_desktop.domain.deadline.stretches import NoSuchDay, settle_years, stretches_of
from cchc_desktop.domain.deadline.tokens import FIRST_YEAR, LAST_YEAR, PADDING, Phrase, tokenize
from cchc_desktop.domain.deadline.undated import continuous, not_understood, possible_day, waiting
from cchc_desktop.domain.deadline.values import Unit
from cchc_desktop.domain.deadline.words import Role
from cchc_desktop.text import squash

LONGEST_PHRASE = 500
"""Characters; a longer cell is no time phrase and would only cost time."""


def interpret(printed: str, year: int) -> Deadline:
    """Interpret a time phrase of a plan of a year; see ``read_deadline``."""
    text = squash(printed)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return unknown(f"Năm kế hoạch {year} không hợp lệ nên chưa thể đọc thời hạn")
    if len(text) > LONGEST_PHRASE:
        return unknown(
            f"Ô thời hạn dài quá {LONGEST_PHRASE} ký tự nên chưa được đọc, đề nghị tự nhập ngày hạn"
        )
    phrase = tokenize(printed)
    if not any(char.isalnum() for char in phrase.printed):
        return Deadline(DeadlineKind.UNKNOWN, explanation=say.EMPTY)
    found = gather(scan(phrase))
    doubts = (*found.doubts, *_form_doubts(phrase), *_unknown_words(found))
    if found.has(Role.LUNAR) or any(_is_lunar(entry) for entry in found.entries):
        # Lunar days are rare; their astronomy loads when the first one is met.
        from cchc_desktop.domain.deadline.lunar_days import by_lunar_calendar

        return by_lunar_calendar(text, found.entries, year)
    if any(not 1 <= each <= 31 for each in _days_of_cycles(found)):
        return unknown(say.not_in_calendar(text))
    guesses = settle_years(found.entries, year)
    if all(entry.year == year for entry in found.entries):
        doubts = tuple(doubt for doubt in doubts if doubt != say.SHORT_YEAR)
    try:
        stretches = stretches_of(found.entries, year)
    except NoSuchDay as reason:
        offered = possible_day(found.entries)
        return unknown(say.not_in_calendar(text, str(reason), offered), offered)
    return _decide(Case(phrase.printed, found, stretches, year, (*doubts, *guesses)))


def _is_lunar(entry: Entry) -> bool:
    return entry.calendar.unit is Unit.DAY and say.LUNAR_MONTH in entry.calendar.doubts


def _days_of_cycles(found: Gathered) -> list[int]:
    named = [cycle.day for cycle in found.cycles if cycle.day is not None]
    return named + [day for day, _ in found.days]


def _form_doubts(phrase: Phrase) -> list[str]:
    """Doubt a phrase that begins or ends with a slash or dash, had letters among its digits or words twice in a row."""
    used = phrase.tokens[: len(phrase.tokens) - PADDING]
    torn = bool(used) and bool({used[0].key, used[-1].key} & {"/", "-", "\n-"})
    return [say.DANGLING] * torn + [say.OCR] * phrase.repaired + [say.ECHO] * phrase.echoed


def _unknown_words(found: Gathered) -> tuple[str, ...]:
    return (say.left_over(" ".join(found.unknown)),) if found.unknown else ()


def _decide(case: Case) -> Deadline:
    found = case.found
    if found.offset is not None and len(case.stretches) == 1:
        return after_date(case, found.offset)
    if found.has(Role.BLANK) and found.bare_units:
        return unknown(f"“{say.clip(case.printed)}” còn chỗ trống chưa điền, đề nghị xem lại bản gốc")
    if recurs(found):
        return _recurring(case)
    if case.stretches:
        return dated(case)
    if found.has(Role.CONTINUOUS):
        return continuous(case, date(case.year, 1, 1))
    if found.conditions or found.references or found.has(Role.AD_HOC) or found.offset is not None:
        return waiting(case)
    return not_understood(case)


def _recurring(case: Case) -> Deadline:
    found = case.found
    reading = recurrence(found, case.stretches, case.year)
    if found.has(Role.CONTINUOUS):
        settled = _continuous_cycle(case, reading)
        if settled is not None:
            return settled
    timed = found.cycles or found.bare_units or case.stretches or found.has(Role.AD_HOC)
    if not timed and (found.conditions or found.references):
        return waiting(case)
    doubts = [*case.doubts, *reading.doubts, *beside(case, recurring=True)]
    if found.this_unit or found.has(Role.WEEKS):
        doubts.append(say.POSITION)
    if found.has(Role.CONTINUOUS):
        doubts.append(say.WITH_CONTINUOUS)
    start = date(case.year, 1, 1) if found.has(Role.CONTINUOUS) else None
    return periodic(reading, doubts, start)


def _continuous_cycle(case: Case, reading: Recurrence) -> Deadline | None:
    """Read "thường xuyên/định kỳ", "thường xuyên hằng ngày", "thường xuyên, hằng năm" as continuous."""
    found = case.found
    if case.stretches:
        return None
    lengths = {cycle.months for cycle in found.cycles} | set(found.bare_units)
    if not lengths or (lengths == {0} and not reading.dates):
        return continuous(case, date(case.year, 1, 1))
    if lengths == {12} and all(cycle.day is None and cycle.month == 0 for cycle in found.cycles):
        return continuous(case, date(case.year, 1, 1), date(case.year, 12, 31), say.WITH_CONTINUOUS)
    return None
