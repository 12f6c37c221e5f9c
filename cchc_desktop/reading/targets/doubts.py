"""What in a target is no sure value: counts that nothing binds, numbers in words, odd values; each becomes a problem."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.targets import Change, Comparator, TargetPart
from cchc_desktop.reading.draft import Problem
from cchc_desktop.reading.targets.binding import Bound
from cchc_desktop.reading.targets.numbers import PERCENT, TIME_UNITS

_SPELLED = re.compile(
    r"\b(?:tối thiểu|ít nhất|không quá|tối đa|trên|dưới|đạt|có|hơn)\s+"
    r"(?P<number>(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|vài|một nửa)(?!\s+cửa|\s+phần và|\s+số|\s+cách|\s+bước|\s+trong)\b[^,;.()]{0,20})"
    r"|(?P<share>(?:một nửa|gấp đôi|gấp ba|(?:mươi|mười|trăm|lăm|năm|bảy|tám|chín) phần trăm))",
    re.IGNORECASE,
)
_PLACES = frozenset({
    "xã", "huyện", "phường", "thị trấn", "thôn", "bản", "hệ thống", "nền tảng", "phần mềm", "địa phương", "chuyên mục",
    "chuyên trang", "cơ sở dữ liệu", "CSDL", "đơn vị", "cơ quan",
})  # fmt: skip
"""What things can be done "on" ("triển khai trên 5 huyện")."""
_MULTIPLIES = re.compile(r"\bgấp(?:\s+hơn)?\s*$", re.IGNORECASE)
_COUNTS = re.compile(
    r"(?:^|[,;.:]|\b(?:có|đạt|hoàn thành|xây dựng|tổ chức|thành lập|ban hành|triển khai|thực hiện|cắt giảm|mở|đưa|bồi dưỡng"
    r"|đào tạo|thêm|là|với|cho|kiểm tra|còn|tập huấn|công nhận|duy trì|sắp xếp|đối thoại|cung cấp|tích hợp|số hóa|đăng|xuống"
    r"|tuyển dụng|sáp nhập|giải thể|kinh phí|vốn|thu|chi|bố trí|hỗ trợ|thu hút|huy động|phấn đấu|phần đấu|bằng))\s*$",
    re.IGNORECASE,
)
_STANDS_AT = re.compile(r"\b(?:xuống còn|xuống|còn|lên|lên đến)\s*$", re.IGNORECASE)


def sorted_out(found: Sequence[Bound], masked: str) -> tuple[list[Bound], list[Problem]]:
    """Set aside what is no value: ends of yearly steps, counts and durations that nothing binds."""
    taken: list[Bound] = []
    problems: list[Problem] = []
    for each in found:
        quantity = each.quantity
        printed = masked[quantity.start : quantity.end].strip()
        if each.cue.is_until and taken:
            taken[-1] = replace(taken[-1], end=each.end)
            continue
        before = masked[each.begin : min(quantity.start, each.cue.start)]
        bound = each.cue.said or quantity.is_measured or _STANDS_AT.search(before) is not None
        counts = quantity.unit and quantity.unit not in TIME_UNITS and _COUNTS.search(before)
        multiplies = quantity.unit == "lần" and _MULTIPLIES.search(masked[each.begin : quantity.start])
        if not quantity.unit or multiplies or not (bound or counts):
            message = (
                f"Chưa hiểu số “{printed}” trong chỉ tiêu; hãy xem và nhập giá trị nếu đây là mức phải đạt."
            )
            problems.append(Problem("number_not_understood", message))
            continue
        taken.append(each)
        if quantity.unsure:
            message = f"Số “{quantity.unsure}” có thể ghi nhầm hoặc hiểu theo hai cách; hãy so với bản in."
            problems.append(Problem("number_unsure", message))
        problems += _of_cue(each, printed)
    return taken, problems


def _of_cue(each: Bound, printed: str) -> Iterator[Problem]:
    if each.cue.approximate:
        yield Problem("approximate", f"“{printed}” là mức gần đúng; hãy chọn mức phải đạt.")
    if each.cue.open_from and each.quantity.to is None:
        yield Problem("comparator_unsure", f"“từ {printed}” được hiểu là từ mức này trở lên; hãy kiểm tra.")
    if each.cue.carried:
        message = f"“{printed}” được hiểu theo dấu so sánh của mức đứng trước; hãy kiểm tra."
        yield Problem("comparator_unsure", message)
    if each.cue.wide and not each.quantity.per:
        message = f"“{printed}” được hiểu là mức tăng hoặc giảm thêm, không phải mức phải đạt; hãy kiểm tra."
        yield Problem("comparator_unsure", message)
    if each.quantity.unit == "lần" and each.cue.change is not Change.NONE:
        yield Problem("comparator_unsure", f"“{printed}” là số lần so với mức gốc; hãy kiểm tra.")
    if each.cue.preposition and each.quantity.unit in _PLACES:
        message = f"“trên {printed}” có thể nghĩa là “tại”, không phải “nhiều hơn”; hãy kiểm tra."
        yield Problem("comparator_unsure", message)
    if each.cue.negated:
        yield Problem(
            "comparator_unsure", f"Câu phủ định quanh “{printed}” có thể đảo nghĩa; hãy kiểm tra dấu so sánh."
        )
    is_time = each.quantity.unit in TIME_UNITS
    if (
        is_time
        and each.cue.comparator in {Comparator.AT_LEAST, Comparator.MORE}
        and each.cue.change is Change.NONE
    ):
        message = f"Thời gian “{printed}” được ghi là mức tối thiểu; nếu đúng ra là tối đa, hãy sửa lại."
        yield Problem("comparator_unsure", message)


def in_words(text: str) -> Iterator[Problem]:
    """Name numbers written in words where a value is asked for ("ít nhất hai cuộc")."""
    for found in _SPELLED.finditer(text):
        printed = (found["number"] or found["share"]).strip()
        message = (
            f"Số viết bằng chữ “{printed}” chưa được đọc thành giá trị; hãy nhập nếu đây là mức phải đạt."
        )
        yield Problem("number_not_understood", message)


def of_parts(parts: Sequence[TargetPart], year: int | None) -> Iterator[Problem]:
    """Name values beyond 100 %, ranges that go backwards, and values of years before the plan's."""
    for part in parts:
        beyond = part.unit == PERCENT and part.change is Change.NONE and (part.to or part.value) > 100
        beyond = beyond or (part.comparator is Comparator.MORE and part.unit == PERCENT and part.value >= 100)
        reversed_range = part.to is not None and part.to <= part.value
        if beyond or reversed_range:
            yield Problem("number_unsure", f"Giá trị “{part.text}” khác thường; hãy so với bản in.")
        if year is not None and part.year is not None and part.year < year:
            message = (
                f"Mức “{part.text}” ghi cho năm {part.year}, trước năm của kế hoạch;"
                " nếu là kết quả đã đạt, hãy bỏ khỏi mức phải đạt."
            )
            yield Problem("year_past", message)
