"""Old fonts and code pages: every letter there and back, the whole plan, mixtures, refusals."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.letters.legacy import likely_encoding, repaired, repaired_text, sense_of
from cchc_desktop.reading.letters.syllables import is_syllable, is_vietnamese_letter
from cchc_desktop.reading.letters.tables import (
    TCVN3,
    VNI,
    from_broken_utf8,
    from_capital_tcvn3,
    from_cp1258,
    from_tcvn3,
    from_viqr,
    from_vni,
    latin_view,
)
from cchc_desktop.reading.pipeline import paste_source
from cchc_desktop.reading.source import Cell, Grid, OtherReading, Source
from cchc_desktop.reading.text.bytes import decoded
from tests.reading.documents import (
    DATA,
    expected_rows,
    new_sheet,
    paragraph,
    put_row,
    saved,
    word_document,
    word_table,
)
from tests.reading.old_letters import as_western, in_cp1258, in_tcvn3, in_viqr, in_vni, western_bytes

PLAN = (DATA / "tien-giang-2023.txt").read_text(encoding="utf-8")
LETTERS = [
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
] + ["đ"]
BOTH_CASES = LETTERS + [letter.upper() for letter in LETTERS]


def test_every_letter_there_and_back() -> None:
    assert len(set(LETTERS)) == 73
    for letter in LETTERS:
        assert from_tcvn3(in_tcvn3(letter)) == letter
        assert from_capital_tcvn3(in_tcvn3(letter)) == letter.upper()
    for letter in BOTH_CASES:
        assert from_vni(in_vni(letter)) == letter
        assert from_viqr(in_viqr(f"t{letter}t")) == f"t{letter}t"
        assert from_cp1258(as_western(in_cp1258(letter))) == letter
        assert from_broken_utf8(as_western(letter.encode())) == letter


def test_the_tables_are_one_to_one() -> None:
    assert len(set(TCVN3.values())) == len(TCVN3) == 80
    assert len(set(VNI.values())) == len(VNI) == 73


def test_capitals_of_tcvn3() -> None:
    assert from_tcvn3("§¶ng, ¡n, ¢m, £, ¤ng, ¥n, ¦u") == "Đảng, Ăn, Âm, Ê, Ông, Ơn, Ưu"
    assert from_tcvn3("I. CéNG T¸C CHØ §¹O") == "I. CÔNG TÁC CHỈ ĐẠO".replace("CÔNG", "CỘNG")
    assert from_tcvn3("Së Néi vô, UBND tØnh, KÕ HO¹CH n¨m") == "Sở Nội vụ, UBND tỉnh, KẾ HOẠCH năm"
    assert from_tcvn3("Së\tñy ban nh©n d©n") == "Sở\tỦy ban nhân dân"


@pytest.mark.parametrize(
    "data",
    [
        western_bytes(in_vni(PLAN)),
        in_vni(PLAN).encode(),
        in_cp1258(PLAN),
        as_western(in_cp1258(PLAN)).encode(),
        as_western(PLAN.encode()).encode(),
        as_western(as_western(PLAN.encode()).encode()).encode(),
        unicodedata.normalize("NFD", PLAN).encode("utf-16"),
    ],
    ids=["VNI", "VNI in UTF-8", "1258", "1258 in UTF-8", "UTF-8 twice", "UTF-8 thrice", "NFD"],
)
def test_the_whole_plan_comes_back(data: bytes) -> None:
    found = decoded("kh.txt", data)
    assert unicodedata.normalize("NFC", found.text) == PLAN
    assert [code for code, _ in found.notices] == ["old_encoding"] * bool(found.notices)


@pytest.mark.parametrize(
    "make", [lambda text: western_bytes(in_tcvn3(text)), lambda text: in_tcvn3(text).encode()]
)
def test_the_whole_plan_comes_back_from_tcvn3(make: object) -> None:
    """TCVN3 has no capitals with tone marks: "Ấp" is "ấp" in it; everything else is exact."""
    found = decoded("kh.txt", make(PLAN))  # type: ignore[operator]  # one of the two functions above
    different = {
        (one, other) for one, other in zip(PLAN.split(), found.text.split(), strict=True) if one != other
    }
    assert different == {("Ủy", "ủy"), ("Ấp", "ấp")}, "Ủy at the end of a line, its second word on the next"
    assert found.notices[0][0] == "old_encoding"
    assert "TCVN3" in found.notices[0][1]
    assert "chữ hoa có dấu" in found.notices[0][1]


def test_the_whole_plan_from_viqr() -> None:
    found = decoded("kh.txt", in_viqr(PLAN).encode())
    different = [
        (one, other) for one, other in zip(PLAN.split(), found.text.split(), strict=True) if one != other
    ]
    assert len(different) <= 3, different
    assert "VIQR" in found.notices[0][1]


@pytest.mark.parametrize(
    "kind", ["txt tcvn3", "txt vni", "docx tcvn3", "xlsx vni", "csv tcvn3", "pasted vni"]
)
def test_the_appendix_reads_the_same_in_old_letters(kind: str, directory: Directory) -> None:
    rows = expected_rows("c05_tab_time_third_no_groups")
    table = [
        ["TT", "Nội dung", "Thời gian thực hiện", "Đơn vị chủ trì", "Đơn vị phối hợp", "Ghi chú"],
        *[
            [row[key] for key in ("no", "content", "deadline", "lead", "coordinating", "note")]
            for row in rows
        ],
    ]
    old = in_tcvn3 if "tcvn3" in kind else in_vni
    written = [[old(text) for text in row] for row in table]
    title = old("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024")
    draft = draft_from(_source(kind, title, written), directory)
    got = [
        (task.number, task.content, task.deadline, task.lead, task.coordinating, task.note)
        for task in draft.tasks
    ]
    assert got == [tuple(row) for row in table[1:]]
    assert "old_encoding" in {problem.code for problem in draft.problems}


def _source(kind: str, title: str, rows: list[list[str]]) -> Source:
    text = "\n".join([title, "", *("\t".join(row) for row in rows)])
    if kind.startswith("txt"):
        return read_bytes("kh.txt", western_bytes(text))
    if kind.startswith("pasted"):
        return paste_source(text)
    if kind.startswith("csv"):
        lines = ";".join, ("\n").join
        return read_bytes(
            "kh.csv", western_bytes(lines[1](lines[0](f'"{cell}"' for cell in row) for row in rows))
        )
    if kind.startswith("docx"):
        return read_bytes(
            "kh.docx", word_document([paragraph(title), word_table([list(row) for row in rows])])
        )
    workbook, sheet = new_sheet("Sheet")
    for number, row in enumerate(rows, start=1):
        put_row(sheet, number, row)
    return read_bytes("kh.xlsx", saved(workbook))


def test_cells_of_an_old_font_among_unicode() -> None:
    cells = tuple(
        Cell(text) for text in ("Sở Nội vụ chủ trì, tham mưu", "Së Tµi chÝnh", "Quý I", "Thường xuyên")
    )
    source = Source("kh.docx", "docx", (Grid((cells,)),), ("Kế hoạch cải cách hành chính",))
    found = repaired(source)
    assert [cell.text for cell in found.grids[0].rows[0] if cell] == [
        "Sở Nội vụ chủ trì, tham mưu",
        "Sở Tài chính",
        "Quý I",
        "Thường xuyên",
    ]
    assert [code for code, _ in found.notices] == ["old_encoding"]


def test_an_old_font_within_a_cell() -> None:
    text, notices = repaired_text("kh", "Các sở, ngành phối hợp: Së Néi vô, Sở Tư pháp")
    assert text == "Các sở, ngành phối hợp: Sở Nội vụ, Sở Tư pháp"
    assert notices


def test_other_readings_of_the_file_are_converted_too() -> None:
    grid = Grid(((Cell("Së Néi vô tØnh"), None),))
    source = Source("kh.xlsx", "xlsx", (grid,), (), others=(OtherReading("with_hidden", "x", (grid,)),))
    found = repaired(source)
    assert found.grids == found.others[0].grids
    assert found.grids[0].rows[0][0] == Cell("Sở Nội vụ tỉnh")


def test_invisible_signs_and_symbol_fonts() -> None:
    source = Source("kh.docx", "docx", (), ("\uf0b7 Sở\u200b Nội\u00ad vụ", "\uf0fc", "“Đẩy mạnh” – ‘CCHC’…"))
    assert repaired(source).lines == ("• Sở Nội vụ", "✓", "“Đẩy mạnh” – ‘CCHC’…")
    assert repaired(source).notices == ()


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        "Café, résumé, naïve, Müller, Đắk Lắk, Krông Nô, Ê-đê, M'nông",
        "Kế hoạch số 5/KH-UBND © 2024 «Đẩy mạnh» 30°C ± 5% §2",
        "Plain English without marks; it doesn't matter. OK? (a+b) a^2",
        "Trước 15/4; Quý I–II • 6 tháng… “một cửa”¹",
        "Đại hội Đoàn Московский 北京",
    ],
)
def test_unicode_stays_as_it_is(text: str) -> None:
    assert repaired_text("kh", text) == (text, ())


def test_lost_letters_are_refused() -> None:
    """Where a program threw the soft hyphens away, TCVN3 text has lost its "ư"."""
    with pytest.raises(FileProblem, match="TCVN3"):
        repaired_text("kh.txt", in_tcvn3(PLAN).replace("\u00ad", ""))


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(FileProblem, match="phông cũ"):
        repaired_text("kh.txt", "Ķĕ hŏåķħ çæi ¢åçħ ŧħủ ŧụç " * 9)
    with pytest.raises(FileProblem, match="Unicode"):
        decoded("kh.txt", bytes(range(0xA0, 0x100)) * 3)


def test_both_ways_possible_is_said() -> None:
    lines = ["Sở Nội vụ chủ trì"] * 5 + ["Së Néi vô"] + ["Céng hoàng"]
    text, notices = repaired_text("kh", "\n".join(lines))
    assert text.split("\n")[5] == "Sở Nội vụ"
    assert text.split("\n")[6] in {"Céng hoàng", "Cộng hoàng"}
    assert {code for code, _ in notices} <= {"old_encoding", "old_encoding_unsure"}


def test_syllables() -> None:
    for word in (
        "nghiệp",
        "khuyến",
        "quyết",
        "giữ",
        "gì",
        "Thuỷ",
        "ngoằn",
        "PHƯỜNG",
        "yếu",
        "ủy",
        "giết",
        "quốc",
    ):
        assert is_syllable(word), word
    for word in ("hoäi", "céng", "kơn", "ngiệp", "việtt", "tành́", "bcd", "ghà"):
        assert not is_syllable(word), word
    words = {word for word in PLAN.split() if word.isalpha() and not word.isascii() and not word.isupper()}
    assert all(is_syllable(word) for word in words)
    assert is_vietnamese_letter("Ặ")


def test_sense_counts_words() -> None:
    sense = sense_of("Céng hoµ x· héi chñ nghÜa ViÖt Nam")
    assert (sense.good, sense.alien > 0) == (0, True)
    assert likely_encoding(["Céng hoµ x· héi chñ nghÜa ViÖt Nam"]) == "TCVN3"
    assert likely_encoding(["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"]) == "VNI"
    assert likely_encoding(["Plain"]) == ""
    assert likely_encoding(["Cộng hòa xã hội"]) == ""


def test_every_byte_has_one_sign() -> None:
    shown = latin_view(bytes(range(256)))
    assert len(set(shown)) == 256
    assert replace(Source("a", "txt", (), (shown,))).lines[0][0x80] == "€"


def test_a_note_after_old_letters(tmp_path: Path) -> None:
    path = tmp_path / "kh.txt"
    path.write_bytes(western_bytes(in_vni("Kế hoạch cải cách hành chính\r\nnăm 2024")) + b"\x1a")
    assert read_bytes("kh.txt", path.read_bytes()).lines == ("Kế hoạch cải cách hành chính", "năm 2024")
