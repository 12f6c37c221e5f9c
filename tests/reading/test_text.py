"""Text files: tables between tabs or strokes among paragraphs, Markdown marks, old code pages."""

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.source import Grid
from cchc_desktop.reading.text.bytes import decode
from cchc_desktop.reading.text.marks import is_bold, is_rule, strip_line_marks, strip_marks
from cchc_desktop.reading.text.reader import read_text, source_of
from cchc_desktop.reading.text.tables import split_text


def texts(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in grid.rows]


def test_a_table_among_paragraphs() -> None:
    source = source_of("kh.txt", "## Kế hoạch\n\n**Phụ lục**\nSTT\tNội dung\n1\tRà soát\n\nNơi nhận:\n")
    assert [texts(grid) for grid in source.grids] == [[["STT", "Nội dung"], ["1", "Rà soát"]]]
    assert source.lines == ("Kế hoạch", "", "Phụ lục", "", "Nơi nhận:", "")
    assert (source.grids[0].position, source.grids[0].place) == (3, "Bảng 1")


def test_blank_lines_do_not_end_a_table() -> None:
    grids, _ = split_text("a\tb\n\n\nc\td\n")
    assert [texts(grid) for grid in grids] == [[["a", "b"], ["c", "d"]]]


def test_short_rows_are_filled() -> None:
    grids, _ = split_text("a\tb\tc\nd\te\n\tf\t")
    assert texts(grids[0]) == [["a", "b", "c"], ["d", "e", ""], ["", "f", ""]]


def test_lines_without_tabs_within_a_table_are_rows() -> None:
    grids, lines = split_text("a\tb\nI. THỂ CHẾ\nc\td\ncuối\n\nsau")
    assert texts(grids[0]) == [["a", "b"], ["I. THỂ CHẾ", ""], ["c", "d"], ["cuối", ""]]
    assert lines == ("", "sau")
    assert split_text("a\tb\nmột\nhai\nba")[1] == ("một", "hai", "ba")
    assert split_text("a\tb\nPhụ lục II")[1] == ("Phụ lục II",)


def test_rows_whose_later_cells_are_empty() -> None:
    grids, lines = split_text("a\tb\tc\ntử)\t\t")
    assert texts(grids[0]) == [["a", "b", "c"], ["tử)", "", ""]]
    assert lines == ()
    assert split_text("Kế hoạch\t")[0] == ()


@pytest.mark.parametrize("between", ["Phụ lục II\n", "1\n2\n3\n4\n", "BẢNG 2\n"])
def test_what_ends_a_table(between: str) -> None:
    grids, lines = split_text(f"a\tb\n{between}c\td")
    assert len(grids) == 2
    assert lines == tuple(between.split())[: len(lines)] or lines[0].startswith(("Phụ", "BẢNG"))
    assert grids[1].position == len(lines)


def test_another_width_after_a_gap_is_another_table() -> None:
    assert len(split_text("a\tb\n\nc\td\te")[0]) == 2
    assert len(split_text("a\tb\nc\td\te")[0]) == 1
    assert len(split_text("a\tb\n| c | d |\n")[0]) == 2


def test_tables_between_strokes() -> None:
    grids, lines = split_text("| a | **b** |\n|---|:-:|\n| c\\|d | e<br>f |\nx | y | z\n")
    assert [texts(grid) for grid in grids] == [[["a", "b", ""], ["c|d", "e\nf", ""], ["x", "y", "z"]]]
    assert grids[0].rows[0][1] is not None
    assert grids[0].rows[0][1].bold
    assert lines == ("",)


def test_open_rows_and_drawn_frames() -> None:
    grids, _ = split_text("+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+")
    assert [texts(grid) for grid in grids] == [[["a", "b"], ["c", "d"]]]
    grids, _ = split_text("| a | b\n| c | d\\|")
    assert texts(grids[0]) == [["a", "b"], ["c", "d|"]]


def test_single_strokes_make_no_table() -> None:
    grids, lines = split_text("ỦY BAN NHÂN DÂN\n|\nCỘNG HÒA\n-------\na | b")
    assert grids == ()
    assert lines == ("ỦY BAN NHÂN DÂN", "|", "CỘNG HÒA", "-------", "a | b")


def test_quoted_cells_over_several_lines() -> None:
    grids, _ = split_text('STT\t"Nội dung\ncông việc"\r\n1\t"nói ""thẳng"""\n2\t"mở\n3\tx')
    assert texts(grids[0]) == [["STT", "Nội dung\ncông việc"], ["1", 'nói "thẳng"'], ["2", '"mở'], ["3", "x"]]
    grids, _ = split_text('a\t"mở\nb\tlại "x" đóng "\nc\td')
    assert len(grids[0].rows) == 3


def test_marks() -> None:
    assert strip_marks("**a** __b__ *c* (*d*) (*) 5*3 **") == "a b c (d) (*) 5*3 **"
    assert strip_marks("**hai\ndòng**") == "hai\ndòng"
    assert strip_line_marks("# a") == "a"
    assert is_bold("__a__")
    assert not is_bold("**a** b")
    assert is_rule("-----")
    assert not is_rule("- a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(encoding: str) -> None:
    text = "Kế hoạch cải cách hành chính năm 2024\r\nPhụ lục\rHết"
    assert decode("kh.txt", text.encode(encoding)) == "Kế hoạch cải cách hành chính năm 2024\nPhụ lục\nHết"


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"K\xd5 ho\x81ch", b"a\x00b", b"abc\x01", b"\x80\x81\x82\x83"]
)
def test_what_is_no_unicode(data: bytes) -> None:
    with pytest.raises(FileProblem, match="UTF-8"):
        read_text("kh.txt", data)
