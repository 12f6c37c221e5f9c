"""Pages: what stands on which, and the same on every device."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QFile
from PySide6.QtGui import QImage, QPainter, QPdfWriter, QPicture
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from cchc_desktop.errors import FileProblem
from cchc_desktop.writing.appendix import AppendixDocument, appendix_document
from cchc_desktop.writing.arrangement import Arrangement, GroupBy, arranged
from cchc_desktop.writing.measures import Paper, points
from tests.writing.tasks import ALL_HEADINGS, TITLE_BLOCK, make_plan, make_task, many, tien_giang
from ui.printing import typeface
from ui.printing.layout import NOTHING
from ui.printing.page import Page
from ui.printing.page_setup import PageSetup, Signature
from ui.printing.paginator import OPEN_ELSEWHERE, Paginator, draw_all, print_pdf, write_pdf

POPPLER = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")
SETUPS = [
    PageSetup(),
    PageSetup(size=11, paper=Paper.A3),
    PageSetup(size=14, landscape=False),
    PageSetup(size=12, landscape=False, paper=Paper.A3),
]


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


def real() -> AppendixDocument:
    return appendix_document(tien_giang(), make_plan())


def flow(pages: tuple[Page, ...]) -> str:
    return " ".join(run.text for page in pages for run in page.runs)


def words_of(pages: tuple[Page, ...]) -> list[str]:
    return sorted(flow(pages).split())


@pytest.mark.parametrize("setup", SETUPS, ids=str)
def test_every_page_keeps_to_its_margins(setup: PageSetup) -> None:
    paginator = Paginator(real(), setup)
    for page in paginator.layout():
        for run in page.runs:
            assert setup.left - 1e-6 <= run.x < setup.right
            assert setup.top < run.y < setup.bottom
        for x1, y1, x2, y2 in page.rules:
            assert setup.left - 1 <= min(x1, x2) <= max(x1, x2) <= setup.right + 1
            assert setup.top - 1e-6 <= min(y1, y2) <= max(y1, y2) <= setup.bottom + 1e-6


@pytest.mark.parametrize("setup", SETUPS, ids=str)
def test_every_word_is_printed_once_and_headings_on_every_page(setup: PageSetup) -> None:
    document = real()
    pages = Paginator(document, setup).layout()
    expected = [*TITLE_BLOCK, *(text for row in document.rows() for text in row.texts)]
    expected += [heading for _, heading in document.columns for _ in pages]
    assert words_of(pages) == sorted(" ".join(expected).split())


@pytest.mark.parametrize("setup", SETUPS, ids=str)
def test_no_section_title_stands_at_the_foot(setup: PageSetup) -> None:
    titles = {section.title for section in real().sections}
    for page in Paginator(real(), setup).layout():
        assert not any(page.runs[-1].text.endswith(title) for title in titles)


def rows_of(page: Page) -> list[tuple[float, float]]:
    levels = sorted({y1 for x1, y1, x2, y2 in page.rules if y1 == y2})
    return list(pairwise(levels))


def test_rows_are_whole() -> None:
    document = real()
    first_lines = {row.texts[0][:12] for row in document.rows()}
    for page in Paginator(document).layout():
        starts = [run for run in page.runs if run.text[:12] in first_lines]
        header = 1
        titled = 1 if page.text().startswith(TITLE_BLOCK[0]) else 0
        assert len(starts) == len(rows_of(page)) - header - titled


def test_lines_of_text_never_touch() -> None:
    task = make_task(content="ẪỔỄ gịyợ " * 200)
    setup = PageSetup(size=13)
    (page, *_) = Paginator(appendix_document([task], make_plan()), setup).layout()
    lines = sorted(run.y for run in page.runs if "ẪỔỄ" in run.text)
    assert min(second - first for first, second in pairwise(lines)) >= 1.15 * 13 - 1e-6


def test_a_row_higher_than_a_page_is_cut_between_lines() -> None:
    words = [f"từ{index}" for index in range(4000)]
    tasks = [make_task(1), make_task(2, content=" ".join(words)), make_task(3)]
    pages = Paginator(appendix_document(tasks, make_plan())).layout()
    assert len(pages) > 3
    kept = [word for word in flow(pages).split() if word.startswith("từ")]
    assert kept == words
    for page in pages:
        assert "Nội dung công việc" in page.text()
    assert "3. Rà soát" in pages[-1].text()


def test_a_row_just_too_high_for_its_heading_stays_with_it() -> None:
    setup = PageSetup()
    for count in range(300, 420):
        task = make_task(content="từ " * count)
        pages = Paginator(appendix_document([make_task(1, section="0"), task], make_plan()), setup).layout()
        assert not any(page.runs[-1].text.startswith("I.") for page in pages)


def test_a_page_shorter_than_the_header_still_ends() -> None:
    plan = make_plan(headings=(("content", "Nội dung rất dài " * 200), ("lead", "Chủ trì")))
    assert Paginator(appendix_document([make_task()], plan)).page_count < 10


def test_no_tasks_are_said_to_be_none() -> None:
    (page,) = Paginator(appendix_document([], make_plan())).layout()
    assert page.runs[-1].text == NOTHING


def test_groups_start_pages_when_wanted() -> None:
    document = arranged(real(), Arrangement(GroupBy.LEAD, page_per_section=True))
    pages = Paginator(document, PageSetup(paper=Paper.A3)).layout()
    headings = [section.heading for section in document.sections]
    found = [[run.text for run in page.runs if run.text in headings] for page in pages]
    assert [text for texts in found for text in texts] == headings
    assert max(len(texts) for texts in found) == 1


def test_pages_come_one_by_one() -> None:
    paginator = Paginator(appendix_document(many(300), make_plan()))
    assert paginator.pages_so_far == 0
    paginator.page(2)
    assert (paginator.pages_so_far, paginator.finished) == (3, False)
    assert paginator.has_page(4)
    assert not paginator.has_page(10_000)
    assert paginator.finished
    assert paginator.page_count == paginator.pages_so_far
    with pytest.raises(IndexError):
        paginator.page(10_000)


def drawn(paginator: Paginator, index: int) -> QImage:
    setup = paginator.setup
    image = QImage(round(setup.width), round(setup.height), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paginator.draw(painter, index, 1.0)
    painter.end()
    return image


def ink(image: QImage, x: range, y: range) -> int:
    return sum(image.pixelColor(column, row).lightness() < 160 for column in x for row in y)


def test_the_page_number_stands_in_the_top_margin_from_page_two() -> None:
    paginator = Paginator(real())
    margin = range(5, round(points(20)) - 2)
    middle = round((paginator.setup.left + paginator.setup.right) / 2)
    near = range(middle - 12, middle + 12)
    assert ink(drawn(paginator, 0), near, margin) == 0
    second = drawn(paginator, 1)
    assert ink(second, near, margin) > 5
    assert ink(second, range(middle - 14), margin) == 0


def test_notes_at_the_foot_only_when_wanted() -> None:
    plain, noted = (
        Paginator(real(), PageSetup(printed_on=day, page_totals=bool(day)))
        for day in (None, date(2026, 11, 22))
    )
    foot = range(round(plain.setup.bottom) + 4, round(plain.setup.height) - 4)
    whole = range(round(plain.setup.left), round(plain.setup.right))
    assert ink(drawn(plain, 0), whole, foot) == 0
    assert ink(drawn(noted, 0), whole, foot) > 20


def test_lines_of_the_table_are_solid() -> None:
    image = drawn(Paginator(real()), 1)
    left = round(points(30))
    column = [
        min(image.pixelColor(x, y).lightness() for x in range(left - 2, left + 3)) for y in range(80, 160)
    ]
    assert max(column) < 60


def test_one_layout_for_every_device(tmp_path: Path) -> None:
    paginator = Paginator(real(), PageSetup(size=12))
    picture = QPicture()
    painter = QPainter(picture)
    paginator.draw(painter, 0)
    painter.end()
    assert picture.size() > 1000
    count = paginator.page_count
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    printer.setPageLayout(paginator.setup.page_layout())
    printer.setFullPage(True)
    assert draw_all(paginator, printer) == count
    assert write_pdf(paginator, tmp_path / "file.pdf") == count
    assert print_pdf(real(), tmp_path / "fresh.pdf", PageSetup(size=12)) == count
    if shutil.which("pdftotext"):
        texts = [pdf_text(tmp_path / f"{name}.pdf") for name in ("printer", "file", "fresh")]
        assert texts[0].split() == texts[1].split() == texts[2].split()


def pdf_text(path: Path) -> str:
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()


def pdf_info(path: Path) -> str:
    return subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()


@POPPLER
def test_text_in_the_pdf_can_be_selected(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pages = print_pdf(real(), path)
    text = " ".join(pdf_text(path).split())
    assert "DANH MỤC CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023" in text
    assert "VII. XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ" in text
    assert text.count("Cơ quan chủ trì") >= pages
    info = pdf_info(path)
    assert "DANH MỤC CÁC NHIỆM VỤ" in info
    assert "CCHC Desktop" in info
    assert f"Pages:           {pages}" in info
    assert "842 x 595" in info
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout.decode()
    assert all(" yes " in line for line in fonts.splitlines()[2:])
    assert path.stat().st_size < 200_000


@POPPLER
def test_totals_title_and_signature(tmp_path: Path) -> None:
    setup = PageSetup(
        title="VIỆC QUÝ I",
        printed_on=date(2026, 3, 5),
        page_totals=True,
        signature=Signature("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "Nguyễn Thị Ổn"),
    )
    pages = print_pdf(replace(real(), end_mark="./."), tmp_path / "a.pdf", setup)
    text = pdf_text(tmp_path / "a.pdf")
    for wanted in ("VIỆC QUÝ I", "Ngày in: 05/03/2026", f"Trang {pages}/{pages}", "./.", "Nguyễn Thị Ổn"):
        assert wanted in text
    assert "DANH MỤC CÁC" not in text
    assert TITLE_BLOCK[3] in text


@POPPLER
@pytest.mark.parametrize(
    ("setup", "size"), [(SETUPS[1], "1191 x 842"), (SETUPS[2], "595 x 842"), (SETUPS[3], "842 x 1191")]
)
def test_paper_and_direction(tmp_path: Path, setup: PageSetup, size: str) -> None:
    print_pdf(real(), tmp_path / "a.pdf", setup)
    assert size in pdf_info(tmp_path / "a.pdf").replace("1190.55", "1191")


def closings() -> Iterator[int]:
    for count in range(1, 40):
        document = replace(appendix_document(many(count), make_plan(headings=ALL_HEADINGS)), end_mark="./.")
        pages = Paginator(document, PageSetup(signature=Signature("GIÁM ĐỐC", "Trần Văn Ẩn"))).layout()
        last = pages[-1]
        assert [run.text for run in last.runs[-3:]] == ["./.", "GIÁM ĐỐC", "Trần Văn Ẩn"]
        yield sum(run.text == str(count) for run in last.runs)


def test_a_signature_never_stands_alone() -> None:
    assert set(closings()) == {1}


def test_a_signature_after_a_row_that_fills_its_page() -> None:
    task = make_task(content=" ".join(f"từ{index}" for index in range(700)))
    for size in (11, 12, 13, 14):
        setup = PageSetup(size=size, signature=Signature("GIÁM ĐỐC", "Trần Văn Ẩn"))
        pages = Paginator(appendix_document([task], make_plan()), setup).layout()
        assert pages[-1].runs[-1].text == "Trần Văn Ẩn"
        assert pages[-1].runs[-1].y < setup.bottom


def test_a_line_of_one_word_is_not_stretched() -> None:
    task = make_task(content="x" * 200 + " và các từ khác")
    (page,) = Paginator(appendix_document([task], make_plan())).layout()
    assert all(run.stretch == 0 for run in page.runs if " " not in run.text)


def test_lines_of_the_content_are_justified_but_for_the_last() -> None:
    paginator = Paginator(appendix_document([make_task(content="Sở Nội vụ " * 40)], make_plan()))
    (page,) = paginator.layout()
    lines = [run for run in page.runs if run.text.startswith(("2. Sở", "1. Sở", "Sở Nội vụ Sở", "Nội vụ Sở"))]
    assert len(lines) > 3
    assert all(run.stretch > 0 for run in lines[1:-1])


def test_without_a_known_font_the_system_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typeface.best_family() in typeface.FAMILIES
    monkeypatch.setattr(typeface, "FAMILIES", ())
    assert typeface.best_family() == "Times New Roman"
    assert Paginator(real()).page_count > 3


def test_a_title_taken_away() -> None:
    (page,) = Paginator(appendix_document([make_task()], make_plan()), PageSetup(title="")).layout()
    assert TITLE_BLOCK[1] not in page.text()
    document = replace(appendix_document([make_task()], make_plan()), title_block=())
    (page,) = Paginator(document).layout()
    assert page.runs[0].text == "Nội dung công việc"


def test_a_pdf_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    with pytest.raises(FileProblem, match="Không tìm thấy thư mục"):
        print_pdf(real(), tmp_path / "x" / "a.pdf")
    assert list(tmp_path.iterdir()) == [old]
    assert "PDF" in OPEN_ELSEWHERE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_that_fills_up_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.printing import paginator

    monkeypatch.setattr(paginator, "QFile", lambda _name: QFile("/dev/full"))
    with pytest.raises(FileProblem, match="ổ đĩa đã đầy"):
        print_pdf(real(), tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_qt_cannot_open_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.printing import paginator

    monkeypatch.setattr(paginator, "QFile", lambda _name: QFile(str(tmp_path)))
    with pytest.raises(FileProblem, match="Không có quyền"):
        print_pdf(real(), tmp_path / "a.pdf")


def test_a_device_that_cannot_be_drawn_on_is_told_of(tmp_path: Path, qtlog: Any) -> None:
    writer = QPdfWriter(str(tmp_path / "no folder" / "a.pdf"))
    with qtlog.disabled(), pytest.raises(FileProblem, match="Máy in không nhận"):
        draw_all(Paginator(real()), writer)


def test_sizes_outside_the_range_are_refused() -> None:
    with pytest.raises(ValueError, match="text size 20"):
        PageSetup(size=20)
