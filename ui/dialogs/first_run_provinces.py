"""The 34 provinces and centrally run cities since 12/06/2025 (Nghị quyết 202/2025/QH15), in dictionary order."""

from cchc_desktop.text import collation_key

_CITIES = ("Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Huế", "Hồ Chí Minh")
_PROVINCES = (
    "An Giang",
    "Bắc Ninh",
    "Cà Mau",
    "Cao Bằng",
    "Đắk Lắk",
    "Điện Biên",
    "Đồng Nai",
    "Đồng Tháp",
    "Gia Lai",
    "Hà Tĩnh",
    "Hưng Yên",
    "Khánh Hòa",
    "Lai Châu",
    "Lạng Sơn",
    "Lào Cai",
    "Lâm Đồng",
    "Nghệ An",
    "Ninh Bình",
    "Phú Thọ",
    "Quảng Ngãi",
    "Quảng Ninh",
    "Quảng Trị",
    "Sơn La",
    "Tây Ninh",
    "Thái Nguyên",
    "Thanh Hóa",
    "Tuyên Quang",
    "Vĩnh Long",
)

PROVINCES = tuple(sorted((*_CITIES, *_PROVINCES), key=collation_key))
"""All names, without "tỉnh" or "thành phố"."""
