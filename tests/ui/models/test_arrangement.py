"""Filter, counts, sort and sections of the task list on the real plan."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.tasks import Progress, Status, missing_results
from cchc_desktop.services.result_entry import ResultEntry
from cchc_desktop.services.task_queries import Role, TaskQuery
from ui.models.arrangement import Arrangement, SectionRow
from ui.models.task_filter import MINE, MISSING, STATUS_GROUPS, TaskFilter, choice_counts, from_request
from ui.models.task_list import TaskRow, load
from ui.models.task_words import COLUMNS, as_html, as_tsv, missing_words


@pytest.fixture
def arrangement(core: App) -> Arrangement:
    made = Arrangement()
    made.load(load(core))
    return made


def shown(arrangement: Arrangement) -> list[TaskRow]:
    return [entry for entry in arrangement.entries if isinstance(entry, TaskRow)]


def sections(arrangement: Arrangement) -> list[SectionRow]:
    return [entry for entry in arrangement.entries if isinstance(entry, SectionRow)]


def test_it_starts_in_plan_order_with_everything(arrangement: Arrangement) -> None:
    assert arrangement.shown == 53
    assert [section.title.split(".")[0] for section in sections(arrangement)] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
    ]
    assert [row.number for row in shown(arrangement)][:12] == [str(number) for number in range(1, 13)]


def test_agencies_agree_with_the_service(core: App, arrangement: Arrangement) -> None:
    for name in ("Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh", "Sở, ngành tỉnh"):
        for role in Role:
            expected = {task.id for task in core.tasks.list(TaskQuery(year=2023, agency=name, role=role))}
            arrangement.set_filter(TaskFilter(agency=name, role=role))
            assert {row.id for row in shown(arrangement)} == expected, (name, role)
    arrangement.set_filter(TaskFilter(agency="Sở Nội vụ"))
    own = {row.id for row in shown(arrangement)}
    arrangement.set_filter(TaskFilter(agency=MINE))
    assert {row.id for row in shown(arrangement)} == own
    arrangement.set_filter(TaskFilter(role=Role.LEAD))
    assert {row.id for row in shown(arrangement)} < own


def test_counts_stand_for_what_a_click_would_show(arrangement: Arrangement) -> None:
    arrangement.set_filter(TaskFilter(agency=MINE))
    counts = dict(arrangement.counts)
    for status in STATUS_GROUPS:
        arrangement.set_filter(TaskFilter(agency=MINE, status=status))
        assert arrangement.shown == counts[status], status
        assert arrangement.counts == counts


def test_a_phrase_goes_before_its_words(arrangement: Arrangement) -> None:
    arrangement.set_filter(TaskFilter(search="Chỉ số CCHC"))
    assert [row.number for row in shown(arrangement)] == ["3", "4", "8"]
    assert list(arrangement.matched) == ["chi so cchc"]
    arrangement.set_filter(TaskFilter(search="bao cao so noi"))
    assert list(arrangement.matched) == ["bao", "cao", "so", "noi"]
    assert arrangement.shown > 0
    arrangement.set_filter(TaskFilter(search="khong co gi ca"))
    assert arrangement.shown == 0


def test_counts_follow_the_search(arrangement: Arrangement) -> None:
    arrangement.set_filter(TaskFilter(search="Chỉ số CCHC"))
    assert arrangement.counts["overdue"] == 1
    arrangement.set_filter(TaskFilter(search="chi so cchc", status="overdue"))
    assert [row.number for row in shown(arrangement)] == ["4"]
    arrangement.set_filter(TaskFilter(status="overdue"))
    assert arrangement.shown == arrangement.counts["overdue"]


def test_sections_count_done_tasks_of_everything_but_state_and_search(core: App) -> None:
    tasks = core.tasks.list(TaskQuery(year=2023, field="I"))
    core.tasks.complete([task.id for task in tasks[:2]], date(2023, 4, 3))
    made = Arrangement()
    made.load(load(core))
    assert (sections(made)[0].done, sections(made)[0].total) == (2, 12)
    made.set_filter(TaskFilter(status="overdue", search="nam 2023"))
    assert (sections(made)[0].done, sections(made)[0].total) == (2, 12)


def test_fields_by_number_and_by_title(arrangement: Arrangement) -> None:
    for field in ("VI", "cai cach tai chinh cong", "tài chính công"):
        arrangement.set_filter(TaskFilter(field=field))
        assert {row.section[1] for row in shown(arrangement)} == {"VI"}, field
    arrangement.set_filter(TaskFilter(field="I"))
    assert {row.section[1] for row in shown(arrangement)} == {"I"}


def test_spans_of_the_year(arrangement: Arrangement) -> None:
    arrangement.set_filter(TaskFilter(period="q1"))
    first = shown(arrangement)
    assert first
    assert all(row.due and date(2023, 1, 1) <= row.due <= date(2023, 3, 31) for row in first)
    arrangement.set_filter(TaskFilter(period="m3"))
    assert {row.id for row in shown(arrangement)} <= {row.id for row in first}
    arrangement.set_filter(TaskFilter(due_from=date(2023, 1, 1), due_to=date(2023, 3, 31)))
    assert {row.id for row in shown(arrangement)} == {row.id for row in first}


def test_missing_results_agree_with_the_domain(core: App, arrangement: Arrangement) -> None:
    period = core.reports.current_period(date(2023, 4, 20))
    assert period is not None
    expected = {task.id for task in missing_results(core.tasks.list(TaskQuery(year=2023)), period)}
    arrangement.set_filter(TaskFilter(period=MISSING))
    assert {row.id for row in shown(arrangement)} == expected
    arrangement.missing = {"2023-Q1": frozenset(list(expected)[:3])}
    arrangement.set_filter(TaskFilter(period="2023-Q1"))
    assert arrangement.shown == 3


def test_a_result_of_the_period_takes_a_task_off_the_list(core: App) -> None:
    task = next(
        task for task in core.tasks.list(TaskQuery(year=2023)) if core.tasks.status(task) is Status.CONTINUOUS
    )
    before = next(row for row in load(core).rows if row.id == task.id)
    assert before.missing
    assert missing_words(before) == "chưa có kết quả kỳ này"
    core.tasks.record(task.id, ResultEntry(completed_on=date(2023, 4, 10), document="12/BC-SNV"))
    after = next(row for row in load(core).rows if row.id == task.id)
    assert not after.missing
    assert missing_words(after) == "đã có kết quả kỳ này"


def test_chosen_tasks_and_one_plan(arrangement: Arrangement) -> None:
    ids = frozenset(row.id for row in arrangement.source.rows[5:8])
    arrangement.set_filter(TaskFilter(ids=ids))
    assert {row.id for row in shown(arrangement)} == ids
    plan = arrangement.source.plans[0].id
    arrangement.set_filter(TaskFilter(plan=plan))
    assert arrangement.shown == 53
    arrangement.set_filter(TaskFilter(plan=plan + 1))
    assert arrangement.shown == 0


@pytest.mark.parametrize("column", COLUMNS)
def test_sorting_stays_inside_the_sections(arrangement: Arrangement, column: str) -> None:
    plan_order = [row.section for row in shown(arrangement)]
    arrangement.sort_by(column)
    up = shown(arrangement)
    assert [row.section for row in up] == plan_order
    arrangement.sort_by(column, descending=True)
    down = shown(arrangement)
    assert [row.section for row in down] == plan_order
    assert {row.id for row in up} == {row.id for row in down}
    arrangement.sort_by("")
    assert [row.id for row in shown(arrangement)] == [row.id for row in arrangement.source.rows]


def test_numbers_and_dates_sort_as_such(arrangement: Arrangement) -> None:
    arrangement.set_filter(TaskFilter(field="I"))
    arrangement.sort_by("number", descending=True)
    assert [row.number for row in shown(arrangement)][:4] == ["12", "11", "10", "9"]
    arrangement.sort_by("due")
    dues = [row.due for row in shown(arrangement)]
    dated = [due for due in dues if due is not None]
    assert dated == sorted(dated)
    assert dues[len(dated) :] == [None] * (len(dues) - len(dated))


def test_collapsed_sections_hide_rows_but_not_counts(arrangement: Arrangement) -> None:
    key = arrangement.source.rows[0].section
    arrangement.toggle(key)
    assert arrangement.shown == 53
    assert len(shown(arrangement)) == 41
    assert sections(arrangement)[0].collapsed
    assert len(arrangement.matching()) == 53
    arrangement.toggle(key)
    assert len(shown(arrangement)) == 53


def test_choice_counts_say_what_each_choice_would_leave(arrangement: Arrangement) -> None:
    trials = [TaskFilter(agency=MINE, status=status) for status in ("overdue", "continuous", "")]
    counts = choice_counts(arrangement.source, trials, {})
    for trial, count in zip(trials, counts, strict=True):
        arrangement.set_filter(trial)
        assert arrangement.shown == count
    (searched,) = choice_counts(arrangement.source, [TaskFilter(search="báo cáo")], {})
    arrangement.set_filter(TaskFilter(search="báo cáo"))
    assert arrangement.shown == searched > 0


def test_tasks_of_other_years_are_shown_when_the_year_has_no_plan(core: App) -> None:
    core.offices.save(replace(core.offices.get(), year=2031))
    source = load(core)
    assert source.year == 2031
    assert len(source.rows) == 53
    assert [plan.year for plan in source.plans_shown] == [2023]


def test_two_plans_are_told_apart(core: App, plan_text: Path) -> None:
    draft = core.imports.draft(core.imports.open_source(plan_text))
    head = replace(draft.head, document_number="99/KH-UBND", title="Kế hoạch bổ sung")
    core.imports.store(replace(draft, head=head, sha256="x" * 64))
    made = Arrangement()
    made.load(load(core))
    titles = [section.title for section in sections(made)]
    assert len(titles) == 14
    assert titles[7].endswith("– 99/KH-UBND")


def test_requests_of_other_pages_become_filters() -> None:
    assert from_request({"status": "overdue", "agency": "Sở Nội vụ", "role": "lead"}) == TaskFilter(
        agency="Sở Nội vụ", role=Role.LEAD, status="overdue"
    )
    assert from_request({"missing": True}) == TaskFilter(period=MISSING)
    assert from_request({"missing": True, "period": "2023-Q1"}) == TaskFilter(period="2023-Q1")
    assert from_request({"tasks": [3, 5], "plan": 2}) == TaskFilter(plan=2, ids=frozenset({3, 5}))
    assert from_request({"status": "??", "role": "??", "due_from": "2023", "plan": "x"}) == TaskFilter()
    assert from_request({"due_from": date(2023, 1, 1), "field": "I", "search": "a"}) == TaskFilter(
        search="a", field="I", due_from=date(2023, 1, 1)
    )


def test_rows_leave_as_text_and_as_a_table(core: App) -> None:
    row = load(core).rows[3]
    tsv = as_tsv([row], ("number", "content", "due", "status")).split("\n")
    assert tsv[0] == "TT\tNội dung công việc\tHạn\tTình trạng"
    assert tsv[1].split("\t")[2:] == ["31/03/2023", "Quá hạn"]
    html = as_html([row], ("lead", "deadline"))
    assert "<th>Cơ quan chủ trì</th>" in html
    assert "<td>Tháng 3 năm 2023</td>" in html
    assert 'border="1"' in html


def test_states_an_officer_sets_are_shown(core: App) -> None:
    rows = load(core).rows
    core.tasks.set_progress([rows[0].id], Progress.PAUSED)
    assert load(core).rows[0].status is Status.PAUSED
