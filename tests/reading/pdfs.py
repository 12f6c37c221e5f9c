"""Makers of PDF files: written by hand, glyph by glyph, or printed by LibreOffice and Qt from office files."""

import functools
import hashlib
import io
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from tests.reading.documents import (
    LETTERHEAD,
    OFFICE,
    PACKAGE,
    SIGNATURE,
    WORD,
    Tc,
    need_office,
    paragraph,
    saved,
    table_row,
    word_document,
    word_table,
    zipped,
)

WIDTH, HEIGHT = 842.0, 595.0
"""A4 landscape in points."""
LETTER = 0.5
"""Width of every letter of the hand-written font, of its size."""
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass
class Page:
    """One page; places are measured from its upper left corner."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    parts: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 12,
        font: str = "F1",
        matrix: str = "1 0 0 1",
        render: int = 0,
        spacing: float = 0,
    ) -> "Page":
        """Print a text with its base line at ``y``."""
        codes = text.encode("utf-16-be").hex()
        self.parts.append(
            f"BT /{font} {size} Tf {render} Tr {spacing} Tc {matrix} {x} {self.height - y} Tm <{codes}> Tj ET"
        )
        return self

    def raw(self, operators: str) -> "Page":
        """Add operators."""
        self.parts.append(operators)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """Draw a straight line."""
        return self.raw(f"{x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def field(self, x0: float, y0: float, x1: float, y1: float, color: str = "0.8 g") -> "Page":
        """Fill a rectangle."""
        return self.raw(f"q {color} {x0} {self.height - y1} {x1 - x0} {y1 - y0} re f Q")

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """Put a picture."""
        return self.raw(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {self.height - y1} cm /I1 Do Q")

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> "Page":
        """Draw the rules of a table without merged cells."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self


@dataclass
class Paper:
    """A PDF file written by hand."""

    fonts: Mapping[str, str] = field(
        default_factory=lambda: {"F1": "TimesNewRoman", "F2": "TimesNewRoman-Bold"}
    )
    pages: list[Page] = field(default_factory=list)
    letters: Mapping[str, str] = field(default_factory=dict)
    """What a character code is said to print in place of itself."""
    unicode: bool = True
    """False for a file that does not say which letters its codes print."""

    def page(self, width: float = WIDTH, height: float = HEIGHT, rotate: int = 0) -> Page:
        """Begin a page."""
        self.pages.append(Page(width, height, rotate))
        return self.pages[-1]

    def objects(self, *, packed: bool = True) -> dict[int, bytes]:
        """The objects of the file by number."""
        used = sorted({part for page in self.pages for part in page.parts if part.startswith("BT")})
        objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
        fonts = b""
        number = 3
        for name, face in self.fonts.items():
            says = f"/ToUnicode {number + 2} 0 R" if self.unicode else ""
            objects[number] = (
                f"<</Type/Font/Subtype/Type0/BaseFont/{face}/Encoding/Identity-H/DescendantFonts[{number + 1} 0 R]{says}>>".encode()
            )
            objects[number + 1] = (
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{face}/DW {LETTER * 1000:g}/W[768 879 0]"
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
            ).encode()
            objects[number + 2] = stream(self._to_unicode(used))
            fonts += f"/{name} {number} 0 R".encode()
            number += 3
        objects[number] = stream(
            b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        )
        resources = b"<</Font<<" + fonts + f">>/XObject<</I1 {number} 0 R>>>>".encode()
        kids = []
        for page in self.pages:
            number += 2
            objects[number - 1] = stream("\n".join(page.parts).encode(), packed=packed)
            objects[number] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.rotate}"
                f"/Contents {number - 1} 0 R/Resources ".encode()
                + resources
                + b">>"
            )
            kids.append(f"{number} 0 R")
        objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
        return objects

    def saved(self, *, packed: bool = True) -> bytes:
        """The bytes of the file."""
        return written(self.objects(packed=packed))

    def locked(self, *, user: bytes = b"", owner: bytes = b"owner") -> bytes:
        """The bytes of the file, encrypted (40 bits); with an empty user password it opens without being asked."""
        identity, rights = b"0123456789abcdef", -4
        padded = (owner + _PAD)[:32]
        by_owner = rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], (user + _PAD)[:32])
        seed = (user + _PAD)[:32] + by_owner + rights.to_bytes(4, "little", signed=True) + identity
        key = hashlib.md5(seed, usedforsecurity=False).digest()[:5]
        objects = {number: encrypted(body, key, number) for number, body in self.objects().items()}
        number = max(objects) + 1
        objects[number] = (
            f"<</Filter/Standard/V 1/R 2/P {rights}/O<{by_owner.hex()}>/U<{rc4(key, _PAD).hex()}>>>".encode()
        )
        return written(objects, f"/Encrypt {number} 0 R/ID[<{identity.hex()}><{identity.hex()}>]")

    def _to_unicode(self, used: Iterable[str]) -> bytes:
        codes = {
            code[at : at + 4] for part in used for code in [_codes(part)] for at in range(0, len(code), 4)
        }
        rows = []
        for code in sorted(codes):
            letter = chr(int(code, 16))
            says = self.letters.get(letter, letter)
            rows.append(f"<{code}> <{says.encode('utf-16-be').hex()}>")
        blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        return f"{head}{body}endcmap end end".encode()


def stream(data: bytes, more: bytes = b"", *, packed: bool = True) -> bytes:
    """A stream object."""
    packed_data = zlib.compress(data) if packed else data
    name = b"/Filter/FlateDecode" if packed else b""
    return b"<</Length %d%b%b>>stream\n%b\nendstream" % (len(packed_data), name, more, packed_data)


def written(objects: Mapping[int, bytes], more: str = "") -> bytes:
    """A file of objects, with its table of places."""
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    size = max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        out.write(b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n")
    out.write(f"trailer<</Size {size}/Root 1 0 R{more}>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def rc4(key: bytes, data: bytes) -> bytes:
    """The cipher of old PDF files."""
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def encrypted(body: bytes, key: bytes, number: int) -> bytes:
    """An object with its stream encrypted; these files have no strings that matter."""
    if b">>stream\n" not in body:
        return body
    head, _, rest = body.partition(b">>stream\n")
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]
    return head + b">>stream\n" + rc4(own, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _codes(part: str) -> str:
    return part[part.index("<") + 1 : part.index(">")]


# --- printed by programs --------------------------------------------------------------------------------------------

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)


def ruled(document: bytes, *, fewest: int = 4) -> bytes:
    """A Word document whose tables (of so many rows at least) have rules."""
    package = zipfile.ZipFile(io.BytesIO(document))
    text = package.read("word/document.xml").decode()
    first, *tables = text.split("<w:tblPr/>")
    for table in tables:
        rules = f"<w:tblBorders>{_BORDERS}</w:tblBorders>" if table.count("<w:tr>") >= fewest else ""
        first += f"<w:tblPr>{rules}</w:tblPr>{table}"
    return zipped({**{name: package.read(name) for name in package.namelist()}, "word/document.xml": first})


HEADINGS = {
    "no": "STT",
    "content": "Nội dung công việc",
    "lead": "Cơ quan chủ trì",
    "coordinating": "Cơ quan phối hợp",
    "issuing_level": "Cấp ban hành/phê duyệt",
    "product": "Sản phẩm",
    "budget": "Kinh phí (đồng)",
    "deadline": "Thời gian thực hiện",
    "start": "Bắt đầu",
    "end": "Kết thúc",
    "note": "Ghi chú",
}
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    ' w:cs="Times New Roman"/><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
_WIDE = 'w:w="16838" w:h="11906" w:orient="landscape"'


def appendix_word(
    rows: Sequence[Mapping[str, str]], *, middle: bool = False, portrait: bool = False
) -> bytes:
    """An appendix as its office would lay it out in Word, number column first, 13 pt, heading row repeated."""
    keys = [key for key in HEADINGS if key in rows[0]]
    keys.sort(key=["no", *(key for key in rows[0] if key != "no")].index)
    lines = [table_row([Tc(HEADINGS[key], bold=True) for key in keys], header=True)]
    section = ""
    for row in rows:
        if row["section"] != section:
            section = row["section"]
            lines.append(table_row([Tc(f"{section}. {row['section_title']}", span=len(keys), bold=True)]))
        lines.append(table_row([row[key] for key in keys]))
    centred = '<w:jc w:val="center"/>'
    title = [
        paragraph(text, bold=True, properties=centred)
        for text in ("Phụ lục", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024")
    ]
    document = word_document(
        [word_table(LETTERHEAD), *title, word_table(lines), paragraph(""), word_table(SIGNATURE)],
        styles=_STYLES,
    )
    if middle:
        document = changed(document, "</w:tcPr>", '<w:vAlign w:val="center"/></w:tcPr>')
    if portrait:
        document = changed(document, _WIDE, 'w:w="11906" w:h="16838"')
    return _with_styles(document)


def _with_styles(document: bytes) -> bytes:
    """A Word document that refers to its styles, so that they are used."""
    package = zipfile.ZipFile(io.BytesIO(document))
    parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    override = f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>'
    types = package.read("[Content_Types].xml").decode().replace("</Types>", override)
    parts["[Content_Types].xml"] = types
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    )
    return zipped(parts)


def changed(document: bytes, old: str, new: str) -> bytes:
    """A Word document with its XML changed."""
    package = zipfile.ZipFile(io.BytesIO(document))
    text = package.read("word/document.xml").decode().replace(old, new)
    return zipped({**{name: package.read(name) for name in package.namelist()}, "word/document.xml": text})


def fitted(workbook: bytes) -> bytes:
    """A workbook whose sheets are printed as wide as the paper, with rows as high as their texts need."""
    book = load_workbook(io.BytesIO(workbook))
    for sheet in book.worksheets:
        widths = [
            sheet.column_dimensions[get_column_letter(at)].width for at in range(1, sheet.max_column + 1)
        ]
        for row in sheet.iter_rows(min_row=8):
            texts = zip((str(cell.value or "") for cell in row), widths, strict=True)
            sheet.row_dimensions[row[0].row or 1].height = 16 * max(
                1 + int(1.3 * len(text) / width) for text, width in texts
            )
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0
    return saved(book)


def printed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Office files (by name with ending) printed to PDF, in one start of LibreOffice."""
    need_office()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, data in files.items():
            (place / name).write_bytes(data)
        profile = (place / "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", folder, *(str(place / name) for name in files)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return {name: (place / name).with_suffix(".pdf").read_bytes() for name in files}


@functools.cache
def columns(count: int, left: float = 60, right: float = 780) -> tuple[float, ...]:
    """Edges of columns of one width."""
    return tuple(left + (right - left) * at / count for at in range(count + 1))
