"""The letters of a source put right, in every way to read it: the last step of each reader."""

from dataclasses import replace

from cchc_desktop.reading.letters.legacy import repaired
from cchc_desktop.reading.source import OtherReading, Source


def with_right_letters(source: Source) -> Source:
    """Convert what was typed with old fonts, also in the other readings of a file.

    Raises FileProblem when the letters cannot be told.
    """
    return replace(repaired(source), others=tuple(_other(source, other) for other in source.others))


def _other(source: Source, other: OtherReading) -> OtherReading:
    whole = repaired(replace(source, grids=other.grids, notices=other.notices, others=()))
    return replace(other, grids=whole.grids, notices=whole.notices)
