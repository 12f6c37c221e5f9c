"""Plans put together by chance: known tasks set out in the ways offices set them out, then cut by pages.

The same seed makes the same plan. What must be read is known beforehand; nothing of it comes from the reader.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_desktop.reading.source import Cell, Grid, Source

FIELDS = (
    "Công tác chỉ đạo, điều hành cải cách hành chính", "Cải cách thể chế", "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy hành chính nhà nước", "Cải cách chế độ công vụ", "Cải cách tài chính công",
    "Xây dựng và phát triển chính quyền điện tử, chính quyền số", "Tuyên truyền về cải cách hành chính",
)  # fmt: skip
CONTENTS = (
    "Ban hành Kế hoạch cải cách hành chính năm 2025 của tỉnh",
    "Tổ chức kiểm tra công tác cải cách hành chính tại các cơ quan, đơn vị",
    "Rà soát, hệ thống hóa văn bản quy phạm pháp luật do HĐND, UBND tỉnh ban hành",
    "Triển khai Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa",
    "Công bố, công khai kịp thời thủ tục hành chính trên Cổng Dịch vụ công quốc gia",
    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
    "Khảo sát, đo lường sự hài lòng của người dân, tổ chức",
    "Tham mưu UBND tỉnh sắp xếp các đơn vị sự nghiệp công lập",
    "Thực hiện tinh giản biên chế theo Nghị định số 29/2023/NĐ-CP",
    "Bồi dưỡng kiến thức, kỹ năng cho cán bộ, công chức, viên chức",
    "Đẩy mạnh tự chủ tài chính tại các đơn vị sự nghiệp công lập",
    "Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh",
    "Duy trì chuyên mục cải cách hành chính trên Báo và Đài của tỉnh",
    "Xác định Chỉ số cải cách hành chính của các sở, ban, ngành và UBND cấp xã",
    "Xây dựng Đề án vị trí việc làm",
    "Sơ kết 6 tháng, tổng kết năm công tác cải cách hành chính",
    "Theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm",
    "Đơn giản hóa ít nhất 10% thủ tục hành chính nội bộ",
    "Tổ chức Hội thi tìm hiểu cải cách hành chính",
    "Phát động phong trào thi đua: “Cả nước thi đua xây dựng văn hóa công sở”",
)
LEADS = (
    "Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh", "Sở Tài chính", "Sở Khoa học và Công nghệ", "Thanh tra tỉnh",
    "Sở Văn hóa, Thể thao và Du lịch", "Các sở, ban, ngành tỉnh", "UBND cấp xã", "Công an tỉnh",
)  # fmt: skip
OTHERS = (
    "Các sở, ban, ngành tỉnh; UBND cấp xã", "Sở Tài chính, Sở Tư pháp", "Các cơ quan, đơn vị có liên quan", "",
    "Các sở, ban, ngành tỉnh", "Báo và Phát thanh, Truyền hình tỉnh", "Sở Nội vụ, Văn phòng UBND tỉnh và các cơ quan liên quan",
)  # fmt: skip
TIMES = (
    "Quý I", "Quý II/2025", "Thường xuyên", "Tháng 01/2025", "Trước ngày 15/11/2025", "Cả năm", "Quý IV năm 2025",
    "Theo kế hoạch", "Hàng quý", "Tháng 6 và tháng 12", "31/12/2025", "Trong năm 2025",
)  # fmt: skip
PRODUCTS = ("Kế hoạch", "Báo cáo", "Quyết định của UBND tỉnh", "", "Nghị quyết của HĐND tỉnh", "Hội nghị")
HEADINGS = {
    "number": ("STT", "TT", "Số TT", "Stt"),
    "content": ("Nội dung công việc", "Nhiệm vụ", "Nội dung nhiệm vụ", "Tên nhiệm vụ", "Nội dung, nhiệm vụ", "Nhiệm vụ cụ thể",
                "Nhiệm vụ trọng tâm", "Nội dung thực hiện", "Hoạt động", "Nhiệm vụ/giải pháp"),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan thực hiện", "Đơn vị chủ trì thực hiện", "CQ chủ trì",
             "Cơ quan, đơn vị chủ trì", "Cơ quan chủ trì tham mưu", "Đơn vị thực hiện", "Trách nhiệm chủ trì"),
    "coordinating": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "CQ phối hợp", "Cơ quan, đơn vị phối hợp", "Cơ quan phối hợp thực hiện"),
    "deadline": ("Thời gian thực hiện", "Thời gian", "Thời hạn hoàn thành", "Thời gian hoàn thành", "Tiến độ", "Thời hạn", "Tiến độ thực hiện",
                 "Hạn hoàn thành", "Mốc thời gian", "Thời gian thực hiện/ hoàn thành"),
    "product": ("Sản phẩm", "Kết quả/Sản phẩm", "Sản phẩm đầu ra", "Kết quả đầu ra", "Dự kiến sản phẩm", "Kết quả, sản phẩm"),
    "note": ("Ghi chú",),
    "group": ("Lĩnh vực", "Nhóm nhiệm vụ", "Lĩnh vực CCHC"),
}  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(frozen=True)
class Fact:
    """A task as it is meant."""

    section: str
    title: str
    number: str
    content: str
    lead: str
    coordinating: str
    deadline: str


@dataclass
class Made:
    """A plan and what must be read out of it."""

    source: Source
    facts: list[Fact]
    habits: dict[str, str] = field(default_factory=dict)


Row = list[Cell | None]


def make(seed: int, *, cuts: int = 0, numbered: bool | None = None) -> Made:
    """Make a plan; ``cuts`` rows are cut by page ends; ``numbered`` False leaves the numbers out."""
    chance = random.Random(seed)
    how = _habits(chance)
    if numbered is not None:
        how["numbering"] = chance.choice(("column", "content")) if numbered else "none"
    facts = _facts(chance, how)
    order = _order(chance, how)
    rows, kinds = _rows(facts, order, how)
    if how["merge"] == "down":
        _merge_equal(rows, kinds, order)
    heading = _heading(chance, order, how)
    pages = _pages(chance, rows, kinds, cuts, how) if cuts else [rows]
    lines = ["PHỤ LỤC", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025"]
    if how["pages"] == "one table":
        body = [
            row
            for at, page in enumerate(pages)
            for row in (heading if at == 0 or how["repeat"] == "yes" else []) + page
        ]
        grids = [Grid(tuple(map(tuple, body + _foot(chance, len(order), how))), "Bảng 1", 2)]
    else:
        grids = [
            Grid(tuple(map(tuple, (heading if at == 0 or how["repeat"] == "yes" else []) + page)), f"Bảng {at + 1}", 2)
            for at, page in enumerate(pages)
        ]  # fmt: skip
    return Made(Source("kh.docx", "docx", tuple(grids), tuple(lines)), facts, how)


def _habits(chance: random.Random) -> dict[str, str]:
    return {
        "numbering": chance.choice(("column", "column", "content", "none")),
        "running": chance.choice(("through", "restart")),
        "sections": chance.choice(("banner", "banner", "cells", "first", "group", "none")),
        "label": chance.choice(("roman", "roman", "capital", "bare")),
        "case": chance.choice(("capitals", "small")),
        "heading": chance.choice(("one", "one", "numbered", "two")),
        "merge": chance.choice(("none", "none", "down")),
        "pages": chance.choice(("one table", "tables")),
        "repeat": chance.choice(("yes", "no")),
        "foot": chance.choice(("none", "note", "total")),
        "blank": chance.choice(("no", "no", "no", "yes")),
    }


def _facts(chance: random.Random, how: dict[str, str]) -> list[Fact]:
    facts: list[Fact] = []
    contents = list(CONTENTS)
    chance.shuffle(contents)
    fields = chance.sample(FIELDS, chance.randint(2, 4)) if how["sections"] != "none" else [""]
    if how["label"] == "bare" and how["sections"] != "group":
        how["case"] = "capitals"
    for at, title in enumerate(fields):
        label = {"roman": ROMAN[at], "capital": "ABCD"[at], "bare": ""}[how["label"]] if title else ""
        if how["sections"] == "group":
            label = ""
        shown = title.upper() if how["case"] == "capitals" else title
        for number in range(1, chance.randint(2, 4) + 1):
            if not contents:
                break
            count = number if how["running"] == "restart" else len(facts) + 1
            facts.append(Fact(label, shown, "" if how["numbering"] == "none" else str(count), contents.pop(),
                              chance.choice(LEADS), chance.choice(OTHERS), chance.choice(TIMES)))  # fmt: skip
    return facts


def _order(chance: random.Random, how: dict[str, str]) -> list[str]:
    rest = ["lead", "coordinating", "deadline"]
    if chance.random() < 0.25:
        rest = ["deadline", "lead", "coordinating"]
    if chance.random() < 0.5:
        rest.insert(chance.randint(0, len(rest)), "product")
        if (
            rest.index("product") == rest.index("coordinating") - 1
            and rest.index("lead") == rest.index("product") - 1
        ):
            rest.remove("product")
            rest.append("product")
    if chance.random() < 0.3:
        rest.append("note")
    order = ["content", *rest]
    if how["sections"] == "group":
        order.insert(0, "group")
    if how["numbering"] == "column":
        order.insert(0, "number")
    if how["blank"] == "yes":
        order.insert(chance.randint(1, len(order)), "blank")
    return order


def _rows(facts: Sequence[Fact], order: Sequence[str], how: dict[str, str]) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    kinds: list[str] = []
    chance = random.Random(len(facts))
    for at, fact in enumerate(facts):
        new = at == 0 or facts[at - 1].title != fact.title
        if new and fact.title and how["sections"] != "group":
            rows.append(_section(fact, order, how))
            kinds.append("section")
        texts = {
            "number": fact.number, "content": f"{fact.number}. {fact.content}" if how["numbering"] == "content" else fact.content,
            "lead": fact.lead, "coordinating": fact.coordinating, "deadline": fact.deadline, "product": chance.choice(PRODUCTS),
            "group": fact.title if new else "",
        }  # fmt: skip
        rows.append([Cell(texts.get(role, "")) for role in order])
        kinds.append("task")
    return rows, kinds


def _section(fact: Fact, order: Sequence[str], how: dict[str, str]) -> Row:
    text = f"{fact.section}. {fact.title}" if fact.section else fact.title
    wide = len(order)
    if how["sections"] == "cells" and order[0] == "number":
        return [Cell(fact.section), Cell(fact.title), *(Cell() for _ in range(wide - 2))]
    if how["sections"] == "banner":
        return [Cell(text, columns=wide, bold=True), *(None for _ in range(wide - 1))]
    return [Cell(text), *(Cell() for _ in range(wide - 1))]


def _merge_equal(rows: list[Row], kinds: Sequence[str], order: Sequence[str]) -> None:
    for column, role in enumerate(order):
        if role not in {"lead", "deadline", "group"}:
            continue
        at = 0
        while at < len(rows):
            first = rows[at][column]
            down = 1
            while (
                kinds[at] == "task" and first is not None and first.text and at + down < len(rows) and kinds[at + down] == "task"
                and (other := rows[at + down][column]) is not None and other.text == ("" if role == "group" else first.text)
            ):  # fmt: skip
                rows[at + down][column] = None
                down += 1
            if down > 1 and first is not None:
                rows[at][column] = Cell(first.text, rows=down)
            at += down


def _heading(chance: random.Random, order: Sequence[str], how: dict[str, str]) -> list[Row]:
    names = [chance.choice(HEADINGS[role]) if role in HEADINGS else "" for role in order]
    places = {role: at for at, role in enumerate(order)}
    if how["heading"] == "two" and places["coordinating"] == places["lead"] + 1:
        top: Row = [Cell(name, rows=2) for name in names]
        below: Row = [None for _ in names]
        top[places["lead"]], top[places["coordinating"]] = Cell("Cơ quan thực hiện", columns=2), None
        below[places["lead"]], below[places["coordinating"]] = Cell("Chủ trì"), Cell("Phối hợp")
        return [top, below]
    rows: list[Row] = [[Cell(name, bold=True) for name in names]]
    if how["heading"] == "numbered":
        rows.append([Cell(f"({at})") for at in range(1, len(names) + 1)])
    return rows


def _foot(chance: random.Random, wide: int, how: dict[str, str]) -> list[Row]:
    text = {
        "none": "",
        "note": "Ghi chú: Các cơ quan báo cáo kết quả về Sở Nội vụ.",
        "total": "Tổng số: nhiệm vụ",
    }[how["foot"]]
    del chance
    return [[Cell(text, columns=wide), *(None for _ in range(wide - 1))]] if text else []


def _pages(
    chance: random.Random, rows: list[Row], kinds: Sequence[str], cuts: int, how: dict[str, str]
) -> list[list[Row]]:
    """Cut the table: between rows, or through a row, each of its cells at any word."""
    free = [
        at for at in range(1, len(rows)) if kinds[at] == "task"
        and all(cell is not None and cell.rows == 1 for cell in rows[at])
    ]  # fmt: skip
    pages: list[list[Row]] = []
    start = 0
    for at in sorted(chance.sample(free, min(cuts, len(free)))):
        if at < start:
            continue
        upper, lower = _cut(chance, rows[at])
        pages.append([*rows[start:at], upper])
        rows[at] = lower
        start = at
    pages.append(rows[start:])
    del how
    return [[row for row in page if any(cell is not None and cell.text for cell in row)] for page in pages]


def _cut(chance: random.Random, row: Row) -> tuple[Row, Row]:
    upper: Row = []
    lower: Row = []
    for cell in row:
        words = cell.text.split(" ") if cell is not None else []
        keep = len(words) if len(words) < 2 or chance.random() < 0.5 else chance.randint(1, len(words) - 1)
        upper.append(Cell(" ".join(words[:keep])))
        lower.append(Cell(" ".join(words[keep:])))
    return upper, lower
