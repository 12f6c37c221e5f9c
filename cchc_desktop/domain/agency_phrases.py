"""Phrases that may stand after a name in an agency cell, by what they make of it."""

from cchc_desktop.domain.agency_tokens import Words, norms


def _table(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in text.replace("\n", ";").split(";"):
        words = tuple(phrase.split())
        if words:
            table[words[0]] = (*table.get(words[0], ()), words)
    return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in table.items()}


CONCERNED = _table("co lienquan; lienquan; khac; con lai; tuong ung; thich hop; cu the; lq; vv")
ROLES = _table("""
    chutri; thuongtruc; dau moi; phoihop; chutri phoihop; tham muu giup viec; la coquan thuongtruc; chutri thuc hien
    chutri tham muu; chutri soan thao; phoihop thuc hien; cung phoihop; lam dau moi; tham gia; lam coquan thuongtruc
    thuc hien; tochuc thuc hien; trien khai; trien khai thuc hien; theo doi; tong hop; tham dinh
    chutri tochuc thuc hien; chutri trien khai; chutri trien khai thuc hien; dau moi tong hop; theo doi tong hop
    chutri chinh; chutri trinh; dong chutri; chutri tong hop; cung cap; cung thuc hien; phu trach
""")
PLACES = _table("""
    tren dia ban; dong tren; dong tai; dong o; o diaphuong; tai diaphuong; tren toan; trong toan; trong pham vi
    hoat dong tren; trong tinh; trong xa; trong huyen; trong tp; trong ca nuoc; ngoai tinh; o co so; tai co so; co so
    tren ca; toan tinh; toan quoc; toan xa; toan huyen; toan tp; toan phuong; trong va ngoai
""")
CHANGES = _table("""
    cu; moi; sau sap xep; sau hop nhat; sau sap nhap; sau khi sap xep; sau khi hop nhat; sau khi sap nhap; hien nay; truoc day
    hinh thanh sau sap xep; truoc sap xep; truoc khi sap xep; moi thanh lap; moi hinh thanh
""")
"""Words on the mergers of 2025 that leave a body what it is: "cũ", "sau sắp xếp"."""
ACCORDING = _table("""
    theo chuc nang; theo nhiem vu; theo linh vuc; theo nganh; theo thamquyen; theo phan cap; theo phan cong; theo quy dinh
    theo tung; theo dia ban; theo pham vi; theo ke hoach; theo yeu cau; theo tochuc; theo phu luc; theo danh muc; theo he
    la; voi vai tro; trong linh vuc
""")
BELONGING = _table(
    "trong kcn; trong kkt; trong ccn; trong cac; trong khu; thuoc; truc thuoc; cua; do; thuoc pham vi; cap tren; cap duoi; cung cap"
)
WHICH = _table("""
    duoc giao; duoc phan cong; duoc uy quyen; duoc chi dinh; duoc chon; duoc kiem tra; duoc thanh tra; duoc khao sat
    co; co thamquyen; co chuc nang; co nhiem vu; co tham gia; co tthc; co nhu cau; co phat sinh; co dieu kien; co du; co tru so
    quanly; phu trach; su dung; lam nhiem vu; lam cong tac; giai quyet; thuc hien; tiepnhan; soan thao; xay dung; tham muu
    trinh; de xuat; nhan; ap dung; cung ung; van hanh; lap; ban hanh; giup viec; tham dinh; de nghi; chuyen trach; duoc
""")
VERBS = _table("""
    thuc hien; tham muu; tochuc; xay dung; ban hanh; bao cao; tong hop; theo doi; huong dan; chi dao; trien khai; ra soat
    dang tai; cap nhat; phoihop voi; phoihop cung; phoihop cac; de xuat; trinh; phe duyet; tiepnhan; giai quyet; kiem tra
    don doc; gui; phan cong; quyet dinh; dam bao; bao dam; tien hanh; cong bo; lap; nop; thong bao; can cu; phai; chu dong
    tu; chiu; tiep tuc; tang cuong; day manh; duoc; se; nghien cuu; tham dinh; cung cap thong tin; cung cap so lieu; lam
    bo tri; xem xet; quanly; su dung; danh gia; khao sat; dao tao; tuyen truyen; co trach nhiem; hoan thanh; de nghi; giup
    yeu cau; giao; ky; cho; gioi thieu; hop; phuc vu; van hanh; mo; cong khai; so hoa; tham gia y kien
""")
STRONG = _table("""
    tu danh gia; tu cham; tu ra soat; tu kiem tra; tu chiu; tu tochuc; tu thuc hien; tu xay dung; chiu trach nhiem
    co trach nhiem; phoihop voi; phoihop cung; cua minh; coquan minh; donvi minh; diaphuong minh; nganh minh; tu quyet dinh
""")
LINKS = frozenset({"cung", "voi", "hoac"})
"""Words that join names without a separator: "Sở Nội vụ cùng với các sở, ngành"."""
FOREIGN = frozenset({"để", "cùng", "đồng"})
"""Words that cannot stand in a clause on where a body is or whose it is."""
STAFF = frozenset({"canbo", "congchuc", "vienchuc"})
"""Nouns whose list belongs to the clause it stands in: "cơ quan quản lý cán bộ, công chức"."""
OPEN_ENDS = frozenset({"thuộc", "của", "cấp", "tại", "ở", "thuoc"})
"""Words a name cannot end with when more words follow."""
OPENERS = _table("theo; khi; neu; tuy theo; nhu; khong")
LONGEST_CLAUSE = 3
"""Words after a verb up to which "cơ quan giải quyết TTHC" is still a body and not a sentence."""
_SPELLINGS = {
    "cu": "cũ", "moi": "mới", "tu": "tự", "la": "là", "do": "do", "se": "sẽ", "hop": "họp", "mo": "mở", "ky": "ký", "cho": "cho", "lam": "làm",
    "phai": "phải", "giao": "giao", "gui": "gửi", "lap": "lập", "nop": "nộp", "trinh": "trình", "chiu": "chịu",
    "duoc": "được", "giup": "giúp", "khac": "khác", "cua": "của", "co": "có", "thuoc": "thuộc", "theo": "theo", "khi": "khi",
}  # fmt: skip
"""Short words whose folded form stands for several: "tự" is a verb, "tư" is not."""


def starts(table: dict[str, tuple[tuple[str, ...], ...]], words: Words, position: int) -> int:
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
    return start + starts(ROLES, words, start)
