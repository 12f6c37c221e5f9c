"""Names that look alike, for the officer to choose from; never accepted by themselves."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from cchc_desktop.text import fold

_LEAST_SHARE = 0.5
_LONGEST = 200


def suggestions(text: str, names: Iterable[str], limit: int) -> tuple[tuple[str, float], ...]:
    """Return the names most like a text with their likeness (0 to 1), best first, at most ``limit``.

    >>> suggestions("So Noi vu", ["Sở Nội vụ", "Sở Ngoại vụ", "Báo tỉnh"], 2)
    (('Sở Nội vụ', 1.0), ('Sở Ngoại vụ', 0.9))
    """
    wanted = fold(text)[:_LONGEST]
    if not wanted or limit <= 0:
        return ()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    shares: dict[str, float] = {}
    for name in names:
        matcher.set_seq1(fold(name))
        if matcher.real_quick_ratio() >= _LEAST_SHARE and matcher.quick_ratio() >= _LEAST_SHARE:
            share = round(matcher.ratio(), 3)
            if share >= _LEAST_SHARE:
                shares[name] = share
    best = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return tuple(best[:limit])
