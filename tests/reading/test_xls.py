"""Old Excel workbooks: values as shown, hidden parts, texts over several records, what is refused."""

import io
import struct
from collections.abc import Iterable
from datetime import date, datetime, time

import pytest
from python_calamine import CalamineWorkbook

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.kinds import kind_of
from cchc_desktop.reading.sheets import biff, xls
from cchc_desktop.reading.sheets.biff import Record, shared_strings, text_of
from cchc_desktop.reading.sheets.ole import OleFile
from cchc_desktop.reading.sheets.xls import read_xls
from cchc_desktop.reading.source import Cell, Source
from tests.reading.carriers import converted
from tests.reading.documents import new_sheet, put_row, saved

LONG = "Rà soát, sửa đổi, bổ sung, thay thế văn bản quy phạm pháp luật "
FREE, END = 0xFFFFFFFF, 0xFFFFFFFE


def texts(source: Source, at: int = 0) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in source.grids[at].rows]


def codes(source: Source) -> list[str]:
    return [code for code, _ in source.notices]


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def ole_file(streams: Iterable[tuple[str, bytes]], *, sector: int = 512) -> bytes:
    """An OLE file with streams, each at least as long as Excel makes them."""
    sectors: list[bytes] = []
    table: list[int] = []

    def add(content: bytes) -> int:
        start = len(sectors)
        pieces = [content[at : at + sector].ljust(sector, b"\0") for at in range(0, len(content), sector)]
        sectors.extend(pieces)
        table.extend([*range(start + 1, start + len(pieces)), END])
        return start

    entries = [entry("Root Entry", 5, END, 0, child=1)]
    for at, (name, content) in enumerate(streams, start=2):
        size = max(len(content), 4096)
        entries.append(entry(name, 2, add(content.ljust(4096, b"\0")), size, right=at))
    directory = add(b"".join(entries))
    allocation = len(sectors)
    count = (len(table) * 4) // sector + 1
    table.extend([0xFFFFFFFD] * count)
    whole = struct.pack(f"<{len(table)}I", *table).ljust(count * sector, b"\xff")
    sectors.extend(whole[at : at + sector] for at in range(0, len(whole), sector))
    listed = [*range(allocation, allocation + count), *[FREE] * (109 - count)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0, 4096, END, 0, END, 0, 0
    )[:-4]
    return header + struct.pack("<109I", *listed) + b"".join(sectors)


def entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw), kind, 1, FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def old_workbook(cells: bytes, *, globals_: bytes = b"", version: int = 0x0600) -> bytes:
    """A workbook with one sheet of given records."""
    bof = record(0x0809, struct.pack("<HHHH8x", version, 5, 0, 0))
    name = b"\x01\x00S" if version >= 0x0600 else b"\x01S"
    tail = record(0x000A)
    start = len(bof) + len(globals_) + 4 + 6 + len(name) + len(tail)
    sheet = record(0x0809, struct.pack("<HHHH8x", version, 0x10, 0, 0)) + cells + record(0x000A)
    stream = bof + globals_ + record(0x0085, struct.pack("<IBB", start, 0, 0) + name) + tail + sheet
    return ole_file([("Workbook" if version >= 0x0600 else "Book", stream)])


def label(row: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Workbooks as LibreOffice saves them: many kinds of values, and more text than one record holds."""
    folder = tmp_path_factory.mktemp("office")
    return converted({"mixed.xlsx": mixed(), "long.xlsx": long_texts()}, "xls", folder / "xls")


def mixed() -> bytes:
    workbook, sheet = new_sheet("Một")
    put_row(sheet, 1, ["STT", "Ngày", "Số", "Tỷ lệ", "Tháng", "Chữ", "Tính"], bold=True)
    put_row(sheet, 2, [1, date(2024, 3, 15), 45_000_000, 0.985, date(2024, 3, 1), "a\nb", "=1+1"])
    put_row(
        sheet,
        3,
        [1.1, date(2024, 3, 5), 12.5, 0.5, datetime.combine(date(2024, 3, 1), time(14, 30)), "x", "=A1"],
    )
    put_row(sheet, 4, [3, date(2024, 3, 15), 1, 7, date(2024, 3, 1), "ẩn", "=1=1"])
    put_row(sheet, 5, [4, date(2024, 3, 5), 5, 7, date(2024, 3, 1), "cuối", "=1/0"])
    for row in range(2, 6):
        for column, form in zip("BCDE", ("dd/mm/yyyy", "#,##0", "0.0%", "mmm-yy"), strict=True):
            sheet[f"{column}{row}"].number_format = form
    sheet["C5"].number_format = '"Quý "0'
    sheet["B5"].number_format = '"Trước ngày "dd/mm/yyyy'
    sheet.merge_cells("F2:F3")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    hidden = workbook.create_sheet("Ẩn")
    hidden["A1"] = "bí mật"
    hidden.sheet_state = "hidden"
    return saved(workbook)


def long_texts() -> bytes:
    workbook, sheet = new_sheet()
    for row in range(1, 200):
        sheet.append(
            [row, f"{row}. {LONG * (row % 7)}", f"plain {row} " * (row % 11), row / 4, bool(row % 2)]
        )
    return saved(workbook)


def test_what_an_officer_sees(office: dict[str, bytes]) -> None:
    source = read_xls("kh.xls", office["mixed.xlsx"])
    assert source.kind == "xls"
    assert texts(source) == [
        ["STT", "Ngày", "Số", "Tháng", "Chữ", "Tính"],
        ["1", "15/03/2024", "45.000.000", "03/2024", "a\nb", "2"],
        ["1.1", "05/03/2024", "13", "03/2024", None, "STT"],
        ["4", "Trước ngày 05/03/2024", "Quý 5", "03/2024", "cuối", "#DIV/0!"],
    ]
    assert source.grids[0].rows[1][4] == Cell("a\nb", rows=2)
    assert source.grids[0].rows[0][0] == Cell("STT", bold=True)
    assert codes(source) == ["hidden_rows", "hidden_columns", "hidden_sheet", "formula_error"]
    whole = source.otherwise("with_hidden")
    assert texts(whole)[3] == ["3", "15/03/2024", "1", "700,0%", "03/2024", "ẩn", "TRUE"]
    assert texts(whole, 1) == [["bí mật"]]


def test_the_same_values_as_another_reader_gives(office: dict[str, bytes]) -> None:
    mine = texts(read_xls("kh.xls", office["long.xlsx"]))
    other = CalamineWorkbook.from_filelike(io.BytesIO(office["long.xlsx"])).get_sheet_by_index(0).to_python()
    assert len(mine) == len(other) == 199
    for row, values in zip(mine, other, strict=True):
        assert row[:3] == [f"{values[0]:g}", str(values[1]).strip(), str(values[2]).strip()]
        assert float(row[3] or 0) == values[3]
        assert row[4] == str(values[4]).upper()


def test_values_of_every_kind_of_record() -> None:
    cells = (
        record(0x0208, struct.pack("<HHHHHHHH", 5, 0, 1, 300, 0, 0, 0x20, 0))
        + record(0x007D, struct.pack("<HHHHHH", 7, 7, 0, 0, 0, 0))
        + record(0x0203, struct.pack("<HHHd", 0, 0, 0, 2.5))
        + record(0x027E, struct.pack("<HHHI", 0, 1, 0, (1234 << 2) | 3))
        + record(0x00BD, struct.pack("<HH", 0, 2) + struct.pack("<HIHI", 0, (7 << 2) | 2, 0, 0x3FF00000) + struct.pack("<H", 3))
        + label(1, 0, "Quý I")
        + record(0x00D6, struct.pack("<HHHHB", 1, 1, 0, 2, 0) + b"ab")
        + record(0x0205, struct.pack("<HHHBB", 1, 2, 0, 1, 0))
        + record(0x0205, struct.pack("<HHHBB", 1, 3, 0, 0x2A, 1))
        + record(0x0006, struct.pack("<HHHd8x", 2, 0, 0, 4.0))
        + record(0x0006, struct.pack("<HHH", 2, 1, 0) + b"\x00\0\0\0\0\0\xff\xff" + bytes(8))
        + record(0x0207, struct.pack("<HB", 2, 0) + b"xy")
        + record(0x0006, struct.pack("<HHH", 2, 2, 0) + b"\x01\0\1\0\0\0\xff\xff" + bytes(8))
        + record(0x0006, struct.pack("<HHH", 2, 3, 0) + b"\x02\0\x17\0\0\0\xff\xff" + bytes(8))
        + record(0x0006, struct.pack("<HHH", 2, 4, 0) + b"\x03\0\0\0\0\0\xff\xff" + bytes(8))
        + record(0x0207, struct.pack("<HB", 5, 0) + b"stray")
        + record(0x0203, struct.pack("<HHHd", 3, 0, 0, float("inf")))
        + record(0x0203, struct.pack("<HHHd", 5, 0, 0, 1))
        + record(0x0203, struct.pack("<HHHd", 0, 7, 0, 1))
        + record(0x00E5, struct.pack("<HHHHH", 1, 1, 2, 5, 5))
        + record(0x9999)
    )  # fmt: skip
    source = read_xls("kh.xls", old_workbook(cells))
    assert texts(source)[:3] == [
        ["2.5", "12.34", "7", "1", "", "", ""],
        ["Quý I", "ab", "TRUE", "#N/A", "", "", ""],
        ["4", "xy", "TRUE", "#REF!", "", None, ""],
    ]
    assert codes(source) == ["hidden_rows", "hidden_columns", "formula_error"]


def test_days_counted_from_1904_and_formats_of_its_own() -> None:
    form = "\x0edd/mm/yyyy;@"
    styles = (
        record(0x0022, struct.pack("<H", 1))
        + record(0x041E, struct.pack("<HHB", 200, 12, 0) + form[1:].encode())
        + record(0x00E0, struct.pack("<HH16x", 0, 200))
    )
    source = read_xls(
        "kh.xls", old_workbook(record(0x0203, struct.pack("<HHHd", 0, 0, 0, 43_890)), globals_=styles)
    )
    assert texts(source) == [["01/03/2024"]]


def test_a_workbook_of_excel_95() -> None:
    text = "Céng hoµ".encode("latin-1")
    cells = record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text)
    styles = record(0x041E, struct.pack("<HB", 200, 4) + b"0000") + record(0x00E0, struct.pack("<HH", 0, 200))
    source = read_xls("kh.xls", old_workbook(cells, globals_=styles, version=0x0500))
    assert texts(source) == [["Céng hoµ"]], "letters of an old font, to be converted afterwards"


def strings(*parts: bytes, count: int) -> list[str]:
    first, *more = parts
    return shared_strings("kh.xls", Record(0xFC, [struct.pack("<II", count, count) + first, *more]))


def test_texts_over_several_records() -> None:
    wide = "Nhiệm vụ".encode("utf-16-le")
    assert strings(struct.pack("<HB", 8, 1) + wide[:6], b"\x01" + wide[6:], count=1) == ["Nhiệm vụ"]
    assert strings(struct.pack("<HB", 4, 1) + wide[:4], b"\x00ab", count=1) == ["Nhab"], (
        "narrow from there on"
    )
    rich = struct.pack("<HBH", 2, 8, 1) + b"ab" + b"\0\0\0\0" + struct.pack("<HB", 1, 0) + b"c"
    assert strings(rich, count=2) == ["ab", "c"]
    cut = struct.pack("<HBH", 2, 8, 1) + b"ab" + b"\0\0"
    assert strings(cut, b"\0\0" + struct.pack("<HB", 1, 0) + b"c", count=2) == ["ab", "c"]
    spoken = struct.pack("<HBI", 1, 4, 3) + b"a" + b"xyz" + struct.pack("<HB", 0, 0)
    assert strings(spoken, count=2) == ["a", ""]
    assert strings(struct.pack("<HB", 1, 0) + b"a", struct.pack("<HB", 1, 0) + b"b", count=2) == ["a", "b"]


def test_texts_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    for parts in ((b"",), (struct.pack("<HB", 9, 0) + b"ab",), (struct.pack("<HB", 2, 1) + b"abc",)):
        with pytest.raises(FileProblem, match="hỏng"):
            strings(*parts, count=1)
    with pytest.raises(FileProblem, match="hỏng"):
        shared_strings("kh.xls", Record(0xFC, [b"\0"]))
    with pytest.raises(FileProblem, match="hỏng"):
        text_of("kh.xls", Record(4, [b"\1"]), 0, old=False)
    monkeypatch.setattr(biff, "_MOST_STRINGS", 1)
    with pytest.raises(FileProblem, match="quá nhiều chữ"):
        strings(b"", count=2)


def test_texts_of_single_records() -> None:
    assert text_of("a", Record(4, [b"\0\0"]), 0, old=False) == ""
    assert text_of("a", Record(4, [struct.pack("<HBH", 1, 8, 0) + b"x"]), 0, old=False) == "x"
    assert text_of("a", Record(4, [struct.pack("<HBI", 1, 4, 0) + b"x"]), 0, old=False) == "x"
    assert text_of("a", Record(4, [b"\2xy"]), 0, old=True, long=False) == "xy"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (old_workbook(label(20_000, 0, "x")), "dòng 20001"),
        (old_workbook(label(0, 255, "x")), "cột 256"),
        (old_workbook(b"", globals_=record(0x002F, bytes(6))), "mật khẩu"),
        (old_workbook(record(0x00FD, struct.pack("<HHHI", 0, 0, 0, 5))), "hỏng"),
        (old_workbook(record(0x0203, b"\0")), "hỏng"),
        (old_workbook(b"")[:700], "hỏng"),
        (old_workbook(b"")[:300], "hỏng"),
        (ole_file([("Workbook", record(0x0001))]), "hỏng"),
        (ole_file([("Workbook", record(0x0809, bytes(8)))]), "hỏng"),
        (ole_file([("Other", b"x")]), "hỏng"),
        (old_workbook(b"").replace(struct.pack("<HH", 9, 6), struct.pack("<HH", 20, 6), 1), "hỏng"),
    ],
)
def test_what_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(FileProblem, match=words):
        read_xls("kh.xls", data)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls, "MOST_FILLED", 1)
    with pytest.raises(FileProblem, match="ô có chữ"):
        read_xls("kh.xls", old_workbook(label(0, 0, "x") * 2))
    monkeypatch.setattr(xls, "_MOST_MERGED", 1)
    with pytest.raises(FileProblem, match="ô gộp"):
        read_xls("kh.xls", old_workbook(record(0x00E5, struct.pack("<HHHHHHHHH", 2, *[0] * 8))))
    monkeypatch.setattr(xls, "_MOST_SHEETS", 0)
    with pytest.raises(FileProblem, match="trang tính"):
        read_xls("kh.xls", old_workbook(b""))


def test_streams_of_an_ole_file(office: dict[str, bytes]) -> None:
    file = OleFile("a", ole_file([("Workbook", b"abc")]))
    assert file.names() == ("Workbook",)
    assert file.read("Nothing", "Workbook")[:3] == b"abc"
    assert file.read("Nothing") == b""
    small = OleFile("a", office["mixed.xlsx"])
    assert small.read("\x05SummaryInformation")[:2] == b"\xfe\xff", (
        "streams below 4 KiB stand in sectors of 64 bytes"
    )


def test_what_lies_within_embedded_documents_is_not_seen() -> None:
    data = ole_file([("Workbook", b"abc"), ("WordDocument", b"x")])
    assert kind_of("kh.xls", data) == "doc"
    inside = data.replace(
        struct.pack("<BBIII", 2, 1, FREE, 2, FREE), struct.pack("<BBIII", 2, 1, FREE, FREE, FREE)
    )
    assert OleFile("a", inside).names() == ("Workbook",)
    assert kind_of("kh.xls", inside) == "xls"


def test_a_directory_without_root() -> None:
    data = ole_file([]).replace("Root Entry".encode("utf-16-le"), b"", 1)
    for broken in (data, ole_file([]).replace(b"\x16\x00\x05\x01", b"\x16\x00\x02\x01")):
        with pytest.raises(FileProblem, match="hỏng"):
            OleFile("a", broken)


def test_chains_without_end() -> None:
    data = bytearray(ole_file([("Workbook", b"x" * 5000)]))
    table = data.index(struct.pack("<4I", 1, 2, 3, 4))
    data[table + 8 : table + 12] = struct.pack("<I", 0)
    with pytest.raises(FileProblem, match="hỏng"):
        OleFile("a", bytes(data)).read("Workbook")
