"""Numbers in a sentence that are no quantities: dates, names of documents, classes, periods, notes in brackets."""

import re

MASK = "\x1a"
"""Stands for every masked character, so that places in the text stay the same."""
_LAWS = r"nghị quyết|quyết định|nghị định|chỉ thị|thông tư|thông báo|luật|công văn|kết luận|tờ trình|công điện|qđ|nđ|nq"
_PAPERS = r"kế hoạch|văn bản|đề án|dự án|chương trình|hướng dẫn|báo cáo"
_NUMBERED = (
    r"điều|khoản|(?<!danh )mục|chương|phụ lục|phần|bước|phiên bản|thế hệ|khóa|khoá|lần thứ|thứ|nhiệm kỳ|mẫu|biểu"
    r"|tiêu chí|đợt|tập"
)
_CLASSED = r"mức độ|mức|cấp độ|cấp|loại|nhóm|vùng|hạng"
_NO_QUANTITY = r"(?![\d.,]*\s*(?:%|phần trăm|tỷ|tỉ|triệu|nghìn))"
_COUNTED = r"đơn vị|cơ quan|cuộc|lớp|người|tỷ|tỉ|triệu|nghìn|đồng|ngày|phút|hồ sơ|lượt|sáng kiến|xã\b|huyện|văn bản|hội nghị"
_YEAR = r"(?:19|20)\d\d"
_PERCENT = r"\d+(?:[.,]\d+)?\s*%"
_ORDINAL = rf"(?:(?:{_NUMBERED})\s+{_NO_QUANTITY}\d{{1,3}}(?:\.\d)?|(?:{_CLASSED})\s+{_NO_QUANTITY}[1-9])(?![\d/]|[.,]\d)"
_CLASSES = rf"\b{_ORDINAL}(?:\s*(?:,|và|hoặc|-|–|/)\s*(?:{_ORDINAL}|{_NO_QUANTITY}[1-9](?![\d/]|[.,]\d|\s+(?!và|hoặc|đủ|được|có|đối|trên|tại)[^\W\d_])))*"
_SELF_FINANCED = (
    r"\btự\s+(?:bảo đảm|đảm bảo|chủ)(?:\s+(?:chi|một phần|kinh phí|tài chính|về)[^,;.\d%]{0,40})?"
    rf"\s*(?:từ\s+)?(?:dưới\s+|trên\s+)?{_PERCENT}(?:\s*(?:đến|-|–)\s*(?:dưới\s+)?{_PERCENT})?"
)
_KINDS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"https?://\S+|www\.\S+|\S+@\S+",
        r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\b",
        rf"\bngày\s+\d{{1,2}}(?:\s*/\s*\d{{1,2}})?(?:\s+tháng\s+\d{{1,2}})?(?:\s+năm\s+{_YEAR})?",
        rf"\b\d{{1,2}}\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+{_YEAR})?|\btháng\s+\d{{1,2}}(?:\s*/\s*\d{{4}}|\s+năm\s+{_YEAR})?",
        rf"\bqu[ýí]\s+(?:[1-4]|IV|I{{1,3}})\b(?:\s*/\s*\d{{4}}|\s+năm\s+{_YEAR})?",
        r"\b\d{1,5}[a-zđ]?\s?/\s?(?:\d{4}\s?/\s?)?(?-i:[A-ZĐ]{2})[\w&-]*(?:/(?-i:[A-ZĐ])\w*)?",
        r"\b\d{1,5}\s?-\s?(?-i:[A-ZĐ]{2})[A-Za-zĐđ]*(?:/(?-i:[A-ZĐ])\w*)?",
        rf"\b(?:{_LAWS})\s+(?:số\s*:?\s*)?\d[\d/]*\b(?!\s*%|[.,]\d|\s*(?:{_COUNTED}))",
        rf"\b(?:{_PAPERS})\s+(?:số\s*:?\s*\d[\d/]*|0\d|\d{{1,4}}(?=\s*(?:[,;.)]|$|của|về|và|tại)))\b(?!\s*%|[.,]\d|\s*(?:{_COUNTED}))",
        r"\b(?:TCVN\s*)?ISO(?:/IEC)?\s*\d+(?:\s*:\s*\d{4})?(?:\s*[-–]\s*\d+)?|\bTCVN\s*\d+(?:\s*:\s*\d{4})?",
        _CLASSES,
        rf"\b{_YEAR}\s*[-–]\s*{_YEAR}\b",
        rf"\bnăm\s+{_YEAR}(?:\s*(?:,|và|-|–)\s*{_YEAR})*\b",
        rf"\b{_YEAR}\b(?=\s*(?:[,;.)–-]|$|và\b|đến\b|so\b|trở\b|của\b|đạt\b|tăng\b|giảm\b))(?![.,]\d)",
        r"\b24\s?/\s?(?:24|7)\b|\b7/7\b|\b[45]\.0\b|\b[2-6]G\b|covid-19",
        r"(?<=[A-Za-zĐđ])\d+(?:\.\d+)?\b(?!\s*%)",
        r"(?<=[A-Za-z]-)\d+\b(?!\s*%)",
        r"[“\"][^“”\"%]{1,60}[”\"]",
        r"\b\d{1,2}\s+cấp\b(?!\s*(?:huyện|xã))",
        r"\b(?:trên|cả|trong|toàn diện|đồng bộ|của)\s+(?:cả\s+)?\d{1,2}\s+(?:lĩnh vực|nội dung|phương diện|mặt|trụ cột|khâu|nhóm|chỉ số)",
        _SELF_FINANCED,
        r"\b(?:giai đoạn|sau|hết|thời kỳ|ổn định|định kỳ|mỗi|cứ|khoảng thời gian)\s+\(?\d{1,2}\s+(?:năm|tháng|quý|tuần)\b",
        r"\b\d{1,2}\s+(?:năm|tháng|quý|tuần)(?:\s+(?:một|1|01)\s+lần|/lần)",
        r"\b(?:cách mạng công nghiệp|công nghiệp)\s+\d\.\d",
    )
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def without_names(text: str) -> str:
    """Mask numbers that belong to dates, documents, classes and periods.

    >>> without_names("95% theo Nghị định số 107/2020/NĐ-CP ngày 14/9/2020").count("0")
    0
    """
    for pattern in _KINDS:
        text = pattern.sub(lambda found: MASK * len(found[0]), text)
    return text


def without_brackets(text: str) -> tuple[str, tuple[re.Match[str], ...]]:
    """Mask notes in brackets and return them too.

    >>> without_brackets("80% (năm 2022: 70%)")[1][0][0]
    '(năm 2022: 70%)'
    """
    notes = tuple(_BRACKETS.finditer(text))
    return _BRACKETS.sub(lambda found: MASK * len(found[0]), text), notes
