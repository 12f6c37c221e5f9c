"""Text that went over pages, through mail programs and out of Word's lists: page marks out, broken rows whole."""

import textwrap

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.text.lines import (
    PAGE_BREAK,
    begins_anew,
    joined,
    plain_lines,
    without_running_heads,
)
from cchc_desktop.reading.text.reader import source_of
from cchc_desktop.reading.text.tables import find_tables_in
from tests.reading import text_shapes as shapes
from tests.reading.test_text_shapes import (
    ABOVE,
    BELOW,
    SAMPLES,
    TIEN_GIANG,
    WRITERS,
    Sample,
    as_rows,
    codes,
    read,
)

RUNNING_HEAD = "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH TỈNH TIỀN GIANG"


def paged(text: str, lines_on_a_page: int, *, breaks: bool) -> str:
    """Text with page numbers and a running head, with form feeds or blank lines between the pages."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        page, within = divmod(number, lines_on_a_page)
        if page and not within:
            lines += [f"\f{page + 1}" if breaks else f"\n{page + 1}", RUNNING_HEAD, ""]
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("breaks", [True, False])
@pytest.mark.parametrize(
    ("shape", "lines_on_a_page"),
    [
        ("tabs", 20),
        ("columns", 40),
        ("columns, blank lines", 40),
        ("labelled, wrapped", 40),
        ("one cell a line, blank lines kept", 40),
        ("box drawing", 40),
    ],
)
def test_pages_do_not_show(shape: str, lines_on_a_page: int, breaks: bool, directory: Directory) -> None:
    sample = Sample(TIEN_GIANG)
    draft = read(paged(WRITERS[shape](sample), lines_on_a_page, breaks=breaks), directory)
    assert as_rows(draft, sample) == sample.expected
    assert "running_head" in {problem.code for problem in draft.problems}


@pytest.mark.parametrize("lines_on_a_page", [33, 47])
def test_rows_cut_by_pages_are_marked(lines_on_a_page: int, directory: Directory) -> None:
    sample = Sample(TIEN_GIANG)
    draft = read(paged(WRITERS["columns"](sample), lines_on_a_page, breaks=True), directory)
    assert as_rows(draft, sample) == sample.expected
    assert "page_ends" in {problem.code for problem in draft.problems}
    assert codes(draft) & {"guessed_cells", "joined_rows"}


@pytest.mark.parametrize("width", [72, 100])
def test_rows_wrapped_by_mail(width: int, directory: Directory) -> None:
    sample = Sample(TIEN_GIANG)
    lines = []
    for line in shapes.tab(sample.head, sample.rows).split("\n"):
        kept = line.replace("\t", "\u241f")
        lines += textwrap.wrap(kept, width, break_on_hyphens=False, break_long_words=False)
    draft = read("\n".join(lines).replace("\u241f", "\t"), directory)
    assert as_rows(draft, sample) == sample.expected


def test_numbers_that_word_parts_by_a_tab(directory: Directory) -> None:
    sample = Sample(TIEN_GIANG)
    rows = [row if len(row) == 1 else [row[0].replace(". ", ".\t", 1), *row[1:]] for row in sample.rows]
    assert as_rows(read(shapes.tab(sample.head, rows), directory), sample) == sample.expected


def test_rows_without_numbers(directory: Directory) -> None:
    sample = Sample(SAMPLES[3])
    head, rows, widths = sample.head[1:], [row[1:] for row in sample.rows], sample.widths[1:]
    expected = [{**row, "no": ""} for row in sample.expected]
    for text in (
        shapes.columns(head, rows, widths, apart=True),
        shapes.frame(head, rows, widths),
        shapes.one_a_line(head, rows, keep_empty=True),
        "\n\n".join(shapes.labelled(["Nội dung", *head[1:]], [row]) for row in rows),
    ):
        assert as_rows(read(text, directory), sample) == expected
    draft = read(shapes.columns(head, rows, widths), directory)
    for task in draft.tasks:
        right = any(
            all(getattr(task, {"no": "number"}.get(key, key)) == row[key] for key in row) for row in expected
        )
        assert right or "guessed_cells" in {problem.code for problem in task.problems}


def test_numbers_in_the_middle_of_their_rows(directory: Directory) -> None:
    """Viewers centre short cells beside long ones: exact where blank lines part the rows, marked where none do."""
    sample = Sample(SAMPLES[3])
    widths = [4, 24, 14, 20, 24, 14]
    apart = read(_centred(sample, widths, blank=True), directory)
    assert as_rows(apart, sample) == sample.expected
    close = read(_centred(sample, widths, blank=False), directory)
    assert all("guessed_cells" in {problem.code for problem in task.problems} for task in close.tasks)


def _centred(sample: Sample, widths: list[int], *, blank: bool) -> str:
    lines = []
    for row in (sample.head, *sample.rows):
        cells = [textwrap.wrap(text, width) for text, width in zip(row, widths, strict=True)]
        deep = max(map(len, cells))
        cells = [[""] * ((deep - len(cell)) // 2) + cell for cell in cells]
        for at in range(deep):
            parts = [cell[at] if at < len(cell) else "" for cell in cells]
            lines.append(
                "  ".join(f"{part:<{width}}" for part, width in zip(parts, widths, strict=True)).rstrip()
            )
        lines += [""] * blank
    return "\n".join(lines)


def test_several_tables_of_several_shapes(directory: Directory) -> None:
    sample = Sample(SAMPLES[4])
    targets = "PHỤ LỤC I\nCHỈ TIÊU\n\nSTT\tChỉ tiêu\tMức phấn đấu\n1\tHồ sơ đúng hạn\t98%\n2\tSố hóa\t80%\n"
    tasks = WRITERS["box drawing"](sample)
    people = "PHỤ LỤC III\nDANH SÁCH ĐẦU MỐI\n\n| TT | Họ tên | Điện thoại |\n|---|---|---|\n| 1 | A | 0 |\n"
    text = f"KẾ HOẠCH\n\n{targets}\nPHỤ LỤC II\nNHIỆM VỤ NĂM 2024\n\n{tasks}\n\n{people}"
    draft = draft_from(read_bytes("kh.txt", text.encode()), directory)
    assert (draft.tables_found, draft.table) == (3, 2)
    assert as_rows(draft, sample) == sample.expected


def test_a_heading_over_two_lines_in_a_frame(directory: Directory) -> None:
    text = (
        "┌─────┬──────────┬─────────────────────┬──────────┐\n"
        "│ STT │ Nội dung │  Cơ quan thực hiện  │Thời gian │\n"
        "│     │          ├──────────┬──────────┤          │\n"
        "│     │          │ Chủ trì  │ Phối hợp │          │\n"
        "├─────┼──────────┼──────────┼──────────┼──────────┤\n"
        "│ 1   │ Rà soát  │ Sở Tư    │ Các sở   │ Quý II   │\n"
        "│     │ văn bản  │ pháp     │          │          │\n"
        "├─────┼──────────┼──────────┼──────────┼──────────┤\n"
        "│ 2   │ Công khai│ Sở Nội vụ│          │ Quý I    │\n"
        "└─────┴──────────┴──────────┴──────────┴──────────┘\n"
    )
    draft = draft_from(read_bytes("kh.txt", f"{ABOVE}{text}{BELOW}".encode()), directory)
    rows = [(task.number, task.content, task.lead, task.coordinating, task.deadline) for task in draft.tasks]
    assert rows == [
        ("1", "Rà soát văn bản", "Sở Tư pháp", "Các sở", "Quý II"),
        ("2", "Công khai", "Sở Nội vụ", "", "Quý I"),
    ]


def test_columns_under_a_drawn_line(directory: Directory) -> None:
    text = (
        "STT  Nội dung công việc    Cơ quan chủ trì  Thời gian\n"
        "---  --------------------  ---------------  ---------\n"
        "1    Rà soát văn bản       Sở Tư pháp       Quý II\n"
        "2    Kiểm tra              Sở Nội vụ        Tháng 6\n"
    )
    draft = draft_from(read_bytes("kh.txt", f"{ABOVE}{text}{BELOW}".encode()), directory)
    assert [(task.number, task.lead, task.deadline) for task in draft.tasks] == [
        ("1", "Sở Tư pháp", "Quý II"),
        ("2", "Sở Nội vụ", "Tháng 6"),
    ]


def test_running_text_is_no_table() -> None:
    prose = (
        "1. Nội dung công việc,  do Sở Nội vụ chủ trì,  phối hợp với các cơ quan,  đơn vị thực hiện.\n"
        "Thời gian  theo kế hoạch.  Cơ quan chủ trì báo cáo.\n" * 3
    )
    assert find_tables_in(prose).grids == ()
    assert find_tables_in("Nhiệm vụ\nGiải pháp\nTổ chức thực hiện\nKinh phí").grids == ()


def labelled(draft: PlanDraft) -> list[tuple[str, str, str, str, str]]:
    return [(task.number, task.content, task.lead, task.coordinating, task.deadline) for task in draft.tasks]


def test_labelled_paragraphs_as_officers_write_them(directory: Directory) -> None:
    text = (
        "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. CẢI CÁCH THỂ CHẾ\n\n"
        "1. Rà soát văn bản quy phạm pháp luật:\n"
        "- Đơn vị chủ trì: Sở Tư pháp.\n- Đơn vị phối hợp: Các sở, ngành tỉnh.\n- Thời gian hoàn thành: Quý II.\n\n"
        "2. Kiểm tra văn bản (chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ; thời gian: Tháng 6).\n\n"
        "II. CẢI CÁCH THỦ TỤC\n\n"
        "a) Công khai thủ tục\n+ Cơ quan chủ trì: Văn phòng UBND tỉnh; + Thời gian thực hiện: Thường xuyên\n"
        "\nNơi nhận:\n- Lưu: VT.\n"
    )
    draft = draft_from(source_of("kh", text), directory)
    assert labelled(draft) == [
        ("1", "Rà soát văn bản quy phạm pháp luật", "Sở Tư pháp", "Các sở, ngành tỉnh", "Quý II"),
        ("2", "Kiểm tra văn bản", "Sở Tư pháp", "Sở Nội vụ", "Tháng 6"),
        ("a)", "Công khai thủ tục", "Văn phòng UBND tỉnh", "", "Thường xuyên"),
    ]
    assert [task.section for task in draft.tasks] == ["I", "I", "II"]
    assert "labelled_paragraphs" in {problem.code for problem in draft.problems}


def test_plain_lines_and_their_joints() -> None:
    assert plain_lines("a\fb\u2028c\u00a0d\u200b") == ["a", PAGE_BREAK, "b", "c d"]
    assert plain_lines("e\u0302\u0323\tx\vy") == ["ệ\tx y"]
    assert joined(["Nông nghiệp và", "", "PTNT"]) == "Nông nghiệp và PTNT"
    assert joined(["kinh tế -", "xã hội"]) == "kinh tế - xã hội"
    assert joined(["Sở Y tế", "Sở Nội vụ"], 30) == "Sở Y tế\nSở Nội vụ"
    assert joined(["Sở Y tế,", "Sở Nội vụ"], 30) == "Sở Y tế, Sở Nội vụ"
    assert joined(["Sở Thông tin và Truyền", "Thông"], 24) == "Sở Thông tin và Truyền Thông"
    assert not begins_anew("Sở Y tế", "Sở Nội vụ", 9)


def test_what_is_a_running_head() -> None:
    page, other, third = (
        [f"dòng chữ {letter} của trang {name} này" for letter in "abcdefghijklmn"]
        for name in ("đầu", "giữa", "cuối")
    )
    head = "UBND tỉnh Tiền Giang - Kế hoạch CCHC năm 2023"
    lines = [*page, "1", head, *other, "2", head, *third, "3"]
    kept, gone = without_running_heads(lines)
    assert gone == (head, head)
    assert head not in kept
    close = ["1", head, "2", head, "3"]
    assert without_running_heads(close) == (close, ())
