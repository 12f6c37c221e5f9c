"""How HTML shows an element: hidden or not, bold or not, and what a cell of a spreadsheet says of its number."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from cchc_desktop.reading.sheets.xlsx_values import show_number

_SHEET_STYLES = re.compile(r"<style\b[^>]{0,500}>(.{0,500000}?)</style", re.IGNORECASE | re.DOTALL)
_AT_RULE = re.compile(r"@[\w-]+[^{};]{0,300}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\}){0,500}[^{}]{0,2000}\}")
"""Rules for printing or for small screens; what they hide is shown."""
_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"\s*([a-z]\w{0,20})?\.([\w-]{1,60})\s*", re.IGNORECASE)
_MOST_RULES = 5_000
_FORMAT = re.compile(r"mso-number-format\s*:\s*(\"[^\"]*\"|'[^']*'|[^;]+)", re.IGNORECASE)
_PROPERTY = re.compile(r"([\w-]+)\s*:\s*([^;]*)")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{4}|.)")
_NUMERIC_DATE = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})\b")
_LOCAL_DATES = frozenset({"short date", "general date", "medium date"})
_AS_WRITTEN = frozenset({"", "general", "@", "standard"})
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Style:
    """What is known of how an element looks."""

    hidden: bool = False
    bold: bool | None = None
    """None when nothing is said."""
    kept: bool = False
    """White space is kept."""
    unnumbered: bool = False
    """A list without marks."""
    struck: bool = False
    element: str = ""
    """What Word calls the element ("comment-list")."""
    number_format: str = ""

    def doubts(self, lines: Sequence[str]) -> bool:
        """Tell a cell whose date is written in the order of the machine that saved it, day and month alike possible."""
        form = self.number_format.lower()
        if not (form in _LOCAL_DATES or form.startswith("m")):
            return False
        found = _NUMERIC_DATE.match(" ".join(lines))
        return (
            found is not None
            and int(found[1]) <= _MONTHS
            and int(found[2]) <= _MONTHS
            and found[1] != found[2]
        )


_PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Looks:
    """The rules of a page's style sheets, as far as they name classes."""

    rules: Mapping[tuple[str, str], Style] = field(default_factory=dict)
    """(element or "", class) -> look."""

    def style(self, tag: str, attributes: Mapping[str, str]) -> Style:
        """Return the look of an element."""
        if not attributes:
            return _PLAIN
        style = _PLAIN
        for name in attributes.get("class", "").lower().split()[:10] if self.rules else ():
            for key in (("", name), (tag, name)):
                if key in self.rules:
                    style = _over(style, self.rules[key])
        if "style" in attributes:
            own = _style(attributes["style"])
            style = own if style is _PLAIN else _over(style, own)
        return replace(style, hidden=True) if "hidden" in attributes else style


def classes_of(text: str) -> Looks:
    """Read the style sheets of a page."""
    rules: dict[tuple[str, str], Style] = {}
    for sheet in _SHEET_STYLES.findall(text):
        plain = _AT_RULE.sub("", sheet.replace("<!--", "").replace("-->", ""))
        for selectors, body in _RULE.findall(plain):
            style = _style(body)
            if style == Style() or len(rules) > _MOST_RULES:
                continue
            for selector in selectors.split(","):
                found = _CLASS.fullmatch(selector)
                if found:
                    key = ((found[1] or "").lower(), found[2].lower())
                    rules[key] = _over(rules.get(key, Style()), style)
    return Looks(rules)


def shown_value(attributes: Mapping[str, str], style: Style) -> str:
    """Return the date or number of a spreadsheet's cell as this program prints it; nothing when the file holds none.

    Written dates follow the machine that saved the page, month first at times; the day number is certain.

    >>> shown_value({"sdval": "45352", "sdnum": "1033;1033;MM/DD/YYYY"}, Style())
    '01/03/2024'
    """
    value, form = attributes.get("sdval", ""), attributes.get("sdnum", "").split(";", 2)[-1]
    if not value:
        value, form = attributes.get("x:num", ""), style.number_format
        form = "dd/mm/yyyy" if form.lower() in _LOCAL_DATES else form
    if not value or form.lower() in _AS_WRITTEN:
        return ""
    try:
        number = float(value)
    except ValueError:
        return ""
    return show_number(number, form) if math.isfinite(number) else ""


@lru_cache(maxsize=4096)
def _style(text: str) -> Style:
    form = _FORMAT.search(text) if "mso-number-format" in text else None
    found = {name.lower(): value.strip().lower() for name, value in _PROPERTY.findall(text[:2000])}
    weight = found.get("font-weight", "")
    return Style(
        hidden=found.get("display", "").startswith("none") or found.get("mso-hide") == "all",
        bold=None if not weight else weight.startswith(("bold", "7", "8", "9")),
        kept=found.get("white-space", "").startswith("pre"),
        unnumbered=found.get("list-style", found.get("list-style-type", "")).startswith("none"),
        struck="line-through" in found.get("text-decoration", "") + found.get("text-decoration-line", ""),
        element=found.get("mso-element", ""),
        number_format=_unescaped(form[1]) if form else "",
    )


def _unescaped(form: str) -> str:
    r"""Undo the writing of a number format in a style sheet ("dd\/mm\/yyyy", "\#\,\#\#0", "\0022Quý\0022")."""
    plain = _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)) if len(found[1]) == 4 else found[1], form.strip().strip("\"'")
    )
    return plain.encode("utf-16-le", "replace").decode("utf-16-le", "replace")


def _over(under: Style, style: Style) -> Style:
    return Style(
        hidden=under.hidden or style.hidden,
        bold=under.bold if style.bold is None else style.bold,
        kept=under.kept or style.kept,
        unnumbered=under.unnumbered or style.unnumbered,
        struck=under.struck or style.struck,
        element=style.element or under.element,
        number_format=style.number_format or under.number_format,
    )
