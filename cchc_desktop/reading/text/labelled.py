"""Tasks written as paragraphs: what is to be done, then "- Cơ quan chủ trì: …", "- Thời gian hoàn thành: …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc_desktop.reading.grid.headings import heading_key
from cchc_desktop.reading.grid.labels import LabelKind, heading_label, leading_label
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, in_capitals
from cchc_desktop.reading.grid.rows import is_appendix_title, is_page_number_text
from cchc_desktop.reading.source import Cell
from cchc_desktop.reading.text.blocks import Block, CellRow, Piece
from cchc_desktop.reading.text.lines import PAGE_BREAK, joined
from cchc_desktop.text import fold, squash

_COLUMNS: dict[str, str] = {
    "number": "TT",
    "content": "Nội dung công việc",
    "lead": "Cơ quan chủ trì",
    "coordinating": "Cơ quan phối hợp",
    "issuing_level": "Cấp ban hành/phê duyệt",
    "product": "Sản phẩm",
    "budget": "Kinh phí",
    "start": "Bắt đầu",
    "end": "Kết thúc",
    "deadline": "Thời gian thực hiện",
    "note": "Ghi chú",
}
"""Role -> heading of the column it makes when the paragraphs do not name it themselves."""
_BODY = r"(co quan|don vi|to chuc|ca nhan|nguoi|bo phan|phong|dau moi|can bo)"
_LABELS = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (
            "lead",
            rf"({_BODY} )*(duoc giao )?chu tri( (thuc hien|tham muu|de xuat|trinh|xay dung|soan thao|theo doi))*",
        ),
        (
            "lead",
            rf"({_BODY} )+(duoc giao )?(thuc hien|phu trach|chiu trach nhiem|tham muu|trien khai)( thuc hien| chinh)*",
        ),
        (
            "lead",
            r"phan cong( thuc hien| nhiem vu)?|phu trach|trach nhiem thuc hien|co quan chu tri phoi hop",
        ),
        ("coordinating", rf"({_BODY} )*phoi hop( thuc hien)?|({_BODY} )+lien quan"),
        ("start", r"(thoi gian |ngay )?bat dau"),
        ("end", r"(thoi gian |ngay )?ket thuc"),
        (
            "deadline",
            r"(du kien )?(thoi gian|thoi han|thoi diem|tien do|moc thoi gian|lo trinh|han)( (thuc hien|hoan thanh|trien khai|ban hanh|trinh|bao cao|hoan tat|du kien))*|(ngay |han )?hoan thanh( truoc)?",
        ),
        (
            "product",
            r"(san pham|ket qua)( (san pham|ket qua|dau ra|du kien|can dat|phai dat|hoan thanh|ban giao))*",
        ),
        ("budget", r"(du kien |nguon )?kinh phi( (thuc hien|du kien|dam bao))*"),
        (
            "issuing_level",
            r"(cap|tham quyen|co quan) (trinh |ban hanh|phe duyet|quyet dinh|thong qua)( phe duyet| ban hanh)*|cap trinh",
        ),
        ("note", r"ghi chu"),
    )
)
"""What labels of paragraphs say; narrower than headings of columns, since running text has colons too."""
_TASK_SIGNS = frozenset({"lead", "deadline"})
_FEWEST_TASKS = 2
_MOST_APART = 12
"""Lines of a task before its first labelled line."""
_LONGEST_LINE = 4000
_LONGEST_WRAP = 130
"""Characters; where lines are longer, each is a paragraph."""
_MOST_PIECES = 60
"""Lines of one paragraph."""
_MARK = re.compile(
    r"(?P<open>^|[;.,(\[]\s*|[-–—+•*▪●]\s+)(?P<label>[^\W\d_][^:;.(\[\n]{1,60}(?:\([^()]{1,20}\)\s*)?):(?!\d)\s*"
)
_BULLET = re.compile(r"[-–—+•*▪●]\s*")
_TITLE = re.compile(r"(PHỤ LỤC|DANH MỤC|KẾ HOẠCH|BẢNG|BIỂU|CHƯƠNG TRÌNH|NHIỆM VỤ|QUYẾT ĐỊNH|PHÂN CÔNG)\b")
_LEADS = re.compile(r"\bchu tri\b")
_COLON = ":"
_MOST_DOTTED = 0.5
"""Share of labelled texts that end with a stop when the stops belong to the list."""
_NOTICE = (
    "labelled_paragraphs",
    "Nhiệm vụ được đọc từ các đoạn văn có ghi “Cơ quan chủ trì”, “Thời gian”… vì văn bản không kẻ bảng; hãy kiểm tra từng dòng.",
)


@dataclass(slots=True)
class _Paragraph:
    """Wrapped lines put together."""

    pieces: list[str]
    begin: int
    end: int
    apart: bool
    """A blank line stands above."""

    @property
    def text(self) -> str:
        return joined(self.pieces)


@dataclass(slots=True)
class _Task:
    number: str = ""
    content: list[str] = field(default_factory=list)
    said: dict[str, list[str]] = field(default_factory=dict)
    doubtful: bool = False
    """Text stands behind its labels, or one label stands twice."""


@dataclass(slots=True)
class _Reading:
    rows: list[_Task | str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)

    @property
    def tasks(self) -> list[_Task]:
        return [row for row in self.rows if isinstance(row, _Task)]


def find_labelled(lines: Sequence[str]) -> list[Piece]:
    """Find runs of tasks written as labelled paragraphs."""
    if sum(_COLON in line for line in lines) < _FEWEST_TASKS:
        return list(lines)
    paragraphs = _paragraphs(lines)
    marked = [at for at, each in enumerate(paragraphs) if _says(each.text)]
    if len(marked) < _FEWEST_TASKS:
        return list(lines)
    first, last = _first(paragraphs, marked[0]), marked[-1] + 1
    while last < len(paragraphs) and labels_in(paragraphs[last].text)[1] and not paragraphs[last].apart:
        last += 1
    reading = _read(paragraphs[first:last])
    named = [task for task in reading.tasks if task.content and _TASK_SIGNS & set(task.said)]
    fitting = sum(
        _fits(role, value) for task in named for role in _TASK_SIGNS for value in task.said.get(role, ())
    )
    if len(named) < _FEWEST_TASKS or fitting < len(named):
        return list(lines)
    return [*lines[: paragraphs[first].begin], _block(reading), *lines[paragraphs[last - 1].end :]]


def _fits(role: str, value: str) -> bool:
    return agency_like(value) if role == "lead" else deadline_like(value)


def _paragraphs(lines: Sequence[str]) -> list[_Paragraph]:
    """Put wrapped lines together; page ends and page numbers do not part them."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    full = lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0
    found: list[_Paragraph] = []
    apart = True
    page_ends = False
    before = ""
    for at, line in enumerate(lines):
        if len(line) > _LONGEST_LINE:
            found.append(_Paragraph([line], at, at + 1, apart=True))
            apart, before = True, ""
            continue
        text = squash(line)
        if line == PAGE_BREAK or is_page_number_text(text):
            apart, page_ends = False, True
            continue
        if not text:
            apart = not page_ends
            continue
        page_ends = False
        if (
            found
            and not apart
            and len(found[-1].pieces) < _MOST_PIECES
            and _is_rest(found[-1].pieces, before, text, full)
        ):
            found[-1].pieces.append(text)
            found[-1].end = at + 1
        else:
            found.append(_Paragraph([text], at, at + 1, apart=apart))
        apart = False
        before = line.rstrip()
    return found


def _starts(text: str) -> bool:
    """Tell a line that begins something new by itself: a number, a dash, a label with a capital."""
    if _is_item(text) or _is_section(text) or _BULLET.match(text):
        return True
    before, said = labels_in(text)
    return bool(said) and not before and text[:1].isupper()


def _is_rest(above: Sequence[str], before: str, text: str, full: int) -> bool:
    """Tell a line that goes on with the paragraph above: its first word had no room there, or it begins small."""
    if _is_section(above[0]):
        small = text[:1].islower() and not _is_item(text)
        return small or (in_capitals(above[0]) and in_capitals(text) and heading_label(text) is None)
    if _starts(text):
        return False
    if text[:1].islower() or full > _LONGEST_WRAP:
        return text[:1].islower()
    return len(before) + 1 + len(text.split(" ", 1)[0]) > full


def labels_in(line: str) -> tuple[str, list[tuple[str, str, str]]]:
    """Cut a line at its labels: the text before the first one, then (role, label, text) for each.

    >>> labels_in("- Cơ quan chủ trì: Sở Nội vụ")
    ('', [('lead', 'Cơ quan chủ trì', 'Sở Nội vụ')])
    >>> labels_in("Rà soát (Chủ trì: Sở Y tế; thời gian: Quý II).")[1][0]
    ('lead', 'Chủ trì', 'Sở Y tế')
    """
    if len(line) > _LONGEST_LINE:
        return line, []
    text = squash(line)
    if _COLON not in text:
        return text, []
    marks = [(found, role) for found in _MARK.finditer(text) if (role := _role(found["label"]))]
    if not marks:
        return text, []
    ends = [found.start() for found, _ in marks[1:]] + [len(text)]
    before = (
        _BULLET.sub("", text[: marks[0][0].start()], count=1)
        if marks[0][0].start() < 3
        else text[: marks[0][0].start()]
    )
    said = [
        (role, found["label"].strip(), text[found.end() : end].strip())
        for (found, role), end in zip(marks, ends, strict=True)
    ]
    return before.strip(" ([-–—+•*▪●"), said


def _role(label: str) -> str:
    key = heading_key(re.sub(r"\([^)]*\)", " ", label))
    return next((role for role, pattern in _LABELS if pattern.fullmatch(key)), "")


def _says(line: str) -> bool:
    return any(role in _TASK_SIGNS for role, _, _ in labels_in(line)[1])


def _first(paragraphs: Sequence[_Paragraph], at: int) -> int:
    """Return where the first task begins: at its number, or at the paragraph above; its section comes along."""
    begin = at
    if not labels_in(paragraphs[at].text)[0]:
        for near in range(at - 1, max(-1, at - _MOST_APART), -1):
            begin = near
            before, said = labels_in(paragraphs[near].text)
            labelled = bool(said) and not before
            if _is_item(paragraphs[near].text) or not (labelled or _BULLET.match(paragraphs[near].text)):
                break
    while (
        begin > 0 and _is_section(paragraphs[begin - 1].text) and not _TITLE.match(paragraphs[begin - 1].text)
    ):
        begin -= 1
    return begin


def _is_item(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    found = leading_label(text)
    return found is not None and found[0].kind in {LabelKind.DECIMAL, LabelKind.LETTER}


def _is_section(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    found = heading_label(text)
    if found is not None and found[0].kind in {LabelKind.ROMAN, LabelKind.CAPITAL}:
        return True
    return in_capitals(text) and not is_appendix_title(text)


def _read(paragraphs: Sequence[_Paragraph]) -> _Reading:
    reading = _Reading()
    task: _Task | None = None
    for paragraph in paragraphs:
        text = paragraph.text
        before, said = labels_in(text)
        if _is_section(text) and not said:
            reading.rows.append(text)
            task = None
        elif _begins(text, before, said, task, apart=paragraph.apart):
            task = _Task()
            reading.rows.append(task)
            found = leading_label(before or text) if _is_item(before or text) else None
            task.number = found[0].text if found else ""
            task.content += [found[1] if found else (before if said else text)]
        elif task is not None and not said:
            task.content.append(f"\n{text}")
            task.doubtful = task.doubtful or bool(task.said)
        if task is not None and said:
            _take(task, before, said, reading)
    return reading


def _begins(
    text: str, before: str, said: Sequence[tuple[str, str, str]], task: _Task | None, *, apart: bool
) -> bool:
    """Tell the first line of a task: numbered, or the first line of text behind the labels of another."""
    if _is_item(text) and not (said and not before):
        return True
    if task is None:
        return bool(before) or not said
    if said:
        return bool(before) and bool(task.said) and not _is_item(text)
    return bool(task.said) and (apart or bool(_BULLET.match(text)) or text[:1].isupper())


def _take(task: _Task, before: str, said: Sequence[tuple[str, str, str]], reading: _Reading) -> None:
    if before and task.said and before not in task.content:
        task.content.append(before)
    for role, label, value in said:
        task.doubtful = task.doubtful or role in task.said
        task.said.setdefault(role, []).append(value)
        reading.headings.setdefault(role, label)


def _block(reading: _Reading) -> Block:
    used = {role for task in reading.tasks for role in task.said}
    roles = [role for role in _COLUMNS if role in used or role in {"number", "content"}]
    heading: CellRow = tuple(Cell(_heading(role, reading.headings.get(role, ""))) for role in roles)
    ends = [
        value[-1:] for task in reading.tasks for values in task.said.values() for value in values if value
    ]
    dotted = sum(end in ".;" for end in ends) > _MOST_DOTTED * len(ends)
    rows = [heading, *(_row(row, roles, dotted=dotted) for row in reading.rows)]
    guessed = [
        number
        for number, row in enumerate(reading.rows, start=1)
        if isinstance(row, _Task) and (row.doubtful or not row.content or _names_lead_itself(row))
    ]
    return Block(tuple(rows), tuple(guessed), _NOTICE)


def _names_lead_itself(task: _Task) -> bool:
    """Tell a sentence "Sở Nội vụ chủ trì, phối hợp … xây dựng …", whose bodies stand in no label of their own."""
    return "lead" not in task.said and any(_LEADS.search(fold(piece)) for piece in task.content)


def _heading(role: str, label: str) -> str:
    return f"{label[:1].upper()}{label[1:]}" if label else _COLUMNS[role]


def _row(row: _Task | str, roles: Sequence[str], *, dotted: bool) -> CellRow:
    if isinstance(row, str):
        return (Cell(row, columns=len(roles)), *[None] * (len(roles) - 1))
    texts = {role: _value(joined(pieces), dotted=dotted) for role, pieces in row.said.items()}
    texts |= {"number": row.number, "content": _content(row)}
    return tuple(Cell(texts.get(role, "")) for role in roles)


def _value(text: str, *, dotted: bool) -> str:
    """Take off what belongs to the list and not to the text: its closing bracket, the stops at the ends of its lines."""
    bare = text
    if bare.rstrip(" ;.").endswith((")", "]")) and bare.count("(") + bare.count("[") < bare.count(
        ")"
    ) + bare.count("]"):
        bare = bare.rstrip(" ;.")[:-1].rstrip()
    return bare.rstrip(" ;.") if dotted or bare.endswith(";") else bare


def _content(task: _Task) -> str:
    parts: list[str] = []
    for piece in task.content:
        if piece.startswith("\n") or not parts:
            parts.append(piece.strip())
        else:
            parts[-1] = joined([parts[-1], piece])
    text = "\n".join(part for part in parts if part)
    return text.rstrip(" :") if text.endswith(":") else text
