"""Faults and near-misses in what is said of a document: date, issuer, kind, subject."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.built import cited as c
from benchmarks.built.cited import Cited, cite
from benchmarks.built.citing_papers import corpus, directive
from benchmarks.built.faults import Case

from tracuu.types import Severity

# --- Dates ---------------------------------------------------------------------------------------


def _other(rng: random.Random, ref: Cited) -> str:
    """What another document is about."""
    return rng.choice([topic for topic in c.TOPICS if topic not in ref.subject])


def _slipped(rng: random.Random, day: date) -> date:
    """Another day, as a slip of the pen makes it."""
    while True:
        part = rng.choice(("day", "month", "year", "swap"))
        try:
            if part == "day":
                other = day.replace(day=rng.randint(1, 28))
            elif part == "month":
                other = day.replace(month=rng.randint(1, 12))
            elif part == "year":
                other = day.replace(year=day.year + rng.choice((-1, 1)))
            else:
                other = day.replace(day=day.month, month=day.day)
        except ValueError:
            continue
        if other != day and other < date(2026, 7, 1):
            return other


def date_fault(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    guise = rng.choice(("cited", "cited", "held", "impossible"))
    if guise == "impossible":
        day = rng.choice(("31/02", "30/02", "31/4", "31/6", "31/9", "31/11", "15/13"))
        wrong = f"{ref.kind} số {ref.symbol} ngày {day}/{ref.day.year}"
        texts = corpus(rng, province, [cite(rng, ref, issuer=""), f"{wrong} của {ref.issuer}"])
        return Case(rule="reference_date", ignored=Severity.INFO, fault=True, said=ref.symbol, guise=guise, texts=texts)
    day = _slipped(rng, ref.day)
    if ref.with_year:
        day = (
            day.replace(year=ref.day.year) if day.replace(year=ref.day.year) != ref.day else ref.day - timedelta(days=1)
        )
        day = day if day.year == ref.day.year else ref.day + timedelta(days=1)
    if guise == "held":
        number, subject = rng.randint(10, 200), rng.choice(c.TOPICS)
        past = cite(rng, c.draw(rng, province, before=date(2026, 3, 1)), issuer="")
        own = directive(rng, province, [past], number=number, day=date(2026, 3, 12), subject=subject)
        wrong = Cited(
            kind="Kế hoạch", number=number, letters="/KH-UBND", with_year=False, issuer="Ủy ban nhân dân tỉnh",
            day=_slipped(rng, date(2026, 3, 12)), subject=subject, province=province,
        )  # fmt: skip
        texts = {"goc.txt": own, "hai.txt": directive(rng, province, [cite(rng, wrong, issuer=rng.choice(("", None)))])}
        return Case(
            rule="reference_date", ignored=Severity.INFO, fault=True, said=wrong.symbol, guise=guise, texts=texts
        )
    said = rng.choice(("", None))
    wrong = replace(ref, day=day)
    texts = corpus(
        rng, province, [cite(rng, ref, issuer=""), cite(rng, wrong, issuer=said, subject=rng.choice(("", None)))]
    )
    return Case(rule="reference_date", ignored=Severity.INFO, fault=True, said=ref.symbol, guise=guise, texts=texts)


def date_near(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    guise = rng.choice(("writing", "undated", *_TWO_DOCUMENTS))
    if guise == "undated":
        said = cite(rng, ref, issuer=""), cite(rng, ref, dated=False, issuer=rng.choice(("", None)))
    elif guise == "writing":
        again = cite(rng, ref, issuer=rng.choice(("", None)), subject=rng.choice(("", None)))
        said = cite(rng, ref, issuer=""), again
    else:
        said = _TWO_DOCUMENTS[guise](rng, ref)
    return Case(
        rule="reference_date", ignored=Severity.INFO, fault=False, guise=guise, texts=corpus(rng, province, list(said))
    )


def _plan(rng: random.Random, ref: Cited, **more: object) -> Cited:
    """A plan of the province's committee with the number of ``ref``."""
    base = replace(ref, kind="Kế hoạch", letters="/KH-UBND", with_year=False, issuer="Ủy ban nhân dân tỉnh")
    return replace(base, **more)  # type: ignore[arg-type]


def _other_year(rng: random.Random, ref: Cited) -> tuple[str, str]:
    one = _plan(rng, ref, day=date(2024, rng.randint(1, 6), rng.randint(1, 28)))
    other = replace(one, day=date(2025, rng.randint(7, 12), rng.randint(1, 28)), subject=_other(rng, ref))
    return cite(rng, one, issuer=""), cite(rng, other, issuer="")


def _other_province(rng: random.Random, ref: Cited) -> tuple[str, str]:
    away = rng.choice([p for p in c.SMALL_PROVINCES if p != ref.province])
    one = _plan(rng, ref)
    other = replace(one, day=ref.day + timedelta(days=rng.randint(1, 9)), subject=_other(rng, ref))
    return cite(rng, one, issuer=f"UBND tỉnh {ref.province}"), cite(rng, other, issuer=f"UBND tỉnh {away}")


def _other_term(rng: random.Random, ref: Cited) -> tuple[str, str]:
    day = date(2021, rng.randint(1, 5), rng.randint(1, 27))
    one = _plan(rng, ref, kind="Nghị quyết", letters="-NQ/TU", issuer="Ban Chấp hành Đảng bộ tỉnh", day=day)
    other = replace(one, day=date(2026, 6, 28), subject=_other(rng, ref))
    return cite(rng, one, issuer=""), cite(rng, other, issuer="")


def _commune(rng: random.Random, ref: Cited) -> tuple[str, str]:
    one = _plan(rng, ref)
    other = replace(one, day=ref.day + timedelta(days=rng.randint(1, 20)), subject=_other(rng, ref))
    return cite(rng, one, issuer=""), cite(rng, other, issuer="UBND xã Tân Lập")


def _boards(rng: random.Random, ref: Cited) -> tuple[str, str]:
    one = _plan(rng, ref, kind="Thông báo", letters="-TB/BCĐ", issuer="", number=rng.randint(1, 9))
    day = ref.day.replace(month=ref.day.month % 12 + 1, day=(ref.day.day + 9) % 28 + 1)
    other = replace(one, day=day, subject=_other(rng, ref))
    return cite(rng, one, issuer=None, subject=one.subject), cite(rng, other, issuer=None, subject=other.subject)


_TWO_DOCUMENTS = {
    "other year": _other_year,
    "other province": _other_province,
    "other term": _other_term,
    "commune": _commune,
    "board": _boards,
}


# --- Issuers -------------------------------------------------------------------------------------

_BODIES = (
    "Bộ Chính trị", "Ban Bí thư", "Chính phủ", "Thủ tướng Chính phủ", "Ủy ban nhân dân tỉnh", "Hội đồng nhân dân tỉnh",
    "Tỉnh ủy", "Sở Nội vụ", "Bộ Y tế", "Sở Tài chính", "Văn phòng Chính phủ",
)  # fmt: skip
_ALIKE = {
    "Ban Chấp hành Đảng bộ tỉnh": ("Tỉnh ủy", "BCH Đảng bộ tỉnh", "Tỉnh uỷ"),
    "Tỉnh ủy": ("Ban Chấp hành Đảng bộ tỉnh", "Tỉnh uỷ", "Ban Thường vụ Tỉnh ủy"),
    "Ban Thường vụ Tỉnh ủy": ("Tỉnh ủy", "BTV Tỉnh ủy", "Ban Thường vụ Tỉnh uỷ"),
    "Ủy ban nhân dân tỉnh": ("UBND tỉnh", "Chủ tịch UBND tỉnh", "Uỷ ban nhân dân tỉnh"),
    "Chủ tịch Ủy ban nhân dân tỉnh": ("UBND tỉnh", "Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    "Hội đồng nhân dân tỉnh": ("HĐND tỉnh",),
    "Bộ trưởng Bộ Y tế": ("Bộ Y tế",),
    "Ban Chấp hành Trung ương": ("Ban Chấp hành Trung ương Đảng", "BCH Trung ương"),
    "Thủ tướng Chính phủ": ("Thủ tướng",),
}


def issuer_fault(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    alike = {ref.issuer, *_ALIKE.get(ref.issuer, ())}
    other = rng.choice([b for b in _BODIES if b not in alike])
    dated = rng.random() < 0.85
    texts = corpus(rng, province, [cite(rng, ref, issuer=""), cite(rng, ref, issuer="", subject=None)])
    wrong = cite(rng, ref, issuer=other, dated=dated, subject=rng.choice(("", None)))
    name = "mot.txt" if not dated else rng.choice(list(texts))
    texts = dict(texts)
    texts[name] = texts[name].replace("\n\nNơi nhận", f"\n\n9. Thực hiện nghiêm {wrong}.\n\nNơi nhận", 1)
    return Case(
        rule="reference_issuer",
        ignored=Severity.INFO,
        fault=True,
        said=ref.symbol,
        guise="dated" if dated else "undated",
        texts=texts,
    )


def issuer_near(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    guise = rng.choice(("alike", "writing", "other document", "joined"))
    first = cite(rng, ref, issuer="")
    if guise == "alike" and ref.issuer in _ALIKE:
        second = cite(rng, ref, issuer=rng.choice(_ALIKE[ref.issuer]))
    elif guise == "other document":
        away = rng.choice([p for p in c.SMALL_PROVINCES if p != province])
        ref = replace(ref, kind="Quyết định", letters="/QĐ-UBND", with_year=False, issuer="Ủy ban nhân dân tỉnh")
        first = cite(rng, ref, issuer=f"UBND tỉnh {province}")
        second = cite(
            rng,
            replace(ref, day=ref.day - timedelta(days=40), subject=_other(rng, ref)),
            issuer=f"UBND tỉnh {away}",
        )
    elif guise == "joined":
        after = c.central(rng, province)
        second = f"{cite(rng, ref, issuer='', subject=None)} và {cite(rng, after, issuer='')}"
    else:
        guise, second = "writing", cite(rng, ref, issuer="")
    return Case(
        rule="reference_issuer",
        ignored=Severity.INFO,
        fault=False,
        guise=guise,
        texts=corpus(rng, province, [first, second]),
    )


# --- Kinds ---------------------------------------------------------------------------------------

_KINDS = (
    "Nghị quyết",
    "Kế hoạch",
    "Quyết định",
    "Chỉ thị",
    "Kết luận",
    "Thông báo",
    "Hướng dẫn",
    "Nghị định",
    "Công văn",
)


def kind_fault(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    fitting = {ref.kind} | ({"Quyết định"} if "QĐ" in ref.letters else set())
    wrong = rng.choice([kind for kind in _KINDS if kind not in fitting])
    mentions = [cite(rng, ref, issuer="", kind=wrong), cite(rng, c.central(rng, province), issuer="")]
    if rng.random() < 0.6:
        mentions.append(cite(rng, ref, issuer=rng.choice(("", None))))
    rng.shuffle(mentions)
    return Case(
        rule="reference_kind",
        ignored=Severity.INFO,
        fault=True,
        said=ref.symbol,
        guise=wrong,
        texts=corpus(rng, province, mentions),
    )


_NEAR_KINDS = (
    "Quy định số 69-QĐ/TW, ngày 06/7/2022 của Bộ Chính trị",
    "Thông báo kết luận số 12-TB/TU, ngày 05/3/2026 của Thường trực Tỉnh ủy",
    "Thông báo Kết luận số 31/TB-UBND ngày 02/02/2026 của Chủ tịch UBND tỉnh",
    "Kế hoạch hành động số 87/KH-UBND ngày 11/4/2025",
    "Chương trình số 05-CTr/TU ngày 15/5/2021 của Tỉnh ủy",
    "Chương trình hành động số 05-CTr/TU, ngày 15/5/2021 của Tỉnh ủy",
    "Luật Đất đai số 31/2024/QH15",
    "Nghị quyết số 59/2024/UBTVQH15 của Ủy ban Thường vụ Quốc hội",
    "Công văn số 123/SXD-QH ngày 04/02/2026",
    "Quy chế làm việc số 01-QC/TU ngày 10/11/2025 của Tỉnh ủy",
    "Quyết định số 24-QĐ/TU ngày 09/9/2025 của Ban Thường vụ Tỉnh ủy",
    "Kế hoạch thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017",
    "Quy chế ban hành kèm theo Quyết định số 12/2025/QĐ-UBND",
    "Đề án theo Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ",
    "văn bản số 45/STC-NS ngày 03/3/2026 của Sở Tài chính",
    "Nghị quyết liên tịch số 01/2025/NQLT-CP-UBTVQH15",
    "các Nghị quyết số 57-NQ/TW, 59-NQ/TW, 66-NQ/TW của Bộ Chính trị",
    "Thông tri số 03-TT/TU ngày 08/8/2025 của Ban Thường vụ Tỉnh ủy",
    "Báo cáo kết quả thực hiện Chỉ thị số 13-CT/TW ngày 12/01/2017",
)


def kind_near(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    one, other = rng.sample(_NEAR_KINDS, 2)
    ref = c.draw(rng, province)
    mentions = [c.broken(rng, one), cite(rng, ref, issuer=""), c.broken(rng, other), cite(rng, ref, dated=False)]
    return Case(
        rule="reference_kind", ignored=Severity.INFO, fault=False, guise=one[:30], texts=corpus(rng, province, mentions)
    )


# --- Subjects ------------------------------------------------------------------------------------


def subject_fault(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    if rng.random() < 0.3:
        topic = rng.choice(c.TOPICS)
        one, other = (f"{topic} giai đoạn {period}" for period in ("2021 - 2025", "2026 - 2030"))
        guise = "period"
    else:
        topic, another = rng.sample(c.TOPICS, 2)
        one, other = topic, f"{another} {rng.choice(c.PERIODS)}".strip()
        guise = "topic"
    mentions = [cite(rng, ref, issuer="", subject=one), cite(rng, ref, issuer=rng.choice(("", None)), subject=other)]
    return Case(
        rule="reference_subject",
        ignored=Severity.INFO,
        fault=True,
        said=ref.symbol,
        guise=guise,
        texts=corpus(rng, province, mentions),
    )


_LEADS = ("tăng cường công tác", "đẩy mạnh", "tiếp tục")


def subject_near(rng: random.Random) -> Case:
    province = rng.choice(c.SMALL_PROVINCES)
    ref = c.draw(rng, province)
    guise = rng.choice(("begun", "place", "clause", "none", "tone", "other document", "held", "lead", "dropped"))
    first = cite(rng, ref, issuer="", subject=ref.subject)
    words = ref.subject.split()
    second = {
        "begun": cite(rng, ref, issuer="", subject=" ".join(words[: max(4, len(words) // 2)]).rstrip(",")),
        "place": cite(rng, ref, issuer="", subject=f"{ref.subject} trên địa bàn tỉnh {province}"),
        "clause": f"{cite(rng, ref, issuer='', subject=ref.subject)}, UBND tỉnh yêu cầu các cơ quan thực hiện",
        "none": cite(rng, ref, issuer="", subject=None),
        "lead": cite(rng, ref, issuer="", subject=f"{rng.choice(_LEADS)} {ref.subject}"),
        "dropped": cite(rng, ref, issuer="", subject=" ".join(words[2:])),
        "tone": cite(rng, ref, issuer="", subject=ref.subject.replace("óa", "oá").replace("ủy", "uỷ")),
        "other document": cite(rng, replace(ref, number=ref.number + 1), issuer="", subject=rng.choice(c.TOPICS)),
        "held": "",
    }[guise]
    if guise == "held":
        number, subject = rng.randint(10, 200), f"{rng.choice(c.TOPICS)} giai đoạn 2026 - 2030"
        own = directive(
            rng,
            province,
            [cite(rng, c.draw(rng, province, before=date(2026, 3, 1)), issuer="")],
            number=number,
            day=date(2026, 3, 12),
            subject=f"{subject} trên địa bàn tỉnh {province}",
        )
        right = replace(
            ref,
            kind="Kế hoạch",
            number=number,
            letters="/KH-UBND",
            with_year=False,
            issuer="Ủy ban nhân dân tỉnh",
            day=date(2026, 3, 12),
            subject=subject,
        )
        texts = {"goc.txt": own, "hai.txt": directive(rng, province, [cite(rng, right, issuer="", subject=subject)])}
        return Case(rule="reference_subject", ignored=Severity.INFO, fault=False, guise=guise, texts=texts)
    return Case(
        rule="reference_subject",
        ignored=Severity.INFO,
        fault=False,
        guise=guise,
        texts=corpus(rng, province, [first, second]),
    )


DRAWS: Mapping[str, tuple[Callable[[random.Random], Case], Callable[[random.Random], Case]]] = {
    "reference_date": (date_fault, date_near),
    "reference_issuer": (issuer_fault, issuer_near),
    "reference_kind": (kind_fault, kind_near),
    "reference_subject": (subject_fault, subject_near),
}


def make_cases(rule: str, seed: int, count: int) -> list[Case]:
    """``count`` faults and as many near-misses of one rule, the same for one seed."""
    made = []
    for fault, draw in zip((True, False), DRAWS[rule], strict=True):
        made += [draw(random.Random(f"{rule}/{fault}/{seed}/{i}")) for i in range(count)]
    return made
