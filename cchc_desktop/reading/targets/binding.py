"""Quantities of a sentence bound to the words that say how they bind, and to the clause they stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.targets import Change
from cchc_desktop.reading.targets.cues import Cue, goes_from_to, read_cue
from cchc_desktop.reading.targets.masks import MASK
from cchc_desktop.reading.targets.numbers import Quantity
from cchc_desktop.reading.targets.scopes import is_yearly

LIST = re.compile(r"\s*(?:,|;|/|-|và|, và)\s*")
"""What stands between the numbers of a bare list."""
_NEXT_YEAR = re.compile(
    r"\s*(?:(?:vào|đến|trong)\s+)?(?:năm\s+20\d\d)?\s*(?:,|và|;|, và)\s*(?:(?:đạt|là)\s+)?", re.IGNORECASE
)
_SAME_VERB = re.compile(r"[^,;.]{2,80}\s+và\s+", re.IGNORECASE)
_SHORT_NOUN = re.compile(
    r"(?!.*\b(?:được|có|đạt|thực hiện|hoàn thành|triển khai|trong đó|riêng|đúng|ban hành|xây dựng|là)\b)[^;.:]{1,70}(?:, | và |, và )",
    re.IGNORECASE | re.DOTALL,
)
_BY_LEVEL = re.compile(
    r"\s*(?:ở |tại |đối với |của )?cấp (?:tỉnh|huyện|xã)\s*(?:,|và|, và)\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity with the words that bind it and the bounds of its clause."""

    quantity: Quantity
    cue: Cue
    begin: int
    end: int
    yearly: bool
    base: Quantity | None = None
    """Where the value stands today ("từ 55% lên 70%")."""


def bind(masked: str, found: Sequence[Quantity]) -> Iterator[Bound]:
    """Yield the quantities with their cues; one that only goes on with a list takes the words of the one before."""
    numbers = _paired(found, masked)
    begin = 0
    previous: Bound | None = None
    for at, (quantity, base) in enumerate(numbers):
        first = base.start if base else quantity.start
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        limit = (following[1] or following[0]).start if following else len(masked)
        between = masked[previous.quantity.end : first] if previous else ""
        before = masked[begin : quantity.start] if base is None else masked[base.end : quantity.start]
        cue = read_cue(before, masked[quantity.end : limit])
        cue = replace(cue, start=cue.start + (begin if base is None else base.end))
        if base is not None:
            cue = replace(cue, change=Change.NONE, start=first, said=True)
        elif previous is not None:
            cue = _continued(previous, cue, between, quantity)
        end = _clause_end(masked, quantity.end, limit, following is not None)
        before_clause = masked[:begin].rfind(";")
        yearly = is_yearly(masked[max(begin, before_clause) : quantity.start]) or quantity.per == "năm"
        previous = Bound(quantity, cue, begin, end, yearly and cue.change is not Change.NONE, base)
        yield previous
        begin = end


def _paired(numbers: Sequence[Quantity], masked: str) -> list[tuple[Quantity, Quantity | None]]:
    """Pair values with what they start from: "từ 70% lên 80%" is 80 with the base 70."""
    paired: list[tuple[Quantity, Quantity | None]] = []
    for each in numbers:
        above = paired[-1][0] if paired else None
        if above is not None and above.to is None and _starts_from(above, each, masked):
            paired[-1] = (each, above)
        else:
            paired.append((each, None))
    return paired


def _starts_from(above: Quantity, each: Quantity, masked: str) -> bool:
    return (
        above.unit == each.unit
        and goes_from_to(masked[above.end : each.start])
        and re.search(r"\btừ\s*(?:mức\s*)?$", masked[: above.start], re.IGNORECASE) is not None
    )


def _continued(previous: Bound, cue: Cue, between: str, quantity: Quantity) -> Cue:
    """Take over comparison and change where a list goes on: "tối thiểu 50%, 40%", "90% vào năm 2025 và 95%"."""
    if cue.said or previous.cue.is_until or previous.quantity.unit != quantity.unit:
        return cue
    if LIST.fullmatch(between) or _NEXT_YEAR.fullmatch(between.replace(MASK, "")):
        return replace(
            cue, comparator=previous.cue.comparator, change=previous.cue.change, said=previous.cue.said
        )
    carried = _SHORT_NOUN.fullmatch(between) is not None and quantity.value < 100
    if carried and previous.cue.said and previous.cue.change is Change.NONE:
        clear = _BY_LEVEL.fullmatch(between) is not None
        return replace(cue, comparator=previous.cue.comparator, said=True, carried=not clear)
    if previous.cue.change is not Change.NONE and _SAME_VERB.fullmatch(between):
        return replace(cue, comparator=previous.cue.comparator, change=previous.cue.change, said=True)
    return cue


def _clause_end(masked: str, start: int, limit: int, goes_on: bool) -> int:
    """Find where the words that belong to a number end and those of the next number begin."""
    between = masked[start:limit]
    if not goes_on:
        return limit
    stops = [found.end() for found in re.finditer(r"[;.](?=\s)", between)]
    if stops:
        return start + stops[0]
    commas = [found.end() for found in re.finditer(r",\s|\bvà\s", between)]
    return start + (commas[-1] if commas else 0)
