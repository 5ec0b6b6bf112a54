"""Directives that cite documents, to plant faults in."""

import random
from datetime import date

from benchmarks.built import cited as c
from benchmarks.built.cited import cite

_FILLER = (
    "Các cơ quan, đơn vị tổ chức quán triệt {0} đến cán bộ, đảng viên và Nhân dân.",
    "Tiếp tục thực hiện các nhiệm vụ đề ra tại {0}; định kỳ báo cáo kết quả.",
    "Rà soát, bổ sung các chỉ tiêu nêu tại {0}, bảo đảm phù hợp với thực tế.",
    "Việc bố trí kinh phí thực hiện theo quy định tại {0}.",
    "Nội dung chi tiết theo {0}.",
)


def directive(
    rng: random.Random,
    province: str,
    mentions: list[str],
    *,
    number: int | None = None,
    day: date = date(2026, 7, 15),
    opening: str = "",
    subject: str | None = None,
    letters: str = "/KH-UBND",
) -> str:
    """A plan of a province that cites ``mentions``, each in a sentence of its own."""
    about = subject or rng.choice(c.TOPICS)
    body = "\n\n".join(f"{i}. {rng.choice(_FILLER).format(mention)}" for i, mention in enumerate(mentions, start=1))
    party = letters.startswith("-")
    state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    top = (
        f"TỈNH ỦY {province.upper()}\n\nĐẢNG CỘNG SẢN VIỆT NAM"
        if party
        else f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\n\n{state}"
    )
    who = "Tỉnh ủy" if party else "Ủy ban nhân dân tỉnh"
    behalf = "T/M BAN THƯỜNG VỤ\nBÍ THƯ" if party else "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    signed = f"{number if number is not None else rng.randint(300, 900)}{letters}"
    return (
        f"{top}\n\nSố: {signed}\n\n{province}, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}\n\nKẾ HOẠCH\n\n"
        f"{about[0].upper()}{about[1:]}\n\n{opening}{who} ban hành Kế hoạch"
        f" với các nội dung sau:\n\nI. NỘI DUNG\n\n{body}\n\nNơi nhận:\n- Các sở, ban, ngành;\n- Lưu: VT.\n\n"
        f"{behalf}\n\nNguyễn Văn An\n"
    )


def corpus(rng: random.Random, province: str, mentions: list[str], **more: object) -> dict[str, str]:
    """One or two directives that hold the mentions, with others beside them."""
    others = [cite(rng, c.central(rng, province, number=rng.randint(300, 400)), issuer="") for _ in range(2)]
    if rng.random() < 0.5:
        one = directive(rng, province, [mentions[0], others[0]], **more)  # type: ignore[arg-type]
        two = directive(rng, province, [*mentions[1:], others[1]], **more)  # type: ignore[arg-type]
        return {"mot.txt": one, "hai.txt": two}
    return {"mot.txt": directive(rng, province, [mentions[0], others[0], *mentions[1:]], **more)}  # type: ignore[arg-type]
