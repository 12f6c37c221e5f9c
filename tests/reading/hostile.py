"""Files that are broken, protected, of another kind or built to do harm, each with words its refusal must contain."""

import codecs
import io
import struct
import zipfile
from collections.abc import Callable

from tests.reading.documents import MAIN, OFFICE, PACKAGE, new_sheet, paragraph, saved, word_document, zipped

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
LAUGHS = "".join(f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(8))


def ole(*streams: str) -> bytes:
    """The beginning of an OLE file with streams of these names in its directory."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(500)
        + b"".join(name.encode("utf-16-le") for name in streams)
        + bytes(500)
    )


def workbook_with(sheet: str, *, root: str = "worksheet", namespace: str = SHEET) -> bytes:
    """A workbook whose only sheet is given as XML."""
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<{root} xmlns="{namespace}">{sheet}</{root}>',
        }
    )


def cell(place: str, text: str = "x") -> str:
    """A row with one cell."""
    row = "".join(filter(str.isdecimal, place))
    inner = f"<is><t>{text}</t></is>" if text else ""
    return f'<row r="{row}"><c r="{place}" t="inlineStr">{inner}</c></row>'


def swollen(name: str) -> bytes:
    """A document whose main part unpacks to much more than it should."""
    return zipped({"[Content_Types].xml": "<Types/>", name: b" " * (60 * 2**20)})


def renamed(data: bytes, old: str, new: str) -> bytes:
    """A package with a member under another name."""
    source = zipfile.ZipFile(io.BytesIO(data))
    return zipped({new if name == old else name: source.read(name) for name in source.namelist()})


def with_member(data: bytes, name: str, content: bytes = b"x") -> bytes:
    """A package with a member more."""
    source = zipfile.ZipFile(io.BytesIO(data))
    return zipped({**{each: source.read(each) for each in source.namelist()}, name: content})


def encrypted_member(data: bytes) -> bytes:
    """A package whose members say that they are encrypted."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(signature, at + 1)
    return bytes(changed)


def small_word() -> bytes:
    return word_document([paragraph("Kế hoạch")])


def small_sheet() -> bytes:
    workbook, sheet = new_sheet()
    sheet["A1"] = "Kế hoạch"
    return saved(workbook)


def doctype(entity: str) -> str:
    return f'<!DOCTYPE w:document [<!ENTITY a "ha">{LAUGHS}<!ENTITY e {entity}>]>'


def word_with_doctype(entity: str) -> bytes:
    body = f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
    return with_member(
        renamed(small_word(), "word/document.xml", "old.xml"),
        "word/document.xml",
        (doctype(entity) + body).encode(),
    )


def many_members() -> bytes:
    return zipped({f"m{number}.xml": "" for number in range(2_100)})


def deep_word() -> bytes:
    inside = "<w:sdt><w:sdtContent>" * 150 + paragraph("x") + "</w:sdtContent></w:sdt>" * 150
    return word_document([inside])


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "old Word": ("kh.docx", lambda: ole("WordDocument"), "Word 97–2003"),
    "cut old Excel": ("kh.xlsx", lambda: ole("Workbook"), "hỏng"),
    "cut older Excel": ("kh.xls", lambda: ole("Book"), "hỏng"),
    "other OLE": ("kh.doc", lambda: ole("PowerPoint Document"), "Office dạng cũ"),
    "password": ("kh.docx", lambda: ole("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    "encrypted zip": ("kh.docx", lambda: encrypted_member(small_word()), "mật khẩu"),
    "pdf": ("kh.txt", lambda: b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "png": ("kh.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh"),
    "jpeg": ("kh.docx", lambda: b"\xff\xd8\xff\xe0" + bytes(50), "ảnh"),
    "bmp": ("kh.docx", lambda: b"BM" + bytes(50), "ảnh"),
    "rtf": ("kh.doc", lambda: b"{\\rtf1\\ansi Ke hoach}", "RTF"),
    "mail page without a page": ("kh.doc", lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "hỏng"),
    "frames": ("kh.xls", lambda: b'<html><frameset><frame src="kh_files/sheet001.htm"></frameset></html>', "sheet001.htm"),
    "tables within tables": ("kh.htm", lambda: b"<table><tr><td>" * 100, "lồng nhau"),
    "endless elements": ("kh.htm", lambda: b"<html>" + b"<div>" * 2_000, "lồng nhau"),
    "tags never closed": ("kh.htm", lambda: b"<html>" + b"<i>" * 900 + b"<p>" * 30_000, "thẻ"),
    "many tables": ("kh.htm", lambda: b"<table><tr><td>a</table>" * 2_500, "bảng"),
    "many parts": ("kh.mht", lambda: b"MIME-Version: 1.0\n\n" + b"\n--b" * 30_000, "thành phần"),
    "wide page": ("kh.htm", lambda: b"<table><tr>" + b"<td>x" * 300, "cột"),
    "xml": ("kh.xml", lambda: b'<?xml version="1.0"?><Workbook/>', "XML"),
    "rar": ("kh.docx", lambda: b"Rar!\x1a\x07\x00" + bytes(50), "nén"),
    "plain zip": ("kh.docx", lambda: zipped({"a.txt": "x"}), "nén"),
    "empty zip": ("kh.docx", lambda: zipped({}), "nén"),
    "program": ("kh.docx", lambda: b"MZ\x90\x00\x03" + bytes(60), "chương trình"),
    "empty ods": ("kh.xlsx", lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "hỏng"),
    "empty odt": ("kh.docx", lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "hỏng"),
    "pptx": ("kh.docx", lambda: zipped({"[Content_Types].xml": "<Types>presentationml</Types>"}), "PowerPoint"),
    "empty xlsb": ("kh.xlsx", lambda: zipped({"[Content_Types].xml": "<Types>sheet.binary.macroDisabled</Types>"}), "hỏng"),
    "macro": ("kh.xlsx", lambda: with_member(small_sheet(), "xl/vbaProject.bin"), "macro"),
    "cut zip": ("kh.docx", lambda: small_word()[:300], "hỏng"),
    "no document": ("kh.docx", lambda: renamed(small_word(), "word/document.xml", "word/other.xml"), "hỏng"),
    "no relations": ("kh.docx", lambda: renamed(small_word(), "_rels/.rels", "_rels/other"), "hỏng"),
    "broken xml": ("kh.docx", lambda: word_document(["<w:p>"]), "hỏng"),
    "no body": ("kh.docx", lambda: with_member(renamed(small_word(), "word/document.xml", "o.xml"), "word/document.xml", b"<a/>"), "hỏng"),
    "broken sheet": ("kh.xlsx", lambda: workbook_with("<sheetData><row>"), "hỏng"),
    "broken workbook": ("kh.xlsx", lambda: workbook_with('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>'), "hỏng"),
    "entities": ("kh.docx", lambda: word_with_doctype('"&i;"'), "DTD"),
    "external entity": ("kh.docx", lambda: word_with_doctype('SYSTEM "file:///etc/passwd"'), "DTD"),
    "deep nesting": ("kh.docx", deep_word, "lồng nhau"),
    "zip bomb": ("kh.docx", lambda: swollen("word/document.xml"), "phình"),
    "parent folder": ("kh.docx", lambda: with_member(small_word(), "../../x.txt"), "ra ngoài"),
    "absolute name": ("kh.docx", lambda: with_member(small_word(), "/etc/x"), "ra ngoài"),
    "drive name": ("kh.docx", lambda: with_member(small_word(), "C:/x"), "ra ngoài"),
    "same names": ("kh.docx", lambda: with_member(small_word(), "WORD/document.xml"), "trùng tên"),
    "many members": ("kh.docx", many_members, "quá nhiều thành phần"),
    "last cell": ("kh.xlsx", lambda: workbook_with(f"<sheetData>{cell('XFD1048576')}</sheetData>"), "dòng 1048576"),
    "far column": ("kh.xlsx", lambda: workbook_with(f"<sheetData>{cell('XFD1')}</sheetData>"), "cột 16384"),
    "giant merge": ("kh.xlsx", lambda: workbook_with('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "quá nhiều ô"),
    "only spaces": ("kh.txt", lambda: b" \n\t\n ", "không có nội dung"),
    "old code page": ("kh.txt", lambda: bytes(range(0x80, 0x100)) * 3, "Unicode"),
    "broken utf-8": ("kh.csv", lambda: "Kế hoạch".encode()[:-2] + b"\xff\xfe;", "Unicode"),
    "binary": ("kh.txt", lambda: struct.pack("<200I", *range(200)), "Unicode"),
    "utf-32 cut": ("kh.txt", lambda: codecs.BOM_UTF32_LE + b"abc", "Unicode"),
    "old font": ("kh.txt", ("Ķĕ hŏåķħ çæi ¢åçħ ŧħủ ŧụç. " * 9).encode, "TCVN3"),
}  # fmt: skip
