"""Text of Word paragraphs as printed: tracked insertions kept, deletions and hidden text left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from cchc_desktop.reading.docx.numbering import Numbering
from cchc_desktop.reading.docx.styles import Style, inherited, toggle, toggles_of, value
from cchc_desktop.reading.text.symbols import as_read, plain_symbols

_WRAPPERS = {
    "w_ins",
    "w_moveTo",
    "w_hyperlink",
    "w_smartTag",
    "w_fldSimple",
    "w_customXml",
    "w_sdt",
    "w_sdtContent",
    "w_dir",
    "w_bdo",
    "w_ruby",
    "w_rubyBase",
}
_REMOVED = {"w_del", "w_moveFrom"}
_CHARACTERS = {"w_tab": "\t", "w_br": "\n", "w_cr": "\n", "w_noBreakHyphen": "-", "w_ptab": "\t"}
_HYPHENS = str.maketrans({"\u2011": "-", "\u2010": "-", "\x1e": "-", "\x1f": ""})
_SYMBOL_FONT = 0xF000
_FOOTNOTE_MARK = re.compile(r"\(?(\d{1,2}|\*{1,3}|\[\d{1,2}\])\)?")
_BEFORE_A_MARK = re.compile(r".*([^\W\d_]|[.,;:)”\"])", re.DOTALL)
_UNIT = re.compile(r"(.*[^\w])?(m|[kcdm]m|ha|x|n)", re.DOTALL | re.IGNORECASE)
"""What a raised figure is the exponent of, not the number of a footnote."""
_LARGE = 2_880_000
"""EMU (8 cm): a picture so wide and half as high may show a table."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as printed."""

    text: str
    bold: bool
    boxes: tuple[str, ...] = ()
    """Lines of text boxes anchored in it."""
    tables: tuple[Element, ...] = ()
    """Tables in these text boxes."""


@dataclass(slots=True)
class _Collected:
    """What a paragraph is made of while it is read."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    """(text, bold)"""
    boxes: list[str] = field(default_factory=list)
    tables: list[Element] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    """Number of pieces before each field whose instruction is being read; -1 while its result is."""

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)


@dataclass(slots=True)
class Word:
    """What reading the paragraphs of a document needs and finds."""

    numbering: Numbering
    styles: Mapping[str, Style]
    found: Counter[str] = field(default_factory=Counter)
    """deleted, inserted, struck, hidden, marks, footnotes, objects, pictures, tables, cells: how many."""

    def paragraphs(self, elements: Iterable[Element]) -> Iterator[Paragraph | Element]:
        """Read paragraphs in order and hand tables on; a paragraph whose end was deleted goes on in the next one."""
        begun: _Collected | None = None
        for element in elements:
            if element.tag != "w_p":
                if element.tag == "w_altChunk":
                    self.found["documents"] += 1
                elif begun is not None:
                    yield self._finished(begun, "")
                    begun = None
                if element.tag == "w_tbl":
                    yield element
                continue
            collected = begun or _Collected()
            properties = element.find("w_pPr")
            removed = properties.find("w_rPr/w_del") if properties is not None else None
            begun = collected if removed is not None else None
            self.found["deleted"] += removed is not None
            label = self.numbering.label(properties) if properties is not None and removed is None else ""
            self._collect(element, collected, self._style(properties))
            if begun is None:
                yield self._finished(collected, label)
        if begun is not None and begun.text.strip():
            yield self._finished(begun, "")

    def _style(self, properties: Element | None) -> Mapping[str, bool]:
        return inherited(self.styles, value(properties.find("w_pStyle"))) if properties is not None else {}

    def _finished(self, collected: _Collected, label: str) -> Paragraph:
        text = collected.text
        filled = [is_bold for piece, is_bold in collected.pieces if piece.strip()]
        printed = f"{label} {text}" if label and text.strip() else label or text
        return Paragraph(
            as_read(plain_symbols(printed).translate(_HYPHENS)),
            bool(filled) and all(filled),
            tuple(collected.boxes),
            tuple(collected.tables),
        )

    def _collect(self, element: Element, into: _Collected, style: Mapping[str, bool]) -> None:
        for child in element:
            if child.tag == "w_r":
                self._run(child, into, style)
            elif child.tag in _REMOVED:
                self.found["deleted"] += 1
            elif child.tag in _WRAPPERS:
                self.found["inserted"] += child.tag in {"w_ins", "w_moveTo"}
                self._collect(child, into, style)
            elif child.tag == "mc_AlternateContent":
                self._collect(_choice(child), into, style)

    def _run(self, run: Element, into: _Collected, style: Mapping[str, bool]) -> None:
        properties = run.find("w_rPr")
        named = properties.find("w_rStyle") if properties is not None else None
        how = {**style, **inherited(self.styles, value(named)), **toggles_of(properties)}
        text = "".join(self._texts(run, into, capitals=how.get("caps", False)))
        if how.get("vanish"):
            self.found["hidden"] += bool(text.strip())
            return
        if properties is not None and text:
            if value(properties.find("w_vertAlign")) == "superscript" and self._is_mark(text, into.text):
                return
            struck = toggle(properties.find("w_strike")) or toggle(properties.find("w_dstrike"))
            self.found["struck"] += bool(struck and text.strip())
        into.pieces.append((text, how.get("b", False)))

    def _is_mark(self, text: str, before: str) -> bool:
        """Tell a raised number that points to a footnote from an exponent."""
        before = before.rstrip()
        is_mark = bool(
            _FOOTNOTE_MARK.fullmatch(text.strip())
            and _BEFORE_A_MARK.fullmatch(before)
            and not _UNIT.fullmatch(before)
        )
        self.found["marks"] += is_mark
        return is_mark

    def _texts(self, run: Element, into: _Collected, *, capitals: bool) -> Iterator[str]:
        for child in run:
            if child.tag == "w_t":
                yield (child.text or "").upper() if capitals else child.text or ""
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag == "w_sym":
                yield _symbol(child.get("w_char", ""))
            elif child.tag == "w_fldChar":
                yield from _field(child, into)
            elif child.tag == "w_ruby":
                self._collect(child, into, {})
            elif child.tag in {"w_footnoteReference", "w_endnoteReference"}:
                self.found["footnotes"] += 1
            elif child.tag in {"mc_AlternateContent", "w_drawing", "w_pict", "w_object"}:
                self._drawn(_choice(child), into)

    def _drawn(self, element: Element, into: _Collected) -> None:
        """Take the text out of what is drawn: boxes with lines and tables; pictures are only counted."""
        self.found["objects"] += element.find(".//other_OLEObject") is not None
        for extent in element.iter("other_extent"):
            wide, high = (_length(extent.get(side, "")) for side in ("cx", "cy"))
            pictured = element.find(".//other_pic") is not None
            self.found["pictures"] += pictured and wide >= _LARGE and 2 * high >= _LARGE
        for box in _boxes(element):
            for found in self.paragraphs(blocks_of(box)):
                if isinstance(found, Paragraph):
                    into.boxes += [*found.text.split("\n"), *found.boxes]
                    into.tables += found.tables
                else:
                    into.tables.append(found)


def blocks_of(element: Element) -> Iterator[Element]:
    """Yield paragraphs and tables of a cell, box or body in order, also those within content controls."""
    for child in element:
        if child.tag in {"w_p", "w_tbl", "w_altChunk"}:
            yield child
        elif child.tag in {
            "w_sdt",
            "w_sdtContent",
            "w_customXml",
            "w_smartTag",
            "w_ins",
            "w_moveTo",
        }:
            yield from blocks_of(child)
        elif child.tag == "mc_AlternateContent":
            yield from blocks_of(_choice(child))


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the contents of text boxes; a box within a box belongs to the outer one."""
    for child in element:
        if child.tag == "w_txbxContent":
            yield child
        else:
            yield from _boxes(_choice(child))


def _choice(element: Element) -> Element:
    """Return the one branch of alternatives that is read; of "Choice" and "Fallback" both say the same."""
    if element.tag != "mc_AlternateContent":
        return element
    choice = element.find("mc_Choice")
    if choice is not None and (len(choice) or element.find("mc_Fallback") is None):
        return choice
    fallback = element.find("mc_Fallback")
    return fallback if fallback is not None else element


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number if number > 0xFF else _SYMBOL_FONT + number) if 0x20 <= number <= 0xFFFF else ""


def _field(mark: Element, into: _Collected) -> Iterator[str]:
    """Follow the parts of a field: its instruction is no text, its result is."""
    kind = mark.get("w_fldCharType", "")
    if kind == "begin":
        yield _chosen(mark)
        into.fields.append(len(into.pieces) + 1)
    elif kind == "separate" and into.fields and into.fields[-1] >= 0:
        del into.pieces[into.fields[-1] :]
        into.fields[-1] = -1
    elif kind == "end" and into.fields:
        begun = into.fields.pop()
        if begun >= 0:
            del into.pieces[begun:]


def _chosen(mark: Element) -> str:
    """Return what a form field shows: the entry picked from a list, the state of a box to tick."""
    entries = [value(entry) for entry in mark.iterfind("w_ffData/w_ddList/w_listEntry")]
    if entries:
        picked = mark.find("w_ffData/w_ddList/w_result")
        index = value(picked, "0")
        return entries[int(index)] if index.isdecimal() and int(index) < len(entries) else entries[0]
    box = mark.find("w_ffData/w_checkBox")
    if box is None:
        return ""
    checked = box.find("w_checked")
    state = toggle(checked if checked is not None else box.find("w_default"))
    return "☒" if state else "☐"


def _length(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 12 else 0
