"""Vietnamese text in the old ways of writing it, made by going through the tables backwards."""

from cchc_desktop.reading.letters.tables import TCVN3, VIQR, VNI

_TCVN3 = {letter: code for code, letter in TCVN3.items() if not letter.isascii()}
_VNI = {letter: code for code, letter in VNI.items() if not letter.isascii()}
_VIQR = {letter: code for code, letter in VIQR.items() if not letter.isascii()}
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def in_tcvn3(text: str) -> str:
    """As typed with .VnTime; capitals with tone marks have no code of their own, fonts in H show them."""
    return "".join(_TCVN3.get(char, _TCVN3.get(char.lower(), char)) for char in text)


def in_vni(text: str) -> str:
    return "".join(_two_cases(char, _VNI) for char in text)


def in_viqr(text: str) -> str:
    return "".join(_two_cases(char, _VIQR) for char in text)


def in_cp1258(text: str) -> bytes:
    """Letters with their tone marks behind them, as the code page has them."""
    out = bytearray()
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            out += _decomposed(char).encode("cp1258")
    return bytes(out)


def as_western(data: bytes) -> str:
    """What a western program shows of bytes."""
    from cchc_desktop.reading.letters.tables import latin_view

    return latin_view(data)


def western_bytes(text: str) -> bytes:
    """The bytes behind what a western program shows."""
    return text.encode("cp1252")


def _two_cases(char: str, table: dict[str, str]) -> str:
    code = table.get(char)
    if code is None and char.lower() in table and char != char.lower():
        code = table[char.lower()]
        code = code.upper() if len(char) == 1 else code
    return char if code is None else code


def _decomposed(char: str) -> str:
    import unicodedata

    parts = unicodedata.normalize("NFD", char)
    tones = "".join(part for part in parts if part in _TONES)
    letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return letter + tones
