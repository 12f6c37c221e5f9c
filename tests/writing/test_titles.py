"""The lines above an appendix table."""

from datetime import date

from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.writing.titles import TitleRole, made_block, reference_line, retitled, title_of, title_roles
from tests.writing.tasks import TITLE_BLOCK


def test_the_real_block_is_told_apart() -> None:
    assert [role for role, _ in title_roles(TITLE_BLOCK)] == [
        TitleRole.LABEL,
        TitleRole.TITLE,
        TitleRole.REFERENCE,
        TitleRole.REFERENCE,
    ]


def test_lines_after_the_closing_bracket_are_title_again() -> None:
    roles = title_roles(("PHỤ LỤC I", "(Kèm theo Kế hoạch)", "DANH MỤC", "Phụ lục không phải nhãn"))
    assert [role.value for role, _ in roles] == ["label", "reference", "title", "title"]
    assert title_roles(()) == ()


def test_another_title_keeps_label_and_reference() -> None:
    assert retitled(TITLE_BLOCK, "VIỆC QUÝ I\nNĂM 2023") == (
        "Phụ lục",
        "VIỆC QUÝ I",
        "NĂM 2023",
        *TITLE_BLOCK[2:],
    )
    assert retitled(("DANH MỤC",), "") == ()
    assert title_of(("Phụ lục", "DANH MỤC", "NĂM 2023")) == "DANH MỤC NĂM 2023"


def test_a_made_block_names_the_document() -> None:
    head = PlanHead("", "12/KH-UBND", date(2026, 3, 5), "UBND tỉnh Đồng Tháp", 2026)
    assert made_block(2026, head) == (
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của UBND tỉnh Đồng Tháp)",
    )
    assert made_block(None) == ("Phụ lục", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH")


def test_what_the_document_does_not_say_is_left_out() -> None:
    assert reference_line(PlanHead()) == ""
    assert reference_line(PlanHead(document_number="05/CTr-UBND")) == "(Kèm theo Chương trình số 05/CTr-UBND)"
    assert reference_line(PlanHead(document_number="581")) == "(Kèm theo Văn bản số 581)"
