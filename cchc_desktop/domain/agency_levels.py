"""Levels and places at the end of a name: "tỉnh", "cấp huyện", "các xã, phường", "huyện Cái Bè", "Tiền Giang"."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.agency_persons import person_end
from cchc_desktop.domain.agency_places import CENTRAL_CITIES, is_time, place_end, province_end
from cchc_desktop.domain.agency_records import Level
from cchc_desktop.domain.agency_tokens import Kind, Lexeme, Words, norms, unmarked


class Form(StrEnum):
    """How a level is written."""

    OWN = "own"
    """One noun without a name: "tỉnh", "xã"."""
    CLASS = "class"
    """ "cấp huyện"."""
    PLURAL = "plural"
    """ "các huyện, thành phố"."""
    NAMED = "named"
    """ "huyện Cái Bè", "tỉnh Tiền Giang"."""


@dataclass(frozen=True, slots=True)
class LevelPhrase:
    """A level found in a cell."""

    form: Form
    level: Level | None
    """None for all levels ("các cấp") and for "thành phố" without a name, which may be province or district."""
    end: int
    noun: str = ""
    """First noun, as a key of NOUNS."""
    place: tuple[int, int] | None = None
    """First and last-but-one word of the place name."""
    listed: bool = False
    """True when further place names may follow: "các huyện Cái Bè, Cai Lậy"."""


@dataclass(frozen=True, slots=True)
class _Noun:
    text: str
    spelling: str
    level: Level | None
    family: str


NOUNS = {
    "tinh": _Noun("tỉnh", "tỉnh", Level.PROVINCE, "P"),
    "tp": _Noun("thành phố", "", None, "PD"),
    "huyen": _Noun("huyện", "huyện", Level.DISTRICT, "D"),
    "quan": _Noun("quận", "quận", Level.DISTRICT, "D"),
    "tx": _Noun("thị xã", "", Level.DISTRICT, "D"),
    "xa": _Noun("xã", "xã", Level.COMMUNE, "C"),
    "phuong": _Noun("phường", "phường", Level.COMMUNE, "C"),
    "thitran": _Noun("thị trấn", "", Level.COMMUNE, "C"),
    "dackhu": _Noun("đặc khu", "", Level.COMMUNE, "C"),
}
"""Nouns of administrative units; "thành phố" is a province-level or a district-level city."""

_IN_LISTS_ONLY = {
    "thanh": _Noun("thành phố", "thành", None, "D"),
    "thi": _Noun("thị xã", "thị", Level.DISTRICT, "D"),
    "tt": _Noun("thị trấn", "tt", Level.COMMUNE, "C"),
}
_DOTTED = {"p": "phuong", "q": "quan", "h": "huyen", "x": "xa", "tt": "thitran", "thanh": "tp", "thi": "tx"}
_FAMILY_LEVEL = {"P": Level.PROVINCE, "D": Level.DISTRICT, "C": Level.COMMUNE}
LEVEL_NOUNS = {Level.PROVINCE: "tỉnh", Level.DISTRICT: "huyện", Level.COMMUNE: "xã"}
"""The noun that stands for a level in "cấp …"."""

_LINKS = {"thuoc": "thuộc", "cua": "của", "trong": "trong", "toan": "toàn", "o": "ở", "tai": "tại"}
LEVEL_WORDS = frozenset({*NOUNS, "p", "q", "h", "x", *_LINKS, "cap", "ba", "hai", *map(str, range(1, 1000))})
"""Words a level can begin with."""
_TWO_LINKS = 2
_LONGEST_PLACE = 4
_VERBS = frozenset({
    "tham", "thẩm", "phụ", "đầu", "thực", "tổ", "thường", "báo", "hướng", "theo", "tổng", "trình", "phê", "triển", "kiểm",
    "rà", "cung", "hỗ", "đề", "đôn", "chịu", "chủ", "phối", "gửi", "lập", "công", "tiếp", "giải", "thông", "được", "khi",
})  # fmt: skip
"""First words that follow a name with a capital and are no place: "Sở Nội vụ Tham mưu"."""


def noun_at(words: Words, position: int, *, in_list: bool = False) -> _Noun | None:
    """Return the noun of an administrative unit at a place, if the printed marks allow it."""
    if position >= len(words) or words[position].kind is not Kind.WORD:
        return None
    word = words[position]
    if word.norm == "x" and position and words[position - 1].norm == "vuc":  # "khu vực X": the tenth
        return None
    listed = _IN_LISTS_ONLY.get(word.norm)
    noun = (listed if in_list else None) if listed else NOUNS.get(_noun_key(word))
    if noun is None or not noun.spelling or word.raw == noun.spelling:
        return noun
    if word.norm in _IN_LISTS_ONLY:
        return None
    return noun if unmarked(word.raw) or word.norm in _DOTTED else None


def _noun_key(word: Lexeme) -> str:
    return _DOTTED.get(word.norm, word.norm)


class LevelReader:
    """Reads levels and places in one cell."""

    def __init__(self, words: Words, *, cased: bool, begins: Callable[[int], bool]) -> None:
        self._words = words
        self._cased = cased
        self._begins = begins

    def place(self, start: int) -> int:
        """Return the end of a place name at a place; ``start`` itself when there is none."""
        return place_end(self._words, start, self._cased, self._begins)

    def unnamed_place(self, start: int) -> int:
        """Return the end of a place that stands without "tỉnh", "huyện": a province, or words in capitals."""
        words = self._words
        if person_end(words, start) > start or words[start].raw in _VERBS or is_time(words, start):
            return start
        known = province_end(self._words, start)
        if known > start or not self._cased:
            return known
        end = self.place(start)
        return self._border_gate_end(end) if end > start else start

    def _border_gate_end(self, end: int) -> int:
        """Return the end of "Đồng Đăng - Lạng Sơn": a place, a dash and its province."""
        words = self._words
        if end + 1 >= len(words) or words[end].raw != "-":
            return end
        province = province_end(words, end + 1)
        if self._after_region(end) and self.place(end + 1) > end + 1:
            province = self.place(end + 1)
        closed = province >= len(words) or words[province].kind is not Kind.WORD
        return province if province > end + 1 and closed else end

    def _after_region(self, end: int) -> bool:
        """Tell whether "khu vực" stands before a place that ends here, so that it may be two: "khu vực Cai Lậy - Tân Phước"."""
        return any(word.norm == "vuc" for word in self._words[max(0, end - _LONGEST_PLACE - 1) : end])

    def read(self, start: int) -> LevelPhrase | None:
        """Read a level at a place, with "thuộc", "của", "toàn" before it."""
        words = self._words
        position = start
        while position < min(len(words) - 1, start + _TWO_LINKS) and _is_link(words[position]):
            position += 1
        if position >= len(words) or words[position].kind is not Kind.WORD or words[position].inner:
            return None
        return self._class_level(position) or self._unit(position)

    def _class_level(self, start: int) -> LevelPhrase | None:
        words = self._words
        word = words[start]
        if (
            (word.norm in {"ba", "hai"} or word.norm.isdigit())
            and start + 1 < len(words)
            and words[start + 1].norm == "cap"
        ):
            return LevelPhrase(Form.CLASS, None, start + 2)
        if word.norm != "cap" or not (word.raw == "cấp" or unmarked(word.raw)):
            return None
        noun = noun_at(words, start + 1)
        if noun is not None and not words[start + 1].plural:
            return LevelPhrase(
                Form.CLASS, noun.level or Level.PROVINCE, start + 2, _noun_key(words[start + 1])
            )
        if norms(words, start + 1, start + 3) == ("co", "so"):
            return LevelPhrase(Form.CLASS, Level.COMMUNE, start + 3, "xa")
        return LevelPhrase(Form.CLASS, None, start + 1) if word.plural else None

    def _unit(self, start: int) -> LevelPhrase | None:
        words = self._words
        position = start
        noun = noun_at(words, position, in_list=self._is_small_town(position))
        if noun is None:
            return None
        plural = words[position].plural
        central = self._central_units(start)
        if central:
            return LevelPhrase(Form.PLURAL, Level.PROVINCE, central, "tinh")
        end, level, count = self._list_of_nouns(position, noun)
        key = _noun_key(words[position])
        if count > 1 or (plural and not self._names_follow(end)):
            if plural and end < len(words) and words[end].norm == ":" and self._place_listed(end + 1):
                return self._named(end + 1, level, key if count == 1 else "", listed=True)
            central = self._central(end)
            if key == "tp" and count == 1 and central > end:
                return LevelPhrase(Form.PLURAL, Level.PROVINCE, central, "tinh")
            return LevelPhrase(Form.PLURAL, level, central, key)
        if self._names_follow(end) and not (key == "tinh" and person_end(words, end) > end):
            return self._named(end, level if plural else noun.level, key, listed=plural)
        return LevelPhrase(Form.OWN, noun.level, end, key)

    def _is_small_town(self, position: int) -> bool:
        """Tell "UBND TT. Chợ Gạo" (thị trấn) from "TT" for "Trung tâm"."""
        words = self._words
        committee = position > 0 and words[position - 1].norm in {"ubnd", "hdnd", "danguy"}
        return committee and words[position].norm == "tt" and self.place(position + 1) > position + 1

    def _named(self, start: int, level: Level | None, key: str, *, listed: bool) -> LevelPhrase:
        noun = noun_at(self._words, start)
        if listed and noun is not None and self.place(start + 1) > start + 1:
            key, level, start, listed = (
                _noun_key(self._words[start]),
                noun.level or Level.DISTRICT,
                start + 1,
                False,
            )
        end = self.place(start)
        if key == "tp" and level is None and norms(self._words, start, end) in CENTRAL_CITIES:
            level = Level.PROVINCE
        return LevelPhrase(Form.NAMED, level, end, key, (start, end), listed)

    def _place_listed(self, position: int) -> bool:
        """Tell whether a list of places begins, perhaps with a noun of its own: "các huyện: thị xã Gò Công"."""
        noun = noun_at(self._words, position) is not None
        return self._names_follow(position + noun)

    def _names_follow(self, position: int) -> bool:
        return self.place(position) > position

    def _list_of_nouns(self, start: int, first: _Noun) -> tuple[int, Level | None, int]:
        """Follow "huyện, thị xã, thành phố" in any order; a noun that has a name of its own does not belong to it."""
        words = self._words
        families = set(first.family)
        end, count = start + 1, 1
        while end < len(words):
            soft = words[end].kind is Kind.SOFT
            position = end + 1 if soft else end
            noun = noun_at(words, position, in_list=True)
            if noun is not None and not self._same_list(start, position, soft=soft):
                break
            if noun is None or not families & set(noun.family) or words[position].inner:
                break
            if self._names_follow(position + 1):
                break
            families &= set(noun.family)
            end, count = position + 1, count + 1
        family = next(iter(families)) if len(families) == 1 else "D" if words[start].plural else ""
        return end, _FAMILY_LEVEL.get(family), count

    def _same_list(self, start: int, position: int, *, soft: bool) -> bool:
        """Tell whether a noun belongs to the list that began: not "tỉnh và các huyện", not one on a new line."""
        first, noun = self._words[start], self._words[position]
        provinces = first.norm == "tinh" and not first.plural
        after = self._words[position + 1] if position + 1 < len(self._words) else None
        goes_on = after is not None and after.kind is Kind.WORD and not after.newline and not after.plural
        if noun.norm in _IN_LISTS_ONLY and goes_on and not noun_at(self._words, position + 1, in_list=True):
            return False
        return not provinces and noun.plural <= first.plural and (soft or not noun.newline)

    def _central_units(self, start: int) -> int:
        """Return the end of "tỉnh, thành phố trực thuộc Trung ương", which means all provinces; 0 when it is not there."""
        words = self._words
        pair = norms(words, start, start + 1) == ("tinh",) and norms(words, start + 2, start + 3) == ("tp",)
        central = norms(words, start + 3, start + 6) == ("truc", "thuoc", "trunguong")
        return start + 6 if pair and central and words[start + 1].kind is Kind.SOFT else 0

    def _central(self, end: int) -> int:
        """Step over "trực thuộc Trung ương" after "các tỉnh, thành phố"."""
        words = self._words
        after = norms(words, end, end + 3)
        if after == ("truc", "thuoc", "trunguong"):
            return end + 3
        return end + 1 if after[:1] == ("trunguong",) else end


def _is_link(word: Lexeme) -> bool:
    spelling = _LINKS.get(word.norm)
    return spelling is not None and (word.raw == spelling or unmarked(word.raw))
