"""Paragraphs of Word: fields, symbols, boxes, footnote marks, paragraphs whose end was deleted."""

import pytest

from cchc_desktop.reading.docx.reader import read_docx
from cchc_desktop.reading.source import Source
from tests.reading.documents import MAIN, Tc, numbered, paragraph, word_document, word_table, zipped

LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
DELETED_END = "<w:rPr><w:del w:id='1'/></w:rPr>"


def read(*body: str, numbering: str = "", styles: str = "") -> Source:
    return read_docx("kh.docx", word_document(body, numbering=numbering, styles=styles))


def run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def line(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def mark(kind: str, inner: str = "") -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar>')


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def test_the_result_of_a_field_is_text_its_instruction_is_none() -> None:
    nested = mark("begin") + run(words("12")) + mark("end")
    whole = (
        mark("begin") + run("<w:instrText>IF</w:instrText>") + nested + run(words(" = 1")) + mark("separate")
    )
    text = line(run(words("Trang ")), whole, run(words("7")), mark("end"), run(words(" của kế hoạch")))
    assert read(text).lines == ("Trang 7 của kế hoạch",)
    assert read(line(run(words("a")), mark("begin"), run(words("b")))).lines == ("ab",)
    assert read(line(run(words("a")), mark("end"), mark("separate"), run(words("b")))).lines == ("ab",)
    in_one_run = run(words("a") + '<w:fldChar w:fldCharType="begin"/>') + mark("separate") + run(words("b"))
    assert read(line(in_one_run)).lines == ("ab",)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Quý I"/><w:listEntry w:val="Quý II"/></w:ddList>', "Quý II"),
        ('<w:ddList><w:listEntry w:val="Quý I"/></w:ddList>', "Quý I"),
        ('<w:ddList><w:result w:val="9"/><w:listEntry w:val="Quý I"/></w:ddList>', "Quý I"),
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        ("<w:textInput/>", ""),
    ],
)  # fmt: skip
def test_form_fields_show_what_was_chosen(data: str, expected: str) -> None:
    field = (
        mark("begin", f"<w:ffData>{data}</w:ffData>") + run("<w:instrText>FORM</w:instrText>") + mark("end")
    )
    assert read(line(run(words("x ")), field)).lines == (f"x {expected}",)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("F0FC", "✓"),
        ("F0B7", "•"),
        ("00FC", "✓"),
        ("2713", "✓"),
        ("xyz", ""),
        ("", ""),
        ("1", ""),
        ("FFFFF", ""),
    ],
)
def test_symbols(symbol: str, expected: str) -> None:
    assert read(line(run(f'<w:sym w:font="Wingdings" w:char="{symbol}"/>'), run(words("x")))).lines == (
        f"{expected}x",
    )


def test_hyphens() -> None:
    text = line(run(words("QĐ\u2011UBND") + "<w:softHyphen/>" + words("x")))
    assert read(text).lines == ("QĐ-UBNDx",)


def test_ruby_gives_its_base() -> None:
    ruby = f"<w:ruby><w:rt>{run(words('trên'))}</w:rt><w:rubyBase>{run(words('dưới'))}</w:rubyBase></w:ruby>"
    assert read(line(run(ruby))).lines == ("dưới",)


@pytest.mark.parametrize(
    ("before", "raised", "expected", "said"),
    [
        ("Sở Nội vụ", "1", "Sở Nội vụ", ["footnote_marks"]),
        ("Sở Y tế", "(2)", "Sở Y tế", ["footnote_marks"]),
        ("Quý I.", "*", "Quý I.", ["footnote_marks"]),
        ("500 m", "2", "500 m2", []),
        ("10", "6", "106", []),
        ("", "1", "1", []),
        ("Sở Nội vụ", "thứ nhất", "Sở Nội vụthứ nhất", []),
    ],
)
def test_raised_numbers(before: str, raised: str, expected: str, said: list[str]) -> None:
    source = read(line(run(words(before)), run(words(raised), '<w:vertAlign w:val="superscript"/>')))
    assert source.lines == (expected,)
    assert codes(source) == said


def test_footnotes_and_objects_are_said() -> None:
    notes = run('<w:footnoteReference w:id="2"/>') + run('<w:endnoteReference w:id="2"/>')
    object_ = run('<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object>')
    picture = run(
        '<w:drawing><wp:inline xmlns:wp="urn:wp"><wp:extent cx="{}" cy="{}"/><p:pic xmlns:p="urn:p"/></wp:inline></w:drawing>'
    )
    large, small = picture.format(5_000_000, 4_000_000), picture.format(500_000, "x")
    source = read(
        line(run(words("a")), notes, object_, large, small), '<w:altChunk r:id="r" xmlns:r="urn:r"/>'
    )
    assert codes(source) == ["footnotes", "embedded_objects", "embedded_documents", "pictures"]
    assert [message[:8] for _, message in source.notices] == ["Tệp có 2", "Tệp có 1", "Tệp có 1", "Tệp có 1"]
    assert source.lines == ("a",)


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    first = f"<w:p><w:pPr>{numbered(1)}{DELETED_END}</w:pPr>{run(words('Rà soát '))}</w:p>"
    second = paragraph("văn bản", properties=numbered(1))
    source = read(first, second, paragraph("Kiểm tra", properties=numbered(1)), numbering=LIST)
    assert source.lines == ("1. Rà soát văn bản", "2. Kiểm tra")
    assert codes(source) == ["tracked_changes"]


def test_a_deleted_paragraph_leaves_nothing() -> None:
    gone = f"<w:p><w:pPr>{DELETED_END}</w:pPr><w:del>{run('<w:delText>x</w:delText>')}</w:del></w:p>"
    assert read(gone, paragraph("a")).lines == ("a",)
    assert read(paragraph("a"), gone).lines == ("a",)
    last = f"<w:p><w:pPr>{DELETED_END}</w:pPr>{run(words('b'))}</w:p>"
    assert read(paragraph("a"), last).lines == ("a", "b")
    before_a_table = read(last, word_table([["1", "2", "3"]]))
    assert (before_a_table.lines, before_a_table.grids[0].position) == (("b",), 1)


def test_moved_text_stands_where_it_was_moved_to() -> None:
    text = (
        f"<w:p><w:moveTo>{run(words('Sở Nội vụ'))}</w:moveTo><w:moveFrom>{run(words('x'))}</w:moveFrom></w:p>"
    )
    source = read(text)
    assert (source.lines, codes(source)) == (("Sở Nội vụ",), ["tracked_changes"])


def test_properties_by_style() -> None:
    styles = (
        '<w:style w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
    )
    hidden = line(run(words("ẩn"), '<w:rStyle w:val="An"/>'), run(words("hiện")))
    assert read(hidden, styles=styles).lines == ("hiện",)
    assert read(paragraph("Phụ lục", style="Hoa"), styles=styles).lines == ("PHỤ LỤC",)
    cell = Tc(inner=line(run(words("a"), '<w:rStyle w:val="Dam"/>')))
    grid = read(word_table([[cell, "b", "c"]]), styles=styles).grids[0]
    assert [each.bold for each in grid.rows[0] if each] == [True, False, False]


def test_tables_in_text_boxes_are_tables() -> None:
    table = word_table([["STT", "Nội dung", "Thời gian"], ["1", "Rà soát", "Quý I"]])
    box = f"<w:txbxContent>{paragraph('trong hộp')}{table}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    source = read(line(run(words("trước") + both)), paragraph("sau"))
    assert source.lines == ("trước", "trong hộp", "sau")
    assert [(len(grid.rows), grid.position, grid.place) for grid in source.grids] == [(2, 2, "Bảng 1")]
    within = read(word_table([[Tc(inner=line(run(both))), "b"]]))
    assert [len(grid.rows) for grid in within.grids] == [1, 2]


def test_a_box_within_a_box_is_read_once() -> None:
    inner = f"<w:pict><w:txbxContent>{paragraph('trong')}</w:txbxContent></w:pict>"
    outer = f"<w:pict><w:txbxContent>{line(run(words('ngoài') + inner))}</w:txbxContent></w:pict>"
    assert read(line(run(outer))).lines == ("", "ngoài", "trong")


def test_alternatives_outside_runs() -> None:
    choice = f"<mc:AlternateContent><mc:Choice>{run(words('a'))}</mc:Choice><mc:Fallback>{run(words('b'))}</mc:Fallback></mc:AlternateContent>"
    empty = (
        f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{run(words('c'))}</mc:Fallback></mc:AlternateContent>"
    )
    block = f"<mc:AlternateContent><mc:Choice>{paragraph('d')}</mc:Choice></mc:AlternateContent>"
    assert read(line(choice, empty, "<mc:AlternateContent/>"), block).lines == ("ac", "d")


def test_header_and_footer_are_no_text_of_the_plan() -> None:
    header = f'<w:hdr xmlns:w="{MAIN}">{paragraph("Trang 1")}</w:hdr>'
    data = word_document([paragraph("a")], extra={"word/header1.xml": header})
    assert read_docx("kh.docx", data).lines == ("a",)


def test_styles_and_numbers_under_other_names() -> None:
    base = word_document([paragraph("x", properties=numbered(1))])
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="http://x/relationships/numbering" Target="so.xml"/>'
        '<Relationship Type="http://x/relationships/styles" Target="/word/kieu.xml"/>'
        '<Relationship Type="http://x/relationships/numbering" TargetMode="External" Target="http://x"/></Relationships>'
    )
    import io
    import zipfile

    package = zipfile.ZipFile(io.BytesIO(base))
    parts = {name: package.read(name) for name in package.namelist()}
    data = zipped({
        **parts, "word/_rels/document.xml.rels": relations, "word/kieu.xml": f'<w:styles xmlns:w="{MAIN}"/>',
        "word/so.xml": f'<w:numbering xmlns:w="{MAIN}">{LIST}</w:numbering>',
    })  # fmt: skip
    assert read_docx("kh.docx", data).lines == ("1. x",)
