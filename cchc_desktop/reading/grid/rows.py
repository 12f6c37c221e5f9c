"""A line of a table seen through its columns: the text of each role, and what kind of row it looks like."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_desktop.reading.draft import Ruling
from cchc_desktop.reading.grid.labels import whole_label
from cchc_desktop.reading.grid.layout import Layout, by_column
from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.grid.spans import Line, Placed
from cchc_desktop.text import squash

FIELDS = ("lead", "coordinating", "issuing_level", "product", "budget", "deadline", "start", "end", "note")
"""Roles that say something of a task beside its number and content."""

_OF_HEADINGS = frozenset({"budget", "note"})
"""Fields that the heading of a section may fill: the sum of its tasks, a remark."""
_TICK = re.compile(r"[xX✓✔√vV+●■*]")
_DATE = re.compile(r"([^\W\d_]+ )*\d{1,2}[/.-]\d{1,4}([/.-]\d{2,4})?", re.IGNORECASE)
"""A date in the column of its quarter or month says more than the heading."""
_TOTAL = re.compile(
    r"tổng (cộng|số|kinh phí|dự toán|nhu cầu)\b.*|tổng(\s*\(.*\))?\s*[:.]?\s*[\d.,]*( đồng)?"
    r"|cộng\s*([:.(]|(mục|phần|nhóm|lĩnh vực|[ivx]+\b|\d)|$).*"
)
_NOTE = re.compile(
    r"[*\s]*(ghi chú|lưu ý|chú thích|chú giải|nguồn( số liệu)?)\s*(\(.*\))?\s*([:.].*|$)|\(\*+\).*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(TM|KT|TUQ|TL|Q)\s?\.\s?[^\W\d_a-zđ].*|(?i:nơi nhận)\s*:?.*"
    r"|(PHÓ |QUYỀN )?(CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHỦ NHIỆM|CỤC TRƯỞNG)"
)
_CLOSING_ALONE = re.compile(
    r"[^\d,;]{2,40}, ngày\s.{0,12}tháng\s.{0,8}năm\s?\S{0,8}|người lập( biểu| bảng)?|thủ trưởng( đơn vị)?"
    r"|\(?ký(,| tên| và).*|-\s?lưu\s?:.*",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(phụ lục|biểu|mẫu|biểu mẫu|bảng)(\s+(số\s*)?[\dIVX]{1,4}[a-z]?\b.*)?\s*[:.]?", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*\d{1,3}[-–—\s]*|trang\s*\d{1,3}(\s*/\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Value:
    """The text of one role in one row."""

    raw: str
    """As printed, line breaks kept."""
    continued: bool = False
    """True when the cell is merged down from a row above."""
    rows: int = 1
    bold: bool = False

    @property
    def text(self) -> str:
        """The text with single spaces."""
        return squash(self.raw)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, by role."""

    index: int
    values: Mapping[str, Value]
    """Roles with text only."""
    lone: str = ""
    """The text of the only cell that has any; empty when there are more."""
    banner: bool = False
    """True when the only cell with text, a number beside it left out, is merged over most of the table."""
    bold: bool = False
    extra: tuple[str, ...] = ()
    """Texts beside the table's columns."""
    merged: bool = False
    """True when a cell is merged over columns of different roles."""
    after_break: bool = False
    """True for the first row after a repeated heading or at the beginning of a continued table."""
    outside: bool = False
    """True for a line of text between two pieces of a table."""
    guessed: bool = False
    """True when the reader had to guess which cell holds what."""
    moved: bool = False
    """True below a repeated heading that names the columns in another order than the first one."""
    ruling: Ruling | None = None
    """What a person says the row is."""

    def text(self, role: str) -> str:
        """Return the text of a role, also when merged down from above."""
        value = self.values.get(role)
        return value.text if value else ""

    def own(self, role: str) -> str:
        """Return the text of a role that begins in this row."""
        value = self.values.get(role)
        return value.text if value and not value.continued else ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all texts that begin in this row."""
        texts = tuple(value.text for value in self.values.values() if not value.continued)
        return (*texts, *self.extra) or (self.lone,)

    @property
    def bare(self) -> bool:
        """True when nothing but number, group and content is filled."""
        return not any(role in self.values for role in FIELDS)

    @property
    def bare_but_sums(self) -> bool:
        """True when nothing but number, group, content, a sum of money or a note is filled."""
        return not any(role in self.values for role in FIELDS if role not in _OF_HEADINGS)

    @property
    def blank(self) -> bool:
        """True when nothing begins in this row."""
        return not self.extra and all(value.continued for value in self.values.values())


def see(line: Line, layout: Layout, index: int, *, after_break: bool = False) -> Row:
    """Look at a line through the columns of its table."""
    sorted_cells = by_column(line, layout.columns)
    places = {place: role for role, place in layout.roles.items()}
    values: dict[str, Value] = {}
    for place, role in places.items():
        value = _value(sorted_cells.get(place, ()))
        if value is not None:
            values[role] = value
    ticked = _ticked(layout, sorted_cells)
    if ticked and "deadline" not in values:
        values["deadline"] = Value(ticked)
    own = line.own
    titles = [cell for cell in own if not _is_number_cell(cell, layout)]
    banner = len(titles) == 1 and _spans(titles[0], layout) >= max(2, 0.6 * len(layout.columns))
    if banner and not (values.keys() & {"content", "group"}) and _covers(titles[0], layout, "content"):
        values = _with_title(values, titles[0])
    return Row(
        index,
        values,
        lone=squash(own[0].text) if len(own) == 1 else "",
        banner=banner,
        bold=bool(own) and all(cell.bold for cell in own),
        extra=_extra(layout, sorted_cells),
        merged=len(own) > 1
        and len(line.cells) != len(layout.columns)
        and any(_roles_under(cell, layout) > 1 for cell in own),
        after_break=after_break,
        guessed=line.guessed,
    )


def outside_row(text: str, index: int) -> Row:
    """Make a row of a line of text between two pieces of a table."""
    return Row(index, {"content": Value(text)}, lone=squash(text), outside=True)


def is_total(row: Row) -> bool:
    """Tell a sum at the foot of a table or section from a task ("Tổng kết …", "Công khai …" are tasks)."""
    first = row.own("number") if not whole_label(row.own("number")) else ""
    text = first or row.own("content") or row.lone
    fields = [role for role in ("lead", "coordinating", "deadline", "start", "end") if role in row.values]
    return not fields and bool(_TOTAL.fullmatch(text.casefold()))


def is_note(row: Row) -> bool:
    """Tell a footnote of the table."""
    return bool(row.lone) and bool(_NOTE.fullmatch(row.lone))


def is_closing(row: Row) -> bool:
    """Tell the block of place, date, signature and recipients after a table."""
    if whole_label(row.own("number")):
        return False
    if row.lone and _CLOSING_ALONE.fullmatch(row.lone):
        return True
    texts = [value.text for value in row.values.values() if not value.continued] + list(row.extra)
    return any(_CLOSING.fullmatch(text) for text in texts)


def is_appendix_heading(row: Row) -> bool:
    """Tell the heading of another appendix."""
    return row.lone.casefold().startswith("phụ lục") and is_appendix_title(row.lone)


def is_page_number(row: Row) -> bool:
    """Tell a page number that fell into the table."""
    return bool(row.lone) and is_page_number_text(row.lone)


def is_page_number_text(text: str) -> bool:
    """Tell a line that holds nothing but a page number.

    >>> is_page_number_text("- 5 -"), is_page_number_text("Trang 2/7"), is_page_number_text("5. Tổng kết")
    (True, True, False)
    """
    return bool(_PAGE_NUMBER.fullmatch(squash(text)))


def is_appendix_title(text: str) -> bool:
    """Tell a line that begins an appendix.

    >>> is_appendix_title("Phụ lục II"), is_appendix_title("Phụ lục kèm theo Quyết định này")
    (True, False)
    """
    squashed = squash(text)
    return bool(_APPENDIX.fullmatch(squashed)) and (in_capitals(squashed) or not squashed.islower())


def _value(cells: Sequence[Placed]) -> Value | None:
    filled = [cell for cell in cells if cell.text.strip()]
    if not filled:
        return None
    own = [cell for cell in filled if not cell.continued] or filled
    first = own[0]
    return Value("\n".join(cell.text for cell in own), first.continued, first.rows, first.bold)


def _extra(layout: Layout, sorted_cells: Mapping[int | None, Sequence[Placed]]) -> tuple[str, ...]:
    """Collect texts beside the table, also those in a column without heading when the others have one."""
    used = {*layout.roles.values(), *layout.marks}
    headed = any(column.heading for column in layout.columns)
    unnamed = [
        place
        for place, column in enumerate(layout.columns)
        if headed and not column.heading and place not in used
    ]
    cells = [cell for place in (None, *unnamed) for cell in sorted_cells.get(place, ())]
    return tuple(squash(cell.text) for cell in cells if cell.text.strip() and not cell.continued)


def _ticked(layout: Layout, sorted_cells: Mapping[int | None, Sequence[Placed]]) -> str:
    """Return the time that a row's quarter or month columns give: their headings, and what stands there in words."""
    ticked = []
    for place in layout.marks:
        heading = layout.columns[place].heading
        for cell in sorted_cells.get(place, ()):
            text = squash(cell.text)
            if _TICK.fullmatch(text):
                ticked.append(heading)
            elif text:
                ticked.append(text if _DATE.fullmatch(text) else f"{heading} ({text})")
    return ", ".join(dict.fromkeys(ticked))


def _is_number_cell(cell: Placed, layout: Layout) -> bool:
    place = layout.roles.get("number")
    if place is None:
        return False
    column = layout.columns[place]
    return column.first <= cell.first and cell.last <= column.last


def _spans(cell: Placed, layout: Layout) -> int:
    return sum(column.first <= cell.last and cell.first <= column.last for column in layout.columns)


def _with_title(values: Mapping[str, Value], title: Placed) -> dict[str, Value]:
    """Read a title over most columns as content, whichever column it begins in, but for that of the numbers."""
    if any(role == "number" and value.raw == title.text for role, value in values.items()):
        return dict(values)
    kept = {role: value for role, value in values.items() if role == "number" or value.continued}
    return {**kept, "content": Value(title.text, rows=title.rows, bold=title.bold)}


def _covers(cell: Placed, layout: Layout, role: str) -> bool:
    place = layout.roles.get(role)
    return (
        place is not None
        and cell.first <= layout.columns[place].last
        and layout.columns[place].first <= cell.last
    )


def _roles_under(cell: Placed, layout: Layout) -> int:
    return sum(
        layout.columns[place].first <= cell.last and cell.first <= layout.columns[place].last
        for place in layout.roles.values()
    )
