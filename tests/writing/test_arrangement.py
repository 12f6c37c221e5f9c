"""Lists grouped and thinned out for printing."""

from cchc_desktop.domain.agencies import Party, PartyKind
from cchc_desktop.writing.appendix import appendix_document
from cchc_desktop.writing.arrangement import NO_LEAD, Arrangement, GroupBy, arranged, lead_names
from tests.writing.tasks import ALL_HEADINGS, make_plan, make_task, tien_giang

HOME = Party("Sở Nội vụ", PartyKind.AGENCY, "Sở Nội vụ", "so-noi-vu")
HEALTH = Party("Sở Y tế", PartyKind.AGENCY, "Sở Y tế", "so-y-te")
RELATED = Party("Các cơ quan có liên quan", PartyKind.UNSPECIFIED)


def test_plain_arrangement_changes_nothing() -> None:
    document = appendix_document(tien_giang(), make_plan())
    assert arranged(document, Arrangement()) == document


def test_without_groups_tasks_carry_their_section() -> None:
    document = arranged(appendix_document(tien_giang(), make_plan()), Arrangement(GroupBy.NONE))
    rows = list(document.rows())
    assert len(rows) == 53
    assert rows[12].texts[0].startswith("II.1. Tham mưu")


def test_each_leading_body_gets_all_its_tasks() -> None:
    tasks = [
        make_task(1, lead="Sở Y tế, Sở Nội vụ", lead_parties=(HEALTH, HOME)),
        make_task(2, lead="", lead_parties=()),
        make_task(3, lead="Sở Nội vụ", lead_parties=(HOME,), section="", section_title=""),
    ]
    document = appendix_document(tasks, make_plan())
    grouped = arranged(document, Arrangement(GroupBy.LEAD, page_per_section=True))
    assert [section.heading for section in grouped.sections] == [
        "I. Sở Nội vụ",
        "II. Sở Y tế",
        f"III. {NO_LEAD}",
    ]
    assert [[task.number for task in section.tasks] for section in grouped.sections] == [
        ["I.1", "3"],
        ["I.1"],
        ["I.2"],
    ]
    assert grouped.page_per_section
    assert [task.number for task in document.tasks] == ["1", "2", "3"]


def test_groups_stand_in_dictionary_order() -> None:
    tasks = [
        make_task(index, lead=lead) for index, lead in enumerate(["Đài", "Sở", "Dân", "Ủy ban"], start=1)
    ]
    grouped = arranged(appendix_document(tasks, make_plan()), Arrangement(GroupBy.LEAD))
    assert [section.title for section in grouped.sections] == ["Dân", "Đài", "Sở", "Ủy ban"]


def test_a_lead_that_names_no_body_stays_as_printed() -> None:
    assert lead_names(make_task(lead="Các cơ quan\ncó liên quan", lead_parties=(RELATED,))) == (
        "Các cơ quan có liên quan",
    )


def test_columns_are_left_out_and_numbers_move_to_the_content() -> None:
    document = appendix_document([make_task(4)], make_plan(headings=ALL_HEADINGS))
    thin = arranged(document, Arrangement(columns=("content", "deadline")))
    assert list(thin.rows())[1].texts == ("4. Rà soát văn bản quy phạm pháp luật", "Thường xuyên")
    assert arranged(document, Arrangement(columns=("number", "content"))).columns == document.columns[:2]
    assert arranged(document, Arrangement(columns=())).columns == document.columns
