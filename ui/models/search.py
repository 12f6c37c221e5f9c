"""Search while typing: one folded blob in display order, scanned in turns so that no keystroke waits for another."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from time import perf_counter

TURN_SECONDS = 0.008
"""Longest time a scan keeps the event loop; half a frame."""
_LOOK_AT_CLOCK_EVERY = 256


class SearchIndex:
    """Folded texts joined into one blob; answers which of them contain all words of a query."""

    def __init__(self, texts: Sequence[str]) -> None:
        parts = [text.replace("\n", " ").encode() for text in texts]
        self._blob = b"\n".join(parts)
        self._starts = [0, *accumulate(len(part) + 1 for part in parts)]
        self._last: tuple[tuple[bytes, ...], list[int]] | None = None

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self._starts) - 1

    def find(self, words: Sequence[str]) -> list[int]:
        """Return the positions of all texts that contain every word (folded already), ascending.

        >>> SearchIndex(["bao cao quy i", "ke hoach", "bao cao nam"]).find(["bao", "nam"])
        [2]
        """
        found: list[int] = []
        for part in self.turns(words, seconds=float("inf")):
            found.extend(part)
        return found

    def turns(self, words: Sequence[str], seconds: float = TURN_SECONDS) -> Iterator[list[int]]:
        """Yield positions in parts; each part takes about ``seconds``. A query that goes on from the last one is narrowed."""
        needles = tuple(sorted({word.encode() for word in words if word}, key=len, reverse=True))
        if not needles:
            yield list(range(len(self)))
            return
        hits: list[int] = []
        among = self._narrowed(needles)
        source = self._scan(needles) if among is None else self._sift(needles, among)
        stop = perf_counter() + seconds
        part: list[int] = []
        for count, position in enumerate(source, start=1):
            if position >= 0:
                part.append(position)
            if count % _LOOK_AT_CLOCK_EVERY == 0 and perf_counter() > stop:
                hits.extend(part)
                yield part
                part = []
                stop = perf_counter() + seconds
        hits.extend(part)
        self._last = (needles, hits)
        yield part

    def _narrowed(self, needles: tuple[bytes, ...]) -> list[int] | None:
        """Return the hits of the last query if every hit of this one must be among them."""
        if self._last is None:
            return None
        before, hits = self._last
        goes_on = all(any(old in new for new in needles) for old in before)
        return hits if goes_on else None

    def _scan(self, needles: tuple[bytes, ...]) -> Iterator[int]:
        blob, starts = self._blob, self._starts
        first, others = needles[0], needles[1:]
        place = blob.find(first)
        while place != -1:
            row = bisect_right(starts, place) - 1
            end = starts[row + 1]
            yield row if all(blob.find(word, starts[row], end) != -1 for word in others) else -1
            place = blob.find(first, end)

    def _sift(self, needles: tuple[bytes, ...], among: Sequence[int]) -> Iterator[int]:
        blob, starts = self._blob, self._starts
        for row in among:
            start, end = starts[row], starts[row + 1]
            yield row if all(blob.find(word, start, end) != -1 for word in needles) else -1
