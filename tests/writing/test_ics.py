"""Calendar files: valid lines, stable identity, alarms at the hour that was meant."""

from datetime import date, datetime, timedelta

import pytest

from cchc_desktop.clock import at
from cchc_desktop.writing.ics import DayEvent, calendar_file

STAMP = at(date(2026, 11, 22), 9)


def written(*events: DayEvent) -> str:
    return calendar_file(events, name="Báo cáo CCHC; Sở Nội vụ", owner="a1b2", stamp=STAMP).decode("utf-8")


def due(**more: object) -> DayEvent:
    values: dict[str, object] = {
        "key": "report-2026-Y-due",
        "day": date(2026, 12, 16),
        "title": "Hạn gửi báo cáo năm",
    }
    return DayEvent(**{**values, **more})  # type: ignore[arg-type]  # values of many types by name


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_an_event_is_a_whole_day_with_a_lasting_identity() -> None:
    lines = unfolded(written(due(version=3)))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "UID:report-2026-Y-due@a1b2.cchc-desktop" in lines
    assert "DTSTART;VALUE=DATE:20261216" in lines
    assert "DTEND;VALUE=DATE:20261217" in lines
    assert "SEQUENCE:3" in lines
    assert "DTSTAMP:20261122T020000Z" in lines
    assert written(due()) == written(due())


def test_commas_semicolons_and_lines_are_escaped() -> None:
    lines = unfolded(written(due(title="Sở, ngành; xã\\phường", text="Dòng một\nDòng hai")))
    assert r"SUMMARY:Sở\, ngành\; xã\\phường" in lines
    assert r"DESCRIPTION:Dòng một\nDòng hai" in lines
    assert r"X-WR-CALNAME:Báo cáo CCHC\; Sở Nội vụ" in lines


def test_long_lines_are_folded_between_letters() -> None:
    title = "Báo cáo kết quả thực hiện công tác cải cách hành chính " * 6
    text = written(due(title=title))
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    assert f"SUMMARY:{title}" in unfolded(text)


@pytest.mark.parametrize(
    ("back", "hour", "minute", "trigger"),
    [
        (0, 8, 30, "PT8H30M"),
        (1, 8, 30, "-PT15H30M"),
        (3, 8, 0, "-P2DT16H"),
        (2, 0, 0, "-P2D"),
        (0, 0, 0, "PT0S"),
    ],
)
def test_alarms_ring_at_the_hour_that_was_meant(back: int, hour: int, minute: int, trigger: str) -> None:
    event = due()
    moment = datetime.combine(event.day - timedelta(days=back), datetime.min.time()).replace(
        hour=hour, minute=minute
    )
    lines = unfolded(written(due(alarms=(moment,))))
    assert f"TRIGGER:{trigger}" in lines
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == 1


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        calendar_file([], name="", owner="", stamp=datetime(2026, 1, 1))  # noqa: DTZ001 - the very point
