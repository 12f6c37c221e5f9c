"""Bytes of web pages: which code page, pages in one file, the header of the clipboard."""

import codecs

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.html import bytes as html_bytes
from cchc_desktop.reading.html.bytes import (
    decode_html,
    is_mail,
    looks_like_html,
    pages_of_mail,
    without_clipboard_header,
)
from tests.reading.carriers import in_1258, in_one_file, on_clipboard

TEXT = "Kế hoạch cải cách hành chính của Ủy ban nhân dân"


def page(charset: str) -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body>{TEXT}</body></html>'


@pytest.mark.parametrize(
    "data",
    [
        page("utf-8").encode(),
        page("windows-1252").encode(),
        page("utf-8").encode("utf-8-sig"),
        page("unicode").encode("utf-16"),
        page("utf-16").encode("utf-16-be"),
        page("utf-16").encode(),
        page("nonsense").encode(),
        page("windows-1258").encode(),
        f'<?xml version="1.0" encoding="utf-8"?>{page("x")}'.encode(),
    ],
)
def test_code_pages(data: bytes) -> None:
    assert TEXT in decode_html("kh.htm", data)
    assert looks_like_html(data)


@pytest.mark.parametrize("charset", ["windows-1258", "x-cp1258", "iso-8859-1", "", "nonsense"])
def test_pages_of_vietnamese_windows(charset: str) -> None:
    assert read_bytes("kh.htm", in_1258(page(charset))).lines == (TEXT,)


def test_pages_in_old_fonts() -> None:
    old = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña ñy ban nh©n d©n tØnh, c¸c së, ban, ngµnh vµ c¸c ®¬n vÞ"
    data = f"<html><body><p>{old}</p></body></html>".encode("cp1252")
    source = read_bytes("kh.htm", data)
    assert source.lines[0].startswith("Kế hoạch cải cách hành chính")
    assert source.notices[0][0] == "old_encoding"


@pytest.mark.parametrize(
    ("data", "is_page"),
    [
        (b"<table>", True),
        (b"\xef\xbb\xbf <!-- a --> <!-- b --><!DOCTYPE html>", True),
        ("<html>".encode("utf-16-le"), True),
        (b"<tr><td>a", True),
        (b"<google-sheets-html-origin><style></style><table>", True),
        (b"<h2 class=a>", True),
        (b"<prefix>", False),
        (on_clipboard("<html><body><table></table></body></html>").encode(), True),
        (in_one_file("<html>"), True),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: file\r\nMIME-Version: 1.0\r\n", True),
        (b"Subject: a\r\n b\r\nMIME-Version: 1.0\r\n", True),
        (b"<Workbook xmlns='urn:x'>", False),
        (b"<?xml version='1.0'?><Workbook/>", False),
        (b"STT;<b>;c", False),
        (b"Version: 1", False),
        (b"", False),
        ("Nội dung: <table>".encode(), False),
    ],
)
def test_what_is_a_page(data: bytes, is_page: bool) -> None:
    assert looks_like_html(data) == is_page


def test_the_header_of_the_clipboard() -> None:
    assert without_clipboard_header(on_clipboard("<html><body>a</body></html>")).startswith("<html>")
    assert without_clipboard_header("<p>Version:0.9</p>") == "<p>Version:0.9</p>"


def test_pages_of_mail() -> None:
    assert is_mail(in_one_file("<p>x"))
    assert pages_of_mail("a", in_one_file(page("windows-1258"), "utf-16"))[0].endswith("</html>")
    named = b'MIME-Version: 1.0\nContent-Type: text/html\n\n<meta charset="windows-1258"><p>\xd0</p>'
    assert pages_of_mail("a", named) == ('<meta charset="windows-1258"><p>Đ</p>',)


def test_mail_that_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileProblem, match="hỏng"):
        pages_of_mail("a", b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx")
    monkeypatch.setattr(html_bytes, "_MOST_PAGES", 0)
    with pytest.raises(FileProblem, match="quá nhiều thành phần"):
        pages_of_mail("a", in_one_file("<p>x"))


def test_mail_within_mail_without_end() -> None:
    deep = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(3_000)
    )
    with pytest.raises(FileProblem):
        pages_of_mail("a", b"MIME-Version: 1.0\n" + deep)


def test_a_page_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_bytes, "LARGEST_PAGE", 2**20)
    with pytest.raises(FileProblem, match="hơn 1 MB"):
        decode_html("a", b"<p>" + b"x" * 2**20)


def test_bytes_that_are_no_text() -> None:
    for data in (codecs.BOM_UTF16_LE + b"<\0h", b"<p>" + b"x" * 200 + b"\0", b"<\0h\0t"):
        with pytest.raises(FileProblem, match="Unicode"):
            decode_html("a", data)
