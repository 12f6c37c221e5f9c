"""Which tables list tasks, and which pieces belong together."""

import pytest

from cchc_desktop.reading.grid.tables import (
    Table,
    before,
    best_chain,
    between,
    chain,
    chains,
    find_tables,
    rivals,
)
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


def best_of(document: Source) -> tuple[Table, ...]:
    best = best_chain(chains(document, find_tables(document)))
    assert best is not None
    return best


def pieces_of(document: Source) -> list[int]:
    return [piece.index for piece in best_of(document)]


def unread_of(document: Source) -> list[int]:
    return [table.index for table in rivals(find_tables(document), best_of(document))]


def test_the_table_of_tasks_is_found_among_others() -> None:
    document = source(grid(LETTERHEAD), grid(TARGETS), grid(TASKS), grid(INSPECTIONS))
    assert [(table.index, table.grid) for table in best_of(document)] == [(3, 2)]
    assert find_tables(document)[0].score == 0
    assert unread_of(document) == []


def test_titles_count() -> None:
    plain = find_tables(source(grid(TASKS)))[0].score
    named = find_tables(source(grid(TASKS, position=1), above=["DANH MỤC NHIỆM VỤ"]))[0].score
    other = find_tables(source(grid(TASKS, position=1), above=["DANH SÁCH KIỂM TRA"]))[0].score
    assert named > plain > other


@pytest.mark.parametrize(
    "text",
    [
        LETTERHEAD,
        "a|b|c\nd|e|f",
        "STT|Nội dung|Ghi chú\n1|x|y",
        "STT|Nội dung|Sản phẩm\n1|x|y",
        "Cơ quan chủ trì|Cơ quan phối hợp|Thời gian\nx|y|z",
    ],
)
def test_tables_without_tasks(text: str) -> None:
    document = source(grid(text))
    assert best_chain(chains(document, find_tables(document))) is None


def test_no_tables_and_empty_ones() -> None:
    for document in (source(), source(Grid(()))):
        assert best_chain(chains(document, find_tables(document))) is None


def test_two_lists_of_tasks_are_rivals() -> None:
    document = source(grid(TASKS), grid(TASKS, position=1), above=["PHỤ LỤC II"])
    assert pieces_of(document) == [1]
    assert unread_of(document) == [2]


def test_a_table_of_the_same_width_without_heading_may_be_the_rest() -> None:
    document = source(
        grid(TASKS), grid("x|a|b|c|d", position=1), grid("x|y", position=1), above=["Danh sách đầu mối"]
    )
    assert pieces_of(document) == [1]
    assert unread_of(document) == [2]


def test_the_first_piece_counts_also_when_a_later_one_is_larger() -> None:
    rows = "\n".join(f"{number}|Rà soát|Sở Tư pháp|Các sở|Quý I" for number in range(3, 30))
    assert pieces_of(source(grid(TASKS), grid(f"{HEADING}\n{rows}"))) == [1, 2]


def test_rows_above_the_first_readable_heading_belong_to_the_table() -> None:
    table = f"Phụ lục||||\nSTT|Nộl dunq|Cq chù tri|Cq phốl hqp|Thờl qian\n1|Rà soát|Sở Tư pháp||Quý I\n{HEADING}\n2|Kiểm tra|Sở A||Quý I"
    found = find_tables(source(grid(table)))[0]
    assert found.above == ("Phụ lục", "STT", "Nộl dunq", "Cq chù tri", "Cq phốl hqp", "Thờl qian")
    assert [line.index for line in found.body] == [2, 4]


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
    assert len(tables[1].body) == 2


def test_the_same_heading_under_another_appendix_begins_a_table() -> None:
    tables = find_tables(source(grid(f"{TASKS}\nPHỤ LỤC II||||\n{TASKS}"), kind="xlsx"))
    assert len(tables) == 2
    assert len(find_tables(source(grid(f"{TASKS}\n||||\n{TASKS}"), kind="xlsx"))) == 1


def test_lines_around_tables() -> None:
    document = source(grid(TASKS, position=1), grid(TASKS, position=3), above=["a", "b", " ", "c"])
    one, other = find_tables(document)
    assert before(document, one) == ("a",)
    assert between(document, one, other) == ("b",)


def test_a_cut_row_that_reads_like_headings_begins_no_table() -> None:
    table = f"{HEADING}\n1|Rà soát|Sở A|Các sở|Quý I\n|Tổ chức|Sở|Báo và Phát|Tháng\n|Hội thi|Nội vụ|thanh|01/2025"
    tables = find_tables(source(grid(table)))
    assert [len(each.body) for each in tables] == [3]


def test_what_stands_below_in_the_same_grid_is_named() -> None:
    below = "STT|Tên báo cáo|Cơ quan báo cáo|Thời hạn báo cáo|Ghi chú\n1|Báo cáo quý|Các sở|Ngày 15|"
    document = source(grid(f"{TASKS}\n{below}"))
    assert [table.index for table in find_tables(document)] == [1, 2]
    assert unread_of(document) == [2]
