"""Provinces and cities under central rule over the years: 63 until 30/6/2025, 34 from 01/7/2025, and who took over whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cchc_desktop.text import fold

CITY = "thành phố"
_UNITS = frozenset({"tinh", "thanh pho", "tp", "tp."})


@dataclass(frozen=True, slots=True)
class Province:
    """A province or a city under central rule under one name."""

    key: str
    name: str
    unit: str
    """The noun before its name: "tỉnh" or "thành phố"."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day of existence; None while it exists."""
    successor: str = ""
    """Key of the province it became part of."""
    source: str = ""

    @property
    def committee(self) -> str:
        """Name of its people's committee in documents of its own: "UBND tỉnh" or "UBND thành phố"."""
        return f"UBND {self.unit}"

    @property
    def full_name(self) -> str:
        """Its name with its noun: "tỉnh Đồng Tháp", "thành phố Huế"."""
        return f"{self.unit} {self.name}"


class Provinces:
    """All provinces, old and new."""

    def __init__(self, provinces: Iterable[Province]) -> None:
        self.all = tuple(provinces)
        self._by_key = {province.key: province for province in self.all}
        self._by_name = {fold(province.name): province for province in self.all}

    def on(self, day: date) -> tuple[Province, ...]:
        """List the provinces that exist on a day.

        >>> hue = Province("hue", "Huế", "thành phố", valid_from=date(2025, 1, 1))
        >>> [len(Provinces([hue]).on(day)) for day in (date(2024, 12, 31), date(2025, 1, 1))]
        [0, 1]
        """
        return tuple(province for province in self.all if _exists(province, day))

    def find(self, name: str) -> Province | None:
        """Find a province by its name, with or without "tỉnh", "thành phố"; case and marks do not matter.

        >>> Provinces([Province("hue", "Huế", "thành phố")]).find("TP. hue").full_name
        'thành phố Huế'
        """
        words = fold(name).split()
        for skipped in (0, 1, 2):
            unit = " ".join(words[:skipped])
            if not skipped or unit in _UNITS:
                found = self._by_name.get(" ".join(words[skipped:]))
                if found is not None:
                    return found
        return None

    def current(self, province: Province, on: date) -> Province:
        """Return the province that holds a province's place on a day: itself while it exists, then its successor.

        >>> old = Province("tien-giang", "Tiền Giang", "tỉnh", valid_to=date(2025, 6, 30), successor="dong-thap")
        >>> provinces = Provinces([old, Province("dong-thap", "Đồng Tháp", "tỉnh")])
        >>> [provinces.current(old, day).name for day in (date(2025, 6, 30), date(2025, 7, 1))]
        ['Tiền Giang', 'Đồng Tháp']
        """
        while province.valid_to is not None and on > province.valid_to and province.successor:
            province = self._by_key[province.successor]
        return province

    def ending(self, name: str) -> tuple[str, Province] | None:
        """Part a body's name into its stem and the province at its end; None when it ends with none.

        >>> stem, province = Provinces([Province("hue", "Huế", "thành phố")]).ending("Sở Nội vụ thành phố Huế")
        >>> stem, province.name
        ('Sở Nội vụ', 'Huế')
        """
        words = name.split()
        for length in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
            province = self._by_name.get(fold(" ".join(words[-length:])))
            if province is not None:
                stem = words[:-length]
                for unit in ("tinh", "thanh pho"):
                    if fold(" ".join(stem[-len(unit.split()) :])) == unit:
                        return " ".join(stem[: -len(unit.split())]), province
                return " ".join(stem), province
        return None


_LONGEST_NAME = 5


def _exists(province: Province, day: date) -> bool:
    begun = province.valid_from is None or province.valid_from <= day
    return begun and (province.valid_to is None or day <= province.valid_to)
