"""What bodies of an old plan are called now ("nay là"): offered beside the printed name, never put in its place."""

from datetime import date

from cchc_desktop.domain.agencies import Directory
from cchc_desktop.domain.agency_records import Agency, Party, PartyKind
from cchc_desktop.domain.provinces import Province, Provinces
from cchc_desktop.text import fold


def now_called(directory: Directory, provinces: Provinces, party: Party, on: date) -> tuple[str, ...]:
    """Return the names of the bodies that do a body's work on a day; none when its name still holds or is not known.

    Several when the work was split: a person chooses. A named body of a merged province takes the new province's name.

    >>> from cchc_desktop.domain.agency_records import Level
    >>> old = Agency("a", "Sở A", Level.PROVINCE, valid_to=date(2025, 2, 28), successors=("b",))
    >>> directory = Directory([old, Agency("b", "Sở B", Level.PROVINCE)], [])
    >>> now_called(directory, Provinces([]), Party("Sở A", PartyKind.AGENCY, "Sở A", "a"), date(2025, 3, 1))
    ('Sở B',)
    """
    if party.kind is not PartyKind.AGENCY or not party.key:
        return ()
    bodies = directory.current(party.key, on)
    ended = not any(body.key == party.key for body in bodies)
    placed = provinces.ending(party.name)
    if placed is None:
        return tuple(body.name for body in bodies) if ended else ()
    stem, old = placed
    new = provinces.current(old, on)
    if not ended:
        return (_placed(stem, new),) if new is not old else ()
    return tuple(_placed(_stem(body), new) for body in bodies)


def _stem(body: Agency) -> str:
    for unit in (" tỉnh", " thành phố"):
        if fold(body.name).endswith(fold(unit)):
            return body.name[: -len(unit)]
    return body.name


def _placed(stem: str, province: Province) -> str:
    return f"{stem} {province.full_name}"
