"""What a cell looks like, without reading it: a body, a time phrase, a heading in capitals."""

import re
from collections.abc import Callable, Iterable

from cchc_desktop.text import fold, squash

_AGENCY = re.compile(
    r"((cac|mot so|thuong truc|lanh dao|thu truong|van phong|chu tich|truong|pho)\s+)*"
    r"(so|ubnd|hdnd|uy ban|hoi dong|van phong|vp|ban (?!hanh)|phong (?!chong)|cong an|bo|quan su|thanh tra|chi cuc|cuc"
    r"|tong cuc|vu|trung tam|tt|dai|bao (?!cao|dam)|kho bac|kbnn|bhxh|truong|benh vien|tram|co quan|don vi|dia phuong"
    r"|to (cong|giup|de an)|doan|hoi (?!nghi|thao|thi)|mttq|ubmttq|mat tran|giam doc|toa an|vien|dang uy|tinh uy|huyen uy"
    r"|can bo|cong chuc|cong (thong tin|ttdt|dich vu)|ngan hang|lien doan|tap doan|cong ty|doanh nghiep|nganh|chu dau tu"
    r"|xa|phuong|huyen|thi|quan|thanh pho|tinh|ca nhan|nguoi)\b"
)
_ABBREVIATED_DEPARTMENT = re.compile(r"S[A-ZĐ&]{2,8}\b")
_DEADLINE = re.compile(
    r".*\b(quy|thang|nam|tuan|thuong xuyen|dinh ky|hang ngay|lien tuc|dot xuat)\b.*"
    r"|(ngay |truoc |den |tu |trong |het |cham nhat )*(\d{1,2}\s?[/-]\s?\d{1,4}|\d{1,2}\.\d{1,2}\.\d{4}).*"
    r"|(theo|truoc|sau khi|khi|ngay sau|ngay khi|trong|den het|ke hoach|den|chua)\b.*"
    r"|(19|20)\d\d(\s?[-–]\s?(19|20)\d\d)?|t\d{1,2}(/\d{4})?|q[1-4].*"
)
_TIME = re.compile(
    r"(trong |ca |het |cuoi |dau |giua |truoc |den |tu |cham nhat |dinh ky |hang |ngay )*"
    r"(quy ([1-4]|i{1,3}|iv)\b|thang \d|(trong |ca )nam\b|nam \d{4}|t\d{1,2}/|\d{1,2}[/-]\d{1,2}\b|\d{1,2}[/-]\d{4}\b)"
    r"|thuong xuyen\b|(hang|dinh ky) (nam|quy|thang|tuan)\b|dot xuat\b|6 thang\b|ca nam\b"
)
_LONGEST_PHRASE = 160
_LONGEST_TIME = 60
"""Longer texts that begin like a time are sentences."""


def agency_like(text: str) -> bool:
    """Tell whether a cell begins as the name of a body does.

    >>> agency_like("Các sở, ngành tỉnh"), agency_like("Thường xuyên")
    (True, False)
    """
    bare = re.sub(r"^[^a-z]+|^((co quan|don vi) )?(chu tri|phoi hop)\s*:\s*", "", fold(text))
    return bool(_AGENCY.match(bare) or _ABBREVIATED_DEPARTMENT.match(squash(text)))


def deadline_like(text: str) -> bool:
    """Tell whether a cell looks like a time phrase.

    >>> deadline_like("Quý IV năm 2023"), deadline_like("Sở Nội vụ")
    (True, False)
    """
    return len(text) <= _LONGEST_PHRASE and bool(_DEADLINE.fullmatch(fold(text)))


def time_like(text: str) -> bool:
    """Tell a cell that can be nothing but a time: no "Kế hoạch", no sentence that names a year.

    >>> time_like("Quý IV năm 2023"), time_like("Thường xuyên"), time_like("Kế hoạch năm 2024")
    (True, True, False)
    """
    return len(text) <= _LONGEST_TIME and bool(_TIME.match(fold(text)))


def in_capitals(text: str) -> bool:
    """Tell whether a text is set in capitals as a heading is; abbreviations alone do not count.

    >>> in_capitals("CẢI CÁCH THỂ CHẾ"), in_capitals("UBND, HĐND"), in_capitals("Cải cách")
    (True, False, False)
    """
    letters = [char for char in squash(text) if char.isalpha()]
    upper = sum(char.isupper() for char in letters)
    return len(letters) >= 4 and upper >= 0.8 * len(letters) and any(_toned(char) for char in letters)


def starts_like_a_sentence(text: str) -> bool:
    """Tell whether a text begins with a capital letter, after quotes or brackets.

    >>> starts_like_a_sentence("“Đẩy mạnh”"), starts_like_a_sentence("107/2021"), starts_like_a_sentence("theo")
    (True, False, False)
    """
    found = re.match(r"[\W_]*([^\W_])", squash(text))
    return found is not None and found[1].isupper()


def starts_in_small_letters(text: str) -> bool:
    """Tell whether a text begins with a small letter, as the rest of a sentence does.

    >>> starts_in_small_letters("và các cơ quan"), starts_in_small_letters("01/2025"), starts_in_small_letters("Sở")
    (True, False, False)
    """
    found = re.match(r"[\W_]*(\w)", squash(text))
    return found is not None and found[1].islower()


def share(texts: Iterable[str], test: Callable[[str], bool]) -> float:
    """Return the share of texts (blank ones left out) that pass a test; 0 when there are none."""
    filled = [text for text in texts if text.strip()]
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def _toned(char: str) -> bool:
    return ord(char) > 0x7F and char not in "Đđ"
