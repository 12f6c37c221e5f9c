"""Words around a number that say how it binds: "tối thiểu", "trên", "không quá", "trở lên", "tăng thêm", "giảm"."""

import re
from dataclasses import dataclass

from cchc_desktop.domain.targets import Change, Comparator

_FILL = (
    r"(?:\s+(?:là|đạt được|đạt tỷ lệ|đạt tỉ lệ|đạt|được|tỷ lệ|tỉ lệ|mức|thêm|còn|từ|tương ứng|lần lượt|phải|cũng|bằng|có|cho"
    r"|bình quân|trung bình|khoảng|ở|với|trên|về))*"
)
_NO_MORE = (
    "tối đa|không quá|không vượt quá|không vượt|nhiều nhất|cao nhất|không cao hơn|không nhiều hơn|không lớn hơn|không hơn"
    "|chậm nhất|dài nhất|không trên|không để quá|không để trên|không để vượt quá|không để vượt|trong vòng"
)
_BOUNDS: tuple[tuple[Comparator, re.Pattern[str]], ...] = tuple(
    (comparator, re.compile(rf"(?P<cue>{pattern})\s*$", re.IGNORECASE))
    for comparator, pattern in (
        (
            Comparator.AT_LEAST,
            rf"\b(?:đạt và vượt|đạt hoặc vượt|tối thiểu|ít nhất|thấp nhất|không dưới|không thấp hơn|không ít hơn|không kém hơn|không kém|không để dưới|tổi thiểu){_FILL}|>=|≥",
        ),
        (
            Comparator.AT_MOST,
            rf"\b(?:{_NO_MORE}){_FILL}|<=|≤",
        ),
        (
            Comparator.LESS,
            r"\b(?:dưới|thấp hơn|nhỏ hơn|ít hơn|chưa đến|chưa đầy|chưa tới)(?:\s+mức)?|<",
        ),
        (
            Comparator.MORE,
            r"\b(?:đạt )?(?:trên|hơn|cao hơn|lớn hơn|nhiều hơn|vượt trên|vượt mức|vượt quá|vượt|quá)(?:\s+mức)?|>",
        ),
    )
)
_ON = re.compile(r"(?<!đạt )(?<!hơn )\btrên\s*$", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:không|chấm dứt|tránh)\s+(?:(?!xuống\b|lên\b|đạt\b|còn\b)[^\W\d_]+\s+){0,6}$", re.IGNORECASE
)
_FROM = re.compile(r"(?P<cue>\btừ)\s*$", re.IGNORECASE)
_APPROXIMATE = re.compile(r"\b(?:khoảng|gần|xấp xỉ|ước(?: đạt)?|chừng|hơn kém)\s*$", re.IGNORECASE)
_UP, _DOWN = r"(?:trở lên|hoặc (?:cao|nhiều|lớn) hơn)\b", r"(?:trở xuống|hoặc (?:thấp|ít|nhỏ) hơn)\b"
_NOUN = r"\s*(?:(?!có\b|đạt\b|được\b|trình độ|từ\b|loại\b|là\b|xếp\b)[^\W\d_]+\s+){0,4}"
_ABOVE = re.compile(rf"{_NOUN}{_UP}", re.IGNORECASE)
_BELOW = re.compile(rf"{_NOUN}{_DOWN}", re.IGNORECASE)
_FAR_ABOVE = re.compile(rf"[^\d.;:]{{0,60}}?\b{_UP}", re.IGNORECASE)
_FAR_BELOW = re.compile(rf"[^\d.;:]{{0,60}}?\b{_DOWN}", re.IGNORECASE)
_SHRINKING = r"cắt giảm|giảm|rút ngắn|tiết kiệm|tinh giản|cắt bỏ|hạ thấp"
_STEP = re.compile(
    rf"\b(?:(?P<up>tăng(?! trưởng)|nâng thêm|bổ sung thêm|thêm)|(?P<down>{_SHRINKING}))"
    r"(?:\s+(?:thêm|ít|được|bình quân|trung bình|hằng năm|hàng năm|mỗi năm))*\s*$",
    re.IGNORECASE,
)
_PAIRED_STEP = re.compile(rf"\b(?P<down>{_SHRINKING})(?:,| và| hoặc)\s+[^,;.\d]{{3,25}}$", re.IGNORECASE)
_VERB = rf"(?:(?P<up>tăng|vượt|cao hơn|nhiều hơn)|(?P<down>{_SHRINKING}|thấp hơn|ít hơn))"
_STEP_OF = re.compile(rf"\b{_VERB}\s+(?!cường|tốc)(?P<what>[^,;.:\d]{{2,80}})$", re.IGNORECASE)
_STEP_BEGINS = re.compile(
    rf"(?:^|[;.])\s*(?:phấn đấu |tiếp tục |thực hiện )?{_VERB}\s+(?!cường|tốc)(?P<what>[^;.:\d]{{2,140}})$",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:xuống|lên|còn|tới|đạt|chiếm|bằng|có|đảm bảo|bảo đảm)\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"\s*(?:$|[,.;)/]|so với|mỗi|hằng|hàng|trong|vào|đến|trở lên|theo quy định|và\b|trên (?:một|mỗi))",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:cho )?(?:đến|tới) khi (?:đạt|đạt được|bằng)(?: tỷ lệ| tỉ lệ| mức)?\s*$", re.IGNORECASE
)
_FROM_TO = re.compile(
    r"\s*(?:[^\d,.;]{0,20}\s)?(?:lên|xuống|xuống còn|còn|thành)(?:\s+(?:còn|đến|mức|trên|dưới|tối thiểu|ít nhất|tối đa))*\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """How a number binds, and where the words that say so begin."""

    comparator: Comparator
    change: Change
    start: int
    said: bool
    """The text says it; False where a bare number is taken as it stands."""
    approximate: bool = False
    is_until: bool = False
    open_from: bool = False
    """"đạt từ 98%" without "trở lên"."""
    negated: bool = False
    """A word of denial stands before the comparison."""
    carried: bool = False
    """The comparison is that of the number before."""
    wide: bool = False
    """Words stand between "tăng" or "giảm" and the number."""
    preposition: bool = False
    """"trên" may mean "on" as well as "more than"."""


def read_cue(before: str, after: str) -> Cue:
    """Read the words before and after a number; ``before`` begins where the number before it ends.

    >>> cue = read_cue("phấn đấu giảm tối thiểu ", "% chi phí")
    >>> cue.comparator.value, cue.change.value
    ('>=', 'decrease')
    """
    if _UNTIL.search(before):
        return Cue(Comparator.EQUAL, Change.NONE, len(before), said=True, is_until=True)
    comparator, start, open_from = _bound(before, after)
    approximate = bool(_APPROXIMATE.search(before[:start])) or bool(_APPROXIMATE.search(before))
    start = min(start, found.start() if (found := _APPROXIMATE.search(before[:start])) else start)
    change, begins, wide = _change(before[:start], after)
    said = comparator is not None or change is not Change.NONE
    begin = min(start, begins)
    negated = comparator in {Comparator.MORE, Comparator.LESS} and bool(_NEGATED.search(before[:start]))
    sure = comparator or Comparator.EQUAL
    preposition = sure is Comparator.MORE and bool(_ON.search(before))
    return Cue(
        sure,
        change,
        begin,
        said,
        approximate,
        open_from=open_from,
        negated=negated,
        wide=wide,
        preposition=preposition,
    )


def goes_from_to(between: str) -> bool:
    """Tell the words between two values of which the first is where it stands today.

    >>> goes_from_to(" lên trên "), goes_from_to(" xuống còn "), goes_from_to(" và ")
    (True, True, False)
    """
    return bool(_FROM_TO.fullmatch(between))


def _bound(before: str, after: str) -> tuple[Comparator | None, int, bool]:
    for comparator, pattern in _BOUNDS:
        found = pattern.search(before)
        if found:
            return comparator, found.start(), False
    begins_from = _FROM.search(before)
    start = begins_from.start() if begins_from else len(before)
    if (_FAR_ABOVE if begins_from else _ABOVE).match(after):
        return Comparator.AT_LEAST, start, False
    if (_FAR_BELOW if begins_from else _BELOW).match(after):
        return Comparator.AT_MOST, start, False
    if begins_from and not re.search(r"\b(?:tăng|giảm|nâng)\s*$", before[:start], re.IGNORECASE):
        return Comparator.AT_LEAST, start, True
    return None, start, False


def _change(before: str, after: str) -> tuple[Change, int, bool]:
    found = _STEP.search(before) or _PAIRED_STEP.search(before)
    if found is None:
        wide = _STEP_OF.search(before) or _STEP_BEGINS.search(before)
        if wide is None or _STANDS.search(wide["what"]) or not _NO_SUBJECT.match(after):
            return Change.NONE, len(before), False
        found = wide
    grows = found.re is not _PAIRED_STEP and bool(found["up"])
    is_wide = found.re in {_STEP_OF, _STEP_BEGINS} and not re.search(
        r"so với|/năm|mỗi năm|hằng năm|hàng năm", after
    )
    return (Change.INCREASE if grows else Change.DECREASE), found.start(), is_wide
