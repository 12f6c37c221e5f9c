"""Recognises what has no date of its own: conditions ("khi có …"), references ("theo kế hoạch …"), intervals after an event."""

from typing import NamedTuple

from cchc_desktop.domain.deadline import sentences as say
from cchc_desktop.domain.deadline.cycles import cycle
from cchc_desktop.domain.deadline.days import day, weekday
from cchc_desktop.domain.deadline.expressions import Found, Piece, whole
from cchc_desktop.domain.deadline.numerals import ROMAN, SPOKEN, follows, is_number
from cchc_desktop.domain.deadline.parts import part
from cchc_desktop.domain.deadline.tokens import Phrase, TokenKind
from cchc_desktop.domain.deadline.units import length
from cchc_desktop.domain.deadline.values import Calendar, Cycle, Unit
from cchc_desktop.domain.deadline.words import DOCUMENT_NOUNS, Mark, Role, clause_head, known_words

_SEPARATORS = frozenset({",", ".", "va", "hoac", "hay", "/", "-", ":", "("})
_LINKS = frozenset({Role.BEFORE, Role.UNTIL, Role.TO, Role.FROM, Role.AFTER})
_BEFORE_TIMES = frozenset({Role.FILLER, Role.APPROXIMATE, Role.WITHIN, Role.AT_LEAST})
_OWN_MEANING = frozenset({Role.CONTINUOUS, Role.PERIODIC, Role.AD_HOC, Role.NEXT_YEARS, Role.EXCEPT})
_INTERVAL_WORDS = (
    ("trong", "vong"), ("trong", "thoi", "han"), ("trong", "thoi", "gian"), ("trong", "khoang"), ("toi", "da"),
    ("khong", "qua"), ("cham", "nhat"), ("cham", "nhat", "la"), ("sau",), ("truoc",), ("trong",), ("it", "nhat"),
    ("sau", "thoi", "han"), ("khong", "qua", "thoi", "han"), ("toi", "thieu"), ("cham", "nhat", "sau"),
    ("cham", "nhat", "trong", "vong"), ("cham", "nhat", "trong"), ("truoc", "it", "nhat"), ("cham", "nhat", "truoc"),
)  # fmt: skip
_INTERVAL_STARTS = frozenset(words[0] for words in _INTERVAL_WORDS) | frozenset(SPOKEN)
_SINCE = (("ke", "tu"), ("tinh", "tu"), ("tu",), ("sau",))
_LAST_NOUNS = frozenset(noun.split()[-1] for noun in DOCUMENT_NOUNS) - {"tu"}
"""Before "ngày …" these date a document; an unmarked "tu" is far more often "từ" than the end of "thông tư"."""


class _Tail(NamedTuple):
    after: int
    times: tuple[str, ...]
    """What kinds of time expressions lie inside, as doubts."""


def calendar_at(phrase: Phrase, at: int) -> Found | None:
    """Read a calendar expression of any size at a place."""
    return part(phrase, at) or whole(phrase, at) or day(phrase, at)


def time_at(phrase: Phrase, at: int) -> bool:
    """Tell whether a time expression begins here, after fillers and relation words."""
    for _ in range(6):
        if phrase.tokens[at].kind is TokenKind.TIME or cycle(phrase, at) or calendar_at(phrase, at):
            return True
        unit = length(phrase, at)
        if weekday(phrase, at) or (unit and unit.months) or phrase.tokens[at].key in ROMAN:
            return True
        known = known_words(phrase.tokens, at)
        if phrase.tokens[at].key == "ngay":
            at += 1
        elif known is not None and known[0] in _LINKS | _BEFORE_TIMES:
            at = known[1]
        else:
            return False
    return False


def clause(phrase: Phrase, at: int) -> Found | None:
    """Read a condition, a reference or an interval together with the words that belong to it."""
    interval = _interval(phrase, at)
    if interval is not None:
        return interval
    if phrase.tokens[at].kind is TokenKind.CITATION:
        tail = _tail(phrase, at, reference=True)
        return [
            Mark(Role.REFERENCE, phrase.quote(at, tail.after), doubts=(say.SHORTENED, *tail.times))
        ], tail.after
    head = clause_head(phrase.tokens, at)
    if head is None:
        return _link_to_event(phrase, at)
    role, after = head
    known = known_words(phrase.tokens, at)
    if known is not None and known[1] > after:
        return None
    tail = _tail(phrase, after, reference=role is not Role.CONDITION)
    doubts = _head_doubts(phrase, at, role, after)
    cited = any(token.kind is TokenKind.CITATION for token in phrase.tokens[after : tail.after])
    by_letter = role is Role.CONDITION and phrase.tokens[at].key == "theo" and cited
    meant = Role.CONDITION if role is Role.CONDITION and not by_letter else Role.REFERENCE
    return [Mark(meant, phrase.quote(at, tail.after), doubts=(*doubts, *tail.times))], tail.after


def _head_doubts(phrase: Phrase, at: int, role: Role, after: int) -> tuple[str, ...]:
    key = phrase.tokens[at].key
    if role is Role.UNKNOWN:
        return (say.SHORTENED,)
    if role is Role.REFERENCE and after == at + 1 and key == "theo":
        return (say.THEO,)
    return (say.BEFORE_EVENT,) if key == "truoc" else ()


def _link_to_event(phrase: Phrase, at: int) -> Found | None:
    """Read "trước Tết", "sau Hội nghị", "kể từ ngày ký", "đến kỳ họp": a relation word whose date is an event."""
    known = known_words(phrase.tokens, at)
    if known is None or known[0] not in _LINKS - {Role.UNTIL}:
        return None
    role, after = known
    token = phrase.tokens[after]
    if token.kind is not TokenKind.WORD or time_at(phrase, after) or clause_head(phrase.tokens, after):
        return None
    named = known_words(phrase.tokens, after)
    if (
        named is not None
        and named[0] not in {Role.FILLER, Role.WITHIN, Role.ACTIVITY, Role.AT_LEAST}
        and token.key != "ngay"
    ):
        return None
    if role is Role.FROM and token.key not in {"ngay", "luc", "thoi"}:
        return None
    tail = _tail(phrase, after, reference=False)
    doubts = () if role in {Role.AFTER, Role.FROM} else (say.BEFORE_EVENT,)
    return [Mark(Role.CONDITION, phrase.quote(at, tail.after), doubts=(*doubts, *tail.times))], tail.after


def _interval(phrase: Phrase, at: int) -> Found | None:
    """Read "trong vòng 15 ngày kể từ ngày ký", "sau 05 ngày làm việc kể từ ngày 01/3/2023", "10 ngày làm việc"."""
    tokens = phrase.tokens
    if tokens[at].kind not in {TokenKind.NUMBER, TokenKind.TIME} and tokens[at].key not in _INTERVAL_STARTS:
        return None
    words: tuple[str, ...] = max(
        (each for each in _INTERVAL_WORDS if follows(tokens, at, *each)), key=len, default=()
    )
    start = at + len(words)
    if tokens[start].kind is TokenKind.TIME and any(
        follows(tokens, start + 1, *since) for since in _SINCE[:2]
    ):
        return _event(phrase, at, start + 1)
    count = tokens[start].numbers[0] if is_number(tokens[start], 1, 999) else SPOKEN.get(tokens[start].key, 0)
    unit = tokens[start + 1].key
    if (
        not count
        or unit not in {"ngay", "tuan", "thang", "gio", "quy", "nam"}
        or not _is_interval(phrase, start + 2, unit)
    ):
        return None
    after = start + 2
    working = follows(tokens, after, "lam", "viec")
    after += 2 if working else 0
    since = next((after + len(each) for each in _SINCE if follows(tokens, after, *each)), None)
    if since is None:
        return _event(phrase, at, after) if words or unit in {"ngay", "gio"} else None
    base = calendar_at(phrase, since)
    if base is None or not _is_day(base[0][0]) or unit not in {"ngay", "tuan"}:
        return _event(phrase, at, since)
    days = count * (7 if unit == "tuan" else 1)
    doubt = say.WORKDAY if working else say.FIRST_DAY
    return [Mark(Role.OFFSET, phrase.quote(at, base[1]), days, (doubt,)), *base[0]], base[1]


def _is_day(piece: Piece) -> bool:
    return isinstance(piece, Calendar) and piece.unit is Unit.DAY


def _event(phrase: Phrase, at: int, named: int) -> Found:
    """Make a condition of an interval; ``named`` is the place where its event should be named."""
    tail = _tail(phrase, named, reference=False)
    words = {token.key for token in phrase.tokens[named : tail.after]}
    recurring = "thuc" in words and bool(words & {"quy", "thang", "nam", "ky"})
    doubts = (say.NO_EVENT,) if tail.after == named else (say.POSITION,) if recurring else ()
    return [Mark(Role.CONDITION, phrase.quote(at, tail.after), doubts=(*doubts, *tail.times))], tail.after


def _is_interval(phrase: Phrase, after: int, unit: str) -> bool:
    """Refuse "10 ngày đầu tháng", "6 tháng đầu năm", "3 tháng/lần", "15 tháng 3"."""
    tokens = phrase.tokens
    if any(follows(tokens, after, *words) for words in (("ke", "tu"), ("tinh", "tu"), ("sau", "khi"))):
        return True
    if follows(tokens, after, "lam", "viec") and tokens[after + 2].key in {"dau", "cuoi"}:
        return False
    if tokens[after].key in {"dau", "cuoi", "/", "mot"} or cycle(phrase, after - 2):
        return False
    named = after + 1 if tokens[after].key in {",", "(", ":"} else after
    if unit == "nam" and calendar_at(phrase, named):
        return False
    return unit in {"ngay", "tuan", "gio"} or day(phrase, after - 2) is None


def _tail(phrase: Phrase, at: int, *, reference: bool) -> _Tail:
    """Find where the event or document's name ends: at the next time expression or statement of its own."""
    tokens = phrase.tokens
    times: list[str] = []
    brackets = 0
    while tokens[at].kind is not TokenKind.END:
        token = tokens[at]
        if token.key in {";", "\n-"} or (token.key == ")" and not brackets):
            break
        cited = _citation(phrase, at)
        if cited is not None:
            times += cited.times
            at = cited.after
            continue
        stop, inside = _inside(phrase, at, reference)
        if stop:
            break
        brackets += {"(": 1, ")": -1}.get(token.key, 0)
        if inside is None:
            at += 1
        else:
            times += inside.times
            at = inside.after
    return _Tail(at, tuple(times))


def _citation(phrase: Phrase, at: int) -> _Tail | None:
    """Skip a document's number and date: they say which document, not when; a date without a number needs a look."""
    tokens = phrase.tokens
    cited = tokens[at].kind is TokenKind.CITATION
    numbered = tokens[at].kind is TokenKind.NUMBER and tokens[at - 1].key in {"so", *_LAST_NOUNS}
    after = at + 1 if cited or numbered else at
    if after == at and not (tokens[at].key == "ngay" and tokens[at - 1].key in _LAST_NOUNS):
        return None
    dated = after + 1 if tokens[after].key == "," else after
    found = day(phrase, dated) if tokens[dated].key == "ngay" else None
    if found is not None and all(
        not isinstance(each, Calendar) or each.year is not None for each in found[0]
    ):
        return _Tail(found[1], () if after > at else (say.IN_REFERENCE,))
    return _Tail(after, ()) if after > at else None


def _inside(phrase: Phrase, at: int, reference: bool) -> tuple[bool, _Tail | None]:
    """Decide at one place of a tail: stop there, or skip a time expression that belongs to the name."""
    tokens = phrase.tokens
    if tokens[at].key in _SEPARATORS:
        return _new_statement(phrase, at + 1), None
    known = known_words(tokens, at)
    if known is not None and known[0] in _LINKS and _dated_link(phrase, at, known[1]):
        found = calendar_at(phrase, known[1])
        if not reference or found is None or not _is_year(found):
            return True, None
        return False, _Tail(found[1], (say.IN_REFERENCE,))
    if known is not None and known[0] in _BEFORE_TIMES and tokens[at].key in {"hoan", "xong", "trong", "vao"}:
        found = calendar_at(phrase, known[1])
        if found is not None and not _is_year(found):
            return True, None
    recurring = cycle(phrase, at)
    if recurring is not None:
        yearly = all(isinstance(each, Cycle) and each == Cycle(12) for each in recurring[0])
        return not yearly, _Tail(recurring[1], ()) if yearly else None
    found = calendar_at(phrase, at)
    if found is None or not any(isinstance(each, Calendar) for each in found[0]):
        counted = length(phrase, at) if reference and is_number(tokens[at]) else None
        return False, None if counted is None else _Tail(counted.after, (say.IN_REFERENCE,))
    if _is_year(found):
        return False, _Tail(found[1], ())
    return (True, None) if reference else (False, _Tail(found[1], (say.INSIDE_EVENT,)))


def _dated_link(phrase: Phrase, at: int, after: int) -> bool:
    """Tell whether a relation word inside a tail leads to a date; "kết thúc", "hết" belong to events too."""
    return phrase.tokens[at].key not in {"ket", "het"} and calendar_at(phrase, after) is not None


def _is_year(found: Found) -> bool:
    return all(not isinstance(each, Calendar) or each.unit is Unit.YEAR for each in found[0])


def _new_statement(phrase: Phrase, at: int) -> bool:
    """Tell whether what follows a separator is a statement of its own and no part of the name."""
    known = known_words(phrase.tokens, at)
    if known is not None and known[0] in _OWN_MEANING:
        return True
    head = clause_head(phrase.tokens, at)
    if head is not None and head[0] is not Role.UNKNOWN:
        return True
    recurring = cycle(phrase, at)
    if recurring is not None or _interval(phrase, at) is not None:
        return True
    found = calendar_at(phrase, at)
    if found is not None:
        return not _is_year(found)
    return length(phrase, at) is not None or time_at(phrase, at)
