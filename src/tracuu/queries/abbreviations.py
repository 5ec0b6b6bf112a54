"""Abbreviations of Vietnamese offices, written out where the context leaves no doubt.

Data first: one row an abbreviation. Matching ignores case and marks ("hđnd", "HDND"), but for those
that are words when typed small ("ca", "tu"). Nothing inside a document's symbol is touched.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tracuu.agencies import DEPARTMENTS
from tracuu.queries.initials import find_initials, unknown_letters
from tracuu.queries.places import provinces
from tracuu.text import Folded, fold
from tracuu.types import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """One way to shorten. Patterns look at folded text that touches the abbreviation.

    ``exact``: only in these very letters, in a text that is not all capitals. ``then`` must match what
    follows, ``after`` what stands before; ``unless_then`` and ``unless_after`` must not match there.
    """

    short: str
    long: str
    exact: bool = False
    then: str = ""
    after: str = ""
    unless_then: str = ""
    unless_after: str = ""


class Shortened(NamedTuple):
    """An abbreviation found in a text, and what it stands for."""

    span: Span
    short: str
    long: str


_NUMBER = r"\s*(?:so\s*:?\s*)?\d"
# "CĐ của Bộ Công Thương", "CĐ Đà Nẵng": a body issues telegrams, and is of no college.
_NUMBER_OR_ISSUER = (
    rf"{_NUMBER}|\s+(?:cua|hoa toc|khan|{'|'.join(re.escape(fold(province.name)) for province in provinces())})\b"
)
_PARTY_BODY = (
    r"(?:btv|bch|btg|btgdv|btc|bnc|ubkt|vp|ban thuong vu|ban chap hanh|thuong truc|van phong|uy ban kiem tra"
    r"|ban tuyen giao(?: va dan van)?|ban to chuc|ban noi chinh|bi thu|tt)\s+"
)

# Of these, the letters that mean nothing certain without "Sở" or "Bộ" before them.
_ONLY_WITH_BODY = frozenset({"TC", "NV", "TP", "CT", "YT", "NGV", "DL", "VHTT", "XD"})


def _by_first_letter() -> Iterator[Abbreviation]:
    """Provinces written with the first letter of their first word: "QNam", "TNinh"; none that could be two."""
    short: dict[str, list[str]] = {}
    for province in provinces():
        first, *rest = province.name.split()
        if len(rest) == 1:
            short.setdefault(f"{first[0]}{rest[0]}", []).append(province.name)
    for letters, names in short.items():
        bare = letters[0] + letters[1].upper() + fold(letters[2:])
        for written in dict.fromkeys((letters, bare)) if len(names) == 1 else ():
            yield Abbreviation(short=written, long=names[0], exact=not names[0].startswith("Quảng"))


# Bodies of the Party, the State and the Front.
_BODIES = (
    Abbreviation(short="UBND", long="Ủy ban nhân dân"),
    Abbreviation(short="HĐND", long="Hội đồng nhân dân"),
    Abbreviation(short="VPUBND", long="Văn phòng Ủy ban nhân dân"),
    Abbreviation(short="UBMTTQ", long="Ủy ban Mặt trận Tổ quốc"),
    Abbreviation(short="MTTQ", long="Mặt trận Tổ quốc"),
    Abbreviation(short="BTVTU", long="Ban Thường vụ Tỉnh ủy"),
    Abbreviation(short="BTV", long="Ban Thường vụ"),
    Abbreviation(short="BCHQS", long="Bộ Chỉ huy Quân sự"),
    Abbreviation(short="CHQS", long="Chỉ huy Quân sự"),
    Abbreviation(short="BCH QS", long="Bộ Chỉ huy Quân sự"),
    Abbreviation(short="BCH", long="Ban Chấp hành"),
    Abbreviation(short="UBKTTU", long="Ủy ban Kiểm tra Tỉnh ủy"),
    Abbreviation(short="UBKT", long="Ủy ban Kiểm tra"),
    Abbreviation(short="BTGDVTU", long="Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    Abbreviation(short="BTGDV", long="Ban Tuyên giáo và Dân vận"),
    Abbreviation(short="BTG&DV", long="Ban Tuyên giáo và Dân vận"),
    Abbreviation(short="BTG", long="Ban Tuyên giáo"),
    Abbreviation(short="BTCTU", long="Ban Tổ chức Tỉnh ủy"),
    Abbreviation(short="BTC", long="Ban Tổ chức", then=r"\s+(?:tu|tinh uy|trung uong|tw|dang uy)\b"),
    Abbreviation(short="BNC", long="Ban Nội chính"),
    Abbreviation(
        short="VP", long="Văn phòng", then=r"\s+(?:dang uy|tinh uy|huyen uy|thanh uy|ubnd|hdnd|so)\b", exact=True
    ),
    Abbreviation(short="VPTU", long="Văn phòng Tỉnh ủy"),
    Abbreviation(short="VPTW", long="Văn phòng Trung ương Đảng"),
    Abbreviation(short="VPCP", long="Văn phòng Chính phủ"),
    Abbreviation(short="TTTU", long="Thường trực Tỉnh ủy"),
    Abbreviation(short="BCT", long="Bộ Chính trị"),
    Abbreviation(short="BBT", long="Ban Bí thư"),
    Abbreviation(short="BCĐ", long="Ban Chỉ đạo"),
    Abbreviation(short="TTg", long="Thủ tướng Chính phủ"),
    Abbreviation(short="ĐBQH", long="đại biểu Quốc hội"),
    Abbreviation(short="ĐTN", long="Đoàn Thanh niên"),
    Abbreviation(short="LHPN", long="Liên hiệp Phụ nữ"),
    Abbreviation(short="CCB", long="Cựu chiến binh"),
    Abbreviation(short="LĐLĐ", long="Liên đoàn Lao động"),
    Abbreviation(short="LLVT", long="lực lượng vũ trang"),
    Abbreviation(short="BXD", long="Bộ Xây dựng"),
    Abbreviation(
        short="TT",
        long="Trung tâm",
        then=r"\s+(?:phat trien|dich vu|y te|van hoa|hanh chinh|khuyen nong|kiem soat|xuc tien|ho tro|dao tao"
        r"|giao duc|the thao)\b",
    ),
    Abbreviation(short="BQLDA", long="Ban Quản lý dự án"),
    Abbreviation(short="BQL", long="Ban Quản lý"),
    Abbreviation(short="TU", long="Tỉnh ủy", after=_PARTY_BODY),
    Abbreviation(short="TU", long="Tỉnh ủy", exact=True),
    Abbreviation(short="ĐU", long="Đảng ủy", exact=True),
    Abbreviation(short="CP", long="Chính phủ", exact=True),
    Abbreviation(short="TW", long="Trung ương"),
    Abbreviation(short="TƯ", long="Trung ương", exact=True),
    Abbreviation(short="CA", long="Công an", then=r"\s+(?:tinh|xa|phuong)\b", unless_after=r"(?:tren|trong)\s+"),
    Abbreviation(short="CA", long="Công an", exact=True),
    Abbreviation(short="CAT", long="Công an tỉnh", exact=True),
    Abbreviation(short="CT", long="Chủ tịch", then=r"\s+(?:ubnd|hdnd|uy ban|hoi dong)\b"),
    Abbreviation(short="PCT", long="Phó Chủ tịch"),
    Abbreviation(short="PH", long="phối hợp", after=r"\b(?:nao|ai|co quan|don vi|ten|vai|cot)\s+"),
    Abbreviation(short="PL", long="phụ lục", then=r"\s+(?:kem|kh|ke hoach|qd|quyet dinh|so|cua|[ivx\d]+)(?:\d+)?\b"),
    Abbreviation(short="ĐBP", long="Điện Biên Phủ"),
    Abbreviation(short="BRVT", long="Bà Rịa - Vũng Tàu"),
    Abbreviation(short="BR-VT", long="Bà Rịa - Vũng Tàu"),
    Abbreviation(short="Đắc Lắc", long="Đắk Lắk"),
    Abbreviation(short="Đắc Lắk", long="Đắk Lắk"),
    Abbreviation(short="Daklak", long="Đắk Lắk"),
    Abbreviation(short="Đắc Nông", long="Đắk Nông"),
    Abbreviation(short="Bắc Cạn", long="Bắc Kạn"),
    Abbreviation(short="Kontum", long="Kon Tum"),
    Abbreviation(short="TT-Huế", long="Thừa Thiên Huế"),
    Abbreviation(short="TT Huế", long="Thừa Thiên Huế"),
    *_by_first_letter(),
    Abbreviation(short="TP HCM", long="thành phố Hồ Chí Minh"),
    Abbreviation(short="TP.HCM", long="thành phố Hồ Chí Minh"),
    Abbreviation(short="TPHCM", long="thành phố Hồ Chí Minh"),
    Abbreviation(
        short="Sài Gòn",
        long="thành phố Hồ Chí Minh",
        unless_after=r"(?:song|cau|cang|ga|cho|cong ty|tong|nuoc|benh vien|dai hoc|ngan hang|bao)\s+(?:\w+\s+)?",
        unless_then=r"\s+(?:giai phong|tourist|water)|[-–]",
    ),
    Abbreviation(
        short="P.",
        long="phòng",
        then=r"\s*(?:kt|gd|tc|nv|vh|nn|tn|ld|y te|tai chinh|noi vu|kinh te|van hoa|giao duc|tu phap|nong nghiep)",
        exact=True,
    ),
    Abbreviation(short="P.", long="phường", then=r"\s+[a-z]", exact=True),
    Abbreviation(short="KT&HT", long="Kinh tế và Hạ tầng"),
    Abbreviation(short="TP.", long="thành phố", then=r"\s+[a-z]"),
    Abbreviation(short="TP", long="thành phố", then=r"\s+[a-z]"),
)

# Kinds of document; the doubtful ones only before a number.
_KINDS = (
    Abbreviation(short="KH", long="kế hoạch", unless_after=r"\btinh\s+"),
    Abbreviation(short="NQ", long="nghị quyết"),
    Abbreviation(short="KL", long="kết luận"),
    Abbreviation(short="CV", long="công văn"),
    Abbreviation(short="QĐ", long="quyết định"),
    Abbreviation(short="TTr", long="tờ trình"),
    Abbreviation(short="CTHĐ", long="chương trình hành động"),
    Abbreviation(short="CTr", long="chương trình"),
    Abbreviation(short="HD", long="hướng dẫn", then=_NUMBER),
    Abbreviation(short="TB", long="thông báo", then=_NUMBER),
    Abbreviation(short="BC", long="báo cáo", then=_NUMBER),
    Abbreviation(short="CT", long="chỉ thị", then=_NUMBER),
    Abbreviation(
        short="CĐ", long="công điện", then=_NUMBER_OR_ISSUER, unless_after=r"\b(?:truong|he|bac|trinh do|sinh vien)\s+"
    ),
    Abbreviation(short="NĐ", long="nghị định", then=_NUMBER),
    Abbreviation(short="GĐ", long="giai đoạn", then=r"\s*(?:19|20)\d\d\b"),
    Abbreviation(short="TT", long="thông tư", then=_NUMBER),
    Abbreviation(short="PL", long="phụ lục", then=_NUMBER),
    Abbreviation(short="ĐA", long="đề án", exact=True),
    Abbreviation(short="DA", long="dự án", exact=True),
    Abbreviation(short="VB", long="văn bản"),
)

# As people type to each other.
_TYPED = (
    Abbreviation(short="ĐV", long="đơn vị", then=r"\s+(?:nao|chu tri|phoi hop|thuc hien|lien quan)\b"),
    Abbreviation(short="CQ", long="cơ quan", then=r"\s+(?:nao|chu tri|phoi hop|thuc hien|lien quan|ban hanh)\b"),
    Abbreviation(short="LĐ", long="lãnh đạo", then=r"\s+(?:nao|tinh|so|ubnd|uy ban|huyen|xa|phuong|phu trach)\b"),
    Abbreviation(short="bn", long="bao nhiêu"),
    Abbreviation(short="NV", long="nhiệm vụ", after=r"\b(?:nhung|cac|may|co|giao|tung|mot|\d+)\s+", exact=True),
    Abbreviation(
        short="NV",
        long="nhiệm vụ",
        then=r"\s+(?:gi|nao|duoc giao|chu tri|cu the)\b",
        unless_after=r"\b(?:so|bo|phong|vu)\s+",
        exact=True,
    ),
    Abbreviation(short="đ/c", long="đồng chí"),
    Abbreviation(short="đ/v", long="đơn vị"),
    Abbreviation(short="c/q", long="cơ quan"),
    Abbreviation(short="vx", long="vắc xin", after=r"\btiem\s+"),
    Abbreviation(short="đc", long="đồng chí", after=r"\b(?:do|boi|cac|la|cua|may)\s+"),
    Abbreviation(short="p/h", long="phối hợp"),
    Abbreviation(short="ph/h", long="phối hợp"),
    Abbreviation(short="nhiêu", long="bao nhiêu", exact=True, unless_after=r"bao\s+"),
)

# Measures as people say them.
_MEASURES = (
    Abbreviation(short="cây số", long="km"),
    Abbreviation(short="ki lô mét", long="km"),
    Abbreviation(short="héc ta", long="ha"),
    Abbreviation(short="héc-ta", long="ha"),
    Abbreviation(short="hécta", long="ha"),
    Abbreviation(
        short="tiếng",
        long="giờ",
        after=r"(?:may|bao nhieu|\d)\s+",
        unless_then=r"\s+(?:dan toc|noi|nuoc|viet|anh|phap|nga|han|nhat|trung|lao|thai|mong|khmer|cham|dao|tay|nung)\b",
    ),
    # Near misses: "Công văn 584 ký ngày nào", "mỗi kỳ họp".
    Abbreviation(short="ký", long="kg", exact=True, after=r"(?:mot|moi)\s+"),
)

# Matters that directives deal with.
_MATTERS = (
    Abbreviation(short="QHĐT", long="quy hoạch đô thị"),
    Abbreviation(short="QHXD", long="quy hoạch xây dựng"),
    Abbreviation(short="QHPK", long="quy hoạch phân khu"),
    Abbreviation(short="QHCT", long="quy hoạch chi tiết"),
    Abbreviation(short="QHC", long="quy hoạch chung"),
    Abbreviation(short="QH", long="Quốc hội", after=r"(?:dai bieu|ky hop|luat cua|nghi quyet cua)\s+"),
    Abbreviation(short="QH", long="quy hoạch", unless_then=r"\d"),
    Abbreviation(short="PTĐT", long="phát triển đô thị"),
    Abbreviation(short="QLĐT", long="quản lý đô thị"),
    Abbreviation(short="QLDA", long="quản lý dự án"),
    Abbreviation(short="QLNN", long="quản lý nhà nước"),
    Abbreviation(short="ĐTH", long="đô thị hóa"),
    Abbreviation(short="ĐTTM", long="đô thị thông minh"),
    Abbreviation(short="NOXH", long="nhà ở xã hội"),
    Abbreviation(short="NƠXH", long="nhà ở xã hội"),
    Abbreviation(short="GPMB", long="giải phóng mặt bằng"),
    Abbreviation(short="TĐC", long="tái định cư"),
    Abbreviation(short="NSNN", long="ngân sách nhà nước"),
    Abbreviation(short="NSTW", long="ngân sách trung ương"),
    Abbreviation(short="NSĐP", long="ngân sách địa phương"),
    Abbreviation(short="ĐTC", long="đầu tư công"),
    Abbreviation(short="ĐTXD", long="đầu tư xây dựng"),
    Abbreviation(short="XD", long="xây dựng"),
    Abbreviation(short="HTKT", long="hạ tầng kỹ thuật"),
    Abbreviation(short="HTXH", long="hạ tầng xã hội"),
    Abbreviation(short="CSHT", long="cơ sở hạ tầng"),
    Abbreviation(short="CSDL", long="cơ sở dữ liệu"),
    Abbreviation(short="KTXH", long="kinh tế - xã hội"),
    Abbreviation(short="KT-XH", long="kinh tế - xã hội"),
    Abbreviation(short="QPAN", long="quốc phòng, an ninh"),
    Abbreviation(short="QP-AN", long="quốc phòng, an ninh"),
    Abbreviation(short="ANTT", long="an ninh trật tự"),
    Abbreviation(short="CNTT", long="công nghệ thông tin"),
    Abbreviation(short="CĐS", long="chuyển đổi số"),
    Abbreviation(short="CCHC", long="cải cách hành chính"),
    Abbreviation(short="TTHCC", long="trung tâm hành chính công"),
    Abbreviation(short="TTHC", long="thủ tục hành chính"),
    Abbreviation(short="KCN", long="khu công nghiệp"),
    Abbreviation(short="CCN", long="cụm công nghiệp"),
    Abbreviation(short="KKT", long="khu kinh tế"),
    Abbreviation(short="NTM", long="nông thôn mới"),
    Abbreviation(short="MTQG", long="mục tiêu quốc gia"),
    Abbreviation(short="DTTS", long="dân tộc thiểu số"),
    Abbreviation(short="BHYT", long="bảo hiểm y tế"),
    Abbreviation(short="BHXH", long="bảo hiểm xã hội"),
    Abbreviation(short="THPT", long="trung học phổ thông"),
    Abbreviation(short="THCS", long="trung học cơ sở"),
    Abbreviation(short="TDTT", long="thể dục, thể thao"),
    Abbreviation(short="PCCC", long="phòng cháy, chữa cháy"),
    Abbreviation(short="PCCCR", long="phòng cháy, chữa cháy rừng"),
    Abbreviation(short="PCTT", long="phòng, chống thiên tai"),
    Abbreviation(short="TKCN", long="tìm kiếm cứu nạn"),
    Abbreviation(short="ATTP", long="an toàn thực phẩm"),
    Abbreviation(short="ATGT", long="an toàn giao thông"),
    Abbreviation(short="QPPL", long="quy phạm pháp luật"),
    Abbreviation(short="CQNN", long="cơ quan nhà nước"),
    Abbreviation(short="HĐĐT", long="hóa đơn điện tử"),
    Abbreviation(short="ĐMT", long="điện mặt trời"),
    Abbreviation(short="BV", long="bệnh viện", exact=True),
    Abbreviation(short="BS", long="bác sĩ", exact=True),
    Abbreviation(short="GS", long="giám sát", exact=True, after=r"(?:ai|giao|nao|viec|kiem tra,?)\s+"),
    Abbreviation(short="GS", long="giám sát", exact=True, then=r"\s+(?:viec|thuc hien|tien do|chat luong)\b"),
    Abbreviation(short="GS", long="giám sát", exact=True, after=r"(?:theo doi,?|co quan|don vi|ben|duoc|de)\s+"),
    Abbreviation(short="KTGS", long="kiểm tra, giám sát"),
    Abbreviation(short="KT-GS", long="kiểm tra, giám sát"),
    Abbreviation(short="KT,GS", long="kiểm tra, giám sát"),
    Abbreviation(short="KT, GS", long="kiểm tra, giám sát"),
    Abbreviation(short="LLLĐ", long="lực lượng lao động"),
    Abbreviation(short="XKLĐ", long="xuất khẩu lao động"),
    Abbreviation(short="XNK", long="xuất nhập khẩu"),
    Abbreviation(short="XK", long="xuất khẩu"),
    Abbreviation(short="NK", long="nhập khẩu", exact=True),
    Abbreviation(short="BVMT", long="bảo vệ môi trường"),
    Abbreviation(short="BĐKH", long="biến đổi khí hậu"),
    Abbreviation(short="CBCCVC", long="cán bộ, công chức, viên chức"),
    Abbreviation(short="CBCC", long="cán bộ, công chức"),
    Abbreviation(short="HTX", long="hợp tác xã"),
    Abbreviation(
        short="DN",
        long="doanh nghiệp",
        exact=True,
        unless_after=r"\b(?:tinh|tp\.?|thanh pho|o|tai|ubnd|hdnd)\s+",
    ),
    Abbreviation(short="QSDĐ", long="quyền sử dụng đất"),
)


def _departments() -> Iterator[Abbreviation]:
    """Rows for "Sở XD", "SXD", "Bộ XD" and, where the letters are clear alone, "KH&CN"."""
    for letters, name in DEPARTMENTS.items():
        yield Abbreviation(short=f"Sở {letters}", long=f"Sở {name}")
        yield Abbreviation(short=f"Bộ {letters}", long=f"Bộ {name}")
        if letters.isalpha():
            yield Abbreviation(short=f"S{letters}", long=f"Sở {name}")
        if letters not in _ONLY_WITH_BODY:
            yield Abbreviation(short=letters, long=name)


@cache
def abbreviations() -> tuple[Abbreviation, ...]:
    """All rows, in the order in which they are tried for the same letters."""
    return (*_BODIES, *_KINDS, *_TYPED, *_MEASURES, *_MATTERS, *_departments())


# Symbols of documents in folded text. Match: "39-kh/tu", "584 -cv/du", "30/2020/nd-cp", "qh15".
# Near miss: "2026-2030", "kh 39".
_SYMBOL = re.compile(
    r"\d{1,5}[a-z]?(?:/\d{4})?\s{0,2}[-/–]\s?[a-z][a-z&]{0,14}\d{0,2}(?:\s?/\s?[a-z&]{1,15}\d{0,2}|-[a-z&]{1,15})*"
)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, list[Abbreviation]]]:
    by_fold: dict[str, list[Abbreviation]] = {}
    for row in abbreviations():
        by_fold.setdefault(re.sub(r"\s+", " ", fold(row.short)), []).append(row)
    shorts = sorted(by_fold, key=lambda short: (-len(short), short))
    either = "|".join(re.escape(short).replace(r"\ ", r"\s+").replace(r"\&", r"\s?&\s?") for short in shorts)
    return re.compile(rf"(?<![\w/&-])(?:{either})(?![a-z&/]|-[a-z])"), by_fold


def find_abbreviations(text: str) -> list[Shortened]:
    """Abbreviations in ``text`` whose meaning is clear, in order, not overlapping. Cost: linear."""
    folded = Folded.of(text)
    pattern, by_fold = _table()
    symbols = [match.span() for match in _SYMBOL.finditer(folded.text)]
    shouted = text.isupper()
    found: list[Shortened] = []
    for match in pattern.finditer(folded.text):
        if any(start <= match.start() < end for start, end in symbols):
            continue
        span = folded.span(*match.span())
        key = re.sub(r"\s?&\s?", "&", re.sub(r"\s+", " ", match.group()))
        raw = text[span.start : span.end]
        for row in by_fold[key]:
            if _fits(row, raw, folded.text, match.span(), shouted=shouted):
                found.append(Shortened(span, row.short, row.long))
                break
    taken = [short.span for short in found]
    initials = [] if shouted else find_initials(text, taken)
    return sorted([*found, *(Shortened(*one) for one in initials)])


def _agrees(raw: str, short: str) -> bool:
    """Whether no letter has a mark that the abbreviation lacks: "hdnd" fits HĐND, "cả" does not fit CA."""
    typed, meant = re.sub(r"\s", "", raw.lower()), re.sub(r"\s", "", short.lower())
    return all(a.isascii() or a == b for a, b in zip(typed, meant, strict=True))


def _fits(row: Abbreviation, raw: str, text: str, at: tuple[int, int], *, shouted: bool) -> bool:
    if (row.exact and (raw != row.short or shouted)) or not _agrees(raw, row.short):
        return False
    rest, before = text[at[1] : at[1] + 40], text[max(0, at[0] - 40) : at[0]]
    if rest[:1].isdigit() and row not in _KINDS:
        return False
    return (
        (not row.then or re.match(row.then, rest) is not None)
        and (not row.unless_then or re.match(row.unless_then, rest) is None)
        and (not row.after or re.search(row.after + "$", before) is not None)
        and (not row.unless_after or re.search(row.unless_after + "$", before) is None)
    )


def expand(text: str) -> str:
    """Fluent text: "ubnd xã theo kh39" gives "Ủy ban nhân dân xã theo kế hoạch 39"."""
    return write_out(text)[0]


def write_out(text: str) -> tuple[str, list[Span]]:
    """``text`` with abbreviations written out, and where the long forms stand in it."""
    return put_in(text, [(short.span, short.long) for short in find_abbreviations(text)])


def put_in(text: str, forms: Iterable[tuple[Span, str]]) -> tuple[str, list[Span]]:
    """``text`` with the long ``forms`` at their places, which follow one another, and where they stand then."""
    pieces: list[str] = []
    spans: list[Span] = []
    position = length = 0
    for span, long in forms:
        before = text[position : span.start]
        spans.append(Span(length + len(before), length + len(before) + len(long)))
        glued = text[span.end : span.end + 1].isdigit()
        pieces += [before, long, " " if glued else ""]
        length += sum(map(len, pieces[-3:]))
        position = span.end
    return "".join([*pieces, text[position:]]), spans


def short_terms(text: str) -> list[str]:
    """The abbreviations of ``text`` as typed, small letters: extra terms for the lexical side."""
    return [text[s.span.start : s.span.end].lower() for s in find_abbreviations(text)]


def letters_left(text: str) -> list[Span]:
    """Where abbreviations in capitals stand in ``text`` that stay as they are, in order; see `unknown_letters`."""
    folded = Folded.of(text)
    symbols = [folded.span(*match.span()) for match in _SYMBOL.finditer(folded.text)]
    return unknown_letters(text, [*(short.span for short in find_abbreviations(text)), *symbols])
