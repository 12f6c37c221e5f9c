"""Appendices in the layouts officers and their software use, as files, with what must be read out of them.

Each case: file name, content, and the tasks as "section|number|content|lead|coordinating|deadline".
"""

import re
from collections.abc import Callable
from datetime import date
from itertools import count

from tests.reading.documents import (
    LETTERHEAD,
    SIGNATURE,
    Tc,
    new_sheet,
    numbered,
    paragraph,
    put_banner,
    put_row,
    saved,
    table_row,
    word_document,
    word_table,
)

Case = tuple[str, Callable[[], bytes], list[str]]
TITLE = "PHỤ LỤC\nNHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025\n\n"
Table = list[list[Tc | str]]
DOWN = Tc(merge="continue")


def text(table: str) -> Callable[[], bytes]:
    """A text file: columns are written with strokes and become tabs."""
    rows = "\n".join(re.sub(r" ?\| ?", "\t", line) for line in table.split("\n"))
    return (TITLE + rows + "\n").encode


def raw(content: str) -> Callable[[], bytes]:
    return content.encode


def commune_sheet() -> bytes:
    """Layout 2, a commune's sheet: running numbers, real dates, column numbers, a sum, a note."""
    workbook, sheet = new_sheet("KH CCHC")
    heads = ("ỦY BAN NHÂN DÂN", "XÃ LONG PHỤNG", "Số:     /KH-UBND")
    for row, head in enumerate(heads, start=1):
        sheet.cell(row, 1, head)
    sheet["D1"] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["D2"] = "Độc lập - Tự do - Hạnh phúc"
    sheet["D3"] = "Long Phụng, ngày     tháng 01 năm 2026"
    sheet["A5"] = "PHỤ LỤC"
    sheet["A6"] = "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"
    sheet["A7"] = (
        "(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng 01 năm 2026 của Ủy ban nhân dân xã Long Phụng)"
    )
    headings = (
        "STT",
        "Tên nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Kết quả/Sản phẩm",
        "Thời gian",
        "Ghi chú",
    )
    put_row(sheet, 9, headings, bold=True)
    put_row(sheet, 10, range(1, 8))
    put_banner(sheet, 11, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", 7)
    put_row(
        sheet,
        12,
        [
            1,
            "Ban hành Kế hoạch",
            "Văn phòng HĐND và UBND",
            "Các phòng, ban",
            "Kế hoạch",
            date(2026, 1, 20),
        ],
    )
    put_row(
        sheet,
        13,
        [2, "Tự kiểm tra", "Phòng Văn hóa - Xã hội", "Công an xã", "Báo cáo", date(2026, 6, 1), "02 đợt"],
    )
    sheet["F12"].number_format, sheet["F13"].number_format = "dd/mm/yyyy", "mm/yyyy"
    put_banner(sheet, 14, "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 7)
    put_row(
        sheet,
        15,
        [3, "Công khai thủ tục", "Trung tâm Phục vụ hành chính công", None, None, "Thường xuyên", None],
    )
    put_banner(sheet, 16, "Tổng cộng: 03 nhiệm vụ", 7)
    sheet["A17"] = "Ghi chú: Các phòng chủ động triển khai."
    sheet["E19"], sheet["E20"], sheet["E23"] = "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"
    return saved(workbook)


def groups_in_a_column() -> bytes:
    """Layout 3: groups merged down in a column of their own, many more columns."""
    headings = (
        "STT", "Nhóm nhiệm vụ", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Lực lượng hỗ trợ", "Thời gian thực hiện",
        "Kết quả/sản phẩm", "Chỉ tiêu liên quan", "Ghi chú",
        "Căn cứ/lý do đề xuất nhiệm vụ - Cột này để giải trình, không phát hành",
    )  # fmt: skip
    rows = [
        table_row(headings, header=True),
        table_row(["1", Tc("Cải cách thể chế", merge="restart"), "Rà soát văn bản", "Phòng Tư pháp", "Các phòng", "Tổ công nghệ số", "Quý II", "Báo cáo", "CT1", "", "NQ 57"]),
        table_row(["2", DOWN, "Kiểm tra văn bản", "Phòng Tư pháp", "Các phòng", "", "Quý III", "Báo cáo", "", "", ""]),
        table_row(["3", Tc("Chuyển đổi số", merge="restart"), "Số hóa hồ sơ", "Văn phòng UBND", "Công an xã", "", "Thường xuyên", "", "", "", ""]),
        table_row(["4", DOWN, "Mở rộng dịch vụ công", "Văn phòng UBND", "Công an xã", "", "30/9/2026", "", "", "", ""]),
    ]  # fmt: skip
    return word_document([
        paragraph("KẾ HOẠCH", bold=True),
        paragraph("Cải cách hành chính năm 2026 của xã An Thới", bold=True),
        paragraph("Thực hiện Quyết định số 12/QĐ-UBND, xã ban hành kế hoạch."),
        word_table(rows),
    ])  # fmt: skip


def numbered_groups() -> bytes:
    """Numbers that count the groups, merged down with them; a lead merged over two tasks."""
    rows: Table = [
        ["TT", "Nội dung", "Nhiệm vụ cụ thể", "Cơ quan chủ trì", "Thời gian hoàn thành"],
        [Tc("1", merge="restart"), Tc("Cải cách thể chế", merge="restart"), "Rà soát văn bản", "Sở Tư pháp", "Quý II"],
        [DOWN, DOWN, "Kiểm tra văn bản", "Sở Tư pháp", "Quý III"],
        [Tc("2", merge="restart"), Tc("Chuyển đổi số", merge="restart"), "Số hóa hồ sơ", Tc("Sở Nội vụ", merge="restart"), "Thường xuyên"],
        [DOWN, DOWN, "Mở rộng dịch vụ công", DOWN, "30/9/2026"],
    ]  # fmt: skip
    return word_document([paragraph("PHỤ LỤC 2: NHIỆM VỤ NĂM 2026"), word_table(rows)])


def among_other_tables() -> bytes:
    """Layouts 5, 7 and an inspection list in one document: only one of them lists tasks."""
    targets = [
        ["STT", "Chỉ tiêu", "Mức phấn đấu", "Đơn vị chủ trì theo dõi", "Đơn vị phối hợp", "Nguồn số liệu/minh chứng", "Thời hạn", "Ghi chú"],
        ["1", "Tỷ lệ hồ sơ đúng hạn", "98%", "Sở Nội vụ", "Các sở", "Báo cáo", "31/12/2025", ""],
        ["2", "Tỷ lệ số hóa", "80%", "Sở Nội vụ", "Các sở", "", "31/12/2025", ""],
    ]  # fmt: skip
    tasks = [
        ["TT", "Nhiệm vụ", "Đơn vị/Cá nhân chủ trì", "Đơn vị phối hợp", "Thời gian", "Ghi chú"],
        ["1", "Ban hành kế hoạch", "Sở Nội vụ", "Các sở", "Tháng 01", ""],
        ["2", "Sơ kết", "Sở Nội vụ", "", "Tháng 6", ""],
    ]
    inspections = [
        ["STT", "Đơn vị được kiểm tra", "Thời gian kiểm tra", "Nội dung kiểm tra", "Đơn vị chủ trì"],
        *[
            [str(number), f"UBND huyện {number}", "Quý II", "Cải cách hành chính", "Sở Nội vụ"]
            for number in range(1, 9)
        ],
    ]
    return word_document([
        word_table(LETTERHEAD), paragraph("KẾ HOẠCH"), paragraph("Cải cách hành chính năm 2025"), paragraph("I. CHỈ TIÊU"),
        paragraph("PHỤ LỤC I"), paragraph("CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2025"), word_table(targets),
        paragraph("PHỤ LỤC II"), paragraph("NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025"), word_table(tasks),
        paragraph("PHỤ LỤC III"), paragraph("KẾ HOẠCH KIỂM TRA CẢI CÁCH HÀNH CHÍNH NĂM 2025"), word_table(inspections),
        word_table(SIGNATURE),
    ])  # fmt: skip


def school_sheet() -> bytes:
    """Layout 9: the table begins in row 4; groups 1, 2 with tasks 1.1, 1.2, one of them a number of Excel."""
    workbook, sheet = new_sheet("Nhiệm vụ")
    sheet["B2"] = "KẾ HOẠCH NĂM HỌC"
    rows: list[list[object]] = [
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm"],
        ["1", "Công tác chuyên môn"],
        ["1.1", "Xây dựng kế hoạch", "Tổ chuyên môn", "Ban Giám hiệu", "Tháng 9/2025", "Kế hoạch"],
        [1.2, "Dự giờ", "Tổ chuyên môn", None, "Hằng tháng", "Phiếu"],
        ["2", "Công tác hành chính"],
        ["2.1", "Rà soát thủ tục", "Văn phòng", None, "31/12/2025", None],
        ["2.2", "Chữ ký số", "Văn phòng", "Tổ CNTT", "Quý IV/2025", None],
    ]
    for at, row in zip(count(4), rows, strict=False):
        put_row(sheet, at, row)
    return saved(workbook)


def two_line_heading() -> bytes:
    """Layout 14 with a heading of two lines, begin and end, phases merged down, numbered columns."""
    rows = [
        table_row([Tc("Giai đoạn", merge="restart"), Tc("Công việc", merge="restart"), Tc("Cơ quan thực hiện", span=2), Tc("Thời gian", span=2), Tc("Sản phẩm", merge="restart")], header=True),
        table_row([DOWN, DOWN, "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc", DOWN], header=True),
        table_row(["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]),
        table_row([Tc("Giai đoạn 1: Chuẩn bị", merge="restart"), "Khảo sát", "Sở Nội vụ", "Các sở", "01/2026", "03/2026", "Báo cáo"]),
        table_row([DOWN, "Lập kế hoạch", "Sở Nội vụ", "", "Tháng 3", "Tháng 4", ""]),
        table_row([Tc("Giai đoạn 2", merge="restart"), "Triển khai", "Sở Nội vụ", "", "", "Quý IV", ""]),
    ]  # fmt: skip
    return word_document([paragraph("LỘ TRÌNH TRIỂN KHAI NĂM 2026"), word_table(rows)])


def merged_down() -> bytes:
    """Leads, deadlines, contents and numbers merged down over several rows, in every combination that occurs."""
    rows: Table = [
        ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
        ["1", "Ban hành kế hoạch", Tc("Sở Nội vụ", merge="restart"), "Các sở", Tc("Quý I", merge="restart")],
        ["2", "Kiểm tra", DOWN, "Sở Y tế", DOWN],
        [Tc("3", merge="restart"), Tc("Tuyên truyền", merge="restart"), "Sở Tư pháp", Tc("Các sở", merge="restart"), "Thường xuyên"],
        [DOWN, DOWN, "Sở Y tế", DOWN, "Hằng tháng"],
        [Tc("4", merge="restart"), Tc("Tổng kết", merge="restart"), Tc("Sở Nội vụ", merge="restart"), "Sở Tài chính", Tc("Quý IV", merge="restart")],
        [DOWN, DOWN, DOWN, "Sở Tư pháp", DOWN],
        [Tc("5", merge="restart"), "Nội dung a", "Sở Y tế", "", "Quý I"],
        [DOWN, "Nội dung b", "Sở Y tế", "", "Quý II"],
    ]  # fmt: skip
    return word_document([paragraph("NHIỆM VỤ NĂM 2025"), word_table(rows)])


def dragged_borders() -> bytes:
    """Cells that do not stand exactly under their headings, as in tables whose borders were dragged by hand."""
    rows = [
        [
            Tc("STT"),
            Tc("Nội dung nhiệm vụ", span=2),
            Tc("Cơ quan chủ trì", span=2),
            Tc("Cơ quan phối hợp"),
            Tc("Thời gian", span=2),
        ],
        [Tc("I"), Tc("CẢI CÁCH THỂ CHẾ", span=7)],
        [Tc("1"), Tc("Rà soát"), Tc("Sở Tư pháp", span=3), Tc("Các sở"), Tc("Quý II", span=2)],
        [Tc("2"), Tc("Kiểm tra", span=3), Tc("Sở Tư pháp"), Tc("Các sở", span=2), Tc("Quý III")],
    ]
    return word_document([paragraph("NHIỆM VỤ NĂM 2025"), word_table(rows)])


def inside_a_layout_table() -> bytes:
    """The whole page in one cell of a table, the tasks in a table within it."""
    inner = word_table([
        ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
        ["1", "Rà soát", "Sở Tư pháp", "", "Quý I"],
        ["2", "Kiểm tra", "Sở Tư pháp", "", "Quý I"],
    ])  # fmt: skip
    cell = Tc(inner=paragraph("PHỤ LỤC") + paragraph("NHIỆM VỤ NĂM 2025") + inner + paragraph(""))
    return word_document([word_table([[cell]])])


def headings_between_tables() -> bytes:
    """One table for each section, the section titles as paragraphs above them."""
    heading = ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
    return word_document([
        paragraph("PHỤ LỤC"), paragraph("NHIỆM VỤ NĂM 2025"), paragraph("I. CẢI CÁCH THỂ CHẾ", bold=True),
        word_table([heading, ["1", "Rà soát", "Sở Tư pháp", "", "Quý I"]]),
        paragraph("II. Cải cách thủ tục", bold=True), word_table([heading, ["1", "Công khai", "Sở Nội vụ", "", "Quý II"]]),
        paragraph("3"), word_table([["2", "Tiếp nhận", "Sở Nội vụ", "", "Quý II"], ["3", "Trả kết quả", "Sở Nội vụ", "", "Quý II"]]),
        paragraph("Danh sách đầu mối"), word_table([["STT", "Họ tên", "Chức vụ", "Đơn vị", "Điện thoại"], ["1", "A", "B", "Sở Nội vụ", "0"]]),
    ])  # fmt: skip


def automatic_numbers() -> bytes:
    """Layout 20 with all numbers made by Word: Roman sections, rows restarting in each, a second level."""
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0, "decimal", "%1.")}{level.format(1, "decimal", "%1.%2.")}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level.format(0, "upperRoman", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )

    def number(key: int, depth: int = 0) -> Tc:
        return Tc(inner=paragraph("", properties=numbered(key, depth)))

    def section(title: str) -> list[Tc | str]:
        return [Tc(inner=paragraph(title, properties=numbered(2)), span=6)]

    rows: Table = [
        ["TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
        section("CẢI CÁCH THỂ CHẾ"),
        [number(1), "Rà soát", "Báo cáo", "Sở Tư pháp", "", "Quý I"],
        [number(1), "Kiểm tra", "", "Sở Tư pháp", "", "Quý I"],
        section("Cải cách thủ tục"),
        [number(3), "Công khai", "", "Sở Nội vụ", "", "Quý I"],
        [number(3, 1), "Công khai cấp xã", "", "Sở Nội vụ", "", "Quý I"],
        [number(3), "Tiếp nhận", "", "Sở Nội vụ", "", "Quý I"],
    ]
    return word_document([paragraph("NHIỆM VỤ NĂM 2025"), word_table(rows)], numbering=numbering)


def two_tables_on_one_sheet() -> bytes:
    """Targets above, tasks below, without a blank row between title and heading."""
    workbook, sheet = new_sheet("Tổng hợp")
    rows: list[list[object]] = [
        ["PHỤ LỤC I"], ["CHỈ TIÊU NĂM 2025"],
        ["STT", "Chỉ tiêu", "Đến hết năm 2025", "Đơn vị chủ trì", "Đơn vị phối hợp"],
        [1, "Hồ sơ đúng hạn", 0.98, "Sở Nội vụ", "Các sở"], [],
        ["PHỤ LỤC II"], ["NHIỆM VỤ NĂM 2025"],
        ["STT", "Nhiệm vụ", "Thời gian", "Đơn vị chủ trì", "Đơn vị phối hợp"],
        [1, "Rà soát", "Quý I", "Sở Nội vụ", "Các sở"], [2, "Tổng kết", "Quý IV", "Sở Nội vụ", "Các sở"], [],
        [None, None, None, "Người lập biểu"],
    ]  # fmt: skip
    for at, row in enumerate(rows, start=1):
        put_row(sheet, at, row)
    return saved(workbook)


LAYOUTS: dict[str, Case] = {
    "commune sheet": ("kh.xlsx", commune_sheet, [
        "I|1|Ban hành Kế hoạch|Văn phòng HĐND và UBND|Các phòng, ban|20/01/2026",
        "I|2|Tự kiểm tra|Phòng Văn hóa - Xã hội|Công an xã|06/2026",
        "II|3|Công khai thủ tục|Trung tâm Phục vụ hành chính công||Thường xuyên",
    ]),
    "groups in a column": ("kh.docx", groups_in_a_column, [
        "|1|Rà soát văn bản|Phòng Tư pháp|Các phòng|Quý II",
        "|2|Kiểm tra văn bản|Phòng Tư pháp|Các phòng|Quý III",
        "|3|Số hóa hồ sơ|Văn phòng UBND|Công an xã|Thường xuyên",
        "|4|Mở rộng dịch vụ công|Văn phòng UBND|Công an xã|30/9/2026",
    ]),
    "numbered groups": ("kh.docx", numbered_groups, [
        "1||Rà soát văn bản|Sở Tư pháp||Quý II",
        "1||Kiểm tra văn bản|Sở Tư pháp||Quý III",
        "2||Số hóa hồ sơ|Sở Nội vụ||Thường xuyên",
        "2||Mở rộng dịch vụ công|Sở Nội vụ||30/9/2026",
    ]),
    "no deadline, parts, Markdown": ("kh.md", raw(
        "**PHỤ LỤC**\n**NHIỆM VỤ TRỌNG TÂM NĂM 2025**\n\n"
        "| STT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm/kết quả | Chỉ tiêu liên quan |\n"
        "|:--|--|--|--|--|--|\n"
        "| **A** | **NHIỆM VỤ CHUNG** | | | | |\n| I | Thể chế | | | | |\n"
        "| 1 | Rà soát **văn bản** | Sở Tư pháp | Các sở | Báo cáo | 100% |\n"
        "| 2 | Công khai<br>thủ tục | Sở Nội vụ | - Sở Tài chính<br>- Sở Y tế | Quyết định | |\n"
        "| **B** | **NHIỆM VỤ RIÊNG** | | | | |\n| I | Bộ máy | | | | |\n| 1 | Sắp xếp | Sở Nội vụ | | Đề án | |\n"
    ), [
        "I|1|Rà soát văn bản|Sở Tư pháp|Các sở|",
        "I|2|Công khai thủ tục|Sở Nội vụ|- Sở Tài chính - Sở Y tế|",
        "I|1|Sắp xếp|Sở Nội vụ||",
    ]),
    "among other tables": ("kh.docx", among_other_tables, [
        "|1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Tháng 01",
        "|2|Sơ kết|Sở Nội vụ||Tháng 6",
    ]),
    "school sheet": ("kh.xlsx", school_sheet, [
        "1|1.1|Xây dựng kế hoạch|Tổ chuyên môn|Ban Giám hiệu|Tháng 9/2025",
        "1|1.2|Dự giờ|Tổ chuyên môn||Hằng tháng",
        "2|2.1|Rà soát thủ tục|Văn phòng||31/12/2025",
        "2|2.2|Chữ ký số|Văn phòng|Tổ CNTT|Quý IV/2025",
    ]),
    "provincial matrix": ("kh.txt", text(
        "STT | Nhiệm vụ trọng tâm | Đơn vị chủ trì | Đơn vị phối hợp | Hạn hoàn thành | Sản phẩm đầu ra | Ưu tiên [Hỏa tốc/Khẩn/Thường]\n"
        "1 | Triển khai phần mềm | Sở KH&CN | Các sở | 30/6/2026 | Phần mềm | Khẩn\n"
        "2 | Tập huấn | Sở Nội vụ | Các sở | Quý III/2026 | Lớp học | Thường"
    ), [
        "|1|Triển khai phần mềm|Sở KH&CN|Các sở|30/6/2026",
        "|2|Tập huấn|Sở Nội vụ|Các sở|Quý III/2026",
    ]),
    "software export": ("kh.csv", raw(
        '"TT","Mã","Nhiệm vụ (rõ việc)","Nhóm","Lĩnh vực","Chủ trì (rõ người)","Phối hợp","Lãnh đạo phụ trách","Hạn (rõ thời gian)",'
        '"Sản phẩm","Thẩm quyền","Căn cứ","Trạng thái","Tiến độ (%)","Quá hạn","Giao"\n'
        '1,NV-01,"Rà soát, công bố",Nhóm 1,CCHC,"Văn phòng HĐND và UBND","Phòng Kinh tế, Công an phường",Nguyễn Văn A,15/03/2026,'
        "Quyết định,Chủ tịch UBND phường,NQ 57,Đang làm,50,Không,01/01/2026\n"
        "2,NV-02,Số hóa,Nhóm 1,CCHC,Phòng Văn hóa - Xã hội,,Nguyễn Văn B,30/06/2026,'=HYPERLINK,,,Chưa làm,0,Không,01/01/2026\n"
    ), [
        "|1|Rà soát, công bố|Văn phòng HĐND và UBND|Phòng Kinh tế, Công an phường|15/03/2026",
        "|2|Số hóa|Phòng Văn hóa - Xã hội||30/06/2026",
    ]),
    "deliverables": ("kh.txt", text(
        "Deliverable | Mục tiêu NQ57 | Chương trình | Nhiệm vụ của Chính phủ | Chỉ tiêu | KPI vĩ mô | Đơn vị chủ trì | Thời hạn hoàn thành\n"
        "Luật Dữ liệu | MT1 | CT1 | Hoàn thiện thể chế dữ liệu | | | Bộ Công an | 6/2025\n"
        "Đề án | MT2 | CT2 | Phát triển hạ tầng số | | | Bộ Khoa học và Công nghệ | 2025"
    ), [
        "||Hoàn thiện thể chế dữ liệu|Bộ Công an||6/2025",
        "||Phát triển hạ tầng số|Bộ Khoa học và Công nghệ||2025",
    ]),
    "work breakdown": ("kh.txt", text(
        "Mã WBS | Tên công việc chi tiết | Sản phẩm bàn giao | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn\n"
        "1 | Giai đoạn chuẩn bị | | | | Tuần 1-2\n"
        "1.1 | Khảo sát hiện trạng | Báo cáo | Sở Nội vụ | Các sở | Tuần 1\n"
        "1.2 | Lập kế hoạch | Kế hoạch | Sở Nội vụ | | Tuần 2\n"
        "2 | Giai đoạn triển khai | | | | Tuần 3-8\n"
        "2.1 | Cài đặt | | Sở Tài chính | | Tuần 3"
    ), [
        "1|1.1|Khảo sát hiện trạng|Sở Nội vụ|Các sở|Tuần 1",
        "1|1.2|Lập kế hoạch|Sở Nội vụ||Tuần 2",
        "2|2.1|Cài đặt|Sở Tài chính||Tuần 3",
    ]),
    "two-line heading": ("kh.docx", two_line_heading, [
        "||Khảo sát|Sở Nội vụ|Các sở|Từ 01/2026 đến 03/2026",
        "||Lập kế hoạch|Sở Nội vụ||Từ Tháng 3 đến Tháng 4",
        "||Triển khai|Sở Nội vụ||Quý IV",
    ]),
    "training": ("kh.txt", text(
        "TT | Chương trình | Đối tượng | Số lượng | Hình thức | Thời gian | Kinh phí | Đơn vị thực hiện\n"
        "1 | Bồi dưỡng kỹ năng | Công chức | 50 | Trực tiếp | Tháng 5 | 50.000.000 | Trường Chính trị tỉnh\n"
        "2 | Bồi dưỡng dữ liệu | Công chức | 30 | Trực tuyến | Tháng 8 | 30.000.000 | Sở Nội vụ\n"
        " | Cộng | | 80 | | | 80.000.000 | "
    ), [
        "|1|Bồi dưỡng kỹ năng|Trường Chính trị tỉnh||Tháng 5",
        "|2|Bồi dưỡng dữ liệu|Sở Nội vụ||Tháng 8",
    ]),
    "ticked quarters": ("kh.txt", text(
        "TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Quý I | Quý II | Quý III | Quý IV\n"
        "1 | Ban hành kế hoạch | Sở Nội vụ | Các sở | x | | | \n"
        "2 | Kiểm tra | Sở Nội vụ | Các sở | | x | x | "
    ), [
        "|1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I",
        "|2|Kiểm tra|Sở Nội vụ|Các sở|Quý II, Quý III",
    ]),
    "both bodies in one cell": ("kh.docx", lambda: word_document([paragraph("NHIỆM VỤ NĂM 2025"), word_table([
        ["STT", "Nội dung nhiệm vụ", "Cơ quan thực hiện", "Thời gian"],
        ["1", "Ban hành kế hoạch", "Chủ trì: Sở Nội vụ\nPhối hợp: Sở Tài chính, Sở Tư pháp", "Quý I"],
        ["2", "Kiểm tra", "Chủ trì: Sở Nội vụ; phối hợp: Các sở, ngành tỉnh", "Quý II"],
        ["3", "Rà soát", "Sở Tư pháp", "Quý II"],
    ])]), [
        "|1|Ban hành kế hoạch|Sở Nội vụ|Sở Tài chính, Sở Tư pháp|Quý I",
        "|2|Kiểm tra|Sở Nội vụ|Các sở, ngành tỉnh|Quý II",
        "|3|Rà soát|Sở Tư pháp||Quý II",
    ]),
    "no numbers at all": ("kh.txt", text(
        "Nhiệm vụ | Cơ quan chủ trì | Thời gian\nCải cách thể chế | | \n"
        "Rà soát văn bản | Sở Tư pháp | Quý II\n"
        "Theo dõi thi hành pháp luật trong lĩnh vực xây dựng và | Sở Tư | Thường\nđất đai | pháp | xuyên\n"
        "Cải cách thủ tục hành chính | | \nCông khai thủ tục | Văn phòng UBND tỉnh | Thường xuyên"
    ), [
        "||Rà soát văn bản|Sở Tư pháp||Quý II",
        "||Theo dõi thi hành pháp luật trong lĩnh vực xây dựng và đất đai|Sở Tư pháp||Thường xuyên",
        "||Công khai thủ tục|Văn phòng UBND tỉnh||Thường xuyên",
    ]),
    "cut by pages, number column": ("kh.txt", text(
        "STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian\nI | CẢI CÁCH THỂ CHẾ | | | \n"
        "1 | Rà soát văn bản quy phạm | Sở Tư pháp | Các sở, | Quý II\n | | | | \n3\n"
        "STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian\n"
        " | pháp luật do HĐND tỉnh ban hành | | ban, ngành tỉnh | năm 2025\n"
        "2 | Kiểm tra văn bản | Sở Tư pháp | | Quý III\n | Thẩm định dự thảo văn bản | Sở Tư pháp | Các sở | Thường xuyên\n"
        "II | CẢI CÁCH THỦ TỤC HÀNH CHÍNH VÀ THỰC HIỆN CƠ CHẾ | | | \n | MỘT CỬA LIÊN THÔNG | | | \n"
        "3 | Công khai | Sở Nội vụ | | Thường xuyên"
    ), [
        "I|1|Rà soát văn bản quy phạm pháp luật do HĐND tỉnh ban hành|Sở Tư pháp|Các sở, ban, ngành tỉnh|Quý II năm 2025",
        "I|2|Kiểm tra văn bản|Sở Tư pháp||Quý III",
        "I||Thẩm định dự thảo văn bản|Sở Tư pháp|Các sở|Thường xuyên",
        "II|3|Công khai|Sở Nội vụ||Thường xuyên",
    ]),
    "two-line heading in text": ("kh.txt", text(
        "STT | Nội dung | Cơ quan thực hiện | | Thời gian | Sản phẩm\n | | Chủ trì | Phối hợp | | \n(1) | (2) | (3) | (4) | (5) | (6)\n"
        "1 | Ban hành kế hoạch | Sở Nội vụ | Các sở | Quý I | Kế hoạch\n"
        "STT | Nội dung | Cơ quan thực hiện | | Thời gian | Sản phẩm\n | | Chủ trì | Phối hợp | | \n"
        "2 | Tổng kết | Sở Nội vụ | Các sở | Quý IV | Báo cáo"
    ), [
        "|1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I",
        "|2|Tổng kết|Sở Nội vụ|Các sở|Quý IV",
    ]),
    "merged down": ("kh.docx", merged_down, [
        "|1|Ban hành kế hoạch|Sở Nội vụ|Các sở|Quý I",
        "|2|Kiểm tra|Sở Nội vụ|Sở Y tế|Quý I",
        "|3|Tuyên truyền|Sở Tư pháp|Các sở|Thường xuyên",
        "|3|Tuyên truyền|Sở Y tế|Các sở|Hằng tháng",
        "|4|Tổng kết|Sở Nội vụ|Sở Tài chính Sở Tư pháp|Quý IV",
        "|5|Nội dung a|Sở Y tế||Quý I",
        "|5|Nội dung b|Sở Y tế||Quý II",
    ]),
    "trimmed tabs": ("kh.txt", text(
        "Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian\nI. CẢI CÁCH THỂ CHẾ\n"
        "1. Rà soát văn bản | Sở Tư pháp | Các sở | Quý II\n2. Theo dõi thi hành | Sở Tư pháp\n"
        "II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH\n\n1. Công khai | Sở Nội vụ | | Thường xuyên"
    ), [
        "I|1|Rà soát văn bản|Sở Tư pháp|Các sở|Quý II",
        "I|2|Theo dõi thi hành|Sở Tư pháp||",
        "II|1|Công khai|Sở Nội vụ||Thường xuyên",
    ]),
    "dragged borders": ("kh.docx", dragged_borders, [
        "I|1|Rà soát|Sở Tư pháp|Các sở|Quý II",
        "I|2|Kiểm tra|Sở Tư pháp|Các sở|Quý III",
    ]),
    "inside a layout table": ("kh.docx", inside_a_layout_table, [
        "|1|Rà soát|Sở Tư pháp||Quý I",
        "|2|Kiểm tra|Sở Tư pháp||Quý I",
    ]),
    "headings between tables": ("kh.docx", headings_between_tables, [
        "I|1|Rà soát|Sở Tư pháp||Quý I",
        "II|1|Công khai|Sở Nội vụ||Quý II",
        "II|2|Tiếp nhận|Sở Nội vụ||Quý II",
        "II|3|Trả kết quả|Sở Nội vụ||Quý II",
    ]),
    "no heading": ("kh.txt", text(
        "1 | Ban hành kế hoạch kiểm tra công tác | Sở Nội vụ | Các sở, ngành tỉnh | Quý I\n"
        "2 | Tuyên truyền cải cách hành chính | Sở Thông tin và Truyền thông | Báo tỉnh | Thường xuyên\n"
        "3 | Tổng kết | Sở Nội vụ | Các sở | Tháng 12"
    ), [
        "|1|Ban hành kế hoạch kiểm tra công tác|Sở Nội vụ|Các sở, ngành tỉnh|Quý I",
        "|2|Tuyên truyền cải cách hành chính|Sở Thông tin và Truyền thông|Báo tỉnh|Thường xuyên",
        "|3|Tổng kết|Sở Nội vụ|Các sở|Tháng 12",
    ]),
    "rows under rows": ("kh.txt", text(
        "STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian\nI | CẢI CÁCH THỂ CHẾ | | | \n"
        "1 | Tổ chức kiểm tra: | | | \na) | Tại cấp tỉnh | Sở Nội vụ | | Quý II\nb) | Tại cấp xã | Sở Nội vụ | | Quý III\n"
        "2 | Rà soát | Sở Tư pháp | | Quý I\n- | Đợt 1 | Sở Tư pháp | | Tháng 3\n- | Đợt 2 | Sở Tư pháp | | Tháng 9\n"
        "3 | Hoàn thiện pháp luật | | | \n3.1 | Luật đất đai | Sở Tư pháp | | Quý I\n3.2 | Luật nhà ở | Sở Tư pháp | | Quý I"
    ), [
        "I|1|Tổ chức kiểm tra:|||",
        "I|a)|Tại cấp tỉnh|Sở Nội vụ||Quý II",
        "I|b)|Tại cấp xã|Sở Nội vụ||Quý III",
        "I|2|Rà soát|Sở Tư pháp||Quý I",
        "I|-|Đợt 1|Sở Tư pháp||Tháng 3",
        "I|-|Đợt 2|Sở Tư pháp||Tháng 9",
        "I|3.1|Luật đất đai|Sở Tư pháp||Quý I",
        "I|3.2|Luật nhà ở|Sở Tư pháp||Quý I",
    ]),
    "two tables on one sheet": ("kh.xlsx", two_tables_on_one_sheet, [
        "|1|Rà soát|Sở Nội vụ|Các sở|Quý I",
        "|2|Tổng kết|Sở Nội vụ|Các sở|Quý IV",
    ]),
    "automatic numbers": ("kh.docx", automatic_numbers, [
        "I|1|Rà soát|Sở Tư pháp||Quý I",
        "I|2|Kiểm tra|Sở Tư pháp||Quý I",
        "II|1|Công khai|Sở Nội vụ||Quý I",
        "II|1.1|Công khai cấp xã|Sở Nội vụ||Quý I",
        "II|2|Tiếp nhận|Sở Nội vụ||Quý I",
    ]),
    "slips of character recognition": ("kh.txt", text(
        "Nội dung cổng việc | Cơ quan chũ trì | Cơ quan phôi hợp | Thời gian thực hiên\n"
        "l. CẢI CÁCH THỂ CHẾ | | | \n1. Rà soát | Sở Tư pháp | Các sở | Quý I\n"
        "Nội dung công việc | Cơ quan chủ trì | Cơ quan  phối hợp | THỜI GIAN THỰC HIỆN\n2. Kiểm tra | Sở Tư pháp | Các sở | Quý I"
    ), [
        "l|1|Rà soát|Sở Tư pháp|Các sở|Quý I",
        "l|2|Kiểm tra|Sở Tư pháp|Các sở|Quý I",
    ]),
    "dashes with bodies of their own": ("kh.txt", text(
        "Nội dung công việc | Cơ quan chủ trì | Thời gian\n1. Kiểm tra cải cách hành chính: | Sở Nội vụ | Quý II\n"
        "- Kiểm tra định kỳ | | \n- Kiểm tra đột xuất | | \n2. Tuyên truyền | Sở Nội vụ | Cả năm\n- Trên báo | Báo tỉnh | Hằng tháng"
    ), [
        "|1|Kiểm tra cải cách hành chính: - Kiểm tra định kỳ - Kiểm tra đột xuất|Sở Nội vụ||Quý II",
        "|2|Tuyên truyền|Sở Nội vụ||Cả năm",
        "||- Trên báo|Báo tỉnh||Hằng tháng",
    ]),
}  # fmt: skip
"""Name -> case; the numbers of the layouts are those of the survey of appendix formats."""
