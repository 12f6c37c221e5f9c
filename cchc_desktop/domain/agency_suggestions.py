"""Names that look alike, for the officer to choose from; never accepted by themselves."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from cchc_desktop.domain.agency_records import Agency, AgencyGroup
from cchc_desktop.text import fold

_LEAST_SHARE = 0.5
_LONGEST = 200

Spelling = tuple[str, str]
"""A folded name, alias or abbreviation, and the name it stands for."""


def spellings(bodies: Iterable[Agency | AgencyGroup]) -> tuple[Spelling, ...]:
    """Return all that bodies and groups are called, folded once for many questions.

    >>> spellings([AgencyGroup("g", "Các sở", ("Sở, ngành",))])
    (('cac so', 'Các sở'), ('so, nganh', 'Các sở'))
    """
    found: dict[Spelling, None] = {}
    for body in bodies:
        others = body.phrases if isinstance(body, AgencyGroup) else (*body.aliases, *body.abbreviations)
        for called in (body.name, *others):
            found[fold(called), body.name] = None
    return tuple(found)


def suggestions(text: str, names: Iterable[Spelling], limit: int) -> tuple[tuple[str, float], ...]:
    """Return the names most like a text with their likeness (0 to 1), best first, at most ``limit``.

    A name is as like as the likest of its aliases and abbreviations.

    >>> suggestions("So Noi vu", [("so noi vu", "Sở Nội vụ"), ("so ngoai vu", "Sở Ngoại vụ"), ("bao", "Báo")], 2)
    (('Sở Nội vụ', 1.0), ('Sở Ngoại vụ', 0.9))
    """
    wanted = fold(text)[:_LONGEST]
    if not wanted or limit <= 0:
        return ()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    shares: dict[str, float] = {}
    for called, name in names:
        least = max(_LEAST_SHARE, shares.get(name, 0.0))
        if 2 * min(len(called), len(wanted)) < least * (len(called) + len(wanted)):
            continue
        matcher.set_seq1(called)
        if matcher.quick_ratio() >= least:
            share = round(matcher.ratio(), 3)
            if share >= least:
                shares[name] = share
    best = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return tuple(best[:limit])
