"""Pieces put together; artefacts of the page set aside with their reason."""

from cchc_desktop.reading.grid.assembly import Assembly, assemble
from cchc_desktop.reading.grid.tables import chain, find_tables
from cchc_desktop.reading.source import Source
from tests.reading.tables import grid, source

HEADING = "STT|Nội dung|Cơ quan chủ trì|Thời gian"


def assembled(document: Source) -> Assembly:
    tables = find_tables(document)
    layout = tables[0].layout
    assert layout is not None
    return assemble(document, chain(document, tables, tables[0]), layout)


def test_artefacts_are_set_aside() -> None:
    found = assembled(
        source(
            grid(f"{HEADING}\n(1)|(2)|(3)|(4)\n1|a|Sở A|Quý I\n|||\n{HEADING}\n|b|Sở A|Quý I\n|Tổng cộng||")
        )
    )
    assert [(row.index, row.text("content"), row.after_break) for row in found.rows] == [
        (2, "a", False),
        (5, "b", True),
    ]
    assert [(drop.index, drop.reason) for drop in found.dropped] == [
        (1, "numbering"),
        (4, "repeated_header"),
        (6, "total"),
    ]
    assert found.dropped[2].text == "Tổng cộng"


def test_rows_are_numbered_through_all_pieces() -> None:
    found = assembled(
        source(
            grid(f"{HEADING}\n1|a|Sở A|Quý I"),
            grid(f"{HEADING}\n2|b|Sở A|Quý I", position=2),
            grid("3|c|Sở A|Quý I", position=2),
            above=["7", "II. Thể chế"],
        )
    )
    assert [
        (row.index, row.lone or row.text("content"), row.after_break, row.outside) for row in found.rows
    ] == [
        (1, "a", False, False),
        (3, "II. Thể chế", False, True),
        (5, "b", True, False),
        (6, "c", True, False),
    ]
    assert [(drop.index, drop.reason) for drop in found.dropped] == [
        (2, "page_number"),
        (4, "repeated_header"),
    ]


def test_the_heading_above_the_first_piece_counts_when_others_have_one() -> None:
    pieces = (grid(f"{HEADING}\n1|a|Sở A|Quý I", position=2), grid(f"{HEADING}\n1|b|Sở A|Quý I", position=3))
    with_headings = assembled(source(*pieces, above=["NHIỆM VỤ", "I. Thể chế", "II. Bộ máy"]))
    assert with_headings.rows[0].lone == "I. Thể chế"
    without = assembled(source(*pieces, above=["NHIỆM VỤ", "I. Thể chế", "Trang 2"]))
    assert without.rows[0].text("content") == "a"


def test_a_guessed_table_has_no_repeats() -> None:
    found = assembled(source(grid("1|Ban hành kế hoạch|Sở A|Quý I\n2|Rà soát|Sở A|Quý II")))
    assert len(found.rows) == 2
