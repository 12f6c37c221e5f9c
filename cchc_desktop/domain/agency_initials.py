"""Initials for parts of a department's name: "Sở KH&CN", "Sở Khoa học và CN", "Sở KHCN"."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from cchc_desktop.domain.agency_tokens import folded
from cchc_desktop.domain.agency_words import read_cell

HEADS_WITH_INITIALS = frozenset({"so", "phong", "bo", "congchuc"})
"""First words after which initials are understood."""
_TAKEN_INITIALS = frozenset({"tp", "tx", "tt", "tu", "nv"})
"""Initials that mean something else, or two departments."""
_FEWEST_INITIALS = 2


def initial_forms(name: str) -> Iterator[list[str]]:
    """Yield the ways to shorten the parts of a name to initials, without its first word.

    >>> sorted(" ".join(form) for form in initial_forms("Sở Khoa học và Công nghệ"))
    ['kh & cn', 'kh & cong nghe', 'khcn', 'khoa hoc & cn']
    """
    parts = _parts(name)
    initials = ["".join(word[:1] for word in part) for part in parts]
    if len(parts) == 1:
        if len(initials[0]) >= _FEWEST_INITIALS and initials[0] not in _TAKEN_INITIALS:
            yield [initials[0]]
        return
    for choice in product((False, True), repeat=len(parts)):
        if any(choice):
            yield from _joined(parts, initials, choice)


def taken_initials(name: str) -> str:
    """Return the initials of a one-part name that mean something else outside a list; empty when there are none.

    >>> taken_initials("Sở Tư pháp"), taken_initials("Sở Tài chính")
    ('tp', '')
    """
    parts = _parts(name)
    initials = "".join(word[:1] for word in parts[0])
    return initials if len(parts) == 1 and initials in _TAKEN_INITIALS else ""


def _parts(name: str) -> list[list[str]]:
    words = name.replace(",", " , ").split()[1:]
    if words[:1] == ["chức"]:
        words = words[1:]
    parts: list[list[str]] = [[]]
    for word in words:
        if word not in (",", "và", "-"):
            parts[-1].append(folded(word))
        elif parts[-1]:
            parts.append([])
    return parts


def _joined(parts: list[list[str]], initials: list[str], choice: tuple[bool, ...]) -> Iterator[list[str]]:
    """Write the chosen parts as initials; neighbours of two initials may or may not grow together."""
    gaps = [index for index in range(1, len(parts)) if choice[index - 1] and choice[index]]
    for glued in product((False, True), repeat=len(gaps)):
        tight = {gap for gap, together in zip(gaps, glued, strict=True) if together}
        form: list[str] = []
        for index, part in enumerate(parts):
            if index in tight:
                form[-1] += initials[index]
                continue
            if index:
                form.append("&")
            form.extend([initials[index]] if choice[index] else _short_part(" ".join(part)))
        yield form


@lru_cache(maxsize=512)
def _short_part(part: str) -> tuple[str, ...]:
    return tuple(word.norm for word in read_cell(part).words)
