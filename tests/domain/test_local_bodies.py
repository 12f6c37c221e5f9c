"""People's committees named by their place."""

import pytest

from cchc_desktop.domain.agencies import Level
from cchc_desktop.domain.local_bodies import local_level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("UBND xã Tân Hương", Level.COMMUNE),
        ("Ủy ban nhân dân phường Mỹ Tho", Level.COMMUNE),
        ("uỷ ban nhân dân Thị trấn Cái Bè", Level.COMMUNE),
        ("UBND đặc khu Hoàng Sa", Level.COMMUNE),
        ("UBND huyện Cái Bè", Level.DISTRICT),
        ("UBND thị xã Gò Công", Level.DISTRICT),
        ("UBND TP. Mỹ Tho", Level.DISTRICT),
        ("UBND quận 1", Level.DISTRICT),
        ("UBND thành phố Đà Nẵng", Level.PROVINCE),
        ("UBND cấp xã", None),
        ("UBND các xã, phường", None),
        ("UBND huyện", None),
        ("Sở Nội vụ", None),
        ("Phòng Nội vụ huyện Cái Bè", None),
        ("", None),
    ],
)
def test_the_level_follows_from_the_kind_of_place(name: str, level: Level | None) -> None:
    assert local_level(name) is level
