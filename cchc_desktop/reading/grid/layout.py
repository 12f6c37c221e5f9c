"""Which column of a table holds what: by its heading, by its place, by what stands in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.reading.grid.contents import MOST, doubtful_roles, told_by_contents
from cchc_desktop.reading.grid.header import Column, column_of, is_column_numbers
from cchc_desktop.reading.grid.headings import FOREIGN, IGNORED
from cchc_desktop.reading.grid.labels import whole_label
from cchc_desktop.reading.grid.likeness import share
from cchc_desktop.reading.grid.spans import Line, Placed
from cchc_desktop.text import squash

SAMPLE = 200
"""Lines looked at for it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table and the position of each role among them."""

    columns: tuple[Column, ...]
    roles: Mapping[str, int]
    """Role -> position in ``columns``."""
    marks: tuple[int, ...] = ()
    """Positions of quarter or month columns that are ticked."""
    ignored: tuple[str, ...] = ()
    """Headings of columns with text that no task field takes."""
    unheaded: tuple[int, ...] = ()
    """Grid columns with text that no task field takes and that have no heading, though others have."""
    both: bool = False
    """True when the lead column holds the coordinating bodies too."""
    guessed: bool = False
    """True when there was no heading and the columns were told by their contents."""
    doubtful: tuple[str, ...] = ()
    """Roles whose cells do not look like what the heading says."""
    doubled: tuple[tuple[str, str], ...] = ()
    """(role, heading) of columns that name a role another column has been read for."""
    told: tuple[str, ...] = ()
    """Roles of columns whose heading is missing or unreadable, told by what stands in them."""

    def heading(self, role: str) -> str:
        """Return the printed heading of a role."""
        return self.columns[self.roles[role]].heading


def lay_out(
    columns: Sequence[Column], lines: Sequence[Line], chosen: Mapping[str, int] | None = None
) -> Layout:
    """Decide the roles of columns with headings; ``chosen`` (role -> grid column) overrides everything."""
    sample = [line for line in lines[:SAMPLE] if not is_column_numbers(line)]
    if chosen is not None:
        parted = _parted(columns, chosen.values())
        roles = {role: _at(parted, column) for role, column in chosen.items()}
        return Layout(parted, roles, ignored=unused_headings(parted, roles, (), sample))
    columns = _with_number(columns, sample)
    roles = _strongest(columns)
    _settle_times(roles)
    _settle_groups(columns, roles, sample)
    marks = tuple(place for place, column in enumerate(columns) if column.role == "mark")
    filled = {place: texts_of(columns, place, sample) for place in range(len(columns))}
    told = told_by_contents(columns, roles, filled, has_marks=bool(marks))
    roles.update(told)
    return Layout(
        tuple(columns),
        roles,
        marks,
        unused_headings(columns, roles, marks, sample),
        _unheaded(columns, roles, filled),
        both=any(columns[place].both for role, place in roles.items() if role == "lead"),
        doubtful=doubtful_roles(roles, filled),
        doubled=_doubled(columns, roles, filled),
        told=tuple(told),
    )


def by_column(line: Line, columns: Sequence[Column]) -> dict[int | None, list[Placed]]:
    """Sort the cells of a line into the columns; None collects those beside the table.

    Dragged cell borders make rows whose cells do not stand exactly under the headings; where a row has as many
    cells as the heading, they are taken one by one.
    """
    sorted_cells: dict[int | None, list[Placed]] = {}
    one_by_one = len(line.cells) == len(columns)
    for position, cell in enumerate(line.cells):
        place = position if one_by_one else column_of(cell, columns)
        sorted_cells.setdefault(place, []).append(cell)
    return sorted_cells


def _strongest(columns: Sequence[Column]) -> dict[str, int]:
    roles: dict[str, int] = {}
    for place, column in enumerate(columns):
        if column.role in {"", IGNORED, FOREIGN, "mark"}:
            continue
        taken = roles.get(column.role)
        if taken is None or column.strength > columns[taken].strength:
            roles[column.role] = place
    return roles


def _settle_times(roles: dict[str, int]) -> None:
    """Pair begin and end; "Ngày hoàn thành" beside "Bắt đầu" is the end."""
    if "start" in roles and "end" not in roles and "deadline" in roles:
        roles["end"] = roles.pop("deadline")
    elif "deadline" in roles:
        roles.pop("start", None)
        roles.pop("end", None)
    elif ("start" in roles) != ("end" in roles):
        roles["deadline"] = roles.pop("start" if "start" in roles else "end")


def _settle_groups(columns: Sequence[Column], roles: dict[str, int], lines: Sequence[Line]) -> None:
    """Of two content columns the first is the group when it is merged down or filled less often.

    A column of groups alone is the content.
    """
    if "content" not in roles and "group" in roles:
        roles["content"] = roles.pop("group")
    if "content" not in roles or "group" in roles:
        return
    strong = [
        place for place, column in enumerate(columns) if column.role == "content" and column.strength > 1
    ]
    content = strong[1] if len(strong) > 1 else roles["content"]
    filled = sum(map(bool, texts_of(columns, content, lines)))
    for place, column in enumerate(columns[:content]):
        if column.role != "content":
            continue
        if sum(map(bool, texts_of(columns, place, lines))) < 0.7 * filled:
            roles["group"], roles["content"] = place, content
            return


def _with_number(columns: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """Find a number column without heading, or under a heading that spans it and the content."""
    if any(column.role == "number" for column in columns):
        return tuple(columns)
    content = next((place for place, column in enumerate(columns) if column.role == "content"), None)
    if content is None:
        return tuple(columns)
    wide = columns[content]
    if wide.last > wide.first:
        narrow = Column(wide.first, wide.first, "", "number", 1)
        if share(texts_of((narrow,), 0, lines), is_number) >= MOST:
            rest = replace(wide, first=wide.first + 1)
            return (*columns[:content], narrow, rest, *columns[content + 1 :])
    if content > 0 and not columns[content - 1].heading:
        before = columns[content - 1]
        if share(texts_of(columns, content - 1, lines), is_number) >= MOST:
            named = replace(before, role="number", strength=1)
            return (*columns[: content - 1], named, *columns[content:])
    return tuple(columns)


def _doubled(
    columns: Sequence[Column], roles: Mapping[str, int], filled: Mapping[int, Sequence[str]]
) -> tuple[tuple[str, str], ...]:
    names = {**roles, "deadline": roles.get("deadline", roles.get("end", -1))}
    return tuple(
        (column.role, column.heading)
        for place, column in enumerate(columns)
        if names.get(column.role, place) != place and place not in roles.values() and any(filled[place])
    )


def _unheaded(
    columns: Sequence[Column], roles: Mapping[str, int], filled: Mapping[int, Sequence[str]]
) -> tuple[int, ...]:
    return tuple(
        column.first
        for place, column in enumerate(columns)
        if not column.heading and place not in roles.values() and any(filled[place])
    )


def unused_headings(
    columns: Sequence[Column], roles: Mapping[str, int], marks: Sequence[int], lines: Sequence[Line]
) -> tuple[str, ...]:
    """Return the headings of columns with text that no role takes."""
    used = {*roles.values(), *marks}
    return tuple(
        column.heading or f"cột {column.first + 1}"
        for place, column in enumerate(columns)
        if place not in used and any(texts_of(columns, place, lines))
    )


def texts_of(columns: Sequence[Column], place: int, lines: Iterable[Line]) -> list[str]:
    """Return the texts of a column that begin in each line, blank ones too."""
    texts = []
    for line in lines:
        cells = by_column(line, columns).get(place, ())
        texts.append(squash(" ".join(cell.text for cell in cells if not cell.continued)))
    return texts


def _parted(columns: Sequence[Column], chosen: Iterable[int]) -> tuple[Column, ...]:
    """Part columns that hold more than one of the chosen grid columns."""
    wanted = set(chosen)
    parted: list[Column] = []
    for column in columns:
        inside = [at for at in range(column.first, column.last + 1) if at in wanted]
        if len(inside) < 2:
            parted.append(column)
        else:
            parted += [Column(at, at, column.heading) for at in range(column.first, column.last + 1)]
    end = parted[-1].last if parted else -1
    parted += [Column(at, at) for at in range(end + 1, max(wanted, default=-1) + 1)]
    return tuple(parted)


def _at(columns: Sequence[Column], grid_column: int) -> int:
    return next(place for place, column in enumerate(columns) if column.first <= grid_column <= column.last)


def is_number(text: str) -> bool:
    """Tell a cell that holds nothing but a number."""
    return whole_label(text) is not None
