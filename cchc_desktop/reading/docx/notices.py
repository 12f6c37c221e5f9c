"""What an officer should know of a Word document beside its tables and lines."""

from collections import Counter
from collections.abc import Iterator, Mapping

_TRACKED = (
    "Tệp còn những chỗ sửa chưa được chấp nhận (Track Changes); phần mềm đọc như đã chấp nhận tất cả,"
    " hãy kiểm tra lại với bản đã ban hành."
)
_COUNTED: Mapping[str, tuple[str, str]] = {
    "struck": (
        "struck_text",
        "Tệp có {} chỗ chữ gạch ngang; phần mềm vẫn đọc các chữ này, hãy kiểm tra và bỏ đi nếu không còn hiệu lực.",
    ),
    "hidden": (
        "hidden_text",
        "Tệp có {} chỗ chữ ẩn, không in ra; phần mềm không đọc các chữ này, hãy kiểm tra nếu cần.",
    ),
    "marks": (
        "footnote_marks",
        "Tệp có {} số nhỏ phía trên dòng được hiểu là dấu chú thích và không được đọc; hãy so với bản in.",
    ),
    "footnotes": (
        "footnotes",
        "Tệp có {} chú thích cuối trang không được đọc; hãy xem các chú thích này có đổi nội dung nhiệm vụ không.",
    ),
    "objects": (
        "embedded_objects",
        ("Tệp có {} đối tượng nhúng (ví dụ bảng Excel) không được đọc;"
        " nếu là bảng nhiệm vụ, hãy mở đối tượng đó rồi dán bảng vào phần mềm."),
    ),
    "documents": (
        "embedded_documents",
        "Tệp có {} phần chèn từ tệp khác không được đọc; hãy mở bằng Word, lưu lại rồi đọc lại tệp.",
    ),
    "pictures": (
        "pictures",
        "Tệp có {} hình lớn; chữ trong hình không đọc được, hãy kiểm tra xem hình có phải là một phần của bảng không.",
    ),
    "numbers": (
        "numbering_unknown",
        "Có {} số thứ tự tự động không dựng lại được; hãy kiểm tra số của các dòng.",
    ),
}  # fmt: skip


def notices_of(found: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield (code, sentence) for what was met while reading, counted by kind."""
    if found["deleted"] or found["inserted"]:
        yield "tracked_changes", _TRACKED
    for kind, (code, message) in _COUNTED.items():
        if found[kind]:
            yield code, message.format(found[kind])
