"""Why a file cannot be read, in one sentence for the officer each: what, why, what to do now."""

from cchc_desktop.errors import FileProblem

_COPY_TABLE = "mở tệp, chọn bảng nhiệm vụ, bấm Ctrl+C rồi dán vào phần mềm"


class ReadingStopped(FileProblem):
    """The officer stopped the reading; nothing is wrong with the file."""


def missing(name: str) -> FileProblem:
    """Refuse a name that no file has."""
    return FileProblem(
        f"Không tìm thấy tệp “{name}” vì tệp đã được đổi tên, chuyển đi hoặc xóa; hãy chọn lại tệp."
    )


def folder(name: str) -> FileProblem:
    """Refuse a folder given in place of a file."""
    return FileProblem(
        f"“{name}” là thư mục nên không đọc được; hãy mở thư mục và chọn tệp kế hoạch bên trong."
    )


def empty(name: str) -> FileProblem:
    """Refuse a file without content."""
    return FileProblem(f"Tệp “{name}” không có nội dung nên không đọc được; hãy kiểm tra rồi chọn tệp khác.")


def open_elsewhere(name: str) -> FileProblem:
    """Refuse a file that another program holds, or that the user may not read."""
    return FileProblem(
        f"Không mở được tệp “{name}” vì tệp đang mở trong chương trình khác hoặc máy không cho phép đọc;"
        " hãy đóng tệp trong Word, Excel rồi thử lại, hoặc chép tệp sang thư mục khác."
    )


def unreadable(name: str) -> FileProblem:
    """Report a disk or network that failed."""
    return FileProblem(
        f"Không đọc được tệp “{name}” vì ổ đĩa hoặc mạng gặp lỗi; hãy chép tệp vào máy rồi thử lại."
    )


def too_large(name: str, what: str) -> FileProblem:
    """Refuse a file beyond a limit on size; ``what`` says which."""
    return FileProblem(
        f"Tệp “{name}” quá lớn ({what}) nên phần mềm không đọc; hãy chép riêng bảng nhiệm vụ sang tệp mới rồi thử lại."
    )


def too_slow(name: str, seconds: float) -> FileProblem:
    """Report that the time limit is exceeded."""
    return FileProblem(
        f"Đã dừng đọc tệp “{name}” vì quá {seconds:g} giây chưa xong; hãy chép riêng bảng nhiệm vụ sang tệp mới rồi thử lại."
    )


def too_much_memory(name: str) -> FileProblem:
    """Report that the memory limit is exceeded."""
    return FileProblem(
        f"Đã dừng đọc tệp “{name}” vì tệp cần quá nhiều bộ nhớ; hãy chép riêng bảng nhiệm vụ sang tệp mới rồi thử lại."
    )


def stopped(name: str) -> ReadingStopped:
    """Report that the officer pressed stop."""
    return ReadingStopped(
        f"Đã dừng đọc tệp “{name}” theo yêu cầu; có thể chọn tệp và đọc lại bất cứ lúc nào."
    )


def damaged(name: str) -> FileProblem:
    """Refuse a file whose inside is broken."""
    return FileProblem(
        f"Tệp “{name}” bị hỏng nên không đọc được; hãy mở bằng Word hoặc Excel, lưu thành tệp mới rồi thử lại."
    )


def unsafe(name: str, what: str) -> FileProblem:
    """Refuse a file that is built to do harm, or looks as if; ``what`` says how."""
    return FileProblem(
        f"Không đọc tệp “{name}” vì tệp có cấu trúc không an toàn ({what});"
        " hãy xin lại tệp từ nơi gửi, hoặc mở và lưu thành tệp mới rồi thử lại."
    )


def protected(name: str) -> FileProblem:
    """Refuse a file that is encrypted with a password."""
    return FileProblem(
        f"Tệp “{name}” được đặt mật khẩu nên không đọc được; hãy mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi thử lại."
    )


def with_macros(name: str) -> FileProblem:
    """Refuse a file that carries program code."""
    return FileProblem(
        f"Tệp “{name}” có chứa macro nên phần mềm không đọc; hãy mở tệp, lưu thành dạng thường (.docx hoặc .xlsx) rồi thử lại."
    )


def wrong_kind(name: str, what: str, way_out: str = "") -> FileProblem:
    """Refuse content of a kind that is not read; ``what`` names it."""
    return FileProblem(
        f"Tệp “{name}” là {what} nên phần mềm không đọc được bảng;"
        f" hãy {way_out or f'dùng bản Word (.docx) hoặc Excel (.xlsx), hoặc {_COPY_TABLE}'}."
    )


def unknown_encoding(name: str) -> FileProblem:
    """Refuse a text in an old Vietnamese code page or none at all."""
    return FileProblem(
        f"Không đọc được chữ trong tệp “{name}” vì tệp không dùng bảng mã Unicode;"
        " hãy mở bằng Notepad hoặc Excel, lưu lại với bảng mã UTF-8 rồi thử lại."
    )


def old_font(name: str) -> FileProblem:
    """Refuse a document typed with a font that shows other characters as Vietnamese letters (TCVN3, VNI)."""
    return FileProblem(
        f"Chữ trong tệp “{name}” gõ bằng phông cũ (TCVN3 hoặc VNI) nên đọc ra sẽ sai;"
        " hãy chuyển tệp sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey) rồi thử lại."
    )


def pdf_scanned(name: str) -> FileProblem:
    """Refuse a PDF file whose pages are pictures."""
    return FileProblem(
        f"Tệp PDF “{name}” là bản quét, không có lớp chữ nên không đọc được bảng;"
        " hãy dùng bản Word hoặc Excel, hoặc mở bản Word, chọn bảng, bấm Ctrl+C rồi dán vào đây."
    )


def pdf_without_text(name: str) -> FileProblem:
    """Refuse a PDF file that prints no letters at all."""
    return FileProblem(
        f"Tệp PDF “{name}” không có chữ nào đọc được;"
        " hãy kiểm tra lại tệp, hoặc dùng bản Word, Excel của kế hoạch."
    )


def pdf_protected(name: str) -> FileProblem:
    """Refuse a PDF file that opens with a password only."""
    return FileProblem(
        f"Tệp PDF “{name}” được đặt mật khẩu mở tệp nên không đọc được;"
        " hãy mở tệp bằng mật khẩu, in ra tệp PDF mới rồi thử lại, hoặc dùng bản Word, Excel."
    )


def pdf_damaged(name: str) -> FileProblem:
    """Refuse a PDF file whose inside is broken."""
    return FileProblem(
        f"Tệp PDF “{name}” bị hỏng nên không đọc được;"
        " hãy xin lại tệp từ nơi gửi, hoặc dùng bản Word, Excel của kế hoạch."
    )


def pdf_without_letters(name: str) -> FileProblem:
    """Refuse a PDF file whose fonts do not say which letters they print."""
    return FileProblem(
        f"Chữ trong tệp PDF “{name}” không kèm bảng mã nên đọc ra sẽ sai;"
        " hãy dùng bản Word hoặc Excel, hoặc mở bản Word, chọn bảng, bấm Ctrl+C rồi dán vào đây."
    )
