"""Word documents: paragraphs as printed, tables with all their merges, changes, hidden text, numbers."""

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading import xml_tree
from cchc_desktop.reading.docx import reader as docx
from cchc_desktop.reading.docx import tables as docx_tables
from cchc_desktop.reading.docx.reader import read_docx
from cchc_desktop.reading.source import Cell, Grid, Source
from tests.reading.documents import (
    MAIN,
    OFFICE,
    PACKAGE,
    WORD,
    Tc,
    numbered,
    paragraph,
    table_row,
    word_document,
    word_table,
    zipped,
)


def read(*body: str, numbering: str = "", styles: str = "") -> Source:
    return read_docx("kh.docx", word_document(body, numbering=numbering, styles=styles))


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def texts(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in grid.rows]


def test_paragraphs_breaks_and_tabs() -> None:
    source = read(paragraph("Kế hoạch\nnăm 2024"), paragraph(""), paragraph("a\tb"))
    assert source.lines == ("Kế hoạch", "năm 2024", "", "a\tb")
    assert source.kind == "docx"
    assert source.notices == ()


def test_characters_of_their_own_kind() -> None:
    inner = run(words("QĐ") + "<w:noBreakHyphen/>" + words("UBND") + "<w:cr/>" + words("x"))
    assert read(f"<w:p>{inner}</w:p>").lines == ("QĐ-UBND", "x")


def test_capitals_are_printed_as_capitals() -> None:
    assert read(f"<w:p>{run(words('Phụ lục'), '<w:caps/>')}</w:p>").lines == ("PHỤ LỤC",)


def test_decomposed_letters_become_composed() -> None:
    assert read(paragraph("Kê\u0301 hoa\u0323ch")).lines == ("Kế hoạch",)


def test_tracked_changes_are_read_as_accepted() -> None:
    inner = (
        run(words("Sở ")) + f'<w:del w:id="1">{run("<w:delText>Tư pháp</w:delText>")}</w:del>'
        f'<w:ins w:id="2">{run(words("Nội vụ"))}</w:ins><w:moveFrom>{run(words("x"))}</w:moveFrom>'
    )
    source = read(f"<w:p>{inner}</w:p>")
    assert source.lines == ("Sở Nội vụ",)
    assert codes(source) == ["tracked_changes"]


def test_deleted_rows_are_left_out() -> None:
    source = read(word_table([["a", "b"], table_row(["x", "y"], deleted=True), ["c", "d"]]))
    assert texts(source.grids[0]) == [["a", "b"], ["c", "d"]]
    assert codes(source) == ["tracked_changes"]


def test_hidden_and_struck_text() -> None:
    inner = (
        run(words("a"))
        + run(words("b"), "<w:vanish/>")
        + run(words("c"), "<w:strike/>")
        + run(words("d"), '<w:strike w:val="0"/>')
    )
    source = read(f"<w:p>{inner}</w:p>")
    assert source.lines == ("acd",)
    assert codes(source) == ["struck_text", "hidden_text"]
    assert all(message.endswith(".") for _, message in source.notices)


def test_fields_links_and_controls_give_their_text() -> None:
    field = f'<w:fldSimple w:instr="PAGE">{run(words("7"))}</w:fldSimple>'
    link = f"<w:hyperlink>{run(words('liên kết'))}</w:hyperlink>"
    complex_field = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>PAGE</w:instrText>")
    control = f"<w:sdt><w:sdtContent>{run(words('điều khiển'))}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{paragraph('khối')}</w:sdtContent></w:sdt>"
    assert read(f"<w:p>{field}{link}{complex_field}{control}</w:p>", block).lines == (
        "7liên kếtđiều khiển",
        "khối",
    )


def test_text_boxes_are_lines_once() -> None:
    box = f"<w:txbxContent>{paragraph('trong hộp')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(f"<w:p>{run(words('trước') + both)}</w:p>").lines == ("trước", "trong hộp")
    assert read(f"<w:p>{run(f'<w:pict>{box}</w:pict>')}</w:p>").lines == ("", "trong hộp")
    assert read(f"<w:p>{run(f'<mc:AlternateContent>{box}</mc:AlternateContent>')}</w:p>").lines == (
        "",
        "trong hộp",
    )
    table = read(word_table([[Tc(inner=f"<w:p>{run(words('a') + both)}</w:p>"), "b", "c"]]))
    assert texts(table.grids[0]) == [["a\ntrong hộp", "b", "c"]]


def test_merged_cells() -> None:
    source = read(
        word_table([
            table_row([Tc("a", span=2), Tc("b", merge="restart")], header=True),
            ["c", "d", Tc(merge="continue")],
            ["e", "f", Tc("lạc", merge="continue", span=2)],
            [Tc("g", merge="restart"), "h"],
            table_row(["i"], before=1),
        ])
    )  # fmt: skip
    grid = source.grids[0]
    assert texts(grid) == [
        ["a", None, "b", ""],
        ["c", "d", None, ""],
        ["e", "f", None, None],
        ["g", "h", "", ""],
        ["", "i", "", ""],
    ]
    assert grid.rows[0][0] == Cell("a", columns=2)
    assert grid.rows[0][2] == Cell("b", rows=3)
    assert grid.header_rows == (0,)


def test_a_continuation_without_beginning_is_a_cell() -> None:
    source = read(word_table([["a", "b"], [Tc("c", merge="continue"), "d"]]))
    assert texts(source.grids[0]) == [["a", "b"], ["c", "d"]]
    empty = read(word_table([["a", "b"], [Tc(merge="continue"), "d"], [Tc(merge="continue"), "e"]]))
    assert texts(empty.grids[0]) == [["a", "b"], [None, "d"], [None, "e"]]
    assert empty.grids[0].rows[0][0] == Cell("a", rows=3)
    at_the_top = read(word_table([[Tc(merge="continue"), "b"]]))
    assert texts(at_the_top.grids[0]) == [["", "b"]]


def test_old_merges_across() -> None:
    cells = "".join(
        f"<w:tc><w:tcPr><w:hMerge{value}/></w:tcPr>{paragraph(text)}</w:tc>"
        for text, value in (("a", ' w:val="restart"'), ("", ""))
    )
    source = read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert source.grids[0].rows == ((Cell("a", columns=2), None),)


def test_bold_cells_by_run_and_by_style() -> None:
    styles = (
        '<w:style w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="Con"><w:basedOn w:val="Dam"/></w:style>'
        '<w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
    )
    source = read(
        word_table([[
            Tc("a", bold=True), Tc(inner=paragraph("b", style="Con")), Tc("c"), Tc(inner=paragraph("d", style="Vong")),
            Tc(inner=paragraph("e", bold=True) + paragraph("f")), Tc("", bold=True),
        ]]),
        styles=styles,
    )  # fmt: skip
    assert [cell.bold for cell in source.grids[0].rows[0] if cell] == [True, True, False, False, False, False]


def test_tables_within_cells() -> None:
    small = word_table([["x", "y"]])
    large = word_table([["1", "2", "3"], ["4", "5", "6"]])
    source = read(word_table([[Tc(inner=paragraph("a") + small), Tc(inner=large + paragraph("b"))]]))
    assert [texts(grid) for grid in source.grids] == [[["a\nx\ty", "b"]], [["1", "2", "3"], ["4", "5", "6"]]]
    deep = read(word_table([[Tc(inner=word_table([[Tc(inner=large)]]))]]))
    assert texts(deep.grids[-1]) == [["1", "2", "3"], ["4", "5", "6"]]


def test_rows_and_cells_in_content_controls() -> None:
    row = f"<w:sdt><w:sdtContent>{table_row(['a', 'b'])}</w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent><w:tc>{paragraph('c')}</w:tc></w:sdtContent></w:sdt><w:tc>{paragraph('d')}</w:tc></w:tr>"
    source = read(f"<w:tbl>{row}{cell}</w:tbl>", "<w:tbl/>")
    assert [texts(grid) for grid in source.grids] == [[["a", "b"], ["c", "d"]]]


def test_places_of_tables_among_lines() -> None:
    source = read(paragraph("a"), word_table([["1"]]), paragraph("b"), paragraph("c"), word_table([["2"]]))
    assert [(grid.place, grid.position) for grid in source.grids] == [("Bảng 1", 1), ("Bảng 2", 3)]


def test_tables_typed_with_tabs() -> None:
    source = read(paragraph("PHỤ LỤC"), paragraph("STT\tNội dung\tThời gian"), paragraph("1\tRà soát\tQuý I"))
    assert texts(source.grids[0]) == [["STT", "Nội dung", "Thời gian"], ["1", "Rà soát", "Quý I"]]
    assert source.lines == ("PHỤ LỤC",)
    with_real_table = read(word_table([["UBND", "CỘNG HÒA"]]), paragraph("a\tb\tc"))
    assert len(with_real_table.grids) == 1


@pytest.mark.parametrize(
    ("name", "limit"), [("MOST_ROWS", 2), ("MOST_COLUMNS", 2), ("MOST_CELLS", 8), ("MOST_TABLES", 0)]
)
def test_tables_beyond_all_measure(name: str, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_tables, name, limit)
    with pytest.raises(FileProblem, match="quá lớn"):
        read(word_table([["a", "b", "c"]] * (1 if name == "MOST_COLUMNS" else 3)))


def test_lines_beyond_all_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MOST_LINES", 2)
    assert read(paragraph("a"), paragraph("b")).lines == ("a", "b")
    with pytest.raises(FileProblem, match="quá lớn"):
        read(paragraph("a"), paragraph("b\nc"))


@pytest.mark.parametrize("name", ["LARGEST", "MOST_NODES"])
def test_documents_beyond_all_measure(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, name, 10)
    with pytest.raises(FileProblem, match="quá lớn"):
        read(paragraph("a"))


def test_giant_spans_are_refused() -> None:
    with pytest.raises(FileProblem, match="200 cột"):
        read(word_table([[Tc("a", span=100_000)]]))


def test_the_document_may_have_another_name() -> None:
    data = zipped({
        "[Content_Types].xml": f'<Types><Override ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Type="x" Target="y"/>'
        f'<Relationship Type="{OFFICE}/officeDocument" Target="/word/document2.xml"/></Relationships>',
        "word/document2.xml": f'<w:document xmlns:w="{MAIN}"><w:body>{paragraph("a")}</w:body></w:document>',
    })  # fmt: skip
    assert read_docx("kh.docx", data).lines == ("a",)


def test_the_strict_form_is_read_too() -> None:
    data = word_document([paragraph("a")]).replace(b"", b"")
    strict = zipped({
        "[Content_Types].xml": f'<Types><Override ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship'
        ' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        f"<w:body>{paragraph('a')}</w:body></w:document>",
    })  # fmt: skip
    assert read_docx("kh.docx", strict).lines == read_docx("kh.docx", data).lines == ("a",)


LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>{}</w:lvl>'


def list_of(*levels: tuple[int, str, str], key: int = 0, link: str = "") -> str:
    made = "".join(LEVEL.format(at, start, form, text, "") for at, (start, form, text) in enumerate(levels))
    linked = f'<w:numStyleLink w:val="{link}"/>' if link else ""
    return f'<w:abstractNum w:abstractNumId="{key}">{linked}{made}</w:abstractNum>'


def instance(key: int, kind: int = 0, start: int | None = None) -> str:
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start is not None
        else ""
    )
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'


def labels(numbering: str, *places: tuple[int, int], styles: str = "") -> tuple[str, ...]:
    body = [paragraph("x", properties=numbered(key, level)) for key, level in places]
    return tuple(
        line.removesuffix("x").strip() for line in read(*body, numbering=numbering, styles=styles).lines
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ("1.", "2.", "3.", "4.")),
        ("decimalZero", ("01.", "02.", "03.", "04.")),
        ("upperRoman", ("I.", "II.", "III.", "IV.")),
        ("lowerRoman", ("i.", "ii.", "iii.", "iv.")),
        ("upperLetter", ("A.", "B.", "C.", "D.")),
        ("lowerLetter", ("a.", "b.", "c.", "d.")),
        ("none", ("", "", "", "")),
    ],
)
def test_forms_of_numbers(form: str, expected: tuple[str, ...]) -> None:
    assert labels(list_of((1, form, "%1.")) + instance(1), *[(1, 0)] * 4) == expected


@pytest.mark.parametrize(("mark", "expected"), [("-", "-"), ("\uf0b7", "-"), ("o", "+"), ("+", "+")])
def test_bullets(mark: str, expected: str) -> None:
    assert labels(list_of((1, "bullet", mark)) + instance(1), (1, 0)) == (expected,)


def test_levels_count_within_each_other() -> None:
    numbering = list_of(
        (1, "decimal", "%1."), (1, "decimal", "%1.%2."), (1, "lowerLetter", "%3)")
    ) + instance(1)
    places = ((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2))
    assert labels(numbering, *places) == ("1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "a)")
    assert labels(numbering, (1, 1)) == ("1.1.",)


def test_lists_go_on_or_begin_again() -> None:
    numbering = list_of((3, "decimal", "%1.")) + instance(1) + instance(2) + instance(3, start=1)
    assert labels(numbering, (1, 0), (2, 0), (3, 0), (3, 0), (1, 0)) == ("3.", "4.", "1.", "2.", "3.")


def test_numbers_by_style() -> None:
    styles = (
        '<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Muc2"><w:basedOn w:val="Muc"/></w:style>'
        '<w:style w:styleId="Khoan"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="La"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    )
    levels = LEVEL.format(0, 1, "upperRoman", "%1.", "") + LEVEL.format(
        1, 1, "decimal", "%2.", '<w:pStyle w:val="Muc"/>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{instance(1)}'
    body = [paragraph("x", style=style) for style in ("Muc", "Muc2", "Khoan", "La", "")]
    lines = read(
        *body, paragraph("x", style="Muc", properties=numbered(0)), numbering=numbering, styles=styles
    ).lines
    assert lines == ("1. x", "2. x", "3. x", "x", "x", "x")


def test_lists_that_link_to_a_style() -> None:
    styles = '<w:style w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = (
        list_of(key=0, link="DS") + list_of((1, "decimal", "%1)"), key=1) + instance(1) + instance(2, 1)
    )
    assert labels(numbering, (1, 0), (1, 0), styles=styles) == ("1)", "2)")


def test_numbers_that_cannot_be_told_are_reported() -> None:
    numbering = list_of((1, "vietnameseCounting", "%1.")) + instance(1)
    body = [paragraph("x", properties=numbered(1)), paragraph("x", properties=numbered(1, 5))]
    source = read(*body, numbering=numbering)
    assert source.lines == ("x", "x")
    assert codes(source) == ["numbering_unknown"]
    assert "Có 2 số" in source.notices[0][1]


def test_a_number_alone_in_a_cell() -> None:
    numbering = list_of((1, "decimal", "%1.")) + instance(1)
    cell = Tc(inner=paragraph("", properties=numbered(1)))
    assert texts(read(word_table([[cell, "a", "b"]]), numbering=numbering).grids[0]) == [["1.", "a", "b"]]
