"""Tasks and duties of the running text: what is offered, who leads, what is said about it."""

from dataclasses import replace

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.deadlines import DeadlineKind
from cchc_desktop.reading.body.fields import field_of, fields_in
from cchc_desktop.reading.body.phrases import time_phrase
from cchc_desktop.reading.body.reading import with_body
from cchc_desktop.reading.body.subjects import named_coordinating, named_lead, subject_of
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.draft_json import draft_as_json
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.source import Grid, Source
from tests.reading.plans import plan_source
from tests.reading.tables import grid

HEAD = ("UBND TỈNH AN GIANG", "Số: 9/KH-UBND", "An Giang, ngày 05 tháng 01 năm 2024", "", "KẾ HOẠCH", "Cải cách hành chính năm 2024", "")  # fmt: skip
DUTIES = (
    "III. TỔ CHỨC THỰC HIỆN",
    "",
    "1. Sở Tư pháp: Chủ trì thực hiện nội dung cải cách thể chế.",
    "",
    "2. Sở Nội vụ",
    "",
    "- Là cơ quan thường trực, chủ trì nội dung cải cách chế độ công vụ.",
    "",
    "- Phối hợp với Sở Tài chính trong cải cách tài chính công.",
    "",
    "3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện Kế hoạch.",
)


def plan(*lines: str, grids: tuple[Grid, ...] = (), kind: str = "txt") -> Source:
    return Source(f"kh.{kind}", kind, grids, (*HEAD, *lines))


def draft(directory: Directory, *lines: str) -> PlanDraft:
    return draft_from(plan(*lines, *DUTIES), directory)


def rows(found: PlanDraft) -> list[tuple[str, str, str, str]]:
    return [(task.section, task.number, task.content, task.lead) for task in found.tasks]


def codes(found: PlanDraft, at: int) -> list[str]:
    return [problem.code for problem in found.tasks[at].problems]


def test_the_owner_of_the_field_leads(directory: Directory) -> None:
    found = draft(
        directory, "II. NHIỆM VỤ", "", "1. Cải cách thể chế", "", "a) Rà soát văn bản.", "", "b) Kiểm tra."
    )
    assert rows(found) == [
        ("1", "a)", "Rà soát văn bản.", "Sở Tư pháp"),
        ("1", "b)", "Kiểm tra.", "Sở Tư pháp"),
    ]
    assert codes(found, 0) == ["from_body", "lead_from_duties"]
    assert found.tasks[0].lead_parties[0].name == "Sở Tư pháp"
    assert [problem.code for problem in found.problems] == ["tasks_from_body"]
    assert (found.table, found.columns, found.headings) == (0, {}, ())


def test_a_field_without_owner_has_no_lead(directory: Directory) -> None:
    found = draft(directory, "II. NHIỆM VỤ", "", "1. Cải cách tài chính công", "", "- Thực hiện tự chủ.")
    assert rows(found) == [("1", "1", "Thực hiện tự chủ.", "")]
    assert codes(found, 0) == ["from_body", "missing_lead"]


def test_a_body_named_in_the_item_leads(directory: Directory) -> None:
    found = draft(
        directory,
        "II. NHIỆM VỤ", "", "1. Cải cách thể chế", "",
        "- Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng đề án, hoàn thành trước ngày 30/6/2024.", "",
        "- UBND cấp huyện rà soát văn bản của cấp xã.", "",
        "- Khảo sát mức độ hài lòng (Sở Y tế chủ trì).",
    )  # fmt: skip
    assert [task.lead for task in found.tasks] == ["Sở Nội vụ", "UBND cấp huyện", "Sở Y tế"]
    assert [task.coordinating for task in found.tasks] == ["Sở Tài chính", "", ""]
    first = found.tasks[0]
    assert (first.deadline, f"{first.deadline_reading.due}") == ("trước ngày 30/6/2024", "2024-06-29")
    assert codes(found, 0)[:3] == ["from_body", "lead_from_text", "deadline_from_text"]
    assert codes(found, 1) == ["from_body", "lead_from_text"]


def test_dashes_below_letters_are_items_and_pluses_are_not(directory: Directory) -> None:
    found = draft(
        directory,
        "II. NHIỆM VỤ", "", "1. Cải cách thể chế", "", "a) Thực hiện các việc:", "", "- Một.", "", "- Hai:", "",
        "+ Ba;", "", "+ Bốn.", "", "Đoạn sau của mục.", "", "b) Năm.",
    )  # fmt: skip
    assert [(number, content) for _, number, content, _ in rows(found)] == [
        ("a)", "Thực hiện các việc:"),
        ("a.1", "Một."),
        ("a.2", "Hai: + Ba; + Bốn. Đoạn sau của mục."),
        ("b)", "Năm."),
    ]


def test_numbered_items_without_fields(directory: Directory) -> None:
    found = draft(directory, "II. NHIỆM VỤ TRỌNG TÂM", "", "1. Rà soát văn bản.", "", "2. Kiểm tra công vụ.")
    assert [(section, number) for section, number, _, _ in rows(found)] == [("II", "1"), ("II", "2")]


def test_fields_without_items_give_their_paragraphs(directory: Directory) -> None:
    found = draft(
        directory,
        "II. NHIỆM VỤ",
        "",
        "1. Cải cách thể chế",
        "",
        "Rà soát văn bản của tỉnh.",
        "",
        "Kiểm tra văn bản.",
    )
    assert [(number, content) for _, number, content, _ in rows(found)] == [
        ("1", "Rà soát văn bản của tỉnh."),
        ("2", "Kiểm tra văn bản."),
    ]


def test_paragraphs_before_the_items_are_named(directory: Directory) -> None:
    found = draft(
        directory,
        "II. NHIỆM VỤ",
        "",
        "1. Cải cách thể chế",
        "",
        "Thực hiện các việc sau đây.",
        "",
        "- Rà soát.",
    )
    message = next(problem.message for problem in found.problems if problem.code == "dropped_row")
    assert "Thực hiện các việc sau đây." in message


def test_without_items_nothing_is_offered(directory: Directory) -> None:
    found = draft(directory, "II. NHIỆM VỤ", "", "Thực hiện theo Phụ lục kèm theo Kế hoạch này.")
    assert (found.tasks, found.body_tasks) == ((), ())
    assert "no_table" in [problem.code for problem in found.problems]


def test_the_table_wins(directory: Directory) -> None:
    table = grid("STT|Nội dung|Cơ quan chủ trì|Thời gian\n1|Rà soát|Sở Tư pháp|Quý I/2024", position=11)
    body = ("II. NHIỆM VỤ", "", "- Kiểm tra công vụ.", "", "PHỤ LỤC")
    found = draft_from(plan(*body, grids=(table,)), directory)
    assert [task.content for task in found.tasks] == ["Rà soát"]
    assert [task.content for task in found.body_tasks] == ["Kiểm tra công vụ."]
    assert "tasks_from_body" not in [problem.code for problem in found.problems]


def test_a_table_chosen_by_a_person_is_not_replaced(directory: Directory) -> None:
    plain = grid("x|y", position=3)
    source = plan("II. NHIỆM VỤ", "", "- Kiểm tra công vụ.", grids=(plain,))
    found = draft_from(source, directory, table=1)
    assert "tasks_from_body" not in [problem.code for problem in found.problems]


def test_sheets_and_endless_texts_have_no_running_text(directory: Directory) -> None:
    empty = draft_from(plan(), directory)
    lines = plan("II. NHIỆM VỤ", "", "- Kiểm tra.")
    assert with_body(empty, replace(lines, kind="xlsx"), directory) is empty
    assert with_body(empty, replace(lines, lines=lines.lines * 1500), directory) is empty
    assert with_body(empty, replace(lines, lines=("Kính gửi: các sở",)), directory) is empty


def test_what_the_head_lacks_is_said(directory: Directory) -> None:
    source = Source(
        "kh.txt", "txt", (), ("KẾ HOẠCH", "Cải cách hành chính", "", "I. NHIỆM VỤ", "", "- Quý I, rà soát.")
    )
    found = draft_from(source, directory)
    assert [problem.code for problem in found.problems] == [
        "document_number_missing", "document_date_missing", "issuer_missing", "tasks_from_body", "year_unknown",
    ]  # fmt: skip
    assert found.tasks[0].deadline_reading.kind is DeadlineKind.UNKNOWN
    assert "hãy nhập năm" in found.tasks[0].deadline_reading.explanation


def test_paragraphs_of_word_documents_are_not_joined(directory: Directory) -> None:
    lines = ("II. NHIỆM VỤ", "1. Cải cách thể chế", "- Rà soát văn bản", "- Kiểm tra công vụ", *DUTIES)
    found = draft_from(plan(*lines, kind="docx"), directory)
    assert [task.content for task in found.tasks] == ["Rà soát văn bản", "Kiểm tra công vụ"]


def test_duties(directory: Directory) -> None:
    found = draft(directory, "II. NHIỆM VỤ", "", "- Rà soát.")
    assert [(duty.agency, len(duty.texts), duty.fields) for duty in found.duties] == [
        ("Sở Tư pháp", 1, ("institutions",)),
        ("Sở Nội vụ", 2, ("direction", "service")),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", 1, ()),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Sở Nội vụ chủ trì xây dựng kế hoạch.", "Sở Nội vụ"),
        ("Giao Sở Nội vụ chủ trì.", "Sở Nội vụ"),
        ("UBND cấp huyện, cấp xã tiếp tục rà soát.", "UBND cấp huyện, cấp xã"),
        ("Các sở, ban, ngành tỉnh có trách nhiệm báo cáo.", "Các sở, ban, ngành tỉnh"),
        ("Rà soát văn bản của Sở Nội vụ.", ""),
        ("Công bố danh mục thủ tục hành chính.", ""),
        ("Báo cáo kết quả về Sở Nội vụ.", ""),
        ("Chợ Gạo Xanh chủ trì.", ""),
    ],
)
def test_subjects(text: str, subject: str, directory: Directory) -> None:
    assert subject_of(text, directory)[0] == subject


def test_bodies_named_within_a_sentence(directory: Directory) -> None:
    assert named_lead("Khảo sát do Sở Y tế chủ trì.", directory) == "Sở Y tế"
    assert named_lead("Khảo sát. Cơ quan chủ trì: Sở Y tế", directory) == "Sở Y tế"
    assert named_lead("Khảo sát do nhà thầu chủ trì.", directory) == ""
    assert named_coordinating("Phối hợp với Sở Tài chính thẩm định.", directory) == "Sở Tài chính"
    assert named_coordinating("Phối hợp với nhà thầu thực hiện.", directory) == ""


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Hoàn thành trong Quý II năm 2024.", "trong Quý II năm 2024"),
        ("Báo cáo trước ngày 15/12.", "trước ngày 15/12"),
        ("Định kỳ hàng quý, 6 tháng, năm báo cáo.", "Định kỳ hàng quý, 6 tháng, năm"),
        ("Hằng tháng, công bố kết quả.", "Hằng tháng"),
        ("Thực hiện sau khi có hướng dẫn của Bộ Nội vụ.", "sau khi có hướng dẫn của Bộ Nội vụ"),
        ("Thường xuyên, liên tục rà soát.", "Thường xuyên, liên tục"),
        ("Từ tháng 3 đến tháng 9 kiểm tra.", "Từ tháng 3 đến tháng 9"),
        ("Đến hết năm 2024, 100% xã đạt.", "Đến hết năm 2024"),
        ("Theo Quyết định số 45/QĐ-UBND ngày 10/01/2024 của UBND tỉnh.", ""),
        ("Kế hoạch giai đoạn 2021-2025.", ""),
        ("Chỉ số cải cách hành chính hằng năm của các sở.", ""),
        ("Dự toán ngân sách nhà nước hàng năm.", ""),
    ],
)
def test_time_phrases(text: str, phrase: str) -> None:
    assert time_phrase(text) == phrase


def test_fields() -> None:
    assert field_of("Cải cách chế độ công vụ") == "service"
    assert field_of("Tuyên truyền cải cách hành chính") == "communication"
    assert field_of("Công tác chỉ đạo, điều hành CCHC") == "direction"
    assert fields_in("Chủ trì cải cách TTHC và chính quyền điện tử, chính quyền số") == (
        "procedures",
        "digital",
    )
    assert field_of("Kiểm tra") == ""


def test_json_of_targets_and_duties(directory: Directory) -> None:
    record = draft_as_json(draft_from(plan_source("thua-thien-hue-2022"), directory))
    assert (record["plan"]["period"], record["plan"]["horizon"]) == ([2022, 2025], 2030)
    target = record["targets"][5]
    assert list(target) == ["text", "number", "group", "parts", "problems"]
    assert target["parts"][0] == {"comparator": ">=", "value": 50, "unit": "%", "level": "tỉnh", "year": 2022}
    assert target["parts"][3] == {
        "comparator": ">=", "value": 20, "unit": "%", "level": None, "year": 2025,
        "change": "increase", "per": "năm", "from_year": 2023, "until": 100,
    }  # fmt: skip
    ranges = record["targets"][14]["parts"][0]
    assert (ranges["comparator"], ranges["value"], ranges["to"]) == ("range", 25, 35)
    assert record["duties"][1]["agency"] == "Sở Tư pháp"
    steps = draft_as_json(draft_from(plan_source("quang-nam-2023"), directory))["targets"]
    assert steps[4]["parts"][0]["baselines"] == [{"value": 70, "unit": "%", "year": 2022}]
    assert steps[9]["parts"][1]["baselines"] == [{"name": "PCI", "value": 19, "unit": "hạng", "year": 2021}]
