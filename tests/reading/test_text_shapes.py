"""One table, pasted in every way: each reads the same; what cannot be known carries a mark."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from tests.reading import text_shapes as shapes
from tests.reading.documents import expected_rows

HEADINGS = {
    "no": "STT",
    "content": "Nội dung công việc",
    "lead": "Cơ quan chủ trì",
    "coordinating": "Cơ quan phối hợp",
    "issuing_level": "Cấp ban hành/phê duyệt",
    "product": "Kết quả/Sản phẩm",
    "budget": "Dự kiến kinh phí (đồng)",
    "deadline": "Thời gian thực hiện",
    "note": "Ghi chú",
}
WIDTHS = {
    "no": 4,
    "content": 34,
    "lead": 18,
    "coordinating": 20,
    "issuing_level": 12,
    "product": 14,
    "budget": 14,
    "deadline": 14,
    "note": 12,
}
TIEN_GIANG = "tien-giang-2023"
SAMPLES = (
    TIEN_GIANG,
    "c01_tab_no_stt_pagebreaks",
    "c02_pipe_running_stt_product_note",
    "c05_tab_time_third_no_groups",
    "c06_tab_budget_total_row",
)
ABOVE = "PHỤ LỤC\nDANH MỤC NHIỆM VỤ NĂM 2023\n\n"
BELOW = "\n\nNơi nhận:\n- Như trên.\n"
QUIET = settings(
    max_examples=3,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""Without shrinking: a case takes a second, and its draws say all there is."""


class Sample:
    """A table as headings, rows, widths of columns; the numbers stand in the content where the plan has them there."""

    def __init__(self, name: str) -> None:
        self.expected = expected_rows(name)
        in_content = name in SAMPLES[:2]
        keys = [key for key in self.expected[0] if key not in {"section", "section_title"}]
        self.keys = [key for key in keys if not (in_content and key == "no")]
        self.head = [HEADINGS[key] for key in self.keys]
        self.widths = [WIDTHS[key] for key in self.keys]
        self.rows: list[list[str]] = []
        section = ""
        for row in self.expected:
            if row["section"] != section:
                section = row["section"]
                self.rows.append([f"{section}. {row['section_title']}"])
            texts = {**row, "content": f"{row['no']}. {row['content']}"} if in_content else row
            self.rows.append([texts[key] for key in self.keys])


WRITERS: dict[str, Callable[[Sample], str]] = {
    "tabs": lambda sample: shapes.tab(sample.head, sample.rows),
    "Markdown": lambda sample: shapes.strokes(sample.head, sample.rows),
    "strokes without frame": lambda sample: shapes.strokes(sample.head, sample.rows, outer=False, rule=False),
    "box drawing": lambda sample: shapes.frame(sample.head, sample.rows, sample.widths),
    "frame of signs": lambda sample: shapes.frame(
        sample.head, sample.rows, sample.widths, marks=shapes.ASCII, merged=False
    ),
    "columns": lambda sample: shapes.columns(sample.head, sample.rows, sample.widths),
    "columns, blank lines": lambda sample: shapes.columns(
        sample.head, sample.rows, sample.widths, apart=True, sections_across=True
    ),
    "columns, one space": lambda sample: shapes.columns(
        sample.head, sample.rows, sample.widths, gap=1, sections_across=True
    ),
    "one cell a line, blank lines kept": lambda sample: shapes.one_a_line(
        sample.head, sample.rows, keep_empty=True
    ),
    "labelled paragraphs": lambda sample: shapes.labelled(sample.head, sample.rows),
    "labelled, wrapped": lambda sample: shapes.labelled(sample.head, sample.rows, width=64),
    "labelled, no dashes": lambda sample: shapes.labelled(sample.head, sample.rows, bullet=""),
    "labelled, in brackets": lambda sample: shapes.labelled(sample.head, sample.rows, inline=True),
    "labelled, in brackets, wrapped": lambda sample: shapes.labelled(
        sample.head, sample.rows, inline=True, width=60
    ),
}


def read(text: str, directory: Directory) -> PlanDraft:
    return draft_from(read_bytes("kh.txt", f"{ABOVE}{text}{BELOW}".encode()), directory)


def as_rows(draft: PlanDraft, sample: Sample) -> list[dict[str, str]]:
    names = {"no": "number"}
    return [{key: getattr(task, names.get(key, key)) for key in sample.expected[0]} for task in draft.tasks]


def codes(draft: PlanDraft) -> set[str]:
    return {problem.code for task in draft.tasks for problem in task.problems}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("shape", WRITERS)
def test_every_shape_reads_exactly(shape: str, name: str, directory: Directory) -> None:
    sample = Sample(name)
    draft = read(WRITERS[shape](sample), directory)
    assert as_rows(draft, sample) == sample.expected
    assert not codes(draft) & {"joined_rows", "guessed_cells"}
    assert "no_table" not in {problem.code for problem in draft.problems}


@pytest.mark.parametrize("name", SAMPLES)
def test_lost_empty_cells_are_never_silent(name: str, directory: Directory) -> None:
    sample = Sample(name)
    draft = read(shapes.one_a_line(sample.head, sample.rows, keep_empty=False), directory)
    assert len(draft.tasks) == len(sample.expected)
    assert "one_cell_a_line" in {problem.code for problem in draft.problems}
    for task, got, row in zip(draft.tasks, as_rows(draft, sample), sample.expected, strict=True):
        assert got == row or "guessed_cells" in {problem.code for problem in task.problems}, (got, row)
    exact = sum(got == row for got, row in zip(as_rows(draft, sample), sample.expected, strict=True))
    assert exact >= 0.8 * len(sample.expected)


def widths_for(sample: Sample) -> st.SearchStrategy[list[int]]:
    longest = [max(map(len, heading.split())) for heading in sample.head]
    return st.tuples(
        *(
            st.integers(max(least, 4 if key == "no" else 13), 44)
            for key, least in zip(sample.keys, longest, strict=True)
        )
    ).map(list)


@QUIET
@given(st.data())
def test_any_width_reads_the_same(directory: Directory, data: st.DataObject) -> None:
    sample = Sample(data.draw(st.sampled_from(SAMPLES)))
    widths = data.draw(widths_for(sample))
    drawn = data.draw(st.booleans())
    if drawn:
        text = shapes.frame(sample.head, sample.rows, widths, merged=data.draw(st.booleans()))
    else:
        text = shapes.columns(
            sample.head,
            sample.rows,
            widths,
            gap=data.draw(st.integers(1, 4)),
            apart=data.draw(st.booleans()),
            sections_across=data.draw(st.booleans()),
        )
    assert as_rows(read(text, directory), sample) == sample.expected


@QUIET
@given(st.integers(40, 120), st.sampled_from(["- ", "+ ", "• ", ""]), st.booleans())
def test_any_line_length_of_paragraphs_reads_the_same(
    directory: Directory, width: int, bullet: str, inline: bool
) -> None:
    sample = Sample(SAMPLES[3])
    text = shapes.labelled(sample.head, sample.rows, bullet=bullet, width=width, inline=inline)
    assert as_rows(read(text, directory), sample) == sample.expected
