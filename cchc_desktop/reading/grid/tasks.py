"""Rows become tasks: sections kept in mind, cut rows joined, everything that is no task set aside with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from cchc_desktop.reading.draft import Ruling
from cchc_desktop.reading.grid.assembly import Dropped
from cchc_desktop.reading.grid.labels import (
    Label,
    LabelKind,
    begins_with_bullet,
    follows,
    is_child,
    leading_label,
)
from cchc_desktop.reading.grid.raw import Borrowed, DraftTask, RawTask, TaskRows
from cchc_desktop.reading.grid.rest import goes_on, is_unfinished, lacks_a_number
from cchc_desktop.reading.grid.rows import (
    FIELDS,
    Row,
    is_appendix_heading,
    is_closing,
    is_note,
    is_page_number,
)
from cchc_desktop.reading.grid.sections import Heading, Level, Place, heading_of, ruled_heading
from cchc_desktop.reading.grid.style import Numbered, Numbering, Style, complete, numbered, style_of
from cchc_desktop.text import squash

__all__ = ["Borrowed", "RawTask", "TaskRows", "read_tasks"]


def read_tasks(rows: Sequence[Row]) -> TaskRows:
    """Turn the rows of a table into tasks."""
    reader = _Reader(style_of(rows))
    for row, following in zip_longest(rows, rows[1:]):
        reader.take(row, following)
    return reader.finish()


@dataclass(slots=True)
class _Reader:
    style: Style
    drafts: list[DraftTask] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    headings: list[tuple[int, str, bool]] = field(default_factory=list)
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
    paths: set[tuple[int, ...]] = field(default_factory=set)
    """Numbers of the tasks of the present section."""
    nested: bool = False
    """The tasks of the present section are counted below its number: "2.1" under "2"."""
    fresh: bool = False
    """True from a heading to the next number: numbers may begin again."""
    last: dict[LabelKind, Label] = field(default_factory=dict)
    closed: bool = False
    waiting: Dropped | None = None
    """The heading of a section that has no task yet."""
    over: Mapping[str, str] = field(default_factory=dict)
    """Bodies and times that the heading above gives for all rows below it."""

    def take(self, row: Row, following: Row | None) -> None:
        number = numbered(row, self.style)
        if row.ruling is not None:
            self._obey(row, number, row.ruling)
            return
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
                row,
                self.style,
                Place(
                    self.has_task,
                    self.title,
                    following,
                    bool(self.section),
                    bool(self.drafts) and is_unfinished(self.drafts[-1].pieces),
                    frozenset(self.paths),
                ),
            )
        ) is not None:
            self._begin_section(row, head)
        elif row.outside:
            self._drop(row, "between_tables")
        elif is_page_number(row) and not self._is_next(number.label) and not self._misses(row):
            self._drop(row, "page_number")
        elif self.has_task and goes_on(
            row,
            number,
            self.drafts[-1].label,
            self.style,
            is_next=self._is_next(number.label),
            unfinished=is_unfinished(self.drafts[-1].pieces),
        ):
            self._join(row)
        else:
            self._begin_task(row, number)

    def finish(self) -> TaskRows:
        self._leave_section()
        tasks = []
        for draft in self.drafts:
            if draft.pieces or draft.kept:
                tasks.append(draft.done())
            else:
                self.dropped.append(Dropped(draft.rows[0], "number_only", draft.number))
        dropped = sorted(self.dropped, key=lambda drop: drop.index)
        return TaskRows(tuple(tasks), tuple(dropped), self.joined, tuple(self.unsure), tuple(self.headings))

    def _obey(self, row: Row, number: Numbered, ruling: Ruling) -> None:
        """Do as a person says; what comes after is judged as usual."""
        self.closed = False
        if ruling is Ruling.DROP:
            self._drop(row, "left_out")
        elif ruling is Ruling.SECTION:
            self._begin_section(row, ruled_heading(row))
        elif ruling is Ruling.JOIN and self.drafts:
            self._join(row)
        else:
            self._begin_task(row, number)

    def _begin_section(self, row: Row, head: Heading) -> None:
        if head.unsure:
            self.unsure.append(" | ".join(row.texts))
        if head.level is Level.REST:
            self._go_on_heading(row, head)
            return
        if head.level is not Level.SUBHEADING:
            self._leave_section()
            self.paths, self.nested = set(), False
            self.section, self.section_title = head.number, head.title
            self.waiting = Dropped(row.index, head.level.value, " | ".join(row.texts))
            self.headings.append((row.index, " | ".join(row.texts), head.unsure))
        else:
            self._drop(row, head.level.value)
        self.title, self.level = head.title, head.level
        self.over = {role: row.own(role) for role in FIELDS if row.own(role)}
        self.heading, self.fresh, self.has_task = head.label, True, False

    def _go_on_heading(self, row: Row, head: Heading) -> None:
        """Take the second line of the heading directly before, of whatever level that was."""
        self.title = head.title
        if self.level is Level.SUBHEADING or self.waiting is None:
            self._drop(row, self.level.value)
            return
        self.section_title = f"{self.section_title} {head.title}"
        self.headings.append((row.index, head.title, head.unsure))
        self.waiting = replace(self.waiting, text=f"{self.waiting.text} {head.title}")

    def _leave_section(self) -> None:
        """Set a heading aside that no task came directly under: a part above the sections, or something else."""
        if self.waiting is not None:
            self.dropped.append(self.waiting)
        self.waiting = None

    def _begin_task(self, row: Row, number: Numbered) -> None:
        self.title = ""
        if row.ruling is None and not number.content and not number.number and "content" not in row.values:
            self._drop(row, "orphan")
            return
        self._place_number(number.label)
        section, title = self._section_of(row)
        flags = {
            flag
            for flag, present in (
                ("strange_number", number.strange),
                ("extra_cells", bool(row.extra)),
                ("merged_columns", row.merged),
                ("guessed_cells", row.guessed),
                ("columns_moved", row.moved),
                ("shared_number", self._shares_number(row, number)),
                ("shared_content", not row.own("content") and "content" in row.values),
                ("missing_number", self._lacks_number(row, number)),
                ("row_unsure", self._may_go_on(row)),
                ("number_out_of_order", self._out_of_order(row, number.label)),
            )
            if present
        }
        if "row_unsure" in flags:
            self.drafts[-1].flags.add("maybe_cut")
        draft = DraftTask(
            section,
            title,
            number.number,
            number.label,
            {},
            [row.index],
            flags,
            [" | ".join(row.texts)],
            self.over,
            kept=row.ruling is not None,
        )
        draft.add("content", number.content or ("" if row.own("content") else row.text("content")))
        if row.ruling is not None and not row.values:
            draft.add("content", " ".join(row.texts))
        for role in FIELDS:
            value = row.values.get(role)
            draft.add(role, value.raw if value else "")
            if value is not None and value.continued:
                draft.merged.append(role)
        self.drafts.append(draft)
        self.has_task = True
        if draft.pieces:
            self.waiting = None

    def _place_number(self, label: Label | None) -> None:
        """Keep a number; one of the level of the heading above, whose tasks are counted below it, ends its section."""
        heading = self.heading
        if heading is not None and heading.kind is LabelKind.DECIMAL and self.level is Level.SECTION:
            if not self.has_task:
                self.nested = label is None or is_child(heading, label)
            elif self.nested and label is not None and _ends_section(heading, label):
                self._leave_section()
                self.section, self.section_title, self.heading, self.over = "", "", None, {}
        if label is not None and label.kind is LabelKind.DECIMAL:
            self.paths.add(label.path)

    def _section_of(self, row: Row) -> tuple[str, str]:
        if row.own("group"):
            self.fresh = True
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
        if row.guessed:
            draft.flags.add("guessed_cells")
        self._join_group(draft, row)
        draft.rows.append(row.index)
        draft.texts.append(" | ".join(row.texts))
        draft.flags.add("joined_rows")
        if self.has_task:
            self.waiting = None
        self.joined += 1

    def _join_group(self, draft: DraftTask, row: Row) -> None:
        """Take the rest of the name of a group."""
        rest = row.own("group")
        if rest and rest != self.group:
            self.group = f"{self.group} {rest}".strip()
            draft.section_title = f"{draft.section_title} {rest}".strip()

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

    def _misses(self, row: Row) -> bool:
        """Tell whether the only cell of a row is what the same cell of the task above still lacks."""
        if not self.has_task:
            return False
        pieces = self.drafts[-1].pieces
        return any(lacks_a_number(pieces[role][-1]) for role in row.values if role in pieces)

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

    def _shares_number(self, row: Row, number: Numbered) -> bool:
        value = row.values.get("number")
        merged = value is not None and value.continued
        whole = row.own("lead") or row.own("deadline") or row.own("end")
        return merged and not whole and bool(number.number and row.own("content"))

    def _may_go_on(self, row: Row) -> bool:
        """Tell a row without number that may be the rest of the row above after all."""
        style = self.style
        return style.numbering is Numbering.NONE and style.whole_rows and self.has_task and not complete(row)

    def _drop(self, row: Row, reason: str) -> None:
        self.dropped.append(Dropped(row.index, reason, " | ".join(row.texts)))


def _ends_section(heading: Label, label: Label) -> bool:
    """Tell whether a number stands beside that of the heading above, no longer below it."""
    return label.kind is LabelKind.DECIMAL and len(label.path) <= len(heading.path)
