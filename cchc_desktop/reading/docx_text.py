"""Text of Word paragraphs as printed: tracked insertions kept, deletions and hidden text left out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from cchc_desktop.reading.docx_numbering import Numbering, Style, inherited_bold, toggle
from cchc_desktop.text import nfc

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
}
_REMOVED = {"w_del", "w_moveFrom"}
_CHARACTERS = {"w_tab": "\t", "w_br": "\n", "w_cr": "\n", "w_noBreakHyphen": "-", "w_ptab": "\t"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as printed."""

    text: str
    bold: bool
    boxes: tuple[str, ...] = ()
    """Lines of text boxes anchored in it."""


@dataclass(slots=True)
class Word:
    """What reading the paragraphs of a document needs and finds."""

    numbering: Numbering
    styles: Mapping[str, Style]
    found: Counter[str] = field(default_factory=Counter)
    """deleted, inserted, struck, hidden: how many runs."""

    def paragraph(self, element: Element) -> Paragraph:
        """Read a paragraph with its automatic number."""
        pieces: list[tuple[str, bool]] = []
        boxes: list[str] = []
        style = element.find("w_pPr/w_pStyle")
        bold = inherited_bold(self.styles, style.get("w_val", "") if style is not None else "")
        label = self.numbering.label(element)
        self._collect(element, pieces, boxes, bold=bold)
        text = "".join(piece for piece, _ in pieces)
        filled = [is_bold for piece, is_bold in pieces if piece.strip()]
        printed = f"{label} {text}" if label and text.strip() else label or text
        return Paragraph(nfc(printed), bool(filled) and all(filled), tuple(boxes))

    def _collect(
        self, element: Element, pieces: list[tuple[str, bool]], boxes: list[str], *, bold: bool
    ) -> None:
        for child in element:
            if child.tag == "w_r":
                self._run(child, pieces, boxes, bold=bold)
            elif child.tag in _REMOVED:
                self.found["deleted"] += 1
            elif child.tag in _WRAPPERS:
                self.found["inserted"] += child.tag in {"w_ins", "w_moveTo"}
                self._collect(child, pieces, boxes, bold=bold)

    def _run(self, run: Element, pieces: list[tuple[str, bool]], boxes: list[str], *, bold: bool) -> None:
        if toggle(run.find("w_rPr/w_vanish")):
            self.found["hidden"] += 1
            return
        capitals = toggle(run.find("w_rPr/w_caps"))
        own_bold = toggle(run.find("w_rPr/w_b"))
        texts = []
        for child in run:
            if child.tag == "w_t":
                texts.append((child.text or "").upper() if capitals else child.text or "")
            elif child.tag in _CHARACTERS:
                texts.append(_CHARACTERS[child.tag])
            elif child.tag in {"mc_AlternateContent", "w_drawing", "w_pict", "w_object"}:
                boxes += self._boxes(child)
        text = "".join(texts)
        struck = toggle(run.find("w_rPr/w_strike")) or toggle(run.find("w_rPr/w_dstrike"))
        self.found["struck"] += bool(struck and text.strip())
        pieces.append((text, bold if own_bold is None else own_bold))

    def _boxes(self, element: Element) -> Iterator[str]:
        if element.tag == "mc_AlternateContent":
            choice = element.find("mc_Choice")
            element = choice if choice is not None else element
        for content in element.iter("w_txbxContent"):
            for paragraph in content.iter("w_p"):
                yield from self.paragraph(paragraph).text.split("\n")
