"""Records of the directory of agencies: levels, bodies, classes of bodies, and the parties a cell is split into."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """Level of administration."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class PartyKind(StrEnum):
    """What a piece of an agency cell is."""

    AGENCY = "agency"
    GROUP = "group"
    UNSPECIFIED = "unspecified"
    SENTENCE = "sentence"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """One piece of an agency cell: the text as printed and what it stands for."""

    text: str
    kind: PartyKind
    name: str = ""
    """Canonical name of the agency or group; empty for the other kinds."""
    key: str = ""
    """Key of the agency or group in the directory; empty for the other kinds, and for a body or class that was
    recognised by its form ("UBND huyện Cái Bè", "Công an các huyện") and is not listed."""


@dataclass(frozen=True, slots=True)
class Agency:
    """One body of the directory."""

    key: str
    name: str
    level: Level
    kind: str = ""
    """Class of body, used by group rules: department, office, inspectorate, people_committee, vertical, unit, press, ..."""
    abbreviations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day of existence; None while it exists."""
    successors: tuple[str, ...] = ()
    """Keys of the bodies that took over; several when the work was split: offered, never applied by itself."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """A class of bodies named by a phrase ("Các sở, ngành tỉnh") that can be expanded to its members on a day."""

    key: str
    name: str
    phrases: tuple[str, ...]
    levels: tuple[Level, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of agencies of those levels that belong to it; empty means that the members are not listed anywhere."""
    valid_to: date | None = None
    source: str = ""
