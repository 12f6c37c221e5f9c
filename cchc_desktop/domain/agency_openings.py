"""First words of an agency cell's items: of bodies and lists, of notes on the body before, and words that change nobody."""

HEADS = frozenset({"so", "phong", "ban", "hoi", "bo", "cuc", "chicuc", "congchuc", "tt", "truong"})
"""First words that a list may name once for all: "các Sở: Nội vụ, Tài chính"."""
BODIES = HEADS | frozenset({
    "ubnd", "hdnd", "ub", "mttq", "vp", "bcd", "bql", "bch", "congty", "tongcuc", "tapdoan", "benh", "vien", "quy", "doan",
    "to", "doi", "tram", "kbnn", "nhnn", "nganhang", "bhxh", "buu", "toa", "thanh", "dai", "bao", "cong", "ldld", "danguy",
    "tinhuy", "coquan", "donvi", "tochuc", "doanhnghiep", "nha", "khoa", "chudautu", "chutich", "giamdoc", "canbo", "nguoidan",
    "canhan", "diaphuong", "htx", "vnpt", "viettel", "hiephoi", "lien", "dien", "dang", "bophan", "cum", "lop", "vu",
})  # fmt: skip
"""First words of bodies: after a separator they begin a new piece, even when the body is not known."""
SPELLINGS = {
    "bo": "bộ", "so": "sở", "hoi": "hội", "dai": "đài", "bao": "báo", "doan": "đoàn", "doi": "đội", "to": "tổ", "quy": "quỹ",
    "phong": "phòng", "cuc": "cục", "truong": "trường", "vien": "viện", "nha": "nhà", "dang": "đảng", "lop": "lớp", "vu": "vụ",
}  # fmt: skip
"""Short first words whose folded form stands for several: "Bộ Nội vụ", but "Bổ trợ tư pháp"."""
CONFUSED = frozenset({"số", "bổ", "hỏi", "đại", "bảo", "đổi", "quý", "tố", "môi"})
"""Common words that are folded to a short first word ("sở", "bộ"), so that they stand for it in no name by mistake."""
BROAD = frozenset({"coquan", "donvi", "tochuc"})
"""Classes so broad that a "có liên quan" later in their list is said of them too."""
ZONES = frozenset({"kcn", "kkt", "ccn"})
"""Industrial and economic zones: one board may manage several ("Ban Quản lý Khu kinh tế Nghi Sơn và các KCN")."""
ZONE_LEVELS = frozenset({"tinh", "tp", "tren", "dia", "ban", "&", ","})
AREAS = frozenset({"huyen", "xa", "phuong", "quan", "tx", "thitran", "dackhu"})
COMMITTEES = frozenset({"tinhuy", "huyenuy", "thanhuy", "thiuy", "quanuy", "danguy", "hdnd", "ubnd"})
"""Words that tell the level of a body of theirs: "Ban Tổ chức Huyện ủy"."""
AREA_LINKS = frozenset({"ban", "toan", "trong"})
"""Last words before an area: "trên địa bàn huyện", "toàn xã"."""
SCHOOL = "school"
SECTION = "section"
"""Kind of bodies inside another one, which does the work in its name: "Phòng CCHC – Sở Nội vụ" is Sở Nội vụ."""
UNITS_OF_DEPARTMENT = "cac-phong-don-vi-thuoc-so"
PARENT_KINDS = frozenset({"department", "office", "inspectorate", "people_committee", "force"})
"""Kinds of bodies that have sections."""


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.replace("\n", ";").split(";") if phrase.strip())


NOTES = _phrases("coquan thuongtruc; coquan dau moi; donvi dau moi; donvi thuongtruc")
"""Beginnings of a note on the body before: "Sở Nội vụ - cơ quan thường trực CCHC"."""
PREFIXES = frozenset(
    _phrases("""
    coquan chutri; donvi chutri; coquan phoihop; donvi phoihop; phoihop voi; phoihop cung; phoihop; phoihop cung voi; chutri
    cung voi; cung; voi; hoac; giao; do; de nghi; lanh dao; dai dien; thutruong; giamdoc; pho giamdoc; chanh; nguoi dung dau; truong
    truong ban; pho truong ban; to truong; cuc truong; vu truong; chicuc truong; pho; dong chi; thuongtruc; thanh vien
    rieng; trong do; gom; bao gom; chutich; pho chutich; bi thu; ket hop voi; tham muu; hieu truong; tram truong; thuc hien
    chutri tham muu; coquan thuc hien; donvi thuc hien; coquan tham muu; moi; ong; ba; d/c; coquan chutri thuc hien; donvi dau moi
    nhat la; dac biet la; bao gom ca; gom ca; ke ca; trong do co; coquan dau moi; dau moi; coquan thuongtruc; nganh; truc tiep; phoihop thuc hien; coquan phoihop thuc hien
""")
)
"""Words before a body that do not change who it is: "Lãnh đạo", "Đề nghị", "Cơ quan chủ trì"."""
PREFIX_SPELLINGS = {
    "moi": ("mời", "mỗi"), "truong": ("trưởng",), "ba": ("bà",), "ong": ("ông",), "do": ("do", "đó"), "pho": ("phó",), "voi": ("với",),
    "to": ("tổ",), "cung": ("cùng",), "chanh": ("chánh",), "nganh": ("ngành",), "giao": ("giao",), "rieng": ("riêng",), "hoac": ("hoặc",),
    "gom": ("gồm",), "cuc": ("cục",), "vu": ("vụ",), "thuc": ("thực",), "ban": ("ban",), "bi": ("bí",), "ke": ("kể",), "tram": ("trạm",),
}  # fmt: skip
"""Words of these whose folded form stands for several: "trưởng ban", but "trường"."""
PREFIXES_BY_WORD = {
    first: tuple(prefix for prefix in PREFIXES if prefix[0] == first)
    for first in {words[0] for words in PREFIXES}
}
