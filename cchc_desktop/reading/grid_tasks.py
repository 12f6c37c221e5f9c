"""Rows become tasks: sections kept in mind, cut rows joined, everything that is no task set aside with its reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from cchc_desktop.reading.grid_assembly import Dropped
from cchc_desktop.reading.grid_labels import (
    Label,
    LabelKind,
    begins_with_bullet,
    follows,
    is_child,
    leading_label,
)
from cchc_desktop.reading.grid_likeness import starts_like_a_sentence
from cchc_desktop.reading.grid_rows import (
    FIELDS,
    Row,
    is_appendix_heading,
    is_closing,
    is_note,
    is_page_number,
)
from cchc_desktop.reading.grid_sections import Heading, Level, Place, heading_of
from cchc_desktop.reading.grid_style import Numbered, Numbering, Style, complete, numbered, style_of
from cchc_desktop.text import squash


@dataclass(frozen=True, slots=True)
class RawTask:
    """A task as it stands in the table, before its phrases are read."""

    section: str
    section_title: str
    number: str
    cells: Mapping[str, str]
    """Role -> printed text, line breaks kept where a cell has them."""
    rows: tuple[int, ...]
    flags: frozenset[str]
    """joined_rows, number_out_of_order, missing_number, strange_number, row_unsure, maybe_cut, shared_content, extra_cells,
    merged_columns, duplicate_row."""

    def text(self, role: str) -> str:
        """Return the printed text of a role with single spaces."""
        return squash(self.cells.get(role, ""))


@dataclass(frozen=True, slots=True)
class TaskRows:
    """What the rows of a table became."""

    tasks: tuple[RawTask, ...]
    dropped: tuple[Dropped, ...]
    joined: int
    """Rows that were joined to the row above."""
    unsure_headings: tuple[str, ...]


def read_tasks(rows: Sequence[Row]) -> TaskRows:
    """Turn the rows of a table into tasks."""
    reader = _Reader(style_of(rows))
    for row, following in zip_longest(rows, rows[1:]):
        reader.take(row, following)
    return reader.finish()


@dataclass(slots=True)
class _Draft:
    section: str
    section_title: str
    number: str
    label: Label | None
    pieces: dict[str, list[str]]
    rows: list[int]
    flags: set[str]

    def add(self, role: str, raw: str) -> None:
        if raw.strip():
            self.pieces.setdefault(role, []).append(raw)

    def done(self) -> RawTask:
        cells = {role: " ".join(pieces) for role, pieces in self.pieces.items()}
        return RawTask(
            self.section, self.section_title, self.number, cells, tuple(self.rows), frozenset(self.flags)
        )


@dataclass(slots=True)
class _Reader:
    style: Style
    drafts: list[_Draft] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    joined: int = 0
    section: str = ""
    section_title: str = ""
    group: str = ""
    heading: Label | None = None
    title: str = ""
    """Title of a heading while no other row has come after it."""
    level: Level = Level.SECTION
    """Level of that heading."""
    has_task: bool = False
    fresh: bool = False
    """True from a heading to the next number: numbers may begin again."""
    last: dict[LabelKind, Label] = field(default_factory=dict)
    closed: bool = False
    waiting: Dropped | None = None
    """The heading of a section that has no task yet."""

    def take(self, row: Row, following: Row | None) -> None:
        number = numbered(row, self.style)
        numbered_task = number.label and number.content and not row.bare
        if self.closed and not numbered_task and not (number.content and complete(row)):
            self._drop(row, "signature")
            return
        self.closed = is_closing(row) or is_appendix_heading(row)
        if self.closed:
            self._drop(row, "signature")
        elif is_note(row):
            self._drop(row, "note")
        elif (
            head := heading_of(
                row, self.style, Place(self.has_task, self.title, following, bool(self.section))
            )
        ) is not None:
            self._begin_section(row, head)
        elif row.outside:
            self._drop(row, "between_tables")
        elif is_page_number(row) and not self._is_next(number.label):
            self._drop(row, "page_number")
        elif self.has_task and _continues(
            row, number, self.drafts[-1], self.style, self._is_next(number.label)
        ):
            self._join(row)
        else:
            self._begin_task(row, number)

    def finish(self) -> TaskRows:
        self._leave_section()
        tasks = []
        for draft in self.drafts:
            if draft.pieces:
                tasks.append(draft.done())
            else:
                self.dropped.append(Dropped(draft.rows[0], "number_only", draft.number))
        dropped = sorted(self.dropped, key=lambda drop: drop.index)
        return TaskRows(tuple(tasks), tuple(dropped), self.joined, tuple(self.unsure))

    def _begin_section(self, row: Row, head: Heading) -> None:
        if head.unsure:
            self.unsure.append(" | ".join(_texts(row)))
        if head.level is Level.REST:
            self._go_on_heading(row, head)
            return
        if head.level is Level.SECTION:
            self._leave_section()
            self.section, self.section_title = head.number, head.title
            self.waiting = Dropped(row.index, "section", " | ".join(_texts(row)))
        else:
            self._drop(row, head.level.value)
        self.title, self.level = head.title, head.level
        self.heading, self.fresh, self.has_task = head.label, True, False

    def _go_on_heading(self, row: Row, head: Heading) -> None:
        """Take the second line of the heading directly before, of whatever level that was."""
        self.title = head.title
        if self.level is not Level.SECTION or self.waiting is None:
            self._drop(row, self.level.value)
            return
        self.section_title = f"{self.section_title} {head.title}"
        self.waiting = replace(self.waiting, text=f"{self.waiting.text} {head.title}")

    def _leave_section(self) -> None:
        """Set a heading aside that no task came under: it may be something else."""
        if self.waiting is not None:
            self.dropped.append(self.waiting)
        self.waiting = None

    def _begin_task(self, row: Row, number: Numbered) -> None:
        self.title = ""
        if not number.content and not number.number and "content" not in row.values:
            self._drop(row, "orphan")
            return
        section, title = self._section_of(row)
        flags = {
            flag
            for flag, present in (
                ("strange_number", number.strange),
                ("extra_cells", bool(row.extra)),
                ("merged_columns", row.merged),
                ("shared_content", not row.own("content") and "content" in row.values),
                ("missing_number", self._lacks_number(row, number)),
                ("row_unsure", self._may_go_on(row)),
                ("number_out_of_order", self._out_of_order(row, number.label)),
            )
            if present
        }
        if "row_unsure" in flags:
            self.drafts[-1].flags.add("maybe_cut")
        draft = _Draft(section, title, number.number, number.label, {}, [row.index], flags)
        draft.add("content", number.content or row.text("content"))
        for role in FIELDS:
            value = row.values.get(role)
            draft.add(role, value.raw if value else "")
        self.drafts.append(draft)
        self.has_task = True
        if draft.pieces:
            self.waiting = None

    def _section_of(self, row: Row) -> tuple[str, str]:
        self.group = row.text("group") or self.group
        if not self.group:
            return self.section, self.section_title
        number = squash(row.text("number")).rstrip(".") if self.style.number_of_group else ""
        found = leading_label(self.group)
        return (found[0].text, found[1]) if found else (number, self.group)

    def _join(self, row: Row) -> None:
        self.title = ""
        draft = self.drafts[-1]
        number = row.own("number")
        draft.add("content", number if number != draft.number else "")
        merged = "content" in row.values and not row.own("content")
        for role in ("content", *FIELDS):
            value = row.values.get(role)
            text = value.raw if value and not value.continued else ""
            draft.add(role, f"\n{text}" if merged else text)
        if row.extra:
            draft.flags.add("extra_cells")
        draft.rows.append(row.index)
        draft.flags.add("joined_rows")
        self.waiting = None
        self.joined += 1

    def _is_next(self, label: Label | None) -> bool:
        """Tell whether a number is one that may come now."""
        if label is None:
            return False
        if follows(self.last.get(label.kind), label):
            return True
        if not self.fresh:
            return False
        first = label.path[-1] == 1
        return set(label.path) == {1} or (
            first and self.heading is not None and is_child(self.heading, label)
        )

    def _out_of_order(self, row: Row, label: Label | None) -> bool:
        if label is None or (row.text("number") and not row.own("number")):
            return False
        expected = self._is_next(label)
        self.fresh = False
        self.last[label.kind] = label
        if label.kind is LabelKind.DECIMAL:
            self.last.pop(LabelKind.LETTER, None)
        return not expected

    def _lacks_number(self, row: Row, number: Numbered) -> bool:
        if number.number or self.style.number_of_group or self.style.numbering is Numbering.NONE:
            return False
        return bool(row.own("content")) and not begins_with_bullet(number.content)

    def _may_go_on(self, row: Row) -> bool:
        """Tell a row without number that may be the rest of the row above after all."""
        style = self.style
        return style.numbering is Numbering.NONE and style.whole_rows and self.has_task and not complete(row)

    def _drop(self, row: Row, reason: str) -> None:
        self.dropped.append(Dropped(row.index, reason, " | ".join(_texts(row))))


def _continues(row: Row, number: Numbered, draft: _Draft, style: Style, is_next: bool) -> bool:
    """Tell whether a row is the rest of the task before, cut by a page break or a merged cell."""
    if number.strange:
        return False
    if "content" in row.values and not row.own("content"):
        return not any(row.own(role) for role in ("lead", "deadline", "start", "end"))
    if number.number:
        again = draft.label is not None and number.label == draft.label and row.after_break
        in_content = not row.own("number")
        return not is_next and not complete(row) and (again or (in_content and (row.bare or row.after_break)))
    if not number.content:
        return True
    whole = complete(row) and starts_like_a_sentence(number.content)
    if style.numbering is not Numbering.NONE and not style.number_of_group:
        return not whole
    if whole or row.bare:
        return not whole
    partial = not (row.own("lead") or row.own("deadline") or row.own("end"))
    return partial or row.after_break or not starts_like_a_sentence(number.content)


def _texts(row: Row) -> Iterable[str]:
    texts = [value.text for value in row.values.values() if not value.continued]
    return (*texts, *row.extra) or (row.lone,)
