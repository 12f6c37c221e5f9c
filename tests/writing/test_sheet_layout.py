"""Row heights, column widths and page breaks worked out without a program that shows the sheet."""

from dataclasses import replace

import pytest

from cchc_desktop.writing.appendix import AppendixDocument, RowKind, appendix_document
from cchc_desktop.writing.measures import Face, points, times_metrics
from cchc_desktop.writing.sheet_layout import (
    LINE_PITCH,
    MAX_HEIGHT,
    PIXEL,
    SPACER_HEIGHT,
    SheetLayout,
    SheetRow,
)
from tests.writing.tasks import ALL_HEADINGS, make_plan, make_task, many, tien_giang

PAGE = points(210 - 40)
METRICS = times_metrics()


def layout(document: AppendixDocument) -> SheetLayout:
    return SheetLayout(document, METRICS)


def pages(sheet: SheetLayout) -> list[list[SheetRow]]:
    """Fill pages as a spreadsheet program does: written breaks, else when a row does not fit."""
    top = sum(height for *_, height in sheet.title_rows)
    used = top + (SPACER_HEIGHT if top else 0) + sheet.header_height
    found: list[list[SheetRow]] = [[]]
    for row in sheet.rows():
        if row.break_before or used + row.height > PAGE:
            found.append([])
            used = sheet.header_height
        found[-1].append(row)
        used += row.height
    return found


@pytest.mark.parametrize("count", [1, 7, 53, 300])
def test_no_heading_stands_at_the_foot_of_a_page(count: int) -> None:
    tasks = [
        replace(task, section=str(index // 3), section_title="LĨNH VỰC")
        for index, task in enumerate(many(count))
    ]
    for page in pages(layout(appendix_document(tasks, make_plan()))):
        assert page
        assert page[-1].kind is RowKind.TASK


def test_the_real_appendix_takes_nine_pages() -> None:
    found = pages(layout(appendix_document(tien_giang(), make_plan())))
    assert len(found) == 9
    assert sum(len(page) for page in found) == 60


def test_the_sheet_is_as_wide_as_the_text_on_a4_landscape() -> None:
    for headings in ((), ALL_HEADINGS):
        width = sum(layout(appendix_document([], make_plan(headings=headings))).column_pixels) * PIXEL
        assert points(297 - 45) * 0.97 < width <= points(297 - 45)


def test_a_portrait_sheet_is_narrower() -> None:
    document = replace(appendix_document(tien_giang(), make_plan()), landscape=False)
    assert sum(layout(document).column_pixels) * PIXEL <= points(210 - 45)


def test_rows_are_as_high_as_their_fullest_cell() -> None:
    task = make_task(content="Sở Nội vụ " * 60, lead="Sở Nội vụ")
    sheet = layout(appendix_document([task], make_plan()))
    row = list(sheet.rows())[1]
    width = sheet.column_pixels[0] * PIXEL
    least = METRICS.lines(row.texts[0], width, 13)
    assert row.height >= least * LINE_PITCH[13]
    assert row.height <= (least + 3) * LINE_PITCH[13]
    assert row.height % PIXEL == 0


def test_line_feeds_make_lines() -> None:
    one, three = (
        list(layout(appendix_document([make_task(content=text)], make_plan())).rows())[1].height
        for text in ("Một", "Một\nHai\nBa")
    )
    assert three - one == 2 * LINE_PITCH[13]


def test_long_headings_and_titles_wrap_too() -> None:
    title = "DANH MỤC NHIỆM VỤ " * 12
    document = appendix_document([make_task(section_title=title)], make_plan(title_block=(title,)))
    sheet = layout(document)
    assert sheet.title_rows[0][2] > 2 * LINE_PITCH[14]
    assert next(iter(sheet.rows())).height > 2 * LINE_PITCH[13]


def test_a_column_holds_its_longest_word() -> None:
    tasks = [make_task(budget="1.250.000.000.000")]
    sheet = layout(appendix_document(tasks, make_plan(headings=ALL_HEADINGS)))
    assert sheet.column_pixels[5] * PIXEL > METRICS.width("1.250.000.000.000", 13)
    assert sheet.column_pixels[0] * PIXEL > METRICS.width("STT", 13, Face.BOLD)


def test_a_task_higher_than_a_row_is_divided_between_words() -> None:
    text = "1. " + " ".join(f"từ{index}" for index in range(3000))
    task = make_task(content=text.removeprefix("1. "), lead="Sở " * 5000)
    rows = list(layout(appendix_document([task, make_task(2)], make_plan())).rows())
    pieces = rows[1:-1]
    assert len(pieces) > 5
    assert all(row.height <= MAX_HEIGHT for row in rows)
    assert [piece.continued for piece in pieces] == [False] + [True] * (len(pieces) - 1)
    assert " ".join(piece.texts[0] for piece in pieces).strip() == text
    assert all(piece.texts[2] == "" for piece in pieces[1:])
    assert " ".join(piece.texts[1] for piece in pieces).split() == ["Sở"] * 5000


def test_a_word_without_spaces_is_divided_where_it_must_be() -> None:
    rows = list(layout(appendix_document([make_task(content="x" * 9000)], make_plan())).rows())
    assert "".join(row.texts[0] for row in rows[1:]) == "1. " + "x" * 9000


def test_a_new_page_for_each_section_is_a_written_break() -> None:
    document = replace(appendix_document(tien_giang(), make_plan()), page_per_section=True)
    rows = list(layout(document).rows())
    assert sum(row.break_before for row in rows if row.kind is RowKind.SECTION) == 6


def test_a_heading_with_nothing_under_it_is_written() -> None:
    document = appendix_document([make_task()], make_plan())
    empty = replace(document.sections[0], tasks=())
    rows = list(layout(replace(document, sections=(*document.sections, empty))).rows())
    assert [row.kind for row in rows] == [RowKind.SECTION, RowKind.TASK, RowKind.SECTION]
