"""Web pages (.html, .mht) as Word, Excel, LibreOffice and browsers save them or put them on the clipboard."""

from collections import Counter

from cchc_desktop.reading import refusals
from cchc_desktop.reading.flow import Flow, source_of_flow
from cchc_desktop.reading.html.bytes import decode_html, is_mail, pages_of_mail, without_clipboard_header
from cchc_desktop.reading.html.page import read_page
from cchc_desktop.reading.source import Source

_SHORT_DATES = "Có {} ô ngày viết theo dạng ngày của máy (như 3/5/2024), được hiểu là ngày trước, tháng sau; hãy kiểm tra lại."
_HIDDEN_TEXT = (
    "Tệp có {} chỗ chữ ẩn trong bảng, không hiện ra; phần mềm không đọc các chữ này, hãy kiểm tra nếu cần."
)
_DELETED = (
    "Tệp còn những chỗ sửa chưa được chấp nhận (Track Changes); phần mềm đọc như đã chấp nhận tất cả,"
    " hãy kiểm tra lại với bản đã ban hành."
)
_STRUCK = "Tệp có {} chỗ chữ gạch ngang; phần mềm vẫn đọc các chữ này, hãy kiểm tra và bỏ đi nếu không còn hiệu lực."
_FRAMES = "trang chứa khung, bảng nằm ở tệp khác"
_OPEN_FRAME = "chọn tệp sheet001.htm trong thư mục đi kèm (tên kết thúc bằng “_files”), hoặc mở bằng Excel và lưu thành .xlsx"


def read_html(name: str, data: bytes) -> Source:
    """Read a saved web page, also one in a single file.

    Raises FileProblem when its letters cannot be told, when it only points to other files or is built to do harm.
    """
    pages = pages_of_mail(name, data) if is_mail(data) else (decode_html(name, data),)
    return _source(name, pages)


def source_of_html(name: str, text: str) -> Source:
    """Make a source of HTML that is already text, such as what the clipboard holds.

    Raises FileProblem when it is built to do harm.
    """
    return _source(name, (without_clipboard_header(text),))


def _source(name: str, pages: tuple[str, ...]) -> Source:
    flow, found = Flow(), Counter[str]()
    for text in pages:
        page = read_page(name, text)
        flow.end_block()
        flow.items += page.flow.items
        found += page.found
    source = source_of_flow(name, "html", flow, _notices(found))
    if found["frames"] and not source.grids and not "".join(source.lines).strip():
        raise refusals.wrong_kind(name, _FRAMES, _OPEN_FRAME)
    return source


def _notices(found: Counter[str]) -> tuple[tuple[str, str], ...]:
    said = []
    if found["deleted"]:
        said.append(("tracked_changes", _DELETED))
    if found["hidden_text"]:
        said.append(("hidden_text", _HIDDEN_TEXT.format(found["hidden_text"])))
    if found["struck"]:
        said.append(("struck_text", _STRUCK.format(found["struck"])))
    if found["short_dates"]:
        said.append(("short_dates", _SHORT_DATES.format(found["short_dates"])))
    return tuple(said)
