"""What may stand after a name in an agency cell: "có liên quan", "chủ trì", "thuộc …", "trên địa bàn …", a verb."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from cchc_desktop.domain.agency_clauses import (
    coordination_at,
    exception_at,
    exception_end,
    label_end,
    now_end,
)
from cchc_desktop.domain.agency_index import noun_lists
from cchc_desktop.domain.agency_persons import person_end
from cchc_desktop.domain.agency_phrases import (
    ACCORDING,
    BELONGING,
    CHANGES,
    CONCERNED,
    FOREIGN,
    LINKS,
    LONGEST_CLAUSE,
    OPEN_ENDS,
    OPENERS,
    PLACES,
    ROLES,
    STAFF,
    STRONG,
    VERBS,
    WHICH,
    starts,
)
from cchc_desktop.domain.agency_places import CENTRAL_CITIES, is_time, province_end
from cchc_desktop.domain.agency_tokens import Kind, Words, norms


class Outcome(Enum):
    """What the words after a name make of it."""

    PLAIN = auto()
    UNSPECIFIED = auto()
    """ "có liên quan", "được giao nhiệm vụ": which ones is not said."""
    NARROWED = auto()
    """ "thuộc Sở Y tế": fewer than the name says."""
    EXCEPTED = auto()
    """ "trừ Sở Ngoại vụ": fewer than the name says, and a person should name those who are meant."""
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the words that belong to a name end, and what they make of it."""

    end: int
    outcome: Outcome = Outcome.PLAIN


def has_strong_verb(words: Words, start: int, end: int) -> bool:
    """Tell whether a stretch holds a verb that only a sentence has ("tự đánh giá", "chịu trách nhiệm")."""
    return any(starts(STRONG, words, position) for position in range(start, end))


def begins_clause(words: Words, position: int) -> bool:
    """Tell whether a verb or "theo", "khi" stands at a place, as where a cell says what is done and not by whom."""
    if words[position].norm in {"tochuc", "quanly"}:
        return False
    return starts(OPENERS, words, position) > 0 or starts(VERBS, words, position) > 0


def says_concerned(words: Words, start: int, end: int) -> bool:
    """Tell whether a stretch ends with "liên quan", "có liên quan" or "khác"."""
    return any(
        words[position].kind is Kind.WORD and position + starts(CONCERNED, words, position) == end
        for position in range(max(start, end - 2), end)
    )


class TailReader:
    """Reads what stands after a name in one cell."""

    def __init__(self, words: Words, begins: Callable[[int], bool], name_end: Callable[[int], int]) -> None:
        self._words = words
        self._begins = begins
        self._name_end = name_end

    def read(self, start: int, *, vague: bool, held: bool = False, several: bool = False) -> Tail | None:
        """Read on to the end of the item; None when the words there cannot be explained.

        ``vague`` tells that the name is a class such as "cơ quan, đơn vị", of which a clause picks some; ``held`` that
        it is a part of other bodies, which may follow: "Bộ phận Một cửa các sở, ngành"; ``several`` that it is any class.
        """
        words = self._words
        position, outcome = start, Outcome.PLAIN
        while position < len(words) and words[position].kind is Kind.WORD:
            if words[position].newline and words[position].capital and self._new_item(position):
                return Tail(position, outcome)
            if self._new_clause(position):
                return Tail(position, outcome)
            if held and position == start and self._holders_end(position) > position:
                return Tail(self.clause_end(self._holders_end(position)), Outcome.NARROWED)
            if several and words[position].raw in {"có", "được"}:
                return self._clause(position, Outcome.UNSPECIFIED)
            step = self._step(position, vague)
            if step is None:
                return Tail(position, outcome) if self._new_item(position) else None
            position = step.end
            if step.outcome is Outcome.SENTENCE:
                return step
            if step.outcome is Outcome.EXCEPTED:
                return step if outcome is not Outcome.UNSPECIFIED else Tail(step.end, outcome)
            outcome = step.outcome if outcome is Outcome.PLAIN else outcome
        return Tail(position, outcome)

    def _holders_end(self, start: int) -> int:
        """Return the end of the nouns of a class that has the body before it: "của sở, ban, ngành"; ``start`` if none."""
        words = self._words
        first = start + (words[start].norm == "cua" and start + 1 < len(words))
        nouns = max((end for end, _ in noun_lists(words, first)), default=first)
        several = words[first].plural and not words[first].capital and words[first].norm != "cap"
        return max(nouns, first + 1) if several or (first > start and nouns > first) else start

    def clause_end(self, start: int) -> int:
        """Return the end of a clause: a hard separator, or a soft one before a known name."""
        words = self._words
        position = start
        while position < len(words) and words[position].kind is not Kind.HARD:
            soft = words[position].kind is Kind.SOFT
            if soft and position + 1 < len(words) and (self._opens(position + 1) or self._listed(position)):
                staff = words[position - 1].norm in STAFF and words[position + 1].norm in STAFF
                if not staff:
                    break
            if words[position].newline and position > start and self._opens(position):
                break
            position = max(position + 1, self._name_end(position))
        if position == len(words) and words[position - 1].kind is Kind.SOFT:
            position -= 1
        return position

    def _listed(self, joint: int) -> bool:
        """Tell whether a name that is not known follows in the list: "… trên địa bàn tỉnh, Vườn quốc gia Cát Tiên"."""
        before, mark, after = self._words[joint - 1 : joint + 2]
        glued = before.end == mark.start and mark.end == after.start
        initials = not set(after.norm) & set("aeiouy")
        return after.kind is Kind.WORD and after.capital and not glued and not initials

    def _opens(self, position: int) -> bool:
        return self._begins(position) or words_plural(self._words, position)

    def _new_item(self, position: int) -> bool:
        words = self._words
        if words[position - 1].raw in OPEN_ENDS and not words[position - 1].plural:
            return False
        if words[position].newline and words[position].capital:
            return True
        linked = position
        while linked + 1 < len(words) and words[linked].norm in LINKS:
            linked += 1
        return self._begins(linked)

    def _new_clause(self, position: int) -> bool:
        """Tell whether another body follows: "phối hợp với Sở Tài chính", "nay là Sở Tài chính", "Phối hợp: …"."""
        if label_end(self._words, position) > position:
            return True
        other = coordination_at(self._words, position)
        if other > position:
            return self._opens(other)
        return now_end(self._words, position) > position

    def _step(self, position: int, vague: bool) -> Tail | None:
        words = self._words
        if exception_at(words, position):
            return Tail(exception_end(words, position), Outcome.EXCEPTED)
        named = max(person_end(words, position), self._address_end(position))
        if named > position:
            return Tail(named)
        length = starts(CONCERNED, words, position)
        if length:
            return self._concerned(position + length)
        member = norms(words, position, position + 2) == ("thanh", "vien")
        if vague and (member or words[position].raw in {"nơi", "là"}):
            return self._clause(position, Outcome.UNSPECIFIED)
        if words[position].raw == "nơi" or (vague and starts(WHICH, words, position)):
            return self._clause(position, Outcome.UNSPECIFIED)
        role = starts(ROLES, words, position)
        if role:
            return self._role(position, role, vague)
        if self._of_the_province(position):
            return Tail(position + 2)
        changed = starts(CHANGES, words, position) or self._only_subordinate(position)
        if changed:
            return Tail(position + changed)
        for table, outcome in (
            (PLACES, Outcome.PLAIN),
            (ACCORDING, Outcome.PLAIN),
            (BELONGING, Outcome.NARROWED),
        ):
            if starts(table, words, position):
                return self._plain_clause(position, outcome, said_when=table is ACCORDING)
        return Tail(position, Outcome.SENTENCE) if starts(VERBS, words, position) else None

    def _role(self, start: int, length: int, vague: bool) -> Tail:
        """Read "chủ trì", "phối hợp": said of a body, or picking some of a class, or the verb of a sentence."""
        words = self._words
        end = start + length
        if (
            end >= len(words)
            or words[end].kind is not Kind.WORD
            or (starts(ACCORDING, words, end) and not vague)
        ):
            return Tail(end)
        if vague:
            return self._clause(start, Outcome.UNSPECIFIED)
        for place in range(start, end):
            other = coordination_at(words, place)
            if other > place and self._opens(other):
                return Tail(place)
        coordinates = "phoihop" in norms(words, start, end)
        if self._new_clause(end):
            return Tail(end)
        return Tail(end) if self._new_item(end) and not coordinates else Tail(start, Outcome.SENTENCE)

    def _address_end(self, start: int) -> int:
        """Return the end of the province a place lies in ("Trường Chính trị Trần Phú tỉnh Hà Tĩnh"); ``start`` if none."""
        words = self._words
        end = province_end(words, start + 1) if words[start].norm in {"tinh", "tp"} else start
        if end <= start + 1 or (end < len(words) and words[end].kind is Kind.WORD and not words[end].newline):
            return start
        known = words[start].norm == "tinh" or norms(words, start + 1, end) in CENTRAL_CITIES
        return end if known else start

    def _of_the_province(self, position: int) -> bool:
        """Tell whether "thuộc tỉnh", "của thành phố" stands at a place, which narrows nothing."""
        words = self._words
        said = norms(words, position, position + 2)
        whole = said in {(link, noun) for link in ("thuoc", "cua") for noun in ("tinh", "tp")}
        return whole and (position + 2 >= len(words) or words[position + 2].kind is not Kind.WORD)

    def _only_subordinate(self, position: int) -> int:
        """Return the length of "trực thuộc" that nothing follows, which narrows nothing; 0 when it is not there."""
        after = position + 2
        closed = after >= len(self._words) or self._words[after].kind is not Kind.WORD
        return 2 if closed and norms(self._words, position, after) == ("truc", "thuoc") else 0

    def _concerned(self, position: int) -> Tail:
        words = self._words
        more = position < len(words) and words[position].norm in {"den", "toi", "trong", "ve"}
        return Tail(self.clause_end(position) if more else position, Outcome.UNSPECIFIED)

    def _plain_clause(self, position: int, outcome: Outcome, *, said_when: bool) -> Tail | None:
        """Read a clause; none when it holds what belongs to no body: a time, "để …", "cùng …"."""
        end = self.clause_end(position)
        for place in range(position, end):
            foreign = self._words[place].raw in FOREIGN or (not said_when and is_time(self._words, place))
            if foreign and not self._words[place].plural:
                return None
        return Tail(end, Outcome.SENTENCE if has_strong_verb(self._words, position, end) else outcome)

    def _clause(self, position: int, outcome: Outcome) -> Tail:
        end = self.clause_end(position)
        relative = self._words[position].norm in {"duoc", "co", "quanly"} or (
            norms(self._words, position, position + 4) == ("thuc", "hien", "co", "che")
        )
        long = not relative and starts(VERBS, self._words, position) and end - position > LONGEST_CLAUSE + 1
        strong = has_strong_verb(self._words, position, end)
        return Tail(end, Outcome.SENTENCE if strong or long else outcome)


def words_plural(words: Words, position: int) -> bool:
    """Tell whether a word at a place stands after "các"."""
    return words[position].kind is Kind.WORD and words[position].plural
