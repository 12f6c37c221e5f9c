"""What a number of a target is for: year, level of administration, base; read from the words around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.targets import TargetLevel

_YEAR = r"(?P<year>20\d\d)"
_LEADING = re.compile(
    rf"(?:^|(?<=[.;:]\s)|(?<=;)|(?<=,\s))(?:phấn đấu\s+|phần đấu\s+)?(?:(?:đến|trong|vào|từ nay đến)\s+)?(?:hết\s+|cuối\s+)?năm\s+{_YEAR}\b(?!\s*[-–])",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:vào|đến|trong|hết|cuối|đến hết|đến cuối)\s+năm\s+{_YEAR}\b(?!\s*[-–])|\(năm\s+(?P<note>20\d\d)\)",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(rf"\s*(?:trong\s+|cho\s+)?năm\s+{_YEAR}\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"giai đoạn\s+(?:từ\s+)?(?:năm\s+)?(?P<first>20\d\d)\s*[-–]\s*(?P<last>20\d\d)", re.IGNORECASE
)
_COMPARED = re.compile(
    r"so với\s+(?:cùng kỳ\s+)?(?:(?:kết quả|số liệu|mức|thực hiện)\s+)?(?:của\s+)?$", re.IGNORECASE
)
_BASE = re.compile(
    r"so với\s+(?P<base>[^,;.()\x1a]*?(?:(?:19|20)\d\d(?:\s*[-–]\s*20\d\d)?|[^,;.()\x1a]{3,50}?))(?=[,;.()\x1a]|\s+và\s|$)",
    re.IGNORECASE,
)
_BASE_TARGET = re.compile(r"theo\s+(?P<base>chỉ tiêu\s+[^,;.()\d]{3,60})", re.IGNORECASE)
_YEARLY = re.compile(
    r"\b(?:mỗi năm|hằng năm|hàng năm|từng năm|bình quân (?:mỗi )?năm|bình quân/năm)\b", re.IGNORECASE
)
_LEVELS: tuple[tuple[TargetLevel, re.Pattern[str]], ...] = (
    (
        TargetLevel.PROVINCE,
        re.compile(
            r"\b(?:cấp|từ) tỉnh\b|\bcủa tỉnh\b|\bUBND tỉnh\b|hành chính công tỉnh|\b(?:các )?sở,? (?:ban,? )?ngành\b|\btỉnh,\s|\btỉnh\s*(?:là|đạt)",
            re.IGNORECASE,
        ),
    ),
    (
        TargetLevel.DISTRICT,
        re.compile(r"\b(?:cấp )?huyện\b|\bUBND các huyện\b", re.IGNORECASE),
    ),
    (
        TargetLevel.COMMUNE,
        re.compile(
            r"\bcấp xã\b|\b(?:các |UBND (?:các )?|UBND cấp |huyện, )?(?:xã(?! hội)|phường|thị trấn)\b",
            re.IGNORECASE,
        ),
    ),
)
_SUBJECT_END = re.compile(
    r"[.:]|\b(?:được|có|thực hiện|triển khai|hoàn thành|đạt|xây dựng|ban hành|tổ chức|sử dụng|áp dụng|tham gia|đảm bảo"
    r"|bảo đảm|công khai|cung cấp|cập nhật|tiếp tục|chấm điểm|trên địa bàn)\b"
)


_OF_OTHERS = re.compile(r"\b(?:do|giữa|thuộc thẩm quyền|của các)\b", re.IGNORECASE)
_BODIES = re.compile(
    r"(?:các |số |tổng số )*(?:cơ quan|đơn vị|phòng|sở|ban|ngành|địa phương|UBND|tổ chức)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Years:
    """Year of a value, and the first year of a period in which a step is made every year."""

    year: int | None
    from_year: int | None = None


def year_of(text: str, start: int, end: int, clause: tuple[int, int], *, yearly: bool = False) -> Years:
    """Read the year of the number at ``start``–``end`` of a text; ``clause`` are the bounds of its clause.

    What is ``yearly`` is not bound by a year that another part of the text begins with.

    >>> text = "đạt 90% vào năm 2025 và 95% vào năm 2030"
    >>> year_of(text, 4, 7, (0, 20)).year, year_of(text, 24, 27, (20, 42)).year
    (2025, 2030)
    """
    after = _within(text, end, clause[1])
    if after is not None:
        return Years(after)
    bare = _BARE_AFTER.match(text, end)
    if bare:
        return Years(int(bare["year"]))
    before = _within(text, clause[0], start)
    if before is not None:
        return Years(before)
    part = text[_part_start(text, start) : start]
    period = _PERIOD.search(part)
    if period and not _COMPARED.search(part[: period.start()]):
        return Years(int(period["last"]), int(period["first"]))
    first = _part_start(text, start) if yearly else 0
    leading = [
        found
        for found in _LEADING.finditer(text, first, start)
        if not _COMPARED.search(text[: found.start()])
    ]
    return Years(int(leading[-1]["year"]) if leading else None)


def goal_years(text: str) -> frozenset[int]:
    """Return the years a text sets as goals anywhere."""
    return frozenset(int(found["year"] or found["note"]) for found in _goals(text, 0, len(text)))


def base_of(clause: str) -> tuple[str, int | None]:
    """Read what a clause compares with: the words, and the year when it is one.

    >>> base_of("giảm 10% so với năm 2021"), base_of("tăng 5% so với cùng kỳ")
    (('năm 2021', 2021), ('cùng kỳ', None))
    """
    found = _BASE.search(clause) or _BASE_TARGET.search(clause)
    if found is None:
        return "", None
    base = found["base"].strip()
    years = re.findall(r"20\d\d", base)
    return base, int(years[0]) if len(years) == 1 else None


def is_yearly(before: str) -> bool:
    """Tell a step that is made every year.

    >>> is_yearly("mỗi năm tăng tối thiểu "), is_yearly("tăng ")
    (True, False)
    """
    return bool(_YEARLY.search(before))


def levels_in(text: str) -> tuple[TargetLevel, ...]:
    """Return the levels a text names, in printed order.

    >>> [level.value for level in levels_in("của tỉnh, UBND cấp huyện, cấp xã")]
    ['tỉnh', 'huyện', 'xã']
    """
    found = [(match.start(), level) for level, pattern in _LEVELS if (match := pattern.search(text))]
    return tuple(level for _, level in sorted(found))


def level_of_subject(after: str) -> TargetLevel | None:
    """Return the only level among the words a number counts ("100% UBND cấp xã hoàn thành …").

    >>> level_of_subject(" UBND cấp xã hoàn thành"), level_of_subject(" TTHC được công khai")
    (<TargetLevel.COMMUNE: 'xã'>, None)
    """
    end = _SUBJECT_END.search(after)
    subject = re.sub(r"\bcủa tỉnh\b|trên toàn tỉnh", "", after[: end.start() if end else len(after)])
    pieces = [piece.strip() for piece in re.split(r"[,;]|\bvà\b", subject) if piece.strip()]
    named = [levels_in(re.sub(r"\bthị xã\b", "", piece)) for piece in pieces]
    others = [piece for piece, levels in zip(pieces, named, strict=True) if not levels]
    found = {level for levels in named for level in levels}
    if len(found) != 1 or _OF_OTHERS.search(subject) or any(_BODIES.match(piece) for piece in others):
        return None
    return next(iter(found))


def level_of_opening(before: str) -> TargetLevel | None:
    """Return the level a clause begins with ("Cấp xã đạt 80%").

    >>> level_of_opening(" cấp xã đạt "), level_of_opening("Hồ sơ của cấp xã đạt ")
    (<TargetLevel.COMMUNE: 'xã'>, None)
    """
    opening = re.match(
        r"[\s,;:]*(?:trong đó,? |riêng )?(?:ở |tại |đối với |UBND )?cấp (?:tỉnh|huyện|xã)\b(?!\s*[,/]|\s+và\b)",
        before,
        re.IGNORECASE,
    )
    return next(iter(levels_in(opening[0])), None) if opening else None


def contrasted(clauses: Sequence[str]) -> list[tuple[TargetLevel, ...]] | None:
    """Return the levels of clauses that share out the levels among them, None when they do not.

    >>> [[level.value for level in each] for each in contrasted(["100% của cấp tỉnh, cấp huyện", "95% của cấp xã"])]
    [['tỉnh', 'huyện'], ['xã']]
    """
    named = [levels_in(clause) for clause in clauses]
    together = [level for each in named for level in each]
    if len(clauses) < 2 or not all(named) or len(set(together)) != len(together):
        return None
    return named


def _within(text: str, start: int, end: int) -> int | None:
    found = next(iter(_goals(text, start, end)), None)
    return int(found["year"] or found["note"]) if found else None


def _goals(text: str, start: int, end: int) -> list[re.Match[str]]:
    return [
        found for found in _WITHIN.finditer(text, start, end) if not _COMPARED.search(text[: found.start()])
    ]


def _part_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in (";", ". ")) + 1
