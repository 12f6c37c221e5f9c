"""The sheets of a workbook as a source: which are read, which are one table, what is said about the rest."""

from collections.abc import Iterable, Iterator, Sequence

from cchc_desktop.reading.sheets.joining import join_sheets
from cchc_desktop.reading.sheets.model import Sheet, check_extents, grid_of, hidden_lines, place_of
from cchc_desktop.reading.source import Grid, OtherReading, Source

_SHOWN = 8
"""Names of cells or rows that a sentence lists."""
_HIDDEN_ROWS = (
    "{} có {} dòng ẩn có chữ ({}) không được đọc; nếu các dòng này thuộc kế hoạch,"
    " hãy chọn đọc cả phần ẩn hoặc bỏ ẩn trong Excel."
)
_HIDDEN_COLUMNS = (
    "{} có {} cột ẩn có chữ ({}) không được đọc; nếu các cột này thuộc kế hoạch,"
    " hãy chọn đọc cả phần ẩn hoặc bỏ ẩn trong Excel."
)
_HIDDEN_SHEET = "Trang tính “{}” đang ẩn nên không được đọc; hãy chọn đọc cả phần ẩn hoặc bỏ ẩn nếu cần đọc."
_ALL_HIDDEN = "{} chỉ có dòng hoặc cột ẩn nên phần mềm vẫn đọc các dòng, cột này; hãy kiểm tra lại."
_WITHOUT_VALUE = (
    "{} có {} ô công thức chưa được tính nên đọc ra trống ({}); hãy mở bằng Excel, lưu lại rồi đọc lại tệp."
)
_FAILED = "{} có {} ô báo lỗi công thức như #REF! ({}); hãy sửa trong Excel rồi đọc lại tệp."
_STRUCK = "{} có {} ô chữ gạch ngang ({}); phần mềm vẫn đọc các ô này, hãy kiểm tra và bỏ đi nếu không còn hiệu lực."
_WITH_HIDDEN = "Đọc cả dòng, cột và trang tính ẩn"
_APART = "Đọc riêng từng trang tính"


def source_of_sheets(name: str, kind: str, sheets: Sequence[Sheet]) -> Source:
    """Make a source of all sheets of a workbook.

    Hidden rows, columns and sheets are left out and named; sheets with one heading are one table. Both can be undone
    through ``Source.others``.

    Raises FileProblem when the sheets reach too far.
    """
    check_extents(name, sheets)
    filled = [sheet for sheet in sheets if sheet.cells or sheet.uncomputed]
    shown = [sheet for sheet in filled if not sheet.hidden] or filled
    apart = [_visible(name, sheet) for sheet in shown if sheet.cells]
    joined, said = join_sheets(apart, [sheet.name for sheet in shown if sheet.cells])
    notices = tuple(_notices(shown, [sheet for sheet in filled if sheet not in shown]))
    others = []
    if joined != apart:
        others.append(OtherReading("sheets_apart", _APART, tuple(apart), notices))
    if any(code.startswith("hidden") for code, _ in notices):
        others.append(_with_hidden(name, filled))
    return Source(name, kind, tuple(joined), (), (*notices, *said), others=tuple(others))


def cell_name(row: int, column: int) -> str:
    """Name a cell as spreadsheets do.

    >>> cell_name(0, 0), cell_name(11, 27)
    ('A1', 'AB12')
    """
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """Name a column as spreadsheets do.

    >>> column_name(25), column_name(26), column_name(16383)
    ('Z', 'AA', 'XFD')
    """
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(ord("A") + letter) + letters
        column -= 1
    return letters


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Put neighbouring numbers together.

    >>> ranges([4, 5, 6, 9])
    [(4, 6), (9, 9)]
    """
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _visible(name: str, sheet: Sheet) -> Grid:
    return grid_of(name, sheet, whole=_all_hidden(sheet))


def _all_hidden(sheet: Sheet) -> bool:
    return bool(sheet.cells) and all(
        row in sheet.hidden_rows or column in sheet.hidden_columns for row, column in sheet.cells
    )


def _with_hidden(name: str, sheets: Sequence[Sheet]) -> OtherReading:
    filled = [sheet for sheet in sheets if sheet.cells]
    grids, said = join_sheets(
        [grid_of(name, sheet, whole=True) for sheet in filled], [sheet.name for sheet in filled]
    )
    return OtherReading("with_hidden", _WITH_HIDDEN, tuple(grids), (*_of_cells(sheets), *said))


def _notices(shown: Sequence[Sheet], left_out: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    for sheet in shown:
        rows, columns = hidden_lines(sheet)
        if _all_hidden(sheet):
            yield "all_hidden", _ALL_HIDDEN.format(place_of(sheet))
            continue
        if rows:
            names = [f"{one + 1}" if one == last else f"{one + 1}–{last + 1}" for one, last in ranges(rows)]
            yield "hidden_rows", _HIDDEN_ROWS.format(place_of(sheet), len(rows), _listed("dòng", names))
        if columns:
            names = [column_name(column) for column in columns]
            yield (
                "hidden_columns",
                _HIDDEN_COLUMNS.format(place_of(sheet), len(columns), _listed("cột", names)),
            )
    for sheet in left_out:
        yield "hidden_sheet", _HIDDEN_SHEET.format(sheet.name)
    yield from _of_cells(shown)


def _of_cells(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        for code, message, places in (
            ("formula_without_value", _WITHOUT_VALUE, sheet.uncomputed),
            ("formula_error", _FAILED, sheet.errors),
            ("struck_text", _STRUCK, sheet.struck),
        ):
            if places:
                names = [cell_name(*place) for place in places]
                yield code, message.format(place_of(sheet), len(places), _listed("ô", names))


def _listed(what: str, names: Sequence[str]) -> str:
    more = f" và {len(names) - _SHOWN} chỗ khác" if len(names) > _SHOWN else ""
    return f"{what} {', '.join(names[:_SHOWN])}{more}"
