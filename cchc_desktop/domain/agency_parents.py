"""Which body a unit of the directory is part of, where plans print both with a dash: "Trung tâm … - Sở …"."""


def _table(text: str) -> dict[str, frozenset[str]]:
    pairs = (line.split("<") for line in text.split("\n") if line.strip())
    return {unit.strip(): frozenset(parents.split()) for parents, units in pairs for unit in units.split()}


PARENTS = _table("""
    so-khoa-hoc-va-cong-nghe so-thong-tin-va-truyen-thong van-phong-ubnd-tinh < trung-tam-cong-nghe-thong-tin-va-truyen-thong
    so-khoa-hoc-va-cong-nghe so-thong-tin-va-truyen-thong van-phong-ubnd-tinh < trung-tam-chuyen-doi-so
    so-khoa-hoc-va-cong-nghe so-thong-tin-va-truyen-thong van-phong-ubnd-tinh < trung-tam-giam-sat-dieu-hanh-thong-minh
    so-khoa-hoc-va-cong-nghe < chi-cuc-tieu-chuan-do-luong-chat-luong
    van-phong-ubnd-tinh ubnd-tinh ubnd-thanh-pho < trung-tam-phuc-vu-hanh-chinh-cong-tinh ban-tiep-cong-dan-tinh
    van-phong-ubnd-tinh < trung-tam-thong-tin-cong-bao cong-thong-tin-dien-tu-tinh
    so-noi-vu < trung-tam-luu-tru-lich-su-tinh ban-thi-dua-khen-thuong ban-ton-giao
    so-noi-vu so-lao-dong-thuong-binh-va-xa-hoi < trung-tam-dich-vu-viec-lam-tinh
    so-tu-phap < trung-tam-tro-giup-phap-ly-nha-nuoc
    so-y-te < trung-tam-kiem-soat-benh-tat-tinh chi-cuc-dan-so-ke-hoach-hoa-gia-dinh chi-cuc-an-toan-ve-sinh-thuc-pham
    so-y-te < benh-vien-da-khoa-tinh benh-vien-da-khoa-khu-vuc trung-tam-y-te-khu-vuc trung-tam-y-te-huyen
    so-xay-dung < chi-cuc-giam-dinh-xay-dung
    so-cong-thuong < chi-cuc-quan-ly-thi-truong doi-quan-ly-thi-truong
    so-nong-nghiep-va-moi-truong so-tai-nguyen-va-moi-truong < van-phong-dang-ky-dat-dai-tinh chi-cuc-bao-ve-moi-truong
    so-nong-nghiep-va-moi-truong so-tai-nguyen-va-moi-truong < trung-tam-phat-trien-quy-dat-tinh
    so-nong-nghiep-va-moi-truong so-nong-nghiep-va-phat-trien-nong-thon < trung-tam-khuyen-nong chi-cuc-kiem-lam chi-cuc-thu-y
    so-nong-nghiep-va-moi-truong so-nong-nghiep-va-phat-trien-nong-thon < chi-cuc-thuy-loi chi-cuc-phat-trien-nong-thon
    so-nong-nghiep-va-moi-truong so-nong-nghiep-va-phat-trien-nong-thon < chi-cuc-trong-trot-va-bao-ve-thuc-vat
    so-nong-nghiep-va-moi-truong so-nong-nghiep-va-phat-trien-nong-thon < van-phong-dieu-phoi-nong-thon-moi-tinh
    bo-noi-vu < vu-cai-cach-hanh-chinh
    van-phong-chinh-phu < cuc-kiem-soat-thu-tuc-hanh-chinh
    bo-khoa-hoc-va-cong-nghe bo-thong-tin-va-truyen-thong < cuc-chuyen-doi-so-quoc-gia
    ubnd-huyen < phong-noi-vu phong-tu-phap phong-tai-chinh-ke-hoach phong-van-hoa-va-thong-tin
""")
"""Key of a unit -> keys of the bodies it may belong to, before and after the mergers of 2025."""
