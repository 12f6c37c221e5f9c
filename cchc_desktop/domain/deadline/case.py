"""A time phrase with everything found in it: what every rule needs to know."""

from dataclasses import dataclass

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.entries import Gathered
from cchc_desktop.domain.deadline.stretches import Stretch
from cchc_desktop.domain.deadline.words import Role
from cchc_desktop.text import fold

_REQUESTS = ("yeu cau", "phat sinh", "dot xuat")
_HARMLESS = ("theo quy dinh", "theo quy dinh cua phap luat")
"""References that take nothing from a printed date."""


@dataclass(frozen=True, slots=True)
class Case:
    """One phrase being decided."""

    printed: str
    found: Gathered
    stretches: list[Stretch]
    year: int
    doubts: tuple[str, ...]


def beside(case: Case, *, recurring: bool = False) -> list[str]:
    """Doubt dates that stand beside a condition or a reference; requests add nothing to what recurs anyway."""
    found = case.found
    conditions = found.conditions
    if recurring:
        conditions = [text for text in conditions if not any(word in fold(text) for word in _REQUESTS)]
    references = [text for text in found.references if found.has(Role.OR) or fold(text) not in _HARMLESS]
    offset = found.offset is not None and len(case.stretches) != 1
    waits = conditions or references or offset or (found.has(Role.AD_HOC) and not recurring)
    return [say.WITH_CONDITION] if waits else []


def loose_ends(case: Case) -> list[str]:
    """Doubt what was recognised but found no place: "ngày 15" without a month, "trong tháng", "tuần 2", "thứ Sáu"."""
    found = case.found
    loose = found.days or found.this_unit or found.has(Role.WEEKS)
    return [say.POSITION] * bool(loose)
