"""Appendices after the habits of many offices, written as text, with what a person reads out of them.

A case has two parts parted by "====": the document and the reading. In the document a line that begins with "# " is a
paragraph, an empty line ends a table, cells are parted by "|"; "^" goes on from the cell above, "<" from the cell to
the left, "**x**" is bold, "/n" a new line in the cell. In the reading "@ number | title" begins a section; rows are
number | content | lead | coordinating | deadline.
"""

from dataclasses import dataclass

from tests.reading.documents import Tc, paragraph, table_row, word_document, word_table
from tests.reading.tables import grid


@dataclass(frozen=True)
class Habit:
    """A document and its reading."""

    document: str
    rows: tuple[str, ...]
    """section | title | number | content | lead | coordinating | deadline"""


def habit(text: str) -> Habit:
    """Make a case of its text."""
    document, reading = text.strip("\n").split("\n====\n")
    section, rows = " | ", []
    for line in reading.strip("\n").split("\n"):
        if line.startswith("@"):
            section = "|".join(part.strip() for part in line[1:].split("|"))
        elif line.strip():
            rows.append("|".join((section, *(part.strip() for part in line.split("|")))))
    return Habit(document, tuple(rows))


def as_word(document: str) -> bytes:
    """Make a Word file of a document written as text."""
    body: list[str] = []
    for block in _blocks(document):
        body += [paragraph(line[2:], bold=line.startswith("# **")) for line in block if line.startswith("#")]
        table = [line for line in block if not line.startswith("#")]
        if table:
            body.append(_word_table("\n".join(table)))
    return word_document(body)


def _blocks(document: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in document.split("\n"):
        if not line.strip() or (line.startswith("#") and blocks[-1] and not blocks[-1][-1].startswith("#")):
            blocks.append([])
        if line.strip():
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _word_table(text: str) -> str:
    rows = []
    open_cells: dict[int, tuple[int, int]] = {}
    for row in grid(text).rows:
        cells: list[Tc | str] = []
        for column, cell in enumerate(row):
            if cell is not None:
                merge = "restart" if cell.rows > 1 else ""
                cells.append(Tc(cell.text, cell.columns, merge, cell.bold))
                if cell.rows > 1:
                    open_cells[column] = (cell.rows, cell.columns)
            elif column in open_cells and open_cells[column][0] > 0:
                cells.append(Tc(span=open_cells[column][1], merge="continue"))
        open_cells = {at: (left - 1, wide) for at, (left, wide) in open_cells.items() if left > 1}
        rows.append(table_row(cells))
    return word_table(rows)


HABITS: dict[str, Habit] = {
    name: habit(text)
    for name, text in {
        "plain, running numbers": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024 TỈNH LÀO CAI

STT|Nội dung công việc|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian hoàn thành|Kết quả đầu ra
I|Công tác chỉ đạo, điều hành|<|<|<|<
1|Ban hành Kế hoạch cải cách hành chính năm 2024|Sở Nội vụ|Các sở, ban, ngành tỉnh|Tháng 01/2024|Kế hoạch
2|Kiểm tra công tác cải cách hành chính|Sở Nội vụ|Văn phòng UBND tỉnh|Quý II, III/2024|Báo cáo
II|Cải cách thể chế|<|<|<|<
3|Rà soát văn bản quy phạm pháp luật|Sở Tư pháp|Các sở, ban, ngành tỉnh|Thường xuyên|Báo cáo
====
@ I | Công tác chỉ đạo, điều hành
1|Ban hành Kế hoạch cải cách hành chính năm 2024|Sở Nội vụ|Các sở, ban, ngành tỉnh|Tháng 01/2024
2|Kiểm tra công tác cải cách hành chính|Sở Nội vụ|Văn phòng UBND tỉnh|Quý II, III/2024
@ II | Cải cách thể chế
3|Rà soát văn bản quy phạm pháp luật|Sở Tư pháp|Các sở, ban, ngành tỉnh|Thường xuyên
""",
        "product third, lead and coordinating under one heading": """
# Phụ lục I
# DANH MỤC NHIỆM VỤ CCHC NĂM 2025

TT|Nhiệm vụ|Sản phẩm|Cơ quan thực hiện|<|Thời gian hoàn thành
^|^|^|Chủ trì|Phối hợp|^
A|NHIỆM VỤ CHUNG|<|<|<|<
I|CẢI CÁCH THỂ CHẾ|<|<|<|<
1|Xây dựng nghị quyết của HĐND tỉnh|Nghị quyết|Sở Tư pháp|Các sở, ngành|Quý III
2|Hợp nhất văn bản|Văn bản hợp nhất|Sở Tư pháp||Cả năm
B|NHIỆM VỤ CỦA CÁC NGÀNH|<|<|<|<
I|CHUYỂN ĐỔI SỐ|<|<|<|<
1|Nâng cấp Cổng dịch vụ công|Phần mềm|Sở Khoa học và Công nghệ|Văn phòng UBND tỉnh|30/6/2025
====
@ I | CẢI CÁCH THỂ CHẾ
1|Xây dựng nghị quyết của HĐND tỉnh|Sở Tư pháp|Các sở, ngành|Quý III
2|Hợp nhất văn bản|Sở Tư pháp||Cả năm
@ I | CHUYỂN ĐỔI SỐ
1|Nâng cấp Cổng dịch vụ công|Sở Khoa học và Công nghệ|Văn phòng UBND tỉnh|30/6/2025
""",
        "one table for each section": """
# PHỤ LỤC
# NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025 CỦA THÀNH PHỐ HUẾ
# I. CẢI CÁCH THỂ CHẾ

STT|Nhiệm vụ|CQ chủ trì|CQ phối hợp|Tiến độ
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
2|Kiểm tra văn bản|Sở Tư pháp||Quý III
# II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH

STT|Nhiệm vụ|CQ chủ trì|CQ phối hợp|Tiến độ
1|Công bố thủ tục hành chính|Văn phòng UBND|Các sở|Thường xuyên
# III. CẢI CÁCH TỔ CHỨC BỘ MÁY

STT|Nhiệm vụ|CQ chủ trì|CQ phối hợp|Tiến độ
1|Sắp xếp đơn vị sự nghiệp|Sở Nội vụ|Các sở|Quý IV
2|Rà soát chức năng, nhiệm vụ|Sở Nội vụ|Các sở|Quý I
====
@ I | CẢI CÁCH THỂ CHẾ
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
2|Kiểm tra văn bản|Sở Tư pháp||Quý III
@ II | CẢI CÁCH THỦ TỤC HÀNH CHÍNH
1|Công bố thủ tục hành chính|Văn phòng UBND|Các sở|Thường xuyên
@ III | CẢI CÁCH TỔ CHỨC BỘ MÁY
1|Sắp xếp đơn vị sự nghiệp|Sở Nội vụ|Các sở|Quý IV
2|Rà soát chức năng, nhiệm vụ|Sở Nội vụ|Các sở|Quý I
""",
        "tables by section with other widths and a sentence between": """
# NHIỆM VỤ NĂM 2026
# 1. Cải cách thể chế
# Các cơ quan tập trung thực hiện những nhiệm vụ sau:

STT|Nội dung|<|Đơn vị chủ trì|Đơn vị phối hợp|Thời hạn
1|Rà soát văn bản|<|Sở Tư pháp|Các sở|Quý II
# 2. Cải cách chế độ công vụ

STT|Nội dung|Đơn vị chủ trì|<|Đơn vị phối hợp|Thời hạn
1|Ban hành kế hoạch đào tạo|Sở Nội vụ|<|Các sở|Tháng 2
2|Tuyển dụng công chức|Sở Nội vụ|<||Quý IV
====
@ 1 | Cải cách thể chế
1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
@ 2 | Cải cách chế độ công vụ
1|Ban hành kế hoạch đào tạo|Sở Nội vụ|Các sở|Tháng 2
2|Tuyển dụng công chức|Sở Nội vụ||Quý IV
""",
        "group merged at the left": """
# KẾ HOẠCH NĂM 2025

TT|Lĩnh vực|Nhiệm vụ cụ thể|Cơ quan chủ trì|Thời gian thực hiện
1|Cải cách thể chế|Rà soát văn bản|Sở Tư pháp|Quý I
2|^|Kiểm tra văn bản|Sở Tư pháp|Quý II
3|Cải cách tài chính công|Giao quyền tự chủ|Sở Tài chính|Quý III
4|^|Quyết toán ngân sách|Sở Tài chính|Quý IV
====
@ | Cải cách thể chế
1|Rà soát văn bản|Sở Tư pháp||Quý I
2|Kiểm tra văn bản|Sở Tư pháp||Quý II
@ | Cải cách tài chính công
3|Giao quyền tự chủ|Sở Tài chính||Quý III
4|Quyết toán ngân sách|Sở Tài chính||Quý IV
""",
        "group numbered Roman in the number column, merged down": """
# KẾ HOẠCH NĂM 2025

STT|Nhóm nhiệm vụ|Nội dung|Chủ trì|Phối hợp|Thời hạn
I|Thể chế|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
^|^|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
II|Bộ máy|Sắp xếp tổ chức|Sở Nội vụ|Các sở|Quý III
^|^|Giảm biên chế|Sở Nội vụ||Quý IV
====
@ I | Thể chế
|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
@ II | Bộ máy
|Sắp xếp tổ chức|Sở Nội vụ|Các sở|Quý III
|Giảm biên chế|Sở Nội vụ||Quý IV
""",
        "sub-rows inherit": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
I|CẢI CÁCH THỦ TỤC HÀNH CHÍNH|<|<|<
1|Kiểm soát thủ tục hành chính|Văn phòng UBND tỉnh|Các sở|Cả năm
1.1|Công bố thủ tục hành chính|||
1.2|Niêm yết công khai|||Thường xuyên
2|Số hóa hồ sơ|Sở Nội vụ|Các sở|Quý IV
a)|Số hóa kết quả còn hiệu lực|||
b)|Số hóa hồ sơ mới|UBND cấp xã||
đ)|Tái sử dụng dữ liệu|||Quý II
3|Khảo sát mức độ hài lòng|Sở Nội vụ|Bưu điện tỉnh|Tháng 10
====
@ I | CẢI CÁCH THỦ TỤC HÀNH CHÍNH
1|Kiểm soát thủ tục hành chính|Văn phòng UBND tỉnh|Các sở|Cả năm
1.1|Công bố thủ tục hành chính|Văn phòng UBND tỉnh|Các sở|Cả năm
1.2|Niêm yết công khai|Văn phòng UBND tỉnh|Các sở|Thường xuyên
2|Số hóa hồ sơ|Sở Nội vụ|Các sở|Quý IV
a)|Số hóa kết quả còn hiệu lực|Sở Nội vụ|Các sở|Quý IV
b)|Số hóa hồ sơ mới|UBND cấp xã|Các sở|Quý IV
đ)|Tái sử dụng dữ liệu|Sở Nội vụ|Các sở|Quý II
3|Khảo sát mức độ hài lòng|Sở Nội vụ|Bưu điện tỉnh|Tháng 10
""",
        "ditto marks": """
# NHIỆM VỤ NĂM 2025

TT|Nhiệm vụ|Chủ trì|Phối hợp|Thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở, ngành|Quý I
2|Tuyên truyền|nt|Báo tỉnh|-nt-
3|Kiểm tra|Như trên|//|Quý II
4|Tổng kết|"|"|Quý IV
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở, ngành|Quý I
2|Tuyên truyền|Sở Nội vụ|Báo tỉnh|Quý I
3|Kiểm tra|Sở Nội vụ|Báo tỉnh|Quý II
4|Tổng kết|Sở Nội vụ|Báo tỉnh|Quý IV
""",
        "lead and coordinating in one column, with words": """
# NHIỆM VỤ NĂM 2025

TT|Nhiệm vụ|Chủ trì/Phối hợp|Thời hạn
1|Ban hành kế hoạch|Chủ trì: Sở Nội vụ./nPhối hợp: Các sở, ngành.|Quý I
2|Tuyên truyền|- Chủ trì: Sở Văn hóa, Thể thao và Du lịch/n- Phối hợp: Báo tỉnh|Quý II
3|Kiểm tra|Sở Nội vụ chủ trì, phối hợp với Sở Tài chính|Quý III
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở, ngành.|Quý I
2|Tuyên truyền|Sở Văn hóa, Thể thao và Du lịch|Báo tỉnh|Quý II
3|Kiểm tra|Sở Nội vụ|Sở Tài chính|Quý III
""",
        "lead and coordinating in one column, parted by a stroke": """
# NHIỆM VỤ NĂM 2025

TT|Nhiệm vụ|Cơ quan chủ trì/ Cơ quan phối hợp|Thời hạn
1|Ban hành kế hoạch|Sở Nội vụ/ Các sở, ngành|Quý I
2|Tuyên truyền|Sở Tư pháp/ Báo tỉnh|Quý II
3|Kiểm tra|Sở Nội vụ|Quý III
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở, ngành|Quý I
2|Tuyên truyền|Sở Tư pháp|Báo tỉnh|Quý II
3|Kiểm tra|Sở Nội vụ||Quý III
""",
        "begin and end": """
# NHIỆM VỤ NĂM 2025

TT|Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian thực hiện|<
^|^|^|^|Bắt đầu|Hoàn thành
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|01/01/2025|31/01/2025
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II|Quý III
3|Tuyên truyền|Sở Nội vụ||Thường xuyên|
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Từ 01/01/2025 đến 31/01/2025
2|Kiểm tra|Sở Nội vụ|Các sở|Từ Quý II đến Quý III
3|Tuyên truyền|Sở Nội vụ||Thường xuyên
""",
        "capitals in sections without numbers": """
# NHIỆM VỤ NĂM 2025

Nhiệm vụ trọng tâm|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH|<|<|<
- Ban hành Kế hoạch CCHC|Sở Nội vụ|Các sở|Quý I
- Sơ kết 6 tháng|Sở Nội vụ|Các sở|Tháng 6
CẢI CÁCH THỂ CHẾ|<|<|<
- Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
====
@ | CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH
|- Ban hành Kế hoạch CCHC|Sở Nội vụ|Các sở|Quý I
|- Sơ kết 6 tháng|Sở Nội vụ|Các sở|Tháng 6
@ | CẢI CÁCH THỂ CHẾ
|- Rà soát văn bản|Sở Tư pháp|Các sở|Quý II
""",
        "time first": """
# LỊCH TRIỂN KHAI NHIỆM VỤ NĂM 2025

Thời gian|Nội dung nhiệm vụ|Đơn vị thực hiện|Đơn vị phối hợp|Ghi chú
Tháng 01|Ban hành kế hoạch|Sở Nội vụ|Các sở|
Tháng 02|Tuyên truyền|Sở Nội vụ|Báo tỉnh|
^|Tập huấn|Sở Nội vụ|Trường Chính trị tỉnh|02 lớp
Tháng 6|Sơ kết|Sở Nội vụ||
====
@ |
|Ban hành kế hoạch|Sở Nội vụ|Các sở|Tháng 01
|Tuyên truyền|Sở Nội vụ|Báo tỉnh|Tháng 02
|Tập huấn|Sở Nội vụ|Trường Chính trị tỉnh|Tháng 02
|Sơ kết|Sở Nội vụ||Tháng 6
""",
        "months ticked": """
# NHIỆM VỤ NĂM 2025

TT|Nội dung|Chủ trì|Phối hợp|Quý I|Quý II|Quý III|Quý IV
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|X|||
2|Kiểm tra|Sở Nội vụ|Các sở||X|X|
3|Tổng kết|Sở Nội vụ|||||x
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II, Quý III
3|Tổng kết|Sở Nội vụ||Quý IV
""",
        "leaders and priorities beside": """
# NHIỆM VỤ NĂM 2026

TT|Nhiệm vụ|Lãnh đạo phụ trách|Đơn vị chủ trì|Đơn vị phối hợp|Thời hạn|Sản phẩm đầu ra|Mức độ ưu tiên
1|Ban hành kế hoạch|Nguyễn Văn A - Phó Chủ tịch|Văn phòng HĐND và UBND|Các phòng|20/01/2026|Kế hoạch|Cao
2|Tự kiểm tra|Trần Thị B - Chủ tịch|Phòng Văn hóa - Xã hội|Công an xã|Quý III|Báo cáo|Trung bình
====
@ |
1|Ban hành kế hoạch|Văn phòng HĐND và UBND|Các phòng|20/01/2026
2|Tự kiểm tra|Phòng Văn hóa - Xã hội|Công an xã|Quý III
""",
        "sections with numbers 1, tasks 1.1": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Cải cách thể chế|||
1.1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
1.2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
2|Cải cách bộ máy|||
2.1|Sắp xếp|Sở Nội vụ|Các sở|Quý III
2.2|Rà soát|Sở Nội vụ|Các sở|Quý IV
====
@ 1 | Cải cách thể chế
1.1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý I
1.2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
@ 2 | Cải cách bộ máy
2.1|Sắp xếp|Sở Nội vụ|Các sở|Quý III
2.2|Rà soát|Sở Nội vụ|Các sở|Quý IV
""",
        "three levels": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
I|CẢI CÁCH THỂ CHẾ|||
1|Hoàn thiện pháp luật|||
1.1|Xây dựng nghị quyết|Sở Tư pháp|Các sở|Quý I
1.1.1|Khảo sát|Sở Tư pháp||Tháng 1
1.1.2|Soạn thảo|||Tháng 2
1.2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
2|Thi hành pháp luật|||
2.1|Theo dõi|Sở Tư pháp|Các sở|Cả năm
====
@ I | CẢI CÁCH THỂ CHẾ
1.1|Xây dựng nghị quyết|Sở Tư pháp|Các sở|Quý I
1.1.1|Khảo sát|Sở Tư pháp|Các sở|Tháng 1
1.1.2|Soạn thảo|Sở Tư pháp|Các sở|Tháng 2
1.2|Kiểm tra văn bản|Sở Tư pháp|Các sở|Quý II
2.1|Theo dõi|Sở Tư pháp|Các sở|Cả năm
""",
        "note and signature below": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
Tổng số: 02 nhiệm vụ|<|<|<|<
Ghi chú: Các đơn vị báo cáo trước ngày 15 hằng tháng|<|<|<|<

Nơi nhận:/n- Như trên;/n- Lưu: VT|TM. ỦY BAN NHÂN DÂN/nCHỦ TỊCH
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
""",
        "cut in the middle of a phrase": """
# NHIỆM VỤ NĂM 2025

STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
1|Ban hành kế hoạch thực hiện Nghị quyết số|Sở Nội|Các sở, ban,|Trong quý
|76/NQ-CP của Chính phủ|vụ|ngành tỉnh|I/2025
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
3|Tuyên truyền cải cách|Sở Văn hóa, Thể|Báo tỉnh|Thường
STT|Nội dung|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian
|hành chính trên báo, đài|thao và Du lịch||xuyên
4|Tổng kết|Sở Nội vụ|Các sở|Quý IV
====
@ |
1|Ban hành kế hoạch thực hiện Nghị quyết số 76/NQ-CP của Chính phủ|Sở Nội vụ|Các sở, ban, ngành tỉnh|Trong quý I/2025
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
3|Tuyên truyền cải cách hành chính trên báo, đài|Sở Văn hóa, Thể thao và Du lịch|Báo tỉnh|Thường xuyên
4|Tổng kết|Sở Nội vụ|Các sở|Quý IV
""",
        "extra blank columns": """
# NHIỆM VỤ NĂM 2025

STT||Nội dung|Cơ quan chủ trì||Cơ quan phối hợp|Thời gian|
1||Ban hành kế hoạch|Sở Nội vụ||Các sở|Quý I|
2||Kiểm tra|Sở Nội vụ||Các sở|Quý II|
====
@ |
1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I
2|Kiểm tra|Sở Nội vụ|Các sở|Quý II
""",
        "no heading at all": """
# NHIỆM VỤ NĂM 2025

1|Ban hành kế hoạch cải cách hành chính|Sở Nội vụ|Các sở, ban, ngành|Quý I
2|Kiểm tra công tác cải cách hành chính|Sở Nội vụ|Các sở, ban, ngành|Quý II
3|Tuyên truyền cải cách hành chính|Sở Văn hóa, Thể thao và Du lịch|Báo tỉnh|Thường xuyên
====
@ |
1|Ban hành kế hoạch cải cách hành chính|Sở Nội vụ|Các sở, ban, ngành|Quý I
2|Kiểm tra công tác cải cách hành chính|Sở Nội vụ|Các sở, ban, ngành|Quý II
3|Tuyên truyền cải cách hành chính|Sở Văn hóa, Thể thao và Du lịch|Báo tỉnh|Thường xuyên
""",
        "strange headings": """
# BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2025

Số TT|Việc phải làm|Ai làm chính|Ai cùng làm|Bao giờ xong
1|Ban hành kế hoạch cải cách hành chính|Sở Nội vụ|Các sở, ngành|Quý I
2|Kiểm tra việc thực hiện|Sở Nội vụ|Sở Tài chính|Quý II
3|Tổng kết|Sở Nội vụ|Các sở, ngành|Quý IV
====
@ |
1|Ban hành kế hoạch cải cách hành chính|Sở Nội vụ|Các sở, ngành|Quý I
2|Kiểm tra việc thực hiện|Sở Nội vụ|Sở Tài chính|Quý II
3|Tổng kết|Sở Nội vụ|Các sở, ngành|Quý IV
""",
    }.items()
}
