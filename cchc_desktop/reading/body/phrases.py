"""Time phrases within the sentences of a plan's running text; dates and names of documents are none."""

import re

_MASKED = re.compile(
    r"(?:số\s*)?\d[\d/]*\s*[/-]\s*[A-ZĐ][\w-]*(?:/[A-Z]+)?(?:,? ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4}))?"
    r"|ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})(?= (?:của|về|quy định))"
    r"|giai đoạn (?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d",
)
_MONTH = r"tháng \d{1,2}(?:/\d{4}| năm \d{4}|/20\d\d)?"
_QUARTER = (
    r"qu[ýí] (?:IV|I{1,3}|[1-4])(?:(?:,| và| -|-) ?(?:qu[ýí] )?(?:IV|I{1,3}|[1-4]))*(?:/\d{4}| năm \d{4})?"
)
_DAY = r"(?:ngày )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?|ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?"
_SPAN = rf"(?:{_DAY}|{_MONTH}|{_QUARTER})"
_EVERY = r"(?:hằng|hàng) (?:tuần|tháng|quý|năm)"
_DATED = re.compile(
    rf"(?:trước|chậm nhất(?: là)?|muộn nhất|đến hết|đến cuối|đến|hết|cuối|trong|ngay trong|từ)\s+{_SPAN}(?:\s+đến(?: hết| cuối)?\s+{_SPAN})?"
    rf"|\b{_QUARTER}|(?:đến hết|hết|đến cuối|cuối|trong) năm 20\d\d"
    r"|(?:6|sáu) tháng (?:đầu|cuối) năm(?: 20\d\d)?",
    re.IGNORECASE,
)
_PERIODIC = re.compile(
    rf"định kỳ (?:{_EVERY}|0?\d{{1,2}} (?:tháng|năm)(?:/| một )lần|theo (?:tháng|quý|năm)|6 tháng|quý)"
    rf"(?:(?:,| và| hoặc) (?:{_EVERY}|6 tháng|quý|tháng|năm))*"
    rf"|(?:^|(?<=[.;:] )){_EVERY}\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"(?:ngay )?(?:sau )?khi (?:có|được) (?:hướng dẫn|chủ trương|văn bản hướng dẫn|quy định)[^.;,]{0,60}"
    r"(?:, ngành (?:trung ương|Trung ương|chủ quản))?",
    re.IGNORECASE,
)
_CONTINUOUS = re.compile(r"(?:thường xuyên(?:, liên tục)?)\b", re.IGNORECASE)


def time_phrase(text: str) -> str:
    """Return the time phrases of a sentence, joined by ";", "" when it has none.

    >>> time_phrase("Rà soát văn bản theo Quyết định số 12/QĐ-UBND ngày 05/01/2023, hoàn thành trước ngày 30/6/2023.")
    'trước ngày 30/6/2023'
    >>> time_phrase("Thường xuyên kiểm tra công vụ"), time_phrase("Ban hành Kế hoạch giai đoạn 2021-2025")
    ('Thường xuyên', '')
    """
    masked = _MASKED.sub(lambda found: "#" * len(found[0]), text)
    phrases = [
        (found.start(), text[found.start() : found.end()].strip())
        for pattern in (_DATED, _PERIODIC, _CONDITIONAL)
        for found in pattern.finditer(masked)
    ]
    if phrases:
        return "; ".join(dict.fromkeys(phrase for _, phrase in sorted(phrases)))
    begins = _CONTINUOUS.match(masked)
    return begins[0] if begins else ""
