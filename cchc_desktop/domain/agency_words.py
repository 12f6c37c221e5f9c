"""Words of an agency cell: what is a word, what separates, what is a note in brackets.

Cells and directory names go through the same mill, so "Uỷ ban nhân dân", "UBND" and "uy ban nhan dan" become one word.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from cchc_desktop.text import fold, nfc

_TOKEN = re.compile(r"(?P<word>[^\W_]+(?:['’ʼ][^\W_]+)*)|\S")
_PLAIN = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]+|(?:,| -| &) [^\W\d_]{2,})*")
_PLAIN_TOKEN = re.compile(r"[^\W\d_]+|[,&-]")
_PLAIN_SOFT = frozenset({",", "-", "&", "va"})
_FOOTNOTE = re.compile(r"\W*(\d{1,2}|[^\W\d_])?\W*")
_LINE_BREAK = re.compile(r"[\n\r]")
_HYPHENS = "-‐‑‒–—―−"
_SOFT_MARKS = frozenset(",&/+、" + _HYPHENS)
_HARD_MARKS = frozenset(";:|•●▪◦■□…!?·")
_OPENING, _CLOSING = "([{", ")]}"
_DETERMINER_STARTS = frozenset({"cac", "nhung", "moi", "tat", "toan"})
_DETERMINERS = frozenset({"cac", "nhung", "moi", "tat ca", "toan the", "toan bo", "cac cac"})
_DETERMINER_MARKS = {"cac": "các", "nhung": "những", "moi": "mọi"}
_COUNTED = frozenset(
    """
    so phong xa phuong quan huyen tinh thi thanh dac truong thon ap khu to ban tram don co cong doi bon tt trung buon xom
""".split()
)
"""First words of what a number counts: "135 xã", "12 ấp"; a number after such a word is a name: "phường 5"."""
_NUMBERED = frozenset({"phuong", "quan", "so", "vuc", "khu", "to", "thon", "ap", "an", "p", "q"})
_BEFORE_COUNTS = frozenset({"dan", "ubnd", "hdnd", "dong", "cua", "tai", "cnscd", "uy", "cac"})
_DOTTED = frozenset({"tp", "tx", "tt", "p", "q", "h", "x", "vp", "ub"})
_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix"})
_LONGEST_DOTTED = 4

_SHORT_FORMS = """
uy ban nhan dan=ubnd; ub nhan dan=ubnd; ubnn=ubnd; uy ban=ub; hoi dong nhan dan=hdnd; hd nhan dan=hdnd; van phong=vp
uy ban mat tran=ub mttq; uy ban mat tran to quoc=ub mttq; ub mat tran=ub mttq; ubmt=ub mttq; ubmttq=ub mttq; ubmttqvn=ub mttq vn; mttqvn=mttq vn; mat tran to quoc=mttq
mat tran=mttq; viet nam=vn; vpubnd=vp ubnd; vpub=vp ubnd; vphdnd=vp hdnd; vptu=vp tinhuy; vpcp=vp chinhphu
chinh phu=chinhphu; trung tam=tt; ban quan ly=bql; ban chi dao=bcd; bo chi huy=bch; ban chi huy=bch; bchqs=bch quansu
bo chqs=bch quansu; ban chqs=bch quansu; chqs=bch quansu; bochqs=bch quansu; quan su=quansu; bo doi=bodoi
bdbp=bodoi bienphong; bien phong=bienphong; thanh pho=tp; thi xa=tx; thi tran=thitran; dac khu=dackhu
cai cach hanh chinh=cchc; thu tuc hanh chinh=tthc; cong nghe thong tin=cntt; chuyen doi so=cds
cong nghe so=cns; cong dong=congdong; cnscd=cns congdong; hanh chinh cong=hcc
phuc vu hanh chinh cong=pvhcc; phuc vu hcc=pvhcc; pv hcc=pvhcc; ttpvhcc=tt pvhcc; tthcc=tt hcc; bqlda=bql da
du an=da; khu cong nghiep=kcn; khu kinh te=kkt; bao hiem xa hoi=bhxh; kho bac nha nuoc=kbnn; kho bac=kbnn; kb nha nuoc=kbnn
ngan hang nha nuoc=nhnn; nh nha nuoc=nhnn; ngan hang=nganhang; su nghiep cong lap=sncl; su nghiep cong=sncl
don vi su nghiep=donvisn; don vi su nghiep cong lap=donvisn sncl; don vi su nghiep cong=donvisn sncl; dvsn=donvisn; dvsncl=donvisn sncl; dvsncong=donvisn sncl; quoc hoi=quochoi
dai bieu quoc hoi=dbqh; dai bieu quochoi=dbqh; xa hoi=xahoi; hop tac xa=htx; tinh uy=tinhuy; thanh uy=thanhuy
huyen uy=huyenuy; quan uy=quanuy; thi uy=thiuy; dang uy=danguy; tinh doan=tinhdoan; thanh doan=thanhdoan
huyen doan=huyendoan; xa doan=xadoan; phuong doan=phuongdoan; doan the=doanthe; dia phuong=diaphuong; co quan=coquan
don vi=donvi; to chuc=tochuc; ca nhan=canhan; doanh nghiep=doanhnghiep; nguoi dan=nguoidan; cong dan=congdan
lien quan=lienquan; chu dau tu=chudautu; nha dau tu=nhadautu; bo nganh=bo , nganh; chi cuc=chicuc; cong ty=congty
tong cong ty=congty; tong cuc=tongcuc; hiep hoi=hiephoi; tap doan=tapdoan; quan ly=quanly; quan tri=quantri
hai quan=haiquan; quan doi=quandoi; trung uong=trunguong; bo phan=bophan; phoi hop=phoihop; chu tri=chutri
tiep nhan=tiepnhan; tra ket qua=traketqua; tn&tkq=tiepnhan traketqua; tnvtkq=tiepnhan traketqua
cong thong tin dien tu=cong ttdt; trang thong tin dien tu=trang ttdt; thong tin dien tu=ttdt
chuyen mon=chuyenmon; phoi hop voi=phoihop voi; thuong truc=thuongtruc; giam doc=giamdoc; chu tich=chutich
thu truong=thutruong; nhan dan=nhandan; tham quyen=thamquyen; phap luat=phapluat; trung cap=trungcap
doan thanh nien=doantn; doan tncs=doantn; doan thanh nien cong san=doantn; tncs=doantn; ho chi minh=hcm; lhpn=lienhiepphunu
lien hiep phu nu=lienhiepphunu; cuu chien binh=ccb; lien doan lao dong=ldld; van hoa xa hoi=van hoa , xahoi
to dan pho=todanpho; khu pho=khupho; khu dan cu=khudancu; can bo=canbo; cong chuc=congchuc; vien chuc=vienchuc
nguoi lao dong=nguoilaodong; phapche=phap che; quan huyen=quan , huyen; thanh thi=thanh , thi
"""


class Kind(IntEnum):
    """What a lexeme does in a cell."""

    WORD = 0
    SOFT = 1
    """"," "và" "&" "-" "/": inside a name or between names."""
    HARD = 2
    """";" ":" "." a bullet: never inside a name."""


class Lexeme(NamedTuple):
    """A word or separator of a cell, with its place in the text."""

    norm: str
    """Folded and shortened word ("ubnd", "tp"); "," or "&" for soft separators; the mark itself for hard ones."""
    start: int
    end: int
    raw: str
    """The printed word, lower case, composed; empty for separators."""
    kind: Kind = Kind.WORD
    plural: bool = False
    """True after "các", "những", "tất cả các"."""
    capital: bool = False
    newline: bool = False
    """True when a line break stands before it."""
    inner: bool = False
    """True when it is a later part of one printed word ("ubnd" of "VPUBND")."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A note in brackets."""

    start: int
    end: int
    after: int
    """Number of lexemes that stand before it."""
    inside: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell taken to pieces; the words of brackets are kept apart."""

    text: str
    words: tuple[Lexeme, ...]
    brackets: tuple[Bracket, ...]

    @property
    def cased(self) -> bool:
        """Whether it mixes capitals and small letters, so that capitals mean something."""
        return self.text not in (self.text.lower(), self.text.upper())


class _Token(NamedTuple):
    norm: str
    start: int
    end: int
    raw: str
    mark: bool
    newline: bool
    glued: bool


def unmarked(raw: str) -> bool:
    """Tell whether a printed word carries no Vietnamese marks at all, as typed without a Vietnamese keyboard.

    >>> unmarked("quan"), unmarked("quận")
    (True, False)
    """
    return raw.isascii()


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Fold one word; the same few hundred words fill all cells."""
    return fold(word)


def read_cell(text: str) -> Cell:
    """Take a cell to pieces.

    >>> [word.norm for word in read_cell("Các sở, ban, ngành tỉnh; UBND cấp xã").words]
    ['so', ',', 'ban', ',', 'nganh', 'tinh', ';', 'ubnd', 'cap', 'xa']
    """
    clean = nfc(text)
    if _PLAIN.fullmatch(clean):
        return Cell(clean, tuple(_shortened(_determined(_plain_words(clean)))), ())
    outside, brackets = _outside_brackets(clean)
    words = _shortened(_determined(_classified(outside)))
    starts = [word.start for word in words]
    placed = tuple(
        Bracket(start, end, bisect_left(starts, start), inside, closed)
        for start, end, inside, closed in brackets
    )
    return Cell(clean, tuple(words), placed)


def _plain_words(text: str) -> list[Lexeme]:
    """Read a text of nothing but words with "," "-" "&" between them: most names, several times faster."""
    words: list[Lexeme] = []
    for match in _PLAIN_TOKEN.finditer(text):
        raw = match[0]
        norm = folded(raw)
        start, end = match.span()
        if norm not in _PLAIN_SOFT:
            words.append(Lexeme(norm, start, end, raw.lower(), Kind.WORD, False, raw[0].isupper()))
        elif words and words[-1].kind is Kind.SOFT:
            joined = "," if "," in (norm, words[-1].norm) else "&"
            words[-1] = words[-1]._replace(norm=joined, end=end)
        else:
            words.append(Lexeme("," if norm == "," else "&", start, end, "", Kind.SOFT))
    return words


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    last_end = 0
    lines = "\n" in text or "\r" in text
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match[0]
        newline = (
            start == 0 or not tokens or (lines and _LINE_BREAK.search(text, last_end, start) is not None)
        )
        mark = match.lastgroup is None
        tokens.append(_Token(raw if mark else folded(raw), start, end, raw, mark, newline, start == last_end))
        last_end = end
    return tokens


def _outside_brackets(text: str) -> tuple[list[_Token], list[tuple[int, int, str, bool]]]:
    tokens = _tokens(text)
    if not any(opening in text for opening in _OPENING):
        return tokens, []
    outside: list[_Token] = []
    brackets: list[tuple[int, int, str, bool]] = []
    depth = opened = 0
    for token in tokens:
        if token.mark and token.raw in _OPENING:
            opened = opened if depth else token.start
            depth += 1
        elif token.mark and token.raw in _CLOSING:
            if depth == 1 and not _FOOTNOTE.fullmatch(text, opened + 1, token.start):
                brackets.append((opened, token.end, text[opened + 1 : token.start], True))
            elif depth == 0:
                outside.append(token)
            depth = max(0, depth - 1)
        elif not depth:
            outside.append(token)
    if depth:
        brackets.append((opened, len(text), text[opened + 1 :], False))
    return outside, brackets


def _classified(tokens: list[_Token]) -> list[Lexeme]:
    words: list[Lexeme] = []
    at_start = True
    position = 0
    while position < len(tokens):
        starts = at_start or tokens[position].newline or _numbers_item(tokens, position)
        skipped = _bullet(tokens, position) if starts else 0
        if skipped:
            if words:
                _separate(words, tokens[position], ";", Kind.HARD)
            position += skipped
            at_start = True
            continue
        token = tokens[position]
        if not token.mark and token.norm != "va":
            words.append(_word(token, len(words)))
            at_start = False
        else:
            at_start = _mark(words, tokens, position) or at_start
        position += 1
    return words


def _word(token: _Token, place: int) -> Lexeme:
    capital = token.raw[:1].isupper() or token.raw[:1].isdigit()
    return Lexeme(
        token.norm or token.raw, token.start, token.end, token.raw.lower(), Kind.WORD,
        False, capital, token.newline and place > 0,
    )  # fmt: skip


def _mark(words: list[Lexeme], tokens: list[_Token], position: int) -> bool:
    """Append the separator a mark stands for, if any; True when a new item starts after it."""
    token = tokens[position]
    if token.norm == "va":
        _separate(words, token, "&", Kind.SOFT)
    elif token.raw in _SOFT_MARKS:
        _separate(words, token, "," if token.raw in ",、" else "&", Kind.SOFT)
    elif token.raw in _HARD_MARKS or (token.raw == "." and not _abbreviating(tokens, position)):
        _separate(words, token, ":" if token.raw == ":" else ";", Kind.HARD)
        return True
    return False


def _separate(words: list[Lexeme], token: _Token, norm: str, kind: Kind) -> None:
    """Add a separator, or let it strengthen the one that is already there: ", và" is one separator."""
    if not words or words[-1].kind is Kind.WORD:
        words.append(Lexeme(norm, token.start, token.end, "", kind))
        return
    last = words[-1]
    stronger = kind > last.kind or (kind is last.kind and "," in (norm, last.norm))
    kept = norm if kind > last.kind else "," if stronger else last.norm
    words[-1] = last._replace(norm=kept, kind=max(kind, last.kind), end=token.end)


def _numbers_item(tokens: list[_Token], position: int) -> bool:
    """Tell whether a number inside a line begins an item: "Sở Nội vụ 2. Sở Tài chính", but not "phường 2. Sở …"."""
    if not tokens[position].raw.isdigit() or position + 2 >= len(tokens) or tokens[position - 1].mark:
        return False
    after = tokens[position + 2]
    closed = tokens[position + 1].raw in (".", ")") and tokens[position + 1].glued
    named = tokens[position - 1].norm in _NUMBERED
    return closed and not named and not after.glued and after.raw[:1].isupper()


def _bullet(tokens: list[_Token], position: int) -> int:
    """Count the tokens of a bullet or item number ("- ", "+ ", "1.", "1.2)", "a)") at a place; 0 when there is none."""
    token = tokens[position]
    if position + 1 >= len(tokens):
        return 0
    if token.mark:
        return int(token.raw in _HYPHENS + "+*•●▪◦■□·>")
    if not (token.raw.isdigit() or (len(token.raw) == 1 and token.norm.isascii()) or token.norm in _ROMAN):
        return 0
    count = 1
    while (
        position + count + 1 < len(tokens)
        and tokens[position + count].raw == "."
        and tokens[position + count + 1].raw.isdigit()
        and tokens[position + count].glued
        and tokens[position + count + 1].glued
    ):
        count += 2
    closing = tokens[position + count] if position + count < len(tokens) else None
    follows = position + count + 1 < len(tokens)
    if closing is None or not closing.glued or not follows or closing.raw not in (".", ")"):
        return 0
    dotted_word = closing.raw == "." and not token.raw.isdigit() and token.norm in _DOTTED
    return 0 if dotted_word else count + 1


def _abbreviating(tokens: list[_Token], position: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation ("TP.", "VP.HĐND") or a number."""
    if position == 0 or not tokens[position].glued or position + 1 >= len(tokens):
        return False
    before, after = tokens[position - 1], tokens[position + 1]
    if after.newline or before.mark:
        return False
    short = len(before.raw) <= _LONGEST_DOTTED and before.raw.isupper()
    return before.norm in _DOTTED or (short and after.glued) or (before.raw.isdigit() and after.raw.isdigit())


def _determined(words: list[Lexeme]) -> list[Lexeme]:
    """Turn "các", "tất cả các" into a mark on the word that follows."""
    if not any(word.norm in _DETERMINER_STARTS or word.norm.isdigit() for word in words):
        return words
    kept: list[Lexeme] = []
    pending: Lexeme | None = None
    position = 0
    while position < len(words):
        word = words[position]
        step = _determiner(words, position)
        if step:
            pending = pending or word
            position += step
            continue
        if pending is not None:
            word = word._replace(
                start=pending.start,
                plural=True,
                newline=pending.newline,
                capital=pending.capital or word.capital,
            )
            pending = None
        kept.append(word)
        position += 1
    return kept


def _determiner(words: list[Lexeme], position: int) -> int:
    """Return how many words of "các", "tất cả", "135" stand before a word at a place; 0 when none do."""
    word = words[position]
    if word.norm not in _DETERMINER_STARTS and not word.norm.isdigit():
        return 0
    if position + 1 >= len(words) or words[position + 1].kind is not Kind.WORD:
        return 0
    if f"{word.norm} {words[position + 1].norm}" in _DETERMINERS:
        return 2 if position + 2 < len(words) and words[position + 2].kind is Kind.WORD else 0
    marked = _DETERMINER_MARKS.get(word.norm)
    if marked is not None:
        return int(word.raw == marked or unmarked(word.raw))
    return _count(words, position)


def _count(words: list[Lexeme], position: int) -> int:
    """Tell a number that counts ("UBND 135 xã", "12 ấp") from one that names ("Đề án 06 xã", "phường 5")."""
    if words[position + 1].norm not in _COUNTED or not words[position].norm.isdigit():
        return 0
    before = words[position - 1] if position else None
    if before is None or before.kind is not Kind.WORD or before.norm in _BEFORE_COUNTS:
        return 1
    return int(position > 1 and before.norm == "an" and words[position - 2].norm == "cong")


class _Node:
    __slots__ = ("after", "short")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.short: tuple[str, ...] = ()


def _short_form_tree() -> _Node:
    root = _Node()
    for entry in _SHORT_FORMS.replace("\n", ";").split(";"):
        long, _, short = entry.strip().partition("=")
        if not long:
            continue
        node = root
        for word in long.split():
            node = node.after.setdefault(word, _Node())
        node.short = tuple(short.split())
    return root


_TREE = _short_form_tree()


def _shortened(words: list[Lexeme]) -> list[Lexeme]:
    """Replace long forms by short ones, longest first: "ủy ban nhân dân" becomes "ubnd"."""
    kept: list[Lexeme] = []
    position = 0
    while position < len(words):
        if words[position].norm not in _TREE.after:
            kept.append(words[position])
            position += 1
            continue
        end, short = _longest_form(words, position)
        if not short or _is_place_name(words, position):
            kept.append(words[position])
            position += 1
            continue
        first, last = words[position], words[end - 1]
        raw = first.raw if end == position + 1 else ""
        for count, norm in enumerate(short):
            kind = Kind.SOFT if norm == "," else Kind.WORD
            kept.append(
                Lexeme(
                    norm,
                    first.start,
                    last.end,
                    raw,
                    kind,
                    first.plural,
                    first.capital,
                    first.newline,
                    count > 0,
                )
            )
        position = end
    return kept


def _longest_form(words: list[Lexeme], position: int) -> tuple[int, tuple[str, ...]]:
    node: _Node | None = _TREE.after[words[position].norm]
    best: tuple[int, tuple[str, ...]] = (position, ())
    end = position + 1
    while node is not None:
        if node.short:
            best = (end, node.short)
        if end >= len(words) or words[end].kind is not Kind.WORD or words[end].plural:
            break
        node = node.after.get(words[end].norm)
        end += 1
    return best


def _is_place_name(words: list[Lexeme], position: int) -> bool:
    """Tell "xã Hội Cư" (a commune) from "xã hội" (society): small letter, then a capital."""
    word = words[position]
    if word.norm not in {"xa", "tinh", "huyen", "phuong"} or word.capital or position + 1 >= len(words):
        return False
    after = words[position + 1]
    return after.capital and after.norm == "hoi"


def always(_: Lexeme) -> bool:
    """Accept any word; the default for scanning."""
    return True


def word_end(words: tuple[Lexeme, ...], start: int, accept: Callable[[Lexeme], bool] = always) -> int:
    """Return the end of the run of words from a place on that are all acceptable."""
    end = start
    while end < len(words) and words[end].kind is Kind.WORD and accept(words[end]):
        end += 1
    return end
