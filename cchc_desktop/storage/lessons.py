"""Corrections that were learnt: rows in, records out."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cchc_desktop.domain.deadlines import Deadline, DeadlineKind
from cchc_desktop.domain.lessons import Lesson, LessonKind, NameMeaning, PhraseReading
from cchc_desktop.storage.tables import LessonRow
from cchc_desktop.text import fold


def lessons(session: Session) -> tuple[Lesson, ...]:
    """Return all lessons that are not unlearnt, in the order they were learnt."""
    rows = session.scalars(select(LessonRow).where(LessonRow.deleted_at.is_(None)).order_by(LessonRow.id))
    return tuple(_lesson(row) for row in rows)


def lesson_of(session: Session, lesson: Lesson) -> tuple[int, bool] | None:
    """Return the row of the same phrase and subject, and whether it is in force; None when there was never one."""
    names = [
        kind.value
        for kind in LessonKind
        if (kind is LessonKind.DEADLINE) is (lesson.kind is LessonKind.DEADLINE)
    ]
    row = session.scalars(
        select(LessonRow)
        .where(LessonRow.kind.in_(names), LessonRow.folded == fold(lesson.phrase))
        .order_by(LessonRow.id.desc())
    ).first()
    return None if row is None else (row.id, row.deleted_at is None)


def add_lesson(session: Session, lesson: Lesson, at: datetime) -> int:
    """Store a lesson and return its id."""
    row = LessonRow(learnt_at=at, **lesson_values(lesson))
    session.add(row)
    session.flush()
    return row.id


def lesson_values(lesson: Lesson) -> dict[str, Any]:
    """Return a lesson as column values."""
    meaning = lesson.meaning
    value = (
        {"key": meaning.key, "name": meaning.name}
        if isinstance(meaning, NameMeaning)
        else _reading_as_json(meaning.reading) | {"year": meaning.year}
    )
    return {
        "kind": lesson.kind.value,
        "phrase": lesson.phrase,
        "folded": fold(lesson.phrase),
        "value": value,
        "source": lesson.source,
    }


def _lesson(row: LessonRow) -> Lesson:
    kind = LessonKind(row.kind)
    if kind is LessonKind.DEADLINE:
        meaning: NameMeaning | PhraseReading = PhraseReading(_reading_from(row.value), int(row.value["year"]))
    else:
        meaning = NameMeaning(row.value["key"], row.value["name"])
    return Lesson(kind, row.phrase, meaning, row.source, row.id, row.learnt_at)


def _reading_as_json(reading: Deadline) -> dict[str, Any]:
    return {
        "kind": reading.kind.value,
        "start": _text(reading.start),
        "due": _text(reading.due),
        "suggested_due": _text(reading.suggested_due),
        "occurrences": [day.isoformat() for day in reading.occurrences],
        "certain": reading.certain,
        "explanation": reading.explanation,
    }


def _reading_from(value: Mapping[str, Any]) -> Deadline:
    return Deadline(
        kind=DeadlineKind(value["kind"]),
        start=_day(value["start"]),
        due=_day(value["due"]),
        suggested_due=_day(value["suggested_due"]),
        occurrences=tuple(date.fromisoformat(day) for day in value["occurrences"]),
        certain=bool(value["certain"]),
        explanation=value["explanation"],
    )


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
