"""The words of a letter that urges units to send a report (đôn đốc), and the table beside it."""

from collections.abc import Iterable, Sequence
from datetime import date

from cchc_desktop.domain.report_units import UnitLine, UnitSummary
from cchc_desktop.words import UNIT_STATE_WORDS
from cchc_desktop.writing.list_xlsx import ListColumn, ListSheet

_COLUMNS = (
    ListColumn("STT", 6, centred=True),
    ListColumn("Cơ quan, đơn vị", 38),
    ListColumn("Hạn gửi", 13, centred=True),
    ListColumn("Tình trạng", 20),
    ListColumn("Ngày nhận", 13, centred=True),
    ListColumn("Số, ký hiệu", 18),
    ListColumn("Số ngày chậm", 9, centred=True),
    ListColumn("Ghi chú", 20),
)


def letter(name: str, summary: UnitSummary, office: str, today: date, before: date | None) -> str:
    """Return the paragraphs of a letter about a report, ready to be pasted into a draft; no letterhead."""
    who = office or "cơ quan tổng hợp"
    waiting = summary.to_urge
    if not waiting:
        return (
            f"Đến ngày {today:%d/%m/%Y}, {who} đã nhận đủ {name} của {summary.total} cơ quan, đơn vị."
            if summary.total
            else f"Chưa có danh sách cơ quan, đơn vị phải gửi {name}."
        )
    until = f"trước ngày {before:%d/%m/%Y}" if before else "ngay khi nhận được văn bản này"
    opening = (
        f"Đến ngày {today:%d/%m/%Y}, {who} đã nhận {name} của {summary.received}/{summary.total} cơ quan, đơn vị; "
        f"còn {len(waiting)} cơ quan, đơn vị chưa gửi:"
    )
    request = f"Để kịp tổng hợp báo cáo, {who} đề nghị các cơ quan, đơn vị nêu trên khẩn trương gửi {name} về {who} {until}."
    return "\n".join((opening, *_numbered(waiting), request))


def _numbered(lines: Iterable[UnitLine]) -> Iterable[str]:
    for number, line in enumerate(lines, start=1):
        late = f", quá hạn {line.days_late} ngày" if line.days_late else ""
        yield f"{number}. {line.unit.name} (hạn gửi {line.due:%d/%m/%Y}{late});"


def unit_list(name: str, lines: Sequence[UnitLine], summary: UnitSummary, today: date) -> ListSheet:
    """Return units as a table; numbers of the whole list stand above it."""
    return ListSheet(
        title=f"TÌNH HÌNH GỬI {name}".upper(),
        subtitle=(
            f"Tính đến ngày {today:%d/%m/%Y}: đã nhận {summary.received}/{summary.total} (gửi chậm {summary.late}), "
            f"chưa gửi {summary.missing} (quá hạn {summary.overdue})"
        ),
        columns=_COLUMNS,
        rows=tuple(_row(number, line) for number, line in enumerate(lines, start=1)),
    )


def _row(number: int, line: UnitLine) -> tuple[str, ...]:
    receipt = line.receipt
    received = f"{receipt.received_on:%d/%m/%Y}" if receipt and receipt.received_on else ""
    return (
        str(number),
        line.unit.name,
        f"{line.due:%d/%m/%Y}",
        UNIT_STATE_WORDS[line.state],
        received,
        receipt.document if receipt else "",
        str(line.days_late) if line.days_late else "",
        receipt.note if receipt else line.unit.note,
    )
