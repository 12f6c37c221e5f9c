"""The five plans of the tests: their texts as sources, without what other readers make of them."""

from functools import cache
from pathlib import Path

from cchc_desktop.reading.source import Source
from cchc_desktop.reading.text.marks import strip_marks
from tests.reading.documents import DATA

PLANS = ("thua-thien-hue-2022", "ha-tinh-2021", "quang-nam-2023", "tien-giang-2023", "phu-tho-2021")
TABLE_HEADING = "Nội dung công việc\t"


def text_of(name: str) -> str:
    """Return the text of a plan; of Tiền Giang's what stands before its table."""
    folder: Path = DATA if name == "tien-giang-2023" else DATA / "plans"
    return (folder / f"{name}.txt").read_text(encoding="utf-8").partition(TABLE_HEADING)[0]


@cache
def plan_source(name: str) -> Source:
    """Return the text of a plan as lines."""
    return Source(f"{name}.txt", "txt", (), tuple(strip_marks(line) for line in text_of(name).split("\n")))
