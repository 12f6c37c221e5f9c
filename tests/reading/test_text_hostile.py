"""Text that nobody typed: endless, empty, drawn all over, full of openings that never close. Bounded; refused or read."""

import contextlib
import random
from collections.abc import Callable

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.pipeline import paste_source
from cchc_desktop.reading.text.bytes import decoded
from tests.reading.old_letters import as_western

HEAD = "STT  Nội dung công việc   Cơ quan chủ trì   Thời gian thực hiện\n"
STACKED = "Nội dung công việc\nCơ quan chủ trì\nThời gian\n"
TOO_LARGE: dict[str, Callable[[], bytes]] = {
    "spaces": lambda: b" " * (50 * 2**20),
    "strokes": lambda: b"|" * (2 * 2**20),
    "tabs": lambda: (b"\t" * 90_000 + b"\n") * 20,
    "one line": lambda: b"a" * 200_000,
    "lines": lambda: b"a\n" * 50_000,
    "rows": lambda: b"a\tb\tc\n" * 30_000,
    "drawn": lambda: ("│" * 90_000 + "\n").encode() * 5,
    "page breaks": lambda: b"a\f" * 500_000,
}
LINEAR: dict[str, Callable[[], str]] = {
    "stars": lambda: "*a " * 4_000,
    "double stars": lambda: "**a" * 4_000,
    "lines below": lambda: "__a" * 4_000,
    "dashes": lambda: "- " * 30_000,
    "labels": lambda: "Chủ trì: a; " * 5_000,
    "colons": lambda: ":" * 1500,
    "brackets": lambda: "(" * 1500,
    "digits": lambda: "1" * 1500,
    "numbers": lambda: "1. " * 4_000,
    "Roman numbers": lambda: "I" * 1500,
    "inner spaces": lambda: ("a" + " " * 50_000 + "a\n") * 3,
    "marks on one letter": lambda: "a" + "\u0301\u0323" * 4_000,
    "open quotes": lambda: 'a\t"b\n' * 3_000,
    "heads of columns": lambda: HEAD * 500,
    "heads and prose": lambda: (HEAD + "xin chào " * 8 + "\n") * 1_000,
    "heads one a line": lambda: STACKED * 500,
    "a row without end": lambda: STACKED + "1. Rà soát\n" + "văn bản\n" * 2_000,
    "labels alone": lambda: "Chủ trì: Sở Nội vụ\n" * 4_000,
    "corners": lambda: "+--+--+\n" * 4_000,
    "wide corners": lambda: ("+-" * 4_000 + "+\n") * 3,
    "frames": lambda: "┌──┬──┐\n│a │b │\n" * 500,
    "rules": lambda: "-- " * 30_000,
    "capitals": lambda: "Đ" * 1500,
    "old letters": lambda: "§Èy m¹nh c¶i c¸ch hµnh chÝnh nhµ n\u00adíc\n" * 500,
    "wrong code page": lambda: as_western(("Công tác cải cách hành chính\n" * 500).encode()),
    "marks behind letters": lambda: "ca?i ca'ch ha`nh chi'nh " * 500,
}


@pytest.mark.parametrize("case", TOO_LARGE)
def test_more_than_any_plan_is_refused(case: str) -> None:
    with pytest.raises(FileProblem, match="quá lớn") as caught:
        read_bytes("kh.txt", TOO_LARGE[case]())
    assert "“kh.txt”" in caught.value.message


def test_pasted_text_has_the_same_limits() -> None:
    with pytest.raises(FileProblem, match="quá lớn"):
        paste_source("|" * 500_000)
    with pytest.raises(FileProblem, match="quá lớn"):
        paste_source("a " * 5_000_000)


@pytest.mark.parametrize("case", LINEAR)
def test_openings_that_never_close(case: str) -> None:
    """Every regular expression and loop is linear: the suite itself would stand still otherwise."""
    read_bytes("kh.txt", LINEAR[case]().encode())


SCRAPS = (
    "STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "1", "2.", "I. THỂ CHẾ", "a)", "- ", "Sở Nội vụ",
    "Các sở, ngành tỉnh", "Quý I", "Thường xuyên", "\t", "\t\t", " | ", "|", "   ", "  ", "\n", "\n\n", "\f", "+---+", "┌─┬─┐", "│", "---",
    "Chủ trì: ", "- Thời gian: ", "Rà soát văn bản", "kéo dài sang dòng", "\u00ad", "\u200b", "\uf0b7", "Së Néi vô", "Sôû Noäi vuï", "“", "”",
    "3", "Trang 2/7", "Phụ lục II", "Nơi nhận:", "*", "**", '"', "\\|", "Tổng cộng", "\u2028", "e\u0302\u0323",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(50))
def test_scraps_in_any_order(seed: int, directory: Directory) -> None:
    """No crash, the same reading twice, every word either read, set aside or still in the lines."""
    chosen = random.Random(seed)
    text = "".join(
        chosen.choice(SCRAPS) + chosen.choice(("", " ", "\t", "\n", "  ", " | "))
        for _ in range(chosen.randint(5, 120))
    )
    try:
        source = read_bytes("kh.txt", text.encode())
    except FileProblem:
        return
    assert source == read_bytes("kh.txt", text.encode())
    draft_from(source, directory)
    kept = " ".join(
        [*source.lines, *(cell.text for grid in source.grids for row in grid.rows for cell in row if cell)]
    )
    said = kept + " ".join(message for _, message in source.notices)
    for word in ("Rà", "kéo", "Thường", "THỂ"):
        assert decoded("kh.txt", text.encode()).text.count(word) <= said.count(word), (word, text)


@pytest.mark.parametrize("seed", range(25))
def test_any_bytes(seed: int) -> None:
    chosen = random.Random(seed)
    data = bytes(chosen.choices(range(256 if seed % 3 else 128), k=chosen.randint(1, 3_000)))
    name = chosen.choice(("kh.txt", "kh.csv"))
    with contextlib.suppress(FileProblem):
        assert read_bytes(name, data).file == name
