"""Cells that name lead and coordinating bodies together."""

import pytest

from cchc_desktop.reading.drafting_bodies import part_bodies


@pytest.mark.parametrize(
    ("text", "both", "expected"),
    [
        ("Chủ trì: Sở Nội vụ\nPhối hợp: Sở Tài chính", False, ("Sở Nội vụ", "Sở Tài chính")),
        ("- Cơ quan chủ trì: Sở A; - Cơ quan phối hợp: Sở B.", False, ("Sở A", "Sở B.")),
        ("Phối hợp: Sở B; Chủ trì: Sở A", False, ("Sở A", "Sở B")),
        ("Sở A chủ trì, phối hợp với Sở B", False, ("Sở A", "Sở B")),
        ("Sở A là cơ quan chủ trì và phối hợp cùng các địa phương", False, ("Sở A", "các địa phương")),
        ("Sở A (chủ trì); Sở B, Sở C (phối hợp)", False, ("Sở A", "Sở B, Sở C")),
        ("Sở A/ Các sở", True, ("Sở A", "Các sở")),
        ("Sở A/ Các sở", False, None),
        ("Sở A/Sở B/Sở C", True, None),
        ("Chủ trì: Sở A", True, ("Sở A", "")),
        ("Chủ trì: Sở A", False, None),
        ("Sở A", True, None),
        ("", True, None),
    ],
)
def test_parts(text: str, both: bool, expected: tuple[str, str] | None) -> None:
    assert part_bodies(text, both=both) == expected
