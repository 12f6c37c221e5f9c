"""Trợ giúp: how the usual work is done, and the keys; says only what the program really does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.services.changes import Changes
from ui import theme
from ui.bridge import Bridge
from ui.widgets.cards import Card
from ui.widgets.key_table import KeyTable
from ui.widgets.page_header import PageHeader
from ui.widgets.reading_column import ReadingColumn
from ui.widgets.text import Text

if TYPE_CHECKING:
    from cchc_desktop.bootstrap import App

HOW_TO: tuple[tuple[str, str], ...] = (
    (
        "Nhập phụ lục kế hoạch",
        (
            "Bấm Nhập kế hoạch (Ctrl+O), chọn tệp hoặc dán bảng đã sao chép từ Word, Excel. Xem lại các dòng có đánh dấu, "
            "rồi bấm nhập. Nhập lại cùng một văn bản chỉ thay đổi những chỗ khác; kết quả đã ghi được giữ nguyên."
        ),
    ),
    (
        "Xem việc của cơ quan mình",
        (
            "Ở trang Nhiệm vụ, ô Cơ quan chọn đơn vị của bạn. Nhiệm vụ giao cho nhóm (ví dụ “Các sở, ngành tỉnh”) cũng được tính "
            "nếu đơn vị thuộc nhóm đó. Nhãn Chủ trì, Phối hợp cho biết vai trò."
        ),
    ),
    (
        "Tìm và lọc",
        (
            "Ctrl+F rồi gõ, không dấu cũng được; gõ nhiều từ thì tìm cả cụm từ, không có cụm đó thì tìm nhiệm vụ có đủ các từ. Bấm một ô tổng hợp để chỉ xem nhóm đó, "
            "bấm lần nữa để thôi. Xóa bộ lọc: Ctrl+R."
        ),
    ),
    (
        "Ghi kết quả",
        (
            "Chọn nhiệm vụ rồi bấm Ctrl+Enter để đánh dấu hoàn thành; hoặc Enter để mở bảng chi tiết và ghi từng ô. Mỗi ô tự lưu khi "
            "rời ô. Nhiệm vụ thường xuyên, định kỳ có kết quả theo từng kỳ báo cáo."
        ),
    ),
    (
        "Thời gian thực hiện được hiểu thế nào",
        (
            "Chữ trong kế hoạch được giữ nguyên. Bảng chi tiết ghi “Được hiểu là…”; nếu chưa đúng, bấm Sửa cách hiểu. Hạn nội bộ là "
            "hạn riêng của đơn vị, có dấu ngôi nhà trong cột Hạn."
        ),
    ),
    (
        "Tên cơ quan trong kế hoạch",
        (
            "Trang Cơ quan và đơn vị cho xem danh mục, thêm tên gọi khác, cơ quan hoặc nhóm của đơn vị. Tên chưa có "
            "trong danh mục nằm ở phần Tên chưa xác định; cơ quan đã sắp xếp lại nằm ở phần Tên cũ, có ghi “nay là”. Chữ "
            "trong kế hoạch không bao giờ bị thay."
        ),
    ),
    (
        "Xem lại văn bản đã nhập, bản điều chỉnh, tệp gốc",
        (
            "Trang Văn bản và kế hoạch (Ctrl+5) liệt kê từng kế hoạch và các văn bản điều chỉnh kế hoạch đó, những gì mỗi lần nhập "
            "đã thay đổi và các dòng cần kiểm tra. Tệp đã nhập được giữ nguyên trong thư mục “files” của thư mục dữ liệu; bản sao lưu "
            "không gồm các tệp này, nên khi chuyển máy hãy chép cả thư mục dữ liệu."
        ),
    ),
    (
        "Hoàn tác",
        "Ctrl+Z hoàn tác thao tác vừa làm, kể cả xóa, nhập kế hoạch và sửa nhiều nhiệm vụ; Ctrl+Y làm lại.",
    ),
    (
        "In và xuất Excel",
        (
            "Ctrl+P xem trước rồi in hoặc lưu PDF; Ctrl+E xuất tệp Excel theo đúng bố cục phụ lục. Cả hai đều chọn được: đang lọc, đang "
            "chọn hoặc tất cả."
        ),
    ),
    (
        "Sao lưu",
        "Phần mềm tự sao lưu mỗi ngày và trước khi nhập kế hoạch. Thiết đặt, mục Sao lưu, khôi phục cho xem và lấy lại các bản đó.",
    ),
)


class HelpPage(QWidget):
    """Short answers, then the keys."""

    title = "Trợ giúp"
    navigate = Signal(str, object)

    def __init__(self, _app: "App", _bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        answers = Card("Cách làm những việc thường gặp")
        for question, answer in HOW_TO:
            answers.body.addWidget(Text(question, bold=True))
            answers.body.addWidget(Text(answer, wrap=True, selectable=True))
            answers.body.addSpacing(theme.GRID)
        keys = Card("Phím tắt")
        keys.body.addWidget(KeyTable())
        area = ReadingColumn("Hướng dẫn sử dụng")
        for widget in (PageHeader(self.title), answers, keys):
            area.column.addWidget(widget)
        area.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def refresh(self, _changes: Changes | None = None) -> None:
        """Stay as it is: nothing here depends on the data."""
