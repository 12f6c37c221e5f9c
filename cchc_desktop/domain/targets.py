"""Targets (chỉ tiêu) of a plan: the printed sentence, and every number of it with its comparison, unit, level and year."""

from dataclasses import dataclass, field
from enum import StrEnum


class Comparator(StrEnum):
    """How a value binds: reached when the actual value stands so to it."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    RANGE = "range"
    INCREASE = "+"
    """Grow by the value, measured from the base ("tăng thêm 20%")."""
    DECREASE = "-"
    """Shrink by the value, measured from the base ("giảm 10% so với năm 2021")."""


class Change(StrEnum):
    """Whether a value is a level to stand at, or a step from a base."""

    NONE = ""
    INCREASE = "increase"
    DECREASE = "decrease"


class TargetLevel(StrEnum):
    """Level of administration a value is for, in the words of the plans."""

    PROVINCE = "tỉnh"
    DISTRICT = "huyện"
    COMMUNE = "xã"


@dataclass(frozen=True, slots=True)
class Baseline:
    """A value of former years that a part starts from ("PAR INDEX năm 2021 xếp 33")."""

    value: float
    unit: str
    year: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class TargetPart:
    """One number of a target.

    >>> TargetPart(Comparator.AT_LEAST, 98.5, "%", year=2021).text
    '≥ 98,5 %'
    """

    comparator: Comparator
    value: float
    unit: str
    """"%", "phút", "tỷ đồng", "hạng", or the thing that is counted ("cuộc", "đơn vị")."""
    level: TargetLevel | None = None
    year: int | None = None
    """Year in which the value is to be reached; None where the plan names none and covers several years."""
    to: float | None = None
    """End of a range."""
    change: Change = Change.NONE
    """Set when the value is a step from a base, also with a bound ("tăng tối thiểu 20%")."""
    per: str = ""
    """"năm" for a yearly step, "lượt giao dịch" for a time per transaction."""
    from_year: int | None = None
    """First year of a period in which a yearly step is made."""
    until: float | None = None
    """Value at which a yearly step ends."""
    base: str = ""
    """What it is measured from, as printed: "năm 2021", "kế hoạch được giao"."""
    base_year: int | None = None
    """Year a change is measured from."""
    baselines: tuple[Baseline, ...] = ()

    @property
    def text(self) -> str:
        """Return the part in short, for lists: sign, value, unit, level."""
        sign = _SIGNS.get(self.comparator, "")
        step = {Change.INCREASE: "tăng ", Change.DECREASE: "giảm "}.get(self.change, "")
        value = _number(self.value) if self.to is None else f"{_number(self.value)}–{_number(self.to)}"
        per = f"/{self.per}" if self.per else ""
        level = f" ({self.level})" if self.level else ""
        return f"{step}{sign}{value} {self.unit}{per}{level}".strip()


@dataclass(frozen=True, slots=True)
class Target:
    """One target as printed; a target without a number has no parts."""

    text: str
    number: str = ""
    """Printed number ("5"); a dash below a numbered line counts within it ("10.2")."""
    group: str = ""
    """Title of the field or the line above it."""
    parts: tuple[TargetPart, ...] = field(default=())


_SIGNS = {
    Comparator.AT_LEAST: "≥ ",
    Comparator.MORE: "> ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS: "< ",
}


def plain(value: float) -> int | float:
    """Return a whole number as an int, so that 100 % is written "100".

    >>> plain(100.0), plain(98.5)
    (100, 98.5)
    """
    return int(value) if value == int(value) else value


def _number(value: float) -> str:
    """Write a number as Vietnamese documents do: dots between thousands, a decimal comma."""
    return f"{plain(value):,}".replace(",", " ").replace(".", ",").replace(" ", ".")
