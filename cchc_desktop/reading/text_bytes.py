"""Bytes of text files into Unicode; old Vietnamese code pages and fonts are recognised and refused."""

import codecs
import re

from cchc_desktop.reading import refusals

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_TCVN3 = re.compile(
    r"(?<=[A-Za-z])[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâäèåæç«éíëìîñïòõóôö¬øý÷úù]|[¨©®ª«¬](?=[A-Za-z])"
)
_VNI = re.compile(r"[aeoAEO][âêùøûõïáàåãäÂÊÙØÛÕÏÁÀÅÃÄ]|[uiyUIY][ùøûõïÙØÛÕÏ]")
_ENOUGH = 20
"""Signs of an old font that cannot be chance."""


def decode(name: str, data: bytes) -> str:
    """Decode a text: UTF-8 or UTF-16, with or without a mark at the beginning.

    Raises FileProblem for everything else: a wrong guess would give wrong words.
    """
    encoding = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    for attempt in (encoding,) if encoding else ("utf-8", _silent_utf16(data)):
        try:
            text = data.decode(attempt) if attempt else ""
        except UnicodeDecodeError:
            continue
        if attempt and not _CONTROLS.search(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise refusals.unknown_encoding(name)


def uses_old_font(text: str) -> bool:
    """Tell a text that only an old Vietnamese font (TCVN3, VNI) would show rightly.

    >>> uses_old_font("Céng hoµ x· héi chñ nghÜa ViÖt Nam " * 5), uses_old_font("Cộng hòa xã hội" * 9)
    (True, False)
    """
    signs = max(len(_TCVN3.findall(text)), len(_VNI.findall(text)))
    return signs >= _ENOUGH and signs > 3 * len(_VIETNAMESE.findall(text))


def _silent_utf16(data: bytes) -> str:
    """Return the UTF-16 form that bytes without a mark seem to have: every other byte is often zero."""
    if len(data) < 4 or len(data) % 2:
        return ""
    sample = data[:2000]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > 0.25 * len(sample) / 2 > low:
        return "utf-16-le"
    if low > 0.25 * len(sample) / 2 > high:
        return "utf-16-be"
    return ""
