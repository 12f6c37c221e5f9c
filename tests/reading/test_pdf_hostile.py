"""PDF files that are locked, scanned, damaged or built to do harm: refused in one sentence, before memory or time run out."""

import random
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from pdfminer import pdftypes

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.kinds import kind_of
from cchc_desktop.reading.pdf import device as pdf_device
from cchc_desktop.reading.pdf import file as pdf_file
from cchc_desktop.reading.pdf.reader import read_pdf
from tests.reading.pdfs import Paper, columns, stream, written

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"


def plain() -> Paper:
    paper = Paper()
    page = paper.page()
    page.grid(columns(4), (100, 120, 140))
    for at, text in enumerate(("Nội dung", "Chủ trì", "Phối hợp", "Thời gian")):
        page.text(65 + 180 * at, 114, text).text(65 + 180 * at, 134, "Sở Nội vụ")
    return paper


def one_page(contents: bytes, more: dict[int, bytes] | None = None) -> bytes:
    """A file with one page, drawn by an object."""
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return written({1: CATALOG, 2: pages, 3: PAGE, 4: contents, **(more or {})})


def forms(times: int, deep: int) -> dict[int, bytes]:
    """Pieces of drawing, each of which draws the next so many times."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>"
    return {5 + at: stream(b"/A Do " * times, kind % (6 + at)) for at in range(deep)}


def scanned() -> bytes:
    paper = Paper()
    paper.page().picture(0, 0, 842, 595).text(400, 580, "1")
    return paper.saved()


def unnamed_letters() -> bytes:
    paper = Paper(unicode=False)
    paper.page().text(60, 100, "Kế hoạch cải cách hành chính")
    return paper.saved()


def nested_pages() -> bytes:
    kids = {at: b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (at + 1) for at in range(2, 3000)}
    return written({1: CATALOG, **kids})


def many_pages() -> bytes:
    paper = plain()
    paper.pages *= pdf_file.MOST_PAGES + 1
    return paper.saved()


def swollen_twice() -> bytes:
    packed = zlib.compress(zlib.compress(bytes(60 * 2**20)))
    return one_page(
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%b\nendstream" % (len(packed), packed)
    )


def crowded() -> bytes:
    paper = Paper()
    page = paper.page()
    for at in range(6_100):
        page.text(at * 7 % 800, at * 13 % 590, "ab", size=6)
    return paper.saved()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "scan": (scanned, "bản quét"),
    "no text": (lambda: one_page(stream(b"0 0 m 9 9 l S")), "không có chữ"),
    "password": (lambda: plain().locked(user=b"secret"), "mật khẩu"),
    "letters without names": (unnamed_letters, "bảng mã"),
    "head only": (lambda: b"%PDF-1.7\n", "hỏng"),
    "junk": (lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(50_000), "hỏng"),
    "no page": (lambda: written({1: CATALOG, 2: b"<</Type/Pages/Count 0/Kids[]>>"}), "hỏng"),
    "pages in a ring": (lambda: written({1: CATALOG, 2: b"<</Type/Pages/Count 1/Kids[2 0 R]>>"}), "hỏng"),
    "pages nested": (nested_pages, "lồng nhau"),
    "many pages": (many_pages, "400 trang"),
    "swelling stream": (lambda: one_page(stream(bytes(40 * 2**20))), "phình"),
    "stream packed twice": (swollen_twice, "phình"),
    "endless drawing": (lambda: one_page(stream(b"q Q " * 1_000_000)), "quá nhiều nét"),
    "many strokes": (lambda: one_page(stream(b"0 0 m 9 9 l S " * 70_000)), "quá nhiều nét"),
    "forms in forms": (lambda: one_page(stream(b"/A Do " * 10), forms(10, 9)), "quá nhiều nét"),
    "forms without end": (lambda: one_page(stream(b"/A Do "), forms(1, 2000)), "lồng nhau"),
    "crowded page": (crowded, "quá nhiều nét"),
    "too many rules": (
        lambda: one_page(
            stream(
                b"".join(b"%d 0 m %d 9000 l S 0 %d m 9000 %d l S " % ((4 * at,) * 4) for at in range(1900))
            )
        ),
        "quá nhiều nét",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_one_sentence(case: str) -> None:
    make, words = REFUSED[case]
    with pytest.raises(FileProblem) as refusal:
        read_bytes("kh.pdf", make())
    message = refusal.value.message
    assert words in message
    assert "“kh.pdf”" in message
    assert message.endswith(".")
    assert "\n" not in message


def test_pdf_is_told_by_its_content() -> None:
    assert kind_of("kh.txt", plain().saved()) == "pdf"


def test_a_file_that_opens_without_password_is_read() -> None:
    assert read_pdf("kh.pdf", plain().locked()).grids == read_pdf("kh.pdf", plain().saved()).grids


def pdftypes_zlib() -> object:
    """What pdfminer unpacks with."""
    return vars(pdftypes)["zlib"]


def test_unpacking_is_as_usual_afterwards() -> None:
    usual = pdftypes_zlib()
    with pytest.raises(FileProblem):
        read_pdf("kh.pdf", swollen_twice())
    assert pdftypes_zlib() is usual is zlib


def test_a_damaged_stream_gives_what_is_left_of_it() -> None:
    objects = plain().objects()
    data = zlib.compress("\n".join(plain().pages[0].parts).encode())[:-3]
    last = max(objects) - 1
    objects[last] = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(data), data)
    assert len(read_pdf("kh.pdf", written(objects)).grids) == 1


def test_limits_are_far_above_a_page_of_small_print() -> None:
    paper = Paper()
    page = paper.page()
    for row in range(80):
        page.text(30, 30 + 7 * row, "Rà soát văn bản quy phạm pháp luật " * 6, size=6)
    assert len(read_pdf("kh.pdf", paper.saved()).lines) >= 1
    assert pdf_device.MOST_GLYPHS > 80 * 6 * 35


def damaged(data: bytes, chance: random.Random) -> Iterator[bytes]:
    flipped = bytearray(data)
    for _ in range(chance.choice((1, 5, 60))):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    yield bytes(flipped)
    yield data[: chance.randrange(len(data))]
    at, size = chance.randrange(len(data)), chance.choice((1, 40, 400))
    yield data[:at] + data[at + size :]
    yield data[:at] + data[-size:] + data[at:]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("packed", [True, False])
def test_damage_is_read_or_refused(seed: int, packed: bool) -> None:
    chance = random.Random(seed)
    for data in damaged(plain().saved(packed=packed), chance):
        with suppress(FileProblem):
            assert read_pdf("kh.pdf", data).kind == "pdf"
