"""Calendar files (.ics, RFC 5545) of whole-day events with alarms, as Outlook and telephones take them in.

The same events give the same bytes, and an event keeps its identity: taken in again it replaces itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LINE = 75
"""Octets of a line; longer ones go on in the next after a blank (RFC 5545, 3.1)."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something that falls on a day."""

    key: str
    """What it is about; part of its identity: ``report-2026-Q1-due``."""
    day: date
    title: str
    text: str = ""
    alarms: tuple[datetime, ...] = ()
    """Local moments at which to ring, on the day or before."""
    version: int = 0
    """Grows with every change, so that a calendar knows which is newer."""


def calendar_file(events: Iterable[DayEvent], *, name: str, owner: str, stamp: datetime) -> bytes:
    """Return the bytes of a calendar file.

    Args:
        events: what falls on which day.
        name: name of the calendar for people.
        owner: identity of the data file; keeps two offices' events apart.
        stamp: moment of the data (with an offset); written in every event.

    Raises ValueError for a stamp without an offset.
    """
    if stamp.tzinfo is None:
        raise ValueError("the moment of the data needs an offset")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CCHC Desktop//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for event in events:
        lines += _event(event, owner, stamp)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines).encode("utf-8")


def _event(event: DayEvent, owner: str, stamp: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.key}@{owner}.cchc-desktop",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{event.version}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.title)}",
        "TRANSP:TRANSPARENT",
    ]
    if event.text:
        lines.append(f"DESCRIPTION:{_escaped(event.text)}")
    for moment in event.alarms:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(event.title)}",
            f"TRIGGER:{_trigger(event.day, moment)}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _trigger(day: date, moment: datetime) -> str:
    """Return when to ring, counted from the beginning of the day: "-PT15H30M" is half past eight the day before."""
    minutes = round(
        (moment.replace(tzinfo=None) - datetime.combine(day, datetime.min.time())).total_seconds() / 60
    )
    sign, minutes = ("-", -minutes) if minutes < 0 else ("", minutes)
    days, rest = divmod(minutes, 1440)
    hours, left = divmod(rest, 60)
    clock = f"{hours}H" * bool(hours) + f"{left}M" * bool(left)
    if not days and not clock:
        return "PT0S"
    return f"{sign}P{days}D" * bool(days) + (f"{'' if days else sign + 'P'}T{clock}" if clock else "")


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never inside a letter."""
    parts, room = [""], _LINE
    for letter in line:
        size = len(letter.encode("utf-8"))
        if size > room:
            parts.append(" ")
            room = _LINE - 1
        parts[-1] += letter
        room -= size
    return "\r\n".join(parts) + "\r\n"
