"""Sheets that are one table: a plan split over several sheets, one for each field, under one and the same heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc_desktop.reading.grid.header import Header, read_header, same_heading
from cchc_desktop.reading.grid.labels import heading_label
from cchc_desktop.reading.grid.layout import lay_out
from cchc_desktop.reading.grid.rows import is_appendix_title, is_closing, see
from cchc_desktop.reading.grid.spans import Line, expand, width
from cchc_desktop.reading.source import Cell, Grid
from cchc_desktop.text import fold, squash

_TOP = 40
"""Rows of a sheet in which its heading is looked for."""
_PLAIN_NAME = re.compile(
    r"(sheet|trang tinh|trang|bang|bieu( mau)?|mau|phu luc|pl|tab|book|page|table|nhiem vu|ke hoach|kh)?[\s_.()-]*(so )?[\divx]*"
    r"(\s*\(\d+\))?"
)
"""Folded names of sheets that say nothing of their content."""
_FEWEST_CELLS = 3
_FEWEST_SHEETS = 2
_COPY = 0.5
"""Share of rows that stand in another sheet too: then one is a copy, and the two are no parts of one table."""
_YEAR = re.compile(r"\b20\d\d\b")
_JOINED = (
    "Các trang tính {} có cùng tiêu đề cột nên được đọc thành một bảng, đã bỏ {} dòng tiêu đề lặp lại;"
    " nếu đó là những bảng khác nhau, hãy chọn đọc riêng từng trang tính."
)
_NAMED = "Tên trang tính được dùng làm tên mục ({}) vì các trang tính không có dòng tên mục; hãy kiểm tra."
_LEFT_OUT = (
    "Các dòng phía trên tiêu đề bảng của trang tính sau không được đọc vào bảng chung: {}; hãy kiểm tra."
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A sheet with a heading."""

    at: int
    name: str
    grid: Grid
    lines: tuple[Line, ...]
    header: Header

    @property
    def title(self) -> tuple[str, ...]:
        """Return the texts above the heading."""
        return tuple(squash(cell.text) for line in self.lines[: self.header.first] for cell in line.own)

    @property
    def body(self) -> tuple[Line, ...]:
        """Return the lines below the heading."""
        return self.lines[self.header.last + 1 :]

    @property
    def end(self) -> int:
        """Return the row where place, date, signature and recipients begin."""
        layout = lay_out(self.header.columns, self.body)
        for line in self.body:
            if is_closing(see(line, layout, line.index)):
                rest = self.lines[line.index :]
                return line.index if all(len(each.own) < _FEWEST_CELLS for each in rest) else len(self.lines)
        return len(self.lines)

    @property
    def has_another_table(self) -> bool:
        """Tell whether another table stands below in the same sheet."""
        headers = (read_header(self.lines, line.index) for line in self.body)
        return any(
            header is not None
            and len(header.roles) >= _FEWEST_CELLS
            and not same_heading(self.header, header)
            for header in headers
        )


def join_sheets(grids: Sequence[Grid], names: Sequence[str]) -> tuple[list[Grid], list[tuple[str, str]]]:
    """Join grids of one heading, in the order of the tabs; return all grids and what is to be said."""
    if len(grids) < _FEWEST_SHEETS:
        return list(grids), []
    parts = [
        part
        for at, (grid, name) in enumerate(zip(grids, names, strict=True))
        if (part := _part(at, name, grid)) is not None
    ]
    groups: list[list[_Part]] = []
    for part in parts:
        for group in groups:
            if all(_belong(other, part) for other in group):
                group.append(part)
                break
        else:
            groups.append([part])
    result: list[Grid | None] = list(grids)
    said: list[tuple[str, str]] = []
    for group in groups:
        if len(group) > 1:
            joined, notices = _join(group)
            result[group[0].at] = joined
            for part in group[1:]:
                result[part.at] = None
            said += notices
    return [grid for grid in result if grid is not None], said


def _part(at: int, name: str, grid: Grid) -> _Part | None:
    lines = expand(grid)
    for row in range(min(_TOP, len(lines))):
        header = read_header(lines, row)
        if header is not None:
            part = _Part(at, name, grid, lines, header)
            return None if part.has_another_table else part
    return None


def _belong(one: _Part, other: _Part) -> bool:
    """Tell parts of one table from a copy, an older version, another year's plan."""
    if _named(one.header) != _named(other.header) or "content" not in one.header.roles:
        return False
    appendices = [{fold(text) for text in part.title if is_appendix_title(text)} for part in (one, other)]
    if all(appendices) and appendices[0] != appendices[1]:
        return False
    years = [set(_YEAR.findall(" ".join((*part.title, part.name)))) for part in (one, other)]
    if all(years) and not years[0] & years[1]:
        return False
    rows = [_contents(part) for part in (one, other)]
    return bool(all(rows)) and len(rows[0] & rows[1]) < _COPY * min(map(len, rows))


def _named(header: Header) -> list[tuple[int, str]]:
    """Return where the columns with a heading stand and what they are."""
    return [
        (column.first, column.role or fold(column.heading))
        for column in header.columns
        if column.heading.strip()
    ]


def _contents(part: _Part) -> set[str]:
    """Return the longest text of every row, folded: what tells rows apart."""
    texts = (max((fold(cell.text) for cell in line.own), key=len, default="") for line in part.body)
    return {text for text in texts if len(text) > 8}


def _join(group: Sequence[_Part]) -> tuple[Grid, list[tuple[str, str]]]:
    wide = max(width(part.lines) for part in group)
    named = _names_are_sections(group)
    first = group[0]
    rows = list(first.grid.rows[: first.header.last + 1])
    ends: list[tuple[Cell | None, ...]] = []
    left_out = []
    titles = _section_titles(group)
    for part in group:
        above = _own_title(group[1] if part is first else first, part)
        left_out += [text for text in above if text not in titles[part.at] and part is not first]
        rows += [_banner(text, wide) for text in ([part.name] if named else titles[part.at])]
        rows += part.grid.rows[part.header.last + 1 : part.end]
        ends += part.grid.rows[part.end :]
    rows += ends
    listed = ", ".join(f"“{part.name}”" for part in group)
    repeated = sum(part.header.last - part.header.first + 1 for part in group[1:])
    said = [("sheets_joined", _JOINED.format(listed, repeated))]
    if named:
        said.append(("sheet_names_as_sections", _NAMED.format(listed)))
    if left_out:
        shown = "; ".join(f"“{text[:80]}”" for text in left_out)
        said.append(("sheet_titles_left_out", _LEFT_OUT.format(shown)))
    whole = tuple(row + (Cell(),) * (wide - len(row)) for row in rows)
    return replace(first.grid, rows=whole, place=f"Trang tính {listed}"), said


def _names_are_sections(group: Sequence[_Part]) -> bool:
    """Tell whether the names of the sheets are the only thing that parts the tasks."""
    if any(_PLAIN_NAME.fullmatch(fold(part.name)) for part in group):
        return False
    return not any(_has_sections(part) for part in group) and not any(_section_titles(group).values())


def _section_titles(group: Sequence[_Part]) -> dict[int, list[str]]:
    """Return, for each sheet, the texts above its heading that are names of sections: numbered, or the only ones."""
    own = {part.at: _own_title(group[part is group[0]], part) for part in group}
    numbered = {at: [text for text in texts if heading_label(text) is not None] for at, texts in own.items()}
    if any(numbered.values()) or any(_has_sections(part) for part in group):
        return numbered
    alone = all(len(texts) == 1 for texts in own.values())
    return own if alone else numbered


def _has_sections(part: _Part) -> bool:
    return any(len(line.own) == 1 for line in part.body[:1])


def _own_title(first: _Part, part: _Part) -> list[str]:
    """Return the texts above a heading that do not stand above the first one too."""
    known = {fold(text) for text in first.title}
    return [text for text in part.title if text and fold(text) not in known]


def _banner(text: str, wide: int) -> tuple[Cell | None, ...]:
    return (Cell(text, columns=wide, bold=True), *(None,) * (wide - 1))
