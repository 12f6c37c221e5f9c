"""Time phrases of a plan ("Quý IV năm 2023", "Thường xuyên") read into dates, with the reason and the certainty."""

from cchc_desktop.domain.deadline.records import Deadline, DeadlineKind

__all__ = ["Deadline", "DeadlineKind", "read_deadline"]


def read_deadline(phrase: str, year: int) -> Deadline:
    """Read a time phrase of a plan of the given year (1900-2200); never raises, whatever the text.

    A span of time ("Quý I", "Tháng 3", "Năm 2023", "từ … đến …") is a WINDOW; a single day and an end ("Trước 31/3",
    "Đến hết năm", "Cuối quý II") a DATE. "Trước" excludes the day it names; "chậm nhất", "đến", "hết", "trong" include
    it. A PERIODIC phrase has its dates in ``occurrences``, and ``due`` only where there is exactly one. A year that is
    not printed is the plan's. What has no sure date leaves ``due`` empty; what a person should look at has
    ``certain`` False and says why in ``explanation``: above all every word that is not in the vocabulary.

    >>> reading = read_deadline("Tháng 02 năm 2023", 2023)
    >>> reading.kind.value, f"{reading.due:%d/%m/%Y}", reading.explanation
    ('window', '28/02/2023', 'Cả tháng 02/2023, hạn 28/02/2023.')
    >>> [f"{day:%d/%m}" for day in read_deadline("Trước ngày 15 tháng cuối quý", 2023).occurrences]
    ['14/03', '14/06', '14/09', '14/12']
    """
    # The grammar loads at the first reading: showing stored deadlines needs the records alone.
    from cchc_desktop.domain.deadline.rules import interpret

    return interpret(phrase, year)
