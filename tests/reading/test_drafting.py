"""Drafts: rows read, problems noted, choices offered, everything uncertain marked."""

import json
from datetime import date

import pytest

from cchc_desktop.domain.agencies import Directory, PartyKind
from cchc_desktop.domain.deadlines import DeadlineKind
from cchc_desktop.errors import InvalidInput
from cchc_desktop.reading.draft import PlanDraft, TaskDraft
from cchc_desktop.reading.draft_json import draft_as_json
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.source import Source
from tests.reading.tables import grid, source

HEADING = "STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian"
TITLE = ("PHỤ LỤC", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024")


def document(table: str, *, title: tuple[str, ...] = TITLE) -> Source:
    return source(grid(table, position=len(title), place="Bảng 1"), above=title)


def draft(directory: Directory, rows: str, heading: str = HEADING, **more: object) -> PlanDraft:
    return draft_from(document(f"{heading}\n{rows}"), directory, **more)  # type: ignore[arg-type]  # year, table, columns


def task(directory: Directory, row: str, heading: str = HEADING) -> TaskDraft:
    return draft(directory, row, heading).tasks[0]


def codes(of: PlanDraft | TaskDraft) -> list[tuple[str, str]]:
    return [(problem.code, problem.field) for problem in of.problems]


def test_a_row_without_doubt(directory: Directory) -> None:
    row = task(directory, "1|Rà soát văn bản|Sở Tư pháp|Các sở, ban, ngành tỉnh|Quý I/2024")
    assert codes(row) == []
    assert [(party.kind, party.name) for party in row.lead_parties] == [(PartyKind.AGENCY, "Sở Tư pháp")]
    assert row.coordinating_parties[0].kind is PartyKind.GROUP
    assert (row.deadline_reading.kind, row.deadline_reading.due) == (DeadlineKind.WINDOW, date(2024, 3, 31))
    assert row.source_rows == (1,)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1||Sở Tư pháp||Quý I/2024", [("empty_content", "content")]),
        ("1|Rà soát|||Quý I/2024", [("missing_lead", "lead")]),
        ("1|Rà soát|Chợ Gạo Xanh||Quý I/2024", [("unknown_agency", "lead")]),
        ("1|Rà soát|Sở Tư pháp|Chợ Gạo Xanh|Quý I/2024", [("unknown_agency", "coordinating")]),
        ("1|Rà soát|Sở Tư pháp,||Quý I/2024", [("missing_text", "lead")]),
        ("1|Rà soát|Sở Tư pháp|Sở Nội vụ;|Quý I/2024", [("missing_text", "coordinating")]),
        ("1|Rà soát|Sở Tư pháp||", [("deadline_not_understood", "deadline")]),
        ("1|Rà soát|Sở Tư pháp||xanh đỏ tím vàng", [("deadline_not_understood", "deadline")]),
        ("1|Rà soát|Sở Tư pháp||Từ Quý II năm 2024", [("deadline_uncertain", "deadline")]),
        ("1|Rà soát theo Nghị định số|Sở Tư pháp||Quý I/2024", [("missing_text", "content")]),
        ("1|Rà soát văn bản và|Sở Tư pháp||Quý I/2024", [("missing_text", "content")]),
        ("1|Ký bằng chữ ký số|Sở Tư pháp||Quý I/2024", []),
        ("1|Giai đoạn 2024 và các năm tiếp theo|Sở Tư pháp||Quý I/2024", []),
        ("1|Rà soát|Cơ quan hành chính nhà nước các cấp||Quý I/2024", []),
        (
            "1|Rà soát|Cơ quan có thẩm quyền tự đánh giá và chịu trách nhiệm về kết quả.||Quý I/2024",
            [("lead_is_sentence", "lead")],
        ),
        (
            "1|Rà soát|Sở Tư pháp|Cơ quan có thẩm quyền tự đánh giá và chịu trách nhiệm về kết quả.|Quý I/2024",
            [("coordinating_is_sentence", "coordinating")],
        ),
        ("1|Rà soát|Các sở, ngành (trừ Sở Y tế)||Quý I/2024", [("agency_exception", "lead")]),
        ("1|Rà soát|Sở Nội vụ chủ trì, phối hợp Sở Y tế||Quý I/2024", [("mixed_roles", "lead")]),
        ("3|Rà soát|Sở Tư pháp||Quý I/2024", [("number_out_of_order", "number")]),
        ("1|Rà soát|Sở Tư pháp|<|Quý I/2024", [("merged_columns", "")]),
    ],
)
def test_problems_of_a_row(row: str, expected: list[tuple[str, str]], directory: Directory) -> None:
    found = task(directory, row)
    assert codes(found) == expected
    for problem in found.problems:
        assert problem.message.endswith(".")
        assert len(problem.message) > 20


def test_rows_that_say_the_same(directory: Directory) -> None:
    found = draft(
        directory,
        "1|Rà soát|Sở Tư pháp||Quý I\n2|RÀ SOÁT|Sở Tư pháp||Quý I\n3|Rà soát|Sở Nội vụ||Quý I\n4||Sở Y tế||Quý I\n5||Sở Y tế||Quý I",
    )
    repeated = [row.number for row in found.tasks if ("duplicate_row", "") in codes(row)]
    assert repeated == ["1", "2"]


@pytest.mark.parametrize(
    ("heading", "row", "expected"),
    [
        ("STT|Nội dung|Cơ quan chủ trì|Thời gian", "1|a|Sở Y tế|Quý I", [("missing_column", "coordinating")]),
        (
            "STT|Nội dung|Cơ quan chủ trì|Phối hợp",
            "1|a|Sở Y tế|Sở Nội vụ",
            [("missing_column", "deadline")],
        ),
        (
            "STT|Nội dung|Phối hợp|Thời gian",
            "1|a|Sở Y tế|Quý I",
            [("missing_column", "lead")],
        ),
        (
            "STT|Nội dung|Chủ trì, phối hợp|Thời gian|Kết quả|Ưu tiên",
            "1|a|Sở Y tế|Quý I|x|Khẩn",
            [
                ("missing_column", "coordinating"),
                ("lead_and_coordinating_together", "lead"),
                ("ambiguous_column", "product"),
                ("ignored_column", ""),
            ],
        ),
        (
            HEADING,
            "1|a|x|y|Sở A\n2|b|x|y|Sở B\n3|c|x|y|Sở C",
            [
                ("column_doubtful", "lead"),
                ("column_doubtful", "coordinating"),
                ("column_doubtful", "deadline"),
            ],
        ),
    ],
)
def test_problems_of_columns(
    heading: str, row: str, expected: list[tuple[str, str]], directory: Directory
) -> None:
    assert codes(draft(directory, row, heading)) == expected


def test_a_missing_column_is_said_once(directory: Directory) -> None:
    found = draft(directory, "1|a|Sở Y tế\n2|b|Sở Y tế", "STT|Nội dung|Cơ quan chủ trì")
    assert [row.deadline for row in found.tasks] == ["", ""]
    assert all(codes(row) == [] for row in found.tasks)


def test_ticked_quarters(directory: Directory) -> None:
    found = draft(directory, "1|a|Sở Y tế||x|", "STT|Nội dung|Chủ trì|Phối hợp|Quý I|Quý II")
    assert codes(found) == [("deadline_from_marks", "deadline")]
    assert found.tasks[0].deadline == "Quý I"
    assert found.headings[-1] == ("deadline", "")


def test_begin_and_end(directory: Directory) -> None:
    heading = "STT|Nội dung|Chủ trì|Phối hợp|Bắt đầu|Kết thúc"
    rows = (
        "1|a|Sở Y tế||Tháng 1|\n2|b|Sở Y tế||Theo kế hoạch|\n3|c|Sở Y tế||15/3/2024|15/3/2024\n"
        "4|d|Sở Y tế||Quý I|đến Quý II\n5|e|Sở Y tế||Khi có vốn|Quý IV"
    )
    phrases = [row.deadline for row in draft(directory, rows, heading).tasks]
    assert phrases == ["Từ Tháng 1", "Theo kế hoạch", "15/3/2024", "Từ Quý I đến Quý II", "Khi có vốn Quý IV"]


def test_the_year_decides_bare_phrases(directory: Directory) -> None:
    assert draft(directory, "1|a|Sở Y tế||Quý I", year=2030).tasks[0].deadline_reading.due == date(
        2030, 3, 31
    )
    named = draft(directory, "1|a|Sở Y tế||Quý I", year=2030)
    assert (named.year, named.year_certain, named.head.year) == (2030, True, 2030)


def test_without_a_year_nothing_is_invented(directory: Directory) -> None:
    table = document(
        f"{HEADING}\n1|a|Sở Y tế||Quý I\n2|b|Sở Y tế||Thường xuyên", title=("Phụ lục", "NHIỆM VỤ TRỌNG TÂM")
    )
    found = draft_from(table, directory)
    assert (found.year, found.year_certain, found.head.year) == (0, False, None)
    assert codes(found) == [("year_unknown", "")]
    assert found.tasks[0].deadline_reading.kind is DeadlineKind.UNKNOWN
    assert "hãy nhập năm" in found.tasks[0].deadline_reading.explanation
    assert found.tasks[1].deadline_reading.kind is DeadlineKind.CONTINUOUS


def test_a_guessed_year_is_marked(directory: Directory) -> None:
    table = document(f"{HEADING}\n1|a|Sở Y tế||Quý I/2024", title=("NHIỆM VỤ TRỌNG TÂM",))
    found = draft_from(table, directory)
    assert (found.year, codes(found)) == (2024, [("year_guessed", "")])


def test_no_table(directory: Directory) -> None:
    found = draft_from(source(above=["KẾ HOẠCH", "Cải cách hành chính năm 2024"]), directory)
    assert (found.table, found.tables_found, found.tasks) == (0, 0, ())
    assert codes(found) == [("no_table", "")]
    assert found.head.title == "Kế hoạch cải cách hành chính năm 2024"
    assert (found.year, found.repairs) == (2024, {"joined_rows": 0, "dropped_headers": 0})
    assert draft_from(source(), directory, year=2025).year == 2025


def test_a_table_without_tasks(directory: Directory) -> None:
    found = draft_from(document(HEADING), directory)
    assert [code for code, _ in codes(found)] == ["no_tasks"]


def test_rows_set_aside_are_named(directory: Directory) -> None:
    found = draft(directory, "||Sở A||\n||Sở B||\n||Sở C||\n||Sở D||\n1|a|Sở Y tế||Quý I")
    message = next(problem.message for problem in found.problems if problem.code == "dropped_row")
    assert "“Sở A”; “Sở B”; “Sở C” và 1 dòng khác" in message
    assert found.dropped[0] == (1, "orphan", "Sở A")


def test_other_lists_of_tasks_are_named(directory: Directory) -> None:
    table = grid(f"{HEADING}\n1|a|Sở Y tế||Quý I/2024", position=2, place="Bảng 1")
    other = grid(f"{HEADING}\n1|b|Sở Y tế||Quý I/2024", position=3, place="Bảng 2")
    both = source(table, other, above=[*TITLE, "PHỤ LỤC II"])
    found = draft_from(both, directory)
    assert (found.table, codes(found)) == (1, [("other_table", "")])
    assert "Bảng 2" in found.problems[0].message
    second = draft_from(both, directory, table=2)
    assert [row.content for row in second.tasks] == ["b"]
    assert [
        (choice.index, choice.place, choice.columns, choice.rows, choice.first_heading)
        for choice in found.choices
    ] == [
        (1, "Bảng 1", 5, 1, "STT"),
        (2, "Bảng 2", 5, 1, "STT"),
    ]


def test_later_pieces_are_no_choice(directory: Directory) -> None:
    table = grid(f"{HEADING}\n1|a|Sở Y tế||Quý I/2024", position=2)
    found = draft_from(source(table, grid("2|b|Sở Y tế||Quý I/2024", position=2), above=TITLE), directory)
    assert [choice.index for choice in found.choices] == [1]
    assert (found.tables_found, len(found.tasks), found.repairs["merged_tables"]) == (2, 2, 1)


def test_a_table_that_does_not_exist(directory: Directory) -> None:
    with pytest.raises(InvalidInput, match="bảng số 7"):
        draft(directory, "1|a|Sở Y tế||Quý I", table=7)


def test_a_person_chooses_table_and_columns(directory: Directory) -> None:
    plain = source(grid("x|Rà soát|Sở Y tế|Quý I\ny|Kiểm tra|Sở Y tế|Quý II"))
    nothing = draft_from(plain, directory, table=1)
    assert {code for code, _ in codes(nothing)} >= {"missing_column", "ignored_column"}
    found = draft_from(plain, directory, year=2024, table=1, columns={"content": 1, "lead": 2, "deadline": 3})
    assert [(row.content, row.lead, row.deadline) for row in found.tasks] == [
        ("Rà soát", "Sở Y tế", "Quý I"),
        ("Kiểm tra", "Sở Y tế", "Quý II"),
    ]
    assert found.columns == {"content": 1, "lead": 2, "deadline": 3}


def test_notices_of_the_file_are_problems_of_the_draft(directory: Directory) -> None:
    noticed = Source(
        "kh.docx",
        "docx",
        document(f"{HEADING}\n1|a|Sở Y tế||Quý I").grids,
        TITLE,
        (("hidden_text", "Có chữ ẩn."),),
    )
    assert codes(draft_from(noticed, directory)) == [("hidden_text", "")]
    empty = Source("kh.docx", "docx", (), (), (("hidden_text", "Có chữ ẩn."),))
    assert codes(draft_from(empty, directory)) == [("hidden_text", ""), ("no_table", "")]


def test_a_draft_without_title_says_so(directory: Directory) -> None:
    found = draft_from(document(f"{HEADING}\n1|a|Sở Y tế||Quý I/2024", title=()), directory)
    assert ("missing_title", "") in codes(found)


def test_json_of_a_draft(directory: Directory) -> None:
    table = source(
        grid(
            f"{HEADING}\n1|Rà soát|Sở Tư pháp|Các cơ quan, đơn vị có liên quan|Từ Quý II năm 2024", position=3
        ),
        above=[*TITLE, "(Kèm theo Quyết định số 45/QĐ-UBND ngày 10 tháng 01 năm 2024 của UBND tỉnh)"],
    )
    record = json.loads(json.dumps(draft_as_json(draft_from(table, directory)), ensure_ascii=False))
    assert list(record) == ["source", "plan", "columns", "repairs", "tasks", "targets", "problems"]
    assert record["source"] == {"file": "kh.docx", "kind": "docx", "tables_found": 1, "table": 1}
    assert record["plan"] == {
        "title": "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024",
        "document_number": "45/QĐ-UBND",
        "document_date": "2024-01-10",
        "issuer": "UBND tỉnh",
        "year": 2024,
    }
    assert record["columns"] == {"number": 0, "content": 1, "lead": 2, "coordinating": 3, "deadline": 4}
    row = record["tasks"][0]
    assert (row["number"], row["product"], row["note"]) == ("1", "", "")
    assert row["lead_parties"] == [{"text": "Sở Tư pháp", "kind": "agency", "name": "Sở Tư pháp"}]
    assert row["coordinating_parties"] == [
        {"text": "Các cơ quan, đơn vị có liên quan", "kind": "unspecified"}
    ]
    reading = row["deadline_reading"]
    assert (reading["kind"], reading["start"], reading["due"], reading["suggested_due"]) == (
        "window",
        "2024-04-01",
        None,
        "2024-12-31",
    )
    assert (reading["certain"], reading["occurrences"]) == (False, [])
    assert row["problems"][0]["code"] == "deadline_uncertain"
    assert row["problems"][0]["field"] == "deadline"
    assert record["targets"] == record["problems"] == []


def test_json_of_nothing(directory: Directory) -> None:
    record = draft_as_json(draft_from(source(), directory))
    assert record["plan"] == {
        "title": "",
        "document_number": "",
        "document_date": None,
        "issuer": "",
        "year": None,
    }
    assert record["tasks"] == []
    assert "field" not in record["problems"][0]


def test_tables_joined_over_text_between_them_are_said(directory: Directory) -> None:
    pieces = (
        grid(f"{HEADING}\n1|a|Sở Y tế||Quý I/2024", position=2, place="Bảng 1"),
        grid(f"{HEADING}\n1|b|Sở Y tế||Quý I/2024", position=3, place="Bảng 2"),
    )
    joined = draft_from(source(*pieces, above=[*TITLE, "II. Bộ máy"]), directory)
    assert codes(joined) == [("tables_joined", "")]
    assert "2 bảng" in joined.problems[0].message
    assert joined.joined_tables == (1, 2)
    over_a_page = draft_from(source(*pieces, above=[*TITLE, "- 2 -"]), directory)
    assert ("tables_joined", "") not in codes(over_a_page)
