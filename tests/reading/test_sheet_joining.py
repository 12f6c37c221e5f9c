"""Plans split over several sheets: what becomes one table, what stays apart, what is said."""

from collections.abc import Sequence

from openpyxl import Workbook

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.sheets.xlsx import read_xlsx
from cchc_desktop.reading.source import Source
from tests.reading.documents import put_banner, put_row, saved

HEADINGS = ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"]
FIELDS = ("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tài chính công")
SIGNATURE = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Vĩnh")


def tasks(field: str, count: int = 3) -> list[list[object]]:
    return [
        [
            number,
            f"Rà soát việc thứ {number} của lĩnh vực {field.lower()}",
            "Sở Nội vụ",
            "Các sở, ngành",
            f"Quý {'I' * number}",
        ]
        for number in range(1, count + 1)
    ]


def workbook(
    names: Sequence[str],
    *,
    titles: Sequence[Sequence[str]] = ((), (), ()),
    sections: Sequence[str] = ("", "", ""),
    rows: Sequence[list[list[object]]] | None = None,
    headings: Sequence[Sequence[str]] | None = None,
    signed: bool = False,
    total: bool = False,
) -> Source:
    book = Workbook()
    book.remove(book.worksheets[0])
    for at, name in enumerate(names):
        sheet = book.create_sheet(name)
        row = 1
        for title in titles[at]:
            sheet.cell(row, 1, title)
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)
            row += 1
        put_row(sheet, row, headings[at] if headings else HEADINGS, bold=True)
        if sections[at]:
            row += 1
            put_banner(sheet, row, sections[at], 5)
        for line in rows[at] if rows else tasks(FIELDS[at % 3]):
            row += 1
            put_row(sheet, row, line)
        if total:
            row += 1
            put_row(sheet, row, [None, "Tổng cộng: 3 nhiệm vụ", None, None, None])
        if signed:
            for offset, text in enumerate(SIGNATURE, start=2):
                sheet.cell(row + offset, 4, text)
    return read_xlsx("kh.xlsx", saved(book))


def sections_of(draft: PlanDraft) -> list[tuple[str, str]]:
    return list(dict.fromkeys((task.section, task.section_title) for task in draft.tasks))


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def test_sections_within_the_sheets(directory: Directory) -> None:
    source = workbook(
        ["Sheet1", "Sheet2", "Sheet3"],
        titles=[["DANH MỤC NHIỆM VỤ NĂM 2024"]] * 3,
        sections=[f"{number}. {field}" for number, field in zip(("I", "II", "III"), FIELDS, strict=True)],
    )
    assert len(source.grids) == 1
    assert codes(source) == ["sheets_joined"]
    assert "“Sheet1”, “Sheet2”, “Sheet3”" in source.notices[0][1]
    assert "2 dòng tiêu đề lặp" in source.notices[0][1]
    draft = draft_from(source, directory)
    assert sections_of(draft) == list(zip(("I", "II", "III"), FIELDS, strict=True))
    assert len(draft.tasks) == 9
    assert draft.year == 2024
    assert [problem.code for problem in draft.problems] == ["sheets_joined"]
    assert not any(task.problems for task in draft.tasks)
    apart = source.otherwise("sheets_apart")
    assert [grid.place for grid in apart.grids] == [f"Trang tính “Sheet{number}”" for number in (1, 2, 3)]
    assert apart.notices == ()


def test_signatures_and_sums_of_every_sheet(directory: Directory) -> None:
    source = workbook(
        ["Sheet1", "Sheet2", "Sheet3"],
        sections=[f"{number}. {field}" for number, field in zip(("I", "II", "III"), FIELDS, strict=True)],
        signed=True,
        total=True,
    )
    draft = draft_from(source, directory, year=2024)
    assert sections_of(draft) == list(zip(("I", "II", "III"), FIELDS, strict=True))
    assert len(draft.tasks) == 9
    assert [reason for _, reason, _ in draft.dropped] == ["total"] * 3 + ["signature"] * 9


def test_names_of_sheets_become_sections(directory: Directory) -> None:
    source = workbook(FIELDS)
    assert codes(source) == ["sheets_joined", "sheet_names_as_sections"]
    draft = draft_from(source, directory, year=2024)
    assert sections_of(draft) == [("", field) for field in FIELDS]


def test_titles_above_the_headings_become_sections(directory: Directory) -> None:
    for prefixes in (("I. ", "II. ", "III. "), ("", "", "")):
        titles = [
            ["DANH MỤC NHIỆM VỤ", f"{prefix}{field}"] for prefix, field in zip(prefixes, FIELDS, strict=True)
        ]
        source = workbook(["Sheet1", "Sheet2", "Sheet3"], titles=titles)
        draft = draft_from(source, directory, year=2024)
        assert sections_of(draft) == [
            (prefix.strip(" ."), field) for prefix, field in zip(prefixes, FIELDS, strict=True)
        ]
        assert codes(source) == ["sheets_joined"]


def test_titles_that_name_no_section_are_said() -> None:
    titles = [["DANH MỤC NHIỆM VỤ"], ["Đơn vị tính: việc", "Bảng số hai"], ["DANH MỤC NHIỆM VỤ"]]
    source = workbook(["1", "2", "3"], titles=titles)
    assert codes(source) == ["sheets_joined", "sheet_titles_left_out"]
    assert "“Đơn vị tính: việc”; “Bảng số hai”" in source.notices[1][1]


def test_what_stays_apart() -> None:
    same = tasks(FIELDS[0])
    assert len(workbook(["Gốc", "Sửa"], rows=[same, same]).grids) == 2, "copies"
    assert len(workbook(["2023", "2024"]).grids) == 2, "years in the names"
    assert len(workbook(["a", "b"], titles=[["KẾ HOẠCH NĂM 2023"], ["KẾ HOẠCH NĂM 2024"]]).grids) == 2, (
        "years"
    )
    assert len(workbook(["a", "b"], titles=[["Phụ lục I"], ["Phụ lục II"]]).grids) == 2, "appendices"
    other = ["STT", "Chỉ tiêu", "Năm 2023", "Năm 2024", "Ghi chú"]
    assert len(workbook(["a", "b"], headings=[HEADINGS, other]).grids) == 2, "other columns"
    moved = ["Nội dung công việc", "", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"]
    assert len(workbook(["a", "b"], headings=[HEADINGS[1:], moved]).grids) == 2, "columns elsewhere"
    assert len(workbook(["a", "b"], rows=[tasks("x"), []]).grids) == 2, "nothing below the heading"


def test_a_summary_beside_its_parts(directory: Directory) -> None:
    everything = [line for field in FIELDS for line in tasks(field)]
    source = workbook(
        ["Tổng hợp", *FIELDS], titles=[()] * 4, sections=[""] * 4, rows=[everything, *map(tasks, FIELDS)]
    )
    assert source.grids[0].place == "Trang tính “Tổng hợp”"
    assert len(source.grids) == 2
    draft = draft_from(source, directory, year=2024)
    assert len(draft.tasks) == 9
    assert "other_table" in {problem.code for problem in draft.problems}


def test_a_sheet_with_two_tables_is_not_joined() -> None:
    targets: list[list[object]] = [
        *tasks(FIELDS[0]),
        [None] * 5,
        ["STT", "Tên chỉ tiêu", "Thời gian", "Cơ quan chủ trì", "Ghi chú"],
        [1, "Tỷ lệ", "%", "Sở Nội vụ", None],
    ]
    assert len(workbook(["a", "b"], rows=[targets, tasks(FIELDS[1])]).grids) == 2


def test_a_wider_sheet() -> None:
    wide = [[*line, "Ghi thêm"] for line in tasks(FIELDS[1])]
    source = workbook(["a", "b"], rows=[tasks(FIELDS[0]), wide])
    assert len(source.grids) == 1
    assert {len(row) for row in source.grids[0].rows} == {6}
