"""Numbers of lists as they are written: 3, c, C, iii, III."""

_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 399
_LETTERS = 26


def numbered(number: int, form: str) -> str:
    """Write a number in the form that HTML and OpenDocument name 1, a, A, i, I.

    >>> numbered(4, "1"), numbered(4, "a"), numbered(4, "I"), numbered(4, "i"), numbered(0, "I")
    ('4', 'd', 'IV', 'iv', '0')
    """
    if form in {"a", "A"} and 1 <= number <= _LETTERS:
        return chr(ord(form) + number - 1)
    if form in {"i", "I"} and 1 <= number <= _LARGEST_ROMAN:
        roman, rest = "", number
        for value, letters in _ROMAN:
            roman, rest = roman + letters * (rest // value), rest % value
        return roman if form == "I" else roman.lower()
    return str(number)
