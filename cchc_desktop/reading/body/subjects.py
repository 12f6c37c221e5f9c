"""Which body a sentence gives the work to: its subject, or the one it names as leading."""

import re
from collections.abc import Sequence

from cchc_desktop.domain.agencies import Directory, Party, PartyKind
from cchc_desktop.reading.grid.likeness import agency_like

_ORDER = re.compile(r"(?:giao(?: cho)?|yêu cầu|đề nghị|phân công)\s+(?=[A-ZĐỦỬ]|các )", re.IGNORECASE)
_VERB = re.compile(
    r"\s*(?::|\b(?:chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|phối hợp|tiếp tục|tổ chức|triển khai|thực hiện|xây dựng"
    r"|tham mưu|căn cứ|tăng cường|đẩy mạnh|rà soát|tiến hành|nâng cao|ban hành|hướng dẫn|theo dõi|đôn đốc|là cơ quan|làm đầu mối"
    r"|bố trí|lập dự toán|quán triệt|cụ thể hóa|cần|phải|được giao|kiểm tra|duy trì|đổi mới|khẩn trương|nghiêm túc|tập trung"
    r"|giám sát|tiếp nhận|giải quyết|niêm yết|phản biện|vận động|tuyên truyền|tham gia|hỗ trợ|đề xuất|phổ biến|quản lý|vận hành|bảo đảm|đảm bảo|lập\b|hoàn thành|hoàn thiện|báo cáo|tổng hợp|thẩm định|cung cấp|cập nhật|công bố|công khai|đăng tải|đưa tin|tạo điều kiện))\b",
    re.IGNORECASE,
)
_COORDINATING = re.compile(
    r"(?:phối hợp(?: chặt chẽ)? (?:với|cùng)|cơ quan phối hợp\s*:)\s+(?P<bodies>.{3,200}?)"
    r"(?=\s+(?:và\s+)?(?:triển khai|tổ chức|thực hiện|xây dựng|tham mưu|rà soát|trong|để|hướng dẫn|nghiên cứu|thẩm định|kiểm tra"
    r"|đề xuất|trình|theo dõi|đôn đốc|tuyên truyền|hoàn thành|hoàn thiện|ban hành|khảo sát|đánh giá|cung cấp|cập nhật|đẩy mạnh"
    r"|tăng cường|báo cáo)\b|[.;]|$)",
    re.IGNORECASE,
)
_LEADING = (
    re.compile(
        r"(?:cơ quan|đơn vị)?\s*chủ trì(?: thực hiện)?\s*:\s*(?P<bodies>[^.;()]{3,120})", re.IGNORECASE
    ),
    re.compile(
        r"(?:^|[.;,(]\s*|\b)(?:do|giao(?: cho)?)\s+(?P<bodies>[^.;()]{3,120}?)\s+(?:làm )?(?:chủ trì|làm đầu mối)",
        re.IGNORECASE,
    ),
    re.compile(r"[(]\s*(?P<bodies>[^.;()]{3,120}?)\s+chủ trì\b", re.IGNORECASE),
)
_GOES_ON = re.compile(r".*\b(được|do|để|nhằm|và|các cơ quan)", re.IGNORECASE | re.DOTALL)
_KNOWN = frozenset({PartyKind.AGENCY, PartyKind.GROUP, PartyKind.UNSPECIFIED})
_LONGEST_SUBJECT = 260


def subject_of(text: str, directory: Directory) -> tuple[str, str]:
    """Split a sentence into the body it begins with and the rest; ("", text) when it begins with none.

    >>> subject_of("Rà soát văn bản", Directory([], []))
    ('', 'Rà soát văn bản')
    """
    order = _ORDER.match(text)
    bare = text[order.end() :] if order else text
    if not agency_like(bare[:_LONGEST_SUBJECT]):
        return "", text
    for verb in _VERB.finditer(bare[:_LONGEST_SUBJECT]):
        subject = bare[: verb.start()].strip(" ,:")
        in_brackets = subject.count("(") > subject.count(")")
        if (
            subject
            and not in_brackets
            and not _GOES_ON.fullmatch(subject)
            and are_bodies(directory.split(subject))
        ):
            return subject, bare[verb.start() :].strip(" :,")
    return "", text


def named_lead(text: str, directory: Directory) -> str:
    """Return the body that a sentence names as leading anywhere in it ("do Sở Y tế chủ trì"), "" when it names none."""
    for pattern in _LEADING:
        for found in pattern.finditer(text):
            bodies = found["bodies"].strip(" ,")
            if are_bodies(directory.split(bodies)):
                return bodies
    return ""


def named_coordinating(text: str, directory: Directory) -> str:
    """Return the bodies that a sentence names as coordinating ("phối hợp với Sở Tài chính …"), "" when it names none."""
    for found in _COORDINATING.finditer(text):
        bodies = found["bodies"].strip(" ,")
        if are_bodies(directory.split(bodies)):
            return bodies
    return ""


def are_bodies(parties: Sequence[Party]) -> bool:
    """Tell whether every piece of a text is a body or class of bodies that is known."""
    return bool(parties) and all(party.kind in _KNOWN for party in parties)
