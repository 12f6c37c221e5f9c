"""LibreOffice documents: tables, tables within tables, numbered lists, changes, notes."""

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.opendocument import odt
from cchc_desktop.reading.opendocument.odt import read_odt
from cchc_desktop.reading.source import Cell, Grid, Source
from tests.reading.documents import zipped
from tests.reading.test_ods import NAMESPACES

LIST = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")" style:num-prefix="("/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="I" text:start-value="3"/>'
    '<text:list-level-style-number text:level="2" style:num-format=""/></text:list-style>'
)


def document(body: str, styles: str = "", *, named: str = "") -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}{LIST}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if named:
        parts["styles.xml"] = (
            f"<office:document-styles {NAMESPACES}><office:styles>{named}</office:styles></office:document-styles>"
        )
    return zipped(parts)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def table(*rows: str) -> str:
    return f'<table:table table:name="T">{"".join(rows)}</table:table>'


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell(inner: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{inner}</table:table-cell>"


def texts(grid: Grid) -> list[list[str | None]]:
    return [[each.text if each is not None else None for each in line] for line in grid.rows]


def read(body: str, styles: str = "", *, named: str = "") -> Source:
    return read_odt("kh.odt", document(body, styles, named=named))


def test_lines_and_tables() -> None:
    wide = cell(p("b"), 'table:number-columns-spanned="2"')
    heading = f"<table:table-header-rows>{row(cell(p('a')), wide, '<table:covered-table-cell/>')}</table:table-header-rows>"
    below = row(cell(p("c") + p("d"), 'table:number-rows-spanned="2"'), cell(p("e")), cell(p("f")))
    last = row("<table:covered-table-cell/>", cell(p("g")), cell(p("h")))
    source = read(
        p("Kế hoạch<text:s/>năm<text:tab/>2024")
        + table(heading, below, last)
        + "<text:h>Hết</text:h>"
        + p("")
    )
    assert source.lines == ("Kế hoạch năm\t2024", "Hết", "")
    assert texts(source.grids[0]) == [["a", "b", None], ["c\nd", "e", "f"], [None, "g", "h"]]
    assert source.grids[0].rows[0][1] == Cell("b", columns=2)
    assert (source.grids[0].position, source.grids[0].header_rows, source.kind) == (1, (0,), "odt")


def test_bold_by_style_and_by_the_style_below() -> None:
    named = '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="B"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T3" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    cells = (
        cell(p("a", "P1")),
        cell(p('<text:span text:style-name="T1">b</text:span> ')),
        cell(p('c<text:span text:style-name="T1">d</text:span>')),
        cell(p('e<text:span text:style-name="T2">ẩn <text:span>cả đây</text:span></text:span>')),
    )
    source = read(table(row(*cells)), styles, named=named)
    found = source.grids[0].rows[0]
    assert [(each.text, each.bold) for each in found if each is not None] == [
        ("a", True),
        ("b", True),
        ("cd", False),
        ("e", False),
    ]
    assert [code for code, _ in source.notices] == ["hidden_text"]
    struck = read(p('<text:span text:style-name="T3">a</text:span>'), styles)
    assert (struck.lines, [code for code, _ in struck.notices]) == (("a",), ["struck_text"])


def items(*texts: str, style: str = "L1", more: str = "") -> str:
    inside = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def test_numbers_of_lists() -> None:
    inner = items(p("ba") + p("tiếp"), style="")
    deepest = f"<text:list><text:list-item>{p('năm')}</text:list-item></text:list>"
    source = read(
        items(p("một"), p("hai") + inner + f"<text:list><text:list-item>{p('bốn')}{deepest}</text:list-item></text:list>", p("sáu"))
        + items(p("bảy"))
        + items(p("tám"), more='text:continue-numbering="true"')
        + items(p("gạch"), style="L2")
        + items(p("mục") + items(p("không số"), style=""), style="L3")
        + items(p("lạ"), style="L9")
        + f'<text:list text:style-name="L1"><text:list-header>{p("đầu")}</text:list-header><text:list-item text:start-value="7">{p("x")}</text:list-item></text:list>'
    )  # fmt: skip
    assert source.lines == (
        "1. một",
        "2. hai",
        "2.1 ba",
        "tiếp",
        "2.2 bốn",
        "(a) năm",
        "3. sáu",
        "1. bảy",
        "2. tám",
        "- gạch",
        "III mục",
        "không số",
        "lạ",
        "đầu",
        "7. x",
    )


def test_numbers_in_a_column() -> None:
    rows = [
        row(cell(items(p(""), more='text:continue-numbering="true"')), cell(p(f"việc {at}")))
        for at in range(3)
    ]
    assert [line[0] for line in texts(read(table(*rows)).grids[0])] == ["1.", "2.", "3."]


def test_changes_notes_and_comments() -> None:
    changes = "<text:tracked-changes><text:changed-region><text:deletion><text:p>cũ</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    source = read(
        changes
        + p(
            "mới<office:annotation><text:p>ý kiến</text:p></office:annotation><text:note><text:note-body><text:p>chú</text:p></text:note-body></text:note>"
        )
    )
    assert source.lines == ("mới",)
    assert [code for code, _ in source.notices] == ["tracked_changes", "footnotes"]


def test_tables_within_tables() -> None:
    heading = row(*(cell(p(text)) for text in ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian")))
    inner = table(row(cell(p("Đợt 1")), cell(p("Quý I"))))
    source = read(
        table(heading, row(cell(p("1")), cell(p("Rà soát") + inner), cell(p("Sở Tư pháp")), cell(p("Quý I"))))
    )
    assert texts(source.grids[0])[1][1] == "Rà soát\nĐợt 1\tQuý I"
    assert [code for code, _ in source.notices] == ["nested_table"]


def test_a_box_of_text() -> None:
    box = "<draw:frame><draw:text-box><text:p>Phụ lục</text:p></draw:text-box></draw:frame>"
    assert [line for line in read(p(f"trước{box}sau")).lines if line] == ["trước", "Phụ lục", "sau"]


def test_what_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for body, words in (
        ("<table:table><table:table-row><table:table-cell>" * 40, "lồng nhau"),
        ("<text:p>", "hỏng"),
        (table(cell(p("x"))), "hỏng"),
    ):
        with pytest.raises(FileProblem, match=words):
            read(body)
    monkeypatch.setattr(odt, "_MOST_CELLS", 1)
    with pytest.raises(FileProblem, match="hơn 1 ô"):
        read(table(row(cell(""), cell(""))))
