"""Web pages: what Word, Excel, LibreOffice and browsers write, and what they leave broken."""

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.html import page as html_page
from cchc_desktop.reading.html.reader import read_html, source_of_html
from cchc_desktop.reading.source import Cell, Grid, Source
from tests.reading.carriers import in_one_file, word_text

HEADINGS = "<tr><th>STT<th>Nội dung công việc<th>Cơ quan chủ trì<th>Thời gian thực hiện</tr>"
CHANGED = "tracked_changes"


def page(inner: str) -> Source:
    return source_of_html("kh.htm", f"<html><body>{inner}</body></html>")


def texts(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in grid.rows]


def cells(inner: str) -> list[list[str | None]]:
    return texts(page(f"<table>{inner}</table>").grids[0])


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def test_white_space_and_breaks() -> None:
    assert cells("<tr><td> Rà \n\t soát<br>văn&nbsp; bản <p>hai</p>\n<div>ba</div> bốn</td></tr>") == [
        ["Rà soát\nvăn bản\nhai\nba\nbốn"]
    ]
    assert cells("<tr><td><pre>a\n  b</pre></td></tr>") == [["a\n b"]]
    assert cells("<tr><td style='white-space:pre-wrap'>a\nb</td></tr>") == [["a\nb"]]
    assert cells("<tr><td>x&#7897;&amp;&lt;&#x1EC7;</td></tr>") == [["xộ&<ệ"]]
    assert cells("<tr><td>Kê\u0301 hoa\u0323ch</td></tr>") == [["Kế hoạch"]]


def test_spans() -> None:
    source = page(
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td rowspan='2'>d<tr><td colspan='x'>e<td>f</table>"
    )
    assert texts(source.grids[0]) == [["a", "b", None], [None, "c", "d"], ["e", "f", None]]
    assert source.grids[0].rows[0][0] == Cell("a", rows=2)
    assert source.grids[0].rows[0][1] == Cell("b", columns=2)
    assert source.grids[0].rows[1][2] == Cell("d", rows=2)


def test_spans_beyond_the_table() -> None:
    assert cells("<tr><td rowspan=0>a<td>b<tr><td>c") == [["a", "b"], [None, "c"]]
    assert cells("<tr><td colspan=1000>a<tr><td>b<td>c") == [["a", None], ["b", "c"]]
    assert cells("<tr><td rowspan=65000>a<td>b") == [["a", "b"]]


def test_bold_and_heading_rows() -> None:
    source = page(
        "<style>.k{font-weight:700} td.thin, .z{font-weight:normal}</style><table><thead><tr><th>a<td><b>b</b>\n</thead>"
        "<tbody><tr><td><p><strong>c</strong> d</p><td class=k>e<tr><td style='font-weight:bold'>f<td class='k thin'>g</table>"
    )
    bold = [[cell.bold for cell in row if cell is not None] for row in source.grids[0].rows]
    assert bold == [[True, True], [False, True], [True, False]]
    assert source.grids[0].header_rows == (0,)


def test_what_word_adds() -> None:
    numbered = (
        "<tr><td><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
        f"{word_text('Rà soát thủ tục')}</p></td><td><!--[if !supportLists]-->2.<!--[endif]--> Ban hành"
        "<!--[if gte vml 1]><v:shape>hình</v:shape><![endif]--></td></tr>"
    )
    assert cells(numbered) == [["1. Rà soát thủ tục", "2. Ban hành"]]
    source = page(
        "<div style='mso-element:header'>Trang 1</div><p>Kế hoạch</p><div style='mso-element:comment-list'><p>Ý kiến</p></div>"
        "<script>x('<table>')</script><noscript>y</noscript><template><p>z</p></template>"
    )
    assert source.lines == ("Kế hoạch",)
    assert source.grids == ()


def test_tracked_changes() -> None:
    source = page("<table><tr><td><del cite='mailto:a'>cũ</del><ins cite='mailto:a'>mới</ins><td>x</table>")
    assert texts(source.grids[0]) == [["mới", "x"]]
    assert codes(source) == [CHANGED]
    assert codes(page("<p><ins>kẻ chân</ins></p>")) == []


def test_lists_in_cells() -> None:
    assert cells("<tr><td>Gồm:<ul><li>một<li>hai</ul>hết</td></tr>") == [["Gồm:\n- một\n- hai\nhết"]]
    assert cells('<tr><td><ol start="3" type="a"><li>x<ol type=I><li>y</ol><li value=9>z</ol></td></tr>') == [
        ["c. x\nI. y\ni. z"]
    ]
    assert cells('<tr><td><ol start="2"><li><p><br></p></ol></td><td>Rà soát</td></tr>') == [
        ["2.", "Rà soát"]
    ]
    assert cells("<tr><td><ul style='list-style-type:none'><li>x</ul><li>y</td></tr>") == [["x\n- y"]]
    assert cells("<tr><td><ol><li>a</td><td><li>b</td></tr>") == [["1. a", "- b"]]


def test_hidden_rows_columns_and_texts() -> None:
    source = page(
        "<table><col><col style='display:none'><tr><td>a<td>b<td>c<tr style='display:none'><td>d<td>e<td>f"
        "<tr><td>g<span style='mso-hide:all'>ẩn</span><td>h<td hidden>i</table>"
    )
    assert texts(source.grids[0]) == [["a", "c"], ["g", ""]]
    assert codes(source) == ["hidden_text", "hidden_rows"]
    assert "2 dòng hoặc cột ẩn" in source.notices[1][1]
    whole = source.otherwise("with_hidden")
    assert texts(whole.grids[0])[:2] == [["a", "b", "c"], ["d", "e", "f"]]
    assert codes(whole) == ["hidden_text"]
    assert page("<table style='display:none'><tr><td>a</table><p>b</p>").grids == ()


def test_hidden_tables_are_offered() -> None:
    inner = f"<table>{HEADINGS}<tr><td>1<td>Rà soát<td>Sở Tư pháp<td>Quý I</table>"
    source = page(f"<p>a</p><div style='display:none'>b<table><tr><td>c<td>{inner}</table></div>")
    assert source.grids == ()
    assert source.lines == ("a",)
    assert codes(source) == ["hidden_rows"]
    assert texts(source.otherwise("with_hidden").grids[0])[1][1] == "Rà soát"


def test_rules_for_printing_hide_nothing() -> None:
    style = "<style>@media print { .x {display:none} .y {color:red} } @page a {size:1} .h, p .x {display:none}</style>"
    assert page(f"{style}<p class=x>a</p><p class=h>b</p>").lines == ("a",)


def test_text_struck_through() -> None:
    source = page(
        "<p><s>a</s><strike> </strike><span style='text-decoration:underline line-through'>b</span>c</p>"
    )
    assert source.lines == ("a bc",)
    assert codes(source) == ["struck_text"]
    assert "2 chỗ" in source.notices[0][1]


def test_a_column_whose_cells_are_all_hidden() -> None:
    source = page("<table><tr><td>a<td style='display:none'>b<tr><td>c<td style='display:none'>d</table>")
    assert texts(source.grids[0]) == [["a"], ["c"]]
    assert texts(source.otherwise("with_hidden").grids[0]) == [["a", "b"], ["c", "d"]]


def test_tables_that_set_the_page() -> None:
    inner = f"<table>{HEADINGS}<tr><td>1<td>Rà soát<td>Sở Tư pháp<td>Quý I</table>"
    source = page(f"<table><tr><td>Thực đơn<td><h1>KẾ HOẠCH</h1>{inner}<p>Hết</p><td></table>")
    assert source.lines == ("Thực đơn", "KẾ HOẠCH", "Hết")
    assert [(grid.place, grid.position) for grid in source.grids] == [("Bảng 1", 2)]
    assert texts(source.grids[0])[1] == ["1", "Rà soát", "Sở Tư pháp", "Quý I"]


def test_tables_within_cells_of_tasks() -> None:
    inner = "<table><tr><td>Đợt 1<td>Quý I<tr style='display:none'><td>x<tr><td>Đợt 2<td><table><tr><td>Quý III</table></table>"
    source = page(f"<table>{HEADINGS}<tr><td>1<td>Rà soát{inner}cuối<td>Sở Tư pháp<td>Quý I</table>")
    assert len(source.grids) == 1
    assert texts(source.grids[0])[1][1] == "Rà soát\nĐợt 1\tQuý I\nĐợt 2\tQuý III\ncuối"
    assert codes(source) == ["nested_table"]


def test_what_is_left_open_or_misplaced() -> None:
    assert cells("<tr><td>a<td>b<tr><td>c</i></table></td><td>d") == [["a", "b"], ["c", ""]]
    assert cells("<td>a<td>b") == [["a", "b"]]
    assert cells("<tbody><tr><td><b>a<td>b</tbody><tfoot><tr><td>c</tfoot>") == [["a", "b"], ["c", ""]]
    source = source_of_html("kh.htm", "<tr><td>a</td><td>b</td></tr>")
    assert texts(source.grids[0]) == [["a", "b"]]
    source = page("<table><caption>Phụ lục</caption><tr><td>a</table></table></td></tr><p>x")
    assert source.lines == ("Phụ lục", "x")
    assert page("<p>a<p>b</div></p><br/>c</br>").lines == ("a", "b", "", "c")
    assert cells("<tr><td/><td>a") == [["", "a"]]


def test_marks_that_are_no_markup() -> None:
    assert page("<p>a <![CDATA[ b ]]> c <!weird> &unknown; < 5 </ 6 <7></p>").lines == (
        "a c &unknown; < 5 </ 6 <7>",
    )
    assert page("<!DOCTYPE html [<!ENTITY x 'y'>]><p>a &x;</p>").lines[-1].endswith("a &x;")
    assert page("<p title='a>b' x>a</p><?php x ?><p>b</p ><!-->c<!-- d").lines == ("a", "b", "c")
    assert page('<p>a</p><p title="never closed>b</p><p>c').lines == ("a", "b", "c")
    assert page("<p>a<p").lines == ("a",)
    assert page("<p>a<script>never closed <p>b").lines == ("a",)


def test_frames() -> None:
    with pytest.raises(FileProblem, match=r"sheet001\.htm"):
        read_html("kh.xls", b"<html><frameset><frame src='kh_files/sheet001.htm'></frameset></html>")


def test_text_between_tabs_in_a_page() -> None:
    source = page("<pre>STT\tNội dung\tThời gian\n1\tRà soát\tQuý I</pre>")
    assert texts(source.grids[0])[1] == ["1", "Rà soát", "Quý I"]


def test_tasks_without_a_table(directory: Directory) -> None:
    def task(number: int, content: str, lead: str, time: str) -> str:
        labelled = (
            f"- Cơ quan chủ trì: {lead}",
            "- Cơ quan phối hợp: Các sở, ngành",
            f"- Thời gian thực hiện: {time}",
        )
        return "".join(f"<p>{line}</p>" for line in (f"{number}. {content}", *labelled))

    first = task(1, "Rà soát thủ tục hành chính", "Sở Tư pháp", "Quý I năm 2024")
    second = task(2, "Ban hành kế hoạch tuyên truyền", "Sở Nội vụ", "Tháng 3 năm 2024")
    letterhead = "<table><tr><td>UBND TỈNH<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>"
    source = page(f"{letterhead}<h1>DANH MỤC NHIỆM VỤ</h1>{first}{second}{letterhead}")
    assert [grid.place for grid in source.grids] == ["Bảng 1", "Bảng 2", "Bảng 3"]
    draft = draft_from(source, directory)
    assert [(task.content, task.lead, task.deadline) for task in draft.tasks] == [
        ("Rà soát thủ tục hành chính", "Sở Tư pháp", "Quý I năm 2024"),
        ("Ban hành kế hoạch tuyên truyền", "Sở Nội vụ", "Tháng 3 năm 2024"),
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<td class=d x:num='45356'>3/5/2024", "05/03/2024"),
        ("<td class=s x:num=45356>3/5/2024", "05/03/2024"),
        ("<td class=s x:num='x'>3/5/2024", "3/5/2024"),
        ("<td class=s x:num='1e999'>3/5/2024", "3/5/2024"),
        ("<td x:num='5'>5", "5"),
        ('<td sdval="45356" sdnum="1033;1033;MM/DD/YY">03/05/24', "05/03/2024"),
        ('<td sdval="45000000" sdnum="1033;0;#,##0">45,000,000', "45.000.000"),
        ('<td sdval="0.985" sdnum="1033;0;0.0%">98.5%', "98,5%"),
        ('<td sdval="1.1" sdnum="1033;">1.1', "1.1"),
        ("<td style='mso-number-format:\"\\0022Quý \\0022 0\"' x:num=3>Quý 3", "Quý 3"),
    ],
)
def test_values_of_spreadsheets(cell: str, shown: str) -> None:
    style = (
        '<style><!-- .d{mso-number-format:"dd\\/mm\\/yyyy";} .s{mso-number-format:"Short Date";} --></style>'
    )
    assert texts(page(f"{style}<table><tr>{cell}</td></tr></table>").grids[0]) == [[shown]]


def test_dates_in_the_order_of_the_machine() -> None:
    style = "<style>.s{mso-number-format:'Short Date';} .m{mso-number-format:'m\\/d\\/yyyy';}</style>"
    row = "<tr><td class=s>3/5/2024<td class=m>3/5/2024<td class=s>15/3/2024<td class=s>3/3/2024<td>3/5/2024"
    source = page(f"{style}<table>{row}</table>")
    assert codes(source) == ["short_dates"]
    assert "2 ô ngày" in source.notices[0][1]


def test_pages_in_one_file() -> None:
    source = read_html("kh.mht", in_one_file("<html><body><table><tr><td>Rà soát<td>b</table></body></html>"))
    assert texts(source.grids[0]) == [["Rà soát", "b"]]
    assert (source.kind, source.file) == ("html", "kh.mht")


def test_a_workbook_in_one_file_has_a_page_for_each_sheet() -> None:
    one, other = (f"<table><tr><td>{name}<td>x</table>" for name in ("một", "hai"))
    parts = "".join(
        f'--b\nContent-Type: text/html; charset="{charset}"\nContent-Transfer-Encoding: quoted-printable\n\n{body}\n'
        for charset, body in (
            ("us-ascii", "<frameset><frame src=3D'sheet001.htm'></frameset>"),
            ("utf-8", one.replace("ộ", "=E1=BB=99")),
            ("utf-8", other),
        )
    )
    data = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{parts}--b--\n'.encode()
    source = read_html("kh.mht", data)
    assert [texts(grid)[0][0] for grid in source.grids] == ["một", "hai"]


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (("_MOST_CELLS", "2 ô"), ("_MOST_STEPS", "thẻ")):
        with monkeypatch.context() as patch:
            patch.setattr(html_page, name, 2)
            with pytest.raises(FileProblem, match=words):
                page("<table><tr><td>a<td>b<td>c")
