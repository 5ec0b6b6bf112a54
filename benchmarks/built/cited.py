"""Documents that directives cite, and the many ways in which one of them is cited."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.built import places

TOPICS = (
    "đẩy mạnh cải cách hành chính, xây dựng chính quyền phục vụ",
    "phát triển kinh tế tập thể, hợp tác xã",
    "quản lý, bảo vệ rừng và phát triển lâm nghiệp bền vững",
    "nâng cao chất lượng chăm sóc sức khỏe nhân dân vùng cao",
    "phát triển du lịch cộng đồng gắn với bảo tồn văn hóa",
    "bảo đảm trật tự an toàn giao thông đường bộ",
    "phòng, chống thiên tai và tìm kiếm cứu nạn",
    "đào tạo nghề cho lao động nông thôn",
    "xây dựng nông thôn mới kiểu mẫu",
    "giảm nghèo bền vững vùng đồng bào dân tộc thiểu số",
    "phát triển hạ tầng thương mại biên giới",
    "thu hút đầu tư vào khu công nghiệp",
    "đổi mới sáng tạo trong doanh nghiệp nhỏ và vừa",
    "phòng, chống tham nhũng, lãng phí, tiêu cực",
    "xử lý chất thải rắn sinh hoạt",
    "nâng cao hiệu quả giải ngân vốn đầu tư công",
    "bảo vệ, chăm sóc và giáo dục trẻ em",
    "phát triển thủy sản bền vững",
    "quy hoạch mạng lưới trường lớp học",
    "ứng dụng dữ liệu dân cư phục vụ chuyển đổi số",
    "phát triển nhà ở cho người thu nhập thấp",
    "quản lý tài nguyên khoáng sản",
    "tiết kiệm điện, phát triển năng lượng tái tạo",
    "công tác bảo vệ nền tảng tư tưởng của Đảng",
)
PERIODS = (
    "giai đoạn 2026 - 2030",
    "giai đoạn 2021 - 2025",
    "đến năm 2030, tầm nhìn đến năm 2045",
    "trong tình hình mới",
    "",
)
# Kind, letters, whether a year stands in the number, issuer ("{p}" is the province), earliest and latest year.
_FORMS = (
    ("Nghị quyết", "-NQ/TW", False, "Bộ Chính trị", 2021, 2026),
    ("Kết luận", "-KL/TW", False, "Ban Bí thư", 2021, 2026),
    ("Chỉ thị", "-CT/TW", False, "Ban Bí thư", 2021, 2026),
    ("Quy định", "-QĐ/TW", False, "Ban Chấp hành Trung ương", 2021, 2026),
    ("Nghị định", "/NĐ-CP", True, "Chính phủ", 2020, 2026),
    ("Nghị quyết", "/NQ-CP", False, "Chính phủ", 2020, 2026),
    ("Quyết định", "/QĐ-TTg", False, "Thủ tướng Chính phủ", 2020, 2026),
    ("Thông tư", "/TT-BYT", True, "Bộ trưởng Bộ Y tế", 2020, 2026),
    ("Nghị quyết", "-NQ/TU", False, "Ban Chấp hành Đảng bộ tỉnh", 2021, 2026),
    ("Chương trình hành động", "-CTr/TU", False, "Tỉnh ủy", 2021, 2026),
    ("Kế hoạch", "-KH/TU", False, "Ban Thường vụ Tỉnh ủy", 2021, 2026),
    ("Kế hoạch", "/KH-UBND", False, "Ủy ban nhân dân tỉnh", 2020, 2026),
    ("Quyết định", "/QĐ-UBND", False, "Ủy ban nhân dân tỉnh", 2020, 2026),
    ("Nghị quyết", "/NQ-HĐND", True, "Hội đồng nhân dân tỉnh", 2020, 2026),
    ("Chỉ thị", "/CT-UBND", False, "Chủ tịch Ủy ban nhân dân tỉnh", 2020, 2026),
    ("Hướng dẫn", "/HD-SNV", False, "Sở Nội vụ", 2020, 2026),
    ("Thông báo", "/TB-VPCP", False, "Văn phòng Chính phủ", 2020, 2026),
)
SMALL_PROVINCES = tuple(name for name in places.PROVINCES if name not in places.CITIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What is true of a document that is cited."""

    kind: str
    number: int
    letters: str
    with_year: bool
    issuer: str
    day: date
    subject: str
    province: str

    @property
    def symbol(self) -> str:
        """Number and symbol as printed."""
        return f"{self.number:02d}{f'/{self.day.year}' if self.with_year else ''}{self.letters}"

    @property
    def of_party(self) -> bool:
        """Whether it is the Party's, whose dates follow a comma."""
        return self.letters.startswith("-")


def draw(rng: random.Random, province: str, *, before: date = date(2026, 6, 1)) -> Cited:
    """A document of some body, some days before ``before``."""
    kind, letters, with_year, issuer, first, last = rng.choice(_FORMS)
    day = date(rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28))
    if day >= before:
        day = before - timedelta(days=rng.randint(20, 400))
    subject = f"{rng.choice(TOPICS)} {rng.choice(PERIODS)}".strip()
    return Cited(
        kind=kind, number=rng.randint(1, 240), letters=letters, with_year=with_year, issuer=issuer, day=day,
        subject=subject, province=province,
    )  # fmt: skip


def central(rng: random.Random, province: str, **fixed: object) -> Cited:
    """A document that is nobody's but the centre's."""
    while (found := draw(rng, province)).letters not in {"-NQ/TW", "-KL/TW", "-CT/TW", "/NĐ-CP", "/QĐ-TTg"}:
        pass
    return replace(found, **fixed)  # type: ignore[arg-type]


# --- Ways of citing ------------------------------------------------------------------------------


def cite(
    rng: random.Random,
    cited: Cited,
    *,
    dated: bool = True,
    issuer: str | None = None,
    subject: str | None = "",
    kind: str | None = None,
) -> str:
    """One mention in some guise; ``issuer`` and ``subject`` None leave it out, "" draws a right one."""
    said = written_issuer(rng, cited) if issuer == "" else issuer
    about = written_subject(rng, cited.subject) if subject == "" else subject
    day = written_day(rng, cited)
    comma = "," if cited.of_party and rng.random() < 0.8 else ""
    head = f"{kind or cited.kind} số {spaced(rng, cited.symbol)}"
    parts = [head]
    if dated and said and rng.random() < 0.15:
        parts = [f"{head} của {said}{comma} {day}"]
    else:
        parts += [f"{comma} {day}"] if dated else []
        parts += [f" của {said}"] if said else []
    text = "".join(parts) + (f" về {about}" if about else "")
    return broken(rng, text)


def written_day(rng: random.Random, cited: Cited) -> str:
    """The date in one of its writings."""
    d = cited.day
    forms = [
        f"ngày {d.day:02d}/{d.month}/{d.year}",
        f"ngày {d.day:02d}/{d.month:02d}/{d.year}",
        f"ngày {d.day}/{d.month}/{d.year}",
    ]
    if not cited.of_party:
        forms.append(f"ngày {d.day:02d} tháng {d.month:02d} năm {d.year}")
    return rng.choice(forms)


_SHORT = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND", "Ban Thường vụ": "BTV", "Tỉnh ủy": "Tỉnh uỷ"}


def written_issuer(rng: random.Random, cited: Cited) -> str:
    """The body in one of its writings: shortened, with the province, with older tone marks."""
    name = cited.issuer
    if name.endswith(("tỉnh", "Tỉnh ủy")) and rng.random() < 0.4:
        name = f"{name} {cited.province}"
    for whole, short in _SHORT.items():
        if rng.random() < 0.25:
            name = name.replace(whole, short)
    return name


def written_subject(rng: random.Random, subject: str) -> str:
    """The subject whole, begun only, or with the place added."""
    words = subject.split()
    roll = rng.random()
    if roll < 0.2 and len(words) > 7:
        return " ".join(words[: rng.randint(5, len(words) - 1)]).rstrip(",")
    return f"{subject} trên địa bàn tỉnh" if roll < 0.35 else subject


def spaced(rng: random.Random, symbol: str) -> str:
    """The symbol, now and then with a space as scans have it."""
    roll = rng.random()
    return symbol.replace("-", " -", 1) if roll < 0.06 else symbol.replace("Đ", "Ð") if roll < 0.09 else symbol


def broken(rng: random.Random, text: str) -> str:
    """The words with a line broken, in bold, or as they are."""
    roll = rng.random()
    if roll < 0.1:
        words = text.split(" ")
        at = rng.randint(1, len(words) - 1)
        return " ".join(words[:at]) + "\n" + " ".join(words[at:])
    return f"**{text}**" if roll < 0.16 else text
