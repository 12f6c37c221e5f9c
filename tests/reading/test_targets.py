"""Sentences of targets: fresh ones with readings fixed beforehand, and what must never be read silently."""

import re
from pathlib import Path

import pytest

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.targets import Change, TargetPart, plain
from cchc_desktop.reading.draft import TargetDraft
from cchc_desktop.reading.drafting import draft_from
from cchc_desktop.reading.targets.sentences import read_target
from tests.reading.plans import PLANS, plan_source

DATA = Path(__file__).parent / "data"
YEAR = 2024


def sentences(name: str) -> list[tuple[str, str]]:
    lines = [
        line
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return list(zip(lines[::2], lines[1::2], strict=True))


def short(part: TargetPart) -> str:
    """Write a part as the data files do."""
    to = f"~{plain(part.to)}" if part.to is not None else ""
    step = {Change.INCREASE: "inc", Change.DECREASE: "dec"}.get(part.change, "")
    pieces = [
        part.comparator.value,
        f"{plain(part.value)}{to}",
        part.unit,
        part.level.value if part.level else "",
        f"y{part.year}" if part.year not in (None, YEAR) else "",
        step,
        f"/{part.per}" if part.per else "",
        f"from={part.from_year}" if part.from_year else "",
        f"until={plain(part.until)}" if part.until is not None else "",
        f"base={part.base}" if part.base else "",
    ]
    return " ".join(piece for piece in pieces if piece)


def told(draft: TargetDraft) -> str:
    parts = " ; ".join(short(part) for part in draft.target.parts)
    codes = " ".join(f"!{problem.code}" for problem in draft.problems)
    return f"{parts} {codes}".strip()


@pytest.mark.parametrize(("sentence", "reading"), sentences("target-sentences.txt"))
def test_fresh_sentences(sentence: str, reading: str) -> None:
    draft = read_target(sentence, year=YEAR)
    if reading.endswith("!?"):
        assert draft.problems, told(draft)
        reading = reading.removesuffix("!?").strip()
        assert " ; ".join(short(part) for part in draft.target.parts) == reading
    else:
        assert told(draft) == reading


def tables() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (DATA / "plans" / "targets.txt").read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"[a-z0-9-]+", line):
            found[line] = []
        elif "|" in line and not line.startswith("#"):
            number, _, parts = line.partition("|")
            found[list(found)[-1]].append((number.strip(), parts.strip()))
    return found


@pytest.mark.parametrize("name", PLANS)
def test_every_number_of_the_five_plans(name: str, directory: Directory) -> None:
    draft = draft_from(plan_source(name), directory)
    read = [
        (each.target.number, " ; ".join(short(part) for part in each.target.parts)) for each in draft.targets
    ]
    assert read == tables()[name]
