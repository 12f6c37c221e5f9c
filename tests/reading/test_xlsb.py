"""Excel's binary workbooks, written here record by record as the format's description has them."""

import io
import struct

import pytest
from python_calamine import CalamineWorkbook

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.sheets import xlsb
from cchc_desktop.reading.sheets.xlsb import read_xlsb
from cchc_desktop.reading.source import Cell, Source
from tests.reading.documents import OFFICE, PACKAGE, zipped

BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


def record(kind: int, content: bytes = b"") -> bytes:
    def varying(value: int) -> bytes:
        raw = bytearray()
        while True:
            value, low = value >> 7, value & 0x7F
            raw.append(low | (0x80 if value else 0))
            if not value:
                return bytes(raw)

    code = bytes([kind]) if kind < 128 else bytes([(kind & 0x7F) | 0x80, kind >> 7])
    return code + varying(len(content)) + content


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def row(number: int, *cells: bytes, flags: int = 0) -> bytes:
    header = struct.pack("<IIHBBB", number, 0, 300, 0, flags, 0) + struct.pack("<I", 0)
    return record(0, header) + b"".join(cells)


def cell(kind: int, column: int, value: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + value)


def workbook(
    *sheets: tuple[str, int, bytes], strings: tuple[str, ...] = (), styles: bytes = b"", flags: int = 0
) -> bytes:
    listed = b"".join(
        record(156, struct.pack("<II", state, at) + text(f"rId{at}") + text(name))
        for at, (name, state, _) in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.bin"/>'
        for at in range(1, len(sheets) + 1)
    )
    relations += f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.bin"/>'
    relations += f'<Relationship Id="rIdT" Type="{OFFICE}/styles" Target="styles.bin"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="bin" ContentType="{BINARY}"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "xl/workbook.bin": record(131)
        + record(153, struct.pack("<III", flags, 0, 0))
        + record(143) + listed + record(144) + record(132),
        "xl/sharedStrings.bin": record(159, struct.pack("<II", len(strings), len(strings)))
        + b"".join(record(19, b"\0" + text(each)) for each in strings)
        + record(160),
        "xl/styles.bin": record(278) + styles + record(279),
    }  # fmt: skip
    for at, (_, _, content) in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{at}.bin"] = (
            record(129) + record(148, struct.pack("<IIII", 0, 99, 0, 20)) + content + record(130)
        )
    return zipped(parts)


def data(*rows: bytes) -> bytes:
    return record(145) + b"".join(rows) + record(146)


def style(form: int, font: int) -> bytes:
    return record(47, struct.pack("<HHHHHH", 0, form, font, 0, 0, 0) + bytes(4))


STYLES = (
    record(615, struct.pack("<I", 1)) + record(44, struct.pack("<H", 200) + text("dd/mm/yyyy")) + record(616)
    + record(611) + record(43, struct.pack("<HHH", 240, 0, 400) + bytes(15)) + record(43, struct.pack("<HHH", 240, 8, 700) + bytes(15)) + record(612)
    + record(626) + style(9, 0) + record(627)
    + record(617, struct.pack("<I", 4)) + style(0, 0) + style(200, 0) + style(0, 1) + style(3, 0) + record(618)
)  # fmt: skip
SHEET = data(
    row(0, cell(7, 0, struct.pack("<I", 0), 2), cell(7, 1, struct.pack("<I", 1)), cell(1, 2, b"")),
    row(1, cell(5, 0, struct.pack("<d", 45_366), 1), cell(2, 1, struct.pack("<I", (45_000_000 << 2) | 2), 3)),
    row(2, cell(6, 0, text("Quý I")), cell(4, 1, b"\1"), cell(3, 2, b"\x17")),
    row(3, cell(8, 0, text("tính") + bytes(10)), cell(9, 1, struct.pack("<d", 2.5) + bytes(10)), cell(10, 2, b"\0" + bytes(10))),
    row(4, cell(62, 0, b"\0" + text("ẩn")), flags=0x10),
    row(5, cell(11, 0, b"\x07" + bytes(10)), cell(5, 1, struct.pack("<d", float("inf"))), cell(6, 3, text("cột ẩn"))),
)  # fmt: skip
SHEET += (
    record(60, struct.pack("<IIIIH", 3, 3, 2000, 0, 1))
    + record(177)
    + record(176, struct.pack("<IIII", 0, 0, 1, 2))
)


def texts(source: Source, at: int = 0) -> list[list[str | None]]:
    return [[each.text if each is not None else None for each in line] for line in source.grids[at].rows]


def test_values_as_shown() -> None:
    source = read_xlsb(
        "kh.xlsb",
        workbook(
            ("Một", 0, SHEET),
            ("Ẩn", 1, data(row(0, cell(6, 0, text("x"))))),
            strings=("STT", "Nội dung"),
            styles=STYLES,
        ),
    )
    assert texts(source) == [
        ["STT", "Nội dung", None],
        ["15/03/2024", "45.000.000", ""],
        ["Quý I", "TRUE", "#REF!"],
        ["tính", "2.5", "FALSE"],
        ["#DIV/0!", "", ""],
    ]
    assert source.grids[0].rows[0] == (Cell("STT", bold=True), Cell("Nội dung", columns=2), None)
    assert source.kind == "xlsb"
    assert [code for code, _ in source.notices] == [
        "hidden_rows",
        "hidden_columns",
        "hidden_sheet",
        "formula_error",
        "struck_text",
    ]


def test_the_same_values_as_another_reader_gives() -> None:
    made = workbook(("Một", 0, SHEET), strings=("STT", "Nội dung"), styles=STYLES)
    other = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert [str(value) for value in other[0][:2]] == ["STT", "Nội dung"]
    assert str(other[1][0]) == "2024-03-15"
    assert other[1][1] == 45_000_000
    assert other[2][:2] == ["Quý I", True]
    assert other[3][:3] == ["tính", 2.5, False]
    assert read_bytes("kh.xlsb", made).kind == "xlsb"


def test_days_counted_from_1904() -> None:
    sheet = data(row(0, cell(5, 0, struct.pack("<d", 45_366 - 1462), 1)))
    assert texts(read_xlsb("kh.xlsb", workbook(("S", 0, sheet), styles=STYLES, flags=1))) == [["15/03/2024"]]


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (data(row(20_000, cell(6, 0, text("x")))), "dòng 20001"),
        (data(row(0, cell(6, 300, text("x")))), "cột 301"),
        (data(row(0, cell(7, 0, struct.pack("<I", 9)))), "hỏng"),
        (data(row(0, cell(6, 0, struct.pack("<I", 9)))), "hỏng"),
        (data(row(0, record(5, b"\0"))), "hỏng"),
    ],
)
def test_what_is_refused(sheet: bytes, words: str) -> None:
    with pytest.raises(FileProblem, match=words):
        read_xlsb("kh.xlsb", workbook(("S", 0, sheet)))


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit, words in (
        ("_MOST_SHEETS", "trang tính"),
        ("MOST_FILLED", "ô có chữ"),
        ("_MOST_MERGED", "ô gộp"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(xlsb, limit, 0)
            with pytest.raises(FileProblem, match=words):
                read_xlsb("kh.xlsb", workbook(("S", 0, SHEET), strings=("a", "b")))


def test_missing_parts_and_records_cut_off() -> None:
    assert read_xlsb("kh.xlsb", workbook()).grids == ()
    cut = read_xlsb("kh.xlsb", workbook(("S", 0, data(row(0, cell(6, 0, text("x")))) + b"\x80")))
    assert texts(cut) == [["x"]]
