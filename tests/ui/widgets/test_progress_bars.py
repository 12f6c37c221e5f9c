"""Bars and bands: painted, and the same in words."""

from datetime import date

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.periods import ReportPeriod
from cchc_desktop.domain.reports import Report, ReportState
from cchc_desktop.domain.workdays import WorkCalendar
from tests.ui.real_app import preferences
from ui import theme
from ui.widgets.month_grid import in_lines
from ui.widgets.period_band import PeriodBands, dated
from ui.widgets.progress_bars import FieldBars, RatioBar


def filled(image: QImage, tint: str) -> int:
    wanted = theme.colour(tint).rgb()
    middle = image.height() // 2
    return sum(image.pixel(x, middle) == wanted for x in range(image.width()))


@pytest.mark.parametrize(
    ("share", "low", "high"), [(0.0, 0, 0), (0.5, 95, 105), (1.0, 190, 200), (7.0, 190, 200)]
)
def test_a_bar_is_filled_to_its_share(qtbot: QtBot, share: float, low: int, high: int) -> None:
    preferences()
    bar = RatioBar()
    qtbot.addWidget(bar)
    bar.resize(200, 12)
    bar.show_share(share, words="đã qua")
    assert low <= filled(bar.grab().toImage(), "accent") <= high
    assert bar.accessibleName() == "đã qua"


def test_field_bars_follow_the_number_of_fields(qtbot: QtBot) -> None:
    bars = FieldBars()
    qtbot.addWidget(bars)
    bars.show_fields([("I. Chỉ đạo", 8, 12), ("", 0, 0)])
    assert bars.accessibleDescription() == "I. Chỉ đạo: 8 trên 12; : 0 trên 0"
    assert [figure.text() for _, figure, _ in bars._rows] == ["8/12", "0/0"]
    assert bars._rows[1][0].text() == "Chưa ghi lĩnh vực"
    bars.show_fields([("II. Thể chế", 1, 4)])
    assert [title.isVisibleTo(bars) for title, _, _ in bars._rows] == [True, False]


PERIOD = ReportPeriod(
    key="2027-Q1",
    code="Q1",
    year=2027,
    name="Báo cáo CCHC Quý I năm 2027",
    window_start=date(2026, 12, 15),
    cutoff=date(2027, 3, 14),
    own_due=date(2027, 3, 16),
    ministry_due=date(2027, 3, 20),
    basis="",
)


def test_bands_are_painted_and_described(qtbot: QtBot) -> None:
    preferences()
    bands = PeriodBands()
    qtbot.addWidget(bands)
    assert not bands.grab().isNull()
    bands.show_reports(
        [Report(PERIOD, ReportState.NOT_STARTED, None, "", 1)], WorkCalendar(), date(2027, 1, 5)
    )
    bands.resize(900, bands.sizeHint().height())
    assert bands.accessibleDescription() == (
        "Báo cáo CCHC Quý I năm 2027: số liệu 15/12/2026 – 14/03/2027 · hạn gửi 16/03 (T3) · "
        "Bộ Nội vụ 20/03 (T7 → 19/03)"
    )
    image = bands.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert theme.colour("selection").rgb() in colours
    assert theme.colour("accent").rgb() in colours, "today is marked"
    assert bands.minimumSizeHint().height() == bands.sizeHint().height()


def test_a_due_date_on_a_day_off_says_when_to_send() -> None:
    assert dated(date(2026, 12, 18), WorkCalendar()) == "18/12 (T6)"
    assert dated(date(2026, 12, 20), WorkCalendar()) == "20/12 (CN → 18/12)"


def test_a_cell_text_breaks_between_words_and_elides_at_the_end(qtbot: QtBot) -> None:  # noqa: ARG001 - fonts
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance("Giỗ Tổ Hùng")
    text = "Giỗ Tổ Hùng Vương mùng mười tháng ba"
    assert in_lines("Giỗ Tổ", metrics, width, 3) == ["Giỗ Tổ"]
    lines = in_lines(text, metrics, width, 2)
    assert lines[0] == "Giỗ Tổ Hùng"
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    assert in_lines("", metrics, width, 2) == []
    assert in_lines("Quáchừngdàikhôngcókhoảngtrắng khác", metrics, width, 2)[1] == "khác"
