"""What was left out or guessed while reading a PDF file, in sentences for the officer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.reading.pdf.page import Sheet, is_bare

_OVERPRINTED = 2
"""Words over others that mean nothing: raised letters, underlining."""
_SHOWN = 12
"""Page numbers that are listed in a sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many lines were taken off the margins of the pages."""

    page_numbers: int
    running_heads: int


def notices_of(sheets: Sequence[Sheet], found: Found) -> Iterator[tuple[str, str]]:
    """Say everything that a person should know of the reading."""
    if found.page_numbers:
        yield "page_numbers", f"Đã bỏ {found.page_numbers} số trang in ở đầu hoặc chân trang."
    if found.running_heads:
        yield (
            "running_heads",
            f"Đã bỏ {found.running_heads} dòng lặp lại ở đầu hoặc chân các trang; hãy kiểm tra nếu thấy thiếu chữ.",
        )
    yield from _of_pictures(sheets)
    yield from _of_letters(sheets)
    yield from _of_tables(sheets)


def _of_pictures(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    scanned = [sheet.number for sheet in sheets if sheet.scanned and is_bare(sheet)]
    if scanned:
        yield (
            "scanned_pages",
            f"{_pages(scanned)} là ảnh quét, không có lớp chữ nên không đọc được; hãy nhập thêm từ bản Word hoặc Excel.",
        )
    recognised = [sheet.number for sheet in sheets if sheet.unseen > sheet.letters / 2 > 0]
    if recognised:
        yield (
            "recognised_text",
            f"{_pages(recognised)} là bản quét, lớp chữ do máy nhận dạng nên có thể sai; hãy so từng dòng với bản in.",
        )


def _of_letters(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    unknown = [sheet.number for sheet in sheets if sheet.unknown]
    if unknown:
        count = sum(sheet.unknown for sheet in sheets)
        yield (
            "unknown_letters",
            f"{_pages(unknown)} có {count} ký tự mà tệp không cho biết là chữ gì (hiện là �); hãy so với bản in.",
        )
    over = [sheet.number for sheet in sheets if sheet.overprinted > _OVERPRINTED]
    if over:
        yield (
            "overprinted_text",
            f"{_pages(over)} có chữ in đè lên nhau vì ô quá nhỏ; chữ đọc ra có thể sai, hãy so với bản gốc.",
        )
    slanted = [sheet.number for sheet in sheets if sheet.slanted]
    if slanted:
        yield (
            "turned_text",
            f"{_pages(slanted)} có chữ in nghiêng hoặc dọc ngoài bảng (dấu, hình mờ); phần mềm không đọc các chữ này.",
        )


def _of_tables(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    unruled = [sheet.number for sheet in sheets if any(not frame.ruled for frame in sheet.frames)]
    if unruled:
        yield (
            "table_without_rules",
            f"{_pages(unruled)} có bảng không kẻ khung; cột và dòng được tách theo vị trí chữ, hãy so với bản in.",
        )


def _pages(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers[:_SHOWN]))
    return f"Trang {listed}{'…' if len(numbers) > _SHOWN else ''}"
