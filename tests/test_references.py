"""Mentions of documents: how they are read, which document each means, in which role, and the graph of all."""

import pytest

from build_directives import directive, head
from tracuu.citing import node_name, node_reference
from tracuu.documents import find_references, link_documents, read_documents
from tracuu.references import read_graph
from tracuu.text import normalise
from tracuu.types import MentionForm, Role, Source, Tier

DECIDED = "\n\nCăn cứ Luật Nhà ở ngày 27/11/2023;\n\n"


def graph_of(**texts):
    """The graph of the files ``name="text"``; names get ``.txt``."""
    sources = {f"{name}.txt": normalise(text) for name, text in texts.items()}
    read = [
        d for name, text in sources.items() for d in read_documents(Source(source_id=name, sha256="0" * 64, text=text))
    ]
    return read_graph(link_documents(read, sources), sources)


def plan(
    opening="", body="", *, symbol="Số: 15/KH-UBND", subject="Phát triển đô thị bền vững", day="12 tháng 5 năm 2026"
):
    top = head(symbol=symbol, place_date=f"Sơn La, ngày {day}")
    said = f"{opening}\n\nI. NHIỆM VỤ\n\n1. Sở Xây dựng rà soát quy hoạch.\n\n{body}"
    return directive(top=top, subject=subject, body=said)


def roles(graph, source):
    return {(link.role, link.target) for link in graph.links if link.source == source}


def of(graph, words):
    """The target of the first mention whose kind and symbol begin with ``words``."""
    return next(m.target for m in graph.mentions if f"{m.reference.kind} {m.reference.symbol}".startswith(words))


# --- Reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kế hoạch số 52-KH/TU, ngày 21/5/2026 của Ban Thường vụ Tỉnh ủy Sơn La và Hướng dẫn số 27-HD/BTGDVTU", "Ban Thường vụ Tỉnh ủy Sơn La"),
        ("Nghị quyết số 16-NQ/TU của Tỉnh ủy và của Ủy ban nhân dân tỉnh", "Tỉnh ủy"),
        ("Nghị quyết số 33/2026/NQ-HĐND của HĐND tỉnh\n\nKính gửi: Các sở", "HĐND tỉnh"),
        ("Công điện số 3385/CĐ-BNNMT ngày 15/5/2026 của Bộ trưởng Bộ Nông nghiệp và Môi trường (gửi kèm)", "Bộ trưởng Bộ Nông nghiệp và Môi trường"),
        ("Quyết định số 5/QĐ-BKHĐT của Bộ Kế hoạch và Đầu tư về việc", "Bộ Kế hoạch và Đầu tư"),
        ("Chỉ thị số 19/CT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch; Kế hoạch", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Kế hoạch số 39-KH/TU của Ban Thường vụ Tỉnh\n\nủy về việc", "Ban Thường vụ Tỉnh ủy"),
        ("Kế hoạch số 39-KH/TU của các cơ quan", None),
    ],
)  # fmt: skip
def test_issuer_ends_where_its_name_ends(text, issuer):
    assert find_references(text)[0].issuer == issuer


def test_mention_holds_no_word_of_the_next_clause():
    text = "thực hiện Nghị quyết số 16-NQ/TU của Tỉnh ủy và các nhiệm vụ"
    (reference,) = find_references(text)
    assert text[slice(*reference.span)] == "Nghị quyết số 16-NQ/TU của Tỉnh ủy"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("thực hiện Nghị\n\nquyết số 20-NQ/TU", "Nghị quyết"),
        ("Thông báo kết luận số 19-TB/TW", "Thông báo"),
        ("Luật Khám bệnh, chữa bệnh số 15/2023/QH15", "Luật"),
        ("Nghị quyết liên tịch số 01/2025/NQLT-CP", "Nghị quyết"),
        ("số 39-KH/TU", "Kế hoạch"),
    ],
)
def test_kind_before_the_number_is_read(text, kind):
    assert find_references(text)[0].kind == kind


def test_list_under_one_kind_shares_its_issuer():
    found = find_references("các Nghị quyết số 06-NQ/TW, 33-NQ/TW và số 57-NQ/TW của Bộ Chính trị")
    assert [(r.symbol, r.kind, r.issuer) for r in found] == [
        (symbol, "Nghị quyết", "Bộ Chính trị") for symbol in ("06-NQ/TW", "33-NQ/TW", "57-NQ/TW")
    ]


def test_documents_of_two_kinds_share_no_issuer():
    found = find_references("Nghị quyết số 06-NQ/TW và Kế hoạch số 39-KH/TU của Tỉnh ủy")
    assert [r.issuer for r in found] == [None, "Tỉnh ủy"]


# --- Which document is meant -----------------------------------------------------------------------


def test_number_alone_means_the_document_mentioned_in_full_before():
    graph = graph_of(
        a=plan(
            "Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị, ban hành như sau:",
            "2. Bám sát Nghị quyết số 06-NQ/TW.",
        )
    )
    numbered = [m.target for m in graph.mentions if m.reference.symbol == "06-NQ/TW"]
    assert len(numbered) == 2
    assert len(set(numbered)) == 1
    assert None not in numbered


@pytest.mark.parametrize(
    ("words", "form"), [("Nghị quyết số 06", MentionForm.SHORT), ("Nghị quyết nêu trên", MentionForm.POINTING)]
)
def test_short_forms_mean_the_document_mentioned_in_full_before(words, form):
    graph = graph_of(a=plan("Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022.", f"2. Quán triệt {words} đến cán bộ."))
    (short,) = [m for m in graph.mentions if m.form is form]
    assert short.target == of(graph, "Nghị quyết 06-NQ/TW")


def test_short_number_that_fits_two_documents_stays_open():
    both = "Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022; Nghị quyết số 06-NQ/TU ngày 05/02/2022."
    graph = graph_of(a=plan(both, "2. Quán triệt Nghị quyết số 06 đến cán bộ."))
    (short,) = [m for m in graph.mentions if m.form is MentionForm.SHORT]
    assert short.target is None


def test_this_plan_is_the_document_itself():
    graph = graph_of(a=plan(body="2. Các sở căn cứ Kế hoạch này tổ chức thực hiện."))
    assert [m.target for m in graph.mentions if m.form is MentionForm.POINTING] == ["a.txt"]
    assert graph.links == ()


def test_several_documents_pointed_at_stay_open():
    graph = graph_of(
        a=plan("Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022.", "2. Quán triệt các Nghị quyết nêu trên.")
    )
    assert [m.form for m in graph.mentions] == [MentionForm.NUMBERED]


def test_document_held_is_found_by_number_date_and_province():
    graph = graph_of(
        a=plan(), b=plan("Thực hiện Kế hoạch số 15/KH-UBND ngày 12/5/2026 của UBND tỉnh.", symbol="Số: 16/KH-UBND")
    )
    assert of(graph, "Kế hoạch 15/KH-UBND") == "a.txt"


def test_same_number_of_another_province_year_or_commune_is_another_document():
    cited = (
        "2. Theo Kế hoạch số 15/KH-UBND ngày 12/5/2026 của UBND tỉnh Lai Châu.\n\n"
        "3. Theo Kế hoạch số 15/KH-UBND ngày 30/9/2024 của UBND tỉnh.\n\n"
        "4. Theo Kế hoạch số 15/KH-UBND ngày 20/5/2026 của UBND xã Tân Lập."
    )
    graph = graph_of(a=plan(), b=plan(body=cited, symbol="Số: 16/KH-UBND"))
    targets = [m.target for m in graph.mentions if m.reference.symbol == "15/KH-UBND"]
    assert len(set(targets)) == 3
    assert "a.txt" not in targets


def test_number_misread_in_one_letter_is_repaired_only_when_day_and_area_agree():
    full = "Thực hiện Kế hoạch số 39-KH/TU ngày 13/3/2026 của Tỉnh ủy."
    graph = graph_of(
        a=plan(full, "2. Theo Kế hoạch số 39-KI/TU ngày 13/3/2026.\n\n3. Theo Kế hoạch số 39-KB/TU ngày 14/4/2026.")
    )
    right, misread, other = (m for m in graph.mentions if m.form is MentionForm.NUMBERED)
    assert misread.repaired
    assert misread.target == right.target
    assert other.target != right.target


def test_law_by_name_is_the_law_by_number():
    graph = graph_of(
        a=plan("Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15;"),
        b=plan("Căn cứ Luật Khám bệnh, chữa bệnh ngày 09/01/2023;", symbol="Số: 16/KH-UBND"),
    )
    assert len({link.target for link in graph.links}) == 1
    assert {link.role for link in graph.links} == {Role.BASED_ON}


def test_copies_are_one_document_and_counted_once(corpus_documents, corpus_sources):
    graph = read_graph(corpus_documents, {name: source.text for name, source in corpus_sources.items()})
    cited = {node.symbol: node.node_id for node in graph.nodes}
    times = sum(
        len({m.span for m in link.mentions})
        for link in graph.links
        if link.target == cited["06-NQ/TW"] and link.source.endswith(".txt") and link.role is Role.CITES
    )
    assert times > 10
    assert not any(m.doc_id == "cong-van-584-sinh-phinh.txt#2" for link in graph.links for m in link.mentions)
    assert "cong-van-584-sinh-phinh.txt#2" not in {node.node_id for node in graph.nodes}


# --- Roles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("Thực hiện {0} về đô thị, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:", Role.CARRIES_OUT),
        ("Thực hiện Kết luận số 9-KL/TW ngày 02/02/2025; {0}, Ủy ban nhân dân tỉnh ban hành:", Role.CARRIES_OUT),
        ("Căn cứ {0};", Role.BASED_ON),
        ("Theo đề nghị của Giám đốc Sở Xây dựng tại {0},", Role.BASED_ON),
        ("Sau 04 năm triển khai thực hiện {0}, tỉnh đã đạt kết quả.", Role.CITES),
        ("Thực hiện Kết luận số 9-KL/TW ngày 02/02/2025 (gửi kèm {0});", Role.ENCLOSES),
    ],
)
def test_role_is_told_by_the_opening(opening, role):
    graph = graph_of(a=plan(opening.format("Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị")))
    assert (role, of(graph, "Nghị quyết 06-NQ/TW")) in roles(graph, "a.txt")


def test_work_given_to_others_in_the_body_is_a_citation():
    graph = graph_of(a=plan(body="2. Sở Xây dựng thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022."))
    assert roles(graph, "a.txt") == {(Role.CITES, of(graph, "Nghị quyết 06-NQ/TW"))}


def test_mention_in_the_subject_of_another_is_what_that_one_carries_out():
    opening = "Thực hiện Kết luận số 224-KL/TW, ngày 08/12/2025 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị."
    graph = graph_of(a=plan(opening))
    conclusion, resolution = of(graph, "Kết luận 224"), of(graph, "Nghị quyết 06")
    assert roles(graph, conclusion) == {(Role.CARRIES_OUT, resolution)}
    assert roles(graph, "a.txt") == {(Role.CARRIES_OUT, conclusion), (Role.CITES, resolution)}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Kế hoạch này thay thế Kế hoạch số 7/KH-UBND ngày 03/02/2024 của UBND tỉnh.", Role.REPLACES),
        ("Kế hoạch này có hiệu lực từ ngày ký và bãi bỏ Kế hoạch số 7/KH-UBND ngày 03/02/2024.", Role.ABOLISHES),
        ("Bãi bỏ Kế hoạch số 7/KH-UBND ngày 03/02/2024 của UBND tỉnh.", Role.ABOLISHES),
        ("Sửa đổi, bổ sung một số nội dung của Kế hoạch số 7/KH-UBND ngày 03/02/2024.", Role.AMENDS),
        ("Sở Xây dựng không thay thế Kế hoạch số 7/KH-UBND ngày 03/02/2024.", Role.CITES),
        ("Tổ công tác thay thế Tổ thành lập theo Kế hoạch số 7/KH-UBND ngày 03/02/2024.", Role.CITES),
    ],
)
def test_changes_are_told_from_citations(words, role):
    graph = graph_of(a=plan(body=f"2. {words}"))
    assert roles(graph, "a.txt") == {(role, of(graph, "Kế hoạch 7/KH-UBND"))}


def test_change_between_two_documents_is_theirs():
    words = (
        "Nghị định số 10/2024/NĐ-CP ngày 05/5/2024 được sửa đổi, bổ sung bởi Nghị định số 20/2025/NĐ-CP ngày 06/6/2025"
    )
    graph = graph_of(a=plan(f"Căn cứ {words};"))
    later, earlier = of(graph, "Nghị định 20/2025"), of(graph, "Nghị định 10/2024")
    assert (Role.AMENDS, earlier) in roles(graph, later)
    assert (Role.AMENDS, earlier) not in roles(graph, "a.txt")


def test_letter_encloses_what_follows_it_in_its_file(corpus_documents, corpus_sources):
    graph = read_graph(corpus_documents, {name: source.text for name, source in corpus_sources.items()})
    letter = roles(graph, "cong-van-584-sinh-phinh.txt")
    assert {target for role, target in letter if role is Role.ENCLOSES} == {
        "ke-hoach-39-dien-bien.txt", "cong-van-584-sinh-phinh.txt#3",
    }  # fmt: skip
    assert (Role.CARRIES_OUT, "ke-hoach-39-dien-bien.txt") in letter


# --- Nodes -----------------------------------------------------------------------------------------


def test_nodes_tell_level_and_name():
    graph = graph_of(
        a=plan(
            "Thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị; Kế hoạch số 7-KH/ĐU ngày 02/3/2026 của Đảng ủy xã Tân Lập; Thông báo số 1-TB/BCĐ ngày 03/3/2026."
        )
    )
    tiers = {node.symbol: node.tier for node in graph.nodes}
    assert tiers == {
        "15/KH-UBND": Tier.PROVINCE,
        "06-NQ/TW": Tier.CENTRAL,
        "7-KH/ĐU": Tier.LOCAL,
        "1-TB/BCĐ": Tier.UNKNOWN,
    }
    named = {node.symbol: (node_name(node), node_reference(node)) for node in graph.nodes}
    assert named["06-NQ/TW"] == ("Nghị quyết số 06-NQ/TW", "Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị")


def test_graph_is_the_same_for_the_same_documents(corpus_documents, corpus_sources):
    texts = {name: source.text for name, source in corpus_sources.items()}
    assert read_graph(corpus_documents, texts) == read_graph(corpus_documents, texts)


def test_every_mention_is_a_slice_that_names_its_symbol(corpus_documents, corpus_sources):
    texts = {name: source.text for name, source in corpus_sources.items()}
    sources = {d.doc_id: d.source_id for d in corpus_documents}
    for mention in read_graph(corpus_documents, texts).mentions:
        said = texts[sources[mention.doc_id]][slice(*mention.span)]
        assert mention.reference.symbol.split("-")[0].split("/")[0].lstrip("0") in said
