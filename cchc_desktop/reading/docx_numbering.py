"""Automatic numbers of Word: they are not in the text and are counted anew from numbering.xml and the styles."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_COUNTED = {"decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal"}
_SILENT = {"none"}
_DASHES = {"-", "–", "—", "+", "•", "*"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says that matters here."""

    based_on: str = ""
    bold: bool | None = None
    number: str = ""
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    style: str


def read_styles(root: Element | None) -> dict[str, Style]:
    """Read the styles by their keys."""
    styles = {}
    for style in root.iterfind("w_style") if root is not None else ():
        number = style.find("w_pPr/w_numPr/w_numId")
        level = style.find("w_pPr/w_numPr/w_ilvl")
        styles[style.get("w_styleId", "")] = Style(
            _value(style.find("w_basedOn")),
            toggle(style.find("w_rPr/w_b")),
            _value(number),
            _integer(_value(level)) if level is not None else None,
        )
    return styles


def toggle(element: Element | None) -> bool | None:
    """Read an on/off property; None when it is not said."""
    return None if element is None else element.get("w_val", "1") not in {"0", "false", "off", "none"}


def inherited_bold(styles: Mapping[str, Style], key: str) -> bool:
    """Tell whether a style or one it is based on is bold."""
    seen: set[str] = set()
    while key in styles and key not in seen:
        if styles[key].bold is not None:
            return bool(styles[key].bold)
        seen.add(key)
        key = styles[key].based_on
    return False


class Numbering:
    """Counts numbered paragraphs in the order of the document."""

    def __init__(self, root: Element | None, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._lists: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._instances: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        self.unknown = 0
        """Paragraphs whose number could not be told."""
        if root is not None:
            self._read(root)

    def label(self, paragraph: Element) -> str:
        """Return the number printed before a paragraph, empty when it has none; counts it."""
        key, level = self._of(paragraph)
        if key not in self._instances:
            return ""
        kind, starts = self._instances[key]
        levels = self._levels(kind)
        if level not in levels:
            self.unknown += 1
            return ""
        counts = self._counts[kind]
        begins = (key, level) not in self._begun
        self._begun.add((key, level))
        if level in starts and (begins or level not in counts):
            counts[level] = starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start
        for deeper in [other for other in counts if other > level]:
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
            return _formatted(counts.get(at, above.start), above.form) if above else ""

        return re.sub(r"%(\d)", number, levels[level].text).strip()

    def _of(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and level of a paragraph: its own, else those of its style."""
        own = paragraph.find("w_pPr/w_numPr/w_numId")
        level = _value(paragraph.find("w_pPr/w_numPr/w_ilvl"))
        style = _value(paragraph.find("w_pPr/w_pStyle"))
        if own is not None:
            return _value(own), _integer(level)
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            found = self._styles[style]
            if found.number:
                return found.number, self._style_level(found, style)
            seen.add(style)
            style = found.based_on
        return "", 0

    def _style_level(self, found: Style, style: str) -> int:
        if found.level is not None or found.number not in self._instances:
            return found.level or 0
        levels = self._levels(self._instances[found.number][0])
        return next((level for level, how in levels.items() if how.style == style), 0)

    def _levels(self, kind: str) -> dict[int, _Level]:
        linked = self._styles.get(self._links.get(kind, ""))
        if linked is not None and linked.number in self._instances and not self._lists.get(kind):
            return self._lists.get(self._instances[linked.number][0], {})
        return self._lists.get(kind, {})

    def _read(self, root: Element) -> None:
        for abstract in root.iterfind("w_abstractNum"):
            key = abstract.get("w_abstractNumId", "")
            self._links[key] = _value(abstract.find("w_numStyleLink"))
            self._lists[key] = {
                _integer(level.get("w_ilvl", "0")): _Level(
                    _integer(_value(level.find("w_start"), "1")),
                    _value(level.find("w_numFmt"), "decimal"),
                    _value(level.find("w_lvlText")),
                    _value(level.find("w_pStyle")),
                )
                for level in abstract.iterfind("w_lvl")
            }
        for instance in root.iterfind("w_num"):
            starts = {
                _integer(override.get("w_ilvl", "0")): _integer(_value(start))
                for override in instance.iterfind("w_lvlOverride")
                for start in override.iterfind("w_startOverride")
            }
            self._instances[instance.get("w_numId", "")] = (_value(instance.find("w_abstractNumId")), starts)


def _formatted(count: int, form: str) -> str:
    if form == "decimalZero":
        return f"{count:02d}"
    if form.endswith("Letter"):
        text = "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * ((count - 1) // 26 + 1)
    elif form.endswith("Roman"):
        text, rest = "", count
        for value, digits in _ROMAN:
            while rest >= value:
                text, rest = text + digits, rest - value
    else:
        return str(count)
    return text.upper() if form.startswith("upper") else text


def _value(element: Element | None, default: str = "") -> str:
    return default if element is None else element.get("w_val", default)


def _integer(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
