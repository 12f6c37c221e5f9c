"""Signs that are no letters: bullets and ticks of symbol fonts, and the soft hyphen that is a letter in old fonts."""

import unicodedata

from cchc_desktop.text import nfc

_TICKS = {0xFC: "✓", 0xFE: "✓", 0xD6: "✓"}
_BULLETS = {
    0xA7: "▪", 0xB7: "•", 0x6C: "●", 0x6E: "▪", 0x76: "•", 0x77: "•", 0x9F: "•", 0xA8: "•", 0xD8: "•", 0xE0: "→",
    0xF0: "→", 0xE8: "→", 0x2D: "-", 0x2A: "*", 0x2B: "+", 0xFB: "x", 0xFD: "x", 0xD0: "-", 0xBE: "-", 0xA2: "•",
}  # fmt: skip
_PLAIN = {0xF000 + code: sign for code, sign in {**_BULLETS, **_TICKS}.items()}
_PLAIN |= {
    0xF020: " ",
    0xF0A0: " ",
    0xF028: "(",
    0xF029: ")",
    0xF02C: ",",
    0xF02E: ".",
    0xF03A: ":",
    0xF03B: ";",
}
_PLAIN |= {0xF030 + digit: str(digit) for digit in range(10)}


def plain_symbols(text: str) -> str:
    """Make the bullets and ticks that Word takes from symbol fonts plain signs; unknown ones stay.

    >>> plain_symbols(chr(0xF0B7) + " Sở Nội vụ"), plain_symbols(chr(0xF0FC))
    ('• Sở Nội vụ', '✓')
    """
    return text if text.isascii() else text.translate(_PLAIN)


def as_read(text: str) -> str:
    """Give text taken out of a file its composed form without invisible signs, as ``nfc`` does, but keep soft hyphens.

    In TCVN3 fonts the code of the soft hyphen is the letter "ư"; ``legacy.repaired`` reads it or takes it out.

    >>> as_read("tr" + chr(0xAD) + "êng" + chr(0x200B)) == "tr" + chr(0xAD) + "êng"
    True
    """
    if "\u00ad" not in text:
        return nfc(text)
    return "\u00ad".join(map(nfc, unicodedata.normalize("NFC", text).split("\u00ad")))
