"""Names of people that stand after a title in an agency cell: "Phó Chủ tịch UBND tỉnh Nguyễn Văn A"."""

from cchc_desktop.domain.agency_places import province_end
from cchc_desktop.domain.agency_tokens import Kind, Words

_SURNAMES = frozenset({
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly",
    "dao", "doan", "vuong", "trinh", "truong", "dinh", "lam", "phung", "mai", "to", "ha", "luong", "ta", "quach", "kieu",
    "thach", "tong", "chu", "cao", "luu", "thai",
})  # fmt: skip
_TITLES = frozenset(
    {"chủ", "giám", "chánh", "phó", "trưởng", "ông", "bà", "đ/c", "đồng", "bí", "thủ", "hiệu"}
)
_SHORT_TITLES = frozenset({"chutich", "giamdoc", "thutruong", "d/c"})
"""Words of which one stands before a body when a person of that body is meant."""
_TITLE_REACH = 8
_FEWEST, _MOST = 2, 5


def person_end(words: Words, start: int) -> int:
    """Return the end of a person's name at a place, if a title stands before it; ``start`` itself when there is none."""
    if words[start].kind is not Kind.WORD or words[start].norm not in _SURNAMES or not words[start].capital:
        return start
    before = words[max(0, start - _TITLE_REACH) : start]
    if not any(word.raw in _TITLES or word.norm in _SHORT_TITLES for word in before):
        return start
    if province_end(words, start) > start:
        return start
    end = start
    while end < len(words) and end - start < _MOST and words[end].kind is Kind.WORD and words[end].capital:
        if words[end].newline and end > start:
            break
        end += 1
    return end if end - start >= _FEWEST else start
