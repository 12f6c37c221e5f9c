"""What is entered about reports is checked before it is stored; a refusal says what is wrong and what to do."""

import re
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.one_off_reports import ONE_OFF_CODES, OneOff
from cchc_desktop.domain.periods import OfficeRole, ReportFamily, ReportKind, ReportPeriod, Rhythm
from cchc_desktop.errors import InvalidInput
from cchc_desktop.text import squash
from cchc_desktop.words import OFFICE_ROLE_WORDS

LONGEST_NUMBER = 200
_LONGEST_TEXT = 1000
_EARLIEST, _LATEST = 2000, 2100
_CODE = re.compile(r"[0-9]{0,2}[A-Z][A-Z0-9]{0,6}")
_ANY_YEAR = 2027


def checked_number(document: str, *, needed: bool = True) -> str:
    """Return the number of a document. Raises InvalidInput when it is endless, or missing where it is needed."""
    number = squash(document)
    if needed and not number:
        raise InvalidInput("Chưa có số, ký hiệu của báo cáo. Hãy nhập số, ký hiệu văn bản đã gửi.")
    if len(number) > LONGEST_NUMBER:
        raise InvalidInput(f"Số, ký hiệu văn bản dài quá {LONGEST_NUMBER} ký tự. Hãy rút gọn rồi nhập lại.")
    return number


def checked_text(text: str, what: str) -> str:
    """Return a text without needless white space. Raises InvalidInput when it is endless."""
    short = squash(text)
    if len(short) > _LONGEST_TEXT:
        raise InvalidInput(f"{what} dài quá {_LONGEST_TEXT} ký tự. Hãy rút gọn rồi nhập lại.")
    return short


def check_sent_on(on: date, period: ReportPeriod, today: date) -> None:
    """Raise InvalidInput for a day in the future or before the report's own time."""
    start = period.window_start
    if period.has_window and on < start:
        raise InvalidInput(
            f"Ngày gửi {on:%d/%m/%Y} ở trước kỳ số liệu (từ {start:%d/%m/%Y}). Hãy kiểm tra lại ngày và mã báo cáo."
        )
    if on > today:
        raise InvalidInput(
            f"Ngày gửi {on:%d/%m/%Y} ở sau hôm nay ({today:%d/%m/%Y}). Hãy nhập ngày đã gửi báo cáo."
        )


def check_due(due: date, period: ReportPeriod, what: str = "Hạn gửi") -> None:
    """Raise InvalidInput when a due date lies outside the report's own time."""
    start = period.window_start if period.has_window else date(period.year - 1, 1, 1)
    if not start <= due <= date(period.year + 1, 12, 31):
        raise InvalidInput(
            f"{what} {due:%d/%m/%Y} nằm ngoài kỳ báo cáo (từ {start:%d/%m/%Y}). Hãy kiểm tra lại ngày."
        )


def checked_request(request: OneOff) -> OneOff:
    """Return a request as it is stored. Raises InvalidInput for one that cannot be met."""
    name = checked_text(request.name, "Tên báo cáo")
    if not name:
        raise InvalidInput("Chưa có tên báo cáo. Hãy nhập tên, ví dụ Báo cáo về biên chế.")
    if request.family not in ONE_OFF_CODES:
        raise InvalidInput("Báo cáo thêm một lần là báo cáo chuyên đề hoặc đột xuất. Hãy chọn lại.")
    if not _EARLIEST <= request.due.year <= _LATEST:
        raise InvalidInput(
            f"Năm {request.due.year} nằm ngoài khoảng {_EARLIEST}–{_LATEST}. Hãy kiểm tra lại hạn gửi."
        )
    _check_window(request)
    return replace(
        request,
        name=name,
        basis=checked_text(request.basis, "Căn cứ"),
        requested_by=checked_text(request.requested_by, "Nơi yêu cầu"),
    )


def _check_window(request: OneOff) -> None:
    start, end = request.window_start, request.cutoff
    if (start is None) != (end is None):
        raise InvalidInput(
            "Kỳ số liệu phải có đủ ngày đầu và ngày chốt. Hãy nhập cả hai hoặc để trống cả hai."
        )
    if start is not None and end is not None and not start <= end <= request.due:
        raise InvalidInput(
            f"Kỳ số liệu {start:%d/%m/%Y} – {end:%d/%m/%Y} không khớp với hạn gửi {request.due:%d/%m/%Y}. "
            "Hãy kiểm tra lại các ngày."
        )


def checked_kind(kind: ReportKind, others: tuple[ReportKind, ...]) -> ReportKind:
    """Return a kind of report as the office's own. Raises InvalidInput for one that makes no sound obligations."""
    code = squash(kind.code).upper()
    if not _CODE.fullmatch(code) or code in ONE_OFF_CODES.values():
        raise InvalidInput(
            f"Mã báo cáo “{code[:20]}” không dùng được. Hãy đặt mã 1–9 chữ cái không dấu và chữ số, "
            "ví dụ Q1, 9T, KSTT; không dùng CD và DX."
        )
    name = checked_text(kind.name, "Tên báo cáo")
    if not name:
        raise InvalidInput("Chưa có tên báo cáo. Hãy nhập tên không kèm năm, ví dụ Báo cáo CCHC Quý I.")
    if kind.family in ONE_OFF_CODES:
        raise InvalidInput(
            "Báo cáo chuyên đề, đột xuất được thêm từng lần. Hãy dùng “Thêm báo cáo đột xuất”."
        )
    basis = checked_text(kind.basis, "Căn cứ")
    own = replace(kind, code=code, name=name, basis=basis, is_own=True)
    _check_years(own)
    _check_days(own)
    _check_codes(own, others)
    return own


def _check_years(kind: ReportKind) -> None:
    years = [year for year in (kind.from_year, kind.to_year) if year is not None]
    if years != sorted(years) or not all(_EARLIEST <= year <= _LATEST for year in years):
        raise InvalidInput(
            f"Năm áp dụng của {kind.name} không hợp lý. Hãy nhập từ năm nhỏ đến năm lớn, trong khoảng "
            f"{_EARLIEST}–{_LATEST}."
        )


def _check_days(kind: ReportKind) -> None:
    own_due = dict(kind.own_due)
    for role in OfficeRole:
        if role not in own_due:
            raise InvalidInput(
                f"{kind.name} chưa có hạn gửi của {OFFICE_ROLE_WORDS[role]}. Hãy nhập hạn gửi."
            )
    if not all(month in range(1, 13) for month in kind.months) or (
        kind.months and kind.rhythm is Rhythm.YEARLY
    ):
        raise InvalidInput(
            f"Các tháng của {kind.name} không hợp lý. Hãy chọn trong 12 tháng, cho báo cáo tháng."
        )
    start, cutoff = kind.window_start.of(_ANY_YEAR), kind.cutoff.of(_ANY_YEAR)
    dues = [day.of(_ANY_YEAR) for day in (*own_due.values(), kind.province_due, kind.ministry_due) if day]
    if (kind.family is ReportFamily.PERIODIC and cutoff < start) or min(dues) < start:
        raise InvalidInput(
            f"{kind.name} có ngày chốt hoặc hạn gửi ở trước ngày bắt đầu kỳ số liệu. Hãy kiểm tra lại các ngày."
        )


def _check_codes(kind: ReportKind, others: tuple[ReportKind, ...]) -> None:
    made = _codes_made(kind)
    for other in others:
        if other.code != kind.code and made & _codes_made(other):
            raise InvalidInput(f"Mã {kind.code} trùng với mã các báo cáo của {other.name}. Hãy đặt mã khác.")


def _codes_made(kind: ReportKind) -> frozenset[str]:
    if kind.rhythm is Rhythm.YEARLY:
        return frozenset({kind.code})
    return frozenset(f"{kind.code}{month:02d}" for month in range(1, 13))
