"""LibreOffice workbooks: values as shown, repeated cells, merged ones, hidden ones, what is refused."""

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.opendocument import ods
from cchc_desktop.reading.opendocument.ods import read_ods
from cchc_desktop.reading.source import Cell, Source
from tests.reading.documents import zipped

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
    }.items()
)


def workbook(tables: str, styles: str = "", *, manifest: str = "<m/>") -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def sheet(rows: str, name: str = "Bảng", more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{rows}</table:table>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def text(value: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{value}</text:p></table:table-cell>'


def number(kind: str, value: str, shown: str, style: str = "") -> str:
    key = "office:date-value" if kind == "date" else "office:value"
    return (
        f'<table:table-cell office:value-type="{kind}" {key}="{value}" table:style-name="{style}">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def texts(source: Source, at: int = 0) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in line] for line in source.grids[at].rows]


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def test_texts_of_several_paragraphs_spaces_and_notes() -> None:
    cell = (
        '<table:table-cell office:value-type="string"><text:p>Rà<text:s text:c="2"/>soát<text:line-break/>hai</text:p>'
        "<text:p><text:span>ba</text:span><text:tab/>bốn</text:p>"
        "<office:annotation><text:p>ghi chú của ai đó</text:p></office:annotation>"
        "<draw:frame><text:p>hình</text:p></draw:frame></table:table-cell>"
    )
    source = read_ods("kh.ods", workbook(sheet(row(cell))))
    assert texts(source) == [["Rà  soát\nhai\nba\tbốn"]]
    assert (source.kind, source.lines, source.notices) == ("ods", (), ())
    assert source.grids[0].place == "Trang tính “Bảng”"


def test_repeated_cells_and_rows() -> None:
    rows = (
        row(
            text("a", 'table:number-columns-repeated="2"'),
            '<table:table-cell table:number-columns-repeated="1022"/>',
        )
        + row(
            '<table:table-cell table:number-columns-repeated="1024"/>', more='table:number-rows-repeated="2"'
        )
        + row(text("b"), more='table:number-rows-repeated="2"')
        + row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            more='table:number-rows-repeated="1048570"',
        )
    )
    assert texts(read_ods("kh.ods", workbook(sheet(rows)))) == [
        ["a", "a"],
        ["", ""],
        ["", ""],
        ["b", ""],
        ["b", ""],
    ]


def test_merged_cells_and_headings_to_repeat() -> None:
    title = text("Tiêu đề", 'table:number-columns-spanned="2"')
    heading = row(title, "<table:covered-table-cell/>", text("x"))
    rows = (
        f"<table:table-header-rows>{heading}</table:table-header-rows>"
        + row(text("a", 'table:number-rows-spanned="2"'), text("b"), text("c"))
        + row(
            "<table:covered-table-cell><text:p>che</text:p></table:covered-table-cell>", text("d"), text("e")
        )
    )
    source = read_ods("kh.ods", workbook(sheet(rows)))
    assert texts(source) == [["Tiêu đề", None, "x"], ["a", "b", "c"], [None, "d", "e"]]
    assert source.grids[0].rows[0][0] == Cell("Tiêu đề", columns=2)
    assert source.grids[0].rows[1][0] == Cell("a", rows=2)
    assert source.grids[0].header_rows == (0,)


def test_hidden_parts() -> None:
    hidden = 'table:visibility="collapse"'
    styles = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    rows = (
        f"<table:table-column/><table:table-column {hidden}/><table:table-column/>"
        + row(text("a"), text("b"), text("c"))
        + row(text("d"), text("e"), text("f"), more='table:visibility="filter"')
        + row(text("g"), text("h"), text("i"))
    )
    data = workbook(sheet(rows) + sheet(row(text("bí mật")), "Ẩn", 'table:style-name="ta2"'), styles)
    source = read_ods("kh.ods", data)
    assert texts(source) == [["a", "c"], ["g", "i"]]
    assert codes(source) == ["hidden_rows", "hidden_columns", "hidden_sheet"]
    whole = source.otherwise("with_hidden")
    assert [len(grid.rows) for grid in whole.grids] == [3, 1]


STYLES = (
    '<number:date-style style:name="N1"><number:month number:style="long"/><number:text>/</number:text>'
    '<number:day number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>'
    '<number:date-style style:name="N2"><number:month number:textual="true"/><number:text>-</number:text><number:year/></number:date-style>'
    '<number:date-style style:name="N3"><number:text>Trước ngày </number:text><number:day/><number:text>/</number:text>'
    "<number:month/><number:text>/</number:text><number:year/></number:date-style>"
    '<number:number-style style:name="N4"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>'
    '<number:percentage-style style:name="N5"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>'
    '<number:currency-style style:name="N6"><number:number number:decimal-places="0" number:grouping="true"/><number:text> </number:text>'
    "<number:currency-symbol>₫</number:currency-symbol></number:currency-style>"
    '<number:number-style style:name="N7"><number:number number:decimal-places="0"/><style:map style:condition="value()>=0" style:apply-style-name="N7P0"/></number:number-style>'
    '<number:number-style style:name="N8"><number:number number:min-integer-digits="2"/></number:number-style>'
    + "".join(
        f'<style:style style:name="ce{at}" style:family="table-cell" style:data-style-name="N{at}"/>' for at in range(1, 9)
    )
    + '<style:style style:name="bold" style:family="table-cell" style:parent-style-name="ce4"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
)  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (number("date", "2024-03-05", "03/05/2024", "ce1"), "05/03/2024"),
        (number("date", "2024-03-05T00:00:00", "Mar-24", "ce2"), "03/2024"),
        (number("date", "2024-03-05", "Trước ngày 5/3/24", "ce3"), "Trước ngày 5/3/2024"),
        (number("date", "2024-03-05", "03/05/24"), "05/03/2024"),
        (number("date", "x", "03/05/24"), "03/05/24"),
        (number("float", "45000000", "45,000,000", "ce4"), "45.000.000"),
        (number("percentage", "0.985", "98.5%", "ce5"), "98,5%"),
        (number("currency", "45000000", "45,000,000 ₫", "ce6"), "45.000.000 ₫"),
        (number("float", "5", "5 việc", "ce7"), "5 việc"),
        (number("float", "3", "03", "ce8"), "03"),
        (number("float", "1.1", "1,1"), "1.1"),
        (number("float", "nan", "không"), "không"),
        (number("float", "x", "không"), "không"),
        (number("boolean", "", "TRUE"), "TRUE"),
        (number("time", "PT08H", "08:00"), "08:00"),
        ('<table:table-cell office:value-type="string" office:string-value="Quý I"/>', "Quý I"),
    ],
)
def test_values_as_shown(cell: str, shown: str) -> None:
    assert texts(read_ods("kh.ods", workbook(sheet(row(cell)), STYLES))) == [[shown]]


def test_bold_cells() -> None:
    cells = row(
        text("a", 'table:style-name="bold"'),
        text('<text:span text:style-name="T1">b</text:span>'),
        text('c<text:span text:style-name="T1">d</text:span>'),
    )
    found = read_ods("kh.ods", workbook(sheet(cells), STYLES)).grids[0].rows[0]
    assert [cell.bold for cell in found if cell is not None] == [True, True, False]


def test_text_struck_through() -> None:
    struck = '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    styles = f'<style:style style:name="c" style:family="table-cell">{struck}<style:style style:name="t" style:family="text">{struck}'
    cells = row(
        text("a", 'table:style-name="c"'), text('<text:span text:style-name="t">b</text:span>'), text("c")
    )
    source = read_ods("kh.ods", workbook(sheet(cells), styles))
    assert codes(source) == ["struck_text"]
    assert "2 ô chữ gạch ngang (ô A1, B1)" in source.notices[0][1]


def test_styles_of_columns_and_rows() -> None:
    rows = '<table:table-column table:default-cell-style-name="ce5"/>' + row(
        '<table:table-cell office:value-type="float" office:value="0.5"><text:p>50%</text:p></table:table-cell>'
    )
    assert texts(read_ods("kh.ods", workbook(sheet(rows), STYLES))) == [["50,0%"]]


def test_a_formula_without_value() -> None:
    source = read_ods(
        "kh.ods", workbook(sheet(row(text("a"), '<table:table-cell table:formula="of:=[.A1]"/>')))
    )
    assert texts(source) == [["a"]]
    assert codes(source) == ["formula_without_value"]
    assert "(ô B1)" in source.notices[0][1]


def test_what_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileProblem, match="mật khẩu"):
        read_ods("kh.ods", workbook("", manifest="<m><manifest:encryption-data/></m>"))
    far = row(text("x"), more='table:number-rows-repeated="1048576"')
    with pytest.raises(FileProblem, match="dòng 1048576"):
        read_ods("kh.ods", workbook(sheet(far)))
    wide = row('<table:table-cell table:number-columns-repeated="16383"/>', text("x"))
    with pytest.raises(FileProblem, match="cột 16384"):
        read_ods("kh.ods", workbook(sheet(wide)))
    with pytest.raises(FileProblem, match="hỏng"):
        read_ods("kh.ods", workbook("<table:table>"))
    with pytest.raises(FileProblem, match="hơn 500 trang tính"):
        read_ods("kh.ods", workbook(sheet("") * 501))
    monkeypatch.setattr(ods, "MOST_FILLED", 10)
    with pytest.raises(FileProblem, match="ô có chữ"):
        read_ods("kh.ods", workbook(sheet(row(text("x", 'table:number-columns-repeated="11"')))))
    with pytest.raises(FileProblem, match="ô có chữ"):
        read_ods("kh.ods", workbook(sheet(row("<table:table-cell/>" * 11))))
