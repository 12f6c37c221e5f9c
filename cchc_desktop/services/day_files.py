"""Days off as a file that offices hand to each other: CSV with Vietnamese headings, opened by Excel as it is."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from cchc_desktop.domain.workdays import SpecialDay
from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.text.bytes import decode
from cchc_desktop.text import fold, squash
from cchc_desktop.words import DAY_KIND_WORDS

HEADINGS = ("Ngày", "Loại", "Tên", "Nguồn", "Tình trạng")
_CONFIRMED, _EXPECTED = "Chính thức", "Dự kiến"
_LARGEST = 2**20
_KINDS = {fold(words): kind for kind, words in DAY_KIND_WORDS.items()}


def days_as_file(days: Iterable[SpecialDay]) -> bytes:
    """Return the bytes of a file with the days, ascending."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(HEADINGS)
    for special in sorted(days, key=lambda special: special.day):
        rows.writerow(
            (
                f"{special.day:%d/%m/%Y}",
                DAY_KIND_WORDS[special.kind],
                special.name,
                special.source,
                _CONFIRMED if special.confirmed else _EXPECTED,
            )
        )
    return out.getvalue().encode("utf-8-sig")


def days_of_file(path: Path) -> tuple[SpecialDay, ...]:
    """Read such a file, ascending; a day may stand in it once.

    Raises FileProblem naming the line that cannot be taken; nothing of the file is taken then.
    """
    text = _text_of(path)
    delimiter = ";" if text.count(";") >= text.count(",") else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if not rows or [fold(cell) for cell in rows[0][: len(HEADINGS)]] != [fold(each) for each in HEADINGS]:
        raise FileProblem(
            f"Tệp “{path.name}” không có dòng tiêu đề {'; '.join(HEADINGS)}. "
            "Hãy xuất lịch nghỉ ra tệp để lấy mẫu rồi điền theo mẫu đó."
        )
    found: dict[date, SpecialDay] = {}
    for line, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        special = _special(path.name, line, row)
        if special.day in found:
            raise _wrong(path.name, line, f"ngày {special.day:%d/%m/%Y} đã có ở dòng trên")
        found[special.day] = special
    return tuple(found[day] for day in sorted(found))


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError as problem:
        raise FileProblem(
            f"Không đọc được tệp “{path.name}”. Hãy kiểm tra tệp còn ở đó và không mở trong chương trình khác."
        ) from problem
    if not data.strip():
        raise FileProblem(f"Tệp “{path.name}” trống hoặc quá lớn. Hãy chọn tệp lịch nghỉ khác.")
    return decode(path.name, data)


def _special(name: str, line: int, row: list[str]) -> SpecialDay:
    cells = [squash(cell) for cell in row] + [""] * len(HEADINGS)
    try:
        day = datetime.strptime(cells[0], "%d/%m/%Y").date()  # noqa: DTZ007 - a day of the calendar has no offset
    except ValueError:
        raise _wrong(name, line, f"“{cells[0]}” không phải là ngày dạng 30/04/2026") from None
    kind = _KINDS.get(fold(cells[1]))
    if kind is None:
        raise _wrong(
            name, line, f"loại “{cells[1]}” không có; các loại là {', '.join(DAY_KIND_WORDS.values())}"
        )
    if not cells[2]:
        raise _wrong(name, line, "chưa có tên ngày nghỉ")
    state = fold(cells[4])
    if state not in (fold(_CONFIRMED), fold(_EXPECTED), ""):
        raise _wrong(name, line, f"tình trạng “{cells[4]}” phải là {_CONFIRMED} hoặc {_EXPECTED}")
    return SpecialDay(day, kind, cells[2], cells[3], confirmed=state == fold(_CONFIRMED))


def _wrong(name: str, line: int, what: str) -> FileProblem:
    return FileProblem(
        f"Tệp “{name}”, dòng {line}: {what}. Hãy sửa dòng này rồi nhập lại; chưa có ngày nào được nhập."
    )
