"""Rules about cited documents: each on what is a fault, on what only looks like one, and on planted cases."""

import pytest

from build_checks import material
from test_references import plan
from tracuu.checks import Material, find_discrepancies
from tracuu.types import Facts, Severity

DAY = "ngày 24/01/2022"
CITED = f"Thực hiện Nghị quyết số 06-NQ/TW, {DAY} của Bộ Chính trị về quy hoạch đô thị."


def check(*texts, drafts=()):
    """What all rules but `reference_unknown` say of these files, named 1.txt, 2.txt …"""
    made = material(*texts)
    looked = Material(documents=made.documents, sources=made.sources, facts=Facts(), drafts=frozenset(drafts))
    return [d for d in find_discrepancies(looked) if d.rule != "reference_unknown"]


def kinds(found):
    return [(d.rule, d.severity) for d in found]


def quoted(found, texts):
    return [texts[int(place.doc_id[0]) - 1][slice(*place.span)] for place in found.places]


# --- Dates -----------------------------------------------------------------------------------------


def test_two_dates_of_one_document_are_told_with_both_places():
    texts = (
        plan(CITED),
        plan(body="2. Theo Nghị quyết số 06-NQ/TW ngày 24/02/2022 của Bộ Chính trị.", symbol="Số: 16/KH-UBND"),
    )
    (found,) = check(*texts)
    assert kinds([found]) == [("reference_date", Severity.ERROR)]
    assert found.values == ("24/02/2022", "24/01/2022")
    assert all(value in place for value, place in zip(found.values, quoted(found, texts), strict=True))


@pytest.mark.parametrize("said", ["ngày 24/1/2022", "ngày 24 tháng 01 năm 2022", "", "ngày 24.01.2022"])
def test_one_date_in_other_writing_is_one_date(said):
    assert check(plan(CITED, f"2. Theo Nghị quyết số 06-NQ/TW {said} của Bộ Chính trị.")) == []


def test_date_is_held_against_the_document_itself():
    texts = (
        plan(),
        plan(
            "Thực hiện Kế hoạch số 15/KH-UBND ngày 15/5/2026 của UBND tỉnh.",
            symbol="Số: 16/KH-UBND",
            day="20 tháng 5 năm 2026",
        ),
    )
    (found,) = check(*texts)
    assert found.values == ("15/5/2026", "ngày 12 tháng 5 năm 2026")
    assert [place.doc_id for place in found.places] == ["2.txt", "1.txt"]


def test_day_that_no_calendar_has_is_told():
    (found,) = check(plan("Thực hiện Nghị quyết số 06-NQ/TW ngày 31/02/2022 của Bộ Chính trị."))
    assert kinds([found]) == [("reference_date", Severity.ERROR)]
    assert found.values == ("31/02/2022",)


def test_same_number_of_another_year_or_province_is_no_fault():
    body = "2. Theo Kế hoạch số 7/KH-UBND ngày 12/4/2024 của UBND tỉnh.\n\n3. Theo Kế hoạch số 7/KH-UBND ngày 30/9/2025 của UBND tỉnh.\n\n4. Theo Kế hoạch số 7/KH-UBND ngày 13/4/2024 của UBND tỉnh Lai Châu."
    assert check(plan(body=body)) == []


# --- Issuers ---------------------------------------------------------------------------------------


def test_another_issuer_is_told():
    (found,) = check(plan(CITED, f"2. Theo Nghị quyết số 06-NQ/TW {DAY} của Ban Bí thư."))
    assert kinds([found]) == [("reference_issuer", Severity.WARNING)]
    assert set(found.values) == {"Bộ Chính trị", "Ban Bí thư"}


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", Severity.INFO),
        ("Ban Chấp hành Đảng bộ tỉnh", "Ban Thường vụ Tỉnh ủy", Severity.WARNING),
        ("Tỉnh ủy", "Tỉnh uỷ Sơn La", None),
        ("Ban Chấp hành Đảng bộ tỉnh", "Tỉnh ủy", None),
    ],
)
def test_committee_and_standing_committee_are_told_apart(one, other, severity):
    found = check(
        plan(
            body=f"2. Theo Kế hoạch số 39-KH/TU, ngày 13/3/2026 của {one}.\n\n3. Theo Kế hoạch số 39-KH/TU, ngày 13/3/2026 của {other}."
        )
    )
    assert [d.severity for d in found] == ([severity] if severity else [])


# --- Kinds -----------------------------------------------------------------------------------------


def test_kind_against_the_letters_is_told():
    texts = (plan(CITED, f"2. Theo Kế hoạch số 06-NQ/TW {DAY} của Bộ Chính trị."),)
    (found,) = check(*texts)
    assert kinds([found]) == [("reference_kind", Severity.ERROR)]
    assert quoted(found, texts)[0].startswith("Kế hoạch số 06-NQ/TW")


@pytest.mark.parametrize(
    "words",
    ["Quy định số 69-QĐ/TW", "Thông báo kết luận số 9-KL/TU", "Chương trình hành động số 5-CTr/TU", "Công văn số 12/SXD-QH", "Thông tri số 3-TT/TU"],
)  # fmt: skip
def test_kinds_that_letters_may_stand_for_are_no_fault(words):
    assert check(plan(body=f"2. Theo {words}.")) == []


# --- Subjects --------------------------------------------------------------------------------------


def test_two_subjects_are_told():
    (found,) = check(
        plan(CITED, f"2. Theo Nghị quyết số 06-NQ/TW {DAY} của Bộ Chính trị về phòng, chống lãng phí; báo cáo.")
    )
    assert kinds([found]) == [("reference_subject", Severity.WARNING)]
    assert found.values == ("phòng, chống lãng phí", "quy hoạch đô thị")


def test_other_period_is_another_subject():
    about = "về phát triển nhà ở giai đoạn"
    body = f"2. Theo Nghị quyết số 06-NQ/TW {DAY} {about} 2021 - 2025.\n\n3. Theo Nghị quyết số 06-NQ/TW {DAY} {about} 2026 - 2030."
    assert kinds(check(plan(body=body))) == [("reference_subject", Severity.WARNING)]


@pytest.mark.parametrize("tail", ["", " và nông thôn", " trên địa bàn tỉnh", ", Ủy ban nhân dân tỉnh yêu cầu các sở"])
def test_subject_begun_or_read_on_is_no_fault(tail):
    assert check(plan(CITED, f"2. Theo Nghị quyết số 06-NQ/TW {DAY} của Bộ Chính trị về quy hoạch đô thị{tail}.")) == []


# --- Later ones ------------------------------------------------------------------------------------


def test_document_that_is_dated_later_is_told():
    (found,) = check(plan("Thực hiện Nghị quyết số 06-NQ/TW ngày 13/5/2026 của Bộ Chính trị."))
    assert kinds([found]) == [("reference_future", Severity.ERROR)]
    assert found.values == ("13/5/2026", "ngày 12 tháng 5 năm 2026")


@pytest.mark.parametrize("day", ["12/5/2026", "11/5/2026"])
def test_document_of_the_same_day_or_before_is_no_fault(day):
    assert check(plan(f"Thực hiện Nghị quyết số 06-NQ/TW ngày {day} của Bộ Chính trị.")) == []


# --- Drafts, copies, unknown ones ------------------------------------------------------------------


def test_only_what_concerns_a_draft_is_told():
    wrong = "2. Theo Nghị quyết số 06-NQ/TW ngày 24/02/2022 của Bộ Chính trị."
    texts = plan(CITED), plan(body=wrong, symbol="Số: 16/KH-UBND"), plan(CITED, symbol="Số: 17/KH-UBND")
    assert [d.places[0].doc_id for d in check(*texts, drafts=["2.txt"])] == ["2.txt"]
    assert check(*texts, drafts=["3.txt"]) == check(*texts[:1], *texts[2:])


def test_copies_are_told_once():
    wrong = plan(CITED, "2. Theo Nghị quyết số 06-NQ/TW ngày 24/02/2022 của Bộ Chính trị.")
    assert len(check(wrong, wrong)) == 1


def test_documents_not_held_are_told_once_the_most_cited_first():
    body = "2. Theo Kết luận số 9-KL/TW ngày 02/02/2025.\n\n3. Theo Kế hoạch này."
    case = material(plan(CITED + " Bám sát Nghị quyết số 06-NQ/TW.", body))
    found = [d for d in find_discrepancies(case) if d.rule == "reference_unknown"]
    assert [d.severity for d in found] == [Severity.INFO, Severity.INFO]
    assert "06-NQ/TW" in found[0].message
    assert "2 lần" in found[0].message


def test_corpus_has_what_was_found_by_reading_it(corpus_documents, corpus_sources):
    looked = Material(documents=corpus_documents, sources=corpus_sources, facts=Facts())
    told = [
        (d.rule, d.severity, d.message.split(" được")[0].split(" có nơi")[0])
        for d in find_discrepancies(looked)
        if d.rule.startswith("reference") and d.severity is not Severity.INFO
    ]
    assert told == [
        ("reference_issuer", Severity.WARNING, "Kế hoạch 50-KH/TU"),
        ("reference_subject", Severity.WARNING, "Nghị quyết 20-NQ/TU"),
    ]


def test_the_label_of_an_item_is_no_number():
    body = "I- NHIỆM VỤ\n\n1- UBND xã tổng hợp, báo cáo.\n\n2- MTTQ xã giám sát."
    unknown = [d for d in find_discrepancies(material(plan("", body))) if d.rule == "reference_unknown"]
    assert unknown == []


# --- Years in numbers --------------------------------------------------------------------------------

DECREE = "Căn cứ Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ quy định chi tiết Luật Đê điều;"


def test_a_day_of_another_year_than_the_number_is_told():
    (found,) = check(plan("Căn cứ Nghị định số 66/2021/NĐ-CP ngày 06/7/2020 của Chính phủ về phòng, chống thiên tai;"))
    assert kinds([found]) == [("reference_date", Severity.ERROR)]
    assert found.values == ("06/7/2020", "2021")
    assert check(plan(DECREE)) == []


def test_a_number_said_again_with_another_year_is_told():
    texts = (plan(DECREE, "2. Thành lập đội xung kích theo Nghị định số 66/2022/NĐ-CP."),)
    (found,) = check(*texts)
    assert kinds([found]) == [("reference_date", Severity.WARNING)]
    assert quoted(found, texts)[0] == "Nghị định số 66/2022/NĐ-CP"


@pytest.mark.parametrize(
    "body",
    [
        "2. Theo Nghị định số 66/2022/NĐ-CP ngày 20/9/2022 của Chính phủ về cải cách thủ tục.",
        "2. Theo Thông tư số 66/2022/TT-BTC.",
        "2. Theo Nghị định số 67/2022/NĐ-CP.",
        "2. Theo Nghị định số 66/2021/NĐ-CP.",
    ],
)
def test_another_paper_of_another_year_is_none(body):
    assert check(plan(DECREE, body)) == []


# --- Subjects that begin alike -----------------------------------------------------------------------


def test_titles_that_only_open_alike_are_two_subjects():
    first = (
        "Thực hiện Kế hoạch số 61/KH-UBND ngày 12/02/2026 của UBND tỉnh về phát triển nuôi tôm siêu thâm canh năm 2026."
    )
    second = "2. Theo Kế hoạch số 61/KH-UBND ngày 12/02/2026 của UBND tỉnh về phát triển nuôi cá lồng bè năm 2026."
    assert kinds(check(plan(first, second))) == [("reference_subject", Severity.WARNING)]


def test_the_clause_behind_a_title_is_none_of_it():
    first = "Thực hiện Kết luận số 30-KL/TW, ngày 05/01/2026 của Ban Bí thư về phát triển du lịch cộng đồng."
    second = (
        "2. Kết luận số 30-KL/TW, ngày 05/01/2026 của Ban Bí thư về phát triển du lịch cộng đồng, công tác đón khách"
        " đã đạt nhiều kết quả."
    )
    assert check(plan(first, second)) == []


@pytest.mark.parametrize(
    "clause",
    [
        "phát triển du lịch cộng đồng, tỉnh đã đón 2,1 triệu lượt khách",
        "phát triển du lịch cộng đồng, năm 2025 toàn tỉnh đón 2,1 triệu lượt khách",
        "phát triển du lịch, bảo đảm phù hợp với thực tế",
        "phát triển du lịch đến cán bộ, đảng viên và Nhân dân",
        "phát triển du lịch cộng đồng và phương hướng thời gian tới",
    ],
)
def test_what_the_sentence_says_behind_a_title_is_none_of_it(clause):
    whole = "Thực hiện Kết luận số 30-KL/TW, ngày 05/01/2026 của Ban Bí thư về phát triển du lịch cộng đồng bền vững."
    assert check(plan(whole, f"2. Kết luận số 30-KL/TW, ngày 05/01/2026 của Ban Bí thư về {clause}.")) == []


LAND_AND_SEA = [
    ("phát triển kinh tế lâm nghiệp bền vững", "phát triển kinh tế biển"),
    ("phát triển du lịch", "phát triển nông nghiệp"),
    ("chuyển đổi số", "chuyển đổi xanh"),
]
ONE_AND_THE_SAME = [
    ("cải cách thủ tục hành chính", "cải cách TTHC"),
    ("phát triển kinh tế số", "phát triển kinh tế s0"),
    ("phát triển du lịch năm 2026", "phát triển du lịch cộng đồng"),
    ("phát triển du lịch trong tình hình mới", "phát triển du lịch cộng đồng"),
    ("xây dựng Đảng trong sạch", "tăng cường công tác xây dựng Đảng trong sạch"),
    (
        "thực hiện Nghị quyết số 70-NQ/TW của Bộ Chính trị nhiệm kỳ này về bảo đảm an ninh năng lượng quốc gia đến năm 2030",
        "bảo đảm an ninh năng lượng",
    ),
]


@pytest.mark.parametrize(("one", "other"), LAND_AND_SEA)
def test_short_titles_that_share_no_word_are_two_subjects_of_one_day(one, other):
    said = "Thực hiện Nghị quyết số 12-NQ/TU{} của Tỉnh ủy về {}."
    day = ", ngày 20/11/2025"
    assert kinds(check(plan(said.format(day, one), "2. " + said.format(day, other)))) == [
        ("reference_subject", Severity.WARNING)
    ]
    assert check(plan(said.format(day, one), "2. " + said.format("", other))) == []


@pytest.mark.parametrize(("one", "other"), ONE_AND_THE_SAME)
def test_a_title_in_short_or_misread_is_one_subject(one, other):
    said = "Thực hiện Nghị quyết số 12-NQ/TU, ngày 20/11/2025 của Tỉnh ủy về {}."
    assert check(plan(said.format(one), "2. " + said.format(other))) == []


def test_words_of_the_clause_far_behind_a_title_do_not_make_it_another_title():
    one = "2. Kế hoạch số 23/KH-UBND ngày 15/11/2025 của UBND tỉnh về quản lý, bảo vệ rừng và phát triển lâm nghiệp bền"
    other = "3. Kế hoạch số 23/KH-UBND ngày 15/11/2025 của UBND tỉnh về phát triển kinh tế tập thể, hợp tác xã."
    body = f"{one} vững, bảo đảm phù hợp với thực tế.\n\n{other}"
    assert kinds(check(plan(body=body))) == [("reference_subject", Severity.WARNING)]
