"""Lists, results, corrections, editing, adding and deleting of tasks."""

from collections.abc import Callable
from datetime import date

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.clock import SetClock, at
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.tasks import Progress, Status, Task
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.services.result_entry import ResultEntry
from cchc_desktop.services.task_queries import Role, TaskQuery
from cchc_desktop.services.task_rows import NewTask

Find = Callable[[str, str], Task]


def test_an_agency_finds_what_it_leads_and_what_reaches_it_through_a_group(app: App) -> None:
    own = app.tasks.list(TaskQuery(agency="Sở Nội vụ", role=Role.LEAD))
    named = [task for task in own if task.lead == "Sở Nội vụ"]
    through_group = [task for task in own if task.lead == "Sở, ngành tỉnh"]
    assert len(named) == 16
    assert len(through_group) == 2
    assert all("Sở Nội vụ" not in task.lead for task in through_group)


def test_names_may_be_short_unaccented_or_keys(app: App) -> None:
    full = app.tasks.list(TaskQuery(agency="Sở Thông tin và Truyền thông", role=Role.LEAD))
    assert full
    for name in (
        "so thong tin va truyen thong",
        "Sở TT&TT",
        "Sở  Thông tin  và Truyền thông",
        "so-thong-tin-va-truyen-thong",
        "Sở Thông tin và Truyền thông tỉnh Tiền Giang",
    ):
        assert app.tasks.list(TaskQuery(agency=name, role=Role.LEAD)) == full, name


def test_a_name_outside_the_directory_finds_its_own_cells(app: App) -> None:
    task = app.tasks.add(
        app.plans.all()[0].id, NewTask("I", "X", "Việc", lead="Tổ công tác 06 tỉnh Hoa")
    ).task
    assert task.id in {each.id for each in app.tasks.list(TaskQuery(agency="tổ công tác 06 tỉnh hoa"))}


def test_an_agency_dissolved_since_still_has_its_tasks_of_the_old_plan(app: App, clock: SetClock) -> None:
    clock.moment = at(date(2026, 11, 22))
    through_group = [
        task for task in app.tasks.list(TaskQuery(agency="Sở Thông tin và Truyền thông", role=Role.LEAD))
        if task.lead == "Sở, ngành tỉnh"
    ]  # fmt: skip
    assert len(through_group) == 2


def test_what_an_agency_co_ordinates(app: App) -> None:
    found = app.tasks.list(TaskQuery(agency="Sở Khoa học và Công nghệ", role=Role.COORDINATING))
    assert ("VII", "9") in {(task.section, task.number) for task in found}
    assert ("II", "2") not in {(task.section, task.number) for task in found}  # Sở Tư pháp alone co-ordinates


def test_a_commune_finds_what_all_communes_are_given(app: App) -> None:
    found = {
        (task.section, task.number)
        for task in app.tasks.list(TaskQuery(agency="UBND xã Tân Hương", role=Role.LEAD))
    }
    assert {("II", "3"), ("III", "3"), ("VII", "3"), ("VII", "9")} <= found
    assert ("IV", "2") not in found  # districts only
    district = {
        (task.section, task.number)
        for task in app.tasks.list(TaskQuery(agency="UBND huyện Cái Bè", role=Role.LEAD))
    }
    assert ("IV", "2") in district
    assert app.tasks.list(TaskQuery(agency="Hội Cựu chiến binh xã Tân Hương", role=Role.LEAD)) == ()


def test_a_group_itself_can_be_asked_for(app: App) -> None:
    found = app.tasks.list(TaskQuery(agency="UBND cấp xã", role=Role.LEAD))
    assert ("III", "3") in {(task.section, task.number) for task in found}


def test_an_agency_without_a_name_is_refused(app: App) -> None:
    with pytest.raises(NotFound, match="tên cơ quan"):
        app.tasks.list(TaskQuery(agency="  ; "))


def test_an_unknown_agency_has_no_tasks(app: App) -> None:
    assert app.tasks.list(TaskQuery(agency="Công ty Trăng Sao")) == ()


@pytest.mark.parametrize("search", ["chuyen doi so", "CHUYỂN ĐỔI SỐ", " chuyển  đổi số "])
def test_search_ignores_accents_case_and_spaces(app: App, search: str) -> None:
    found = app.tasks.list(TaskQuery(search=search))
    assert {(task.section, task.number) for task in found} == {("I", "7"), ("VII", "2"), ("VII", "6")}


def test_words_that_stand_nowhere_together_are_searched_one_by_one(app: App) -> None:
    found = app.tasks.list(TaskQuery(search="so tu phap chi phi tuan thu"))
    assert [(task.section, task.number) for task in found] == [("II", "4")]


def test_search_takes_percent_signs_literally(app: App) -> None:
    assert app.tasks.list(TaskQuery(search="100%"))
    assert not app.tasks.list(TaskQuery(search="%zzz%"))


def test_field_by_number_or_part_of_the_title(app: App) -> None:
    assert len(app.tasks.list(TaskQuery(field="III"))) == 10
    assert len(app.tasks.list(TaskQuery(field="tài chính công"))) == 7


def test_status_and_due_dates_filter(app: App) -> None:
    overdue = app.tasks.list(TaskQuery(status=Status.OVERDUE))
    assert [(task.section, task.number) for task in overdue] == [("I", "1"), ("I", "2")]
    march = app.tasks.list(TaskQuery(due_from=date(2023, 3, 1), due_to=date(2023, 3, 31)))
    assert {task.deadline for task in march} == {"Tháng 3 năm 2023", "Quý I năm 2023", "Quý I/2023"}
    assert len(app.tasks.list(TaskQuery(due_from=date(2023, 12, 1)))) == 3


def test_tasks_without_a_result_in_the_period(app: App, task_at: Find) -> None:
    period = app.reports.get("2023-H1").period
    before = app.tasks.list(TaskQuery(missing_in=period))
    app.tasks.record(task_at("III", "3").id, ResultEntry(completed_on=date(2023, 3, 15)))
    after = app.tasks.list(TaskQuery(missing_in=period))
    assert len(before) - len(after) == 1


def test_own_tasks_follow_the_office(app: App) -> None:
    assert len(app.tasks.own()) == 53
    app.offices.save(Office(agency_key="", agency_name="Sở Tư pháp"))
    own = app.tasks.own()
    assert 0 < len(own) < 53
    assert any(task.lead == "Sở Tư pháp" for task in own)


def test_completing_records_day_and_document(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    after = app.tasks.record(
        task.id,
        ResultEntry(Progress.COMPLETED, date(2023, 2, 20), " 32/BC-SNV ", date(2023, 2, 19), "Đã tổng kết"),
    ).task
    assert (after.progress, after.completed_on, after.document) == (
        Progress.COMPLETED,
        date(2023, 2, 20),
        "32/BC-SNV",
    )
    assert app.tasks.status(after) is Status.COMPLETED_ON_TIME
    assert after.version == task.version + 1
    assert [found.id for found in app.tasks.list(TaskQuery(search="32/bc"))] == [task.id]


def test_a_completion_without_a_day_is_today(app: App, task_at: Find) -> None:
    after = app.tasks.record(task_at("I", "1").id, ResultEntry(Progress.COMPLETED)).task
    assert after.completed_on == date(2023, 3, 20)
    assert app.tasks.status(after) is Status.COMPLETED_LATE


def test_leaving_completed_forgets_the_day(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    app.tasks.record(task.id, ResultEntry(Progress.COMPLETED))
    assert app.tasks.record(task.id, ResultEntry(Progress.IN_PROGRESS)).task.completed_on is None


def test_a_continuous_task_collects_results_and_goes_on(app: App, task_at: Find) -> None:
    task = task_at("III", "3")
    app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 1), document="01/BC"))
    after = app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 15), document="02/BC")).task
    assert [(result.completed_on, result.document) for result in after.results] == [
        (date(2023, 3, 1), "01/BC"),
        (date(2023, 3, 15), "02/BC"),
    ]
    assert after.progress is Progress.IN_PROGRESS
    assert after.completed_on is None
    assert app.tasks.status(after) is Status.CONTINUOUS


def test_the_same_day_again_corrects_the_result(app: App, task_at: Find) -> None:
    task = task_at("III", "3")
    app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 1), document="01/BC"))
    after = app.tasks.record(
        task.id,
        ResultEntry(
            completed_on=date(2023, 3, 1),
            document="01/BC-SNV",
            document_date=date(2023, 3, 1),
            note="bổ sung",
        ),
    ).task
    assert [(result.document, result.note) for result in after.results] == [("01/BC-SNV", "bổ sung")]


def test_a_member_of_the_group_has_its_own_result(app: App, task_at: Find) -> None:
    task = task_at("IV", "1")  # led by "Các Sở, ngành tỉnh", once the ministries have given guidance
    after = app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 10), agency="sở y tế")).task
    assert [(result.agency, result.completed_on) for result in after.results] == [
        ("Sở Y tế", date(2023, 3, 10))
    ]
    assert after.progress is Progress.IN_PROGRESS
    again = app.tasks.record(task.id, ResultEntry(Progress.COMPLETED, agency="Sở Y tế")).task
    assert [(result.agency, result.completed_on) for result in again.results] == [
        ("Sở Y tế", date(2023, 3, 20))
    ]


def test_a_member_has_results_of_every_period(app: App, task_at: Find) -> None:
    task = task_at("II", "2")  # continuous
    app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 10), agency="Sở Y tế"))
    after = app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 20), agency="Sở Y tế")).task
    assert [result.completed_on for result in after.results] == [date(2023, 3, 10), date(2023, 3, 20)]


def test_a_member_result_is_corrected_field_by_field(app: App, task_at: Find) -> None:
    task = task_at("IV", "1")
    app.tasks.record(task.id, ResultEntry(completed_on=date(2023, 3, 10), agency="Sở Y tế"))
    after = app.tasks.record(task.id, ResultEntry(document="07/BC-SYT", note="đủ", agency="Sở Y tế")).task
    (result,) = after.results
    assert (result.completed_on, result.document, result.note) == (date(2023, 3, 10), "07/BC-SYT", "đủ")


def test_who_has_no_part_in_a_task_has_no_result(app: App, task_at: Find) -> None:
    with pytest.raises(NotFound, match="không chủ trì"):
        app.tasks.record(task_at("II", "4").id, ResultEntry(completed_on=date(2023, 3, 10), agency="Sở Y tế"))


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (ResultEntry(completed_on=date(2023, 3, 21)), "ở sau hôm nay"),
        (ResultEntry(completed_on=date(2021, 12, 31)), "sớm hơn kế hoạch"),
        (ResultEntry(document_date=date(2024, 1, 1)), "Ngày văn bản"),
        (ResultEntry(own_due=date(2003, 5, 5)), "Hạn nội bộ"),
        (ResultEntry(document="1" * 201), "Số, ký hiệu"),
        (ResultEntry(note="x" * 10_001), "Ghi chú"),
    ],
)
def test_impossible_values_are_refused_and_nothing_changes(
    app: App, task_at: Find, entry: ResultEntry, reason: str
) -> None:
    task = task_at("I", "1")
    with pytest.raises(InvalidInput, match=reason):
        app.tasks.record(task.id, entry)
    assert app.tasks.get(task.id) == task


def test_dates_can_be_emptied(app: App, task_at: Find) -> None:
    task = task_at("I", "9")
    app.tasks.record(task.id, ResultEntry(own_due=date(2023, 3, 16), document_date=date(2023, 3, 1)))
    after = app.tasks.record(task.id, ResultEntry(own_due=None, document_date=None, completed_on=None)).task
    assert (after.own_due, after.document_date, after.completed_on) == (None, None, None)


def test_an_own_deadline_makes_an_undated_task_due(app: App, task_at: Find) -> None:
    task = task_at("I", "9")
    assert app.tasks.status(task) is Status.NO_DEADLINE
    after = app.tasks.record(task.id, ResultEntry(own_due=date(2023, 3, 16))).task
    assert app.tasks.status(after) is Status.OVERDUE


def test_a_form_that_is_out_of_date_is_told(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    app.tasks.record(task.id, ResultEntry(note="người khác"), expected_version=task.version)
    with pytest.raises(InvalidInput, match="vừa được sửa ở nơi khác"):
        app.tasks.record(task.id, ResultEntry(note="tôi"), expected_version=task.version)
    assert app.tasks.get(task.id).result_note == "người khác"


def test_an_entry_that_changes_nothing_cannot_be_undone(app: App, task_at: Find) -> None:
    assert app.tasks.record(task_at("I", "1").id, ResultEntry(note="")).changes.batch == ""


def test_many_at_once(app: App, task_at: Find) -> None:
    ids = [task_at("I", "1").id, task_at("I", "2").id]
    changes = app.tasks.complete(ids, date(2023, 3, 1), "05/BC", date(2023, 3, 1))
    assert changes.label == "Đánh dấu hoàn thành 2 nhiệm vụ"
    assert {app.tasks.get(each).completed_on for each in ids} == {date(2023, 3, 1)}
    app.history.undo(changes.batch)
    assert {app.tasks.get(each).completed_on for each in ids} == {None}
    app.tasks.set_progress(ids, Progress.PAUSED)
    assert {app.tasks.status(app.tasks.get(each)) for each in ids} == {Status.PAUSED}
    assert app.tasks.set_progress(ids[:1], Progress.PAUSED).label == "Đổi tình trạng"


def test_one_bad_task_among_many_changes_none(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    with pytest.raises(NotFound):
        app.tasks.complete([task.id, 999_999], date(2023, 3, 1))
    assert app.tasks.get(task.id).completed_on is None


def test_the_officers_reading_stands(app: App, task_at: Find) -> None:
    task = task_at("I", "5")  # "Theo kế hoạch"
    reading = Deadline(
        DeadlineKind.DATE, due=date(2023, 5, 31), certain=True, explanation="Theo Kế hoạch 12/KH-SNV"
    )
    after = app.tasks.set_reading(task.id, reading).task
    assert (after.reading, after.reading_by_user, after.deadline) == (reading, True, "Theo kế hoạch")


def test_a_reading_that_ends_before_it_begins_is_refused(app: App, task_at: Find) -> None:
    backwards = Deadline(DeadlineKind.WINDOW, start=date(2023, 5, 31), due=date(2023, 5, 1))
    with pytest.raises(InvalidInput, match="sớm hơn ngày bắt đầu"):
        app.tasks.set_reading(task_at("I", "5").id, backwards)


def test_a_new_task_goes_to_the_end_of_its_section(app: App) -> None:
    plan = app.plans.all()[0]
    new = NewTask(
        "II", "CẢI CÁCH THỂ CHẾ", "Tập huấn  nghiệp vụ", "Sở Tư pháp", "Sở Nội vụ", "UBND tỉnh", "Quý II"
    )
    task = app.tasks.add(plan.id, new).task
    section = [each for each in app.tasks.list() if each.section == "II"]
    assert section[-1] == task
    assert (task.number, task.content) == ("5", "Tập huấn nghiệp vụ")
    assert task.reading.due == date(2023, 6, 30)
    assert [party.name for party in task.lead_parties] == ["Sở Tư pháp"]
    assert [each.section for each in app.tasks.list()] == sorted(
        (each.section for each in app.tasks.list()), key=["I", "II", "III", "IV", "V", "VI", "VII"].index
    )


def test_a_new_section_comes_last(app: App) -> None:
    plan = app.plans.all()[0]
    task = app.tasks.add(plan.id, NewTask("VIII", "TUYÊN TRUYỀN", "Phát sóng chuyên mục")).task
    assert app.tasks.list()[-1] == task
    assert task.number == "1"


def test_a_task_needs_content_and_a_plan(app: App) -> None:
    with pytest.raises(InvalidInput, match="chưa có nội dung"):
        app.tasks.add(app.plans.all()[0].id, NewTask("I", "X", "  "))
    with pytest.raises(NotFound, match="Kế hoạch này"):
        app.tasks.add(999, NewTask("I", "X", "Việc"))


def test_editing_reads_phrase_and_parties_again(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    after = app.tasks.edit(task.id, {"deadline": "Quý III năm 2023", "lead": "Sở Y tế"}).task
    assert after.reading.due == date(2023, 9, 30)
    assert [party.name for party in after.lead_parties] == ["Sở Y tế"]
    assert app.tasks.list(TaskQuery(search="so y te quy iii"))


def test_editing_something_else_keeps_the_officers_reading(app: App, task_at: Find) -> None:
    task = task_at("I", "5")
    reading = Deadline(DeadlineKind.DATE, due=date(2023, 5, 31), certain=True)
    app.tasks.set_reading(task.id, reading)
    assert app.tasks.edit(task.id, {"note": "gấp"}).task.reading == reading


@pytest.mark.parametrize(
    ("values", "reason"), [({"id": "3"}, "không sửa được"), ({"content": " "}, "để trống")]
)
def test_bad_edits_are_refused(app: App, task_at: Find, values: dict[str, str], reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason):
        app.tasks.edit(task_at("I", "1").id, values)


def test_deleting_and_bringing_back(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    changes = app.tasks.remove([task.id])
    with pytest.raises(NotFound):
        app.tasks.get(task.id)
    assert len(app.tasks.list()) == 52
    app.history.undo(changes.batch)
    assert app.tasks.get(task.id).content == task.content
    assert app.tasks.remove([task.id, task_at("I", "2").id]).label == "Xóa 2 nhiệm vụ"


def test_problems_of_reading_stay_with_the_task(app: App, task_at: Find) -> None:
    codes = {code for code, _, _ in app.tasks.problems(task_at("I", "9").id)}
    assert "joined_rows" in codes
    assert app.tasks.problems(999_999) == ()


def test_search_texts_are_folded(app: App, task_at: Find) -> None:
    task = task_at("I", "1")
    assert "tong ket cong tac cchc" in app.tasks.search_texts([task.id])[task.id]
