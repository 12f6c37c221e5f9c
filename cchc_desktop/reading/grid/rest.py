"""Whether a row is the rest of the task before it, cut off by a page break or a merged cell."""

import re
from collections.abc import Iterable, Mapping

from cchc_desktop.reading.grid.labels import Label
from cchc_desktop.reading.grid.likeness import (
    agency_like,
    deadline_like,
    starts_in_small_letters,
    starts_like_a_sentence,
)
from cchc_desktop.reading.grid.rows import Row
from cchc_desktop.reading.grid.style import Numbered, Numbering, Style, complete

_UNENDED = re.compile(
    r".*([,–/&(-]|\b(và|hoặc|của|thuộc|(?<!tiếp )(?<!kèm )theo|tại|với|về|cho|các|những)"
    r"|(nghị định|nghị quyết|quyết định|kế hoạch|chỉ thị|thông tư|văn bản|công văn|chương trình) số)",
    re.IGNORECASE | re.DOTALL,
)
_UNENDED_LIST = re.compile(r".*(,|\bvà)", re.IGNORECASE | re.DOTALL)
_UNENDED_TIME = re.compile(
    r"tháng|quý|ngày|năm|trong|cả"
    r"|.*(\b(và|đến|trước|hàng|hằng|(?<!quy )(?<!nhất )định|thường|theo|từ|sau|ngày|và (tháng|quý))|[-–/,])",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(r"\s*([,;)]|(và|hoặc)\s)")
_BEFORE_A_NUMBER = re.compile(
    r".*(\b(ngày|tháng|quý|năm|số|khoản|điều|lần|và|đến|trước|từ)|[-/–])", re.IGNORECASE | re.DOTALL
)
_QUANTITY = re.compile(r"[-–+•*\s]*\d[\d.,]*\s?%|[-–+•*\s]*\d+\s+[^\W\d_]")
"""A task that begins with how much of something: "100% hồ sơ …"."""
_BODIES = ("lead", "coordinating")


def ends_unfinished(text: str) -> bool:
    """Tell a text that cannot end so: the rest of it stands elsewhere or is missing.

    >>> ends_unfinished("Thực hiện Nghị định số"), ends_unfinished("Rà soát văn bản")
    (True, False)
    """
    return bool(_UNENDED.fullmatch(text.rstrip()))


def is_unfinished(pieces: Mapping[str, Iterable[str]]) -> bool:
    """Tell whether a task (role -> its texts so far) must go on in the next row."""
    texts = {role: " ".join(texts).rstrip() for role, texts in pieces.items()}
    return (
        ends_unfinished(texts.get("content", ""))
        or any(_UNENDED_LIST.fullmatch(texts.get(role, "")) is not None for role in _BODIES)
        or any(_UNENDED_TIME.fullmatch(texts.get(role, "")) is not None for role in ("deadline", "end"))
    )


def lacks_a_number(text: str) -> bool:
    """Tell a text that breaks off before a number.

    >>> lacks_a_number("Tháng 6 và tháng"), lacks_a_number("Quý I")
    (True, False)
    """
    return bool(_BEFORE_A_NUMBER.fullmatch(text.rstrip()))


def goes_on(
    row: Row, number: Numbered, before: Label | None, style: Style, *, is_next: bool, unfinished: bool
) -> bool:
    """Tell whether a row is the rest of the task above.

    Args:
        row: the row in question.
        number: its number and content.
        before: number of the task above.
        style: habits of the table.
        is_next: the row's number is one that may come now.
        unfinished: a cell of the task above cannot end as it does.
    """
    if number.strange:
        return False
    if "content" in row.values and not row.own("content"):
        return not any(row.own(role) for role in ("lead", "deadline", "start", "end"))
    if number.number:
        again = before is not None and number.label == before and row.after_break
        in_content = not row.own("number")
        return not is_next and not complete(row) and (again or (in_content and (row.bare or row.after_break)))
    if not number.content:
        return True
    cut = unfinished or _is_rest(row, style)
    whole = complete(row) and _begins_content(number.content) and not cut
    if style.numbering is not Numbering.NONE and not style.number_of_group:
        return not whole
    if whole or row.bare or cut:
        return not whole
    partial = not (row.own("lead") or row.own("deadline") or row.own("end"))
    return partial or (row.after_break and not _begins(row)) or not starts_like_a_sentence(number.content)


def _begins_content(text: str) -> bool:
    return starts_like_a_sentence(text) or _QUANTITY.match(text) is not None


def _begins(row: Row) -> bool:
    """Tell the upper part of a row that is cut itself: its cells begin as cells do, and its time is whole."""
    lead, deadline = row.own("lead"), row.own("deadline") or row.own("end")
    return starts_like_a_sentence(lead) and _is_time(deadline)


def _is_time(text: str) -> bool:
    return deadline_like(text) and (text[0].isdigit() or starts_like_a_sentence(text))


def _is_rest(row: Row, style: Style) -> bool:
    """Tell a row with a cell that can only be the rest of another: "và các cơ quan …", "pháp", "xuyên".

    Small letters alone say nothing in tables whose author begins cells with them.
    """
    if any(_JOINED.match(row.own(role)) for role in ("content", *_BODIES)):
        return True
    likeness = {
        "lead": agency_like,
        "coordinating": agency_like,
        "deadline": deadline_like,
        "end": deadline_like,
    }
    return any(
        role not in style.small and starts_in_small_letters(row.own(role)) and not is_like(row.own(role))
        for role, is_like in likeness.items()
        if row.own(role)
    )
