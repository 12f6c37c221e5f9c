"""People's committees named by their place ("UBND xã Tân Hương"): not in the directory, yet members of its groups."""

import re

from cchc_desktop.domain.agency_records import Level
from cchc_desktop.text import fold

PEOPLE_COMMITTEE = "people_committee"
_COMMITTEE = r"(?:ubnd|uy ban nhan dan)\s+"
_COMMUNE = re.compile(_COMMITTEE + r"(?:xa|phuong|thi tran|dac khu)\s+\w")
_DISTRICT = re.compile(_COMMITTEE + r"(?:huyen|quan|thi xa|thanh pho|tp\.?)\s+(\w.*)")
_CENTRAL_CITIES = frozenset({"ha noi", "hai phong", "hue", "da nang", "can tho", "ho chi minh", "hcm"})


def local_level(name: str) -> Level | None:
    """Return the level of a people's committee that is named by its place; None for anything else.

    >>> local_level("UBND xã Tân Hương"), local_level("UBND huyện Cái Bè"), local_level("UBND cấp xã")
    (<Level.COMMUNE: 'commune'>, <Level.DISTRICT: 'district'>, None)
    """
    folded = fold(name)
    if _COMMUNE.match(folded):
        return Level.COMMUNE
    district = _DISTRICT.fullmatch(folded)
    if district is None:
        return None
    return Level.PROVINCE if district.group(1) in _CENTRAL_CITIES else Level.DISTRICT
