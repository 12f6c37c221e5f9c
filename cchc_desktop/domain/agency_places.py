"""Places at the end of a name: provinces before and after 2025, and words that can be the name of a place."""

import re
from collections.abc import Callable

from cchc_desktop.domain.agency_tokens import Kind, Words, marks, norms, unmarked
from cchc_desktop.domain.agency_words import read_cell

_MOST_PLACE_WORDS = 5
_NOT_A_PLACE = frozenset({
    "chutri", "phoihop", "thuongtruc", "co", "lienquan", "tren", "theo", "duoc", "thuoc", "truc", "la", "de", "khi", "trong",
    "ngoai", "tru", "khac", "thuc", "cung", "tai", "noi", "dong", "cua", "do", "va", "voi", "phu", "tham", "trien", "tiep",
    "tochuc", "xay", "ban", "giai", "bao", "tong", "tu", "chiu", "gom", "dau", "giao", "quy", "thong", "trunguong", "cap",
    "hoac", "nhu", "gui", "ra", "ve", "da", "se", "phai", "can", "lam", "chi", "su",
})  # fmt: skip
"""Words that follow a name without being a place; needed where capitals mean nothing."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_NAME = re.compile(r"[tq]\d{1,2}|\d{3,}")
""""T6", "Q1", "100": a month, a quarter, a figure."""
_NUMBER = re.compile(r"\d+|[ivx]+|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười")
_SPAN = re.compile(r"năm|quý|tháng|tuần|ngày")
_TIMES = {
    "quý": _NUMBER, "tháng": _NUMBER, "năm": _YEAR, "hàng": _SPAN, "hằng": _SPAN, "ngày": _NUMBER,
    "thường": re.compile("xuyên"), "định": re.compile("kỳ"), "trong": _SPAN, "cả": _SPAN, "trước": _SPAN, "sau": _SPAN,
    "đột": re.compile("xuất"), "đầu": _SPAN, "cuối": _SPAN,
}  # fmt: skip
"""Words that begin a time when the word after them fits: "Năm Căn" and "Hàng Bạc" are places."""
_NEVER_A_PLACE = frozenset({
    "vn", "phoihop", "chutri", "lienquan", "thuongtruc", "coquan", "donvi", "chutich", "giamdoc", "thutruong",
})  # fmt: skip
"""Words that are no part of a place even with a capital: "Phối hợp:" on a line of its own."""

_PROVINCES = """
    An Giang; Bà Rịa - Vũng Tàu; Bắc Giang; Bắc Kạn; Bạc Liêu; Bắc Ninh; Bến Tre; Bình Định; Bình Dương; Bình Phước;
    Bình Thuận; Cà Mau; Cần Thơ; Cao Bằng; Đà Nẵng; Đắk Lắk; Đắk Nông; Điện Biên; Đồng Nai; Đồng Tháp; Gia Lai; Hà Giang;
    Hà Nam; Hà Nội; Hà Tĩnh; Hải Dương; Hải Phòng; Hậu Giang; Hòa Bình; Hưng Yên; Khánh Hòa; Kiên Giang; Kon Tum; Lai Châu;
    Lâm Đồng; Lạng Sơn; Lào Cai; Long An; Nam Định; Nghệ An; Ninh Bình; Ninh Thuận; Phú Thọ; Phú Yên; Quảng Bình;
    Quảng Nam; Quảng Ngãi; Quảng Ninh; Quảng Trị; Sóc Trăng; Sơn La; Tây Ninh; Thái Bình; Thái Nguyên; Thanh Hóa;
    Thừa Thiên Huế; Thừa Thiên - Huế; Tiền Giang; Hồ Chí Minh; Trà Vinh; Tuyên Quang; Vĩnh Long; Vĩnh Phúc; Yên Bái; Huế
"""
_CENTRAL_CITIES = "Hà Nội; Hồ Chí Minh; HCM; Hải Phòng; Đà Nẵng; Cần Thơ"


def _places(text: str) -> dict[tuple[str, ...], str]:
    names = (name.strip() for name in text.replace("\n", " ").split(";"))
    return {tuple(word.norm for word in read_cell(name).words): name for name in names}


PROVINCES = _places(_PROVINCES) | {("hcm",): "Hồ Chí Minh"}
"""Folded words of every province and city under central rule, before and after the mergers of 2025 -> its name."""
CENTRAL_CITIES = _places(_CENTRAL_CITIES)
"""Cities under central rule throughout; Huế became one on 01/01/2025, so its name alone does not tell."""
_MERGED = """
    Tuyên Quang < Hà Giang; Lào Cai < Yên Bái; Thái Nguyên < Bắc Kạn; Phú Thọ < Vĩnh Phúc; Phú Thọ < Hòa Bình;
    Bắc Ninh < Bắc Giang; Hưng Yên < Thái Bình; Hải Phòng < Hải Dương; Ninh Bình < Hà Nam; Ninh Bình < Nam Định;
    Quảng Trị < Quảng Bình; Huế < Thừa Thiên Huế; Huế < Thừa Thiên - Huế; Đà Nẵng < Quảng Nam; Quảng Ngãi < Kon Tum;
    Gia Lai < Bình Định; Khánh Hòa < Ninh Thuận; Lâm Đồng < Đắk Nông; Lâm Đồng < Bình Thuận; Đắk Lắk < Phú Yên;
    Hồ Chí Minh < Bình Dương; Hồ Chí Minh < Bà Rịa - Vũng Tàu; Đồng Nai < Bình Phước; Tây Ninh < Long An;
    Cần Thơ < Sóc Trăng; Cần Thơ < Hậu Giang; Vĩnh Long < Bến Tre; Vĩnh Long < Trà Vinh; Đồng Tháp < Tiền Giang;
    Cà Mau < Bạc Liêu; An Giang < Kiên Giang
"""
"""Nghị quyết 202/2025/QH15, in operation from 01/7/2025; Huế: Nghị quyết 175/2024/QH15."""
_TODAY = {
    old.strip(): new.strip()
    for new, old in (pair.split("<") for pair in _MERGED.replace("\n", " ").split(";"))
}
_VARIED = frozenset({"dak", "lak"})
"""Words that are written in several ways: "Đắk Lắk", "Đăk Lăk"."""
_LONGEST_PROVINCE = max(map(len, PROVINCES))


def today(province: str) -> str:
    """Return the name of the province that an old one became part of; the name itself where it stayed.

    >>> today("Tiền Giang"), today("Đồng Tháp")
    ('Đồng Tháp', 'Đồng Tháp')
    """
    return _TODAY.get(province, province)


def home_of(name: str) -> str:
    """Return the province of an office as it is named today; empty for a name that is none.

    >>> home_of("tỉnh Tiền Giang"), home_of("TP. Huế"), home_of("Cục Thuế")
    ('Đồng Tháp', 'Huế', '')
    """
    words = tuple(word.norm for word in read_cell(name).words)
    known = PROVINCES.get(words) or PROVINCES.get(words[1:] if words[:1] in (("tinh",), ("tp",)) else ())
    return today(known) if known else ""


def province_end(words: Words, start: int) -> int:
    """Return the end of a province's name at a place; ``start`` itself when there is none."""
    for length in range(min(_LONGEST_PROVINCE, len(words) - start), 0, -1):
        if province_name(words, start, start + length):
            return start + length
    return start


def province_name(words: Words, start: int, end: int) -> str:
    """Return the name of the province that a stretch is, empty for none; "phường Thanh Hòa" is not of "Thanh Hóa"."""
    name = PROVINCES.get(norms(words, start, end), "")
    spelled = [part for part in name.lower().split() if part != "-"]
    printed = [word for word in words[start:end] if word.kind is Kind.WORD]
    same = len(spelled) != len(printed) or all(
        unmarked(word.raw) or word.norm in _VARIED or marks(word.raw) == marks(part)
        for word, part in zip(printed, spelled, strict=True)
    )
    return name if same else ""


def _is_date(words: Words, start: int) -> bool:
    """Tell whether "30/6" stands at a place."""
    day, mark, month = (words[start : start + 3]) if start + 2 < len(words) else (None, None, None)
    if day is None or mark is None or month is None or mark.kind is not Kind.SOFT:
        return False
    return day.raw.isdigit() and month.raw.isdigit() and day.end == mark.start and mark.end == month.start


def is_time(words: Words, start: int) -> bool:
    """Tell whether a time stands at a place, as where two columns of a table run together: "UBND tỉnh Quý I/2024"."""
    if _is_date(words, start):
        return True
    if start < len(words) and _YEAR.fullmatch(words[start].raw):
        return True
    if start < len(words) and _NO_NAME.fullmatch(words[start].raw):
        return True
    said = _TIMES.get(words[start].raw) if start < len(words) else None
    following = words[start + 1].raw if start + 1 < len(words) else ""
    return said is not None and bool(said.fullmatch(following))


def place_end(words: Words, start: int, cased: bool, begins: Callable[[int], bool]) -> int:
    """Return the end of a place name that begins at ``start``; ``start`` itself when there is none.

    ``begins`` tells whether a known body begins at a place, which ends the name; ``cased`` whether capitals count.
    """
    known = province_end(words, start)
    if known > start and not _goes_on(words, known, cased, begins):
        return known
    if is_time(words, start):
        return start
    end = start
    while end < len(words) and end - start < _MOST_PLACE_WORDS and words[end].kind is Kind.WORD:
        word = words[end]
        if word.inner or word.plural or word.norm in _NEVER_A_PLACE or (cased and not word.capital):
            break
        if not cased and word.norm in _NOT_A_PLACE:
            break
        if begins(end) or (end > start and _NO_NAME.fullmatch(word.raw)):
            break
        end += 1
    return end


def _goes_on(words: Words, end: int, cased: bool, begins: Callable[[int], bool]) -> bool:
    """Tell whether a place name does not end with the province's name it begins with: "xã Hà Nam Ninh"."""
    return cased and end < len(words) and words[end].capital and not words[end].newline and not begins(end)
