"""What was chosen for printing survives to the next print."""

import json
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.writing.arrangement import Arrangement, GroupBy
from cchc_desktop.writing.measures import WIDE_MARGINS, Paper
from ui.printing.choices import PrintChoices, choices_from
from ui.printing.page_setup import Signature

OTHER = PrintChoices(
    group_by=GroupBy.LEAD,
    page_per_section=True,
    left_out=("note",),
    paper=Paper.A3,
    landscape=False,
    size=11,
    wide_margins=True,
    print_date=False,
    page_totals=True,
    end_mark=True,
    signed=True,
    position="GIÁM ĐỐC",
    name="Lê Ổn",
)


def test_choices_come_back_as_they_were() -> None:
    assert choices_from(OTHER.as_text()) == OTHER
    assert choices_from(PrintChoices().as_text()) == PrintChoices()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"a"'])
def test_a_spoilt_text_gives_the_defaults(text: str) -> None:
    assert choices_from(text) == PrintChoices()


@pytest.mark.parametrize(
    "spoilt",
    [
        {"size": 20},
        {"size": "12"},
        {"size": True},
        {"paper": "B5"},
        {"paper": 4},
        {"group_by": None},
        {"left_out": "note"},
        {"signed": 1},
        {"name": 5},
        {"new": 1},
    ],
)
def test_a_value_that_cannot_be_is_its_default(spoilt: dict[str, object]) -> None:
    stored = json.loads(OTHER.as_text()) | spoilt
    (key,) = spoilt
    expected = OTHER if key == "new" else replace(OTHER, **{key: getattr(PrintChoices(), key)})
    assert choices_from(json.dumps(stored)) == expected


def test_choices_become_arrangement_and_page() -> None:
    keys = ("content", "lead", "note")
    assert OTHER.arrangement(keys) == Arrangement(
        GroupBy.LEAD, page_per_section=True, columns=("content", "lead")
    )
    assert OTHER.arrangement(("note",)).columns is None
    assert not replace(OTHER, group_by=GroupBy.NONE).arrangement(keys).page_per_section
    setup = OTHER.setup("VIỆC", date(2026, 11, 22))
    assert (setup.paper, setup.landscape, setup.size, setup.title) == (Paper.A3, False, 11, "VIỆC")
    assert setup.margins == WIDE_MARGINS
    assert setup.printed_on is None
    assert setup.signature == Signature("GIÁM ĐỐC", "Lê Ổn")
    plain = PrintChoices().setup(None, date(2026, 11, 22))
    assert (plain.printed_on, plain.signature, plain.title) == (date(2026, 11, 22), None, None)
