"""Bytes of web pages into text: the code page a page names, pages in one file (.mht), the header of the clipboard."""

import codecs
import email
import re
from email.message import Message

from cchc_desktop.reading import refusals
from cchc_desktop.reading.letters.tables import latin_view

LONGEST_HEAD = 4096
"""Bytes in which a page shows that it is one and names its code page."""
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
LARGEST_PAGE = 32 * 2**20
"""Bytes; a table of a thousand rows takes ten megabytes when Word writes it."""
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*|<!\[if[^>]{0,100}>\s*){0,8}"
    rb"<(?:!doctype\s+html|html|head|body|table|meta|tr|td|div|style|center|frameset|p|span|ol|ul|h[1-6]|google-sheets-html-origin)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(
    rb"\s*(?:[\w-]{1,40}:[^\n]{0,500}\n(?:[ \t][^\n]{0,500}\n){0,20}){0,20}?(?:MIME-Version:|From:\s*<?saved by)",
    re.IGNORECASE,
)
_CLIPBOARD = re.compile(r"\s*Version:\s*[\d.]+\s[^<]{0,1000}?(?=<)", re.IGNORECASE)
_OTHER_NAMES = {
    "unicode": "utf-16",
    "utf16": "utf-16",
    "x-cp1258": "cp1258",
    "x-sjis": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
}
_WESTERN = {"windows-1252", "iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
"""Code pages without Vietnamese letters: pages that name one write them as character references."""
_MOST_PAGES = 200
_MOST_BOUNDARIES = 20_000
"""Lines that may part a page from its pictures; tables drawn in plain text are among them."""
_SAMPLE = 100


def looks_like_html(data: bytes) -> bool:
    """Tell a web page by its first bytes, in whatever code page it is.

    >>> looks_like_html(b"<!-- saved --><TABLE>"), looks_like_html(b"STT;<b>"), looks_like_html("<html>".encode("utf-16"))
    (True, False, True)
    """
    return is_mail(data) or bool(_PAGE.match(_ascii_head(data)) or _clipboard(data))


def is_mail(data: bytes) -> bool:
    """Tell a page that is saved with everything in one file (.mht)."""
    return bool(_MAIL.match(_ascii_head(data)))


def decode_html(name: str, data: bytes) -> str:
    """Decode a page by its byte order mark, the code page that it names, or what its bytes look like.

    Raises FileProblem when no way gives text.
    """
    head = data[:LONGEST_HEAD]
    named = _CHARSET.search(head) or _XML_CHARSET.search(head)
    charset = named[1].decode("ascii", "replace") if named else ""
    return without_clipboard_header(_decoded(name, data, charset))


def without_clipboard_header(text: str) -> str:
    """Take off the lines that Windows writes before HTML on the clipboard."""
    return text[found.end() :] if (found := _CLIPBOARD.match(text)) else text


def pages_of_mail(name: str, data: bytes) -> tuple[str, ...]:
    """Return the pages of a page saved in one file; a workbook has one for each sheet.

    Raises FileProblem when there is none.
    """
    if len(data) > LARGEST_PAGE:
        raise refusals.too_large(name, f"hơn {LARGEST_PAGE // 2**20} MB chữ")
    if data.count(b"\n--") > _MOST_BOUNDARIES:
        raise refusals.unsafe(name, "quá nhiều thành phần bên trong")
    try:
        parts = [part for part in email.message_from_bytes(data).walk() if _is_page(part)]
    except RecursionError as problem:
        raise refusals.unsafe(name, "cấu trúc lồng nhau quá sâu") from problem
    if not parts:
        raise refusals.damaged(name)
    if len(parts) > _MOST_PAGES:
        raise refusals.unsafe(name, "quá nhiều thành phần bên trong")
    return tuple(_page(name, part) for part in parts)


def _is_page(part: Message) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}


def _page(name: str, part: Message) -> str:
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset("") or ""
    named = _CHARSET.search(raw[:LONGEST_HEAD])
    return _decoded(name, raw, charset or (named[1].decode("ascii", "replace") if named else ""))


def _decoded(name: str, data: bytes, charset: str) -> str:
    """Decode by the byte order mark, else UTF-8 first, for pages saved anew keep the old name of their code page.

    Letters of old fonts come out as a western program shows them; the reading converts them afterwards.
    """
    if len(data) > LARGEST_PAGE:
        raise refusals.too_large(name, f"hơn {LARGEST_PAGE // 2**20} MB chữ")
    for attempt in _attempts(data, charset.lower()):
        try:
            text = data.decode(attempt)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return _with_plain_ends(text)
    if b"\0" in data:
        raise refusals.unknown_encoding(name)
    return _with_plain_ends(latin_view(data))


def _attempts(data: bytes, charset: str) -> tuple[str, ...]:
    """Return the encodings that bytes may have, the likeliest first."""
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return (encoding,)
    if b"\0" in data[:_SAMPLE]:
        return ("utf-16-be",) if data[:1] == b"\0" else ("utf-16-le",)
    named = _OTHER_NAMES.get(charset, charset)
    return ("utf-8",) if not named or named in _WESTERN or named.startswith("utf-16") else ("utf-8", named)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _ascii_head(data: bytes) -> bytes:
    """Return the first bytes as if they were of a code page with one byte for each letter."""
    head = data[:LONGEST_HEAD]
    for mark in _BOMS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"") if b"\0" in head[:_SAMPLE] else head


def _clipboard(data: bytes) -> bool:
    return bool(_CLIPBOARD.match(_ascii_head(data).decode("ascii", "replace")))
