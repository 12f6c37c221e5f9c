"""Prints nobody prepared for: what cannot be read for certain is marked or refused, never put into the wrong row."""

from collections.abc import Sequence

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.pdf.clips import framed, is_hidden, shown_level, shown_upright
from cchc_desktop.reading.pdf.marks import Field, Glyph, Rule
from cchc_desktop.reading.pdf.reader import read_pdf
from cchc_desktop.reading.pdf.row_doubts import next_best
from tests.reading.pdfs import Page, Paper

PLACES = (60, 100, 330, 480, 640)
HEADINGS = ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")


def put(
    page: Page, texts: Sequence[str], y: float, places: Sequence[float] = PLACES, font: str = "F1"
) -> None:
    for x, text in zip(places, texts, strict=True):
        if text:
            page.text(x, y, text, font=font)


def draft(paper: Paper, directory: Directory) -> PlanDraft:
    return draft_from(read_pdf("kh.pdf", paper.saved()), directory)


def codes(plan: PlanDraft) -> set[str]:
    return {problem.code for problem in plan.problems}


def marked(plan: PlanDraft) -> list[bool]:
    return [any(problem.code == "guessed_cells" for problem in task.problems) for task in plan.tasks]


ROWS = (
    ("1", "Rà soát các văn bản quy phạm", "Sở Tư pháp", "Sở Nội vụ", "Quý II"),
    ("2", "Kiểm tra công tác văn thư", "Sở Nội vụ", "Sở Tài chính", "Quý III"),
    ("3", "Tuyên truyền trên báo", "Báo tỉnh", "Sở Nội vụ", "Quý IV"),
)


def test_a_letter_of_another_font_does_not_glue_two_lines(directory: Directory) -> None:
    page = (paper := Paper()).page()
    page.grid((55, 95, 325, 475, 635, 780), (80, 120, 140, 160, 180))
    for x, text in zip(PLACES, HEADINGS, strict=True):
        page.text(x, 95, "" if text == "Cơ quan phối hợp" else text, font="F2")
    page.text(480, 95, "Cơ quan", font="F2").text(480, 110, "ph", font="F2")
    page.text(492, 110, "ố", font="F1").text(498, 110, "i h", font="F2").text(516, 110, "ợ", font="F1")
    page.text(522, 110, "p", font="F2")
    for at, row in enumerate(ROWS):
        put(page, row, 135 + 20 * at)
    plan = draft(paper, directory)
    assert ("coordinating", "Cơ quan phối hợp") in plan.headings
    assert [task.coordinating for task in plan.tasks] == ["Sở Nội vụ", "Sở Tài chính", "Sở Nội vụ"]


def test_a_heading_over_two_columns_and_lines_set_in_the_middle(directory: Directory) -> None:
    page = (paper := Paper()).page()
    page.text(430, 80, "Cơ quan thực hiện", font="F2").text(640, 80, "Thời gian", font="F2")
    put(page, ("STT", "Nội dung công việc", "", "", ""), 87, font="F2")
    put(page, ("", "", "Chủ trì", "Phối hợp", "hoàn thành"), 94, font="F2")
    for at, row in enumerate(ROWS):
        put(page, row, 115 + 16 * at)
    plan = draft(paper, directory)
    assert {"number", "content", "lead", "coordinating", "deadline"} == set(plan.columns)
    assert [(task.content, task.lead, task.deadline) for task in plan.tasks] == [
        (row[1], row[2], row[4]) for row in ROWS
    ]


def test_full_cells_side_by_side_are_no_heading_of_a_section(directory: Directory) -> None:
    page = (paper := Paper()).page()
    places = (60, 100, 278, 430, 560)
    put(page, HEADINGS, 80, places, font="F2")
    rows = (
        ("1", "Rà soát các văn bản do Hội", "Sở Tư pháp", "Sở Nội vụ", "Quý II"),
        ("", "đồng nhân dân tỉnh ban hành", "", "", ""),
        ("2", "Kiểm tra công tác văn thư các", "Sở Nội vụ", "Sở Tài chính", "Quý III"),
        ("", "đơn vị", "", "", ""),
        ("3", "Tuyên truyền", "Báo tỉnh", "Sở Nội vụ", "Quý IV"),
    )
    for at, row in enumerate(rows):
        put(page, row, 100 + 15 * at, places)
    plan = draft(paper, directory)
    assert [task.number for task in plan.tasks] == ["1", "2", "3"]
    assert plan.tasks[1].content == "Kiểm tra công tác văn thư các đơn vị"
    assert plan.tasks[1].lead == "Sở Nội vụ"


def test_columns_printed_on_another_page_are_refused_with_the_way_out(directory: Directory) -> None:
    paper = Paper()
    first, second = paper.page(), paper.page()
    first.text(60, 60, "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", font="F2")
    put(first, (*HEADINGS[:3], "", ""), 90, font="F2")
    put(second, ("Cơ quan phối hợp", "", "Thời gian", "", ""), 90, font="F2")
    for at, row in enumerate(ROWS):
        put(first, (*row[:3], "", ""), 110 + 20 * at)
        put(second, (row[3], "", row[4], "", ""), 110 + 20 * at)
    plan = draft(paper, directory)
    assert plan.tasks == ()
    assert {"columns_over_pages", "no_table"} <= codes(plan)
    (message,) = (problem.message for problem in plan.problems if problem.code == "columns_over_pages")
    assert "Excel" in message
    assert "trang 2" in message


def test_a_table_with_its_heading_again_on_the_next_page_is_whole(directory: Directory) -> None:
    paper = Paper()
    for rows in (ROWS[:2], ROWS[2:]):
        page = paper.page()
        page.grid((55, 95, 325, 475, 635, 780), tuple(70 + 20 * at for at in range(len(rows) + 2)))
        put(page, HEADINGS, 85, font="F2")
        for at, row in enumerate(rows):
            put(page, row, 105 + 20 * at)
    plan = draft(paper, directory)
    assert "columns_over_pages" not in codes(plan)
    assert len(plan.tasks) == 3


def test_a_row_without_its_beginning_and_the_row_above_the_page_end_are_marked(directory: Directory) -> None:
    paper = Paper()
    first, second = paper.page(), paper.page()
    put(first, HEADINGS, 85, font="F2")
    put(second, HEADINGS, 85, font="F2")
    for page, rows in ((first, 3), (second, 2)):
        page.grid((55, 95, 325, 475, 635, 780), tuple(70 + 20 * at for at in range(rows + 1)))
    put(first, ROWS[0], 105)
    put(first, ("", "Kiểm tra công tác văn thư", "", "", ""), 125)
    put(second, ("2", "tại các sở, ngành", "Sở Nội vụ", "", "Quý III"), 105)
    plan = draft(paper, directory)
    assert [task.content for task in plan.tasks if task.number == "2"] == ["tại các sở, ngành"]
    by_number = dict(zip((task.number for task in plan.tasks), marked(plan), strict=True))
    assert by_number["2"]
    others = [task for task in plan.tasks if task.number != "2"]
    assert any(task.problems for task in others)


def test_words_printed_over_others_mark_their_row(directory: Directory) -> None:
    page = (paper := Paper()).page()
    page.grid((55, 95, 325, 475, 635, 780), (70, 90, 110, 130, 150))
    put(page, HEADINGS, 85, font="F2")
    for at, row in enumerate(ROWS):
        put(page, row, 105 + 20 * at)
    page.text(102, 127, "Nội dung công việc", font="F2")
    assert marked(draft(paper, directory)) == [False, True, False]


def test_a_heading_that_names_two_columns_marks_every_row(directory: Directory) -> None:
    page = (paper := Paper()).page()
    places = (60, 100, 330, 480)
    put(
        page, ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp Thời gian"), 80, places, "F2"
    )
    for at, row in enumerate(ROWS):
        put(page, (*row[:3], f"{row[3]} {row[4]}"), 100 + 20 * at, places)
    plan = draft(paper, directory)
    assert len(plan.tasks) == 3
    assert all(marked(plan))


def test_what_the_page_hides_is_not_read() -> None:
    page = (paper := Paper()).page()
    page.raw("q 50 195 700 320 re W n").text(60, 100, "Nhìn thấy")
    page.text(60, 450, "Khuất").line(50, 450, 700, 450).line(300, 60, 300, 560).raw("Q")
    page.text(60, 500, "Cuối trang").raw("Q q 0 0 m 10 90 l 50 20 l h W* n").text(60, 560, "Góc").raw("Q")
    source = read_pdf("kh.pdf", paper.saved())
    assert [line for line in source.lines if line] == ["Nhìn thấy", "Cuối trang", "Góc"]


def test_frames_that_hide() -> None:
    whole = framed(None, [(0, 0), (100, 0), (100, 50), (0, 50)])
    assert whole == Field(0, 0, 100, 50)
    assert framed(whole, [(0, 0), (40, 30), (100, 50), (0, 60)]) == whole
    assert framed(whole, [(50, 10), (200, 10), (200, 90), (50, 90)]) == Field(50, 10, 100, 50)
    assert shown_level(whole, Rule(20, -50, 150)) == Rule(20, 0, 100)
    assert shown_level(whole, Rule(70, 0, 90)) is None
    assert shown_upright(whole, Rule(20, 60, 90)) is None
    assert shown_upright(None, Rule(20, 60, 90)) == Rule(20, 60, 90)
    assert not is_hidden(whole, Glyph("a", 10, 40, 6, 0, 12, bold=False))
    assert is_hidden(whole, Glyph("a", 10, 70, 6, 0, 12, bold=False))
    assert is_hidden(whole, Glyph("a", 10, 70, 0, 6, 12, bold=False))


def test_the_next_best_way_to_part_lines() -> None:
    options = {0: [(1, 1.0), (2, 1.5)], 1: [(2, 1.0)]}
    costs = [0.0, 1.0, 1.5]
    found = next_best(options, costs)
    assert found == [float("inf"), 2.0, float("inf")]
    assert next_best({0: [(1, 1.0), (2, 3.5)], 1: [(2, 1.0)]}, [0.0, 1.0, 2.0])[1] == 3.5


def test_a_cell_merged_over_two_rows_without_rules_marks_both(directory: Directory) -> None:
    page = (paper := Paper()).page()
    put(page, HEADINGS, 80, font="F2")
    put(page, ("1", "Rà soát văn bản", "Các sở, ban, ngành;", "Sở Nội vụ", "Quý II"), 110)
    put(page, ("2", "Kiểm tra công tác văn thư", "UBND cấp xã", "Sở Tài chính", "Quý III"), 140)
    put(page, ("3", "Tuyên truyền trên báo", "Báo tỉnh", "Sở Nội vụ", "Quý IV"), 170)
    assert marked(draft(paper, directory)) == [True, True, False]
