"""What the tags of HTML mean for a text, and what is open while a page is read."""

from collections import Counter
from dataclasses import dataclass, field

from cchc_desktop.reading.flow import Flow, FlowCell, FlowTable

BLOCKS = frozenset(
    {
        "p",
        "div",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "pre",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "address",
        "center",
        "hr",
        "form",
        "fieldset",
        "figure",
        "figcaption",
        "caption",
        "li",
    }
)
"""Elements that begin a new line."""
SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "title", "xml", "svg", "math", "object", "select", "textarea"}
)
"""Elements whose content is no text of the page."""
VOID = frozenset(
    {
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "col",
        "wbr",
        "area",
        "base",
        "embed",
        "source",
        "track",
        "param",
    }
)
"""Elements that have no content."""
BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose text is bold."""
STRUCK = frozenset({"s", "strike"})
"""Elements whose text is struck through."""
PARTS = frozenset({"tr", "thead", "tbody", "tfoot", "td", "th"})
"""Elements of a table."""
NOT_OF_THE_TEXT = ("comment-list", "header", "footer", "footnote-list", "endnote-list")
"""What Word calls elements beside the text."""


@dataclass(slots=True)
class OpenElement:
    """An element that is open."""

    tag: str
    bold: bool = False
    kept: bool = False
    """White space is kept as it is."""
    hidden: bool = False
    skipped: bool = False
    """Not part of the text at all."""
    struck: bool = False


@dataclass(slots=True)
class OpenTable:
    """A table that is open, and where in it the reading is."""

    table: FlowTable
    cell: FlowCell | None = None
    in_row: bool = False
    in_head: bool = False
    columns: int = 0
    """Column elements seen."""
    depth: int = 0
    """Open elements when the table began."""


@dataclass(slots=True)
class Page:
    """What a page holds."""

    flow: Flow = field(default_factory=Flow)
    found: Counter[str] = field(default_factory=Counter)
    """short_dates (day and month may be the other way round), hidden_text, deleted, struck, frames: how often."""
