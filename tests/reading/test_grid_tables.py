"""Which tables list tasks, and which pieces belong together."""

import pytest

from cchc_desktop.reading.grid_tables import before, best_table, between, chain, find_tables, rivals
from cchc_desktop.reading.source import Grid, Source
from tests.reading.tables import grid, source

HEADING = "STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian"
TASKS = f"{HEADING}\n1|Rà soát|Sở Tư pháp|Các sở|Quý I\n2|Kiểm tra|Sở Nội vụ|Các sở|Quý II"
MORE = "3|Tổng kết|Sở Nội vụ|Các sở|Quý IV"
TARGETS = "STT|Chỉ tiêu|Năm 2025|Đơn vị chủ trì|Thời hạn\n1|Hồ sơ đúng hạn|98%|Sở Nội vụ|31/12/2025"
INSPECTIONS = (
    "STT|Đơn vị được kiểm tra|Nội dung kiểm tra|Đơn vị chủ trì|Thời gian\n1|Sở Y tế|CCHC|Sở Nội vụ|Quý II"
)
LETTERHEAD = "UBND TỈNH|CỘNG HÒA"


def pieces_of(document: Source) -> list[int]:
    tables = find_tables(document)
    first = best_table(tables)
    assert first is not None
    return [piece.index for piece in chain(document, tables, first)]


def test_the_table_of_tasks_is_found_among_others() -> None:
    tables = find_tables(source(grid(LETTERHEAD), grid(TARGETS), grid(TASKS), grid(INSPECTIONS)))
    best = best_table(tables)
    assert best is not None
    assert (best.index, best.grid) == (3, 2)
    assert tables[0].score == 0
    assert rivals(tables, (best,)) == ()


def test_titles_count() -> None:
    plain = find_tables(source(grid(TASKS)))[0].score
    named = find_tables(source(grid(TASKS, position=1), above=["DANH MỤC NHIỆM VỤ"]))[0].score
    other = find_tables(source(grid(TASKS, position=1), above=["DANH SÁCH KIỂM TRA"]))[0].score
    assert named > plain > other


@pytest.mark.parametrize("text", [LETTERHEAD, "a|b|c\nd|e|f", "STT|Nội dung|Ghi chú\n1|x|y"])
def test_tables_without_tasks(text: str) -> None:
    assert best_table(find_tables(source(grid(text)))) is None


def test_no_tables_and_empty_ones() -> None:
    assert best_table(find_tables(source())) is None
    assert best_table(find_tables(source(Grid(())))) is None


def test_two_lists_of_tasks_are_rivals() -> None:
    document = source(grid(TASKS), grid(TASKS, position=1), above=["PHỤ LỤC II"])
    tables = find_tables(document)
    first = best_table(tables)
    assert first is not None
    pieces = chain(document, tables, first)
    assert [table.index for table in rivals(tables, pieces)] == [2]


def test_pieces_with_the_heading_repeated() -> None:
    assert pieces_of(source(grid(TASKS), grid(f"{HEADING}\n{MORE}"), grid(LETTERHEAD))) == [1, 2]


def test_pieces_with_a_heading_that_differs_slightly() -> None:
    heading = "STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời glan"
    assert pieces_of(source(grid(TASKS), grid(f"{heading}\n{MORE}"))) == [1, 2]


def test_pieces_without_heading() -> None:
    assert pieces_of(source(grid(TASKS), grid(MORE, position=2), above=["2", "II. Thể chế"])) == [1, 2]
    assert pieces_of(source(grid(TASKS), grid(MORE, position=1), above=["Danh sách đầu mối"])) == [1]
    assert pieces_of(source(grid(TASKS), grid("3|Tổng kết|Sở A"))) == [1]
    assert pieces_of(source(grid(TASKS), grid("STT|Họ tên|Chức vụ|Đơn vị|Số máy\n1|A|B|C|D"))) == [1]
    assert pieces_of(source(grid(TASKS), Grid(()))) == [1]


def test_another_appendix_is_another_table() -> None:
    assert pieces_of(source(grid(TASKS), grid(TASKS, position=1), above=["Phụ lục 2"])) == [1]


def test_another_table_ends_the_chain() -> None:
    assert pieces_of(source(grid(TASKS), grid(TARGETS), grid(f"{HEADING}\n{MORE}"))) == [1]


def test_sheets_are_never_joined() -> None:
    assert pieces_of(source(grid(TASKS), grid(TASKS), kind="xlsx")) == [1]


def test_a_guessed_table_goes_on_only_without_heading() -> None:
    body = "1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I\n2|Kiểm tra|Sở Nội vụ|Các sở|Quý II"
    assert pieces_of(source(grid(body), grid(MORE))) == [1, 2]
    document = source(grid(body), grid(f"{HEADING}\n{MORE}"))
    tables = find_tables(document)
    assert [piece.index for piece in chain(document, tables, tables[0])] == [1]


def test_tables_below_each_other_in_one_grid() -> None:
    both = f"PHỤ LỤC I||||\n{TARGETS}\n||||\nPHỤ LỤC II||||\nNHIỆM VỤ||||\n{TASKS}"
    tables = find_tables(source(grid(both), kind="xlsx"))
    assert [(table.index, table.above) for table in tables] == [
        (1, ("PHỤ LỤC I",)),
        (2, ("PHỤ LỤC II", "NHIỆM VỤ")),
    ]
    best = best_table(tables)
    assert best is not None
    assert best.index == 2
    assert len(best.body) == 2


def test_the_same_heading_under_another_appendix_begins_a_table() -> None:
    tables = find_tables(source(grid(f"{TASKS}\nPHỤ LỤC II||||\n{TASKS}"), kind="xlsx"))
    assert len(tables) == 2
    assert len(find_tables(source(grid(f"{TASKS}\n||||\n{TASKS}"), kind="xlsx"))) == 1


def test_lines_around_tables() -> None:
    document = source(grid(TASKS, position=1), grid(TASKS, position=3), above=["a", "b", " ", "c"])
    one, other = find_tables(document)
    assert before(document, one) == ("a",)
    assert between(document, one, other) == ("b",)
