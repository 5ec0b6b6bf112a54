"""Drafts that quote a directive: word for word, with a slip in it, and as people quote without a fault."""

import random
from collections.abc import Callable, Mapping

from benchmarks.built import cited as c
from benchmarks.built.faults import Case

_RULE = "quote_altered"
_DRAFT = "du-thao.txt"
_AGENCIES = ("Sở Xây dựng", "Sở Y tế", "Sở Nội vụ", "Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Tài chính")
_THINGS = (
    ("tỷ lệ hộ dân dùng nước sạch", "%"), ("tỷ lệ trường học đạt chuẩn quốc gia", "%"), ("chiều dài kênh mương", "km"),
    ("số nhà văn hóa xây mới", "nhà"), ("diện tích trồng rừng gỗ lớn", "ha"),
    ("số hợp tác xã hoạt động tốt", "hợp tác xã"),
)  # fmt: skip
_WORKS = (
    "rà soát quy hoạch các điểm dân cư ven suối, không bố trí dân cư tại nơi có nguy cơ sạt lở",
    "tổ chức kiểm tra an toàn hồ đập, không cho phép tích nước đối với hồ đã xuống cấp",
    "hướng dẫn các xã lập hồ sơ số hóa đất đai, bảo đảm mỗi thửa đất chỉ có một mã định danh",
    "xây dựng đề án phát triển chợ vùng cao, ưu tiên các chợ phiên gắn với du lịch cộng đồng",
)
# What a quotation may leave out without harm.
_REPORTS = ", báo cáo kết quả theo từng quý"


def _goal(rng: random.Random) -> tuple[str, str, str]:
    """A sentence that sets a figure, what it measures, and the figure."""
    thing, unit = rng.choice(_THINGS)
    figure = f"{rng.randint(21, 97)}{unit if unit == '%' else ' ' + unit}"
    return f"Phấn đấu đến năm {rng.choice((2028, 2030))}, {thing} trên địa bàn toàn tỉnh đạt {figure}", thing, figure


def _work(rng: random.Random) -> tuple[str, str, str]:
    """A sentence that gives a task, its agency, and its day."""
    agency, day = rng.choice(_AGENCIES), f"{rng.randint(10, 28)}/{rng.randint(7, 12)}/2026"
    return f"{agency} chủ trì {rng.choice(_WORKS)}{_REPORTS}; hoàn thành trước ngày {day}", agency, day


def _case(rng: random.Random, goal: str, work: str, draft: str, guise: str, planted: str = "") -> Case:
    number, province = rng.randint(100, 300), rng.choice(c.SMALL_PROVINCES)
    name = f"Kế hoạch số {number}/KH-UBND ngày 12/5/2026 của Ủy ban nhân dân tỉnh {province}"
    held = (
        f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        f"Số: {number}/KH-UBND\n\n{province}, ngày 12 tháng 5 năm 2026\n\nKẾ HOẠCH\n\nPhát triển nông thôn mới\n\n"
        f"I. MỤC TIÊU\n\n1. {goal}.\n\n2. Giữ vững an ninh nông thôn.\n\nII. NHIỆM VỤ\n\n1. {work}.\n\n"
        "2. Các xã báo cáo kết quả hằng quý.\n"
    )
    text = draft.format(name=name)
    planted_at = ((_DRAFT, planted),) if planted else ()
    return Case(
        rule=_RULE, guise=guise, fault=bool(planted), texts={"goc.txt": held, _DRAFT: text}, planted=planted_at,
        drafts=frozenset({_DRAFT}),
    )  # fmt: skip


def _other_digit(rng: random.Random, figure: str) -> str:
    """The figure with one digit of its number changed."""
    digits = [i for i, sign in enumerate(figure) if sign.isdigit()]
    at = rng.choice(digits[:2])
    return figure[:at] + rng.choice([d for d in "123456789" if d != figure[at]]) + figure[at + 1 :]


def altered(rng: random.Random) -> Case:
    """A quotation in which one thing is not as in the directive, or a report that gives another figure."""
    (goal, thing, figure), (work, agency, day) = _goal(rng), _work(rng)
    guise = rng.choice(("figure", "day", "agency", "negation", "word", "left out", "year", "reported"))
    said = {
        "figure": goal.replace(figure, _other_digit(rng, figure)),
        "year": goal.replace("2030", "2035").replace("2028", "2027"),
        "day": work.replace(day, _other_digit(rng, day)),
        "agency": work.replace(agency, rng.choice([a for a in _AGENCIES if a != agency])),
        "negation": work.replace("không ", "").replace("chỉ có", "không có").replace("ưu tiên", "không ưu tiên"),
        "word": work.replace("chủ trì", "phối hợp"),
        "left out": goal.replace("trên địa bàn toàn tỉnh ", ""),
        "reported": f"{thing}{rng.choice((' trên địa bàn toàn tỉnh', ''))} đạt {_other_digit(rng, figure)}",
    }[guise]
    if guise == "reported":
        return _case(rng, goal, work, f"Theo {{name}}, {said}.\n", guise, said)
    frame = rng.choice(("Tại {{name}} nêu: “{said}”.\n", "“{said}” ({{name}}).\n", 'Theo {{name}}: "{said}".\n'))
    return _case(rng, goal, work, frame.format(said=said), guise, said)


def _as_is(rng: random.Random, goal: str, work: str) -> tuple[str, str]:
    """A quotation without fault, and how it is made."""
    guise = rng.choice(("whole", "part", "broken line", "stop inside", "omission", "name", "not held", "reported"))
    words = work.split()
    said = {
        "whole": f"Tại {{name}} nêu: “{rng.choice((goal, work))}”.",
        "part": f"Theo {{name}}, cần “{' '.join(words[5:16])}”.",
        "broken line": f"Tại {{name}} nêu: “{' '.join(words[:6])}\n{' '.join(words[6:])}”.",
        "stop inside": f"{{name}} giao: “{work}.”",
        "omission": f"{{name}} giao: “{work.replace(_REPORTS, ' (…)')}”.",
        "name": "{name} phát động phong trào “Ngày thứ bảy cùng dân”.",
        "not held": "Nghị quyết số 19-NQ/TU ngày 02/02/2026 của Tỉnh ủy nêu: “Đổi mới toàn diện công tác cán bộ xã”.",
        "reported": f"Theo {{name}}, {goal[0].lower()}{goal[1:]}.",
    }[guise]
    return said, guise


def kept(rng: random.Random) -> Case:
    """A draft that quotes as it should, or quotes what nobody holds."""
    goal, work = _goal(rng)[0], _work(rng)[0]
    said, guise = _as_is(rng, goal, work)
    return _case(rng, goal, work, said + "\n", guise)


DRAWS: Mapping[str, tuple[Callable[[random.Random], Case], Callable[[random.Random], Case]]] = {_RULE: (altered, kept)}


def make_cases(rule: str, seed: int, count: int) -> list[Case]:
    """``count`` faults and as many near-misses, the same for one seed."""
    made = []
    for fault, draw in zip((True, False), DRAWS[rule], strict=True):
        made += [draw(random.Random(f"{rule}/{fault}/{seed}/{i}")) for i in range(count)]
    return made
