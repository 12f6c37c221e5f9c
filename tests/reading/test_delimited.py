"""Delimited text: the separator that makes sense, quotes, limits."""

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.text import delimited
from cchc_desktop.reading.text.delimited import looks_delimited, read_delimited
from tests.reading.carriers import in_1258

HEADING = "STT;Nội dung;Cơ quan chủ trì;Thời gian"


def texts(source: Source) -> list[list[str]]:
    return [[cell.text for cell in row if cell is not None] for row in source.grids[0].rows]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separators(separator: str) -> None:
    rows = f'{HEADING}\n1;"Rà soát{separator} kiểm tra";Sở A;Quý I\n'.replace(";", separator)
    source = read_delimited("kh.csv", rows.encode())
    assert texts(source)[1] == ["1", f"Rà soát{separator} kiểm tra", "Sở A", "Quý I"]
    assert (source.kind, source.lines) == ("csv", ())


def test_commas_in_sentences_do_not_make_columns() -> None:
    source = read_delimited(
        "kh.csv", f"{HEADING}\n1;Rà soát, kiểm tra, đôn đốc, nhắc;Sở A;Quý I, Quý II".encode()
    )
    assert len(source.grids[0].rows[1]) == 4


def test_rows_of_different_length_are_filled() -> None:
    source = read_delimited("kh.csv", f"DANH MỤC\n{HEADING}\n1;a".encode())
    assert texts(source) == [["DANH MỤC", "", "", ""], HEADING.split(";"), ["1", "a", "", ""]]


def test_the_line_that_names_the_separator() -> None:
    assert texts(read_delimited("kh.csv", b"sep=;\na;b\nc;d")) == [["a", "b"], ["c", "d"]]


def test_the_quote_against_formulas_is_taken_off() -> None:
    assert texts(read_delimited("kh.csv", b"a;b\n'=1+1;'abc"))[1] == ["=1+1", "'abc"]


@pytest.mark.parametrize(("name", "words"), [("_MOST_ROWS", "dòng"), ("_MOST_COLUMNS", "cột")])
def test_limits(name: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, name, 2)
    with pytest.raises(FileProblem, match=words):
        read_delimited("kh.csv", b"a;b;c\n" * 3)


def test_a_field_beyond_all_measure() -> None:
    with pytest.raises(FileProblem, match="hỏng"):
        read_delimited("kh.csv", b'a;"' + b"x" * 99_000 + b"\n" + b"x" * 99_000 + b'"')
    with pytest.raises(FileProblem, match="quá lớn"):
        read_delimited("kh.csv", b'a;"' + b"x" * 9_000_000 + b'"')


def test_letters_of_vietnamese_windows_and_old_fonts() -> None:
    old = "STT;Néi dung;C¬ quan chñ tr×;Thêi gian\n1;Rµ so¸t v¨n b¶n;Së T ph¸p;Quý I".encode("cp1252")
    for data in (in_1258(f"{HEADING}\n1;Rà soát văn bản;Sở Tư pháp;Quý I"), old):
        source = read_delimited("kh.csv", data)
        assert texts(source)[0][1] == "Nội dung"
        assert [code for code, _ in source.notices] == ["old_encoding"]


def test_cells_of_several_lines() -> None:
    data = f'{HEADING}\r\n1;"Rà soát ""văn bản""\r\ndòng hai";Sở A;"Quý I;\nQuý II"\r\n'.encode("utf-16")
    assert texts(read_delimited("kh.csv", data))[1] == [
        "1",
        'Rà soát "văn bản"\ndòng hai',
        "Sở A",
        "Quý I;\nQuý II",
    ]


def test_what_looks_like_a_table() -> None:
    assert looks_delimited(f"DANH MỤC\n{HEADING}\n1;a;b;c")
    assert not looks_delimited("Nhiệm vụ, giải pháp, kinh phí, thời gian\nSau đây là nội dung.\nHết.")
    assert not looks_delimited("a;b\nc;d")
