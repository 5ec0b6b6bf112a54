"""Papers of after the changes of 2025 that name units and bodies which are no more, and papers that only seem to."""

import random
from collections.abc import Callable
from dataclasses import replace

from benchmarks.built.faults import Case

# Provinces of today with units of theirs that ended on 1/7/2025: a district, a commune or town, a merged province.
_PLACES = (
    ("Sơn La", "huyện Mộc Châu", "huyện Yên Châu", None),
    ("Điện Biên", "huyện Mường Nhé", "huyện Nậm Pồ", None),
    ("Lai Châu", "huyện Phong Thổ", "huyện Than Uyên", None),
    ("Tuyên Quang", "huyện Đồng Văn", "huyện Yên Sơn", "Hà Giang"),
    ("Phú Thọ", "huyện Tân Sơn", "huyện Cẩm Khê", "Hòa Bình"),
    ("Lào Cai", "huyện Bắc Hà", "huyện Si Ma Cai", "Yên Bái"),
    ("Bắc Ninh", "thị xã Quế Võ", "huyện Gia Bình", "Bắc Giang"),
    ("Ninh Bình", "huyện Gia Viễn", "huyện Nho Quan", "Nam Định"),
    ("Gia Lai", "huyện Chư Sê", "thị xã An Khê", "Bình Định"),
    ("Đắk Lắk", "huyện Krông Pắc", "thị xã Buôn Hồ", "Phú Yên"),
    ("Nghệ An", "huyện Quế Phong", "thị xã Thái Hòa", None),
    ("Cao Bằng", "huyện Bảo Lạc", "huyện Trùng Khánh", None),
    ("Lâm Đồng", "huyện Di Linh", "huyện Đơn Dương", "Bình Thuận"),
    ("Vĩnh Long", "huyện Tam Bình", "huyện Trà Ôn", "Bến Tre"),
)
_CITY_NAMES = "Sơn La|Điện Biên Phủ|Lai Châu|Tuyên Quang|Việt Trì|Lào Cai|Từ Sơn|Tam Điệp|Pleiku|Buôn Ma Thuột|Vinh"
_CITY_NAMES += "|Cao Bằng|Đà Lạt|Vĩnh Long"
_CITIES = dict(zip((row[0] for row in _PLACES), _CITY_NAMES.split("|"), strict=True))
_WORK = (
    "rà soát quy hoạch các khu dân cư",
    "giải phóng mặt bằng các dự án trọng điểm",
    "tuyên truyền, vận động Nhân dân",
    "kiểm tra việc quản lý đất đai",
    "hỗ trợ hộ nghèo làm nhà ở",
    "tổng hợp, báo cáo kết quả thực hiện",
)


def _paper(rng: random.Random, province: str, sentence: str, *, year: int = 2026) -> str:
    """A plan of a province with one sentence that matters, as an item, a dash, a point or a cell."""
    number, day = rng.randint(2, 900), rng.randint(1, 28)
    month = rng.randint(8, 12) if year == 2025 else rng.randint(1, 12)
    party = rng.random() < 0.3
    top = (
        f"TỈNH ỦY {province.upper()}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố {number}-KH/TU\n\n"
        if party
        else f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\n\nSố: {number}/KH-UBND\n\n"
    )
    sentence = sentence[0].upper() + sentence[1:]
    shape = rng.randrange(4)
    body = {
        0: f"1. {sentence}\n\n2. Sở Tài chính bố trí kinh phí theo quy định.",
        1: f"1. Phân công nhiệm vụ\n\n- {sentence}\n\n- Sở Tài chính bố trí kinh phí theo quy định.",
        2: f"1. Phân công nhiệm vụ\n\na) Sở Tài chính bố trí kinh phí theo quy định.\n\nb) {sentence}",
        3: f"Trong những năm tới, tỉnh đẩy mạnh phát triển hạ tầng đồng bộ, hiện đại. {sentence}",
    }[shape]
    return (
        f"{top}{province}, ngày {day:02d} tháng {month} năm {year}\n\nKẾ HOẠCH\n\n"
        "Phát triển hạ tầng giai đoạn 2026 - 2030\n\n"
        f"I. MỤC ĐÍCH\n\nNâng cao chất lượng phục vụ Nhân dân.\n\nII. NHIỆM VỤ\n\n{body}\n\n"
        f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{'T/M BAN THƯỜNG VỤ' if party else 'TM. ỦY BAN NHÂN DÂN'}\n"
        "PHÓ BÍ THƯ\n\nTrần Văn Minh\n"
    )


def _cases(
    rule: str,
    seed: int,
    count: int,
    faults: tuple[Callable[[random.Random], Case], ...],
    near: tuple[Callable[[random.Random], Case], ...],
) -> list[Case]:
    rng = random.Random(f"tracuu names {seed}")
    made = [faults[n % len(faults)](rng) for n in range(count)] + [near[n % len(near)](rng) for n in range(count)]
    return [replace(case, rule=rule) for case in made]


def _fault(rng: random.Random, shape: str, province: str, sentence: str, words: str) -> Case:
    text = _paper(rng, province, sentence, year=rng.choice((2025, 2026, 2026)))
    words = words if words in text else words[0].upper() + words[1:]
    return Case(rule="", guise=shape, fault=True, texts={"a.txt": text}, planted=(("a.txt", words),))


def _near(rng: random.Random, shape: str, province: str, sentence: str, year: int = 2026) -> Case:
    return Case(rule="", guise=shape, fault=False, texts={"a.txt": _paper(rng, province, sentence, year=year)})


# --- Units -------------------------------------------------------------------------------------


def make_unit_cases(seed: int, count: int) -> list[Case]:
    """``count`` papers that name an abolished unit as if it stood, and as many that do not."""
    return _cases("abolished_unit", seed, count, _UNIT_FAULTS, _UNIT_NEAR)


def _district(rng: random.Random) -> Case:
    province, *units, _ = rng.choice(_PLACES)
    unit, work = rng.choice(units), rng.choice(_WORK)
    body = rng.choice(("UBND", "Ủy ban nhân dân", "HĐND", "Công an", "Phòng Nội vụ", "Ban Chỉ huy Quân sự", ""))
    named = f"{body} {unit}".strip()
    sentence = rng.choice(
        (
            f"giao {named} {work}.",
            f"{named} chủ trì, phối hợp với Sở Xây dựng {work}.",
            f"Sở Nội vụ phối hợp với {named} {work}, xong trước ngày 30/9/2027.",
        )
    )
    return _fault(rng, "district", province, sentence, named)


def _level(rng: random.Random) -> Case:
    province = rng.choice(_PLACES)[0]
    words = rng.choice(
        (
            "UBND cấp huyện",
            "các huyện, thị xã, thành phố",
            "Huyện ủy",
            "các huyện ủy, thị ủy",
            "UBND các huyện",
            "cấp ủy cấp huyện",
            "Phòng Tài chính - Kế hoạch huyện",
            "Thị ủy",
            "thị trấn Tân Tiến",
        )
    )
    return _fault(rng, "level", province, f"{words} {rng.choice(_WORK)} và báo cáo hằng quý.", words.split(",")[0])


def _city(rng: random.Random) -> Case:
    province = rng.choice(_PLACES)[0]
    words = rng.choice(("UBND thành phố {}", "thành phố {}", "Thành ủy {}", "TP. {}")).format(_CITIES[province])
    return _fault(rng, "city", province, f"Sở Xây dựng phối hợp với {words} {rng.choice(_WORK)}.", words)


def _province(rng: random.Random) -> Case:
    province, *_, old = rng.choice([row for row in _PLACES if row[3]])
    words = rng.choice(("tỉnh {}", "UBND tỉnh {}", "Tỉnh ủy {}", "HĐND tỉnh {}")).format(old)
    return _fault(rng, "province", province, f"Sở Công Thương làm việc với {words} để {rng.choice(_WORK)}.", words)


def _commune(rng: random.Random) -> Case:
    from tracuu.checks.units import communes

    province = rng.choice(_PLACES)[0]
    table = communes()[province.lower()]
    kind, name = rng.choice(
        sorted(
            unit
            for unit in table.old
            if unit[1] not in table.stand and unit[0] == "xã" and unit[1].replace(" ", "").isalpha()
        )
    )
    words = f"{kind} {name.title()}"
    return _fault(rng, "commune", province, f"UBND {words} {rng.choice(_WORK)}.", words)


_UNIT_FAULTS = (_district, _level, _city, _province, _commune, _district, _province)


def _unit_past(rng: random.Random) -> Case:
    province, *units, old = rng.choice([row for row in _PLACES if row[3]])
    unit = rng.choice([*units, f"tỉnh {old}"])
    sentence = rng.choice(
        (
            "các xã thuộc {u} (cũ) {w}.",
            "trước ngày 01/7/2025, UBND {u} đã {w}.",
            "{u} trước đây đã được đầu tư đồng bộ.",
            "tiếp nhận hồ sơ do {u} bàn giao để {w}.",
            "năm 2024, {u} đã {w}.",
            "thực hiện Quyết định số 1234/QĐ-UBND ngày 05/6/2023"
            " của UBND {u} về việc phê duyệt dự án, Sở Xây dựng {w}.",
            "sau khi {u} kết thúc hoạt động, các xã, phường {w}.",
            "đơn vị mới được thành lập trên cơ sở các xã của {u}.",
            "Sở Nội vụ (trước sắp xếp là cơ quan của {u}) {w}.",
            "từ ngày 01/01/2022 đến ngày 30/6/2025, {u} có 12 dự án.",
        )
    ).format(u=unit, w=rng.choice(_WORK))
    return _near(rng, "of the past", province, sentence)


def _unit_before(rng: random.Random) -> Case:
    province, unit, *_ = rng.choice(_PLACES)
    return _near(
        rng, "paper of before", province, f"UBND {unit} {rng.choice(_WORK)}.", rng.choice((2021, 2022, 2023, 2024))
    )


def _unit_like(rng: random.Random) -> Case:
    province = rng.choice(_PLACES)[0]
    sentence = rng.choice(
        (
            "phát triển đô thị xã hội chủ nghĩa văn minh.",
            "nâng cấp đường huyện, đường tỉnh và đường xã.",
            "lập quy hoạch vùng liên huyện.",
            "xây dựng đô thị xã Tân Tiến thành trung tâm vùng.",
            "Sở Công Thương khảo sát nhu cầu tiếp thị xã hội.",
            "phối hợp với thành phố Hà Nội và Thành phố Hồ Chí Minh xúc tiến đầu tư.",
            "học tập kinh nghiệm của thành phố Đà Nẵng.",
            "hợp tác với huyện Mường Khoa, tỉnh Phong Sa Lỳ (Lào).",
            "UBND các xã, phường {w}.",
            "hình thành các thị tứ, thị trấn nông - công nghiệp hiện đại.",
            "thành phố thông minh là mục tiêu lâu dài.",
            "chính quyền địa phương 02 cấp hoạt động thông suốt sau khi bỏ cấp huyện.",
            "Trung tâm Y tế huyện tiếp tục khám bệnh.",
            "đầu tư cao tốc nối với tỉnh Lạng Sơn.",
            "Thành ủy Hải Phòng chia sẻ kinh nghiệm {w}.",
            "không tổ chức cấp huyện.",
        )
    ).format(w=rng.choice(_WORK))
    return _near(rng, "like a unit", province, sentence)


def _commune_stands(rng: random.Random) -> Case:
    from tracuu.checks.units import communes

    province = rng.choice(_PLACES)[0]
    table = communes()[province.lower()]
    names = rng.sample(sorted(name for name in table.stand if name.replace(" ", "").isalpha()), 3)
    kinds = [min(table.stand[name]) for name in names]
    sentence = rng.choice(
        (
            f"UBND {kinds[0]} {names[0].title()} {rng.choice(_WORK)}.",
            f"UBND các xã, phường: {', '.join(name.title() for name in names)} {rng.choice(_WORK)}.",
            f"{kinds[1]} {names[1].title()} và {kinds[2]} {names[2].title()} {rng.choice(_WORK)}.",
        )
    )
    return _near(rng, "commune that stands", province, sentence)


_UNIT_NEAR = (_unit_past, _unit_before, _unit_like, _commune_stands, _unit_past, _unit_like)


# --- Bodies ------------------------------------------------------------------------------------

_OLD_BODIES = (
    "Sở Kế hoạch và Đầu tư",
    "Sở Giao thông vận tải",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở Lao động - Thương binh và Xã hội",
    "Ban Dân tộc",
    "Bộ Kế hoạch và Đầu tư",
    "Bộ Giao thông vận tải",
    "Bộ Tài nguyên và Môi trường",
    "Bộ Lao động - Thương binh và Xã hội",
    "Ban Tuyên giáo Tỉnh ủy",
    "Ban Dân vận Tỉnh ủy",
    "Ban cán sự đảng UBND tỉnh",
    "Đảng đoàn HĐND tỉnh",
    "Ủy ban Dân tộc",
    "Tổng cục Thuế",
    "Ban Tuyên giáo Tỉnh uỷ",
    "Sở KH&ĐT",
    "Sở TN&MT",
    "Sở NN&PTNT",
    "Sở LĐTB&XH",
    "Sở GTVT",
    "Sở TT&TT",
    "Sở TNMT",
    "Sở Nông nghiệp và PTNT",
    "Sở Lao động - TB&XH",
    "Sở Kế hoạch & Đầu tư",
    "Phòng Tài nguyên và Môi trường",
    "Ban QLDA các công trình Nông nghiệp và PTNT",
)
_NEW_BODIES = (
    "Sở Tài chính",
    "Sở Xây dựng",
    "Sở Nông nghiệp và Môi trường",
    "Sở Khoa học và Công nghệ",
    "Sở Nội vụ",
    "Sở Dân tộc và Tôn giáo",
    "Bộ Tài chính",
    "Bộ Xây dựng",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Dân tộc và Tôn giáo",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    "Đảng ủy UBND tỉnh",
    "Cục Thuế",
    "Ban Dân tộc HĐND tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "các tổ chức đảng, đoàn thể",
    "Thuế tỉnh",
    "Văn phòng Tỉnh ủy",
    "Liên đoàn Lao động tỉnh",
    "Trường Đại học Tài nguyên và Môi trường",
    "Ngân hàng Nông nghiệp và Phát triển nông thôn",
    "Ban QLDA đầu tư xây dựng tỉnh",
)


def make_body_cases(seed: int, count: int) -> list[Case]:
    """``count`` papers that name a body by a name it no longer had, and as many that do not."""
    return _cases("renamed_body", seed, count, (_body, _body, _body_list), (_body_past, _body_before, _body_new))


def _body(rng: random.Random) -> Case:
    name, work = rng.choice(_OLD_BODIES), rng.choice(_WORK)
    sentence = rng.choice(
        (
            f"{name} chủ trì, phối hợp với các cơ quan liên quan {work}.",
            f"giao {name} {work}, báo cáo trước ngày 15/12/2027.",
            f"Sở Xây dựng phối hợp với {name} {work}.",
            f"Công an tỉnh, {name}, Sở Y tế {work}.",
            f"theo hướng dẫn của {name}, các xã {work}.",
        )
    )
    return _fault(rng, "body", rng.choice(_PLACES)[0], sentence, name)


def _body_list(rng: random.Random) -> Case:
    name = rng.choice(_OLD_BODIES[:6])
    bare = name.removeprefix("Sở ")
    before, behind = rng.sample(("Tài chính", "Xây dựng", "Y tế", "Nội vụ", "Tư pháp", "Công Thương"), 2)
    lead = rng.choice(("Các Sở: ", "Các sở "))
    return _fault(
        rng, "body in a list", rng.choice(_PLACES)[0], f"{lead}{before}, {bare}, {behind} {rng.choice(_WORK)}.", bare
    )


def _body_past(rng: random.Random) -> Case:
    name = rng.choice([n for n in _OLD_BODIES if "&" not in n])
    sentence = rng.choice(
        (
            "{n} (nay là cơ quan mới) đã {w}.",
            "{n} trước đây đã {w}.",
            "kế thừa nhiệm vụ của {n} để {w}.",
            "năm 2023, {n} đã {w}.",
            "sau khi hợp nhất {n} với cơ quan khác, tỉnh tiếp tục {w}.",
            "thực hiện Thông tư số 02/2023/TT-BKHĐT ngày 12/4/2023 của {n} về hướng dẫn lập quy hoạch, các xã {w}.",
            "tiếp nhận hồ sơ do {n} bàn giao.",
            "Sở Xây dựng ({n} cũ) {w}.",
            "ngày 15/8/2024, {n} đã có văn bản đề nghị {w}.",
            "{n} đã kết thúc hoạt động; cơ quan mới {w}.",
        )
    ).format(n=name, w=rng.choice(_WORK))
    return _near(rng, "body of the past", rng.choice(_PLACES)[0], sentence)


def _body_before(rng: random.Random) -> Case:
    return _near(
        rng,
        "paper of before",
        rng.choice(_PLACES)[0],
        f"{rng.choice(_OLD_BODIES)} {rng.choice(_WORK)}.",
        rng.choice((2022, 2023, 2024)),
    )


def _body_new(rng: random.Random) -> Case:
    names = rng.sample(_NEW_BODIES, 2)
    return _near(
        rng, "new body", rng.choice(_PLACES)[0], f"{names[0]} chủ trì, phối hợp với {names[1]} {rng.choice(_WORK)}."
    )
