"""Fields of administrative reform, recognised in titles and in the duties of agencies."""

import re

from cchc_desktop.text import fold

_EVERYWHERE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(r"\biso\b|quan ly chat luong|htqlcl")),
    (
        "direction",
        re.compile(
            r"cong tac chi dao|chi dao,? dieu hanh (cai cach|cchc)|^chi dao,? dieu hanh|co quan thuong truc"
        ),
    ),
    ("institutions", re.compile(r"cai cach the che|van ban quy pham phap luat|vbqppl|van ban qppl")),
    (
        "procedures",
        re.compile(
            r"cai cach (thu tuc hanh chinh|tthc)|kiem soat (va don gian hoa )?(thu tuc hanh chinh|tthc)|co che mot cua"
        ),
    ),
    (
        "apparatus",
        re.compile(r"cai cach (to chuc )?bo may|to chuc bo may (hanh chinh|nha nuoc)"),
    ),
    ("service", re.compile(r"cai cach (che do )?cong vu|che do cong vu|xay dung doi ngu can bo")),
    ("finance", re.compile(r"cai cach tai chinh|tai chinh cong|bo tri (du )?(nguon tai chinh|kinh phi)")),
    (
        "digital",
        re.compile(
            r"(xay dung|phat trien|hien dai hoa)[^.;]{0,40}(chinh quyen|chinh phu|do thi|nen tang) (dien tu|so|thong minh)"
            r"|phat trien dich vu do thi thong minh|he thong nen tang so|chinh quyen dien tu, chinh quyen so"
            r"|^(cong tac )?chuyen doi so|nhiem vu chuyen doi so|hien dai hoa (nen )?hanh chinh|^ung dung (cong nghe thong tin|cntt)"
        ),
    ),
    ("communication", re.compile(r"tuyen truyen")),
)


def fields_in(text: str) -> tuple[str, ...]:
    """Return the fields a text names, in the order they are named.

    >>> fields_in("Chủ trì triển khai nội dung cải cách tổ chức bộ máy, cải cách chế độ công vụ")
    ('apparatus', 'service')
    """
    folded = re.sub(r"[“”\"'*]", "", fold(text))
    found = [(match.start(), key) for key, pattern in _EVERYWHERE if (match := pattern.search(folded))]
    return tuple(key for _, key in sorted(found))


def field_of(title: str) -> str:
    """Return the field a heading is about, "" when it names none.

    >>> field_of("Cải cách tài chính công"), field_of("Đổi mới tư duy")
    ('finance', '')
    """
    return next(iter(fields_in(title)), "")
