"""Dates as people type them, and fields that change only when they are meant to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.fields import Combo, Number, typed_date, written


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5/3", date(2023, 3, 5)),
        ("05032026", date(2026, 3, 5)),
        ("0503", date(2023, 3, 5)),
        ("050326", date(2026, 3, 5)),
        ("5.3.26", date(2026, 3, 5)),
        ("05/03/2026", date(2026, 3, 5)),
        ("5-3-2026", date(2026, 3, 5)),
        (" 5 / 3 / 2026 ", date(2026, 3, 5)),
        ("5 3", date(2023, 3, 5)),
        ("29/2/2024", date(2024, 2, 29)),
        ("", None),
        ("   ", None),
    ],
)
def test_dates_as_people_type_them(typed: str, expected: date | None) -> None:
    assert typed_date(typed, 2023) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "31/2",
        "29/2/2023",
        "0/3",
        "5/13",
        "ngày mai",
        "5",
        "5/3/202",
        "5/3/1999",
        "05/03/2126",
        "5//3",
        "1/1/0000",
    ],
)
def test_anything_else_says_why(typed: str) -> None:
    with pytest.raises(ValueError, match=r"[ăâđêôơưáàảãạ]") as refusal:
        typed_date(typed, 2023)
    assert str(refusal.value).endswith(".")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_what_is_written_reads_back(day: date) -> None:
    assert typed_date(written(day), 1999) == day
    assert typed_date(f"{day:%d%m%Y}", 1999) == day


def wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )


def test_a_passing_wheel_changes_nothing(qtbot: QtBot) -> None:
    combo, number = Combo("Lĩnh vực"), Number("Năm", 2000, 2100)
    combo.addItems(["một", "hai"])
    for field in (combo, number):
        qtbot.addWidget(field)
        event = wheel()
        field.wheelEvent(event)
        assert not event.isAccepted()
    assert combo.currentIndex() == 0
    assert number.value() == 2000


def test_fields_are_tall_enough_to_hit(qtbot: QtBot) -> None:
    combo, number = Combo("Lĩnh vực"), Number("Năm", 2000, 2100)
    for field in (combo, number):
        qtbot.addWidget(field)
        assert field.sizeHint().height() >= theme.control_height()
        assert field.accessibleName()
    assert combo.minimumSizeHint().height() >= theme.control_height()
