"""How far a reader is, told through a file."""

from pathlib import Path

import pytest

from cchc_desktop.reading import pages_read
from cchc_desktop.reading.pipeline import open_source
from tests.reading.pdfs import Paper


@pytest.fixture(autouse=True)
def _tells_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_read._Told, "place", None)


def test_what_is_told_is_read(tmp_path: Path) -> None:
    assert pages_read.told(tmp_path) is None
    pages_read.tell(1, 2)
    pages_read.tell_in(tmp_path)
    pages_read.tell(6, 14)
    assert pages_read.told(tmp_path) == (6, 14)
    (tmp_path / "pages").write_text("6")
    assert pages_read.told(tmp_path) is None
    pages_read.tell_in(tmp_path / "gone")
    pages_read.tell(7, 14)


def test_a_pdf_tells_its_pages(tmp_path: Path) -> None:
    paper = Paper()
    for number in range(40):
        page = paper.page()
        for line in range(40):
            page.text(60, 60 + 12 * line, f"Trang {number}, dòng {line}: rà soát thủ tục hành chính")
    path = tmp_path / "dai.pdf"
    path.write_bytes(paper.saved())
    heard: list[tuple[int, int]] = []
    open_source(path, progress=lambda page, pages: heard.append((page, pages)))
    assert heard
    assert heard == sorted(set(heard))
    assert {pages for _, pages in heard} == {40}
