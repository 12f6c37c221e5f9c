"""From a source to the draft of a plan: find the table, read its rows, say what is not certain. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.plans import PlanHead
from cchc_desktop.errors import InvalidInput
from cchc_desktop.reading import draft_problems
from cchc_desktop.reading.body.reading import with_body
from cchc_desktop.reading.draft import PlanDraft, Problem, Ruling, TableChoice
from cchc_desktop.reading.drafting_rows import Rows, draft_rows
from cchc_desktop.reading.grid.assembly import Assembly, Dropped, assemble
from cchc_desktop.reading.grid.header import Column
from cchc_desktop.reading.grid.layout import Layout, lay_out
from cchc_desktop.reading.grid.spans import width
from cchc_desktop.reading.grid.tables import (
    Table,
    best_chain,
    chain,
    chains,
    find_tables,
    lines_between,
    rivals,
)
from cchc_desktop.reading.grid.tasks import Borrowed, TaskRows, read_tasks
from cchc_desktop.reading.head.lines import all_lines, lines_before, title_block
from cchc_desktop.reading.head.reader import Heading, read_head
from cchc_desktop.reading.head.year import PlanYear, read_year
from cchc_desktop.reading.source import Source

_REPAIRS = {
    "repeated_header": "dropped_headers",
    "total": "dropped_totals",
    "note": "dropped_notes",
    "numbering": "dropped_column_numbers",
    "page_number": "dropped_page_numbers",
    "signature": "dropped_signatures",
}
_BORROWED = {
    Borrowed.MERGED: "merged_cells",
    Borrowed.ABOVE: "inherited_cells",
    Borrowed.DITTO: "ditto_cells",
}
_ALWAYS_COUNTED = ("joined_rows", "dropped_headers")


def draft_from(
    source: Source,
    directory: Directory,
    *,
    year: int | None = None,
    table: int | None = None,
    columns: Mapping[str, int] | None = None,
    tables: Sequence[int] = (),
    rulings: Mapping[int, Ruling] | None = None,
) -> PlanDraft:
    """Read the draft of a plan out of a source.

    Args:
        source: what a reader took out of a file.
        directory: the agencies and groups known.
        year: plan year, when the officer knows better.
        table: 1-based number of the table to read in place of the one that looks most like tasks.
        columns: role -> grid column, in place of what headings and contents say.
        tables: 1-based numbers of the tables to read as one, in this order, in place of the pieces that the program
            put together; a single number reads one table without what may be the rest of it.
        rulings: row number (of ``TaskDraft.source_rows``, ``PlanDraft.dropped`` or ``PlanDraft.section_rows``) -> what
            a person says that row is. Rows without a ruling are judged as before, so a ruling taken back undoes itself.

    Raises InvalidInput for a table that does not exist.
    """
    known = find_tables(source)
    if tables:
        pieces: tuple[Table, ...] | None = tuple(_table(known, number) for number in dict.fromkeys(tables))
    elif table is not None:
        pieces = chain(source, known, _table(known, table))
    else:
        pieces = best_chain(chains(source, known))
    if not pieces:
        return with_body(_without_table(source, known, year), source, directory)
    layout = _layout(pieces[0], columns)
    draft = _with_table(source, directory, known, assemble(source, pieces, layout, rulings), year)
    return with_body(draft, source, directory, chosen=table is not None or bool(tables))


def _with_table(
    source: Source,
    directory: Directory,
    tables: Sequence[Table],
    assembly: Assembly,
    year: int | None,
) -> PlanDraft:
    pieces, layout = assembly.pieces, assembly.layout
    found = read_tasks(assembly.rows)
    dropped = tuple(sorted((*assembly.dropped, *found.dropped), key=lambda drop: drop.index))
    lines = lines_before(source, pieces[0])
    block = title_block(lines)
    head = read_head(lines, block)
    rows = draft_rows(found.tasks, layout, directory)
    plan_year = _year(head, rows, year)
    problems = (
        *_problems(source, layout, rows.fields, plan_year, rivals(tables, pieces), dropped, found),
        *draft_problems.of_pieces(pieces, lines_between(source, pieces)),
    )
    return PlanDraft(
        file=source.file,
        kind=source.kind,
        sha256=source.sha256,
        tables_found=len(tables),
        table=pieces[0].index,
        choices=_choices(tables, pieces),
        head=PlanHead(head.title, head.number, head.day, head.issuer, plan_year.year or None),
        year=plan_year.year,
        year_certain=plan_year.certain,
        columns=_grid_columns(layout),
        headings=_headings(layout),
        title_block=block,
        repairs=_repairs(found, dropped, pieces, rows),
        tasks=rows.tasks(plan_year.year),
        problems=(*problems, *_without_title(head)),
        dropped=tuple((drop.index, drop.reason, drop.text) for drop in dropped),
        section_rows=found.headings,
        joined_tables=tuple(piece.index for piece in pieces),
    )


def _table(tables: Sequence[Table], number: int) -> Table:
    found = next((table for table in tables if table.index == number), None)
    if found is None:
        raise InvalidInput(f"Tệp không có bảng số {number}; hãy chọn một trong {len(tables)} bảng tìm thấy.")
    return found


def _layout(table: Table, chosen: Mapping[str, int] | None) -> Layout:
    if chosen is None and table.layout is not None:
        return table.layout
    plain = tuple(Column(place, place) for place in range(width(table.lines)))
    columns = table.header.columns if table.header else plain
    return lay_out(columns, table.body, chosen or {})


def _without_table(source: Source, tables: Sequence[Table], year: int | None) -> PlanDraft:
    lines = all_lines(source)
    head = read_head(lines, ())
    plan_year = PlanYear(year, certain=True, source="") if year else read_year([head.title], (), head.day)
    notices = tuple(Problem(code, message) for code, message in source.notices)
    return PlanDraft(
        file=source.file,
        kind=source.kind,
        sha256=source.sha256,
        tables_found=len(tables),
        table=0,
        choices=_choices(tables, ()),
        head=PlanHead(head.title, head.number, head.day, head.issuer, plan_year.year or None),
        year=plan_year.year,
        year_certain=plan_year.certain,
        columns={},
        headings=(),
        title_block=(),
        repairs=dict.fromkeys(_ALWAYS_COUNTED, 0),
        tasks=(),
        problems=(*notices, draft_problems.NO_TABLE),
    )


def _year(head: Heading, rows: Rows, given: int | None) -> PlanYear:
    if given is not None:
        return PlanYear(given, certain=True, source="")
    return read_year((head.title, head.appendix_title), rows.phrases, head.day)


def _problems(
    source: Source,
    layout: Layout,
    fields: frozenset[str],
    year: PlanYear,
    others: Sequence[Table],
    dropped: Sequence[Dropped],
    found: TaskRows,
) -> Iterator[Problem]:
    for code, message in source.notices:
        yield Problem(code, message)
    yield from draft_problems.of_columns(layout, fields)
    yield from draft_problems.of_year(year)
    yield from draft_problems.of_tables(others)
    yield from draft_problems.of_rows(dropped, found.unsure_headings)
    if any("columns_moved" in task.flags for task in found.tasks):
        yield draft_problems.COLUMNS_MOVED
    if not found.tasks:
        yield draft_problems.NO_TASKS


def _without_title(head: Heading) -> Iterator[Problem]:
    if not head.title:
        message = "Không tìm thấy tên kế hoạch trong tệp; hãy nhập tên để dễ nhận ra."
        yield Problem("missing_title", message)


def _repairs(
    found: TaskRows, dropped: Sequence[Dropped], pieces: Sequence[Table], rows: Rows
) -> dict[str, int]:
    counted = Counter(_REPAIRS[drop.reason] for drop in dropped if drop.reason in _REPAIRS)
    counted["joined_rows"] = found.joined
    counted["merged_tables"] = len(pieces) - 1
    counted["split_cells"] = rows.split_cells
    counted.update({_BORROWED[why]: count for why, count in rows.borrowed.items()})
    names = (*_ALWAYS_COUNTED, *sorted(set(counted) - set(_ALWAYS_COUNTED)))
    return {name: counted[name] for name in names if counted[name] or name in _ALWAYS_COUNTED}


def _choices(tables: Sequence[Table], pieces: Sequence[Table]) -> tuple[TableChoice, ...]:
    """Offer every table; the later pieces of the one that was read are no tables of their own."""
    later = {piece.index for piece in pieces[1:]}
    return tuple(
        TableChoice(
            table.index,
            table.place,
            len(table.header.columns) if table.header else width(table.lines),
            len(table.body),
            next((cell.text for line in table.lines for cell in line.own), ""),
            round(table.score, 2),
        )
        for table in tables
        if table.index not in later
    )


def _grid_columns(layout: Layout) -> dict[str, int]:
    return {role: layout.columns[place].first for role, place in layout.roles.items()}


def _headings(layout: Layout) -> tuple[tuple[str, str], ...]:
    """Return the fields in printed order; two time columns are one field, ticked columns are none by themselves."""
    placed = {role: place for role, place in layout.roles.items() if role not in {"group", "end"}}
    named = [
        ("deadline", " - ".join(layout.heading(each) for each in ("start", "end")))
        if role == "start"
        else (role, layout.heading(role))
        for role in sorted(placed, key=placed.__getitem__)
    ]
    return (*named, ("deadline", "")) if layout.marks and "deadline" not in layout.roles else tuple(named)
