"""Reports that are asked for once: chuyên đề and đột xuất, with the dates of their request (NĐ 09/2019, Điều 4)."""

import hashlib
from dataclasses import dataclass
from datetime import date, time

from cchc_desktop.domain.periods import ReportFamily, ReportPeriod
from cchc_desktop.text import squash

ONE_OFF_CODES = {ReportFamily.THEMATIC: "CD", ReportFamily.AD_HOC: "DX"}
"""How the keys of such reports begin behind the year; no kind of report may have these codes."""
_NAME_MARK = 6
_LETTERS = "abcdefghijklmnop"


@dataclass(frozen=True, slots=True)
class OneOff:
    """A request for one report."""

    name: str
    due: date
    family: ReportFamily = ReportFamily.AD_HOC
    """AD_HOC or THEMATIC."""
    due_time: time | None = None
    window_start: date | None = None
    """First and last day of the figures asked for; both or neither."""
    cutoff: date | None = None
    basis: str = ""
    """Document of the request: number, day, who signed."""
    requested_by: str = ""


def one_off_key(request: OneOff) -> str:
    """Return the key of a request: the same name and due date give the same key, so that nothing is doubled.

    The mark of the name has letters only: no part of a key behind its year looks like another year.

    >>> one_off_key(OneOff("Báo cáo biên chế", date(2025, 9, 22)))
    '2025-DX-0922-kmmnne'
    >>> one_off_key(OneOff("BÁO CÁO  biên chế", date(2025, 9, 22)))
    '2025-DX-0922-kmmnne'
    """
    digest = hashlib.sha256(squash(request.name).casefold().encode()).hexdigest()
    mark = "".join(_LETTERS[int(digit, 16)] for digit in digest[:_NAME_MARK])
    return f"{request.due.year}-{ONE_OFF_CODES[request.family]}-{request.due:%m%d}-{mark}"


def period_of(request: OneOff, key: str) -> ReportPeriod:
    """Return a request as an obligation of the year it is due in.

    >>> period = period_of(OneOff("Báo cáo biên chế", date(2025, 9, 22)), "2025-DX-0922-kmmnne")
    >>> period.code, period.has_window, str(period.own_due)
    ('DX-0922-kmmnne', False, '2025-09-22')
    """
    year, _, code = key.partition("-")
    has_window = request.window_start is not None and request.cutoff is not None
    return ReportPeriod(
        key=key,
        code=code,
        year=int(year),
        name=request.name,
        window_start=request.window_start or request.due,
        cutoff=request.cutoff or request.due,
        own_due=request.due,
        ministry_due=request.due,
        basis=request.basis,
        family=request.family,
        goes_to_ministry=False,
        due_time=request.due_time,
        has_window=has_window,
    )
