"""Small corpora for tests of the checks: papers of any province, and what rules find in them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping

from tracuu.checks import Material
from tracuu.documents import link_documents, read_documents
from tracuu.facts import read_facts
from tracuu.findings.drafts import draft_material
from tracuu.text import normalise
from tracuu.types import Discrepancy, Source


def source(name: str, text: str) -> Source:
    plain = normalise(text)
    return Source(source_id=name, sha256=hashlib.sha256(plain.encode()).hexdigest(), text=plain)


def material(*texts: str, drafts: Mapping[str, str] | None = None) -> Material:
    """The texts as 1.txt, 2.txt … of a corpus, with drafts by file name."""
    sources = {f"{n}.txt": source(f"{n}.txt", text) for n, text in enumerate(texts, start=1)}
    read = [document for one in sources.values() for document in read_documents(one)]
    documents = link_documents(read, {name: one.text for name, one in sources.items()})
    facts = read_facts(documents, sources)
    return draft_material(documents, sources, facts, [source(n, t) for n, t in (drafts or {}).items()])


def values(rule: Callable[[Material], Iterator[Discrepancy]], *texts: str, **options: Mapping[str, str]) -> list[tuple]:
    """The values of what a rule finds; every value stands at its place."""
    corpus = material(*texts, **options)
    found = list(rule(corpus))
    for discrepancy in found:
        assert len(discrepancy.values) == len(discrepancy.places)
        for place in discrepancy.places:
            document = corpus.by_id[place.doc_id]
            assert document.span.start <= place.span.start < place.span.end <= document.span.end
        assert discrepancy.message.endswith(".")
        assert "\n" not in discrepancy.message
    return [discrepancy.values for discrepancy in found]


def plan(
    body: str, *, number: int = 21, province: str = "Sơn La", day: str = "12 tháng 5 năm 2026", commune: str = "",
    subject: str = "Phát triển kinh tế - xã hội giai đoạn 2026 - 2030", kind: str = "KẾ HOẠCH",
) -> str:  # fmt: skip
    """A plan of the people's committee of a province, or of a commune in it."""
    issuer = f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}"
    if commune:
        issuer = f"TỈNH {province.upper()}\nỦY BAN NHÂN DÂN\nXÃ {commune.upper()}"
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    letters = "UBND-TH" if kind == "CÔNG VĂN" else "KH-UBND"
    title = "" if kind == "CÔNG VĂN" else f"{kind}\n\n"
    return (
        f"{issuer}\n\n{motto}\n\nSố: {number}/{letters}\n\n{commune or province}, ngày {day}\n\n{title}{subject}\n\n"
        f"{body}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n"
    )


def row(task: str, lead: str, due: str = "Thường xuyên") -> str:
    """An annex with one task."""
    return (
        "PHỤ LỤC\nPhân công nhiệm vụ\n\nSTT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\n"
        f"1\t{task}\t{lead}\tCác sở, ban, ngành liên quan\t{due}"
    )
