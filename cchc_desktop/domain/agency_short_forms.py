"""Long and short forms of words: "ủy ban nhân dân" and "UBND" become one word, in cells and in directory names alike.

Both sides are folded. A form may stand for several words: "ubmttq".
"""

from collections.abc import Sequence

_SHORT_FORMS = """
uy ban nhan dan=ubnd; ub nhan dan=ubnd; ubnn=ubnd; uy ban=ub; hoi dong nhan dan=hdnd; hd nhan dan=hdnd
van phong=vp; uy ban mat tran=ub mttq; uy ban mat tran to quoc=ub mttq; ub mat tran=ub mttq; ubmt=ub mttq
ubmttq=ub mttq; ubmttqvn=ub mttq vn; mttqvn=mttq vn; mat tran to quoc=mttq; mat tran=mttq; viet nam=vn
vpub=vpubnd; vphdnd=vp hdnd; vptu=vp tinhuy; vpcp=vp chinhphu; chinh phu=chinhphu; trung tam=tt
ban quan ly=bql; ban ql=bql; ban chi dao=bcd; bo chi huy=bch; ban chi huy=bch; bchqs=bch quansu; bo chqs=bch quansu
ban chqs=bch quansu; chqs=bch quansu; bochqs=bch quansu; quan su=quansu; bo doi=bodoi
bdbp=bodoi bienphong; bien phong=bienphong; thanh pho=tp; thi xa=tx; thi tran=thitran; dac khu=dackhu
cai cach hanh chinh=cchc; thu tuc hanh chinh=tthc; cong nghe thong tin=cntt; chuyen doi so=cds
cong nghe so=cns; cong dong=congdong; cnscd=cns congdong; hanh chinh cong=hcc
phuc vu hanh chinh cong=pvhcc; phuc vu hcc=pvhcc; pv hcc=pvhcc; ttpvhcc=tt pvhcc; tthcc=tt hcc
bqlda=bql da; ban qlda=bql da; dau tu xay dung=dtxd; du an=da; khu cong nghiep=kcn; khu kinh te=kkt
bao hiem xa hoi=bhxh; kho bac nha nuoc=kbnn; kho bac=kbnn; kb nha nuoc=kbnn; ngan hang nha nuoc=nhnn
nh nha nuoc=nhnn; ngan hang=nganhang; su nghiep cong lap=sncl; su nghiep cong=sncl
don vi su nghiep=donvisn; don vi su nghiep cong lap=donvisn sncl; don vi su nghiep cong=donvisn sncl
dvsn=donvisn; dvsncl=donvisn sncl; dvsncong=donvisn sncl; quoc hoi=quochoi; dai bieu quoc hoi=dbqh
dai bieu quochoi=dbqh; xa hoi=xahoi; hop tac xa=htx; tinh uy=tinhuy; thanh uy=thanhuy; huyen uy=huyenuy
quan uy=quanuy; thi uy=thiuy; dang uy=danguy; tinh doan=tinhdoan; thanh doan=thanhdoan
huyen doan=huyendoan; xa doan=xadoan; phuong doan=phuongdoan; doan the=doanthe; dia phuong=diaphuong
co quan=coquan; don vi=donvi; to chuc=tochuc; ca nhan=canhan; doanh nghiep=doanhnghiep; nguoi dan=nguoidan
cong dan=congdan; lien quan=lienquan; chu dau tu=chudautu; nha dau tu=nhadautu; chi cuc=chicuc
cong ty=congty; tong cong ty=congty; tong cuc=tongcuc; hiep hoi=hiephoi; tap doan=tapdoan; quan ly=quanly
quan tri=quantri; hai quan=haiquan; quan doi=quandoi; trung uong=trunguong; bo phan=bophan
phoi hop=phoihop; chu tri=chutri; tiep nhan=tiepnhan; tra ket qua=traketqua; tn&tkq=tiepnhan traketqua
tnvtkq=tiepnhan traketqua; cong thong tin dien tu=cong ttdt; trang thong tin dien tu=trang ttdt
thong tin dien tu=ttdt; chuyen mon=chuyenmon; phoi hop voi=phoihop voi; thuong truc=thuongtruc
giam doc=giamdoc; chu tich=chutich; thu truong=thutruong; nhan dan=nhandan; tham quyen=thamquyen
phap luat=phapluat; trung cap=trungcap; doan thanh nien=doantn; doan tncs=doantn
doan thanh nien cong san=doantn; ho chi minh=hcm; tphcm=tp hcm; doan tncs hcm=doantn; doan tncs ho chi minh=doantn
doan thanh nien cong san ho chi minh=doantn; doan thanh nien cong san hcm=doantn; lhpn=lienhiepphunu
lien hiep phu nu=lienhiepphunu; cuu chien binh=ccb; lien doan lao dong=ldld; to dan pho=todanpho
khu pho=khupho; khu dan cu=khudancu; can bo=canbo; cong chuc=congchuc; cc=congchuc; kiem sat nhan dan=ksnd; ke hoach hoa gia dinh=khhgd; bao ve thuc vat=bvtv; vien chuc=vienchuc
nguoi lao dong=nguoilaodong; cq=coquan; dv=donvi; tthdnd=thuongtruc hdnd; tt hdnd=thuongtruc hdnd
tt hoi dong nhan dan=thuongtruc hdnd; tt dang uy=thuongtruc danguy; tt tinh uy=thuongtruc tinhuy
tt danguy=thuongtruc danguy; tt tinhuy=thuongtruc tinhuy
"""


class FormNode:
    """A place in the tree of long forms."""

    __slots__ = ("after", "short")

    def __init__(self) -> None:
        self.after: dict[str, FormNode] = {}
        self.short: tuple[str, ...] = ()


def _tree() -> FormNode:
    root = FormNode()
    for entry in _SHORT_FORMS.strip().replace("\n", ";").split(";"):
        long, _, short = entry.strip().partition("=")
        node = root
        for word in long.split():
            node = node.after.setdefault(word, FormNode())
        node.short = tuple(short.split())
    return root


FORMS = _tree()


def longest_form(norms: Sequence[str], start: int) -> tuple[int, tuple[str, ...]]:
    """Return the end of the longest long form at a place and the words it stands for; no words when there is none.

    >>> longest_form(["uy", "ban", "nhan", "dan", "tinh"], 0)
    (4, ('ubnd',))
    """
    node: FormNode | None = FORMS.after.get(norms[start])
    best: tuple[int, tuple[str, ...]] = (start, ())
    end = start + 1
    while node is not None:
        if node.short:
            best = (end, node.short)
        node = node.after.get(norms[end]) if end < len(norms) else None
        end += 1
    return best
