"""Words of the review: what a filter or a problem is called, and the word in front of a row."""

from cchc_desktop.reading.draft import TaskDraft
from cchc_desktop.services.lesson_marks import LEARNT

NEEDS_CHECK, ALL_ROWS, LEFT_OUT, CHANGED, LEARNT_ROWS = "needs_check", "", "left_out", "changed", "learnt"
"""Filters beside the codes of problems."""

CODE_WORDS = {
    ALL_ROWS: "Tất cả các dòng",
    NEEDS_CHECK: "Cần kiểm tra",
    LEARNT_ROWS: "Theo lần sửa trước",
    CHANGED: "Đã sửa",
    LEFT_OUT: "Không nhập",
    "joined_rows": "Dòng được nối",
    "unknown_agency": "Cơ quan chưa có trong danh mục",
    "deadline_not_understood": "Chưa hiểu thời gian",
    "deadline_uncertain": "Thời gian chưa chắc chắn",
    "missing_text": "Có thể thiếu chữ",
    "empty_content": "Chưa có nội dung",
    "missing_lead": "Chưa có cơ quan chủ trì",
    "lead_is_sentence": "Ô chủ trì là một câu",
    "coordinating_is_sentence": "Ô phối hợp là một câu",
    "agency_exception": "Có cơ quan được loại trừ",
    "mixed_roles": "Gộp chủ trì và phối hợp",
    "number_out_of_order": "Số thứ tự không liền",
    "missing_number": "Không có số thứ tự",
    "strange_number": "Ô số thứ tự không phải là số",
    "shared_content": "Nội dung gộp chung",
    "extra_cells": "Có chữ ngoài cột",
    "merged_columns": "Ô gộp qua nhiều cột",
    "duplicate_row": "Dòng lặp",
    "row_unsure": "Có thể là phần tiếp của dòng trên",
    "maybe_cut": "Dòng dưới có thể là phần tiếp",
    "guessed_cells": "Ô được đoán",
    "cells_shifted": "Ô có thể bị lệch cột",
    "columns_moved": "Thứ tự cột đổi giữa bảng",
    "shared_number": "Chung ô số thứ tự",
    "inherited": "Ô trống lấy theo dòng trên",
    "ditto": "Ô ghi “như trên”",
    "from_body": "Lấy từ phần nội dung",
    "tasks_from_body": "Lấy từ phần nội dung",
    "lead_from_duties": "Chủ trì suy từ phân công",
    "lead_from_text": "Chủ trì lấy từ câu văn",
    "deadline_from_text": "Thời gian lấy từ câu văn",
}

_SHORT_WORDS = {
    "joined_rows": "Dòng nối",
    "unknown_agency": "Cơ quan chưa rõ",
    "deadline_uncertain": "Hạn chưa chắc",
    "missing_text": "Có thể thiếu",
    "missing_lead": "Chưa có chủ trì",
    "lead_is_sentence": "Chủ trì là một câu",
    "coordinating_is_sentence": "Phối hợp là câu",
    "agency_exception": "Có loại trừ",
    "mixed_roles": "Gộp hai vai trò",
    "number_out_of_order": "Số không liền",
    "missing_number": "Chưa có số",
    "strange_number": "Số lạ",
    "shared_content": "Nội dung gộp",
    "extra_cells": "Chữ ngoài cột",
    "merged_columns": "Ô gộp cột",
    "row_unsure": "Có thể là dòng nối",
    "maybe_cut": "Có thể bị cắt",
    "inherited": "Lấy từ dòng trên",
    "ditto": "Ô “như trên”",
    "from_body": "Từ phần nội dung",
    "tasks_from_body": "Từ phần nội dung",
    "lead_from_duties": "Chủ trì suy ra",
    "lead_from_text": "Chủ trì từ câu văn",
    "deadline_from_text": "Thời gian từ câu",
}
"""Words in front of a row: two lines of a narrow column."""
_OF_ALL_ROWS = frozenset({"from_body", "tasks_from_body"})
"""What is true of every row alike says nothing of one row."""


def filter_words(code: str) -> str:
    """Return what a filter is called; a kind of problem that has no name yet is another note."""
    return CODE_WORDS.get(code, "Lưu ý khác")


def needs_check(task: TaskDraft) -> bool:
    """Tell whether a person should look at a row; what was learnt from them before is only named."""
    return any(problem.code not in LEARNT for problem in task.problems)


def mark_words(task: TaskDraft, *, left_out: bool = False) -> str:
    """Return the word in front of a row: what is the matter with it, in short."""
    if left_out:
        return "Không nhập"
    if not task.problems:
        return "Đạt"
    open_points = [problem for problem in task.problems if problem.code not in LEARNT]
    if not open_points:
        return CODE_WORDS[LEARNT_ROWS]
    told = next((problem for problem in open_points if problem.code not in _OF_ALL_ROWS), open_points[0])
    more = f" +{len(open_points) - 1}" if len(open_points) > 1 else ""
    return f"{_SHORT_WORDS.get(told.code, filter_words(told.code))}{more}"
