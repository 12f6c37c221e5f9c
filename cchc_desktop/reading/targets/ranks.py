"""Ranks among provinces: "trong nhóm 10 địa phương dẫn đầu", "xếp hạng 15", and where an index stands today."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.domain.targets import Baseline, TargetPart
from cchc_desktop.reading.targets.numbers import Quantity

UNIT = "hạng"
_INDEX = re.compile(
    r"\b(?:par[ -]?index|parindex|papi|pci|sipas|dti|ict|chỉ số|xếp hạng|thứ hạng)\b", re.IGNORECASE
)
_GROUP = re.compile(
    r"(?:(?:trong|vào|thuộc|ở)\s+)?(?P<word>nhóm|tốp|top)\s*(?:đầu\s+)?(?P<rank>\d{1,3})\b(?!\s*%|\s*(?:TTHC|thủ tục|dịch vụ|lĩnh vực))"
    r"(?P<after>[^,;.\d]{0,60})",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"\s*(?:địa phương|tỉnh|thành phố|đơn vị|sở|huyện|xã|phường|nước|cơ quan|quốc gia|địa bàn)", re.IGNORECASE
)
_AT_THE_TOP = re.compile(r"dẫn đầu|đứng đầu|\bđầu\b|cao|khá|tốt", re.IGNORECASE)
_SELF_FINANCED = re.compile(r"(?:đơn vị|tự chủ|tài chính|thuộc|chức danh|viên chức)\s+$", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:(?:xếp|đứng|giữ|đạt|giữ vững)\s+)*(?:xếp|đứng|hạng|thứ hạng|vị trí|vị thứ|thứ bậc)\s+(?:từ\s+)?(?:hạng\s+|thứ\s+|thứ hạng\s+|vị trí\s+)*"
    r"(?P<rank>\d{1,3})(?:\s*/\s*\d{1,3})?(?!\s*%)(?:\s+trở lên)?\b",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\s*/\s*\d{1,3}")
_STANDS = re.compile(
    r"(?P<name>PAR[ -]?INDEX|PARINDEX|PAPI|PCI|SIPAS|DTI|ICT)[^()\d]{0,30}?năm\s+(?P<year>20\d\d)\s*(?:[^\d,;()]{0,25}?)"
    r"(?:xếp|đứng|đạt|hạng|vị trí)\s*(?:hạng|thứ|vị trí)*\s*(?P<rank>\d{1,3})\b",
    re.IGNORECASE,
)


def ranks(text: str) -> tuple[Quantity, ...]:
    """Find the ranks a text asks for; where an index stands today is none.

    >>> [(found.value, found.unit) for found in ranks("trong nhóm 10 địa phương dẫn đầu cả nước")]
    [(10.0, 'hạng')]
    >>> ranks("các đơn vị nhóm 3 theo lộ trình")
    ()
    """
    present = present_places(text)
    found = [each for each in (*_groups(text), *_places(text)) if not _inside(each.start, present)]
    return tuple(sorted(found, key=lambda each: each.start))


def present_places(text: str) -> list[tuple[int, int]]:
    """Return where a text says how an index stands today.

    >>> present_places("(PCI năm 2021 xếp 19)")
    [(1, 20)]
    """
    return [(found.start(), found.end()) for found in _STANDS.finditer(text)]


def rank_baselines(parts: list[TargetPart], text: str) -> list[TargetPart]:
    """Give ranks the present places of the indices named before them ("PAR INDEX năm 2021 xếp 33").

    The places named after the last rank belong to it.
    """
    at = [place for place, part in enumerate(parts) if part.unit == UNIT]
    if not at:
        return parts
    ends = [found.end for found in ranks(text)]
    for stands in _STANDS.finditer(text):
        index = next((index for index, end in enumerate(ends) if stands.start() < end), len(ends) - 1)
        place = at[min(index, len(at) - 1)]
        base = Baseline(float(stands["rank"]), UNIT, int(stands["year"]), stands["name"])
        parts[place] = replace(parts[place], baselines=(*parts[place].baselines, base))
    return parts


def _groups(text: str) -> Iterator[Quantity]:
    about_index = bool(_INDEX.search(text))
    for found in _GROUP.finditer(text):
        after = found["after"]
        sure = found["word"].lower() in {"tốp", "top"} or bool(_AT_THE_TOP.search(after))
        placed = bool(_PLACES.match(after)) or (
            about_index and not _SELF_FINANCED.search(text[: found.start()])
        )
        if sure or placed:
            yield _rank(found)


def _places(text: str) -> Iterator[Quantity]:
    for found in _PLACE.finditer(text):
        if " " in found[0] and (_INDEX.search(text) or not found[0].lower().startswith("hạng")):
            yield _rank(found)


def _rank(found: re.Match[str]) -> Quantity:
    among = _AMONG.match(found.string, found.end("rank"))
    end = among.end() if among else found.end("rank")
    return Quantity(found.start(), end, float(found["rank"]), UNIT, is_rank=True)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
