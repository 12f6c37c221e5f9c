"""Files of every kind with bytes changed at random: read or refused with a sentence, never anything else."""

import io
import random
import re
import zipfile
from collections.abc import Callable

import pytest

from cchc_desktop.errors import FileProblem
from cchc_desktop.reading.child import read_bytes
from tests.reading.carriers import as_csv, as_excel_page, as_sheet, as_word_page, in_1258, in_one_file
from tests.reading.test_ods import STYLES as ODS_STYLES
from tests.reading.test_ods import number, row, sheet, text
from tests.reading.test_ods import workbook as ods_workbook
from tests.reading.test_odt import document, items, p
from tests.reading.test_xls import label, old_workbook, record
from tests.reading.test_xlsb import SHEET, STYLES
from tests.reading.test_xlsb import workbook as binary_workbook

ROWS = [
    ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"],
    ["1", "Rà soát\nvăn bản", "Sở Tư pháp", "Quý I"],
    ["2", "Ban hành kế hoạch", "Sở Nội vụ", "Tháng 3"],
]
FILES: dict[str, Callable[[], bytes]] = {
    "kh.xlsx": lambda: as_sheet(ROWS),
    "kh.xls": lambda: old_workbook(label(0, 0, "STT") + label(0, 1, "Nội dung") + record(0x00E5, bytes(10))),
    "kh.xlsb": lambda: binary_workbook(("S", 0, SHEET), strings=("STT", "Nội dung"), styles=STYLES),
    "kh.ods": lambda: ods_workbook(
        sheet(row(text("STT"), number("date", "2024-03-05", "x", "ce1"))), ODS_STYLES
    ),
    "kh.odt": lambda: document(p("Kế hoạch") + items(p("một"), p("hai"))),
    "kh.htm": lambda: as_word_page(ROWS).encode(),
    "kh2.htm": lambda: in_1258(as_word_page(ROWS, "windows-1258")),
    "kh2.xls": lambda: as_excel_page(ROWS).encode("utf-16"),
    "kh.mht": lambda: in_one_file(as_word_page(ROWS)),
    "kh.csv": lambda: as_csv(ROWS).encode("utf-16"),
}
PIECES = (
    b"<table>", b"</table>", b"<td rowspan=9999 colspan=9999>", b"<tr>", b"</td>", b"<!--", b"<![if", b"&#x1F600;", b"<li>", b"</b>",
    b"<script>", b"\0", b"\xff\xff\xff\xff", b"999999999", b'"', b"'", b"style='display:none'", b"<", b">",
)  # fmt: skip
VALUES = (
    b"999999999",
    b"0",
    b"-5",
    b"XFD1048576",
    b"ZZZ1",
    b"s",
    b"d",
    b"e",
    b"A1:ZZ9",
    b"float",
    b"1048576",
    b"",
    b"inlineStr",
)


def changed(data: bytes, dice: random.Random) -> bytes:
    """Bytes with some of them replaced, taken out, doubled or put in."""
    whole = bytearray(data)
    for _ in range(dice.choice((1, 2, 8))):
        at = dice.randrange(len(whole) or 1)
        match dice.randrange(4):
            case 0:
                whole[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del whole[at : at + dice.choice((1, 16, 400))]
            case 2:
                whole[at:at] = whole[dice.randrange(len(whole) or 1) :][:200]
            case _:
                whole[at:at] = dice.choice(PIECES)
    return bytes(whole)


def changed_inside(data: bytes, dice: random.Random) -> bytes:
    """An archive with one of its members changed: values of attributes, or any bytes."""
    source = zipfile.ZipFile(io.BytesIO(data))
    chosen = dice.choice(source.namelist())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in source.namelist():
            content = source.read(name)
            if name == chosen and content:
                values = list(re.finditer(rb'"([^"]*)"', content))
                if values and dice.random() < 0.7:
                    found = dice.choice(values)
                    content = content[: found.start(1)] + dice.choice(VALUES) + content[found.end(1) :]
                else:
                    content = changed(content, dice)
            package.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_broken_files(name: str) -> None:
    data = FILES[name]()
    for seed in range(60):
        dice = random.Random(f"{name} {seed}")
        inside = data.startswith(b"PK") and dice.random() < 0.9
        broken = changed_inside(data, dice) if inside else changed(data, dice)
        try:
            source = read_bytes(name, broken)
        except FileProblem as problem:
            assert problem.message.endswith("."), seed  # noqa: PT017 - both outcomes are right
        else:
            assert source.file == name
