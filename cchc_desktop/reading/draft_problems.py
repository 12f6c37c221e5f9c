"""What a person should look at in a draft as a whole: columns, year, other tables, rows set aside."""

from collections.abc import Iterator, Sequence

from cchc_desktop.reading.draft import Problem
from cchc_desktop.reading.grid.assembly import Dropped
from cchc_desktop.reading.grid.headings import heading_key
from cchc_desktop.reading.grid.layout import Layout
from cchc_desktop.reading.grid.rows import is_page_number_text
from cchc_desktop.reading.grid.tables import Table
from cchc_desktop.reading.head.year import PlanYear

_COLUMN_NAMES = {
    "content": "nội dung công việc",
    "lead": "cơ quan chủ trì",
    "coordinating": "cơ quan phối hợp",
    "deadline": "thời gian",
}
_TO_LOOK_AT = {
    "orphan": "không rõ thuộc nhiệm vụ nào",
    "number_only": "chỉ có số thứ tự",
    "between_tables": "chữ giữa hai phần của bảng",
    "section": "tên mục không có nhiệm vụ nào bên dưới",
    "part": "tên phần, đứng trên các mục",
    "subheading": "tiêu đề nhỏ trong mục",
}
"""Reasons for which a row set aside may still matter."""
_SHOWN = 3

NO_TABLE = Problem(
    "no_table",
    "Không tìm thấy bảng nào có cột nội dung cùng cột cơ quan hoặc thời gian;"
    " hãy tự chọn bảng và cột, hoặc mở tệp, chọn bảng nhiệm vụ, bấm Ctrl+C rồi dán vào phần mềm.",
)
COLUMNS_MOVED = Problem(
    "columns_moved",
    "Tiêu đề lặp lại giữa bảng có thứ tự cột khác tiêu đề đầu bảng; mỗi phần được đọc theo tiêu đề ở ngay trên nó,"
    " hãy so cơ quan và thời gian của cả hai phần với bản in.",
)
NO_TASKS = Problem(
    "no_tasks",
    "Không đọc được nhiệm vụ nào từ bảng đã chọn; hãy chọn bảng khác hoặc ghép lại các cột.",
)


def of_columns(layout: Layout, present: frozenset[str]) -> Iterator[Problem]:
    """List what is uncertain about the columns; ``present`` are the fields the table has."""
    if layout.guessed:
        message = (
            "Bảng không có dòng tiêu đề nên các cột được đoán theo nội dung; hãy kiểm tra cách ghép cột."
        )
        yield Problem("columns_guessed", message)
    for field, name in _COLUMN_NAMES.items():
        if field not in present:
            message = f"Bảng không có cột {name}; phần này của các nhiệm vụ để trống, hãy bổ sung nếu cần."
            yield Problem("missing_column", message, field)
    if layout.both:
        message = (
            "Một cột của bảng ghi chung cơ quan chủ trì và phối hợp; hãy kiểm tra hai phần này ở từng dòng."
        )
        yield Problem("lead_and_coordinating_together", message, "lead")
    for field in layout.doubtful:
        message = f"Nội dung của cột “{layout.heading(field)}” không giống {_COLUMN_NAMES[field]}; hãy kiểm tra cách ghép cột."
        yield Problem("column_doubtful", message, field)
    if "product" in layout.roles and heading_key(layout.heading("product")) == "ket qua":
        message = "Cột “Kết quả” được đọc là sản phẩm phải có; nếu là kết quả đã đạt, hãy ghép lại cột."
        yield Problem("ambiguous_column", message, "product")
    if layout.marks:
        message = (
            "Thời gian được đọc từ các cột đánh dấu (quý hoặc tháng); hãy kiểm tra thời gian của từng dòng."
        )
        yield Problem("deadline_from_marks", message, "deadline")
    yield from _of_headings(layout)


def _of_headings(layout: Layout) -> Iterator[Problem]:
    """List columns whose headings are missing, unreadable, doubled or of no use here."""
    for field in layout.told:
        message = (
            f"Tiêu đề {_printed(layout.heading(field))} không cho biết cột ghi gì; phần mềm đọc là"
            f" {_COLUMN_NAMES[field]} theo nội dung các ô, hãy kiểm tra cách ghép cột."
        )
        yield Problem("column_told_by_content", message, field)
    for field, heading in layout.doubled:
        if field in _COLUMN_NAMES:
            message = (
                f"Bảng có nhiều cột {_COLUMN_NAMES[field]}; cột “{heading}” không được đọc,"
                " hãy chọn đúng cột cần theo dõi."
            )
            yield Problem("several_columns", message, field)
    if layout.unheaded:
        listed = ", ".join(str(column + 1) for column in layout.unheaded)
        message = (
            f"Cột {listed} có chữ nhưng không có tiêu đề; hàng tiêu đề có thể thiếu ô hoặc lệch cột,"
            " hãy kiểm tra cách ghép từng cột."
        )
        yield Problem("heading_missing", message)
    for heading in layout.ignored:
        message = f"Cột “{heading}” không thuộc nội dung theo dõi nên không được đọc."
        yield Problem("ignored_column", message)


def _printed(heading: str) -> str:
    return f"“{heading}”" if heading else "để trống"


def of_year(found: PlanYear) -> Iterator[Problem]:
    """Say where the year was taken from when that is not certain."""
    if not found.year:
        message = "Không tìm thấy năm của kế hoạch; hãy nhập năm để hiểu đúng các thời hạn."
        yield Problem("year_unknown", message)
    elif not found.certain:
        message = f"Năm {found.year} được đoán theo {found.source}; hãy kiểm tra và sửa nếu chưa đúng."
        yield Problem("year_guessed", message)


def of_tables(others: Sequence[Table]) -> Iterator[Problem]:
    """Name the tables that may hold tasks too."""
    for table in others:
        place = f"{table.place} (bảng số {table.index})"
        message = (
            f"{place} chưa được đọc nhưng có thể cũng chứa nhiệm vụ; hãy xem bảng đó và đọc thêm nếu cần."
        )
        yield Problem("other_table", message)


def of_pieces(pieces: Sequence[Table], lines: Sequence[str]) -> Iterator[Problem]:
    """Say that tables with text between them (``lines``) were read as one; page numbers alone are a page break."""
    if any(not is_page_number_text(line) for line in lines):
        places = ", ".join(f"{piece.place or 'bảng'} (bảng số {piece.index})" for piece in pieces)
        message = (
            f"{len(pieces)} bảng có cùng tiêu đề được nối thành một danh sách: {places};"
            " nếu là những danh sách khác nhau, hãy chọn đọc riêng từng bảng."
        )
        yield Problem("tables_joined", message)


def of_rows(dropped: Sequence[Dropped], unsure_headings: Sequence[str]) -> Iterator[Problem]:
    """Name rows set aside that may matter, and headings that may be something else."""
    for reason, name in _TO_LOOK_AT.items():
        texts = [row.text for row in dropped if row.reason == reason]
        if texts:
            shown = "; ".join(f"“{text[:80]}”" for text in texts[:_SHOWN])
            more = f" và {len(texts) - _SHOWN} dòng khác" if len(texts) > _SHOWN else ""
            message = f"Có dòng không được đọc thành nhiệm vụ ({name}): {shown}{more}; hãy kiểm tra."
            yield Problem("dropped_row", message)
    for text in unsure_headings:
        message = f"Dòng “{text[:120]}” được đọc là tên mục; nếu là nhiệm vụ hoặc phần tiếp của dòng trên, hãy sửa lại."
        yield Problem("section_unsure", message)
