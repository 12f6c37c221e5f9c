"""What documents say of themselves: number, date, issuer, title, year, and the lines directly above the table."""

from datetime import date

import pytest

from cchc_desktop.reading.grid.tables import find_tables
from cchc_desktop.reading.head.issuer import in_sentence_case, read_issuer
from cchc_desktop.reading.head.lines import all_lines, lines_before, title_block
from cchc_desktop.reading.head.reader import read_head
from cchc_desktop.reading.head.reference import Reference, read_reference
from cchc_desktop.reading.head.title import appendix_title, read_title
from cchc_desktop.reading.head.year import read_year
from cchc_desktop.reading.source import Cell, Grid
from tests.reading.tables import grid, source

TIEN_GIANG = (
    "(Ban hành kèm theo Quyết định số 45 /QĐ-UBND ngày 10 tháng 01 năm 2023",
    "của Chủ tịch Ủy ban nhân dân tỉnh Tiền Giang)",
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (TIEN_GIANG, Reference("45/QĐ-UBND", date(2023, 1, 10), "Chủ tịch Ủy ban nhân dân tỉnh Tiền Giang")),
        (
            ["(Kèm theo Kế hoạch số: 12/KH-UBND ngày 05/01/2024 của UBND xã A)"],
            Reference("12/KH-UBND", date(2024, 1, 5), "UBND xã A"),
        ),
        (
            ["(Kèm theo Quyết định số 12a/QĐ - SNV ngày 5-3-2024)"],
            Reference("12a/QĐ-SNV", date(2024, 3, 5), ""),
        ),
        (["(Kèm theo Quyết định số 12/2024/QĐ-UBND)"], Reference("12/2024/QĐ-UBND", None, "")),
        (
            ["(Kèm theo Quyết định số …/QĐ-UBND ngày … tháng … năm 2024 của UBND tỉnh)"],
            Reference("", None, "UBND tỉnh"),
        ),
        (
            ["(Kèm theo Kế hoạch số       /KH-UBND ngày      /01/2026 của UBND xã B)"],
            Reference("", None, "UBND xã B"),
        ),
        (["(Kèm theo Kế hoạch số ……… ngày ……… của UBND xã B)"], Reference("", None, "UBND xã B")),
        (["(Kèm theo Kế hoạch số 3/KH-UBND ngày 31 tháng 02 năm 2024)"], Reference("3/KH-UBND", None, "")),
        (["Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ"], Reference()),
        ([], Reference()),
        (
            ["Số: 513 /KH-UBND", "", "Hà Tĩnh, ngày 31 tháng 12 năm 2020"],
            Reference("513/KH-UBND", date(2020, 12, 31), ""),
        ),
        (
            ["Sô: 12/KH-UBND", "", "Lào Cai, ngày 05 tháng 01 năm 2024"],
            Reference("12/KH-UBND", date(2024, 1, 5), ""),
        ),
        (["Số:        /KH-UBND", "Hà Tĩnh, ngày     tháng 12 năm 2020"], Reference()),
        (
            ["Số:   /QĐ-UBND", "Nam Định, ngày 3 tháng 3 năm 2024", "(Kèm theo Kế hoạch số 7/KH-UBND)"],
            Reference("7/KH-UBND", None, ""),
        ),
        (
            ["Số: 9/QĐ-UBND", "(Kèm theo Quyết định số 9/QĐ-UBND ngày 02/02/2024 của UBND tỉnh)"],
            Reference("9/QĐ-UBND", date(2024, 2, 2), "UBND tỉnh"),
        ),
        (
            ["(kèm theo Kế hoạch số 1/KH-UBND)", "Phụ lục II", "(kèm theo Kế hoạch số 2/KH-UBND)"],
            Reference("2/KH-UBND", None, ""),
        ),
    ],
)
def test_numbers_dates_and_issuers(lines: list[str], expected: Reference) -> None:
    assert read_reference(lines) == expected


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            [
                "QUYẾT ĐỊNH",
                "Ban hành Kế hoạch A",
                "",
                "QUYẾT ĐỊNH:",
                "KẾ HOẠCH",
                "",
                "Thực hiện nhiệm vụ",
                "năm 2023",
                "(Ban hành",
            ],
            "Kế hoạch thực hiện nhiệm vụ năm 2023",
        ),
        (
            [
                "QUYẾT ĐỊNH",
                "Về việc ban hành Kế hoạch cải cách hành chính năm 2024",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A",
            ],
            "Kế hoạch cải cách hành chính năm 2024",
        ),
        (["QUYẾT ĐỊNH", "BAN HÀNH KẾ HOẠCH NĂM 2023", "ỦY BAN NHÂN DÂN TỈNH A"], "KẾ HOẠCH NĂM 2023"),
        (["QUYẾT ĐỊNH", "Giao nhiệm vụ năm 2024", "Căn cứ Luật"], "Giao nhiệm vụ năm 2024"),
        (["KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH", "NĂM 2024", "Căn cứ"], "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024"),
        (["KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH NĂM 2024"], "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024"),
        (["KẾ HOẠCH", "CCHC năm 2024"], "Kế hoạch CCHC năm 2024"),
        (["KẾ HOẠCH", "Hà Tĩnh năm 2024"], "Kế hoạch Hà Tĩnh năm 2024"),
        (
            ["KẾ HOẠCH", "Cải cách", "Thực hiện Nghị quyết số 76 của Chính phủ, UBND ban hành"],
            "Kế hoạch cải cách",
        ),
        (["KẾ HOẠCH", "Cải cách", "x" * 300], "Kế hoạch cải cách"),
        (["KÊ HOẠCH", "Cải cách năm 2024"], "Kế hoạch cải cách năm 2024"),
        (["QUYÊT ĐỊNH", "Ban hành Kế hoạch năm 2024"], "Kế hoạch năm 2024"),
        (["KẾ HOẠCH", "a", "b", "c", "d", "e"], "Kế hoạch a b c d"),
        (["KẾ HOẠCH", "QUYẾT ĐỊNH"], ""),
        (["Kế hoạch", "này"], ""),
        (["V/v triển khai kế hoạch", "năm 2024", "", "Kính gửi: các sở"], "Triển khai kế hoạch năm 2024"),
        ([], ""),
    ],
)
def test_titles(lines: list[str], title: str) -> None:
    assert read_title(lines, []) == title


def test_the_appendix_gives_the_title_when_nothing_else_does() -> None:
    assert read_title([], ["PHỤ LỤC II: NHIỆM VỤ", "NĂM 2024", "(Kèm theo)"]) == "NHIỆM VỤ NĂM 2024"
    assert appendix_title(["NHIỆM VỤ", "UBND TỈNH A", "x"]) == "NHIỆM VỤ"
    assert appendix_title(["Phụ lục"]) == ""


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["UBND TỈNH NAM ĐỊNH", "SỞ NỘI VỤ", "-----", "Số: 1/KH-SNV"], "Sở Nội vụ"),
        (["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"], "Sở Tài nguyên và Môi trường"),
        (["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH AN GIANG"], "Sở Văn hóa, Thể thao và Du lịch tỉnh An Giang"),
        (
            ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ LONG PHỤNG"],
            "Ủy ban nhân dân xã Long Phụng",
        ),
        (["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH A LƯỚI"], "Chủ tịch Ủy ban nhân dân tỉnh A Lưới"),
        (["", "KẾ HOẠCH"], ""),
        (
            ["KẾ HOẠCH", "", "Thực hiện Nghị quyết, UBND tỉnh Hà Tĩnh ban hành Kế hoạch như sau:"],
            "UBND tỉnh Hà Tĩnh",
        ),
        ([], ""),
    ],
)
def test_issuers(lines: list[str], issuer: str) -> None:
    assert read_issuer(lines) == issuer


def test_capitals_become_a_sentence() -> None:
    assert in_sentence_case("UBND HUYỆN CHỢ GẠO TỈNH TIỀN GIANG") == "UBND huyện Chợ Gạo tỉnh Tiền Giang"


@pytest.mark.parametrize(
    ("titles", "deadlines", "issued", "year", "certain", "source_of_it"),
    [
        (["Kế hoạch năm 2024"], [], None, 2024, True, "tiêu đề"),
        (["", "DANH MỤC NĂM 2024"], ["Quý I/2024"], None, 2024, True, "tiêu đề"),
        (["Kế hoạch năm 2023"], ["2024", "Quý I/2024"], None, 2023, False, "tiêu đề"),
        (["Tổng kết năm 2023, kế hoạch năm 2024"], ["Quý I/2024"], None, 2024, True, "tiêu đề"),
        (["Tổng kết năm 2023, kế hoạch năm 2024"], [], None, 2024, False, "tiêu đề"),
        (["Chương trình 2022 - 2025, đến năm 2030"], [], None, 2022, False, "giai đoạn trong tiêu đề"),
        (["Chương trình 2022 - 2025"], ["Quý I/2024"], None, 2024, False, "giai đoạn trong tiêu đề"),
        (["Chương trình"], ["Quý I/2024", "2024", "2025"], None, 2024, False, "cột thời gian"),
        ([], [], date(2024, 1, 5), 2024, False, "ngày ban hành"),
        ([], [], date(2023, 12, 31), 2024, False, "ngày ban hành"),
        ([], [], None, 0, False, ""),
    ],
)
def test_years(
    titles: list[str], deadlines: list[str], issued: date | None, year: int, certain: bool, source_of_it: str
) -> None:
    found = read_year(titles, deadlines, issued)
    assert (found.year, found.certain, found.source) == (year, certain, source_of_it)


@pytest.mark.parametrize(
    ("lines", "block"),
    [
        (["Điều 1.", "Phụ lục", "", "NHIỆM VỤ", *TIEN_GIANG], ("Phụ lục", "NHIỆM VỤ", " ".join(TIEN_GIANG))),
        (["PHỤ LỤC I", "x", "PHỤ LỤC II", "NHIỆM VỤ", "I. THỂ CHẾ"], ("PHỤ LỤC II", "NHIỆM VỤ")),
        (["UBND TỈNH A", "DANH MỤC NHIỆM VỤ", "(Kèm theo)"], ("DANH MỤC NHIỆM VỤ", "(Kèm theo)")),
        (["Giao các sở thực hiện.", "Danh mục nhiệm vụ năm 2024"], ("Danh mục nhiệm vụ năm 2024",)),
        (["NHIỆM VỤ MỘT", "NHIỆM VỤ HAI", "NHIỆM VỤ BA", "NHIỆM VỤ BỐN", "NHIỆM VỤ NĂM", "NHIỆM VỤ SÁU"],
         ("NHIỆM VỤ HAI", "NHIỆM VỤ BA", "NHIỆM VỤ BỐN", "NHIỆM VỤ NĂM", "NHIỆM VỤ SÁU")),
        (["NHIỆM VỤ", "I. THỂ CHẾ"], ("NHIỆM VỤ",)),
        (["Thực hiện theo phân công."], ()),
        ([], ()),
    ],
)  # fmt: skip
def test_lines_directly_above_a_table(lines: list[str], block: tuple[str, ...]) -> None:
    assert title_block(lines) == block


TASKS = "STT|Nội dung|Cơ quan chủ trì|Thời gian\n1|a|Sở A|Quý I"


def test_lines_before_a_table_with_letterheads_in_their_place() -> None:
    letterhead = Grid(
        ((Cell("UBND\nTỈNH A"), Cell("CỘNG HÒA\tĐộc lập")), (Cell("Số: 1/KH-UBND"),)), position=0
    )
    other = grid("1|2|3|4|5", position=1)
    document = source(letterhead, other, grid(TASKS, position=2), above=["KẾ  HOẠCH", "Phụ lục", "sau"])
    table = find_tables(document)[2]
    assert lines_before(document, table) == (
        "UBND", "TỈNH A", "Số: 1/KH-UBND", "", "CỘNG HÒA", "Độc lập", "", "KẾ HOẠCH", "Phụ lục",
    )  # fmt: skip


def test_lines_of_a_sheet_are_those_above_the_heading() -> None:
    document = source(grid("x|y"), grid(f"PHỤ LỤC|||\nNHIỆM VỤ|||\n{TASKS}"), kind="xlsx")
    assert lines_before(document, find_tables(document)[1]) == ("PHỤ LỤC", "NHIỆM VỤ")


def test_lines_of_a_document_without_tasks() -> None:
    assert all_lines(source(grid("UBND|CỘNG HÒA"), above=["KẾ HOẠCH"])) == (
        "UBND",
        "",
        "CỘNG HÒA",
        "",
        "KẾ HOẠCH",
    )


def test_the_whole_head() -> None:
    lines = [
        "UBND TỈNH A",
        "",
        "Số: 7/KH-UBND",
        "A, ngày 5 tháng 1 năm 2024",
        "KẾ HOẠCH",
        "Cải cách năm 2024",
    ]
    head = read_head(lines, ["PHỤ LỤC", "NHIỆM VỤ"])
    assert (head.title, head.appendix_title) == ("Kế hoạch cải cách năm 2024", "NHIỆM VỤ")
    assert (head.number, head.day, head.issuer) == ("7/KH-UBND", date(2024, 1, 5), "UBND tỉnh A")
