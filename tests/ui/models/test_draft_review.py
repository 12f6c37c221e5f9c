"""Steps of a review, taken back and done again."""

from datetime import date

import pytest

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.lessons import LessonKind, NameMeaning, PhraseReading
from cchc_desktop.reading.draft import Ruling
from ui.models.draft_review import NameChoice, PhraseChoice, Review, ReviewLog

ROW, OTHER = (1, (3,), 0), (1, (4, 5), 0)
READING = Deadline(DeadlineKind.DATE, due=date(2023, 5, 31), certain=True)


def test_steps_are_taken_back_and_done_again() -> None:
    log = ReviewLog()
    assert (log.next_undo, log.undo(), log.redo()) == ("", "", "")
    first = log.current.with_text([ROW], "lead", "Sở Nội vụ")
    assert log.take("sửa", first)
    assert not log.take("không đổi gì", first)
    assert log.take("bỏ", log.current.with_left_out([ROW], out=True))
    assert (log.undo(), log.current, log.next_redo) == ("bỏ", first, "bỏ")
    assert log.undo() == "sửa"
    assert log.current == Review()
    assert log.redo() == "sửa"
    assert log.take("khác", log.current.with_left_out([OTHER], out=True))
    assert log.next_redo == "", "another step forgets what could be done again"


def test_a_new_phrase_gives_up_the_reading_of_the_old_one() -> None:
    review = Review().with_reading(ROW, READING)
    assert review.with_text([ROW], "lead", "x").readings == {ROW: READING}
    assert review.with_text([ROW], "deadline", "Quý II").readings == {}


def test_a_phrase_for_all_rows_replaces_the_readings_of_single_ones() -> None:
    review = Review().with_reading(ROW, READING).with_reading(OTHER, READING)
    after = review.with_phrase(PhraseChoice("Theo kế hoạch", READING), [ROW])
    assert after.readings == {OTHER: READING}
    assert after.phrases["theo ke hoach"].reading == READING


def test_a_row_goes_back_to_what_the_file_says() -> None:
    review = Review().with_text([ROW, OTHER], "lead", "x").with_reading(ROW, READING)
    after = review.without_changes(ROW)
    assert (list(after.edits), after.readings) == ([OTHER], {})


def test_rulings_belong_to_their_table() -> None:
    review = Review().with_rulings(1, {3: Ruling.TASK}).with_rulings(2, {3: Ruling.DROP})
    assert review.rulings_of(1) == {3: Ruling.TASK}
    assert review.rulings_of(9) == {}


@pytest.mark.parametrize("remember", [True, False])
def test_only_what_is_to_be_remembered_becomes_a_lesson(*, remember: bool) -> None:
    review = (
        Review()
        .with_name(NameChoice("Cục X", LessonKind.AGENCY, "so-noi-vu", "Sở Nội vụ"))
        .with_phrase(PhraseChoice("Theo đợt", READING, remember), [])
    )
    lessons = review.lessons("a.docx", 2023)
    assert lessons[0].meaning == NameMeaning("so-noi-vu", "Sở Nội vụ")
    assert [lesson.meaning for lesson in lessons[1:]] == ([PhraseReading(READING, 2023)] if remember else [])
    assert {lesson.source for lesson in lessons} == {"a.docx"}
    assert len(review.lessons("", 0, phrases=False)) == 1
