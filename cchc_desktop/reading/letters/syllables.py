"""Whether a word can be Vietnamese: beginning, rime and tone fit together. Wrongly decoded text rarely passes."""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
_AFTER_QU = frozenset({"ynh", "yt", "ych", "yn", "ya", "yu"})
_STOP_TONES = {"", "\u0301", "\u0323"}
"""Rimes that end in c, ch, p or t take sắc or nặng only; names of foreign origin also none."""
_RIMES = frozenset(
    [
        "a",
        "ac",
        "ach",
        "ai",
        "am",
        "an",
        "ang",
        "anh",
        "ao",
        "ap",
        "at",
        "au",
        "ay",
        "ăc",
        "ăm",
        "ăn",
        "ăng",
        "ăp",
        "ăt",
        "âc",
        "âm",
        "ân",
        "âng",
        "âp",
        "ât",
        "âu",
        "ây",
        "e",
        "ec",
        "em",
        "en",
        "eng",
        "eo",
        "ep",
        "et",
        "ê",
        "êch",
        "êm",
        "ên",
        "ênh",
        "êp",
        "êt",
        "êu",
        "i",
        "ia",
        "ich",
        "iêc",
        "iêm",
        "iên",
        "iêng",
        "iêp",
        "iêt",
        "iêu",
        "im",
        "in",
        "inh",
        "ip",
        "it",
        "iu",
        "o",
        "oa",
        "oac",
        "oach",
        "oai",
        "oam",
        "oan",
        "oang",
        "oanh",
        "oao",
        "oap",
        "oat",
        "oay",
        "oăc",
        "oăm",
        "oăn",
        "oăng",
        "oăt",
        "oc",
        "oe",
        "oen",
        "oeo",
        "oet",
        "oi",
        "om",
        "on",
        "ong",
        "ooc",
        "oong",
        "op",
        "ot",
        "ô",
        "ôc",
        "ôi",
        "ôm",
        "ôn",
        "ông",
        "ôp",
        "ôt",
        "ơ",
        "ơi",
        "ơm",
        "ơn",
        "ơp",
        "ơt",
        "u",
        "ua",
        "uan",
        "uang",
        "uân",
        "uâng",
        "uât",
        "uây",
        "uc",
        "uê",
        "uêch",
        "uên",
        "uênh",
        "ui",
        "um",
        "un",
        "ung",
        "uơ",
        "uôc",
        "uôi",
        "uôm",
        "uôn",
        "uông",
        "uôt",
        "up",
        "ut",
        "uy",
        "uya",
        "uych",
        "uyên",
        "uyêt",
        "uynh",
        "uyt",
        "uyu",
        "uyn",
        "uyp",
        "ư",
        "ưa",
        "ưc",
        "ưi",
        "ưm",
        "ưn",
        "ưng",
        "ươc",
        "ươi",
        "ươm",
        "ươn",
        "ương",
        "ươp",
        "ươt",
        "ươu",
        "ưt",
        "ưu",
        "y",
        "yêm",
        "yên",
        "yêng",
        "yêt",
        "yêu",
        "ynh",
        "yt",
        "ych",
        "yn",
        "ya",
        "yu",
        "ăm",
        "ăk",
        "ak",
    ]
)
_SYLLABLE = re.compile(r"(ngh|ng|nh|gh|gi|g|kh|k|ch|c|ph|p|th|tr|t|qu|b|d|đ|h|l|m|n|r|s|v|x)?(.+)")
_FRONT = frozenset("eêiy")
_VIETNAMESE = frozenset(
    unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *_TONES)
) | {"đ"}


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Tell whether a word is spelt as Vietnamese syllables are; case does not count.

    >>> is_syllable("Cộng"), is_syllable("HÀNH"), is_syllable("Céng"), is_syllable("hoäi")
    (True, True, False, False)
    """
    marks = unicodedata.normalize("NFD", word.casefold())
    tones = [char for char in marks if char in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(char for char in marks if char not in _TONES))
    found = _SYLLABLE.fullmatch(bare)
    if found is None:
        return False
    onset, rime = found[1] or "", found[2]
    if rime not in _RIMES and not (onset == "gi" and f"i{rime}" in _RIMES):
        return bare in {"gi", "qu"}
    if rime in _AFTER_QU and onset != "qu":
        return False
    tone = tones[0] if tones else ""
    if rime[-1] in "cptk" or rime.endswith("ch"):
        return tone in _STOP_TONES and _fits(onset, rime[0])
    return _fits(onset, rime[0])


def is_vietnamese_letter(char: str) -> bool:
    """Tell whether a letter beyond ASCII belongs to the Vietnamese alphabet.

    >>> is_vietnamese_letter("Ộ"), is_vietnamese_letter("ö")
    (True, False)
    """
    return char.lower() in _VIETNAMESE


def _fits(onset: str, vowel: str) -> bool:
    """Check the spelling rules of c and k, g and gh, ng and ngh."""
    if onset in {"c", "ng"}:
        return vowel not in _FRONT
    if onset == "g":
        return vowel not in {"e", "ê", "y"}
    if onset in {"gh", "ngh"}:
        return vowel in _FRONT
    return not (onset == "k" and vowel in "ăâoôơuư")
