"""What a file is, by its content, and which reader takes it. A new kind is one module and one line in READERS."""

import re
from collections.abc import Callable, Mapping

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading import refusals
from cchc_desktop.reading.archive import Archive
from cchc_desktop.reading.html.bytes import looks_like_html
from cchc_desktop.reading.source import Source
from cchc_desktop.reading.text.bytes import decode

Reader = Callable[[str, bytes], Source]


def _docx(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.docx.reader import read_docx

    return read_docx(name, data)


def _xlsx(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.sheets.xlsx import read_xlsx

    return read_xlsx(name, data)


def _text(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.text.reader import read_text

    return read_text(name, data)


def _csv(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.text.delimited import read_delimited

    return read_delimited(name, data)


def _html(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.html.reader import read_html

    return read_html(name, data)


def _pdf(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.pdf.reader import read_pdf

    return read_pdf(name, data)


def _xls(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.sheets.xls import read_xls

    return read_xls(name, data)


def _xlsb(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.sheets.xlsb import read_xlsb

    return read_xlsb(name, data)


def _ods(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.opendocument.ods import read_ods

    return read_ods(name, data)


def _odt(name: str, data: bytes) -> Source:
    from cchc_desktop.reading.opendocument.odt import read_odt

    return read_odt(name, data)


READERS: Mapping[str, Reader] = {
    "docx": _docx,
    "xlsx": _xlsx,
    "xls": _xls,
    "xlsb": _xlsb,
    "ods": _ods,
    "odt": _odt,
    "html": _html,
    "pdf": _pdf,
    "txt": _text,
    "csv": _csv,
}
"""Kind -> reader; a reader's module is imported when it is used."""

_PASTE = "sao chép bảng rồi dán vào đây"
_USE_OFFICE = f"dùng bản Word hoặc Excel của kế hoạch, hoặc mở bản đó, {_PASTE}"
_UNPACK = "giải nén rồi chọn tệp kế hoạch bên trong"
_AS_DOCX = f"mở bằng Word, lưu thành .docx, hoặc {_PASTE}"
_AS_XLSX = f"mở bằng Excel, lưu thành Excel Workbook (.xlsx), hoặc {_PASTE}"
_WITHOUT_READER: Mapping[str, tuple[str, str]] = {
    "image": ("tệp ảnh", _USE_OFFICE),
    "rtf": ("tệp RTF", _AS_DOCX),
    "xml": ("tệp XML", _AS_XLSX),
    "doc": ("tệp .doc (Word 97–2003)", _AS_DOCX),
    "ole": ("tệp Office dạng cũ", _USE_OFFICE),
    "pptx": ("tệp PowerPoint", _USE_OFFICE),
    "archive": ("tệp nén", _UNPACK),
    "program": ("chương trình máy tính", "chọn tệp kế hoạch (.docx, .xlsx, .csv hoặc .txt)"),
}
"""Kind -> what it is called and the way out, for kinds that no reader takes."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "image"),
    (b"BM", "image"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"MZ", "program"),
)
_XML = re.compile(r"\s*<\?xml|\s*<[a-z][\w:.-]*[\s>]", re.IGNORECASE)
_PACKAGES = (
    ("wordprocessingml.document.main+xml", "docx"),
    ("wordprocessingml.template.main+xml", "docx"),
    ("spreadsheetml.sheet.main+xml", "xlsx"),
    ("spreadsheetml.template.main+xml", "xlsx"),
    ("presentationml", "pptx"),
    ("sheet.binary", "xlsb"),
)
_BINARY_WORKBOOK = "sheet.binary.macroEnabled"
"""What every binary workbook is called, also one without macros."""
_OLE_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_ALL_STREAMS = (*(stream for stream, _ in _OLE_STREAMS), "EncryptedPackage")


def reader_of(name: str, data: bytes) -> Reader:
    """Return the reader for a file.

    Raises FileProblem, with the way out, when its kind is none that can be read.
    """
    kind = kind_of(name, data)
    if kind in READERS:
        return READERS[kind]
    raise refusals.wrong_kind(name, *_WITHOUT_READER[kind])


def kind_of(name: str, data: bytes) -> str:
    """Tell the kind of a file by its content; the name only tells .csv from other text.

    Raises FileProblem for protected, damaged and hostile archives and for text that cannot be decoded.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_archive(name, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _kind_of_ole(name, data)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and not (len(signature) == 2 and _is_text(name, data)):
            return kind
    if looks_like_html(data):
        return "html"
    return _kind_of_text(name, decode(name, data))


def _kind_of_text(name: str, text: str) -> str:
    from cchc_desktop.reading.text.delimited import looks_delimited
    from cchc_desktop.reading.text.tables import split_text

    if not text.strip():
        raise refusals.empty(name)
    if _XML.match(text):
        return "xml"
    if name.lower().endswith(".csv"):
        return "csv"
    tables, _ = split_text(text)
    return "csv" if not tables and looks_delimited(text) else "txt"


def _kind_of_archive(name: str, data: bytes) -> str:
    archive = Archive(name, data)
    types = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    if "macroEnabled" in types.replace(_BINARY_WORKBOOK, "") or any(
        member.endswith("vbaProject.bin") for member in archive.names()
    ):
        raise refusals.with_macros(name)
    for mark, kind in _PACKAGES:
        if mark in types:
            return kind
    document = archive.read("mimetype")
    if b"opendocument" in document:
        return "ods" if b"spreadsheet" in document else "odt"
    return "archive"


def _kind_of_ole(name: str, data: bytes) -> str:
    """Tell what an OLE file holds by the names in its directory; embedded documents have theirs deeper inside."""
    from cchc_desktop.reading.sheets.ole import OleFile

    try:
        names = set(OleFile(name, data).names())
    except FileProblem:
        names = {stream for stream in _ALL_STREAMS if stream.encode("utf-16-le") in data}
    if "EncryptedPackage" in names:
        raise refusals.protected(name)
    return next((kind for stream, kind in _OLE_STREAMS if stream in names), "ole")


def _is_text(name: str, data: bytes) -> bool:
    try:
        decode(name, data)
    except FileProblem:
        return False
    return True
