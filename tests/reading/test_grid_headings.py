"""Words of column headings."""

import pytest

from cchc_desktop.reading.grid.headings import FOREIGN, IGNORED, heading_key, read_heading

MET = {
    "number": ["STT", "TT", "Số\nTT", "Số thứ tự", "Mã", "Mã WBS"],
    "content": [
        "Nội dung công việc", "Nội dung nhiệm vụ", "Nội dung", "Nhiệm vụ", "Tên nhiệm vụ", "Nhiệm vụ trọng tâm",
        "Nội dung, nhiệm vụ", "Nhiệm vụ (rõ việc)", "Công việc", "Tên công việc chi tiết", "Việc", "Chỉ tiêu",
        "Nhiệm vụ/Nội dung", "Các nhiệm vụ, giải pháp", "Hoạt động chính", "Chương trình",
    ],
    "group": ["Nhóm nhiệm vụ", "Nhóm", "Lĩnh vực", "Giai đoạn", "Lĩnh vực cải cách"],
    "lead": [
        "Cơ quan chủ trì", "Đơn vị chủ trì", "Cơ quan chủ trì đề xuất/ tham mưu/ thực hiện", "Đơn vị/Cá nhân chủ trì",
        "Chủ trì (rõ người)", "Đơn vị thực hiện", "Cơ quan thực hiện", "Đơn vị chủ trì theo dõi", "CQ CHỦ TRÌ",
        "Cơ quan, đơn vị thực hiện", "Trách nhiệm thực hiện", "Người phụ trách", "Cơ quan, đơn vị",
    ],
    "coordinating": [
        "Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Đơn vị phối hợp, cung cấp số liệu", "Lực lượng hỗ trợ",
        "Cơ quan\nphối  hợp thực hiện", "Đơn vị liên quan",
    ],
    "issuing_level": ["Cấp ban hành/phê duyệt", "Thẩm quyền", "Cấp trình/ban hành", "Cơ quan ban hành", "Cấp phê duyệt"],
    "product": [
        "Sản phẩm", "Kết quả", "Kết quả/Sản phẩm", "Sản phẩm/kết quả", "Sản phẩm đầu ra", "Sản phẩm bàn giao", "Deliverable",
        "Dự kiến kết quả", "Kết quả thực hiện/ sản phẩm", "Hình thức văn bản",
    ],
    "deadline": [
        "Thời gian thực hiện", "Thời gian hoàn thành", "Thời gian", "Thời hạn", "Thời hạn hoàn thành", "Hạn hoàn thành", "Hạn",
        "Tiến độ", "Deadline", "Hạn (rõ thời gian)", "Mốc thời gian", "Dự kiến hoàn thành", "Ngày hoàn thành", "Lộ trình",
    ],
    "start": ["Bắt đầu", "Thời gian bắt đầu", "Từ", "Từ ngày"],
    "end": ["Kết thúc", "Đến", "Ngày kết thúc"],
    "budget": ["Kinh phí", "Dự kiến kinh phí (đồng)", "Nguồn kinh phí", "Dự toán"],
    "note": ["Ghi chú", "Chỉ tiêu liên quan", "Căn cứ", "Căn cứ/lý do đề xuất nhiệm vụ - Cột này để giải trình, không phát hành"],
    "mark": ["Quý I", "Quý 4", "Tháng 12", "T1"],
    IGNORED: ["Ưu tiên", "Ưu tiên [Hỏa tốc/Thượng khẩn]", "Mức độ ưu tiên", "Độ khẩn", "Trạng thái", "Tiến độ (%)", "Đơn vị tính",
              "Lãnh đạo phụ trách", "Kết quả đạt được"],
    FOREIGN: ["Đơn vị được kiểm tra", "Đối tượng", "Điểm tối đa", "Điểm tự đánh giá"],
}  # fmt: skip


@pytest.mark.parametrize(("role", "heading"), [(role, heading) for role in MET for heading in MET[role]])
def test_headings_met(role: str, heading: str) -> None:
    found = read_heading(heading)
    assert found is not None
    assert found.role == role


@pytest.mark.parametrize(
    "text", ["", " ", "Sở Nội vụ", "Thường xuyên", "Hạn chế", "Hạn mức", "x" * 121, "Họ và tên"]
)
def test_texts_that_are_no_heading(text: str) -> None:
    assert read_heading(text) is None


def test_one_column_for_both_bodies() -> None:
    both, lead = read_heading("Cơ quan chủ trì, phối hợp"), read_heading("Cơ quan chủ trì")
    assert both is not None
    assert lead is not None
    assert (both.role, both.both, lead.both) == ("lead", True, False)


def test_accents_case_and_marks_do_not_count() -> None:
    assert heading_key("CƠ QUAN  CHỦ-TRÌ") == heading_key("cơ quan chủ trì")
