"""Numbers of lists in OpenDocument texts: they stand in no text of the file and are counted here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_desktop.reading.list_numbers import numbered
from cchc_desktop.reading.opendocument.package import ListLevel, Styles

_DEEPEST = 10


@dataclass(slots=True)
class _Open:
    style: str
    key: str
    counted: bool = False
    """The present item has its number."""
    waiting: bool = False
    """The present item's number is not written yet."""


@dataclass(slots=True)
class Lists:
    """The lists that are open, and how far each has counted."""

    styles: Styles
    open: list[_Open] = field(default_factory=list)
    counts: dict[str, list[int]] = field(default_factory=dict)
    """By list style: the last number of each level."""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Begin a list or an item."""
        if tag == "text:list":
            self._begin(given)
        elif self.open:
            entry = self.open[-1]
            if tag == "text:list-item":
                self._count(entry, given)
            else:
                entry.waiting = False

    def end(self, tag: str) -> None:
        """End a list or an item."""
        if tag == "text:list" and self.open:
            self.open.pop()
        elif self.open:
            self.open[-1].waiting = False

    def mark(self) -> str:
        """Return the number that the paragraph that begins now shows, with a space; empty when it shows none."""
        if not self.open or not self.open[-1].waiting:
            return ""
        self.open[-1].waiting = False
        level = len(self.open)
        form = self._level(level)
        if form is None or not form.form:
            return ""
        if form.form == "-":
            return "- "
        first = max(1, level - form.shown + 1)
        counts = self.counts[self.open[-1].key]
        shown = [
            numbered(counts[at - 1], each.form)
            for at in range(first, level + 1)
            if (each := self._level(at)) is not None and each.form not in {"", "-"}
        ]
        return f"{form.before}{'.'.join(shown)}{form.after} "

    def _begin(self, given: Mapping[str, str]) -> None:
        style = given.get("text:style-name", "")
        if self.open:
            self.open.append(_Open(style or self.open[-1].style, self.open[-1].key))
            return
        key = style or "-"
        if given.get("text:continue-numbering") != "true" and "text:continue-list" not in given:
            self.counts[key] = [0] * _DEEPEST
        self.counts.setdefault(key, [0] * _DEEPEST)
        self.open.append(_Open(style, key))

    def _count(self, entry: _Open, given: Mapping[str, str]) -> None:
        level = min(len(self.open), _DEEPEST)
        counts = self.counts[entry.key]
        form = self._level(level)
        start = given.get("text:start-value", "")
        if start.isdecimal() and len(start) < 6:
            counts[level - 1] = int(start)
        else:
            counts[level - 1] = counts[level - 1] + 1 if counts[level - 1] else (form.start if form else 1)
        counts[level:] = [0] * (_DEEPEST - level)
        entry.waiting = True

    def _level(self, level: int) -> ListLevel | None:
        return self.styles.lists.get(self.open[-1].style, {}).get(level)
