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
from cchc_desktop.domain.agency_places import CENTRAL_CITIES, province_end
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


def _table(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in text.replace("\n", ";").split(";"):
        words = tuple(phrase.split())
        if words:
            table[words[0]] = (*table.get(words[0], ()), words)
    return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in table.items()}


_CONCERNED = _table("co lienquan; lienquan; khac; con lai; tuong ung; thich hop; cu the; lq; vv")
_ROLES = _table("""
    chutri; thuongtruc; dau moi; phoihop; chutri phoihop; tham muu giup viec; la coquan thuongtruc; chutri thuc hien
    chutri tham muu; chutri soan thao; phoihop thuc hien; cung phoihop; lam dau moi; tham gia; lam coquan thuongtruc
    thuc hien; tochuc thuc hien; trien khai; trien khai thuc hien; theo doi; tong hop; tham dinh
    chutri tochuc thuc hien; chutri trien khai; chutri trien khai thuc hien; dau moi tong hop; theo doi tong hop
    chutri chinh; chutri trinh; dong chutri; chutri tong hop; cung cap; cung thuc hien; phu trach
""")
_PLACES = _table("""
    tren dia ban; dong tren; dong tai; dong o; o diaphuong; tai diaphuong; tren toan; trong toan; trong pham vi
    hoat dong tren; trong tinh; trong xa; trong huyen; trong tp; trong ca nuoc; ngoai tinh; o co so; tai co so; co so
    tren ca; toan tinh; toan quoc; toan xa; toan huyen; toan tp; toan phuong; trong va ngoai
""")
_CHANGES = _table("""
    cu; moi; sau sap xep; sau hop nhat; sau sap nhap; sau khi sap xep; sau khi hop nhat; sau khi sap nhap; hien nay; truoc day
    hinh thanh sau sap xep; truoc sap xep; truoc khi sap xep; moi thanh lap; moi hinh thanh
""")
"""Words on the mergers of 2025 that leave a body what it is: "cũ", "sau sắp xếp"."""
_ACCORDING = _table("""
    theo chuc nang; theo nhiem vu; theo linh vuc; theo nganh; theo thamquyen; theo phan cap; theo phan cong; theo quy dinh
    theo tung; theo dia ban; theo pham vi; theo ke hoach; theo yeu cau; theo tochuc; theo phu luc; theo danh muc; theo he
    la; voi vai tro; trong linh vuc
""")
_BELONGING = _table("thuoc; truc thuoc; cua; do; thuoc pham vi; cap tren; cap duoi; cung cap")
_WHICH = _table("""
    duoc giao; duoc phan cong; duoc uy quyen; duoc chi dinh; duoc chon; duoc kiem tra; duoc thanh tra; duoc khao sat
    co; co thamquyen; co chuc nang; co nhiem vu; co tham gia; co tthc; co nhu cau; co phat sinh; co dieu kien; co du; co tru so
    quanly; phu trach; su dung; lam nhiem vu; lam cong tac; giai quyet; thuc hien; tiepnhan; soan thao; xay dung; tham muu
    trinh; de xuat; nhan; ap dung; cung ung; van hanh; lap; ban hanh; giup viec; tham dinh; de nghi; chuyen trach; duoc
""")
_VERBS = _table("""
    thuc hien; tham muu; tochuc; xay dung; ban hanh; bao cao; tong hop; theo doi; huong dan; chi dao; trien khai; ra soat
    dang tai; cap nhat; phoihop voi; phoihop cung; phoihop cac; de xuat; trinh; phe duyet; tiepnhan; giai quyet; kiem tra
    don doc; gui; phan cong; quyet dinh; dam bao; bao dam; tien hanh; cong bo; lap; nop; thong bao; can cu; phai; chu dong
    tu; chiu; tiep tuc; tang cuong; day manh; duoc; se; nghien cuu; tham dinh; cung cap thong tin; cung cap so lieu; lam
    bo tri; xem xet; quanly; su dung; danh gia; khao sat; dao tao; tuyen truyen; co trach nhiem; hoan thanh; de nghi; giup
    yeu cau; giao; ky; cho; gioi thieu; hop; phuc vu; van hanh; mo; cong khai; so hoa; tham gia y kien
""")
_STRONG = _table("""
    tu danh gia; tu cham; tu ra soat; tu kiem tra; tu chiu; tu tochuc; tu thuc hien; tu xay dung; chiu trach nhiem
    co trach nhiem; phoihop voi; phoihop cung; cua minh; coquan minh; donvi minh; diaphuong minh; nganh minh; tu quyet dinh
""")
_LINKS = frozenset({"cung", "voi", "hoac"})
"""Words that join names without a separator: "Sở Nội vụ cùng với các sở, ngành"."""
_STAFF = frozenset({"canbo", "congchuc", "vienchuc"})
"""Nouns whose list belongs to the clause it stands in: "cơ quan quản lý cán bộ, công chức"."""
_OPEN_ENDS = frozenset({"thuộc", "của", "cấp", "tại", "ở", "thuoc"})
"""Words a name cannot end with when more words follow."""
_OPENERS = _table("theo; khi; neu; tuy theo; nhu; khong")
_LONGEST_CLAUSE = 3
"""Words after a verb up to which "cơ quan giải quyết TTHC" is still a body and not a sentence."""
_SPELLINGS = {
    "cu": "cũ", "moi": "mới", "tu": "tự", "la": "là", "do": "do", "se": "sẽ", "hop": "họp", "mo": "mở", "ky": "ký", "cho": "cho", "lam": "làm",
    "phai": "phải", "giao": "giao", "gui": "gửi", "lap": "lập", "nop": "nộp", "trinh": "trình", "chiu": "chịu",
    "duoc": "được", "giup": "giúp", "khac": "khác", "cua": "của", "co": "có", "thuoc": "thuộc", "theo": "theo", "khi": "khi",
}  # fmt: skip
"""Short words whose folded form stands for several: "tự" is a verb, "tư" is not."""


def _starts(table: dict[str, tuple[tuple[str, ...], ...]], words: Words, position: int) -> int:
    """Return the length of the phrase of a table that stands at a place; 0 when none does."""
    word = words[position]
    spelling = _SPELLINGS.get(word.norm, word.raw)
    if word.raw not in (spelling, word.norm):
        return 0
    for phrase in table.get(word.norm, ()):
        if norms(words, position, position + len(phrase)) == phrase:
            return len(phrase)
    return 0


def role_end(words: Words, start: int) -> int:
    """Return the end of a role ("chủ trì", "phối hợp") at a place; ``start`` itself when there is none."""
    return start + _starts(_ROLES, words, start)


def has_strong_verb(words: Words, start: int, end: int) -> bool:
    """Tell whether a stretch holds a verb that only a sentence has ("tự đánh giá", "chịu trách nhiệm")."""
    return any(_starts(_STRONG, words, position) for position in range(start, end))


def begins_clause(words: Words, position: int) -> bool:
    """Tell whether a verb or "theo", "khi" stands at a place, as where a cell says what is done and not by whom."""
    if words[position].norm in {"tochuc", "quanly"}:
        return False
    return _starts(_OPENERS, words, position) > 0 or _starts(_VERBS, words, position) > 0


def says_concerned(words: Words, start: int, end: int) -> bool:
    """Tell whether a stretch ends with "liên quan", "có liên quan" or "khác"."""
    return any(
        words[position].kind is Kind.WORD and position + _starts(_CONCERNED, words, position) == end
        for position in range(max(start, end - 2), end)
    )


class TailReader:
    """Reads what stands after a name in one cell."""

    def __init__(self, words: Words, begins: Callable[[int], bool]) -> None:
        self._words = words
        self._begins = begins

    def read(self, start: int, *, vague: bool, held: bool = False) -> Tail | None:
        """Read on to the end of the item; None when the words there cannot be explained.

        ``vague`` tells that the name is a class such as "cơ quan, đơn vị", of which a clause picks some; ``held`` that
        it is a part of other bodies, which may follow: "Bộ phận Một cửa các sở, ngành".
        """
        words = self._words
        position, outcome = start, Outcome.PLAIN
        while position < len(words) and words[position].kind is Kind.WORD:
            if words[position].newline and words[position].capital and self._new_item(position):
                return Tail(position, outcome)
            if self._new_clause(position):
                return Tail(position, outcome)
            if held and position == start and words[position].plural and not words[position].capital:
                nouns = max((end for end, _ in noun_lists(words, position)), default=position)
                return Tail(self.clause_end(nouns), Outcome.NARROWED)
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

    def clause_end(self, start: int) -> int:
        """Return the end of a clause: a hard separator, or a soft one before a known name."""
        words = self._words
        position = start
        while position < len(words) and words[position].kind is not Kind.HARD:
            soft = words[position].kind is Kind.SOFT
            if soft and position + 1 < len(words) and (self._opens(position + 1) or self._listed(position)):
                staff = words[position - 1].norm in _STAFF and words[position + 1].norm in _STAFF
                if not staff:
                    break
            if words[position].newline and position > start and self._opens(position):
                break
            position += 1
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
        if words[position - 1].raw in _OPEN_ENDS and not words[position - 1].plural:
            return False
        if words[position].newline and words[position].capital:
            return True
        linked = position
        while linked + 1 < len(words) and words[linked].norm in _LINKS:
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
        length = _starts(_CONCERNED, words, position)
        if length:
            return self._concerned(position + length)
        if words[position].raw == "nơi" or (vague and _starts(_WHICH, words, position)):
            return self._clause(position, Outcome.UNSPECIFIED)
        role = _starts(_ROLES, words, position)
        if role:
            return self._role(position, role, vague)
        if self._of_the_province(position):
            return Tail(position + 2)
        changed = _starts(_CHANGES, words, position)
        if changed:
            return Tail(position + changed)
        for table, outcome in (
            (_PLACES, Outcome.PLAIN),
            (_ACCORDING, Outcome.PLAIN),
            (_BELONGING, Outcome.NARROWED),
        ):
            if _starts(table, words, position):
                return self._plain_clause(position, outcome)
        return Tail(position, Outcome.SENTENCE) if _starts(_VERBS, words, position) else None

    def _role(self, start: int, length: int, vague: bool) -> Tail:
        """Read "chủ trì", "phối hợp": said of a body, or picking some of a class, or the verb of a sentence."""
        words = self._words
        end = start + length
        if end >= len(words) or words[end].kind is not Kind.WORD:
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

    def _concerned(self, position: int) -> Tail:
        words = self._words
        more = position < len(words) and words[position].norm in {"den", "toi", "trong", "ve"}
        return Tail(self.clause_end(position) if more else position, Outcome.UNSPECIFIED)

    def _plain_clause(self, position: int, outcome: Outcome) -> Tail:
        end = self.clause_end(position)
        return Tail(end, Outcome.SENTENCE if has_strong_verb(self._words, position, end) else outcome)

    def _clause(self, position: int, outcome: Outcome) -> Tail:
        end = self.clause_end(position)
        relative = self._words[position].norm in {"duoc", "co", "quanly"}
        long = (
            not relative and _starts(_VERBS, self._words, position) and end - position > _LONGEST_CLAUSE + 1
        )
        strong = has_strong_verb(self._words, position, end)
        return Tail(end, Outcome.SENTENCE if strong or long else outcome)


def words_plural(words: Words, position: int) -> bool:
    """Tell whether a word at a place stands after "các"."""
    return words[position].kind is Kind.WORD and words[position].plural
