"""Automatic numbers of Word: they are not in the text and are counted anew from numbering.xml and the styles."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from cchc_desktop.reading.docx.styles import Style, integer, line_of, toggle, value

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_HIGHEST = 30_000
"""Word's own largest number of a list."""
_FORMS = {
    "decimal": "{}",
    "ordinal": "{}",
    "decimalZero": "{:02d}",
    "decimalFullWidth": "{}",
    "decimalHalfWidth": "{}",
    "numberInDash": "- {} -",
    "decimalEnclosedParen": "({})",
    "decimalEnclosedFullstop": "{}.",
}
_COUNTED = {*_FORMS, "upperRoman", "lowerRoman", "upperLetter", "lowerLetter"}
_SILENT = {"none"}
_DASHES = {"-", "–", "—", "+", "•", "*"}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    style: str
    restart: int | None
    """Number of the level above that begins this one anew; 0: none does; None: any."""
    legal: bool
    """True when the numbers of all levels are printed as Arabic ones."""


@dataclass(slots=True)
class _Instance:
    """One list of the document: an abstract one, with changes of its own."""

    kind: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts numbered paragraphs in the order of the document."""

    def __init__(self, root: Element | None, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._lists: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._instances: dict[str, _Instance] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        self.unknown = 0
        """Paragraphs whose number could not be told."""
        if root is not None:
            self._read(root)

    def label(self, properties: Element) -> str:
        """Return the number printed before a paragraph with these properties, empty when none; counts it."""
        key, level = self._of(properties)
        if key not in self._instances:
            return ""
        instance = self._instances[key]
        levels = {**self._levels(instance.kind), **instance.levels}
        if level not in levels:
            self.unknown += 1
            return ""
        counts = self._counts[instance.kind]
        begins = (key, level) not in self._begun
        self._begun.add((key, level))
        if level in instance.starts and (begins or level not in counts):
            counts[level] = instance.starts[level]
        elif level in counts:
            counts[level] = min(counts[level] + 1, _HIGHEST)
        else:
            counts[level] = levels[level].start
        for deeper in [other for other in counts if other > level and _restarts(levels.get(other), level)]:
            del counts[deeper]
        return self._text(levels, level, counts)

    def _text(self, levels: Mapping[int, _Level], level: int, counts: Mapping[int, int]) -> str:
        form = levels[level].form
        if form == "bullet":
            mark = levels[level].text.strip()
            return mark if mark in _DASHES else ("+" if mark == "o" else "-")
        if form in _SILENT:
            return ""
        if form not in _COUNTED:
            self.unknown += 1
            return ""

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            above = levels.get(at)
            if above is None or above.form not in _COUNTED:
                return ""
            return _formatted(counts.get(at, above.start), "decimal" if levels[level].legal else above.form)

        return re.sub(r"%(\d)", number, levels[level].text).strip()

    def _of(self, properties: Element) -> tuple[str, int]:
        """Return the list and level of a paragraph: its own, else those of its style."""
        numbered = properties.find("w_numPr")
        own = numbered.find("w_numId") if numbered is not None else None
        level = numbered.find("w_ilvl") if numbered is not None else None
        if own is not None:
            return value(own), integer(value(level))
        key = value(properties.find("w_pStyle"))
        for style in line_of(self._styles, key):
            if style.number:
                return style.number, integer(value(level)) if level is not None else self._style_level(
                    style, key
                )
            key = style.based_on
        return "", 0

    def _style_level(self, found: Style, key: str) -> int:
        if found.level is not None or found.number not in self._instances:
            return found.level or 0
        levels = self._levels(self._instances[found.number].kind)
        return next((level for level, how in levels.items() if how.style == key), 0)

    def _levels(self, kind: str) -> dict[int, _Level]:
        linked = self._styles.get(self._links.get(kind, ""))
        if linked is not None and linked.number in self._instances and not self._lists.get(kind):
            return self._lists.get(self._instances[linked.number].kind, {})
        return self._lists.get(kind, {})

    def _read(self, root: Element) -> None:
        for abstract in root.iterfind("w_abstractNum"):
            key = abstract.get("w_abstractNumId", "")
            self._links[key] = value(abstract.find("w_numStyleLink"))
            self._lists[key] = {_depth(level): _level(level) for level in abstract.iterfind("w_lvl")}
        for number in root.iterfind("w_num"):
            instance = _Instance(value(number.find("w_abstractNumId")))
            for override in number.iterfind("w_lvlOverride"):
                start, level = override.find("w_startOverride"), override.find("w_lvl")
                if level is not None:
                    instance.levels[_depth(override)] = _level(level)
                if start is not None:
                    instance.starts[_depth(override)] = integer(value(start))
            self._instances[number.get("w_numId", "")] = instance


def _depth(element: Element) -> int:
    return integer(element.get("w_ilvl", "0"))


def _level(level: Element) -> _Level:
    form = level.find("w_numFmt")
    if form is None:
        form = level.find("mc_AlternateContent/mc_Fallback/w_numFmt")
    restart = level.find("w_lvlRestart")
    found = _Level(
        integer(value(level.find("w_start"), "1")),
        value(form, "decimal"),
        value(level.find("w_lvlText")),
        value(level.find("w_pStyle")),
        integer(value(restart)) if restart is not None else None,
        bool(toggle(level.find("w_isLgl"))),
    )
    padded = level.find("mc_AlternateContent/mc_Choice/w_numFmt")
    is_padded = padded is not None and padded.get("w_format", "").startswith("01,")
    return replace(found, form="decimalZero") if is_padded else found


def _restarts(deeper: _Level | None, level: int) -> bool:
    """Tell whether a number of a level makes a deeper one begin anew."""
    if deeper is None or deeper.restart is None:
        return True
    return deeper.restart > level


def _formatted(count: int, form: str) -> str:
    if form in _FORMS:
        return _FORMS[form].format(count)
    if form.endswith("Letter"):
        text = _ALPHABET[(count - 1) % 26] * min((count - 1) // 26 + 1, 30) if count else ""
    else:
        text, rest = "", count
        for worth, digits in _ROMAN:
            while rest >= worth:
                text, rest = text + digits, rest - worth
    return text.upper() if form.startswith("upper") else text
