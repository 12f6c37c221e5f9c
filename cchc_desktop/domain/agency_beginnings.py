"""Where bodies begin in an agency cell: what ends a place name, an unknown piece or a list of nouns."""

from cchc_desktop.domain.agency_index import LISTED_NOUNS, NameIndex, noun_lists
from cchc_desktop.domain.agency_levels import noun_at
from cchc_desktop.domain.agency_records import Agency
from cchc_desktop.domain.agency_tokens import Kind, Lexeme, Words

_CERTAIN = frozenset({"ubnd", "hdnd", "so", "vp", "chicuc", "congty", "tapdoan", "mttq"})
"""First words that begin a body even when nothing more of its name is known."""
_LONGEST_NAME = 30


def _is_whole(word: Lexeme) -> bool:
    """Tell whether one word is surely a body's name: a long form ("Tỉnh đoàn") or an abbreviation ("BHXH")."""
    return not word.raw or not set(word.norm) & set("aeiouy")


class Beginnings:
    """Tells where bodies of the directory begin in one cell."""

    def __init__(self, index: NameIndex, words: Words) -> None:
        self._index = index
        self._words = words
        self._known: dict[int, bool] = {}

    def at(self, position: int) -> bool:
        """Tell whether a body of the directory begins at a place."""
        if position not in self._known:
            self._known[position] = self._is_beginning(position)
        return self._known[position]

    def name_end(self, position: int) -> int:
        """Return the end of the longest name of a body at a place; the place itself when none begins there."""
        matches = self._index.matches(self._words, position) if self.at(position) else ()
        return max((match.end for match in matches), default=position)

    def listed_at(self, position: int, head: str) -> bool:
        """Tell whether a body begins at a place, perhaps without the first word that its list has said."""
        node = self._index.root.after.get(head)
        return self.at(position) or bool(node and self._index.matches(self._words, position, node))

    def line_end(self, start: int) -> int:
        """Return where a new line begins a new body; lines also break within names."""
        words = self._words
        for position in range(start + 1, min(len(words), start + _LONGEST_NAME)):
            if words[position].newline and words[position].capital and self.at(position):
                return position
        return len(words)

    def nouns_end(self, start: int) -> tuple[int, int]:
        """Return the end of the nouns at a place and their number; a noun that begins a body is none of them."""
        if start >= len(self._words) or self._words[start].norm not in LISTED_NOUNS:
            return start, 0
        end, count = start + 1, 1
        for list_end, _ in noun_lists(self._words, start):
            if self._begins_body(list_end - 1):
                break
            end, count = list_end, count + 1
        return end, count

    def swallowed(self, start: int, end: int) -> bool:
        """Tell whether the last noun of a list begins a body: "các đơn vị, Phòng Quản lý đô thị"."""
        listed = end - 1 > start and self._words[end - 1].norm in LISTED_NOUNS
        return listed and self._words[end - 2].kind is Kind.SOFT and self._begins_body(end - 1)

    def _begins_body(self, position: int) -> bool:
        """Tell "sở" in "cơ quan, Sở Xây dựng" from "sở" in "cơ quan, sở, ngành"."""
        words = self._words
        if position + 1 >= len(words) or words[position + 1].kind is not Kind.WORD:
            return False
        entries = (
            entry for match in self._index.matches(words, position) for entry in match.node.slots.values()
        )
        return any(isinstance(entry.target, Agency) for entry in entries)

    def _is_beginning(self, position: int) -> bool:
        word = self._words[position]
        if word.kind is not Kind.WORD or word.inner:
            return False
        matches = [
            match
            for match in self._index.matches(self._words, position)
            if word.plural or any(not entry.plural for entry in match.node.slots.values())
        ]
        longest = max((match.end for match in matches), default=position)
        if longest - position > 1 or (matches and (word.norm in _CERTAIN or _is_whole(word))):
            return True
        if word.newline and word.capital and any("" in match.node.slots for match in matches):
            return True
        listed = bool(matches) and word.norm in LISTED_NOUNS
        return word.plural and (listed or noun_at(self._words, position) is not None)
