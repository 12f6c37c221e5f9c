"""Thiết đặt – Đã học."""

from datetime import date

from pytestqt.qtbot import QtBot

from cchc_desktop.bootstrap import App
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning, PhraseReading
from ui.bridge import Bridge
from ui.pages.settings import SettingsPage
from ui.pages.settings_learnt import LearntCard

NAME = Lesson(LessonKind.AGENCY, "Cục Vũ Trụ", NameMeaning("so-noi-vu", "Sở Nội vụ"), "ke-hoach.docx")
PHRASE = Lesson(
    LessonKind.DEADLINE,
    "Khi trời mát",
    PhraseReading(Deadline(DeadlineKind.DATE, due=date(2023, 10, 31), certain=True), 2023),
)


def test_nothing_learnt_says_how_it_comes(qtbot: QtBot, core: App, bridge: Bridge) -> None:
    card = LearntCard(core, bridge)
    qtbot.addWidget(card)
    card.show_stored()
    assert "theo lần sửa trước" in card.words.text()
    assert not card.list.isVisibleTo(card)


def test_a_lesson_is_given_up_and_brought_back(qtbot: QtBot, core: App, bridge: Bridge) -> None:
    core.lessons.learn([NAME, PHRASE])
    page = SettingsPage(core, bridge)
    qtbot.addWidget(page)
    bridge.changed.connect(page.refresh)
    page.refresh()
    card = page.learnt
    assert [card.list.item(row).text() for row in range(2)] == [
        "Thời gian: “Khi trời mát” → hạn 31/10/2023 (năm 2023)  ·  20/04/2023",
        "Tên gọi khác: “Cục Vũ Trụ” → Sở Nội vụ  ·  20/04/2023, ke-hoach.docx",
    ]
    assert not card.forget_button.isEnabled()
    card.list.setCurrentRow(1)
    card.forget_button.click()
    assert card.list.count() == 1
    bridge.undo()
    assert card.list.count() == 2
    page.show_filter({"part": "learnt"})
