"""Values of arguments: what was typed becomes a day, a moment, a year, a number, a text or a path, or is refused."""

import os
import re
from argparse import ArgumentTypeError
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import TypeVar

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.tasks import Progress, Status
from cchc_desktop.text import fold
from cchc_desktop.words import PROGRESS_WORDS, STATUS_WORDS

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years of plans and of the clock: outside them a year was mistyped."""

_Word = TypeVar("_Word", bound=Enum)


def day(text: str) -> date:
    """Return a day written 2023-02-28 or 28/02/2023."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - only the day is kept
        except ValueError:
            continue
    raise ArgumentTypeError(f"“{text}” không phải là ngày; viết 2023-02-28 hoặc 28/02/2023")


def today(text: str) -> date:
    """Return the day a clock is put to."""
    return _of_our_time(day(text), text)


def moment(text: str) -> datetime:
    """Return the moment a clock is put to, in Vietnam's offset; a moment without offset is meant to be there."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” không phải là ngày giờ; viết 2023-02-28T08:30") from None
    _of_our_time(found.date(), text)
    return found.replace(tzinfo=VIETNAM) if found.tzinfo is None else found.astimezone(VIETNAM)


def _of_our_time(found: date, text: str) -> date:
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        return found
    raise ArgumentTypeError(f"“{text}” không nằm trong các năm từ {FIRST_YEAR} đến {LAST_YEAR}")


def hour(text: str) -> time:
    """Return a time of day written 17:00, 17h00 or 17h."""
    found = re.fullmatch(r"([0-9]{1,2})[:hg]([0-9]{2})?", text.strip().lower())
    if found is not None and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    raise ArgumentTypeError(f"“{text}” không phải là giờ trong ngày; viết 17:00")


def year(text: str) -> int:
    """Return a plan year."""
    if re.fullmatch(r"[0-9]{4}", text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise ArgumentTypeError(f"“{text}” không phải là năm từ {FIRST_YEAR} đến {LAST_YEAR}")


def number(text: str) -> int:
    """Return the number by which a list names a plan or a task."""
    if re.fullmatch(r"[+-]?[0-9]{1,100}", text):
        return int(text)
    raise ArgumentTypeError(f"“{text}” không phải là mã số")


def words(text: str) -> str:
    """Return a text; bytes that are no character of the console's encoding become "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def path(text: str) -> Path:
    """Return a path; an empty one would silently mean the folder the console stands in."""
    try:
        named = os.fsencode(text)
    except UnicodeError:
        named = b""
    if not named or b"\0" in named:
        raise ArgumentTypeError("đường dẫn bị trống hoặc có ký tự không dùng được")
    return Path(text)


def progress(text: str) -> Progress:
    """Return a progress, by its value or its Vietnamese name with or without marks."""
    return _one_of(PROGRESS_WORDS, text)


def status(text: str) -> Status:
    """Return a status, by its value or its Vietnamese name with or without marks."""
    return _one_of(STATUS_WORDS, text)


def _one_of(named: Mapping[_Word, str], text: str) -> _Word:
    wanted = fold(text)
    for value, name in named.items():
        if wanted.replace("-", "_") == value.value or wanted == fold(name):
            return value
    raise ArgumentTypeError(f"“{text}” không phải là tình trạng; {choices(value.value for value in named)}")


def choices(values: Iterable[str]) -> str:
    """Return the end of a sentence that names what can be chosen."""
    return f"chọn một trong: {', '.join(values)}"
