"""Whatever stands in a table: no crash, no word lost without a trace, the same reading each time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.grid.labels import leading_label
from cchc_desktop.reading.source import Cell, Grid, Source

HEADING = ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
WORDS = st.sampled_from([
    "", "", "", "1", "2", "3.", "I", "II.", "a)", "-", "1.1", "A", "x", "Rà soát văn bản", "rà soát", "I. THỂ CHẾ", "CẢI CÁCH THỂ CHẾ",
    "Cải cách", "2. Kiểm tra", "107/2021/NĐ-CP", "Sở Nội vụ", "Sở Tư", "pháp", "Các sở, ngành tỉnh", "Quý I", "Thường xuyên", "định",
    "Tổng cộng", "Ghi chú: x", "TM. ỦY BAN NHÂN DÂN", "Phụ lục II", "7", "Trang 3", "(1)", "(2)",
])  # fmt: skip
HEADINGS = st.sampled_from(["Nội dung", "Thời gian", "Đơn vị chủ trì", "Bắt đầu"])
CELLS = st.builds(Cell, st.one_of(WORDS, HEADINGS), st.integers(1, 3), st.integers(1, 3), st.booleans())
ROWS = st.lists(st.lists(st.one_of(st.none(), CELLS), min_size=5, max_size=6).map(tuple), max_size=8)
LINES = st.lists(st.one_of(WORDS, st.sampled_from(["KẾ HOẠCH", "năm 2024", "Số: 1/KH-UBND"])), max_size=4)
QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def document(rows: list[tuple[Cell | None, ...]], lines: list[str], *, headed: bool, pieces: int) -> Source:
    heading = (tuple(Cell(text) for text in HEADING),) if headed else ()
    grids = tuple(
        Grid((*heading, *rows[piece::pieces]), f"Bảng {piece + 1}", min(piece, len(lines)))
        for piece in range(pieces)
    )
    return Source("kh.docx", "docx", grids, tuple(lines))


def told(draft: PlanDraft) -> str:
    """Everything a draft says: tasks, sections, rows set aside, problems."""
    tasks = " ".join(
        f"{task.section_title} {task.number} {task.content} {task.lead} {task.coordinating} {task.deadline}"
        for task in draft.tasks
    )
    dropped = " ".join(text for _, _, text in draft.dropped)
    return f"{tasks} {dropped} {' '.join(problem.message for problem in draft.problems)}"


@QUIET
@given(ROWS, LINES, st.booleans(), st.integers(1, 2))
def test_no_table_makes_it_stumble(
    directory: Directory, rows: list[tuple[Cell | None, ...]], lines: list[str], headed: bool, pieces: int
) -> None:
    source = document(rows, lines, headed=headed, pieces=pieces)
    draft = draft_from(source, directory)
    assert draft == draft_from(source, directory)
    for task in draft.tasks:
        assert task.source_rows
        assert task.content or any(problem.code == "empty_content" for problem in task.problems)
        assert len(task.source_rows) == 1 or any(problem.code == "joined_rows" for problem in task.problems)
    for choice in draft.choices:
        draft_from(source, directory, table=choice.index)
        draft_from(
            source, directory, year=2024, table=choice.index, columns={"content": 1, "lead": 2, "deadline": 4}
        )


@QUIET
@given(st.lists(st.tuples(*[WORDS] * 5), max_size=8))
def test_no_word_is_lost(directory: Directory, rows: list[tuple[str, ...]]) -> None:
    source = document([tuple(Cell(text) for text in row) for row in rows], [], headed=True, pieces=1)
    draft = draft_from(source, directory)
    said = told(draft)
    if draft.table:
        for text in {text for row in rows for text in row if text}:
            bare = leading_label(text)
            printed = bare[1] if bare else text
            assert printed in said or len(text) <= 3, (text, said)
