"""What OpenDocument files (.ods, .odt) share: short names, styles, passwords, the text of paragraphs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.xml_stream import stream_xml

GENERAL = "General"
_NUMBER_STYLES = frozenset(
    {
        "datastyle:date-style",
        "datastyle:time-style",
        "datastyle:number-style",
        "datastyle:percentage-style",
        "datastyle:currency-style",
        "datastyle:text-style",
    }
)
_CODES = {
    "datastyle:day": "d",
    "datastyle:month": "m",
    "datastyle:year": "yy",
    "datastyle:hours": "h",
    "datastyle:minutes": "m",
    "datastyle:seconds": "s",
}
_MOST_STYLES = 50_000
_MOST_SPACES = 1_000


@dataclass(slots=True)
class Style:
    """A style of an element, as far as reading needs it."""

    parent: str = ""
    number_style: str = ""
    bold: bool | None = None
    hidden: bool = False
    """A table that is not displayed, a text that is not."""
    struck: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    """(family, name) -> style."""
    formats: dict[str, str] = field(default_factory=dict)
    """Name of a number style -> number format as Excel writes it."""
    lists: dict[str, dict[int, "ListLevel"]] = field(default_factory=dict)
    open_style: Style | None = None
    open_format: str = ""
    pieces: list[str] = field(default_factory=list)
    in_text: bool = False
    mapped: bool = False
    """The open number style holds for some numbers only; such cells are read as they are written."""
    open_list: str = ""

    def bold(self, family: str, name: str) -> bool:
        """Tell whether a style, or one that it is built on, is bold."""
        return any(style.bold for style in self._line(family, name) if style.bold is not None)

    def struck(self, family: str, name: str) -> bool:
        """Tell whether text of a style is struck through."""
        return any(style.struck for style in self._line(family, name))

    def number_format(self, name: str) -> str | None:
        """Return the number format of a cell style; None when only the file knows how it looks."""
        named = (style.number_style for style in self._line("table-cell", name) if style.number_style)
        first = next(named, "")
        return self.formats.get(first) if first else GENERAL

    def hidden(self, family: str, name: str) -> bool:
        """Tell whether what has a style is not displayed."""
        return any(style.hidden for style in self._line(family, name))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take in an element of a style."""
        if tag == "style:style":
            self._begin_style(attributes)
        elif tag in _NUMBER_STYLES:
            self.open_format = attributes.get("style:name", "")
            self.pieces = []
        elif tag == "text:list-style":
            self.open_list = attributes.get("style:name", "")
        elif tag.startswith("text:list-level-style") and self.open_list:
            level = _count(attributes.get("text:level"), 1)
            self.lists.setdefault(self.open_list, {})[level] = _list_level(tag, attributes)
        elif tag == "style:text-properties" and self.open_style is not None:
            weight = attributes.get("xsl-fo-compatible:font-weight")
            self.open_style.bold = (
                self.open_style.bold if weight is None else weight.startswith(("bold", "7", "8", "9"))
            )
            self.open_style.hidden |= attributes.get("text:display") == "none"
            self.open_style.struck |= attributes.get("style:text-line-through-style", "none") != "none"
        elif tag == "style:table-properties" and self.open_style is not None:
            self.open_style.hidden |= attributes.get("table:display") == "false"
        elif self.open_format:
            self._piece(tag, attributes)

    def end(self, tag: str) -> None:
        """End an element of a style."""
        if tag == "style:style":
            self.open_style = None
        elif tag in _NUMBER_STYLES and self.open_format:
            if not self.mapped:
                self.formats[self.open_format] = "".join(self.pieces)
            self.open_format, self.mapped = "", False
        elif tag == "text:list-style":
            self.open_list = ""
        elif tag in {"datastyle:text", "datastyle:currency-symbol"}:
            self.in_text = False

    def data(self, text: str) -> None:
        """Take in words of a number format."""
        if self.open_format and self.in_text:
            quoted = text.replace('"', "")
            self.pieces.append(text if text.strip("/-.,: %") == "" else f'"{quoted}"')

    def _begin_style(self, attributes: Mapping[str, str]) -> None:
        self.open_style = Style(
            attributes.get("style:parent-style-name", ""), attributes.get("style:data-style-name", "")
        )
        if len(self.styles) < _MOST_STYLES:
            key = attributes.get("style:family", ""), attributes.get("style:name", "")
            self.styles[key] = self.open_style

    def _piece(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _CODES:
            long = attributes.get("datastyle:style") == "long"
            self.pieces.append(_CODES[tag] * (2 if long else 1))
        elif tag in {"datastyle:number", "datastyle:scientific-number"}:
            self.pieces.append(_digits(attributes))
        elif tag == "datastyle:text-content":
            self.pieces.append("@")
        elif tag in {"datastyle:text", "datastyle:currency-symbol"}:
            self.in_text = True
        elif tag == "style:map":
            self.mapped = True

    def _line(self, family: str, name: str) -> list[Style]:
        found: list[Style] = []
        while (style := self.styles.get((family, name))) is not None and len(found) < 20:
            found.append(style)
            name = style.parent
        return found


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list numbers its items."""

    form: str = ""
    """1, a, A, i, I; "-" for bullets; empty for no number."""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    """How many levels of numbers are shown: 2 shows "1.1"."""


def content_of(name: str, archive: Archive) -> bytes:
    """Return the content of a document.

    Raises FileProblem when it is encrypted or missing.
    """
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refusals.protected(name)
    content = archive.read("content.xml")
    if not content:
        raise refusals.damaged(name)
    return content


def styles_of(name: str, archive: Archive) -> Styles:
    """Read the styles that a document names; those it makes by itself stand in its content."""
    styles = Styles()
    content = archive.read("styles.xml")
    if content:
        stream_xml(
            name,
            content,
            lambda tag, attributes: styles.start(short(tag), shortened(attributes)),
            lambda tag: styles.end(short(tag)),
            styles.data,
        )
    return styles


@lru_cache(maxsize=4096)
def short(name: str) -> str:
    """Shorten a name with its namespace.

    >>> short("urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell")
    'table:table-cell'
    """
    namespace, _, local = name.rpartition("}")
    parts = namespace.split(":")
    return f"{parts[-2] if len(parts) > 2 else ''}:{local}"


def shortened(attributes: Mapping[str, str]) -> dict[str, str]:
    """Shorten the names of attributes."""
    return {short(key): value for key, value in attributes.items()}


def inline_text(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the text that an empty element within a paragraph stands for."""
    if tag == "text:s":
        return " " * min(_count(attributes.get("text:c"), 1), _MOST_SPACES)
    return {"text:tab": "\t", "text:line-break": "\n"}.get(tag, "")


def _list_level(tag: str, attributes: Mapping[str, str]) -> ListLevel:
    if tag == "text:list-level-style-bullet":
        return ListLevel("-")
    return ListLevel(
        attributes.get("style:num-format", ""),
        attributes.get("style:num-prefix", ""),
        attributes.get("style:num-suffix", ""),
        _count(attributes.get("text:start-value"), 1),
        _count(attributes.get("text:display-levels"), 1),
    )


def _digits(attributes: Mapping[str, str]) -> str:
    places = min(_count(attributes.get("datastyle:decimal-places"), 0), 15)
    zeros = min(_count(attributes.get("datastyle:min-integer-digits"), 1), 15)
    if "datastyle:decimal-places" not in attributes and zeros <= 1 and "datastyle:grouping" not in attributes:
        return GENERAL
    whole = "#,##0" if attributes.get("datastyle:grouping") == "true" else "0" * max(1, zeros)
    return f"{whole}.{'0' * places}" if places else whole


def _count(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 8 else default
