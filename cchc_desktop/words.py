"""Vietnamese words for states and kinds, the same on screen, on paper and on the command line."""

from cchc_desktop.domain.agency_records import Level, PartyKind
from cchc_desktop.domain.deadlines import DeadlineKind
from cchc_desktop.domain.due_days import ChainLevel
from cchc_desktop.domain.periods import DayOffRule, OfficeRole, ReportFamily
from cchc_desktop.domain.report_units import UnitState
from cchc_desktop.domain.reports import ReportState
from cchc_desktop.domain.tasks import Progress, Status
from cchc_desktop.domain.workdays import DayKind

PROGRESS_WORDS = {
    Progress.NOT_STARTED: "Chưa thực hiện",
    Progress.IN_PROGRESS: "Đang thực hiện",
    Progress.AWAITING: "Chờ xác nhận",
    Progress.COMPLETED: "Đã hoàn thành",
    Progress.PAUSED: "Tạm dừng",
    Progress.CANCELLED: "Hủy bỏ",
}
STATUS_WORDS = {
    Status.OVERDUE: "Quá hạn",
    Status.DUE_TODAY: "Đến hạn hôm nay",
    Status.DUE_SOON: "Sắp đến hạn",
    Status.IN_PROGRESS: "Đang thực hiện",
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.COMPLETED_ON_TIME: "Hoàn thành đúng hạn",
    Status.COMPLETED_LATE: "Hoàn thành quá hạn",
    Status.CONTINUOUS: "Thường xuyên",
    Status.NO_DEADLINE: "Chưa có thời hạn",
    Status.PAUSED: "Tạm dừng",
    Status.CANCELLED: "Hủy bỏ",
}
REPORT_STATE_WORDS = {
    ReportState.NOT_STARTED: "Chưa lập",
    ReportState.COLLECTING: "Đang tổng hợp",
    ReportState.DRAFT: "Dự thảo",
    ReportState.SUBMITTED_FOR_SIGNATURE: "Đã trình",
    ReportState.SENT: "Đã gửi",
}
DEADLINE_KIND_WORDS = {
    DeadlineKind.DATE: "ngày cụ thể",
    DeadlineKind.WINDOW: "khoảng thời gian",
    DeadlineKind.PERIODIC: "định kỳ",
    DeadlineKind.CONTINUOUS: "thường xuyên",
    DeadlineKind.CONDITIONAL: "khi có điều kiện",
    DeadlineKind.REFERENCE: "theo văn bản khác",
    DeadlineKind.UNKNOWN: "chưa hiểu",
}
PARTY_KIND_WORDS = {
    PartyKind.AGENCY: "cơ quan",
    PartyKind.GROUP: "nhóm cơ quan",
    PartyKind.UNSPECIFIED: "không nêu tên",
    PartyKind.SENTENCE: "câu văn",
    PartyKind.UNKNOWN: "chưa có trong danh mục",
}
LEVEL_WORDS = {
    Level.CENTRAL: "Trung ương",
    Level.PROVINCE: "cấp tỉnh",
    Level.DISTRICT: "cấp huyện",
    Level.COMMUNE: "cấp xã",
}
OFFICE_ROLE_WORDS = {
    OfficeRole.COMMUNE: "UBND xã, phường, đặc khu",
    OfficeRole.DEPARTMENT: "Sở, ban, ngành",
    OfficeRole.STANDING_BODY: "Cơ quan tổng hợp của tỉnh (Sở Nội vụ)",
}
RECIPIENTS = {
    OfficeRole.COMMUNE: "Sở Nội vụ",
    OfficeRole.DEPARTMENT: "Sở Nội vụ",
    OfficeRole.STANDING_BODY: "UBND tỉnh",
}
"""Whom an office sends its reports to (reporting chain since 01/7/2025)."""
CHAIN_LEVEL_WORDS = {
    ChainLevel.COMMUNE: "UBND cấp xã",
    ChainLevel.DEPARTMENT: "Sở, ban, ngành",
    ChainLevel.STANDING_BODY: "Sở Nội vụ",
    ChainLevel.PROVINCE: "UBND tỉnh",
    ChainLevel.MINISTRY: "Bộ Nội vụ",
}
REPORT_FAMILY_WORDS = {
    ReportFamily.PERIODIC: "Định kỳ",
    ReportFamily.PLAN: "Kế hoạch phải ban hành",
    ReportFamily.THEMATIC: "Chuyên đề",
    ReportFamily.AD_HOC: "Đột xuất",
}
DAY_OFF_RULE_WORDS = {
    DayOffRule.KEEP: "Giữ ngày trong văn bản, gửi trước ngày nghỉ",
    DayOffRule.NEXT_WORKING_DAY: "Dời sang ngày làm việc kế tiếp",
}
UNIT_STATE_WORDS = {
    UnitState.RECEIVED: "Đã gửi",
    UnitState.LATE: "Gửi chậm",
    UnitState.WAITING: "Chưa gửi, chưa đến hạn",
    UnitState.MISSING: "Chưa gửi, quá hạn",
    UnitState.EXEMPT: "Không phải gửi",
}
DAY_KIND_WORDS = {
    DayKind.HOLIDAY: "Nghỉ lễ, Tết",
    DayKind.COMPENSATORY: "Nghỉ bù",
    DayKind.SWAPPED_OFF: "Nghỉ hoán đổi",
    DayKind.SWAPPED_WORKING: "Làm bù",
    DayKind.PROPOSED: "Đề xuất nghỉ (chưa nghỉ)",
    DayKind.ORDINARY: "Ngày thường",
}
CELL_WORDS = {
    "completed_on_time": "hoàn thành đúng hạn",
    "completed_late": "hoàn thành quá hạn",
    "open_in_time": "chưa hoàn thành, trong hạn",
    "open_overdue": "chưa hoàn thành, quá hạn",
    "continuous": "thường xuyên",
    "undated": "chưa có thời hạn",
    "stopped": "tạm dừng, hủy bỏ",
}
"""The official cells, by the fields of ``domain.tasks.FourCells``."""
