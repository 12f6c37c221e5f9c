"""The outline of a plan's running text: sections, fields and items, whatever their numbering looks like."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc_desktop.reading.body.labels import Mark, Rank, read_mark
from cchc_desktop.reading.body.lines import Line, ends, join_lines
from cchc_desktop.reading.grid.likeness import in_capitals
from cchc_desktop.reading.grid.rows import is_appendix_title
from cchc_desktop.text import fold

_SIGNED = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|T/M|K/T)\s?[./]?\s*(?:CHỦ|GIÁM|BỘ|CHÁNH|TRƯỞNG|ỦY|UỶ|UBND|HỘI|BAN|THỦ|CỤC|TỔNG|HIỆU|PHÓ)\b[^a-zà-ỹ]*)"
)
_PLAN_TITLE = re.compile(r"(KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN)\b.*")
_CLOSING = re.compile(
    r"(trong quá trình (triển khai )?(tổ chức )?thực hiện|quá trình (triển khai )?thực hiện|trên đây là"
    r"|(ủy ban nhân dân|uỷ ban nhân dân|ubnd) (tỉnh|thành phố|huyện|xã|phường)[^.]{0,40}yêu cầu|yêu cầu (thủ trưởng|giám đốc|các)"
    r"|căn cứ (nội dung )?kế hoạch này, (yêu cầu|đề nghị))\b.*",
    re.IGNORECASE | re.DOTALL,
)
_ASSIGNING = re.compile(r"to chuc (trien khai )?thuc hien|phan cong")
_OPEN_END = re.compile(
    r"([,(/&–-]|\b(và|hoặc|của|về|với|cho|các|những|số|theo|tại|trong|ngày))$", re.IGNORECASE
)
_NAMES_A_NUMBER = re.compile(
    r"\b(khoản|điểm|điều|số|mức độ|mức|cấp|cấp độ|khóa|lần thứ|thứ|nhóm|tháng|quý|phiên bản|từ|đến|năm|và|trên|dưới|thiểu"
    r"|nhất|đa)$",
    re.IGNORECASE,
)
_TAIL = 20
"""Characters at the end of a line that tell whether it goes on."""
_LONGEST_TEXT = 20_000
"""Characters of one paragraph; what is longer is no sentence of a plan."""
_LONGEST_HEADING = 600


@dataclass(slots=True)
class Node:
    """A labelled piece of the text: a section, a field or an item, with what stands below it."""

    mark: Mark
    text: str
    """The paragraph that carries the label, without it, unwrapped."""
    paragraphs: list[str] = field(default_factory=list)
    """Further paragraphs without a label of their own."""
    children: list["Node"] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """Return the text of the node itself in one line."""
        return " ".join((self.text, *self.paragraphs))

    @property
    def title(self) -> str:
        """Return the text as a title: without the colon or dot at its end."""
        return self.text.rstrip(" :.;")

    @property
    def is_open(self) -> bool:
        """Tell a text that does not end as a sentence does: a heading, or an item cut short."""
        return not ends(self.text)


def outline(lines: Sequence[Line]) -> tuple[Node, ...]:
    """Make the outline of a plan's text; decisions, letterheads, recipients and signatures around it are left out.

    >>> nodes = outline([Line("I. MỤC TIÊU", True, False), Line("- Giảm chi", True, True), Line("phí.", False, False)])
    >>> nodes[0].title, nodes[0].children[0].text
    ('MỤC TIÊU', 'Giảm chi phí.')
    """
    builder = _Builder()
    for line in lines:
        builder.take(line)
    return tuple(builder.roots)


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield nodes and everything below them in printed order."""
    for node in nodes:
        yield node
        yield from walk(node.children)


class _Builder:
    def __init__(self) -> None:
        self.roots: list[Node] = []
        self.stack: list[Node] = []
        self.began = False
        """A section has been seen: from now on an appendix ends the text."""
        self.skipping = False
        """Within recipients and signatures."""
        self.ended = False
        self.last_full = False
        self.last_brimful = False

    def take(self, line: Line) -> None:
        """Take the next line."""
        if self.ended:
            return
        if is_appendix_title(line.text) and self.began:
            self.ended = True
            return
        if self._leaves(line.text):
            self.skipping = True
            self.stack.clear()
            return
        mark = read_mark(line.text)
        if self.skipping and not self._returns(line.text, mark):
            return
        self.skipping = False
        if mark is not None and not self._is_false(mark, line):
            self._open(mark)
        elif self.stack:
            self._add(line)
        self.last_full, self.last_brimful = line.full, line.brimful

    def _leaves(self, text: str) -> bool:
        return bool(re.match(r"nơi nhận\s*(:|$)", text, re.IGNORECASE) or _SIGNED.fullmatch(text))

    def _returns(self, text: str, mark: Mark | None) -> bool:
        if mark is None:
            return bool(_PLAN_TITLE.fullmatch(text)) and in_capitals(text)
        return mark.rank in {Rank.PART, Rank.CAPITAL, Rank.ROMAN} and mark.path == (1,)

    def _open(self, mark: Mark) -> None:
        while self.stack and not self._is_under(mark):
            self.stack.pop()
        if not self.stack and mark.rank >= Rank.BRACKETED:
            return
        node = Node(mark, mark.rest)
        (self.stack[-1].children if self.stack else self.roots).append(node)
        self.stack.append(node)
        self.began = self.began or mark.rank in {Rank.PART, Rank.CAPITAL, Rank.ROMAN}

    def _is_under(self, mark: Mark) -> bool:
        """Tell whether a label belongs below the last open node; other bullets than the one above go a step down."""
        top = self.stack[-1].mark
        if mark.rank is not Rank.BULLET or top.rank is not Rank.BULLET:
            return top.rank < mark.rank
        return all(node.mark.text != mark.text for node in self.stack if node.mark.rank is Rank.BULLET)

    def _add(self, line: Line) -> None:
        node = self.stack[-1]
        above = node.paragraphs[-1] if node.paragraphs else node.text
        begins = line.apart or (ends(above) and (not self.last_full or self._assigns()))
        if (
            _CLOSING.fullmatch(line.text) and begins and not line.text[:1].islower()
        ):  # a page may end in mid-sentence
            self.stack.clear()
            return
        if not above:
            node.text = line.text
        elif self._goes_on(node, above, line):
            joined = join_lines(above, line.text)
            if node.paragraphs:
                node.paragraphs[-1] = joined
            else:
                node.text = joined
        else:
            node.paragraphs.append(line.text)

    def _assigns(self) -> bool:
        """Tell whether the open section assigns the work: there a plan ends."""
        return any(
            _ASSIGNING.search(fold(node.title)) for node in self.stack if node.mark.rank <= Rank.DECIMAL
        )

    def _goes_on(self, node: Node, above: str, line: Line) -> bool:
        """Tell whether a line without label goes on with the paragraph above it."""
        if len(above) > _LONGEST_TEXT:
            return False
        first = line.text.lstrip("“\"'(*")[:1]
        if first.islower() or _OPEN_END.search(above[-_TAIL:]):
            return True
        if ends(above):
            return not line.apart and self.last_full
        is_heading = node.mark.rank < Rank.BRACKETED and not node.paragraphs
        if is_heading and len(above) <= _LONGEST_HEADING:
            return not line.apart and (self.last_full or _both_capitals(above, line.text))
        return not line.apart or first.isdigit() or len(above) > len(line.text)

    def _is_false(self, mark: Mark, line: Line) -> bool:
        """Tell a label that is but the continuation of the sentence above: "kinh tế" / "- xã hội", "mức độ" / "3. …"."""
        if not self.stack:
            return False
        node = self.stack[-1]
        above = node.paragraphs[-1] if node.paragraphs else node.text
        if not above or ends(above):
            return False
        if mark.rank is Rank.BULLET:
            return mark.text in "-–—" and self._is_dash(mark, line, above)
        if mark.rank in {Rank.DECIMAL, Rank.LETTER, Rank.BRACKETED, Rank.ROMAN}:
            return bool(_NAMES_A_NUMBER.search(above[-_TAIL:])) and not self._is_next(mark)
        return False

    def _is_dash(self, mark: Mark, line: Line, above: str) -> bool:
        """Tell a dash within a sentence: "kinh tế" / "- xã hội", "25%" / "- 35%", "2021" / "- 2025"."""
        if re.match(r"\d", mark.rest) and re.search(r"\d\s*%?$", above):
            return True
        in_item = self.stack[-1].mark.rank >= Rank.BRACKETED
        if (
            line.apart
        ):  # over a page end: an item that began with a capital is not followed by one that does not
            return in_item and mark.rest[:1].islower() and self.stack[-1].text[:1].isupper()
        if self.stack[-1].mark.rank is Rank.ROMAN:
            return False
        return mark.rest[:1].islower() or (in_item and self.last_brimful)

    def _is_next(self, mark: Mark) -> bool:
        if mark.path == (1,):
            return True
        sibling = next((node for node in reversed(self.stack) if node.mark.rank is mark.rank), None)
        return sibling is not None and mark.path[-1] == sibling.mark.path[-1] + 1


def _both_capitals(above: str, below: str) -> bool:
    """Tell a heading in capitals that goes on in the next line."""
    first = re.match(r"[^\W\d_]+", below)
    return in_capitals(above) and first is not None and len(first[0]) > 1 and first[0].isupper()
