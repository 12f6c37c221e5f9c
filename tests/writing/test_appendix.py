"""Tasks in the layout of their plan's appendix."""

from dataclasses import replace

import pytest

from cchc_desktop.columns import BARE_CONTENT, CONTENT
from cchc_desktop.writing.appendix import (
    AppendixDocument,
    AppendixRow,
    RowKind,
    appendix_document,
    plan_columns,
    printable,
)
from tests.writing.tasks import ALL_HEADINGS, HEADINGS, TITLE_BLOCK, make_plan, make_task, tien_giang


def keys(document: AppendixDocument) -> list[str]:
    return [column.key for column, _ in document.columns]


def test_the_real_appendix_comes_out_as_it_was_printed() -> None:
    document = appendix_document(tien_giang(), make_plan())
    assert document.title_block == TITLE_BLOCK
    assert [(column.key, heading) for column, heading in document.columns] == list(HEADINGS)
    assert [section.number for section in document.sections] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert [len(section.tasks) for section in document.sections] == [12, 4, 10, 5, 6, 7, 9]
    rows = list(document.rows())
    assert len(rows) == 53 + 7
    assert rows[0] == AppendixRow(RowKind.SECTION, ("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",))
    assert rows[1].texts == (
        "1. Tổng kết công tác CCHC năm 2022, triển khai Kế hoạch thực hiện nhiệm vụ CCHC năm 2023.",
        "Sở Nội vụ",
        "Các cơ quan, đơn vị có liên quan",
        "UBND tỉnh",
        "Tháng 02 năm 2023",
    )
    assert document.title == "DANH MỤC CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023"
    assert document.end_mark == ""
    assert appendix_document([], end_mark=True).end_mark == "./."


def test_a_plan_with_a_number_column_keeps_it() -> None:
    document = appendix_document([make_task(7)], [make_plan(headings=ALL_HEADINGS)])
    assert keys(document) == [key for key, _ in ALL_HEADINGS]
    assert [row.texts[:2] for row in document.rows()][1] == ("7", "Rà soát văn bản quy phạm pháp luật")


def test_tasks_without_a_section_stand_under_no_heading() -> None:
    rows = appendix_document([make_task(section="", section_title="")], make_plan()).rows()
    assert [row.kind for row in rows] == [RowKind.TASK]


@pytest.mark.parametrize(
    ("number", "title", "heading"), [("I", "A", "I. A"), ("", "A", "A"), ("I", "", "I"), ("", "", "")]
)
def test_a_heading_needs_no_number_and_no_title(number: str, title: str, heading: str) -> None:
    document = appendix_document([make_task(section=number, section_title=title)], make_plan())
    assert document.sections[0].heading == heading


def test_sections_follow_one_another_as_given() -> None:
    tasks = [make_task(1), make_task(2, section="II"), make_task(3)]
    assert [section.number for section in appendix_document(tasks, make_plan()).sections] == ["I", "II", "I"]


def test_without_a_plan_the_usual_columns_and_a_made_title_serve() -> None:
    document = appendix_document([make_task()])
    assert keys(document) == ["number", "content", "lead", "coordinating", "issuing_level", "deadline"]
    assert document.title_block == ("Phụ lục", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023")
    assert list(appendix_document([]).rows()) == []
    assert appendix_document([], make_plan()).title_block == TITLE_BLOCK
    made = appendix_document([make_task()], make_plan(title_block=()))
    assert made.title_block[2].startswith("(Kèm theo Quyết định số 45/QĐ-UBND ngày 10 tháng 01 năm 2023")


def test_tasks_of_several_plans_stand_under_their_plan() -> None:
    plans = [make_plan(), make_plan(id=2, uid="plan-2", headings=ALL_HEADINGS, year=2024)]
    tasks = [
        make_task(1),
        make_task(2, plan_id=2, plan_year=2024, product="Báo cáo", budget="5 triệu", note="Mới"),
    ]
    document = appendix_document(tasks, plans)
    assert [(section.kind, len(section.tasks)) for section in document.sections] == [
        (RowKind.PLAN, 0),
        (RowKind.SECTION, 1),
        (RowKind.PLAN, 0),
        (RowKind.SECTION, 1),
    ]
    assert document.sections[0].heading == "Kế hoạch cải cách hành chính (45/QĐ-UBND)"
    assert document.title_block == ("Phụ lục", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH")
    assert keys(document) == [
        "number",
        "content",
        "lead",
        "coordinating",
        "issuing_level",
        "product",
        "budget",
        "deadline",
        "note",
    ]


def test_plans_of_one_layout_keep_it() -> None:
    other = make_plan(id=2, uid="plan-2", head=replace(make_plan().head, title="", document_number=""))
    document = appendix_document([make_task(1), make_task(2, plan_id=2)], [make_plan(), other])
    assert keys(document) == [key for key, _ in HEADINGS]
    assert document.sections[2].heading == "Kế hoạch cải cách hành chính năm 2023"


def test_a_plan_that_is_not_given_loses_no_text() -> None:
    document = appendix_document([make_task(1), make_task(2, plan_id=9, note="Ghi nhớ")], [make_plan()])
    assert "note" in keys(document)
    assert len(document.tasks) == 2


def test_source_columns_read_into_one_are_printed_once() -> None:
    columns = plan_columns((("content", "Việc"), ("deadline", "Bắt đầu"), ("deadline", "Kết thúc")))
    assert [(column.key, heading) for column, heading in columns] == [
        ("content", "Việc"),
        ("deadline", "Thời gian thực hiện"),
    ]


def test_the_content_is_never_left_out() -> None:
    assert plan_columns((("number", "TT"), ("lead", "Chủ trì")))[1][0] is BARE_CONTENT
    assert plan_columns((("lead", "Chủ trì"),))[0][0] is CONTENT


def test_sections_can_each_start_a_page() -> None:
    tasks = [make_task(1), make_task(2, section="II"), make_task(3, section="", section_title="")]
    document = replace(appendix_document(tasks, make_plan()), page_per_section=True)
    assert [row.new_page for row in document.rows()] == [False, False, True, False, True]


def test_a_plan_and_its_first_section_start_one_page_together() -> None:
    plans = [make_plan(), make_plan(id=2, uid="plan-2")]
    document = appendix_document([make_task(1), make_task(2, plan_id=2)], plans)
    rows = replace(document, page_per_section=True).rows()
    assert [(row.kind.value, row.new_page) for row in rows] == [
        ("plan", False),
        ("section", False),
        ("task", False),
        ("plan", True),
        ("section", False),
        ("task", False),
    ]


def test_printable_text_has_no_control_characters() -> None:
    assert printable("a\u2028b\x0bc\rd\r\ne") == "a\nb\nc\nd\ne"
    assert printable("\ud800\ufffe\x1b[1mSở\u200b Nội\x07") == "[1mSở Nội"
    assert printable("Nội\u00a0vụ\tA") == "Nội\u00a0vụ\tA"
    assert printable("Hoà, hòa") == "Hoà, hòa"
