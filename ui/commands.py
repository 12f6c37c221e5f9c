"""Every command of the window as data: name, key, icon, menu. Menus, shortcuts and the F1 page are made from this list."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing an officer can ask for."""

    key: str
    text: str
    """As in the menu; "…" at the end when a question follows."""
    shortcut: str = ""
    """Portable key names, several separated by "; "."""
    icon: str = ""
    needs: str = ""
    """What must be there: ``data`` (open data), ``write`` (data that may be changed), ``selection`` (tasks selected,
    may be changed), ``row`` (tasks selected), ``rows`` (tasks in the list), or nothing."""
    checkable: bool = False


SEPARATOR = Command("-", "")

MENUS: Mapping[str, tuple[Command, ...]] = {
    "&Tệp": (
        Command("import", "Nhập kế hoạch…", "Ctrl+O", "file-down", "write"),
        Command("export", "Xuất Excel…", "Ctrl+E", "file-spreadsheet", "rows"),
        Command("print", "In…", "Ctrl+P", "printer", "rows"),
        SEPARATOR,
        Command("backup", "Sao lưu ngay", "", "database", "data"),
        Command("restore", "Khôi phục từ bản sao lưu…", "", "archive-restore", "write"),
        Command("open_folder", "Mở thư mục dữ liệu", "", "folder-open", "data"),
        SEPARATOR,
        Command("close_window", "Đóng cửa sổ", "Ctrl+W"),
        Command("quit", "Thoát", "Ctrl+Q", "log-out"),
    ),
    "&Sửa": (
        Command("undo", "Hoàn tác", "Ctrl+Z", "undo-2", "undo"),
        Command("redo", "Làm lại", "Ctrl+Y; Ctrl+Shift+Z", "redo-2", "redo"),
        SEPARATOR,
        Command("copy", "Sao chép", "Ctrl+C", "copy", "row"),
        Command("select_all", "Chọn tất cả", "Ctrl+A", "", "rows"),
        Command("clear_selection", "Bỏ chọn", "", "", "row"),
        SEPARATOR,
        Command("find", "Tìm nhiệm vụ", "Ctrl+F", "search", "data"),
        Command("clear_filter", "Xóa bộ lọc", "Ctrl+R", "funnel-x", "data"),
    ),
    "&Xem": (
        Command("page_overview", "Tổng quan", "Ctrl+1", "layout-dashboard", "data"),
        Command("page_tasks", "Nhiệm vụ", "Ctrl+2", "list-checks", "data"),
        Command("page_calendar", "Lịch và kỳ báo cáo", "Ctrl+3", "calendar-days", "data"),
        Command("page_reminders", "Nhắc việc", "Ctrl+4", "bell", "data"),
        Command("page_plans", "Văn bản và kế hoạch", "Ctrl+5", "file-text", "data"),
        Command("page_agencies", "Cơ quan và đơn vị", "Ctrl+6", "building-2", "data"),
        SEPARATOR,
        Command("toggle_sidebar", "Thu gọn thanh điều hướng", "Ctrl+B", "panel-left", "", checkable=True),
        Command("toggle_cards", "Ẩn ô tổng hợp", "", "", "", checkable=True),
        Command("collapse_all", "Thu gọn mọi lĩnh vực", "", "", "rows"),
        Command("expand_all", "Mở mọi lĩnh vực", "", "", "rows"),
        SEPARATOR,
        Command("bigger", "Phóng to chữ", "Ctrl+=; Ctrl++"),
        Command("smaller", "Thu nhỏ chữ", "Ctrl+-"),
        Command("usual_size", "Cỡ chữ vừa", "Ctrl+0"),
        SEPARATOR,
        Command("next_area", "Chuyển sang vùng kế tiếp", "F6"),
        Command("previous_area", "Chuyển về vùng trước", "Shift+F6"),
        Command("reread", "Tính lại tình trạng hôm nay", "F5", "refresh-cw", "data"),
    ),
    "&Nhiệm vụ": (
        Command("add", "Thêm nhiệm vụ…", "Ctrl+N", "plus", "write"),
        Command("edit", "Sửa nhiệm vụ…", "F2", "pencil", "selection"),
        Command("details", "Mở chi tiết\tEnter", "", "eye", "row"),
        SEPARATOR,
        Command("complete", "Đánh dấu hoàn thành…", "Ctrl+Return; Ctrl+Enter", "circle-check", "selection"),
        Command("progress", "Đổi tình trạng", "", "play", "selection"),
        Command("reading", "Sửa cách hiểu thời gian…", "", "calendar-clock", "selection"),
        SEPARATOR,
        Command("remove", "Xóa", "Del", "trash-2", "selection"),
    ),
    "&Báo cáo": (
        Command("reports", "Kỳ báo cáo năm nay", "", "calendar-check", "data"),
        Command("missing", "Nhiệm vụ chưa có kết quả kỳ này", "", "flag", "data"),
        Command("overdue", "Nhiệm vụ quá hạn", "", "circle-alert", "data"),
    ),
    "&Công cụ": (
        Command("remind_now", "Kiểm tra nhắc việc ngay", "", "bell-ring", "write"),
        Command("check_data", "Kiểm tra dữ liệu", "", "circle-check", "data"),
        Command("settings", "Thiết đặt", "", "settings", "data"),
    ),
    "Trợ &giúp": (
        Command("help", "Hướng dẫn sử dụng", "F1", "circle-question-mark"),
        Command("shortcuts", "Phím tắt", "Shift+F1", "keyboard"),
        Command("open_logs", "Mở thư mục nhật ký", "", "file-text", "data"),
        Command("about", "Giới thiệu phần mềm", "", "info"),
    ),
}

TABLE_KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", "Mở bảng chi tiết của nhiệm vụ; mở hoặc thu gọn lĩnh vực"),
    ("Mũi tên trái, phải", "Thu gọn, mở lĩnh vực khi đang ở dòng tên lĩnh vực"),
    ("Shift + mũi tên", "Chọn nhiều nhiệm vụ liền nhau"),
    ("Ctrl + bấm chuột", "Chọn thêm, bỏ chọn từng nhiệm vụ"),
    ("Esc", "Lùi một bước: bỏ tìm, bỏ chọn, đóng bảng chi tiết"),
    ("Ctrl+;", "Điền ngày hôm nay khi đang ở ô ngày"),
    ("Mũi tên xuống trong ô tìm", "Chuyển xuống danh sách"),
)
"""Keys that are not commands of a menu; they belong to a place in the window."""


def all_commands() -> dict[str, Command]:
    """Return every command by key.

    >>> all_commands()["find"].shortcut
    'Ctrl+F'
    """
    return {
        command.key: command
        for commands in MENUS.values()
        for command in commands
        if command is not SEPARATOR
    }
