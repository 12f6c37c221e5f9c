"""Cells that name the lead and the coordinating bodies together, parted by the words that tell them apart."""

import re

_BODY = r"(?:(?:cơ quan|đơn vị)\s+)?"
_NAMED = re.compile(
    rf"\s*[-+•*]?\s*{_BODY}chủ trì\s*:\s*(?P<lead>.+?)[\s;.,–+•*-]*{_BODY}phối hợp\s*:\s*(?P<others>.+)",
    re.IGNORECASE | re.DOTALL,
)
_TURNED = re.compile(
    rf"\s*[-+•*]?\s*{_BODY}phối hợp\s*:\s*(?P<others>.+?)[\s;.,–+•*-]*{_BODY}chủ trì\s*:\s*(?P<lead>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(
    r"\s*(?P<lead>.+?)\s*,?\s*(?:là (?:cơ quan|đơn vị) )?chủ trì\s*[,;]?\s*(?:và\s+)?phối hợp\s+(?:với|cùng)\s*:?\s+(?P<others>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED = re.compile(
    r"\s*(?P<lead>.+?)\s*\((?:cơ quan |đơn vị )?(?:chủ trì|ct)\)[\s;,./–+•*-]*(?P<others>.+?)\s*\((?:cơ quan |đơn vị )?(?:phối hợp|ph)\)\s*",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_ALONE = re.compile(rf"\s*[-+•*]?\s*{_BODY}chủ trì\s*:\s*(?P<lead>.+)", re.IGNORECASE | re.DOTALL)
_STROKE = re.compile(r"\s*(?P<lead>[^/]+?)\s*/\s*(?P<others>[^/]+?)\s*")


def part_bodies(text: str, *, both: bool) -> tuple[str, str] | None:
    """Part a cell into lead and coordinating bodies; None when nothing in it tells them apart.

    Args:
        text: the cell as printed.
        both: the heading says that the column holds both; then a single stroke parts them too.

    >>> part_bodies("Chủ trì: Sở Nội vụ; Phối hợp: Các sở", both=False)
    ('Sở Nội vụ', 'Các sở')
    >>> part_bodies("Sở Nội vụ", both=True) is None
    True
    """
    for pattern in (_NAMED, _TURNED, _SENTENCE, _BRACKETED):
        found = pattern.fullmatch(text)
        if found is not None:
            return found["lead"], found["others"]
    if both:
        found = _STROKE.fullmatch(text)
        if found is not None:
            return found["lead"], found["others"]
        found = _LEAD_ALONE.fullmatch(text)
        if found is not None:
            return found["lead"], ""
    return None
