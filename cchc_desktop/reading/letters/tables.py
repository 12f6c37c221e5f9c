"""Old ways of writing Vietnamese: TCVN3 and VNI fonts, windows-1258, VIQR, UTF-8 that was taken for windows-1252.

Sources of the tables: TCVN 5712:1993 (the lower set, called TCVN3 or ABC, which has no capitals with tone marks), the
published table of the VNI-Windows fonts, Microsoft's code page 1258, RFC 1456 (VIQR).
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""None, huyền, hỏi, ngã, sắc, nặng."""
_VOWELS = "aăâeêioôơuưy"
_TCVN3_CODES = {
    "a": (0x61, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9),
    "ă": (0xA8, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6),
    "â": (0xA9, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB),
    "e": (0x65, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1),
    "ê": (0xAA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6),
    "i": (0x69, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE),
    "o": (0x6F, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4),
    "ô": (0xAB, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9),
    "ơ": (0xAC, 0xEA, 0xEB, 0xEC, 0xED, 0xEE),
    "u": (0x75, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4),
    "ư": (0xAD, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9),
    "y": (0x79, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE),
}
"""Lower-case vowel -> codes of its six tones; shown through windows-1252 these are Latin letters and signs."""
_TCVN3_OTHERS = {0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ", 0xAE: "đ"}
_VNI_BASES = {
    "a": "a",
    "ă": "a",
    "â": "a",
    "e": "e",
    "ê": "e",
    "o": "o",
    "ô": "o",
    "ơ": "ô",
    "u": "u",
    "ư": "ö",
    "y": "y",
}
_VNI_PLAIN = ("", "ø", "û", "õ", "ù", "ï")
_VNI_ROOF = ("â", "à", "å", "ã", "á", "ä")
_VNI_BOWL = ("ê", "è", "ú", "ü", "é", "ë")
_VNI_I = ("i", "ì", "æ", "ó", "í", "ò")
_VNI_Y_DOT = "î"
_VIQR_BASES = {"ă": "a(", "â": "a^", "ê": "e^", "ô": "o^", "ơ": "o+", "ư": "u+"}
_VIQR_TONES = ("", "`", "?", "~", "'", ".")

Converter = Callable[[str], str | None]
"""Old text -> Unicode; None when the text cannot be of that kind at all."""


def _with_tone(vowel: str, tone: int) -> str:
    return unicodedata.normalize("NFC", vowel + _TONES[tone])


def _tcvn3() -> dict[str, str]:
    table = {chr(code): letter for code, letter in _TCVN3_OTHERS.items()}
    for vowel, codes in _TCVN3_CODES.items():
        table |= {chr(code): _with_tone(vowel, tone) for tone, code in enumerate(codes)}
    return table


def _vni() -> dict[str, str]:
    table = {"ñ": "đ", "ô": "ơ", "ö": "ư", _VNI_Y_DOT: "ỵ"}
    table |= {code: _with_tone("i", tone) for tone, code in enumerate(_VNI_I)}
    for vowel, base in _VNI_BASES.items():
        marks = _VNI_BOWL if vowel == "ă" else _VNI_ROOF if vowel in "âêô" else _VNI_PLAIN
        table |= {base + mark: _with_tone(vowel, tone) for tone, mark in enumerate(marks)}
    table.pop("y" + _VNI_PLAIN[-1])
    return table


def _viqr() -> dict[str, str]:
    table = {"dd": "đ"}
    for vowel in _VOWELS:
        base = _VIQR_BASES.get(vowel, vowel)
        table |= {base + mark: _with_tone(vowel, tone) for tone, mark in enumerate(_VIQR_TONES)}
    return table


TCVN3: Mapping[str, str] = MappingProxyType(_tcvn3())
"""What a program without the font shows -> the letter meant."""
VNI: Mapping[str, str] = MappingProxyType(_vni())
"""Lower-case sequences of a base and a mark -> the letter meant."""
VIQR: Mapping[str, str] = MappingProxyType(_viqr())
"""Lower-case ASCII sequences -> the letter meant."""

_SMALL = frozenset(sign for sign, letter in TCVN3.items() if letter.islower() and not letter.isascii())
"""Signs of small letters; within a word of capitals they were meant in capitals."""
_TCVN3_TRANSLATION = str.maketrans({**TCVN3, "\u03bc": TCVN3["µ"]})
_VNI_LETTER = re.compile("[aeoôuöy][øûõùïâàåãáäêèúüéë]|[ìæóíòñôöî]", re.IGNORECASE)
_VIQR_LETTER = re.compile(
    r"\\[.?'`~^(+]|dd|[aeo]\^[`?~'.]?|a\([`?~'.]?|[ou]\+[`?~'.]?|[aeiouy][`?~'.]", re.IGNORECASE
)
_PART = re.compile(r"[\s!-/:-@\[-`{-~]+|[^\s!-/:-@\[-`{-~]+")
"""Words and what stands between them."""
_NUMBER = re.compile(r"[(]?([IVX]+|[A-Z]|[a-z](?=[.)]$))[.)/]")
_C1 = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that windows-1252 leaves undefined; programs show them as control characters."""
_CP1252 = {
    (bytes([code]).decode("cp1252") if code not in _C1 else _C1[code]): code for code in range(0x80, 0x100)
}
_LOST_SPACE = re.compile("(?<=[\u00c3\u00c6]) |(?<=\u00e1[\u00ba\u00bb]) ")
"""A plain space where only the byte of a no-break space can have been: "à", "Ơ", "Ạ", "Ỡ"."""


def latin_view(data: bytes) -> str:
    """Show bytes as a western program does; every byte becomes one character.

    >>> latin_view(bytes([0x43, 0xE9, 0x6E, 0x67, 0x81])) == "Céng" + chr(0x81)
    True
    """
    return data.decode("latin-1").translate({code: char for char, code in _CP1252.items()})


def from_tcvn3(text: str) -> str | None:
    """Convert text of a TCVN3 font; a word whose plain letters are all capitals was meant in capitals.

    >>> from_tcvn3("C¶i c¸ch hµnh chÝnh"), from_tcvn3("CéNG HOµ X· HéI")
    ('Cải cách hành chính', 'CỘNG HOÀ XÃ HỘI')
    """
    return _with_capitals(text, text.translate(_TCVN3_TRANSLATION))


def from_capital_tcvn3(text: str) -> str:
    """Convert text of a TCVN3 font that shows capitals only (its name ends in H).

    >>> from_capital_tcvn3("c¶i c¸ch")
    'CẢI CÁCH'
    """
    return text.translate(_TCVN3_TRANSLATION).upper()


def from_vni(text: str) -> str | None:
    """Convert text of a VNI font.

    >>> from_vni("Coäng hoøa xaõ hoäi"), from_vni("ÑOÄC LAÄP")
    ('Cộng hòa xã hội', 'ĐỘC LẬP')
    """
    return _VNI_LETTER.sub(_vni_letter, text)


def from_cp1258(text: str) -> str | None:
    """Convert text of code page 1258 that was shown as windows-1252; None when it has other signs.

    >>> from_cp1258("Côòng hoÌa")
    'Cộng hòa'
    """
    data = _bytes(text)
    if data is None:
        return None
    try:
        return unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None


def from_broken_utf8(text: str) -> str | None:
    """Convert UTF-8 that was taken for windows-1252, also twice; None when it is none.

    >>> from_broken_utf8("CÃ´ng tÃ¡c cáº£i cÃ¡ch hÃ nh chÃ­nh")
    'Công tác cải cách hành chính'
    """
    data = _bytes(_LOST_SPACE.sub("\u00a0", text))
    if data is None:
        return None
    try:
        once = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    again = from_broken_utf8(once) if once != text and _is_mojibake(once) else None
    return unicodedata.normalize("NFC", once if again is None else again)


def from_viqr(text: str) -> str | None:
    """Convert text that writes the marks behind the letters.

    >>> from_viqr("Ca?i ca'ch ha`nh chi'nh, DDo^.c la^.p")
    'Cải cách hành chính, Độc lập'
    """
    return re.sub(r"\S+", lambda found: _viqr_word(found[0]), text)


CONVERTERS: Mapping[str, Converter] = MappingProxyType(
    {
        "TCVN3": from_tcvn3,
        "VNI": from_vni,
        "Windows-1258": from_cp1258,
        "UTF-8": from_broken_utf8,
        "VIQR": from_viqr,
    }
)
"""Name as officers know it -> converter, the more frequent first."""


def _with_capitals(text: str, converted: str) -> str:
    """Give capitals to words and lines in which every plain letter is one; the font has no other way to say so.

    "ủy ban" is "Ủy ban" in every official text; other words that begin with such a capital cannot be told.
    """
    lines = []
    for line, new in zip(text.split("\n"), converted.split("\n"), strict=True):
        if _all_capitals(line):
            lines.append(new.upper())
            continue
        lines.append(_capital_words(line, new).replace("ủy ban", "Ủy ban"))
    return "\n".join(lines)


def _capital_words(line: str, converted: str) -> str:
    parts = [(line[found.start() : found.end()], found.span()) for found in _PART.finditer(line)]
    capital = [_all_capitals(part) for part, _ in parts]
    shown = [
        is_capital and any(char in _SMALL for char in part)
        for is_capital, (part, _) in zip(capital, parts, strict=True)
    ]
    words = []
    for at, (part, (start, end)) in enumerate(parts):
        beside = (at > 1 and shown[at - 2]) or (at + 2 < len(parts) and shown[at + 2])
        one = (
            beside
            and sum(char.isascii() and char.isalpha() for char in part) == 1
            and part.upper()[0] == part[0]
        )
        words.append(converted[start:end].upper() if capital[at] or one else converted[start:end])
    return "".join(words)


def _all_capitals(text: str) -> bool:
    plain = [char for char in text if char.isascii() and char.isalpha()]
    return len(plain) > 1 and all(map(str.isupper, plain))


def _vni_letter(found: re.Match[str]) -> str:
    written = found[0]
    letter = VNI.get(written.lower())
    if letter is None:
        return "".join(_cased(char, VNI.get(char.lower(), char)) for char in written)
    return _cased(written[0], letter)


def _viqr_word(word: str) -> str:
    """Convert a word; a dot behind it that would be a second tone, or stands after a number, ends the sentence."""
    end = re.search(r"[.?'][^\w]*$", word)
    if end is None or _NUMBER.match(word):
        return word if end else _VIQR_LETTER.sub(_viqr_letter, word)
    whole = _VIQR_LETTER.sub(_viqr_letter, word)
    tones = sum(char in _TONES for char in unicodedata.normalize("NFD", whole))
    if tones < 2:
        return whole
    return _VIQR_LETTER.sub(_viqr_letter, word[: end.start()]) + word[end.start() :]


def _viqr_letter(found: re.Match[str]) -> str:
    written = found[0]
    return written[1] if written[0] == "\\" else _cased(written[0], VIQR[written.lower()])


def _cased(example: str, letter: str) -> str:
    return letter.upper() if example.isupper() else letter


def _bytes(text: str) -> bytes | None:
    try:
        return bytes(ord(char) if ord(char) < 0x80 else _CP1252[char] for char in text)
    except KeyError:
        return None


def _is_mojibake(text: str) -> bool:
    return any(mark in text for mark in ("\u00c3", "\u00c4", "\u00c6\u00b0", "\u00e1\u00ba", "\u00e1\u00bb"))
