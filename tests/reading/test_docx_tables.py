"""Tables of Word with changes tracked, hidden rows, merged cells with text of their own, typed tables between."""

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.docx.reader import read_docx
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.source import Cell, Grid, Source
from tests.reading.documents import Tc, paragraph, table_row, word_document, word_table


def read(*body: str) -> Source:
    return read_docx("kh.docx", word_document(body))


def texts(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in grid.rows]


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def cell(text: str, properties: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_inserted_rows_stay_deleted_and_hidden_ones_go() -> None:
    source = read(word_table([
        row(cell("a", ""), properties='<w:ins w:id="1"/>'), row(cell("b", ""), properties="<w:hidden/>"),
        row(cell("c", ""), properties='<w:hidden w:val="0"/>'), row(cell("d", ""), properties='<w:moveFrom w:id="2"/>'),
    ]))  # fmt: skip
    assert texts(source.grids[0]) == [["a"], ["c"]]
    assert codes(source) == ["tracked_changes", "hidden_text"]


def test_deleted_cells_go() -> None:
    source = read(word_table([row(cell("a", '<w:cellDel w:id="1"/>'), cell("b", ""), cell("c", ""))]))
    assert texts(source.grids[0]) == [["b", "c"]]


def test_merges_that_are_tracked_changes() -> None:
    source = read(word_table([
        row(cell("a", '<w:cellMerge w:id="1" w:vMerge="rest"/>'), cell("b", "")),
        row(cell("", '<w:cellMerge w:id="1" w:vMerge="cont"/>'), cell("c", "")),
    ]))  # fmt: skip
    assert source.grids[0].rows[0][0] == Cell("a", rows=2)
    assert source.grids[0].rows[1][0] is None


def test_text_that_a_merged_cell_hides_is_said() -> None:
    down = read(word_table([[Tc("a", merge="restart"), "b"], [Tc("lạc", merge="continue"), "c"]]))
    assert texts(down.grids[0]) == [["a", "b"], [None, "c"]]
    assert codes(down) == ["hidden_text"]
    across = read(word_table([row(cell("a", '<w:hMerge w:val="restart"/>'), cell("lạc", "<w:hMerge/>"))]))
    assert (texts(across.grids[0]), codes(across)) == ([["a", None]], ["hidden_text"])


def test_rows_marked_not_to_repeat() -> None:
    plain = row(cell("STT", ""), properties='<w:tblHeader w:val="0"/>')
    assert read(word_table([plain])).grids[0].header_rows == ()
    assert read(word_table([table_row(["STT"], header=True)])).grids[0].header_rows == (0,)


def test_rows_in_other_wrappers() -> None:
    inner = table_row(["a", "b"])
    table = f"<w:tbl><w:customXml>{inner}</w:customXml><w:moveTo>{inner}</w:moveTo></w:tbl>"
    assert texts(read(table).grids[0]) == [["a", "b"], ["a", "b"]]


TYPED = "STT\tNội dung\tCơ quan chủ trì\tThời gian"


def test_a_typed_table_beside_real_ones(directory: Directory) -> None:
    source = read(
        word_table([["UBND TỈNH", "CỘNG HÒA"]]), paragraph("NHIỆM VỤ NĂM 2025"), paragraph(TYPED),
        paragraph("1\tRà soát\tSở Tư pháp\tQuý I"), paragraph("2\tTổng kết\tSở Nội vụ\tQuý IV"),
        word_table([["Nơi nhận", "TM. ỦY BAN"]]),
    )  # fmt: skip
    assert [(grid.place, grid.position, len(grid.rows)) for grid in source.grids] == [
        ("Bảng 1", 0, 1),
        ("Bảng 2", 1, 3),
        ("Bảng 3", 1, 1),
    ]
    assert source.lines == ("NHIỆM VỤ NĂM 2025",)
    assert [task.content for task in draft_from(source, directory).tasks] == ["Rà soát", "Tổng kết"]


@pytest.mark.parametrize("text", ["a\tb\tc", "UBND\tCỘNG HÒA\tSố", "Nơi nhận\tTM.\tKT."])
def test_other_tabs_beside_real_tables_are_no_table(text: str) -> None:
    source = read(word_table([["x", "y"]]), paragraph(text), paragraph(text))
    assert (len(source.grids), source.lines) == (1, (text, text))
