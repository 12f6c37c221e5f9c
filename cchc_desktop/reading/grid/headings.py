"""Words of column headings: which column of a plan's table a heading names.

The headings are those met in real appendices, in templates officers work with and in their software; accents, case,
line breaks and punctuation do not count.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from cchc_desktop.text import fold, squash

IGNORED = "ignored"
"""Role of a column that a plan has but a task does not: priority, state, unit of measure."""
FOREIGN = "foreign"
"""Role of a column that only other tables have: bodies to be inspected, points to be scored."""
LONGEST_HEADING = 120
"""Characters; longer cells are data. The longest heading met has 90."""

_BODY = r"(co quan|don vi|to chuc|ca nhan|nguoi|bo phan|phong|so nganh|chu the|dau moi|can bo|cong chuc)"
_ROLES: tuple[tuple[str, int, str], ...] = (
    (
        "number",
        3,
        r"(s ?t ?t( ma.*)?|t ?t|so tt|so thu tu|thu tu|ma|ma so|ma wbs|ma (nhiem vu|so nhiem vu|nv|hieu)|no|so|muc)",
    ),
    (
        FOREIGN,
        3,
        r".*\b(duoc (kiem tra|thanh tra|giam sat)|doi tuong|diem (toi da|chuan|tu cham|dat|tu danh gia))\b.*",
    ),
    (IGNORED, 2, r"(nguoi|don vi|co quan|can bo) theo doi.*"),
    ("content", 2, r"(nhom|linh vuc)\b.*\bnhiem vu cu the"),
    (IGNORED, 2, r"(don vi tinh|dvt|so luong|dia diem|hinh thuc|lanh dao\b.*|theo doi|muc phan dau)"),
    (
        IGNORED,
        3,
        r"(tien do|ty le|muc do) (%|dat).*|(ty le|muc do) hoan thanh.*|trang thai|tinh trang.*|qua han|cap nhat\b.*|.*%",
    ),
    (IGNORED, 2, r"(muc do )?(uu tien|do khan|khan|cap bach|quan trong)\b.*"),
    (
        "start",
        3,
        r"(ngay |thang |thoi (gian|diem) )?(bat dau|khoi dau|khoi cong|trien khai)|tu( ngay| thang)?",
    ),
    ("end", 3, r"(ngay |thang |thoi (gian|diem) )?(ket thuc)|den( ngay| thang)?"),
    ("mark", 3, r"quy (i|ii|iii|iv|[1-4])|(thang|t) ?(0?[1-9]|1[0-2])"),
    (
        "deadline",
        3,
        r"(du kien )?(thoi gian|thoi han|han|thoi diem|ky han)( (thuc hien|hoan thanh|trien khai))?",
    ),
    (
        "deadline",
        3,
        r"han (?!che)(?!muc).*|(moc )?(thoi gian|thoi han|thoi diem)\b.*|(ngay|thang|quy) (hoan thanh|thuc hien)",
    ),
    (
        "deadline",
        2,
        r"(tien do|lo trinh|deadline|du kien (hoan thanh|thoi gian)|moc|tg)\b.*|hoan thanh( truoc)?",
    ),
    ("deadline", 2, r"(quy|thang|nam)( (quy|thang|nam))*( (thuc hien|hoan thanh))?"),
    ("coordinating", 3, r"(?!.*chu tri)(?!noi dung).*\bphoi hop\b.*"),
    (
        "coordinating",
        2,
        rf"luc luong ho tro|({_BODY} )+(co )?(lien quan|tham gia|ho tro)( thuc hien)?|tham gia",
    ),
    ("lead", 3, r".*\bchu tri\b.*"),
    (
        "issuing_level",
        3,
        r"(cap|tham quyen|nguoi|co quan)\b.*\b(ban hanh|phe duyet|quyet dinh|thong qua|ky)\b.*",
    ),
    ("issuing_level", 2, r"cap trinh.*|tham quyen.*|cap (quan ly|co tham quyen).*|noi ban hanh"),
    (
        "lead",
        2,
        (
            rf"{_BODY}\b.*\b(thuc hien|phu trach|chiu trach nhiem|tham muu|dau moi|soan thao|trien khai|duoc giao"
            r"|trinh|xay dung|to chuc|chinh)\b.*"
            r"|(trach nhiem|phan cong)( (thuc hien|chinh|nhiem vu|phu trach|to chuc))*"
        ),
    ),
    ("lead", 1, rf"(cac )?{_BODY}( {_BODY})*|noi thuc hien|phu trach"),
    (
        "content",
        3,
        r"(ten |cac )?(noi dung|nhiem vu)( cong viec| nhiem vu| thuc hien| cu the| trong tam| giai phap)*",
    ),
    (
        "content",
        2,
        r"((cac|ten|noi dung|danh muc) )*(noi dung|cong viec|nhiem vu|viec|dau viec|hoat dong|cong tac|giai phap|hang muc)\b.*",
    ),
    ("budget", 3, r".*\b(kinh phi|du toan|nguon von|ngan sach|nguon luc|tong muc dau tu)\b.*"),
    (
        "product",
        3,
        r"(ten |du kien )*(san pham|dau ra|deliverable)\b.*|ket qua (va )?(dau ra|du kien|can dat|phai dat)\b.*|du kien ket qua\b.*|.*\bsan pham\b.*",
    ),
    (
        "product",
        2,
        r"ket qua|ket qua (hoan thanh|dau ra)|hinh thuc (van ban|san pham)|loai van ban|van ban ban hanh",
    ),
    (IGNORED, 2, r"ket qua\b.*"),
    ("note", 3, r"ghi chu\b.*|luu y"),
    (
        "note",
        1,
        r"can cu\b.*|chi tieu lien quan|co so phap ly|van ban (lien quan|chi dao|giao)\b.*|dien giai",
    ),
    ("group", 3, r"linh vuc( cai cach| cchc| cong tac)*( hanh chinh)?"),
    (
        "group",
        2,
        r"(nhom|linh vuc|giai doan|hop phan|khoi|chuyen de|phan)( (nhiem vu|linh vuc|giai phap|noi dung|cong viec|cong tac))*",
    ),
    ("content", 2, r"ten (?!co quan|don vi|to chuc|ca nhan|xa|phuong).*"),
    (
        "content",
        1,
        r"(chi tieu|tieu chi|chuong trinh|muc tieu|de an|du an|trich yeu|mo hinh|sang kien|van ban)\b.*",
    ),
)
_COMPILED = tuple((role, strength, re.compile(pattern)) for role, strength, pattern in _ROLES)
_BODY_ALONE = re.compile(r"sở", re.IGNORECASE)
"""Folds to the same letters as "số"."""
_BOTH = re.compile(r"(?=.*\bchu tri\b)(?=.*\bphoi hop\b)")


@dataclass(frozen=True, slots=True)
class HeadingRole:
    """What a heading names."""

    role: str
    """Key of a plan column, "start", "end", "mark" (a quarter or month to tick), "group", IGNORED or FOREIGN."""
    strength: int
    """3 for words that can mean nothing else, 1 for words that need other columns beside them."""
    both: bool = False
    """True when one column holds the lead and the coordinating bodies."""


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    r"""Fold a heading for comparing: letters, digits and % only.

    >>> heading_key("Cấp ban hành/\nphê duyệt")
    'cap ban hanh phe duyet'
    """
    return re.sub(r"[^a-z0-9%]+", " ", fold(text)).strip()


@lru_cache(maxsize=4096)
def read_heading(text: str) -> HeadingRole | None:
    """Tell which column a heading names; None for a text that is no heading.

    >>> read_heading("Cơ quan chủ trì đề xuất/ tham mưu/ thực hiện").role, read_heading("Hạn (rõ thời gian)").role
    ('lead', 'deadline')
    """
    if not text.strip() or len(text) > LONGEST_HEADING:
        return None
    if _BODY_ALONE.fullmatch(squash(text)):
        return None
    whole, bare = heading_key(text), heading_key(re.sub(r"\([^)]*\)|\[[^]]*\]", " ", text))
    for key in dict.fromkeys((bare, whole) if "%" not in whole else (whole, bare)):
        for role, strength, pattern in _COMPILED:
            if pattern.fullmatch(key):
                return HeadingRole(role, strength, both=bool(_BOTH.match(key)))
    return None
