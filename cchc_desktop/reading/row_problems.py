"""What a person should look at in a row of a draft; every message says what was found and what to do."""

from collections.abc import Iterator, Mapping, Sequence

from cchc_desktop.domain.agency_clauses import excepts, mixes_roles
from cchc_desktop.domain.agency_parties import dangling
from cchc_desktop.domain.agency_records import Party, PartyKind
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.reading.draft import Problem
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, time_like
from cchc_desktop.reading.grid.raw import Borrowed, RawTask
from cchc_desktop.reading.grid.rest import ends_unfinished

_FLAGS: Mapping[str, tuple[str, str]] = {
    "number_out_of_order": (
        "number",
        "Số thứ tự “{number}” không liền với dòng trước; có thể thiếu dòng hoặc ghi nhầm số, hãy so với bản in.",
    ),
    "missing_number": (
        "number",
        "Dòng này không có số thứ tự; nếu là phần tiếp của dòng trên, hãy gộp lại.",
    ),
    "row_unsure": (
        "",
        "Dòng này thiếu cơ quan hoặc thời gian nên có thể là phần tiếp của dòng trên; hãy so với bản in.",
    ),
    "maybe_cut": (
        "",
        "Dòng dưới có thể là phần tiếp của dòng này; hãy so với bản in.",
    ),
    "strange_number": (
        "number",
        "Ô số thứ tự không phải là số nên được đọc vào nội dung; các ô của dòng có thể bị lệch cột, hãy so với bản in.",
    ),
    "shared_number": (
        "number",
        "Dòng này chung ô số thứ tự với dòng trên; nếu là một phần của nhiệm vụ trên, hãy gộp lại.",
    ),
    "shared_content": (
        "content",
        "Nội dung này gộp chung cho nhiều dòng; hãy kiểm tra cơ quan và thời gian của từng dòng.",
    ),
    "extra_cells": (
        "",
        "Dòng này có chữ nằm ngoài các cột của bảng nên không được đọc; hãy so với bản in.",
    ),
    "merged_columns": (
        "",
        "Dòng này có ô gộp qua nhiều cột; chữ được đọc vào cột đầu, hãy so với bản in.",
    ),
    "guessed_cells": (
        "",
        "Tệp không ghi rõ khung của dòng này nên chữ được chia vào các ô theo suy đoán; hãy so từng ô với bản in.",
    ),
    "columns_moved": (
        "",
        "Tiêu đề lặp lại phía trên dòng này đổi thứ tự cột; các ô được đọc theo tiêu đề này, hãy so với bản in.",
    ),
    "duplicate_row": (
        "",
        "Dòng này giống hệt một dòng khác của cùng mục; nếu bị lặp, hãy bỏ bớt.",
    ),
}  # fmt: skip
_BORROWED = {
    Borrowed.ABOVE: (
        "inherited",
        "Ô {names} để trống nên được lấy theo dòng mà dòng này trực thuộc; hãy kiểm tra.",
    ),
    Borrowed.DITTO: ("ditto", "Ô {names} ghi “như trên” nên được lấy theo dòng liền trên; hãy kiểm tra."),
}
_CELLS = {
    "content": "nội dung",
    "lead": "chủ trì",
    "coordinating": "phối hợp",
    "issuing_level": "cấp ban hành",
    "product": "sản phẩm",
    "budget": "kinh phí",
    "note": "ghi chú",
    "deadline": "thời gian",
    "start": "thời gian",
    "end": "thời gian",
}
_NAMES = {"lead": "chủ trì", "coordinating": "phối hợp"}


def problems_of(
    raw: RawTask,
    parties: Mapping[str, Sequence[Party]],
    deadline: Deadline,
    phrase: str,
    columns: frozenset[str],
) -> tuple[Problem, ...]:
    """List the problems of a row; ``columns`` are the fields that the table has at all."""
    return (
        *_of_rows(raw),
        *_of_shifts(raw),
        *_of_content(raw.text("content")),
        *_of_bodies(raw, parties, columns),
        *(_of_deadline(deadline, phrase) if "deadline" in columns else ()),
    )


def _of_rows(raw: RawTask) -> Iterator[Problem]:
    if "joined_rows" in raw.flags:
        rows = ", ".join(str(row + 1) for row in raw.rows)
        message = f"Được nối từ {len(raw.rows)} dòng của bảng (dòng {rows}); hãy so với bản in."
        yield Problem("joined_rows", message)
    yield from _of_borrowed(raw)
    for flag, (field, message) in _FLAGS.items():
        if flag in raw.flags:
            yield Problem(flag, message.format(number=raw.number), field)


def _of_borrowed(raw: RawTask) -> Iterator[Problem]:
    """Name the cells whose text the program took from a row above; merged cells say it themselves."""
    for why, (code, message) in _BORROWED.items():
        roles = [role for role, reason in raw.borrowed.items() if reason is why]
        if roles:
            names = ", ".join(dict.fromkeys(_CELLS[role] for role in roles))
            field = {"start": "deadline", "end": "deadline"}.get(roles[0], roles[0])
            yield Problem(code, message.format(names=names), field)


def _of_shifts(raw: RawTask) -> Iterator[Problem]:
    """Say where a cell holds what belongs to another column: the cells of the row may have slipped."""
    if not raw.rows:
        return
    deadline = raw.text("deadline") or raw.text("end") or raw.text("start")
    strange = [
        role for role in ("lead", "coordinating", "issuing_level", "product") if time_like(raw.text(role))
    ]
    if not deadline:
        texts = {role: raw.text(role) for role in ("coordinating", "issuing_level")}
        strange += [role for role, text in texts.items() if deadline_like(text) and not agency_like(text)]
    if agency_like(raw.text("product")):
        strange.append("product")
    if not deadline_like(deadline):
        if agency_like(deadline):
            strange.append("deadline")
        if time_like(raw.text("note")):
            strange.append("note")
        if agency_like(raw.text("content")) or time_like(raw.text("content")):
            strange.append("content")
    if strange:
        names = ", ".join(dict.fromkeys(_CELLS[role] for role in strange))
        message = f"Ô {names} của dòng này ghi như nội dung của cột khác; các ô có thể bị lệch cột, hãy so với bản in."
        yield Problem("cells_shifted", message)


def _of_content(content: str) -> Iterator[Problem]:
    if not content:
        message = "Chưa có nội dung công việc; hãy nhập nội dung hoặc bỏ dòng này."
        yield Problem("empty_content", message, "content")
    elif ends_unfinished(content):
        message = (
            f"Nội dung kết thúc bằng “{content[-20:].lstrip()}”, có thể thiếu chữ ở cuối; hãy so với bản in."
        )
        yield Problem("missing_text", message, "content")


def _of_bodies(
    raw: RawTask, parties: Mapping[str, Sequence[Party]], columns: frozenset[str]
) -> Iterator[Problem]:
    if "lead" in columns and not raw.text("lead"):
        message = "Chưa có cơ quan chủ trì; hãy nhập nếu văn bản có ghi."
        yield Problem("missing_lead", message, "lead")
    for field, name in _NAMES.items():
        text = raw.text(field)
        if dangling(text) and not _ends_with_a_name(text, parties[field]):
            message = f"Ô cơ quan {name} “…{text[-30:]}” có thể thiếu chữ ở cuối; hãy so với bản in."
            yield Problem("missing_text", message, field)
        unknown = [party.text for party in parties[field] if party.kind is PartyKind.UNKNOWN]
        if unknown:
            listed = "; ".join(f"“{text}”" for text in unknown)
            message = f"Ô cơ quan {name} có {listed} chưa có trong danh mục; hãy chọn cơ quan hoặc để nguyên."
            yield Problem("unknown_agency", message, field)
        if excepts(text):
            message = f"Ô cơ quan {name} có cơ quan được loại trừ; hãy chọn đúng những cơ quan được giao."
            yield Problem("agency_exception", message, field)
        if mixes_roles(text):
            message = f"Ô cơ quan {name} ghi cả cơ quan chủ trì và cơ quan phối hợp; hãy tách vào đúng hai ô."
            yield Problem("mixed_roles", message, field)
        if any(party.kind is PartyKind.SENTENCE for party in parties[field]):
            code = "lead_is_sentence" if field == "lead" else "coordinating_is_sentence"
            message = f"Ô cơ quan {name} là một câu, không phải tên cơ quan; hãy chọn cơ quan hoặc để nguyên."
            yield Problem(code, message, field)


def _ends_with_a_name(text: str, parties: Sequence[Party]) -> bool:
    """Tell whether the last words are a known name in full ("… nhà nước các cấp"), not a name cut off."""
    return text[-1].isalnum() and parties[-1].kind in {
        PartyKind.AGENCY,
        PartyKind.GROUP,
        PartyKind.UNSPECIFIED,
    }


def _of_deadline(deadline: Deadline, phrase: str) -> Iterator[Problem]:
    if deadline.kind is DeadlineKind.UNKNOWN:
        message = deadline.explanation or f"Chưa hiểu thời gian “{phrase}”; hãy nhập ngày hạn nếu có."
        yield Problem("deadline_not_understood", message, "deadline")
    elif not deadline.certain:
        message = deadline.explanation or f"Cách hiểu thời gian “{phrase}” chưa chắc chắn; hãy kiểm tra."
        yield Problem("deadline_uncertain", message, "deadline")
