"""What an officer corrected once holds for the same phrase again, says so, and can be unlearnt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.agency_records import PartyKind
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning, PhraseReading, group_key, reading_in
from cchc_desktop.errors import InvalidInput, NotFound
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.services.comparison import ImportChoices
from cchc_desktop.services.lesson_marks import LEARNT_AGENCY, LEARNT_DEADLINE
from cchc_desktop.services.task_rows import NewTask

TABLE = (
    "KẾ HOẠCH cải cách hành chính năm {year}\n\n"
    "STT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
    "1\tRà soát văn bản\tCục Không Gian Vũ Trụ\tSở Nội vụ\tKhi trời mát\n"
    "2\tBáo cáo kết quả\tSở Nội vụ\tCục không gian vũ trụ, Sở Tư pháp\tQuý II\n"
)
SPACE = Lesson(LessonKind.AGENCY, "Cục Không Gian Vũ Trụ", NameMeaning("so-tu-phap", "Sở Tư pháp"), "a.txt")
COOL = Lesson(
    LessonKind.DEADLINE,
    "Khi trời mát",
    PhraseReading(Deadline(DeadlineKind.DATE, due=date(2023, 2, 28), certain=True, explanation="Hạn."), 2023),
    "a.txt",
)


@pytest.fixture
def read(empty: App, tmp_path: Path) -> Callable[..., PlanDraft]:
    def draft(year: int = 2023) -> PlanDraft:
        path = tmp_path / "ke-hoach.txt"
        path.write_text(TABLE.format(year=year), encoding="utf-8")
        return empty.imports.draft(empty.imports.open_source(path))

    return draft


def codes(draft: PlanDraft, row: int) -> set[str]:
    return {problem.code for problem in draft.tasks[row].problems}


def test_a_name_is_known_the_next_time_and_says_why(empty: App, read: Callable[..., PlanDraft]) -> None:
    assert "unknown_agency" in codes(read(), 0)
    empty.lessons.learn([SPACE])
    draft = read()
    assert [(party.kind, party.name) for party in draft.tasks[0].lead_parties] == [
        (PartyKind.AGENCY, "Sở Tư pháp")
    ]
    (mark,) = [problem for problem in draft.tasks[0].problems if problem.code == LEARNT_AGENCY]
    assert mark.field == "lead"
    assert "“Cục Không Gian Vũ Trụ” là Sở Tư pháp, theo lần sửa trước" in mark.message
    assert "unknown_agency" not in codes(draft, 0)
    second = [problem for problem in draft.tasks[1].problems if problem.code == LEARNT_AGENCY]
    assert [problem.field for problem in second] == ["coordinating"], "the name known anyway is not marked"


def test_a_phrase_is_read_as_before_in_every_year(empty: App, read: Callable[..., PlanDraft]) -> None:
    empty.lessons.learn([COOL])
    draft = read(2024)
    assert draft.tasks[0].deadline_reading.due == date(2024, 2, 29), (
        "the last day of the month stays the last"
    )
    assert LEARNT_DEADLINE in codes(draft, 0)
    assert not codes(draft, 0) & {"deadline_not_understood", "deadline_uncertain"}
    assert LEARNT_DEADLINE not in codes(draft, 1)
    assert draft.tasks[0].deadline == "Khi trời mát", "the printed phrase stays"


def test_days_of_every_kind_move_with_the_year() -> None:
    reading = Deadline(
        DeadlineKind.PERIODIC,
        start=date(2024, 2, 29),
        suggested_due=date(2024, 3, 30),
        occurrences=(date(2024, 3, 31), date(2024, 6, 15)),
    )
    moved = reading_in("Theo đợt", PhraseReading(reading, 2024), 2025)
    assert moved.start == date(2025, 2, 28)
    assert moved.suggested_due == date(2025, 3, 30)
    assert moved.occurrences == (date(2025, 3, 31), date(2025, 6, 15))
    assert moved.due is None


def test_without_a_year_nothing_learnt_is_used(empty: App, tmp_path: Path) -> None:
    empty.lessons.learn([COOL])
    path = tmp_path / "bang.txt"
    path.write_text(TABLE.split("\n\n")[1], encoding="utf-8")
    draft = empty.imports.draft(empty.imports.open_source(path))
    assert draft.year == 0
    assert LEARNT_DEADLINE not in codes(draft, 0)


def test_unlearning_reads_stored_names_again_and_can_be_undone(
    empty: App, read: Callable[..., PlanDraft]
) -> None:
    stored = empty.imports.store(read())
    assert stored.added == 2

    def lead() -> PartyKind:
        return empty.tasks.list()[0].lead_parties[0].kind

    empty.lessons.learn([SPACE, COOL])
    assert lead() is PartyKind.AGENCY
    ids = [lesson.id for lesson in empty.lessons.all()]
    changes = empty.lessons.unlearn(*ids)
    assert empty.lessons.all() == ()
    assert lead() is PartyKind.UNKNOWN
    assert "(2)" in changes.label
    empty.history.undo(changes.batch)
    assert [lesson.phrase for lesson in empty.lessons.all()] == [SPACE.phrase, COOL.phrase]
    assert lead() is PartyKind.AGENCY
    with pytest.raises(NotFound):
        empty.lessons.unlearn(999)
    with pytest.raises(NotFound):
        empty.lessons.unlearn()


def test_the_same_phrase_again_takes_the_place_of_the_lesson_before(empty: App) -> None:
    first = empty.lessons.learn([SPACE])
    other = replace(SPACE, phrase="CỤC KHÔNG GIAN VŨ TRỤ", meaning=NameMeaning("so-noi-vu", "Sở Nội vụ"))
    empty.lessons.learn([other])
    (lesson,) = empty.lessons.all()
    assert lesson.meaning == NameMeaning("so-noi-vu", "Sở Nội vụ")
    assert empty.lessons.learn([other]).batch == "", "nothing changed"
    empty.lessons.unlearn(lesson.id)
    empty.lessons.learn([COOL])
    assert len(empty.lessons.all()) == 1
    assert first.label == "Nhớ cách hiểu “Cục Không Gian Vũ Trụ”"


def test_a_group_of_the_offices_own(empty: App, read: Callable[..., PlanDraft]) -> None:
    name = "Các cục về vũ trụ"
    empty.lessons.learn(
        [Lesson(LessonKind.GROUP, "Cục Không Gian Vũ Trụ", NameMeaning(group_key(name), name))]
    )
    party = read().tasks[0].lead_parties[0]
    assert (party.kind, party.name, party.key) == (PartyKind.GROUP, name, "nhom-cac-cuc-ve-vu-tru")
    known = next(group for group in empty.agencies.directory().groups if group.kinds)
    empty.lessons.learn(
        [Lesson(LessonKind.AGENCY, "Cục Không Gian Vũ Trụ", NameMeaning(known.key, known.name))]
    )
    assert read().tasks[0].lead_parties[0].key == known.key


@pytest.mark.parametrize("phrase", ["", "  ", "x" * 1001])
def test_a_phrase_needs_words(empty: App, phrase: str) -> None:
    with pytest.raises(InvalidInput):
        empty.lessons.learn([replace(SPACE, phrase=phrase)])


def test_an_import_learns_in_its_own_transaction(empty: App, read: Callable[..., PlanDraft]) -> None:
    draft = read()
    result = empty.imports.store(draft, choices=ImportChoices(lessons=(SPACE, COOL)))
    assert len(empty.lessons.all()) == 2
    assert empty.tasks.list()[0].lead_parties[0].name == "Sở Tư pháp", "stored rows are read with it at once"
    empty.history.undo(result.changes.batch)
    assert empty.lessons.all() == ()
    assert empty.plans.all() == ()
    assert empty.agencies.directory().find("Cục Không Gian Vũ Trụ") is None


def test_undoing_an_alias_reads_the_cells_again(app: App) -> None:
    plan = app.plans.all()[0]
    task = app.tasks.add(plan.id, NewTask("I", "X", "Việc", lead="Cục Không Gian Vũ Trụ")).task
    changes = app.agencies.add_alias("so-noi-vu", "Cục Không Gian Vũ Trụ")
    assert app.tasks.get(task.id).lead_parties[0].key == "so-noi-vu"
    app.history.undo(changes.batch)
    assert app.tasks.get(task.id).lead_parties[0].kind is PartyKind.UNKNOWN


def test_giving_up_a_phrase_leaves_names_alone(empty: App) -> None:
    empty.lessons.learn([COOL])
    (lesson,) = empty.lessons.all()
    assert empty.lessons.unlearn(lesson.id).label == "Bỏ điều đã học “Khi trời mát”"
    assert empty.lessons.all() == ()
