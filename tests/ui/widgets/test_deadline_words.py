"""Readings of time phrases in a few words."""

from datetime import date

import pytest

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from ui.widgets.deadline_words import short_reading, whole_reading

DAYS = tuple(date(2023, month, 14) for month in (3, 6, 9, 12))


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (Deadline(DeadlineKind.WINDOW, date(2023, 10, 1), date(2023, 12, 31)), "01/10 – 31/12/2023"),
        (Deadline(DeadlineKind.WINDOW, date(2022, 12, 15), date(2023, 3, 14)), "15/12/2022 – 14/03/2023"),
        (Deadline(DeadlineKind.DATE, due=date(2023, 3, 31)), "hạn 31/03/2023"),
        (Deadline(DeadlineKind.DATE, date(2023, 3, 31), date(2023, 3, 31)), "hạn 31/03/2023"),
        (Deadline(DeadlineKind.WINDOW, date(2023, 4, 1)), "từ 01/04/2023, không nêu hạn"),
        (Deadline(DeadlineKind.CONTINUOUS, date(2023, 1, 1)), "thường xuyên"),
        (Deadline(DeadlineKind.PERIODIC, occurrences=DAYS), "định kỳ: 14/03, 14/06, 14/09, 14/12"),
        (
            Deadline(DeadlineKind.PERIODIC, occurrences=(*DAYS, *DAYS)),
            "định kỳ: 14/03, 14/06, 14/09, 14/12, …",
        ),
        (Deadline(DeadlineKind.PERIODIC), "định kỳ"),
        (Deadline(DeadlineKind.UNKNOWN), "chưa hiểu"),
    ],
)
def test_a_reading_is_short(reading: Deadline, said: str) -> None:
    assert short_reading(reading) == said


def test_a_whole_line_says_when_it_is_not_sure() -> None:
    sure = Deadline(DeadlineKind.DATE, due=date(2023, 3, 31), certain=True)
    assert whole_reading("31/3", sure) == "31/3 → hạn 31/03/2023"
    assert whole_reading("gì đó", Deadline(DeadlineKind.UNKNOWN)) == "gì đó → chưa hiểu (chưa chắc chắn)"
    assert whole_reading("", Deadline(DeadlineKind.UNKNOWN)) == "không ghi thời gian"
