"""Automatic numbers of Word: forms, levels, restarts, overrides, styles."""

import pytest

from cchc_desktop.reading.docx.reader import read_docx
from tests.reading.documents import numbered, paragraph, word_document
from tests.reading.test_docx import instance, list_of

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/>{}<w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


def labels(numbering: str, *places: tuple[int, int], styles: str = "") -> list[str]:
    body = [paragraph("x", properties=numbered(key, level)) for key, level in places]
    lines = read_docx("kh.docx", word_document(body, numbering=numbering, styles=styles)).lines
    return [line.removesuffix("x").strip() for line in lines]


@pytest.mark.parametrize(
    ("form", "start", "expected"),
    [
        ("upperRoman", 38, ["XXXVIII.", "XXXIX.", "XL."]),
        ("lowerRoman", 98, ["xcviii.", "xcix.", "c."]),
        ("lowerLetter", 25, ["y.", "z.", "aa."]),
        ("upperLetter", 52, ["ZZ.", "AAA.", "BBB."]),
        ("lowerLetter", 0, [".", "a.", "b."]),
        ("numberInDash", 1, ["- 1 -.", "- 2 -.", "- 3 -."]),
        ("decimalEnclosedParen", 1, ["(1).", "(2).", "(3)."]),
        ("ordinal", 1, ["1.", "2.", "3."]),
        ("decimal", 29_999, ["29999.", "30000.", "30000."]),
    ],
)
def test_forms(form: str, start: int, expected: list[str]) -> None:
    assert labels(list_of((start, form, "%1.")) + instance(1), *[(1, 0)] * 3) == expected


def test_levels_that_do_not_begin_anew() -> None:
    levels = "".join((
        LEVEL.format(0, 1, "", "upperRoman", "%1."),
        LEVEL.format(1, 1, '<w:lvlRestart w:val="0"/>', "decimal", "%2."),
        LEVEL.format(2, 1, '<w:lvlRestart w:val="1"/>', "lowerLetter", "%3)"),
    ))  # fmt: skip
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{instance(1)}'
    places = ((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2))
    assert labels(numbering, *places) == ["I.", "1.", "a)", "2.", "b)", "II.", "3.", "a)"]


def test_arabic_numbers_throughout() -> None:
    levels = LEVEL.format(0, 1, "", "upperRoman", "%1.") + LEVEL.format(
        1, 1, "<w:isLgl/>", "decimal", "%1.%2."
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{instance(1)}'
    assert labels(numbering, (1, 0), (1, 0), (1, 1)) == ["I.", "II.", "2.1."]


def test_a_level_of_one_list_only() -> None:
    level = LEVEL.format(0, 1, "", "upperLetter", "%1)")
    override = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>{level}</w:lvlOverride></w:num>'
    numbering = list_of((1, "decimal", "%1.")) + instance(1) + override
    assert labels(numbering, (1, 0), (2, 0), (2, 0)) == ["1.", "C)", "D)"]


def test_numbers_with_noughts_of_newer_versions() -> None:
    form = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{instance(1)}'
    assert labels(numbering, (1, 0), (1, 0)) == ["01.", "02."]


def test_the_level_of_a_paragraph_goes_before_that_of_its_style() -> None:
    styles = '<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = list_of((1, "decimal", "%1."), (1, "lowerLetter", "%2)")) + instance(1)
    own_level = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = [paragraph("x", style="Muc"), paragraph("x", style="Muc", properties=own_level)]
    lines = read_docx("kh.docx", word_document(body, numbering=numbering, styles=styles)).lines
    assert lines == ("1. x", "a) x")


def test_a_number_taken_off_counts_for_nothing() -> None:
    numbering = list_of((1, "decimal", "%1.")) + instance(1)
    assert labels(numbering, (1, 0), (0, 0), (1, 0)) == ["1.", "", "2."]


def test_levels_above_that_print_nothing() -> None:
    levels = (
        LEVEL.format(0, 1, "", "none", "")
        + LEVEL.format(1, 1, "", "decimal", "%1%2.")
        + LEVEL.format(2, 1, "", "decimal", "%9%3)")
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{instance(1)}'
    assert labels(numbering, (1, 0), (1, 1), (1, 2)) == ["", "1.", "1)"]


def test_an_override_that_says_nothing() -> None:
    empty = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"/></w:num>'
    assert labels(list_of((1, "decimal", "%1.")) + empty, (2, 0), (2, 0)) == ["1.", "2."]
