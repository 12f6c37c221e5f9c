"""Marks that are no text: Markdown's bold, italics, headings, rules and line breaks."""

import re

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*)])([^*\n]+?)(?<=[^\s*(])\*(?![\w*])")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE = re.compile(r"[\s|+:=\-–—_]*(--|==|__|––|—|-\s*\|)[\s|+:=\-–—_]*")


def strip_marks(text: str) -> str:
    """Take bold and italic marks out of a text; "(*)" and "5 * 3" stay.

    >>> strip_marks("**Ban hành Kế hoạch** (*qua Sở Nội vụ*), ghi chú (*), 5 * 3")
    'Ban hành Kế hoạch (qua Sở Nội vụ), ghi chú (*), 5 * 3'
    """
    if "*" not in text and "__" not in text:
        return text
    bare = _BOLD.sub(lambda found: found[1] or found[2], text)
    return _ITALIC.sub(r"\1", bare)


def strip_line_marks(line: str) -> str:
    """Take the mark of a Markdown heading off a line.

    >>> strip_line_marks("## II. CHỈ TIÊU")
    'II. CHỈ TIÊU'
    """
    return _HEADING.sub("", line)


def is_bold(text: str) -> bool:
    """Tell whether a whole cell is marked bold.

    >>> is_bold("**CẢI CÁCH THỂ CHẾ**"), is_bold("**Trước** 15/4")
    (True, False)
    """
    return bool(re.fullmatch(r"\s*(\*\*[^*]+\*\*|__[^_]+__)\s*", text))


def line_breaks(text: str) -> str:
    """Make HTML line breaks, as Markdown cells use them, real ones.

    >>> line_breaks("Sở Nội vụ<br>Sở Tài chính").count(chr(10))
    1
    """
    return _BREAK.sub("\n", text)


def is_rule(line: str) -> bool:
    """Tell a line that only draws: "|---|---|", "+----+", "-------".

    >>> is_rule("|---|:--:|"), is_rule("| - | - |"), is_rule("- Sở Nội vụ"), is_rule("|")
    (True, True, False, False)
    """
    return bool(_RULE.fullmatch(line))
