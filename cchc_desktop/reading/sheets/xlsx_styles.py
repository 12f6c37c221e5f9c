"""The styles of a workbook as far as reading needs them: how a cell shows its number and whether it is bold."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cchc_desktop.reading.xml_tree import parse_xml

GENERAL = "General"
BOLD_WEIGHT = 600
"""Weight from which the fonts of binary workbooks are bold."""
BUILT_IN: dict[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '#,##0 "₫"',
    6: '#,##0 "₫"',
    7: '#,##0.00 "₫"',
    8: '#,##0.00 "₫"',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    **dict.fromkeys(range(27, 37), "dd/mm/yyyy"),
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0 "₫";-#,##0 "₫";"-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00 "₫";-#,##0.00 "₫";"-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys(range(50, 59), "dd/mm/yyyy"),
}
"""Formats that a file names by number only (ECMA-376 part 1, 18.8.30), those of the local date as Vietnam writes it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell shows its value."""

    number_format: str = GENERAL
    bold: bool = False
    struck: bool = False


def read_styles(name: str, content: bytes) -> tuple[Look, ...]:
    """Return the look of each cell style, in the order that cells refer to; none when the file has no styles."""
    if not content:
        return ()
    root = parse_xml(name, content)
    formats = dict(BUILT_IN)
    fonts: list[tuple[bool, bool]] = []
    looks: list[Look] = []
    for group in root:
        match group.tag.rpartition("_")[2]:
            case "numFmts":
                formats |= {_key(item, "numFmtId"): item.get("formatCode", "") for item in group}
            case "fonts":
                fonts = [(_has(font, "b"), _has(font, "strike")) for font in group]
            case "cellXfs":
                looks = [_look(item, formats, fonts) for item in group]
    return tuple(looks)


def _look(item: Element, formats: dict[int, str], fonts: list[tuple[bool, bool]]) -> Look:
    font = _key(item, "fontId")
    bold, struck = fonts[font] if font < len(fonts) else (False, False)
    return Look(formats.get(_key(item, "numFmtId"), GENERAL), bold, struck)


def _key(item: Element, attribute: str) -> int:
    text = item.get(attribute, "0")
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _has(font: Element, mark: str) -> bool:
    return any(
        item.tag.rpartition("_")[2] == mark and item.get("x_val", item.get("val", "1")) not in {"0", "false"}
        for item in font
    )
