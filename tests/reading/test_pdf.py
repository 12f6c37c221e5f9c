"""PDF files drawn by hand: what stands where on the paper decides what is read."""

from itertools import pairwise

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.pdf.reader import read_pdf
from cchc_desktop.reading.source import Cell, Grid, Source
from tests.reading.pdfs import Page, Paper, columns

HEAD = ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian")
ROWS = (
    ("1", "Rà soát văn bản", "Sở Tư pháp", "Các sở", "Quý II"),
    ("2", "Kiểm tra", "Sở Nội vụ", "Các sở", "Thường xuyên"),
)
XS = columns(5)


def texts(grid: Grid) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in grid.rows]


def put(page: Page, cells: tuple[str, ...], y: float, **how: str) -> None:
    for x, text in zip(XS, cells, strict=False):
        page.text(x + 5, y, text, **how)  # type: ignore[arg-type]  # the font only


def table(page: Page, rows: tuple[tuple[str, ...], ...], top: float = 100) -> None:
    """A ruled table with rows 20 points high."""
    page.grid(XS, [top + 20 * at for at in range(len(rows) + 1)])
    for at, row in enumerate(rows):
        put(page, row, top + 14 + 20 * at)


def read(paper: Paper) -> Source:
    return read_pdf("kh.pdf", paper.saved())


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def test_a_ruled_table_and_the_lines_around_it() -> None:
    paper = Paper()
    page = paper.page()
    page.text(300, 60, "DANH MỤC NHIỆM VỤ", font="F2")
    table(page, (HEAD, *ROWS))
    page.text(60, 250, "Nơi nhận: như trên.")
    source = read(paper)
    assert source.kind == "pdf"
    assert texts(source.grids[0]) == [list(HEAD), *map(list, ROWS)]
    assert (source.grids[0].position, source.grids[0].place) == (1, "Trang 1")
    assert source.lines == ("DANH MỤC NHIỆM VỤ", "Nơi nhận: như trên.")
    assert source.notices == ()


def test_merged_cells_are_those_without_a_rule_between() -> None:
    page = (paper := Paper()).page()
    for y in (100, 120, 140, 180):
        page.line(XS[0], y, XS[-1], y)
    page.line(XS[1], 160, XS[-1], 160)
    page.line(XS[0], 100, XS[0], 180).line(XS[-1], 100, XS[-1], 180)
    for x in XS[1:-1]:
        page.line(x, 100, x, 120).line(x, 140, x, 180)
    put(page, HEAD, 114)
    page.text(65, 134, "I. CẢI CÁCH THỂ CHẾ", font="F2")
    page.text(65, 164, "1")
    put(page, ("", "Nội dung a", "Sở A", "", "Quý I"), 154)
    put(page, ("", "Nội dung b", "Sở B", "", "Quý II"), 174)
    grid = read(paper).grids[0]
    assert grid.rows[1] == (Cell("I. CẢI CÁCH THỂ CHẾ", columns=5, bold=True), None, None, None, None)
    assert grid.rows[2][0] == Cell("1", rows=2)
    assert grid.rows[3][:2] == (None, Cell("Nội dung b"))


def test_pages_of_one_table_are_one_grid() -> None:
    paper = Paper()
    for number in range(3):
        page = paper.page()
        page.text(420, 30, str(number + 1))
        table(page, (HEAD, (str(number), "Việc", "Sở A", "", "Quý I")), top=60)
    source = read(paper)
    assert [grid.place for grid in source.grids] == ["Trang 1–3"]
    assert len(source.grids[0].rows) == 6
    assert source.lines == ()
    assert codes(source) == ["page_numbers"]
    assert "3 số trang" in source.notices[0][1]


def test_a_line_between_keeps_tables_apart() -> None:
    paper = Paper()
    table(paper.page(), (HEAD, ROWS[0]))
    page = paper.page()
    page.text(60, 80, "Phụ lục II")
    table(page, (HEAD, ROWS[1]))
    assert len(read(paper).grids) == 2


def test_left_and_right_pages_with_other_margins_are_one_table() -> None:
    paper = Paper()
    table(paper.page(), (HEAD, ROWS[0]))
    page = paper.page().raw("q 1 0 0 1 -30 0 cm")
    table(page, (HEAD, ROWS[1]))
    page.raw("Q")
    (grid,) = read(paper).grids
    assert len(grid.rows[0]) == 5


def test_running_heads_are_removed_and_counted() -> None:
    paper = Paper()
    for number in range(4):
        page = paper.page()
        page.text(60, 30, f"UBND tỉnh Mẫu Giang - trang {number + 1}")
        page.text(60, 120, f"Đoạn {number} của kế hoạch.")
        page.text(420, 570, f"- {number + 1} -")
    source = read(paper)
    assert "".join(source.lines).count("Mẫu Giang") == 0
    assert dict(source.notices)["running_heads"].startswith("Đã bỏ 4 dòng")
    assert "4 số trang" in dict(source.notices)["page_numbers"]


def test_a_letterhead_is_read_column_by_column() -> None:
    page = (paper := Paper()).page()
    page.text(80, 50, "UBND TỈNH A").text(480, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=10)
    page.text(80, 66, "Số: 12/KH-UBND").text(500, 66, "Tỉnh A, ngày 05 tháng 01 năm 2024", size=10)
    page.text(60, 120, "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ")
    assert read(paper).lines == (
        "",
        "UBND TỈNH A",
        "Số: 12/KH-UBND",
        "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Tỉnh A, ngày 05 tháng 01 năm 2024",
        "",
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ",
    )


def test_wrapped_lines_are_joined_and_breaks_of_the_author_kept() -> None:
    page = (paper := Paper()).page()
    page.grid((60, 200, 400), (100, 180))
    for at, line in enumerate(("Các cơ quan, đơn vị có", "liên quan", "Sở Tài chính")):
        page.text(65, 114 + 14 * at, line)
    for at, line in enumerate(("Thực hiện Nghị định số 61/2018/NĐ-", "CP của Chính phủ", "- Rà soát;")):
        page.text(205, 114 + 14 * at, line, size=10)
    (row,) = read(paper).grids[0].rows
    assert row == (
        Cell("Các cơ quan, đơn vị có liên quan\nSở Tài chính"),
        Cell("Thực hiện Nghị định số 61/2018/NĐ-CP của Chính phủ\n- Rà soát;"),
    )


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages(turn: int) -> None:
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
    paper = Paper()
    wide, high = (595.0, 842.0) if turn != 180 else (842.0, 595.0)
    origin = {90: f"{wide} 0", 180: f"{wide} {high}", 270: f"0 {high}"}[turn]
    page = paper.page(wide, high)
    drawn = Page()
    table(drawn, (HEAD, *ROWS))
    page.raw(f"q {matrix} {origin} cm").raw("\n".join(drawn.parts)).raw("Q")
    page.parts = ["\n".join(page.parts)]
    used = Paper(pages=[drawn])
    objects = paper.objects()
    objects[5] = used.objects()[5]
    objects[8] = used.objects()[8]
    from tests.reading.pdfs import written

    source = read_pdf("kh.pdf", written(objects))
    assert texts(source.grids[0]) == [list(HEAD), *map(list, ROWS)]


def test_pages_marked_as_turned() -> None:
    paper = Paper()
    page = paper.page(595, 842, rotate=90)
    drawn = Page()
    table(drawn, (HEAD, *ROWS))
    page.raw("q 0 1 -1 0 595 0 cm\n" + "\n".join(drawn.parts) + "\nQ")
    objects, used = paper.objects(), Paper(pages=[drawn]).objects()
    objects[5], objects[8] = used[5], used[8]
    from tests.reading.pdfs import written

    assert texts(read_pdf("kh.pdf", written(objects)).grids[0])[0] == list(HEAD)


def test_accents_printed_apart_and_composed() -> None:
    page = (paper := Paper()).page()
    page.text(60, 100, "So\u031b\u0309 No\u0323\u0302i vu\u0323 ky\u0301")
    page.text(60, 130, "Ha Noi").text(66, 130, "`").text(66 + 6 * 4, 130, "\u0323")
    source = read(paper)
    assert source.lines[0] == "Sở Nội vụ ký"
    assert source.lines[-1] == "Hà Nọi"


def test_text_printed_twice_is_bold_and_read_once() -> None:
    page = (paper := Paper()).page()
    page.grid((60, 300, 500), (100, 120))
    page.text(65, 114, "Nhiệm vụ").text(65.3, 114, "Nhiệm vụ").text(305, 114, "Sở A", render=2)
    assert read(paper).grids[0].rows[0] == (Cell("Nhiệm vụ", bold=True), Cell("Sở A", bold=True))


def test_letters_set_apart_are_one_word() -> None:
    page = (paper := Paper()).page()
    page.text(60, 100, "KẾ HOẠCH", spacing=3)
    assert read(paper).lines == ("KẾ HOẠCH",)


def test_cells_told_by_their_colour() -> None:
    page = (paper := Paper()).page()
    for at, row in enumerate((HEAD, *ROWS)):
        for x0, x1 in pairwise(XS):
            page.field(x0, 100 + 20 * at, x1 - 1, 119 + 20 * at)
        put(page, row, 114 + 20 * at)
    assert texts(read(paper).grids[0]) == [list(HEAD), *map(list, ROWS)]


def test_white_rules_and_page_borders_are_no_table() -> None:
    page = (paper := Paper()).page()
    page.raw("1 G").grid((60, 200, 400), (100, 120, 140)).raw("0 G")
    page.grid((20, 820), (20, 575))
    page.text(65, 114, "Chữ trong khung.")
    source = read(paper)
    assert source.grids == ()
    assert source.lines == ("Chữ trong khung.",)


def test_a_heading_that_runs_upwards_in_its_cell() -> None:
    page = (paper := Paper()).page()
    page.grid((60, 100, 400), (100, 200, 220))
    page.text(85, 190, "Cơ quan", matrix="0 1 -1 0").text(105, 150, "Nội dung của nhiệm vụ cần làm")
    page.text(65, 214, "1").text(105, 214, "Việc")
    page.text(500, 400, "BẢN SAO", matrix="0.7 0.7 -0.7 0.7")
    source = read(paper)
    assert texts(source.grids[0])[0] == ["Cơ quan", "Nội dung của nhiệm vụ cần làm"]
    assert codes(source) == ["turned_text"]


def test_two_cells_whose_texts_touch() -> None:
    page = (paper := Paper()).page()
    page.grid((60, 120, 300), (100, 120)).text(90, 114, "Quý ISở A", font="F2")
    assert texts(read(paper).grids[0]) == [["Quý I", "Sở A"]]


@pytest.mark.parametrize("head_bold", [True, False])
def test_a_table_without_rules(head_bold: bool, directory: Directory) -> None:
    page = (paper := Paper()).page()
    page.text(250, 50, "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024", font="F2")
    put(page, HEAD, 90, font="F2" if head_bold else "F1")
    page.text(65, 106, "I. CẢI CÁCH THỂ CHẾ VÀ TUYÊN TRUYỀN", font="F2")
    lines = (
        ("1", "Rà soát các văn bản", "Sở Tư pháp", "Các sở, ban,", "Quý II"),
        ("", "quy phạm pháp luật", "", "ngành tỉnh", ""),
        ("2", "Kiểm tra công tác", "Sở Nội vụ", "Các sở, ban,", "Thường"),
        ("", "cải cách hành chính", "", "ngành tỉnh", "xuyên"),
        ("3", "Tuyên truyền", "Sở Tư pháp", "Báo tỉnh", "Quý IV"),
    )
    for at, line in enumerate(lines):
        put(page, line, 122 + 16 * at)
    source = read(paper)
    assert codes(source) == ["table_without_rules"]
    draft = draft_from(source, directory)
    assert [(task.number, task.content, task.coordinating) for task in draft.tasks] == [
        ("1", "Rà soát các văn bản quy phạm pháp luật", "Các sở, ban, ngành tỉnh"),
        ("2", "Kiểm tra công tác cải cách hành chính", "Các sở, ban, ngành tỉnh"),
        ("3", "Tuyên truyền", "Báo tỉnh"),
    ]
    assert {task.section for task in draft.tasks} == {"I"}


def test_rows_parted_by_level_rules_only() -> None:
    page = (paper := Paper()).page()
    for at, row in enumerate((HEAD, *ROWS, ("", "Tổng kết", "Sở Nội vụ", "", "Quý IV"))):
        page.line(60, 100 + 30 * at, 780, 100 + 30 * at)
        put(page, row, 114 + 30 * at)
        put(page, ("", "thêm", "", "", ""), 126 + 30 * at)
    page.line(60, 220, 780, 220)
    grid = read(paper).grids[0]
    assert [row[1].text for row in grid.rows if row[1]] == [
        "Nội dung thêm",
        "Rà soát văn bản thêm",
        "Kiểm tra thêm",
        "Tổng kết thêm",
    ]


def test_pages_that_are_pictures_are_named() -> None:
    paper = Paper()
    paper.page().text(60, 100, "Trang có chữ đọc được bình thường.")
    paper.page().picture(0, 0, 842, 595)
    paper.page().picture(0, 0, 842, 595).text(60, 100, "Chữ do máy nhận dạng ra từ ảnh quét.", render=3)
    source = read(paper)
    assert dict(source.notices)["scanned_pages"].startswith("Trang 2 là ảnh quét")
    assert dict(source.notices)["recognised_text"].startswith("Trang 3 là bản quét")


def test_letters_that_the_file_does_not_name() -> None:
    page = (paper := Paper(letters={"X": ""})).page()
    page.text(60, 100, "Kế hoạch cải cách hành chính năm 2024 củX tỉnh")
    source = read(paper)
    assert source.lines == ("Kế hoạch cải cách hành chính năm 2024 củ� tỉnh",)
    assert codes(source) == ["unknown_letters"]


def test_words_over_each_other_are_said() -> None:
    page = (paper := Paper()).page()
    for at in range(4):
        page.text(60 + 100 * at, 100, "Nội dung").text(66 + 100 * at, 102, "Cơ quan")
    assert codes(read(paper)) == ["overprinted_text"]


def test_a_date_too_long_for_its_cell() -> None:
    page = (paper := Paper()).page()
    page.grid((60, 124, 300), (100, 160))
    for at, line in enumerate(("Trước", "15/11/202", "4")):
        page.text(65, 114 + 14 * at, line)
    page.text(130, 114, "Sở Nội vụ")
    assert read(paper).grids[0].rows[0][0] == Cell("Trước 15/11/2024")


def test_short_cells_of_a_small_table_without_rules() -> None:
    page = (paper := Paper()).page()
    for at, row in enumerate(
        (HEAD, ("1", "Bồi dưỡng", "Sở A", "50", "Tháng 5"), ("2", "Dự giờ", "Sở B", "30", "Tháng 8"))
    ):
        put(page, row, 100 + 15 * at)
    (grid,) = read(paper).grids
    assert [row[0].text for row in grid.rows if row[0]] == ["STT", "1", "2"]


def test_rows_that_could_be_parted_otherwise_are_marked() -> None:
    page = (paper := Paper()).page()
    lines = (
        HEAD,
        ("1", "Rà soát văn bản do", "Sở Tư pháp", "Các sở", "Quý II"),
        ("2", "tỉnh ban hành", "Sở Nội vụ", "Các sở", "Quý III"),
        ("3", "Kiểm tra", "Sở Nội vụ", "Các sở", "Quý IV"),
    )
    for at, row in enumerate(lines):
        put(page, row, 100 + 15 * at)
    assert 2 in read(paper).grids[0].unsure_rows


def test_a_merged_cell_goes_on_over_a_page_end() -> None:
    paper = Paper()
    for number in range(2):
        page = paper.page()
        page.line(XS[0], 100, XS[-1], 100).line(XS[1], 120, XS[-1], 120).line(XS[0], 140, XS[-1], 140)
        for x in XS:
            page.line(x, 100, x, 140)
        for row in range(2):
            put(page, ("", f"Việc {2 * number + row}", "Sở A", "", "Quý I"), 114 + 20 * row)
    paper.pages[0].text(65, 120, "1")
    grid = read(paper).grids[0]
    assert grid.rows[0][0] == Cell("1", rows=4)
    assert [row[0] for row in grid.rows[1:]] == [None, None, None]
