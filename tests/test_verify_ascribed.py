"""Whose words a draft says they are, marks of every shape, and what bounds the check of a draft."""

import re

import pytest

from build_directives import directive
from build_quotables import known_documents, quote_index
from tracuu.errors import StoppedError
from tracuu.quotes import drafts
from tracuu.quotes.drafts import check_draft, find_quotations, judge
from tracuu.quotes.remarks import draft_notes, quotation_remark

INDEX = quote_index()
KNOWN = known_documents(INDEX)
OF_STATE = "diện tích sàn nhà ở bình quân đạt 28 m²/người"
OF_PARTY = "Nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức đảng ở các xã, phường"


def check(text, **options):
    return check_draft(text, INDEX, KNOWN, **options)


def test_what_is_reported_of_a_document_is_held_against_that_document():
    (match,) = check("Theo Kế hoạch số 21-KH/TU thì đến năm 2030, tỷ lệ đô thị hóa đạt 34%.").quotations
    assert (match.citation.document, match.verdict.value) == ("21-KH/TU", "altered")
    assert [(d.yours, d.source) for d in match.differences if d.marked] == [("34%", "32%")]


def test_what_is_reported_stands_elsewhere_only_word_for_word():
    (match,) = check(f"Theo Kế hoạch số 21-KH/TU, {OF_STATE}.").quotations
    assert (match.citation.document, match.verdict.value) == ("15/KH-UBND", "exact")
    assert [d.field.value for d in match.cited_differences] != []
    (match,) = check("Theo Kế hoạch số 21-KH/TU, các hộ dân không được lấn chiếm đất rừng.").quotations
    assert (match.citation, match.verdict.value) == (None, "not_found")


def test_a_quotation_under_a_document_that_is_not_held_says_where_it_stands():
    (match,) = check(f"“{OF_STATE}” (Thông báo số 130/TB-VPCP).").quotations
    assert (match.verdict.value, [n.kind.value for n in match.notes]) == ("exact", ["elsewhere"])
    assert "15/KH-UBND" in quotation_remark(match)


@pytest.mark.parametrize(
    ("lead", "fields"),
    [
        ("UBND tỉnh Lai Châu nêu", ["issuer"]),
        ("Ban Thường vụ Tỉnh ủy yêu cầu:", ["issuer"]),
        ("UBND tỉnh nêu rõ:", []),
        ("Ủy ban nhân dân tỉnh Sơn La đã chỉ đạo:", []),
        ("Nội dung yêu cầu:", []),
        ("Đơn vị yêu cầu:", []),
        ("Đảng chỉ rõ:", []),
    ],
)
def test_a_body_that_leads_a_quotation_in_is_compared(lead, fields):
    (match,) = check(f"{lead} “{OF_STATE}”.").quotations
    assert [d.field.value for d in match.cited_differences] == fields


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Nêu ''một hai ba bốn'' và", ["một hai ba bốn"]),
        ("Nêu ”một hai ba bốn” và", ["một hai ba bốn"]),
        ("Nêu „một hai ba bốn” và „năm sáu bảy tám“.", ["một hai ba bốn", "năm sáu bảy tám"]),
        ("Nêu «một hai ba bốn».", ["một hai ba bốn"]),
        ("Nêu “một hai ba bốn“.", ["một hai ba bốn"]),
        ('Nêu “một hai ba bốn".', ["một hai ba bốn"]),
        ("‘‘một hai ba bốn’’ của dân tộc H’Mông", ["một hai ba bốn"]),
        ("“một hai ba bốn và\nkhác “năm sáu bảy tám” nữa", ["một hai ba bốn và", "năm sáu bảy tám"]),
        ('ống 5" dài và ống 6" dài hơn nữa', []),
    ],
)
def test_marks_of_every_shape_are_paired(text, quoted):
    assert [text[slice(*span)] for span in find_quotations(text)] == quoted


def test_a_mark_that_is_never_closed_is_told():
    (match,) = check(f"Kế hoạch nêu: “{OF_PARTY}. Các đơn vị thực hiện nghiêm.").quotations
    assert (match.verdict.value, match.text) == ("exact", OF_PARTY)
    assert [n.kind.value for n in match.notes] == ["unclosed"]


def test_sentences_outside_marks_are_counted_as_not_checked():
    checked = check(f"“{OF_STATE}”. Sở Xây dựng chủ trì rà soát quy hoạch trong quý III. Xin báo cáo.")
    assert checked.unquoted == 1
    assert draft_notes(checked)[0].startswith("1 câu ngoài ngoặc kép")


@pytest.mark.parametrize(
    ("said", "differing"),
    [
        ("Sơn La vừa hoàn thành sớm quy hoạch chung của 45 xã, phường trong đợt đầu", [("45", "41")]),
        ("Sơn La vừa hoàn thành sớm quy hoạch chi tiết tại 45 khu, cụm trong đợt đầu", None),
    ],
)
def test_a_figure_in_a_plain_sentence_is_told_where_its_words_stand_in_the_document(said, differing):
    body = "I. NHIỆM VỤ\n\n1. Trong năm 2026, phê duyệt đồ án quy hoạch chung của 41 xã, phường để làm căn cứ đầu tư."
    index = quote_index({"a.txt": directive(subject="Phát triển đô thị", body=body)})
    (match,) = check_draft(f"{said} theo Kế hoạch số 15/KH-UBND.", index, known_documents(index)).quotations
    assert ([(d.yours, d.source) for d in match.differences] or None) == differing


def test_a_repeated_statement_is_looked_up_once(monkeypatch):
    seen = []
    grade = INDEX.grade
    monkeypatch.setattr(INDEX, "grade", lambda text, **options: (seen.append(text), grade(text, **options))[1])
    checked = check(f"Theo Kế hoạch số 15/KH-UBND, {OF_STATE}. " * 50)
    assert (len(checked.quotations), len(set(seen))) == (50, len(seen))


def test_more_texts_than_are_looked_up_are_counted(monkeypatch):
    monkeypatch.setattr(drafts, "LOOKED_UP", 3)
    checked = check(" ".join(f"“đạt {n} m²/người đô thị”" for n in range(10)))
    assert (len(checked.quotations), checked.skipped) == (3, 7)
    assert "7" in draft_notes(checked)[-1]


def test_a_check_can_be_stopped():
    asked = []

    def should_stop():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(StoppedError):
        check(" ".join(f"“đạt {n} m²/người đô thị”" for n in range(10)), should_stop=should_stop)


# --- A text that leads to what it quotes ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "judged", "verdict"),
    [
        (f"Kế hoạch số 15/KH-UBND đặt mục tiêu “{OF_STATE}”", OF_STATE, "exact"),
        (f"Báo cáo viên nêu: “{OF_STATE.replace('28', '29')}”.", OF_STATE.replace("28", "29"), "altered"),
        (
            f"Kế hoạch số 15/KH-UBND: “{OF_STATE}”, “{OF_PARTY.replace('phường', 'thôn bản')}”",
            OF_PARTY.replace("phường", "thôn bản"),
            "altered",
        ),
    ],
)
def test_a_text_that_only_leads_to_a_quotation_is_judged_by_it(text, judged, verdict):
    match = judge(text, INDEX, KNOWN)
    assert (match.text, match.verdict.value, text[match.start : match.end]) == (judged, verdict, judged)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (OF_STATE, "exact"),
        (f"“{OF_STATE}”", "exact"),
        (OF_STATE.replace("nhà ở bình quân", "“nhà ở bình quân”").replace("28", "82"), "altered"),
        (
            "Không nâng" + OF_PARTY[4:].replace("sức chiến đấu của tổ chức đảng", "“sức chiến đấu của tổ chức đảng”"),
            "altered",
        ),
        (f"Sở Ngoại vụ bác bỏ “{OF_PARTY}”", "altered"),  # who says so stands nowhere
        (f"Kế hoạch số 15/KH-UBND về năng lực lãnh đạo, sức chiến đấu của tổ chức: “{OF_PARTY}”", "not_found"),
    ],
)
def test_a_text_that_is_the_quotation_is_judged_whole(text, verdict):
    match = judge(text, INDEX, KNOWN)
    assert (match.text, match.verdict.value) == (text, verdict)


def test_no_word_changed_beside_words_in_quotation_marks_hides_behind_them(library):
    quoting = [p for p in library.index.passages if re.search(r"[“\"][^”\"]{15,}[”\"]", p.text) and len(p.text) < 3_000]
    assert len(quoting) >= 4
    for passage in quoting:
        opening = re.search(r"[“\"]", passage.text).start()
        for changed in (f"Không {passage.text}", f"Sở Ngoại vụ {passage.text[max(0, opening - 12) :]}"):
            match = library.verify(changed)
            assert match.verdict.value != "exact" or match.text == changed, changed
