"""Tasks of a plan's running text: lettered items, dashes and paragraphs under the headings of their fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.deadlines import Deadline, DeadlineKind, read_deadline
from cchc_desktop.reading.body.fields import field_of, fields_in
from cchc_desktop.reading.body.labels import Rank
from cchc_desktop.reading.body.outline import Node
from cchc_desktop.reading.body.phrases import time_phrase
from cchc_desktop.reading.body.sections import Purpose
from cchc_desktop.reading.body.subjects import named_coordinating, named_lead, subject_of
from cchc_desktop.reading.draft import Problem, TaskDraft
from cchc_desktop.reading.grid.tasks import RawTask
from cchc_desktop.reading.row_problems import problems_of

_REFERS = re.compile(r"phụ lục", re.IGNORECASE)
_LONGEST_HEADING = 150
_OPENING = 150
"""Beginning of an item in which its own subject is looked for: quality management stands within other fields."""
FROM_BODY = Problem(
    "from_body",
    "Nhiệm vụ lấy từ phần nội dung, không phải phụ lục; hãy kiểm tra cơ quan và bổ sung thời gian thực hiện.",
)


@dataclass(frozen=True, slots=True)
class BodyTask:
    """One item of the running text that asks for work."""

    section: str
    section_title: str
    number: str
    content: str
    field: str
    """Key of the field its heading is about; "" when that is not known."""


@dataclass(slots=True)
class BodyTasks:
    """Items found, and paragraphs that stand among them without being items."""

    items: list[BodyTask] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Place:
    number: str
    title: str
    field: str


def find_tasks(sections: Sequence[tuple[Purpose, Node]]) -> BodyTasks:
    """Find the items of work in the sections of tasks."""
    found = BodyTasks()
    for purpose, section in sections:
        if purpose is Purpose.TASKS:
            _collect(section, _place(section), found)
    return found


def draft_tasks(
    items: Sequence[BodyTask], owners: Mapping[str, str], directory: Directory, year: int
) -> tuple[TaskDraft, ...]:
    """Make rows of a draft of items; ``owners`` are the bodies that lead the fields, ``year`` 0 when not known."""
    return tuple(_draft(item, owners, directory, year) for item in items)


def _collect(node: Node, place: _Place, found: BodyTasks) -> None:
    if not node.children:
        wanted = [text for text in node.paragraphs if not _REFERS.search(text)]
        found.items += [_item(place, str(at), text) for at, text in enumerate(wanted, start=1)]
        return
    found.left += node.paragraphs
    for at, child in enumerate(node.children, start=1):
        if _is_heading(child):
            _collect(child, _place(child, place), found)
        else:
            found.items += _items(child, child.mark.number or str(at), place)


def _items(node: Node, number: str, place: _Place) -> Iterator[BodyTask]:
    """Yield an item; dashes below a lettered or numbered item are items too, what stands below a dash belongs to it."""
    if node.mark.rank is Rank.BULLET:
        yield _item(place, number, " ".join((node.whole, *_below(node))))
        return
    yield _item(place, number, node.whole)
    base = number.rstrip(")").lstrip("(")
    for at, child in enumerate(node.children, start=1):
        yield from _items(child, child.mark.number or f"{base}.{at}", place)


def _below(node: Node) -> Iterator[str]:
    for child in node.children:
        yield f"{child.mark.text} {child.whole}"
        yield from _below(child)


def _item(place: _Place, number: str, content: str) -> BodyTask:
    return BodyTask(place.number, place.title, number, content, place.field)


def _place(node: Node, above: _Place | None = None) -> _Place:
    key = field_of(node.title) or (above.field if above and node.mark.rank > Rank.DECIMAL else "")
    return _Place(node.mark.text.rstrip(")"), node.title, key)


def _is_heading(node: Node) -> bool:
    """Tell a heading from an item: headings stand over items and do not end as sentences do."""
    if node.mark.rank is Rank.BULLET:
        return False
    if node.mark.rank < Rank.BRACKETED:
        return bool(node.children) or (node.is_open and bool(node.paragraphs))
    named = (
        node.text.endswith(":") and bool(field_of(node.title)) and len(node.title) <= _LONGEST_HEADING // 2
    )
    return bool(node.children) and len(node.title) <= _LONGEST_HEADING and (node.is_open or named)


def _draft(item: BodyTask, owners: Mapping[str, str], directory: Directory, year: int) -> TaskDraft:
    lead, told = _lead(item, owners, directory)
    coordinating = named_coordinating(item.content, directory)
    coordinating = "" if coordinating == lead else coordinating
    phrase = time_phrase(item.content)
    reading = _reading(phrase, year)
    raw = RawTask(
        item.section,
        item.section_title,
        item.number,
        {"content": item.content, "lead": lead, "coordinating": coordinating},
        (),
        frozenset(),
    )
    parties = {name: directory.split(raw.cells[name]) for name in ("lead", "coordinating")}
    columns = frozenset({"content", "lead", "coordinating", *(["deadline"] if phrase else [])})
    notes = [FROM_BODY, *told, *_from_text(phrase)]
    blank = TaskDraft(
        item.section, item.section_title, item.number, item.content, lead, coordinating, "", "", "", "", phrase,
        parties["lead"], parties["coordinating"], reading,
    )  # fmt: skip
    return replace(blank, problems=(*notes, *problems_of(raw, parties, reading, phrase, columns)))


def _lead(item: BodyTask, owners: Mapping[str, str], directory: Directory) -> tuple[str, list[Problem]]:
    named = subject_of(item.content, directory)[0] or named_lead(item.content, directory)
    if named:
        message = f"Cơ quan chủ trì “{named}” được lấy từ câu của nhiệm vụ; hãy kiểm tra."
        return named, [Problem("lead_from_text", message, "lead")]
    opening = fields_in(item.content[:_OPENING])
    owner = owners.get("iso" if "iso" in opening and "iso" in owners else item.field, "")
    if not owner:
        return "", []
    message = f"Cơ quan chủ trì được suy ra từ phần tổ chức thực hiện ({owner} phụ trách lĩnh vực này); hãy kiểm tra."
    return owner, [Problem("lead_from_duties", message, "lead")]


def _from_text(phrase: str) -> Iterator[Problem]:
    if phrase:
        message = f"Thời gian “{phrase}” được lấy từ câu của nhiệm vụ; hãy kiểm tra."
        yield Problem("deadline_from_text", message, "deadline")


def _reading(phrase: str, year: int) -> Deadline:
    if not phrase or not year:
        explanation = f"Chưa biết năm của kế hoạch nên chưa hiểu “{phrase}”; hãy nhập năm." if phrase else ""
        return Deadline(DeadlineKind.UNKNOWN, explanation=explanation)
    return read_deadline(phrase, year)
