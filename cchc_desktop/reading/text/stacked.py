"""Tables with one cell a line, as copied out of viewers: heading cells first, then the cells of row after row.

Such text keeps neither empty cells nor the ends of cells. Rows that have as many lines as the table has columns are
exact as long as no row of the table has more; everything else is shared out by what the cells look like and marked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from cchc_desktop.reading.grid.headings import FOREIGN, read_heading
from cchc_desktop.reading.grid.labels import Label, LabelKind, follows, leading_label, whole_label
from cchc_desktop.reading.grid.likeness import agency_like, deadline_like, in_capitals, starts_like_a_sentence
from cchc_desktop.reading.grid.rows import is_appendix_title, is_page_number_text
from cchc_desktop.reading.source import Cell
from cchc_desktop.reading.text.blocks import Block, CellRow, Piece, is_headed
from cchc_desktop.reading.text.lines import PAGE_BREAK, is_label, joined
from cchc_desktop.text import fold, squash

_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 14
_MOST_CELL_LINES = 40
"""Lines of one row; more of them are no table."""
_MOST_LINES = 20_000
_MOST_ATTEMPTS = 20
"""Heads of tables that are followed up in one text."""
_NOTICE = (
    "one_cell_a_line",
    "Bảng được dán mỗi ô một dòng nên ô trống có thể đã mất; hãy kiểm tra các dòng có dấu cần xem, hoặc sao chép lại bảng từ Word, Excel.",
)
_CLOSING = re.compile(r"(nơi nhận|tm\.|kt\.|tl\.|tuq\.|ghi chú\s*:)", re.IGNORECASE)
_ISSUER = re.compile(
    r"(ubnd|hdnd|uy ban|hoi dong|thu tuong|chinh phu|chu tich|bo|tinh uy|giam doc|cap (tinh|huyen|xa))\b.{0,60}"
)
_TIME = re.compile(r"\d|\b(quy|thang|nam|thuong xuyen|dinh ky|hang (thang|quy|tuan))\b")
_IMPOSSIBLE = -1000
_MOST_LOST = 2
"""Empty cells that a row can have lost and still have only one way to be read."""


@dataclass(frozen=True, slots=True)
class _Head:
    columns: tuple[str, ...]
    """Roles, "" for a heading that none is known for."""
    texts: tuple[str, ...]
    end: int
    blank_lines: bool
    """Blank lines stand between the heading cells, so they are no cells."""


@dataclass(slots=True)
class _Record:
    """Lines that belong to one row."""

    lines: list[str] = field(default_factory=list)
    banner: bool = False


def find_stacked(lines: Sequence[str]) -> list[Piece]:
    """Find tables by three or more headings of columns, each on a line of its own."""
    found: list[Piece] = []
    at = attempts = 0
    while at < len(lines):
        likely = attempts < _MOST_ATTEMPTS and read_heading(lines[at]) is not None
        head = _read_head(lines, at) if likely else None
        attempts += head is not None
        if head is None:
            found.append(lines[at])
            at += 1
            continue
        end = _end(lines, head)
        block = _read_table(lines[head.end : end], head)
        if block is None:
            found.append(lines[at])
            at += 1
            continue
        found.append(block)
        at = end
    return found


def _read_head(lines: Sequence[str], at: int) -> _Head | None:
    """Read heading cells from a line on; one that begins small goes on with the heading above."""
    texts: list[str] = []
    blank = False
    near = at
    while near < len(lines) and len(texts) <= _MOST_COLUMNS:
        text = squash(lines[near])
        if not text:
            if len(texts) > 0 and near + 1 < len(lines) and _may_head(lines[near + 1]):
                blank = True
                near += 1
                continue
            break
        if texts and text[:1].islower() and read_heading(f"{texts[-1]} {text}") is not None:
            texts[-1] = f"{texts[-1]} {text}"
        elif _may_head(text):
            texts.append(text)
        else:
            break
        near += 1
    roles = tuple(role.role if (role := read_heading(text)) else "" for text in texts)
    distinct = set(roles) - {"", FOREIGN}
    if len(distinct) < _FEWEST_COLUMNS or "content" not in distinct or not {"lead", "deadline"} & distinct:
        return None
    shouted = [in_capitals(text) for text in texts]
    if shouted[0] and not all(shouted[1:]):
        return None
    if not is_headed((tuple(Cell(text) for text in texts),)):
        return None
    return _Head(roles, tuple(texts), near, blank)


def _may_head(text: str) -> bool:
    return read_heading(text) is not None and whole_label(text) is None and leading_label(text) is None


def _end(lines: Sequence[str], head: _Head) -> int:
    for near in range(head.end, min(len(lines), head.end + _MOST_LINES)):
        text = lines[near].strip()
        if text and (_CLOSING.match(text) or is_appendix_title(text)):
            return near
    return min(len(lines), head.end + _MOST_LINES)


def _read_table(lines: Sequence[str], head: _Head) -> Block | None:
    rows = _by_stride(lines, head)
    guessed: list[int] = []
    if rows is None:
        records = list(_records(lines, head))
        if sum(not record.banner for record in records) < 1 or any(
            len(each.lines) > _MOST_CELL_LINES for each in records
        ):
            return None
        rows, guessed = _by_records(records, head)
    heading: CellRow = tuple(Cell(text) for text in head.texts)
    exact = "" in map(str.strip, lines[: -len(head.texts)]) and not guessed
    return Block((heading, *rows), tuple(number + 1 for number in guessed), None if exact else _NOTICE)


def _by_stride(lines: Sequence[str], head: _Head) -> list[CellRow] | None:
    """Read lines in which empty cells are blank lines: every row has exactly as many lines as there are columns."""
    if head.blank_lines:
        return None
    wide = len(head.texts)
    kept = [squash(line) for line in lines if line != PAGE_BREAK]
    while kept and not kept[-1] and len(kept) % wide:
        kept.pop()
    kept += [""] * (-len(kept) % wide if "" in kept else 0)
    if not kept or len(kept) % wide:
        return None
    rows = [kept[at : at + wide] for at in range(0, len(kept), wide)]
    if not all(_is_row(row, head) for row in rows if any(row)):
        return None
    if "" not in kept and not all(is_label(row[0]) for row in rows):
        return None
    return [tuple(Cell(text) for text in row) for row in rows if any(row)]


def _is_row(row: Sequence[str], head: _Head) -> bool:
    """Tell whether lines taken for a row look like one: number and content first, bodies and times in their places."""
    by_role = dict(zip(head.columns, row, strict=True))
    if "number" in by_role and by_role["number"] and whole_label(by_role["number"]) is None:
        return not any(row[1:])
    if not by_role["content"]:
        return False
    bare = not any(row[head.columns.index("content") + 1 :])
    if bare:
        return True
    lead, deadline = by_role.get("lead", ""), by_role.get("deadline", "")
    return (not lead or agency_like(lead)) and (not deadline or deadline_like(deadline))


def _records(lines: Sequence[str], head: _Head) -> Iterator[_Record]:
    """Part the lines into rows: at numbers that may come next, at headings, at repeated heads of the table."""
    record: _Record | None = None
    last: dict[LabelKind, Label] = {}
    fresh = True
    heading = {fold(text) for text in head.texts}
    in_column = "number" in head.columns
    for at, line in enumerate(lines):
        text = squash(line)
        if not text or text == PAGE_BREAK.strip() or fold(text) in heading:
            continue
        if is_page_number_text(text) and not (in_column and _comes(whole_label(text), last, fresh=fresh)):
            continue
        label = _label(text, in_column=in_column)
        if _is_section(text, label, _next_text(lines, at), in_column=in_column):
            yield from [record] if record else []
            record = None
            yield _Record([text], banner=True)
            fresh, last = True, {**last, **({label.kind: label} if label else {})}
        elif label is not None and _comes(label, last, fresh=fresh):
            yield from [record] if record else []
            record = _Record([text])
            fresh, last = False, {**last, label.kind: label}
        elif record is None:
            record = _Record([text])
        else:
            record.lines.append(text)
    if record is not None:
        yield record


def _next_text(lines: Sequence[str], at: int) -> str:
    return next((text for line in lines[at + 1 : at + 4] if (text := squash(line))), "")


def _label(text: str, *, in_column: bool) -> Label | None:
    if in_column:
        return whole_label(text)
    found = leading_label(text)
    return found[0] if found else None


def _comes(label: Label | None, last: dict[LabelKind, Label], *, fresh: bool) -> bool:
    if label is None or label.kind is not LabelKind.DECIMAL:
        return False
    return follows(last.get(LabelKind.DECIMAL), label) or (fresh and label.path[-1] == 1)


def _is_section(text: str, label: Label | None, following: str, *, in_column: bool) -> bool:
    """Tell a section's title, or its number on a line of its own before the title."""
    high = label is not None and label.kind in {LabelKind.ROMAN, LabelKind.CAPITAL}
    if high and in_column:
        return starts_like_a_sentence(following) and not agency_like(following)
    found = leading_label(text)
    if found is not None and found[0].kind in {LabelKind.ROMAN, LabelKind.CAPITAL}:
        return True
    return in_capitals(text) and len(text.split()) > 2


def _by_records(records: Sequence[_Record], head: _Head) -> tuple[list[CellRow], list[int]]:
    rows: list[CellRow] = []
    guessed: list[int] = []
    wide = len(head.texts)
    tasks = [record for record in records if not record.banner]
    wrapped = any(len(record.lines) > wide for record in tasks)
    title_next = False
    for number, record in enumerate(records):
        if record.banner or title_next:
            title = record.lines[0]
            needs_title = record.banner and whole_label(title) is not None
            if title_next:
                rows[-1] = (
                    Cell(f"{_text_of(rows[-1])}. {joined(record.lines)}", columns=wide),
                    *[None] * (wide - 1),
                )
            else:
                rows.append((Cell(title, columns=wide), *[None] * (wide - 1)))
            title_next = needs_title and not (
                number + 1 < len(records) and records[number + 1].banner and False
            )
            continue
        cells, exact = _shared_out(record.lines, head)
        if not exact or wrapped:
            guessed.append(len(rows))
        rows.append(cells)
    return rows, guessed


def _text_of(row: CellRow) -> str:
    return row[0].text if row[0] is not None else ""


def _shared_out(lines: Sequence[str], head: _Head) -> tuple[CellRow, bool]:
    """Share lines out to the columns; exact when there is one for each and all look right."""
    fitting = _fitting(lines, head.columns)
    if len(fitting) == 1:
        return fitting[0], True
    places = _best_places(lines, head.columns)
    columns: list[list[str]] = [[] for _ in head.columns]
    for text, place in zip(lines, places, strict=True):
        columns[place].append(text)
    return tuple(Cell(joined(texts)) for texts in columns), False


def _fitting(lines: Sequence[str], roles: Sequence[str]) -> list[CellRow]:
    """Find all ways to put one line into one column each, in order, so that every cell looks right."""
    missing = len(roles) - len(lines)
    if missing not in range(_MOST_LOST + 1):
        return []
    found: list[CellRow] = []
    for lost in combinations(range(len(roles)), missing):
        rest = iter(lines)
        cells = tuple(Cell("" if place in lost else next(rest)) for place in range(len(roles)))
        if all(not cell.text or _start(role, cell.text) > 0 for role, cell in zip(roles, cells, strict=True)):
            found.append(cells)
    return found


def _best_places(lines: Sequence[str], roles: Sequence[str]) -> list[int]:
    """Find the column of each line, from left to right, by what the lines look like."""
    best: list[list[tuple[float, int]]] = []
    for at, text in enumerate(lines):
        row: list[tuple[float, int]] = []
        for place, role in enumerate(roles):
            options = [(_IMPOSSIBLE * 10.0, 0)]
            if at == 0:
                options.append((_start(role, text) + _skipped(roles[:place]), -1))
            else:
                for before in range(place + 1):
                    score = best[at - 1][before][0]
                    if before == place:
                        options.append((score + _continued(lines[at - 1], text, role), before))
                    else:
                        options.append(
                            (score + _start(role, text) + _skipped(roles[before + 1 : place]), before)
                        )
            row.append(max(options))
        best.append(row)
    ends = [(best[-1][place][0] + _skipped(roles[place + 1 :]), place) for place in range(len(roles))]
    place = max(ends)[1]
    places = [place]
    for at in range(len(lines) - 1, 0, -1):
        place = best[at][place][1]
        places.append(place)
    return places[::-1]


def _start(role: str, text: str) -> float:
    """Judge a text as the beginning of a cell."""
    if role == "number":
        return 5 if whole_label(text) is not None else -8
    if role == "content":
        return 1 if not deadline_like(text) else 0.5
    if not starts_like_a_sentence(text) and not text[:1].isdigit() and not text.startswith(("-", "–", "x")):
        return -2
    if role in {"lead", "coordinating"}:
        return 3 if agency_like(text) else -4
    if role in {"deadline", "start", "end"}:
        return (4 if _TIME.search(fold(text)) else 2) if deadline_like(text) else -5
    if role == "issuing_level":
        return 3 if _ISSUER.fullmatch(fold(text)) else -4
    return -1 if agency_like(text) or (deadline_like(text) and _TIME.search(fold(text))) else 0.5


def _continued(before: str, text: str, role: str) -> float:
    """Judge a text as the next line of the same cell."""
    if role == "number":
        return -8
    open_end = before.rstrip().endswith((",", ";", "-", "và", "/"))
    small = not starts_like_a_sentence(text)
    other = (agency_like(text) and role == "content") or (
        deadline_like(text) and role not in {"deadline", "note"}
    )
    return (1.5 if small else -0.6) + (1 if open_end else 0) - (1.5 if other and not small else 0)


def _skipped(roles: Sequence[str]) -> float:
    costs = {"lead": 3, "deadline": 3, "content": 6, "number": 2, "coordinating": 1.2}
    return -sum(costs.get(role, 0.6) for role in roles)
