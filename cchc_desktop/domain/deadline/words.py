"""The vocabulary of time phrases, folded: what each known word or group of words does. Unlisted words make a reading uncertain."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from cchc_desktop.domain.deadline.tokens import Token, TokenKind


class Role(Enum):
    """What a piece of a phrase that is no calendar expression does."""

    FILLER = auto()
    """Changes nothing: "thời gian", "thực hiện", "hoàn thành", "trong", "vào" …"""
    ACTIVITY = auto()
    """Names what is done then: "sơ kết", "báo cáo" …; changes no date."""
    LABEL = auto()
    """"đợt 1:", "lần 2:"."""
    BEFORE = auto()
    """"trước": excludes the day itself."""
    UNTIL = auto()
    """"chậm nhất", "hết", "kết thúc": includes the last day."""
    TO = auto()
    """"đến": as UNTIL, and joins a range."""
    FROM = auto()
    AFTER = auto()
    WITHIN = auto()
    """"trong": a cycle printed beside it is limited to the period."""
    ONWARDS = auto()
    """"trở đi"."""
    DASH = auto()
    LINE_DASH = auto()
    """A dash at the start of a line: a range cut by the line end, or a bullet."""
    SEPARATOR = auto()
    OR = auto()
    OPEN = auto()
    """A bracket or colon: what follows explains what stands before."""
    CLOSE = auto()
    CONTINUOUS = auto()
    PERIODIC = auto()
    AD_HOC = auto()
    CONDITION = auto()
    REFERENCE = auto()
    OFFSET = auto()
    """So many days after a date that is printed; ``number`` days."""
    DAY_ONLY = auto()
    """A day without its month: "ngày 15"."""
    BARE_UNIT = auto()
    """"quý", "6 tháng", "năm" without a number; ``number`` months."""
    THIS_UNIT = auto()
    """"trong tháng", "trong quý": of which one the print does not say."""
    WEEKS = auto()
    """"Tuần 1-3" of a project."""
    TIME = auto()
    WEEKDAY = auto()
    NEXT_YEARS = auto()
    """"và các năm tiếp theo"."""
    EXCEPT = auto()
    """"riêng", "trừ": what follows is for some agencies only."""
    OUTLOOK = auto()
    """"định hướng", "tầm nhìn": a later year that sets no deadline."""
    APPROXIMATE = auto()
    AT_LEAST = auto()
    """"ít nhất", "tối thiểu": harmless before a number of times, doubtful before a date."""
    LUNAR = auto()
    BLANK = auto()
    DITTO = auto()
    UNSET = auto()
    """"chưa chốt hạn"."""
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a phrase that is no calendar expression."""

    role: Role
    text: str = ""
    number: int = 0
    doubts: tuple[str, ...] = ()
    key: str = ""
    """The words, folded, of a mark made of listed words."""


FILLERS = (
    "thoi gian", "thoi han", "thoi diem", "thoi gian thuc hien", "thoi gian hoan thanh", "thoi han hoan thanh",
    "han", "han hoan thanh", "han thuc hien", "han gui", "thuc hien", "hoan thanh", "hoan tat", "trien khai",
    "to chuc", "tien hanh", "xong", "dut diem", "du kien", "phan dau", "yeu cau hoan thanh", "phai hoan thanh",
    "hoan thanh viec", "trien khai thuc hien", "to chuc thuc hien", "vao", "vao luc", "luc", "cua", "la",
    "cac", "nhung", "trong do", "cu the", "giai doan", "thoi ky", "tu nay", "tu bây gio", "tu bay gio",
    "cung", "moc", "moc thoi gian", "duoc", "cho", "ve", "kip thoi",
    "khan truong", "toan bo", "tat ca", "sáng", "chieu", "buoi sáng", "buoi chieu", "dau gio", "cuoi gio", "cuoi gio chieu",
)  # fmt: skip
"""Words that never change a date."""

ACTIVITIES = (
    "so ket", "tong ket", "bao cao", "bao cao ket qua", "bao cao so ket", "bao cao tong ket",
    "danh gia", "tu danh gia", "tự danh gia", "cham diem", "tu cham diem", "tự cham diem", "kiem tra", "tu kiem tra",
    "ban hanh", "ban hanh ke hoach", "xay dung ke hoach", "xay dung", "trinh", "gui", "gui bao cao", "nop",
    "nop bao cao", "tham muu", "phe duyet", "cong bo", "cong khai", "tham dinh", "dieu tra", "khao sat", "ra soat",
    "cap nhat", "tong hop", "tong hop bao cao", "hop", "hoi nghi", "hoi nghi so ket", "hoi nghi tong ket", "tap huan",
    "boi duong", "dao tao", "tuyen truyen", "phat dong", "so tong ket", "giao ban", "doi thoai", "boi thuong xuyen",
    "lay y kien", "hoan thien", "khoi dong", "hop giao ban", "thong ke", "trao giai", "cham thi", "thi", "nghiem thu",
)  # fmt: skip
"""What is done at the time; several different ones beside several dates still make a reading uncertain."""

_GROUPS: dict[Role, tuple[str, ...]] = {
    Role.FILLER: FILLERS,
    Role.ACTIVITY: ACTIVITIES,
    Role.BEFORE: ("truoc", "xong truoc", "hoan thanh truoc", "trc"),
    Role.UNTIL: (
        "cham nhat", "cham nhat la", "cham nhat den", "cham nhat vao", "cham nhat trong", "cham nhat den het",
        "cham nhat het", "muon nhat", "muon nhat la", "tre nhat", "tre nhat la", "khong qua", "khong cham hon",
        "khong muon hon", "khong tre hon", "khong sau", "khong vuot qua", "khong muon qua", "khong duoc cham hon", "khong duoc qua", "han cuoi", "han cuoi cung", "han chot",
        "han cuoi la", "ket thuc", "het", "tinh den", "tinh den het", "ket thuc trong", "ket thuc vao", "chot",
        "truoc khi ket thuc", "truoc khi het", "gia han den", "gia han den het",
    ),
    Role.TO: ("den", "toi", "cho den", "cho toi", "den het", "toi het", "cho den het", "keo dai den", "han den", "han den het"),
    Role.FROM: (
        "tu", "ke tu", "tinh tu", "ngay tu", "bat dau", "bat dau tu", "bat dau vao", "bat dau trong", "bat dau ke tu",
        "khong truoc", "thuc hien tu", "trien khai tu", "ap dung tu",
    ),
    Role.AFTER: ("sau",),
    Role.WITHIN: ("trong", "ngay trong", "hoan thanh trong", "xong trong", "noi trong", "trong thoi gian"),
    Role.ONWARDS: ("tro di", "tro ve sau"),
    Role.SEPARATOR: ("va", "dong thoi", "cung voi", "roi"),
    Role.OR: ("hoac", "hay"),
    Role.CONTINUOUS: (
        "thuong xuyen", "thuong xuyen lien tuc", "lien tuc", "suot nam", "trong suot nam", "quanh nam", "duy tri",
        "duy tri thuong xuyen", "suot ca nam", "trong suot ca nam",
    ),
    Role.PERIODIC: (
        "dinh ky", "dinh ki", "theo dinh ky", "theo dinh ki", "theo ky", "moi ky", "hang ky", "tung ky", "thuong ky",
        "theo ky bao cao", "cac ky bao cao", "moi ky bao cao", "hang ky bao cao", "theo tung ky", "cac ky",
        "dinh ky theo ky bao cao", "cuoi ky", "cuoi ky bao cao", "cuoi moi ky",
    ),
    Role.AD_HOC: ("dot xuat", "bat thuong", "dot xuat khi co yeu cau"),
    Role.NEXT_YEARS: (
        "va cac nam tiep theo", "va nhung nam tiep theo", "va cac nam sau", "va nhung nam sau", "cac nam tiep theo",
        "nhung nam tiep theo", "va nam tiep theo", "cac nam sau", "va cac nam ke tiep", "va cac nam tiep sau",
    ),
    Role.EXCEPT: ("rieng", "tru", "ngoai tru", "khong ke", "rieng doi voi"),
    Role.OUTLOOK: ("dinh huong", "tầm nhin", "tam nhin", "co tinh den", "huong den", "huong toi"),
    Role.APPROXIMATE: ("khoang", "khoang thoi gian", "tạm", "gan", "uoc", "dip", "nhan dip", "vao dip"),
    Role.LUNAR: ("am lich", "al", "ram"),
    Role.AT_LEAST: ("it nhat", "toi thieu"),
    Role.DITTO: ("nhu tren", "nt", "n t", "tuong tu", "nhu tren day"),
    Role.UNSET: (
        "chua chot han", "chua chot", "chua xac dinh", "chua co han", "chua co", "khong xac dinh", "khong thoi han",
        "khong co thoi han", "khong co", "khong", "khong quy dinh", "khong han", "chua ro", "chua an dinh",
        "khong xac dinh thoi han", "chua xac dinh thoi gian", "chua giao han", "se thong bao sau", "thong bao sau",
    ),
}  # fmt: skip

CONDITION_HEADS = (
    "ngay sau khi", "sau khi", "ngay khi", "khi", "truoc khi", "ke tu khi", "tinh tu khi", "tu khi", "neu", "neu co",
    "trong truong hop", "truong hop", "den khi", "cho den khi", "toi khi", "phu thuoc", "phu thuoc vao", "tuy", "tuy theo",
    "tuy thuoc", "tuy thuoc vao", "tuy tinh hinh", "ngay sau", "phat sinh", "co yeu cau", "co phat sinh", "moi khi",
    "theo yeu cau", "theo chi dao", "theo huong dan", "theo cong van", "theo cv", "theo de nghi", "theo thong bao",
    "theo nhu cau", "theo tinh hinh", "theo thuc te", "theo su chi dao", "theo phat sinh", "theo su vu", "theo van ban",
    "theo dieu kien", "theo trieu tap", "theo giay moi", "theo chu truong", "theo dot", "theo vu viec", "theo phan cong",
    "theo su phan cong", "theo y kien", "theo ho so", "theo su kien", "theo thu moi", "theo tung vu viec", "yeu cau",
    "theo hd", "theo yc", "theo tb", "theo vb", "chờ", "chờ den khi", "cho y kien", "tai ky hop", "tai phien hop",
    "theo van ban chi dao", "theo van ban huong dan", "truoc va trong", "truoc trong va sau",
    "khi can thiet", "khi can", "theo ket luan", "theo nhiem vu",
)  # fmt: skip
"""Heads of a condition: the event follows, up to the next time expression."""

DOCUMENT_NOUNS = (
    "ke hoach", "kh", "quyet dinh", "qd", "cong van", "cv", "chi thi", "nghi quyet", "nghi dinh", "thong tư", "thong tu", "luat",
    "chuong trinh", "de an", "huong dan", "thong bao", "van ban", "to trinh", "ket luan", "quy che", "quy dinh",
)  # fmt: skip

REFERENCE_HEADS = (
    *(f"theo {noun}" for noun in DOCUMENT_NOUNS if noun not in {"cong van", "cv", "huong dan", "thong bao", "van ban", "ket luan"}),
    *(f"theo dung {noun}" for noun in ("ke hoach", "quy dinh", "tien do", "lo trinh", "thoi gian", "thoi han")),
    "theo tien do", "theo lo trinh", "theo lich", "theo thoi gian", "theo thoi han", "theo thoi diem", "theo noi dung",
    "theo du an", "theo hop dong", "theo ke hoach", "theo phap luat", "theo nhiem ky", "can cu", "can cu vao", "dung tien do", "theo moc thoi gian",
    "dung quy dinh", "dung thoi gian", "dung thoi han", "dung han", "dung ke hoach", "dung lo trinh", "dam bao tien do",
    "dam bao thoi gian", "bao dam tien do", "bao dam thoi gian", "dam bao lo trinh", "bao dam lo trinh",
    *(f"{verb} dung {noun}" for verb in ("dam bao", "bao dam") for noun in ("tien do", "thoi gian", "thoi han", "lo trinh", "ke hoach")),
    "thuc hien theo ke hoach", "thuc hien theo quy dinh", "theo quy trinh", "theo chuyen de", "theo", "theo tung",
)  # fmt: skip
"""Heads of a reference to a document or schedule that holds the date."""

BARE_REFERENCES = (*(noun for noun in DOCUMENT_NOUNS if noun != "luat"), "lo trinh", "tien do")
"""Printed without "theo": probably shortened, so the reading is uncertain."""

COUNTED = frozenset({"lan", "cuoc", "dot", "buoi", "luot", "lop", "ky", "phien"})
"""A number before one of these counts things and is no month, quarter or day."""

LABELS = frozenset({"dot", "lan", "ky", "buoc", "phien", "giai", "vong", "khoa"})


def _index(entries: dict[Role, tuple[str, ...]]) -> dict[str, list[tuple[tuple[str, ...], Role]]]:
    found: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for role, phrases in entries.items():
        for phrase in phrases:
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), role))
    for candidates in found.values():
        candidates.sort(key=lambda each: -len(each[0]))
    return found


_WORDS = _index(_GROUPS)
_CLAUSES = _index({
    Role.CONDITION: CONDITION_HEADS, Role.REFERENCE: REFERENCE_HEADS, Role.UNKNOWN: BARE_REFERENCES,
})  # fmt: skip


def known_words(tokens: Sequence[Token], at: int) -> tuple[Role, int] | None:
    """Find the longest listed group of words at a place: its role and the place after it."""
    return _longest(_WORDS, tokens, at)


def clause_head(tokens: Sequence[Token], at: int) -> tuple[Role, int] | None:
    """Find the longest head of a condition or reference at a place; UNKNOWN stands for a bare document noun."""
    return _longest(_CLAUSES, tokens, at)


def _longest(
    index: dict[str, list[tuple[tuple[str, ...], Role]]], tokens: Sequence[Token], at: int
) -> tuple[Role, int] | None:
    if tokens[at].kind is not TokenKind.WORD:
        return None
    for rest, role in index.get(tokens[at].key, ()):
        after = at + 1
        for word in rest:  # a plain loop: this runs some hundred times for a phrase
            if tokens[after].key != word:
                break
            after += 1
        else:
            return role, after
    return None
