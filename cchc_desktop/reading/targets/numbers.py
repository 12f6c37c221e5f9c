"""Numbers of Vietnamese sentences with their units: "98,5%", "12.500 tỷ đồng", "15 phút/lượt", "25% - 35%", "nhóm 20"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_desktop.reading.targets.cues import goes_from_to

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_COUNTED = (
    "điểm phần trăm|điểm|bậc|hạng|lần|đơn vị|cơ quan|bệnh viện|trường học|trường|thủ tục hành chính|thủ tục|dịch vụ công|dịch vụ"
    "|sáng kiến|giải pháp|mô hình|hội nghị|hội thảo|tọa đàm|văn bản|hồ sơ|địa phương|tổ chức|cá nhân|cán bộ|công chức|viên chức"
    "|nhiệm vụ|đề án|dự án|chương trình|kế hoạch|phần mềm|hệ thống|chuyên mục|chuyên trang|chuyên đề|tin bài|tin, bài|tin|bài"
    "|phóng sự|doanh nghiệp|người dân|hộ dân|hộ|học viên|lượt người|lượt|báo cáo|quy trình|cuộc thi|cuộc họp|cuộc|lớp|buổi|đợt"
    "|kỳ|xã|huyện|phường|thị trấn|thôn|bản|sở|phòng|trung tâm|trạm|người|biên chế|máy|bộ|quy định|điều kiện|sản phẩm|nền tảng"
    "|cơ sở dữ liệu|CSDL|TTHC|DVC|UBND|VBQPPL|mục tiêu|chỉ tiêu|tiêu chí|câu lạc bộ|tập thể|khóa|khoá|đối thoại|điểm đến|vị trí"
)
_MEASURED = (
    r"%|phần trăm|phút|giây|giờ(?: làm việc)?|ngày làm việc|ngày|tuần|tháng|năm|(?:nghìn |ngàn )?t[ỷỉ](?: đồng)?|triệu đồng|triệu"
    r"|nghìn đồng|đồng|USD"
)
_PER = (
    r"(?:\s*/\s*(?P<per>lượt giao dịch|giao dịch|lượt|hồ sơ|năm|tháng|quý|tuần|ngày|lần|người|cán bộ|TTHC|thủ tục|đơn vị|đợt|lớp"
    r"|tổng số [^\W\d_]+(?: [^\W\d_]+)?|[^\W\d_]+)(?P<also>/(?:năm|tháng|quý|lần|lượt|người))?)?"
)
_QUANTITY = re.compile(
    rf"(?<![\d.,\w])(?<!\d/)(?<!\d/\s)(?P<number>{NUMBER})(?P<odd>[OolI]{{1,2}})?(?![\d])\s*(?:\((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\)\s*)?"
    rf"(?P<unit>(?:{_MEASURED})(?![^\W\d_])|(?:{_COUNTED})(?![^\W\d_]))?{_PER}",
)
_SLIP = re.compile(r"(?<![\w.,])(?P<number>(?=[\dOolI]*[OolI])[\dOolI]{2,3})(?=\s*%)")
_RANGE = re.compile(r"\s*(?P<sign>-|–|—|đến|tới)\s*(?:dưới\s+)?")
_ONLY_SEPARATED = re.compile(r"\s*(?:,|;|/|và|, và)\s*")
_OUT_OF = re.compile(r"\s*/\s*\d+(?!\s*[%\d.,])")
TIME_UNITS = frozenset(
    {"phút", "giây", "giờ", "giờ làm việc", "ngày", "ngày làm việc", "tuần", "tháng", "năm"}
)
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a sentence with its unit; ``to`` is the end of a range."""

    start: int
    end: int
    value: float
    unit: str
    per: str = ""
    to: float | None = None
    unsure: str = ""
    """The number as printed where it may mean something else ("1,000", "1OO%")."""
    is_rank: bool = False

    @property
    def is_measured(self) -> bool:
        """Tell a share or a rank: numbers that are targets by themselves."""
        return self.unit == PERCENT or self.is_rank


def value_of(printed: str) -> tuple[float, bool]:
    """Read a number as printed; the second value tells one that may mean something else.

    >>> value_of("12.500"), value_of("98,5"), value_of("05"), value_of("98.5"), value_of("1,000")
    ((12500.0, False), (98.5, False), (5.0, False), (98.5, False), (1.0, True))
    """
    whole, comma, decimals = printed.partition(",")
    if comma:
        return float(f"{whole.replace('.', '')}.{decimals}"), len(decimals) == 3
    head, dot, tail = printed.rpartition(".")
    if dot and len(tail) == 3:
        return float(printed.replace(".", "")), head.lstrip("0") == ""
    return float(printed), False


def quantities(masked: str) -> tuple[Quantity, ...]:
    """Find the quantities of a masked text, ranges in one piece, lists with the unit of their last number.

    >>> [(found.value, found.to, found.unit) for found in quantities("25% - 35% lãnh đạo, 02 đến 03 cuộc")]
    [(25.0, 35.0, '%'), (2.0, 3.0, 'cuộc')]
    """
    plain = list(_plain(masked))
    for at in range(len(plain) - 2, -1, -1):
        between = masked[plain[at].end : plain[at + 1].start]
        joins = _RANGE.fullmatch(between) or _ONLY_SEPARATED.fullmatch(between) or goes_from_to(between)
        if not plain[at].unit and joins:
            plain[at] = replace(plain[at], unit=plain[at + 1].unit)
    joined: list[Quantity] = []
    for each in plain:
        above = joined[-1] if joined else None
        if above is not None and above.to is None and _is_range(above, each, masked):
            joined[-1] = replace(
                above, end=each.end, to=each.value, per=each.per, unsure=above.unsure or each.unsure
            )
        else:
            joined.append(each)
    return tuple(joined)


def _is_range(first: Quantity, second: Quantity, masked: str) -> bool:
    return first.unit == second.unit and bool(_RANGE.fullmatch(masked[first.end : second.start]))


def _plain(masked: str) -> Iterator[Quantity]:
    text = _SLIP.sub(lambda found: found["number"].translate(_DIGITS), masked)
    for found in _QUANTITY.finditer(text):
        value, unsure = value_of(found["number"])
        printed = masked[found.start("number") : found.end("number")]
        odd = printed != found["number"] or _OUT_OF.match(text, found.end()) is not None
        unit = (found["unit"] or "").replace("tỉ", "tỷ")
        unit = PERCENT if unit == "phần trăm" else unit
        unit = f"{unit} đồng" if unit.endswith("tỷ") else unit
        yield Quantity(
            found.start(),
            found.end(),
            value,
            unit,
            (found["per"] or "") + (found["also"] or ""),
            unsure=printed if unsure or odd else "",
        )


_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
