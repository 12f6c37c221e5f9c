"""Lengths of system messages: Windows counts UTF-16 units and refuses titles from 64 and texts from 256 on."""

from cchc_desktop.text import squash

TITLE_UNITS = 63
TEXT_UNITS = 255
_ELLIPSIS = "…"


def utf16_units(text: str) -> int:
    """Count the UTF-16 units of a text; letters outside the basic plane count two.

    >>> utf16_units("Hạn"), utf16_units("🙂")
    (3, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, units: int) -> str:
    """Return a text of one line of at most ``units`` (≥ 1) UTF-16 units, cut between words and marked with "…".

    >>> shorten("Ban hành Chỉ số cải cách hành chính", 20)
    'Ban hành Chỉ số cải…'
    """
    text = squash(text)
    if utf16_units(text) <= units:
        return text
    cut = text[: units - 1]
    while utf16_units(cut) > units - 1:
        cut = cut[:-1]
    words = cut if text[len(cut)] == " " else cut.rpartition(" ")[0] or cut
    return words.rstrip(" ,;:.–-") + _ELLIPSIS


def fill(template: str, subject: str, units: int) -> str:
    """Put a subject into the last ``{}`` of a template so that the whole has at most ``units``: the subject gives way.

    The full stop that ends the printed subject is left out: the sentence around it has its own.

    >>> fill("Còn 7 ngày làm việc: {}", "Thẩm định, công bố Chỉ số", 40)
    'Còn 7 ngày làm việc: Thẩm định, công bố…'
    """
    before, _, after = template.rpartition("{}")
    room = max(units - utf16_units(before + after), 1)
    return before + shorten(squash(subject).rstrip(".;, ") or squash(subject), room) + after
