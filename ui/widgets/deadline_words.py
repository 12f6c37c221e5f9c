"""How a time phrase was understood, in a few words beside the phrase itself."""

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.words import DEADLINE_KIND_WORDS
from ui.widgets.day_words import brief, full

_SHOWN = 4


def short_reading(reading: Deadline) -> str:
    """Return the dates of a reading, or its kind where it names none: "01/10 – 31/12/2023", "thường xuyên"."""
    if reading.kind is DeadlineKind.PERIODIC and reading.occurrences:
        days = ", ".join(brief(day) for day in reading.occurrences[:_SHOWN])
        more = ", …" if len(reading.occurrences) > _SHOWN else ""
        return f"định kỳ: {days}{more}"
    if reading.due is not None and reading.start is not None and reading.start != reading.due:
        start = brief(reading.start) if reading.start.year == reading.due.year else full(reading.start)
        return f"{start} – {full(reading.due)}"
    if reading.due is not None:
        return f"hạn {full(reading.due)}"
    if reading.kind in (DeadlineKind.DATE, DeadlineKind.WINDOW) and reading.start is not None:
        return f"từ {full(reading.start)}, không nêu hạn"
    return DEADLINE_KIND_WORDS[reading.kind]


def reading_words(phrase: str, reading: Deadline) -> str:
    """Return the reading of a phrase; where no phrase stands there is nothing that was not understood."""
    if not phrase and reading.kind is DeadlineKind.UNKNOWN:
        return "không ghi thời gian"
    return short_reading(reading)


def whole_reading(phrase: str, reading: Deadline) -> str:
    """Return phrase and reading as one line: "Quý IV năm 2023 → 01/10 – 31/12/2023"; unsure ones say so."""
    if not phrase and reading.kind is DeadlineKind.UNKNOWN:
        return reading_words(phrase, reading)
    sure = "" if reading.certain else " (chưa chắc chắn)"
    return f"{phrase or '(để trống)'} → {reading_words(phrase, reading)}{sure}"
