"""The running text of plans: the five real ones exactly, in any line width, and texts made to mislead."""

import json
import textwrap
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.reading.body.labels import Rank, read_mark
from cchc_desktop.reading.body.lines import body_lines
from cchc_desktop.reading.body.outline import Node, outline, walk
from cchc_desktop.reading.body.sections import Purpose, purpose_of, sections
from cchc_desktop.reading.child import read_bytes
from cchc_desktop.reading.draft import PlanDraft
from cchc_desktop.reading.draft_json import draft_as_json
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.source import Source
from tests.reading.documents import DATA, paragraph, word_document
from tests.reading.plans import PLANS, plan_source

COUNTS = {
    "thua-thien-hue-2022": {"1": 4, "2": 3, "3": 5, "4": 2, "5": 4, "6": 3, "7": 3, "8": 3, "9": 3, "10": 2, "11": 3, "12": 2},
    "ha-tinh-2021": {"1": 10, "2": 9, "3": 9, "4": 8, "5": 6, "6": 9, "7.1": 12, "7.2": 7},
    "quang-nam-2023": {"1": 4, "2": 9, "3": 4, "4": 7, "5": 7, "6": 13, "7": 9},
    "tien-giang-2023": {"1": 5, "2": 4, "3": 7, "4": 6, "5": 8, "6": 7, "7": 4},
    "phu-tho-2021": {"1": 5, "2": 3, "3": 5, "4": 2, "5": 6, "6": 4 + 4, "7": 2 + 8, "8": 3},
}  # fmt: skip
"""Items of each field, counted by hand; of Phú Thọ the lettered ones and the dashes below them."""


def lines_of(*lines: str) -> Source:
    return Source("kh.txt", "txt", (), tuple(lines))


def nodes_of(*lines: str) -> tuple[Node, ...]:
    return outline(body_lines(lines_of(*lines)).lines)


def flat(nodes: Sequence[Node], depth: int = 0) -> Iterator[tuple[int, str, str]]:
    for node in nodes:
        yield depth, node.mark.text, node.whole
        yield from flat(node.children, depth + 1)


def as_record(draft: PlanDraft) -> dict[str, object]:
    record = draft_as_json(draft)
    fields = ("section", "section_title", "number", "content", "lead", "coordinating", "deadline")
    return {
        "plan": record["plan"],
        "problems": [problem["code"] for problem in record["problems"]],
        "targets": [
            {**target, "problems": [problem["code"] for problem in target["problems"]]}
            for target in record["targets"]
        ],
        "duties": record.get("duties", []),
        "tasks": [
            {
                **{key: getattr(task, key) for key in fields},
                "problems": [problem.code for problem in task.problems],
            }
            for task in draft.body_tasks
        ],
    }


@pytest.mark.parametrize("name", PLANS)
def test_the_five_plans_exactly(name: str, directory: Directory) -> None:
    expected = json.loads((DATA / "plans" / f"{name}.json").read_text(encoding="utf-8"))
    assert as_record(draft_from(plan_source(name), directory)) == expected


@pytest.mark.parametrize("name", PLANS)
def test_items_of_every_field(name: str, directory: Directory) -> None:
    counted: dict[str, int] = {}
    for task in draft_from(plan_source(name), directory).body_tasks:
        counted[task.section] = counted.get(task.section, 0) + 1
    assert counted == COUNTS[name]


@pytest.mark.parametrize("name", PLANS)
def test_no_word_of_the_sections_is_lost(name: str) -> None:
    found = body_lines(plan_source(name))
    sections_of_plan = [node for node in outline(found.lines) if node.mark.rank is not Rank.ARTICLE]
    articles = [node for node in outline(found.lines) if node.mark.rank is Rank.ARTICLE and node.children]
    nodes = list(walk(sections_of_plan or articles[0].children))
    read = "".join(f"{node.mark.text}{node.whole}" for node in nodes)
    printed = "".join(line.text for line in found.lines)
    stripped = ["".join(char for char in text if char.isalnum()) for text in (read, printed)]
    start = stripped[1].index(stripped[0][:60])
    assert stripped[1][start : start + len(stripped[0])] == stripped[0]


@pytest.mark.parametrize("name", [name for name in PLANS if name != "quang-nam-2023"])
@settings(max_examples=6, deadline=None)
@given(width=st.integers(38, 125), page=st.integers(25, 60))
def test_any_line_width_and_page_reads_the_same(name: str, width: int, page: int) -> None:
    paragraphs = [line for line in plan_source(name).lines if line.strip() and line[0] not in "¹²³⁴"]
    wrapped: list[str] = []
    for each in paragraphs:
        for line in textwrap.wrap(each, width, break_long_words=False, break_on_hyphens=False):
            wrapped.append(line)
            if len(wrapped) % page == 0:
                wrapped += ["", str(len(wrapped) // page), ""]
    whole = [line for each in paragraphs for line in (each, "")]
    assert list(flat(nodes_of(*wrapped))) == list(flat(nodes_of(*whole)))


def test_a_page_that_ends_in_mid_sentence_does_not_end_the_plan() -> None:
    nodes = nodes_of(
        *(
            "I. NHIỆM VỤ",
            "",
            "1. Công vụ",
            "",
            "- Tiếp tục siết chặt kỷ luật, kỷ cương hành chính trong",
            "",
            "4",
            "",
        ),
        *(
            "quá trình thực hiện nhiệm vụ, công vụ của công chức.",
            "",
            "2. Tài chính",
            "",
            "- Thực hiện tự chủ.",
        ),
    )
    assert [node.title for node in nodes[0].children] == ["Công vụ", "Tài chính"]


def test_a_dash_within_a_sentence_over_a_page_end_is_no_item() -> None:
    nodes = nodes_of(
        *("I. NHIỆM VỤ", "", "- Đáp ứng yêu cầu phát triển kinh tế", "", "4", "", "- xã hội của tỉnh.", ""),
        *("- Thực hiện tự chủ.", "", "II. KINH PHÍ", "", "- theo dự toán", "", "- theo quy định"),
    )
    assert [node.whole for node in nodes[0].children] == [
        "Đáp ứng yêu cầu phát triển kinh tế - xã hội của tỉnh.",
        "Thực hiện tự chủ.",
    ]
    assert len(nodes[1].children) == 2


def test_wrong_numbers_of_sections_do_not_matter() -> None:
    nodes = nodes_of(
        "I. MỤC ĐÍCH", "", "III. NHIỆM VỤ", "", "- a.", "", "V. PHỤ LỤC", "", "V. KINH PHÍ", "", "1. b."
    )
    assert [(node.mark.text, node.title) for node in nodes] == [
        ("I", "MỤC ĐÍCH"),
        ("III", "NHIỆM VỤ"),
        ("V", "PHỤ LỤC"),
        ("V", "KINH PHÍ"),
    ]


def test_a_document_number_cut_by_a_page() -> None:
    nodes = nodes_of(
        "I. NHIỆM VỤ", "", "- Thực hiện Kế hoạch số 483/KH-", "", "7", "", "UBND ngày 14/12/2020."
    )
    assert nodes[0].children[0].text == "Thực hiện Kế hoạch số 483/KH-UBND ngày 14/12/2020."


def test_footnotes_in_the_midst_of_a_sentence() -> None:
    found = body_lines(
        lines_of("I. NHIỆM VỤ", "", "- Xử lý công", "", "⁴ Nghị định số 16/2015/NĐ-CP", "", "việc của tỉnh.")
    )
    assert outline(found.lines)[0].children[0].text == "Xử lý công việc của tỉnh."
    assert found.footnotes == ("⁴ Nghị định số 16/2015/NĐ-CP",)


def test_footnotes_with_plain_figures_need_their_mark() -> None:
    marked = (
        "I. NHIỆM VỤ",
        "- Sắp xếp bộ máy của hệ thống chính trị1.",
        "1 Kế hoạch hành động số 44-KH/TU của Tỉnh ủy.",
    )
    assert body_lines(lines_of(*marked)).footnotes == (marked[2],)
    bare = (
        "I. NHIỆM VỤ",
        "- Sắp xếp bộ máy của hệ thống chính trị.",
        "1 Kế hoạch hành động số 44-KH/TU của Tỉnh ủy.",
    )
    assert body_lines(lines_of(*bare)).footnotes == ()


def test_running_heads_and_page_numbers_go() -> None:
    page = ("KẾ HOẠCH CCHC NĂM 2023",)
    found = body_lines(
        lines_of(
            "I. NHIỆM VỤ",
            "- Rà soát",
            "1",
            *page,
            "văn bản.",
            "- Kiểm tra",
            "2",
            *page,
            "công vụ.",
            "3",
            *page,
        )
    )
    assert [line.text for line in found.lines] == [
        "I. NHIỆM VỤ",
        "- Rà soát",
        "văn bản.",
        "- Kiểm tra",
        "công vụ.",
    ]
    assert found.page_marks == 6


def test_a_line_said_three_times_is_no_running_head() -> None:
    said = ("- Rà soát văn bản", "Sở Tư pháp chủ trì.")
    found = body_lines(lines_of("I. NHIỆM VỤ", *said, *said, *said))
    assert sum(line.text == said[1] for line in found.lines) == 3


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("- Phát triển kinh tế", "- xã hội của tỉnh."),
        ("- Giai đoạn 2021", "- 2025, định hướng 2030."),
        ("- Có từ 25%", "- 35% lãnh đạo đủ năng lực."),
        ("- Dịch vụ công mức độ", "3. Tích hợp đầy đủ."),
        ("- Theo quy định tại khoản", "4. Điều này được áp dụng."),
        ("- Các đơn vị có dưới", "1.000 hồ sơ trong năm."),
        ("- Theo Nghị định số", "107/2020/NĐ-CP của Chính phủ."),
    ],
)
def test_what_looks_like_a_label_in_a_sentence(above: str, below: str) -> None:
    nodes = nodes_of("I. NHIỆM VỤ", above, below, "- Việc khác.")
    assert [child.text for child in nodes[0].children] == [f"{above[2:]} {below}", "Việc khác."]


def test_a_heading_pushed_together_with_its_first_item() -> None:
    nodes = nodes_of(
        "I. NHIỆM VỤ", "", "2. Cải cách thể chế a) Tiếp tục triển khai thi hành các luật.", "", "b) Rà soát."
    )
    assert nodes[0].children[0].title == "Cải cách thể chế"
    assert [child.mark.text for child in nodes[0].children[0].children] == ["a)", "b)"]


def test_headings_in_capitals_over_two_lines() -> None:
    nodes = nodes_of("II. NHIỆM VỤ", "TRỌNG TÂM", "1. Cải", "cách thể chế", "- Rà soát văn", "bản.")
    assert nodes[0].title == "NHIỆM VỤ TRỌNG TÂM"
    assert nodes[0].children[0].title == "Cải cách thể chế"


def test_the_plan_after_the_recipients_of_a_decision() -> None:
    nodes = nodes_of(
        "Điều 1. Ban hành Kế hoạch.", "Nơi nhận:", "- Như Điều 1;", "CHỦ TỊCH", "KẾ HOẠCH", "I. NHIỆM VỤ", "- Rà soát.",
        "Nơi nhận:", "- Bộ Nội vụ;", "TM. ỦY BAN NHÂN DÂN",
    )  # fmt: skip
    assert [(node.mark.text, len(node.children)) for node in nodes] == [("Điều 1", 0), ("I", 1)]


def test_an_appendix_ends_the_text() -> None:
    nodes = nodes_of("I. NHIỆM VỤ", "- Rà soát.", "PHỤ LỤC I", "I. THỂ CHẾ", "1. Việc.")
    assert [node.title for node in nodes] == ["NHIỆM VỤ"]


def test_labels() -> None:
    read = {text: read_mark(text) for text in ("Điều 2.", "Phần thứ hai: NHIỆM VỤ", "A. MỤC TIÊU", "1.1. a", "1.1.1. a", "1) a", "đ) a", "\uf0b7 a", "Điều 35 Nghị định", "12.500 tỷ")}  # fmt: skip
    assert [mark.rank.name if mark else None for mark in read.values()] == [
        "ARTICLE", "PART", "CAPITAL", "SECOND_DECIMAL", "THIRD_DECIMAL", "BRACKETED", "LETTER", "BULLET", None, None,
    ]  # fmt: skip
    assert [mark.number for mark in read.values() if mark][-2:] == ["đ)", ""]


@pytest.mark.parametrize(
    ("title", "purpose"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", Purpose.AIMS),
        ("Mục tiêu chung", Purpose.AIMS),
        ("CÁC CHỈ TIÊU CHỦ YẾU", Purpose.TARGETS),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", Purpose.TASKS),
        ("NHIỆM VỤ CỤ THỂ (Chi tiết tại Phụ lục đính kèm)", Purpose.APPENDIX),
        ("KINH PHÍ THỰC HIỆN", Purpose.MONEY),
        ("TỔ CHỨC THỰC HIỆN", Purpose.DUTIES),
        ("PHÂN CÔNG NHIỆM VỤ", Purpose.DUTIES),
        ("HIỆU LỰC THI HÀNH", Purpose.OTHER),
    ],
)
def test_purposes_of_sections(title: str, purpose: Purpose) -> None:
    assert purpose_of(title) is purpose


def test_a_section_of_targets_and_tasks_is_taken_apart() -> None:
    nodes = nodes_of("I. MỤC TIÊU, NHIỆM VỤ", "1. Mục tiêu", "- Đạt 90%.", "2. Nhiệm vụ", "- Rà soát.")
    assert [(purpose, node.title) for purpose, node in sections(nodes)] == [
        (Purpose.TARGETS, "Mục tiêu"),
        (Purpose.TASKS, "Nhiệm vụ"),
    ]


def test_parts_hold_sections() -> None:
    nodes = nodes_of(
        "PHẦN THỨ NHẤT: CHUNG",
        "I. CHỈ TIÊU",
        "1. Đạt 90%.",
        "PHẦN THỨ HAI: RIÊNG",
        "I. NHIỆM VỤ",
        "1. Rà soát.",
    )
    assert [purpose for purpose, _ in sections(nodes)] == [Purpose.TARGETS, Purpose.TASKS]


@pytest.mark.parametrize("name", [name for name in PLANS if name != "quang-nam-2023"])
def test_a_plan_as_a_word_document_reads_the_same(name: str) -> None:
    source = plan_source(name)
    body = [paragraph(line) for line in source.lines if line.strip()]
    word = body_lines(read_bytes("kh.docx", word_document(body)))
    assert list(flat(outline(word.lines))) == list(flat(outline(body_lines(source).lines)))


PIECES = st.sampled_from([
    "I. NHIỆM VỤ", "II. CHỈ TIÊU", "III. TỔ CHỨC THỰC HIỆN", "A. MỤC TIÊU", "Điều 1.", "PHẦN THỨ HAI", "1.", "1.1. a", "a)", "a) b",
    "- ", "- Đạt 90%", "+ 5 cuộc", "* x", "¹ Ghi chú", "1 Ghi chú dài hơn hai mươi chữ", "12", "", "Nơi nhận:", "PHỤ LỤC", "|", "----",
    "Sở Nội vụ chủ trì", "từ 70% lên 80%", "tối thiểu", "so với năm 2021", "nhóm 20 tỉnh", "(năm 2022: 70%)", "50%, 40%, 35%", "KẾ HOẠCH",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=30),
    kind=st.sampled_from(["txt", "docx"]),
)
def test_no_text_makes_it_stumble(lines: list[str], kind: str, directory: Directory) -> None:
    draft = draft_from(Source(f"kh.{kind}", kind, (), tuple(lines)), directory)
    assert json.dumps(draft_as_json(draft), ensure_ascii=False)
    assert all(task.content.strip() for task in draft.body_tasks)
    assert all(
        target.target.parts or target.problems or not any(char.isdigit() for char in target.target.text)
        for target in draft.targets
    )
