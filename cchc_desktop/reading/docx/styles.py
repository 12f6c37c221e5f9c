"""Styles of Word: what a paragraph or a run gets from the style it is set in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_TOGGLES = {"b": "w_b", "caps": "w_caps", "vanish": "w_vanish"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says that matters here."""

    based_on: str = ""
    toggles: Mapping[str, bool] | None = None
    """Name of an on/off property -> its value, where the style says one."""
    number: str = ""
    level: int | None = None


def read_styles(root: Element | None) -> dict[str, Style]:
    """Read the styles by their keys."""
    styles = {}
    for style in root.iterfind("w_style") if root is not None else ():
        level = style.find("w_pPr/w_numPr/w_ilvl")
        run = style.find("w_rPr")
        styles[style.get("w_styleId", "")] = Style(
            value(style.find("w_basedOn")),
            toggles_of(run),
            value(style.find("w_pPr/w_numPr/w_numId")),
            integer(value(level)) if level is not None else None,
        )
    return styles


def toggles_of(properties: Element | None) -> dict[str, bool]:
    """Read the on/off properties that are said."""
    if properties is None:
        return {}
    said = ((name, toggle(properties.find(tag))) for name, tag in _TOGGLES.items())
    return {name: state for name, state in said if state is not None}


def toggle(element: Element | None) -> bool | None:
    """Read an on/off property; None when it is not said."""
    return None if element is None else element.get("w_val", "1") not in {"0", "false", "off", "none"}


def inherited(styles: Mapping[str, Style], key: str) -> dict[str, bool]:
    """Return the on/off properties of a style with those of the styles it is based on."""
    found: dict[str, bool] = {}
    for style in line_of(styles, key):
        found = {**(style.toggles or {}), **found}
    return found


def line_of(styles: Mapping[str, Style], key: str) -> Iterator[Style]:
    """Yield a style and those it is based on; a ring of styles ends."""
    seen: set[str] = set()
    while key in styles and key not in seen:
        yield styles[key]
        seen.add(key)
        key = styles[key].based_on


def value(element: Element | None, default: str = "") -> str:
    """Return the value of an element that holds one."""
    return default if element is None else element.get("w_val", default)


def integer(text: str) -> int:
    """Read a small number; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 6 else 0
