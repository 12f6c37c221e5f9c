"""What the sections of a plan are for: aims, targets, tasks, money, duties."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from cchc_desktop.reading.body.labels import Rank
from cchc_desktop.reading.body.outline import Node
from cchc_desktop.text import fold


class Purpose(StrEnum):
    """What a section holds."""

    AIMS = "aims"
    """Purpose and requirements, general goals: no list of targets."""
    TARGETS = "targets"
    TASKS = "tasks"
    DUTIES = "duties"
    MONEY = "money"
    APPENDIX = "appendix"
    OTHER = "other"


_PURPOSES: tuple[tuple[Purpose, re.Pattern[str]], ...] = (
    (
        Purpose.DUTIES,
        re.compile(
            r"to chuc (trien khai )?thuc hien|to chuc trien khai|phan cong|trach nhiem (thuc hien|to chuc|cua|trien khai)"
            r"|che do bao cao|^trach nhiem"
        ),
    ),
    (Purpose.APPENDIX, re.compile(r"phu luc|danh muc (cac )?nhiem vu")),
    (
        Purpose.MONEY,
        re.compile(
            r"^(du toan |nguon |bo tri |ve )?kinh phi|nguon luc thuc hien|^kinh phi|nguon (von|kinh phi)"
        ),
    ),
    (
        Purpose.AIMS,
        re.compile(
            r"muc tieu (chung|tong quat)|quan diem|can cu|tinh hinh|thuc trang|pham vi|doi tuong|su can thiet"
        ),
    ),
    (Purpose.TARGETS, re.compile(r"chi tieu|muc tieu")),
    (Purpose.AIMS, re.compile(r"muc dich|yeu cau")),
    (Purpose.TASKS, re.compile(r"nhiem vu|giai phap|noi dung|cong viec")),
)
_MIXED = re.compile(
    r"(muc tieu|chi tieu).*(nhiem vu|giai phap|noi dung)|^noi dung|muc dich.*(chi tieu|muc tieu)|(chi tieu|muc tieu).*(yeu cau|muc dich)"
)
_FOOTING = frozenset({Purpose.DUTIES, Purpose.MONEY, Purpose.APPENDIX})


def purpose_of(title: str) -> Purpose:
    """Tell what a section is for from its title.

    >>> purpose_of("NHỮNG NHIỆM VỤ CHỦ YẾU").value, purpose_of("PHÂN CÔNG NHIỆM VỤ").value
    ('tasks', 'duties')
    """
    folded = fold(title)
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(folded)), Purpose.OTHER)


def sections(nodes: Sequence[Node]) -> Iterator[tuple[Purpose, Node]]:
    """Yield the sections of a plan with their purpose, those of an article or part in its place.

    A section whose title names several purposes is taken apart into its subsections.
    """
    for node in nodes:
        if _is_container(node):
            yield from _contained(node)
            continue
        purpose = purpose_of(node.title)
        if node.children and (_MIXED.search(fold(node.title)) or purpose is Purpose.TARGETS):
            yield from _parted(node, purpose)
        else:
            yield purpose, node


def _contained(node: Node) -> Iterator[tuple[Purpose, Node]]:
    """Yield what a part holds: itself when its title says what it is for and no section in it says otherwise."""
    own = Purpose.OTHER if node.mark.rank is Rank.ARTICLE else purpose_of(node.title)
    if own is Purpose.OTHER or _MIXED.search(fold(node.title)):
        yield from sections(node.children)
    elif {_own_purpose(child) for child in node.children} <= {None, own}:
        yield own, node
    else:
        for purpose, child in sections(node.children):
            yield own if purpose is Purpose.OTHER else purpose, child


def _is_container(node: Node) -> bool:
    """Tell an article or a part: what stands in it are the sections."""
    return node.mark.rank <= Rank.CAPITAL and any(child.mark.rank <= Rank.DECIMAL for child in node.children)


def _parted(node: Node, purpose: Purpose) -> Iterator[tuple[Purpose, Node]]:
    """Give the subsections whose own titles say what they are; the rest stays with the section."""
    named = [(_own_purpose(child), child) for child in node.children]
    if all(own is None for own, _ in named):
        yield purpose, node
        return
    for own, child in named:
        yield own or purpose, child


def _own_purpose(node: Node) -> Purpose | None:
    """Return the purpose a subsection names; an item with text of its own names none."""
    if not node.is_open and not node.text.endswith(":"):
        return None
    own = purpose_of(node.title)
    known = own in {Purpose.AIMS, Purpose.TARGETS, Purpose.TASKS, *_FOOTING}
    return own if known and node.mark.rank < Rank.LETTER and len(node.title) <= 80 else None
