"""What a document says of itself, gathered from the lines before its table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.reading.head.issuer import read_issuer
from cchc_desktop.reading.head.reference import read_reference
from cchc_desktop.reading.head.title import appendix_title, read_title


@dataclass(frozen=True, slots=True)
class Heading:
    """Title, number, date and issuer as printed; empty where the document says nothing."""

    title: str
    appendix_title: str
    number: str
    day: date | None
    issuer: str


def read_head(lines: Sequence[str], block: Sequence[str]) -> Heading:
    """Read the lines before a table; ``block`` are those directly above it."""
    reference = read_reference(lines)
    return Heading(
        read_title(lines, block),
        appendix_title(block),
        reference.number,
        reference.day,
        reference.issuer or read_issuer(lines),
    )
