import dataclasses
import unicodedata
from datetime import date

import pytest

from questions_by_intent import questions
from tracuu.queries import (
    DocumentNames,
    MarkModel,
    content_terms,
    expand,
    find_intent,
    find_provinces,
    provinces,
    short_terms,
    successor,
    topic_terms,
    understand,
)
from tracuu.queries.abbreviations import letters_left
from tracuu.queries.askings import ASKINGS
from tracuu.queries.bodies import find_agencies, find_units
from tracuu.queries.subjects import tasks_subject
from tracuu.queries.years import find_periods, find_years
from tracuu.text import syllables
from tracuu.types import Document, Header, Intent, Query, Reference, Span, Stated

TEXTS = [
    "Sở Xây dựng chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ, phối hợp với Sở Tài chính, công an tỉnh.",
    "Kế hoạch của Ban Thường vụ Tỉnh ủy: hoàn thành nhà ở xã hội trước năm 2030. Kế hoạch số 39-KH/TU.",
    "Tỷ lệ đô thị hóa của tỉnh Lai Châu đến năm 2030 đạt 32%. Hướng dẫn tuyên truyền. Công văn gửi xã Sính Phình.",
]


def stated(value):
    return None if value is None else Stated(value=value)


def document(
    doc_id="a.txt", symbol=None, kind=None, province=None, issued_on=None, cites=(), copy_of=None, issuer=None
):
    header = Header(
        symbol=stated(symbol), kind=stated(kind), province=stated(province), issued_on=stated(issued_on),
        issuer=stated(issuer),
    )  # fmt: skip
    references = tuple(Reference(span=Span(0, 1), symbol=symbol) for symbol in cites)
    return Document(
        doc_id=doc_id,
        source_id=doc_id.split("#")[0],
        span=Span(0, 1),
        header=header,
        parts=(),
        outline=(),
        references=references,
        copy_of=copy_of,
    )


def documents():
    return [
        document("cv.txt", "584-CV/ĐU", "Công văn", "Điện Biên", cites=("39-KH/TU", "06-NQ/TW", "224-KL/TW")),
        document("cv.txt#2", "39-KH/TU", "Kế hoạch", "Điện Biên", copy_of="kh.txt", cites=("50-KH/TU",)),
        document("cv.txt#3", "81-HD/BTGDVTU", "Hướng dẫn", "Điện Biên"),
        document("kh.txt", "39-KH/TU", "Kế hoạch", "Điện Biên"),
        document("ht.txt", None, "Chương trình hành động", "Hà Tĩnh"),
        document("lc.txt", "2233/KH-UBND", "Kế hoạch", "Lai Châu", cites=("130/TB-VPCP",)),
    ]


@pytest.fixture(scope="module")
def names():
    return DocumentNames.of(documents())


@pytest.fixture(scope="module")
def marks():
    return MarkModel.learn(TEXTS, ["giải phóng", "mặt bằng", "bao nhiêu", "chủ trì"])


# --- Abbreviations -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ubnd xã", "Ủy ban nhân dân xã"),
        ("UBND xã, HĐND tỉnh", "Ủy ban nhân dân xã, Hội đồng nhân dân tỉnh"),
        ("hdnd, hđnd", "Hội đồng nhân dân, Hội đồng nhân dân"),
        ("SXD", "Sở Xây dựng"),
        ("so xd", "Sở Xây dựng"),
        ("Sở KHCN", "Sở Khoa học và Công nghệ"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
        ("sở gd & đt", "Sở Giáo dục và Đào tạo"),
        ("Sở NN&MT và STNMT", "Sở Nông nghiệp và Môi trường và Sở Tài nguyên và Môi trường"),
        ("Sở DTTG", "Sở Dân tộc và Tôn giáo"),
        ("BTV TU", "Ban Thường vụ Tỉnh ủy"),
        ("BCHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("CA tỉnh", "Công an tỉnh"),
        ("ca tỉnh", "Công an tỉnh"),
        ("QH đô thị ĐBP", "quy hoạch đô thị Điện Biên Phủ"),
        ("noxh, gpmb, nsnn", "nhà ở xã hội, giải phóng mặt bằng, ngân sách nhà nước"),
        ("kh39", "kế hoạch 39"),
        ("KH số 39-KH/TU", "kế hoạch số 39-KH/TU"),
        ("CT 05", "chỉ thị 05"),
        ("CT UBND", "Chủ tịch Ủy ban nhân dân"),
        ("TP. Huế, TPHCM", "thành phố Huế, thành phố Hồ Chí Minh"),
        ("do đ/c nào ký", "do đồng chí nào ký"),
        ("NV KT, GS; có những NV gì", "NV kiểm tra, giám sát; có những nhiệm vụ gì"),
        ("PL KH39 ghi ai PH", "phụ lục kế hoạch 39 ghi ai phối hợp"),
        ("8 hec ta, 8 hecta", "8 ha, 8 ha"),
    ],
)
def test_abbreviations_are_written_out(typed, meant):
    assert expand(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("39-KH/TU", "584 -CV/ĐU", "2233/KH-UBND", "30/2020/NĐ-CP", "59/2020/QH14", "111/2025/UBTVQH15"),
        *(
            "quả bóng đc",
            "PH huynh",
            "cả tỉnh",
            "trên ca tinh",
            "tư vấn tu sửa",
            "ct",
            "hợp đồng hd",
            "đa dạng",
            "TTXVN",
            "xd14",
        ),
    ],
)
def test_what_is_no_clear_abbreviation_stays(text):
    assert expand(text) == text


def test_short_forms_are_offered_as_terms():
    assert short_terms("UBND xã theo kh39") == ["ubnd", "kh"]


# --- Places ------------------------------------------------------------------------------------


def test_the_list_holds_old_and_new_provinces():
    assert len(provinces()) == 63
    assert len({p.name for p in provinces() if p.merged_into is None}) == 34
    assert (successor("Yên Bái"), successor("Lai Châu")) == ("Lào Cai", "Lai Châu")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("tỉnh Lai Châu và Hà Tĩnh", ["Lai Châu", "Hà Tĩnh"]),
        ("o dien bien", ["Điện Biên"]),
        ("đô thị Điện Biên Phủ", ["Điện Biên"]),
        ("BÀ RỊA - VŨNG TÀU", ["Bà Rịa - Vũng Tàu"]),
        ("thành phố Huế, TP HCM", ["Huế", "Hồ Chí Minh"]),
        ("tỉnh Hoà Bình", ["Hòa Bình"]),
        ("sống trong hòa bình", []),
        ("Việt Nam định hướng", []),
        ("viet nam dinh huong", []),
        ("tư tưởng Hồ Chí Minh", []),
        ("hạ tình", []),
    ],
)
def test_provinces_named(text, named):
    assert [place.name for place in find_provinces(text)] == named


def test_a_province_is_found_where_it_stands():
    text = "ở tỉnh Lai Châu"
    (place,) = find_provinces(text)
    assert text[place.span.start : place.span.end] == "Lai Châu"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Tại xã Ia O và phường Hoa Lư", ("Ia O", "Hoa Lư")),
        ("TP. Vinh có gì", ("Vinh",)),
        ("phường Nam Định ở đâu", ("Nam Định",)),
        ("các phường Lâm Đồng phải làm gì", ()),
        ("5 xã Đồng Nai làm gì", ()),
        ("xã, phường nào", ()),
        ("tại xã ia o", ()),
        ("TẠI XÃ IA O", ()),
    ],
)
def test_communes_are_named_with_capitals_and_are_no_provinces(text, units):
    assert find_units(text) == units


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("sở nào cùng Sở y tế và Bộ Xây dựng", ["Sở y tế", "Bộ Xây dựng"]),
        ("Công ty Bình Minh làm gì", ["Công ty Bình Minh"]),
        ("có Trường Đại học nào tham gia", []),
        ("Bộ phận một cửa, Ban Chỉ đạo tỉnh, Ban nào", []),
        pytest.param(
            "Trường Đại học Tây Nguyên và Hội Nông dân tỉnh",
            ["Trường Đại học Tây Nguyên", "Hội Nông dân"],
            marks=pytest.mark.xfail(
                strict=True, reason="a name ends at its first small letter: 'Trường Đại', 'Hội Nông'"
            ),
        ),
    ],
)
def test_agencies_are_named_as_far_as_they_go(text, agencies):
    assert [text[slice(*span)] for span in find_agencies(text)] == agencies


# --- Documents ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "doc_ids"),
    [
        ("KH 39 giao ai", ("kh.txt",)),
        ("kế hoạch 39", ("kh.txt",)),
        ("ke hoach so 039", ("kh.txt",)),
        ("kh39", ("kh.txt",)),
        ("kế hoạch số 39-kh/tu là gì", ("kh.txt",)),
        ("39 - KH / TU", ("kh.txt",)),
        ("39-KH", ("kh.txt",)),
        ("39 giao ai", ("kh.txt",)),
        ("văn bản 39", ("kh.txt",)),
        ("cv 584", ("cv.txt",)),
        ("Số 584 -CV/ÐU", ("cv.txt",)),
        ("584 nói gì", ("cv.txt",)),
        ("huong dan 81", ("cv.txt#3",)),
        ("2233", ("lc.txt",)),
        ("kế hoạch 2233/KH-UBND", ("lc.txt",)),
        ("kế hoạch 39 và công văn 584", ("kh.txt", "cv.txt")),
        ("kế hoạch năm 2026", ()),
        ("kế hoạch 5 năm", ()),
        ("39 dự án", ()),
        ("đạt 39%", ()),
        ("2233 căn nhà", ()),
        ("STT 39", ()),
        ("ngày 13/3/2026", ()),
    ],
)
def test_documents_named(names, text, doc_ids):
    named = names.resolve(text)
    assert named.doc_ids == doc_ids
    assert named.unknown_symbols == ()


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("39-KH/TW nói gì", ("39-KH/TW",)),
        ("nghị quyết 57-nq/tw", ("57-NQ/TW",)),
        ("Luật 59/2020/QH14", ("59/2020/QH14",)),
        ("kế hoạch 41", ("Kế hoạch số 41",)),
        ("công văn 39", ("Công văn số 39",)),
        ("Nghị quyết 06-NQ/TW", ()),
        ("nghị quyết 06", ()),
        ("kết luận số 224-KL/TW", ()),
        ("kế hoạch 50", ()),
        ("2026 - đô thị", ()),
        ("giai đoạn 2026-2030", ()),
    ],
)
def test_documents_named_that_nobody_has(names, text, unknown):
    named = names.resolve(text)
    assert named.unknown_symbols == unknown
    assert named.doc_ids == ()


def test_one_number_for_two_documents_resolves_to_nothing_until_something_tells_them_apart():
    twins = DocumentNames.of(
        [
            document("a.txt", "39-KH/TU", "Kế hoạch", "Điện Biên", date(2026, 3, 13)),
            document("b.txt", "39/KH-UBND", "Kế hoạch", "Lai Châu", date(2025, 1, 2)),
        ]
    )
    assert twins.resolve("kế hoạch 39").doc_ids == ()
    assert twins.resolve("kế hoạch 39").ambiguous == ("a.txt", "b.txt")
    assert twins.resolve("kế hoạch 39/KH-UBND").doc_ids == ("b.txt",)
    assert twins.resolve("kế hoạch 39", provinces=("Lai Châu",)).doc_ids == ("b.txt",)
    assert twins.resolve("kế hoạch 39", years=(2026,)).doc_ids == ("a.txt",)


def test_the_commune_tells_documents_of_one_number_apart_however_it_is_typed():
    twins = DocumentNames.of(
        [
            document("a.txt", "39/CTr-UBND", "Chương trình", "Lâm Đồng", issuer="Ủy ban nhân dân tỉnh Lâm Đồng"),
            document("b.txt", "39/CTr-UBND", "Chương trình", None, issuer="Ủy ban nhân dân xã Hoa Quân"),
            document("c.txt", "39/CTr-UBND", "Chương trình", None, issuer="Ủy ban nhân dân xã Hoa Lư"),
        ]
    )
    assert twins.resolve("chuong trinh 39/ctr-ubnd cua ubnd xa hoa quan do ai ky").doc_ids == ("b.txt",)
    assert twins.resolve("Chương trình 39/CTr-UBND của UBND xã Hoa Lư do ai ký").doc_ids == ("c.txt",)
    assert len(twins.resolve("Chương trình 39/CTr-UBND của UBND xã Hoa").ambiguous) == 3


YEARLY = [
    document("a.txt", "15/KH-UBND", "Kế hoạch", "Lạng Sơn", date(2025, 2, 3)),
    document("b.txt", "31/KH-UBND", "Kế hoạch", "Lạng Sơn", date(2026, 1, 20)),
    document("c.txt", "44/KH-UBND", "Kế hoạch", "Cao Bằng", date(2026, 2, 11)),
    document("d.txt", "09/CT-UBND", "Chỉ thị", "Cao Bằng", date(2026, 3, 1)),
]


@pytest.mark.parametrize(
    ("text", "provinces", "doc_ids"),
    [
        ("theo kế hoạch năm 2025 ai chủ trì", (), ("a.txt",)),
        ("theo ke hoach 2025 ai chu tri", (), ("a.txt",)),
        ("Chỉ thị năm 2026 giao ai", (), ("d.txt",)),
        ("trong kế hoạch năm 2026 của Lạng Sơn", ("Lạng Sơn",), ("b.txt",)),
        ("theo kế hoạch năm 2026 ai chủ trì", (), ()),  # two of them
        ("theo kế hoạch năm 2026 của Hà Giang", ("Hà Giang",), ()),
        ("theo kế hoạch năm 2027 ai chủ trì", (), ()),
        ("ai ban hành kế hoạch năm 2025", (), ()),  # a plan that is yet to be made
        ("theo kế hoạch 2025 - 2030", (), ()),
        ("theo văn bản năm 2025", (), ()),
        ("theo chỉ thị năm 2025", (), ()),
        ("KH Cao Bằng 2026: chỉ tiêu rừng?", ("Cao Bằng",), ("c.txt",)),
        ("KH NQ 06 của tỉnh Cao Bằng năm 2026 giao ai", ("Cao Bằng",), ("c.txt",)),
        ("ban hành KH Cao Bằng 2026", ("Cao Bằng",), ()),
        ("KH Cao Bằng 2026 - 2030", ("Cao Bằng",), ()),
        ("theo chỉ thị 9 đơn vị nào lo", (), ("d.txt",)),
        ("theo kế hoạch 31 đơn vị phải làm gì", (), ()),  # so many of them
    ],
)
def test_a_kind_and_a_year_name_the_one_document_that_fits(text, provinces, doc_ids):
    assert DocumentNames.of(YEARLY).resolve(text, provinces=provinces).doc_ids == doc_ids


def test_the_year_that_names_a_document_is_named_with_it():
    text = "theo kế hoạch năm 2025, đến năm 2030 đạt bao nhiêu"
    assert find_years(text, DocumentNames.of(YEARLY).resolve(text).spans) == (2030,)


def test_mentions_have_their_spans(names):
    text = "Theo kế hoạch 39 và 06-NQ/TW"
    spans = names.resolve(text).spans
    assert [text[span.start : span.end] for span in spans] == ["kế hoạch 39", "06-NQ/TW"]


def test_without_documents_nothing_is_named():
    assert DocumentNames.of([]).resolve("39").spans == ()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("đến năm 2030, tầm nhìn 2045", (2030, 2045)),
        ("giai đoạn 2026-2030", (2026, 2030)),
        ("ngày 13/3/2026", (2026,)),
        ("2030 căn nhà", ()),
        ("1.500 và 2.030", ()),
        ("năm 2025 toàn tỉnh", (2025,)),
    ],
)
def test_years_named(text, years):
    assert find_years(text) == years


def test_the_year_of_a_symbol_is_no_year_named(names):
    text = "Nghị định 30/2020/NĐ-CP"
    assert find_years(text, names.resolve(text).spans) == ()


# --- Intent ------------------------------------------------------------------------------------


@pytest.mark.parametrize("asking", ASKINGS, ids=lambda asking: asking.example)
def test_each_way_of_asking_is_seen_and_its_near_miss_is_not(asking):
    assert find_intent(asking.example) is asking.intent
    assert find_intent(asking.near_miss) is not asking.intent
    assert find_intent(asking.example.upper()) is asking.intent


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Ai chịu trách nhiệm giải phóng mặt bằng?", Intent.LEAD),
        ("Quy hoạch chung do cơ quan nào lập?", Intent.LEAD),
        ("Cơ quan chủ trì nhiệm vụ chuyển đổi số là gì?", Intent.LEAD),
        ("Sở Khoa học và Công nghệ phối hợp với ai?", Intent.COORDINATING),
        ("Đơn vị nào giám sát việc thực hiện?", Intent.SUPERVISING),
        ("Bao giờ hoàn thành nhà ở xã hội?", Intent.DEADLINE),
        ("Thời hạn rà soát quy hoạch phân khu?", Intent.DEADLINE),
        ("Đến năm 2030 có mấy đô thị thông minh?", Intent.FIGURE),
        ("Ai là người ký kế hoạch 39?", Intent.SIGNATORY),
        ("Công văn 584 ra ngày nào?", Intent.ISSUED_ON),
        ("Kế hoạch 39 do ai ban hành?", Intent.ISSUER),
        ("Nơi nhận của hướng dẫn 81?", Intent.RECIPIENTS),
        ("Số ký hiệu của văn bản này?", Intent.SYMBOL),
        ("Giải pháp phát triển đô thị xanh là gì?", Intent.FREE),
        ("Vì sao phải rà soát quy hoạch?", Intent.FREE),
        # Where the body is stands before what it does; a place may be asked for with "nào" too.
        ("Đơn vị nào ở Cô Tô vận hành các điểm đổi chai nhựa?", Intent.LEAD),
        ("Sở nào ở Huế có nhiều dự án chậm?", Intent.FREE),
        ("Ngành nào ở Gia Lai đưa dữ liệu chậm thì bị sao?", Intent.FREE),
        ("Đô thị này sẽ kết nối với thành phố nào của tỉnh bạn?", Intent.FREE),
        ("Đô thị này gồm những phường, xã nào và phấn đấu đạt loại mấy?", Intent.FREE),
        ("Việc đóng cửa bãi rác nằm ở phần, mục nào của chương trình?", Intent.WHERE),
        ("Thông báo xóa lối đi tự mở gửi báo cáo bộ, ủy ban nào?", Intent.RECIPIENTS),
        ("Kế hoạch 2233 của Lai Châu gửi để báo cáo những nơi nào?", Intent.RECIPIENTS),
        ("Những ban nào của Trung ương được gửi chương trình hành động?", Intent.RECIPIENTS),
        ("Sở Nông nghiệp báo cáo vào thứ mấy?", Intent.DEADLINE),
        ("Con thứ mấy thì bị xử lý?", Intent.FIGURE),
        # Of several sentences the last says it.
        ("Mỗi xã được bao nhiêu đất phải chốt ngay. Đơn vị nào đứng ra tham mưu việc đó?", Intent.LEAD),
        # "Mấy" may be said of several things, and counts none.
        ("Mấy ngôi trường đã khởi công từ năm ngoái, ai đôn đốc chủ đầu tư?", Intent.SUPERVISING),
        ("Mấy xã được hỗ trợ gạo?", Intent.FIGURE),
        ("Đơn vị nào chủ trì khắc phục, nếu chậm thì báo cáo ai?", Intent.LEAD),
    ],
)
def test_intents(question, intent):
    assert find_intent(question) is intent


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Ai nuôi cá lồng?", Intent.LEAD),
        ("Đơn vị nào trong tỉnh được khen?", Intent.FREE),
        ("Ai cùng Sở Y tế chống dịch?", Intent.COORDINATING),
        ("Ai cung cấp bản tin dự báo độ mặn?", Intent.LEAD),
        ("Ai trồng rừng phòng hộ?", Intent.LEAD),
        ("Chợ đầu mối do đơn vị nào phối hợp quản lý?", Intent.COORDINATING),
        ("Đóng cống ngăn triều giao công ty nào?", Intent.LEAD),
        ("Sở Giao thông vận tải chủ trì những nhiệm vụ nào?", Intent.TASKS),
        ("Khu tái định cư chừng nào có nước máy?", Intent.DEADLINE),
        ("Công văn 584 ký ngày nào?", Intent.ISSUED_ON),
        ("Ai hưởng trợ cấp thôi việc?", Intent.FREE),
        ("Ai hướng dẫn lập hồ sơ?", Intent.LEAD),
        ("Hội nào có trụ sở riêng?", Intent.FREE),
        ("Kế hoạch này có hồi nào?", Intent.ISSUED_ON),
    ],
)
def test_a_verb_is_no_small_word_and_a_small_word_no_verb(question, intent):
    assert find_intent(question) is intent


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Dò nước ngầm hạn tới đâu?", Intent.DEADLINE),
        ("Cá chết trong bè, báo rồi thì bao lâu phải dọn?", Intent.DEADLINE),
        ("Cho ngư dân vay vốn do cơ quan nào đứng ra?", Intent.LEAD),
        ("Chỉ tiêu này do ai đề ra?", Intent.ISSUER),
        ("tay nào phụ trách chuyện cân điêu", Intent.LEAD),
        ("Mấy thầy bên nào phụ Chữ thập đỏ phát gạo?", Intent.COORDINATING),
        ("Dạy nghề cho bà con, đoàn thể nào cùng làm?", Intent.COORDINATING),
        ("Làm trại giống có trường đại học nào tham gia?", Intent.COORDINATING),
        ("Sở nào góp sức với Sở Y tế chống dịch?", Intent.COORDINATING),
        ("Cơ quan nào phụ trách cấp gạo?", Intent.LEAD),
        ("Tổ chức nào để mắt việc cấp mã số vùng trồng?", Intent.SUPERVISING),
        ("Chợ kiểm xong còn hội nào dòm lại?", Intent.SUPERVISING),
        ("Công điện về bão mang chữ ký ai?", Intent.SIGNATORY),
        ("Ai ký Kết luận 45?", Intent.SIGNATORY),
        ("Ai ký kết hợp đồng thu gom rác?", Intent.FREE),
        ("Thấy mấy ông chích điện thì ai bắt giữ?", Intent.LEAD),
        ("Năm 2030 có mấy chiếc tàu?", Intent.FIGURE),
        ("Giám đốc Sở Y tế tên gì?", Intent.FREE),
        ("Giám đốc nào ký Kế hoạch 39?", Intent.SIGNATORY),
        ("Quyết định 44 có hiệu lực từ ngày nào?", Intent.FREE),
        ("Bao giờ quy định mới về chợ đêm bắt đầu áp dụng?", Intent.FREE),
        ("Quyết định 44 ban hành ngày nào?", Intent.ISSUED_ON),
        ("Kế hoạch 39 của Tỉnh ủy là ngày nào?", Intent.ISSUED_ON),
        ("Kế hoạch 39 ra ngày nào?", Intent.ISSUED_ON),
        ("Thông báo 01-TB/BCĐ kết luận của Bí thư là ngày nào?", Intent.ISSUED_ON),
        ("Kế hoạch 39 sơ kết khi nào?", Intent.DEADLINE),
        ("Kế hoạch 2233 tổng kết ngày nào?", Intent.DEADLINE),
        ("Bão số 10 xảy ra khi nào?", Intent.DEADLINE),
        ("Cuộc họp Ban Chỉ đạo diễn ra ngày nào?", Intent.DEADLINE),
    ],
)
def test_what_is_asked_in_plain_words(question, intent):
    assert find_intent(question) is intent


def topic(question):
    return topic_terms(Query(original=question, text=question, intent=find_intent(question)))


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("Hạn gửi báo cáo năm?", "gửi báo cáo năm"),
        ("Hạn nộp báo cáo tháng là ngày nào?", "gửi báo cáo tháng"),
        ("Hạn gửi báo cáo quý III?", "gửi báo cáo iii"),
        ("Hạn xây chợ trong năm 2026?", "xây chợ 2026"),
        ("Cơ quan nào đôn đốc chỉ thị nuôi cá?", "nuôi cá"),
        ("Chợ quê Thị Nghè do ai đôn đốc?", "chợ quê thị nghè"),
        ("Ai của Tỉnh ủy Bình Định đôn đốc trồng rừng?", "trồng rừng"),
        ("Hội nào để mắt việc cấp gạo?", "gạo"),
        ("Ai giám sát việc mổ mắt?", "mổ mắt"),
        ("Trường nào phụ Sở Y tế dạy nghề?", "đào tạo nghề"),
        ("Chính sách chợ đêm áp dụng từ ngày nào?", "chính sách chợ đêm áp dụng hiệu lực"),
    ],
)
def test_what_a_question_is_about(question, terms):
    assert topic(question) == terms.split()


def test_content_terms_leave_out_the_asking():
    assert content_terms("Cơ quan nào chủ trì quy hoạch đô thị") == ["chủ", "trì", "quy", "hoạch", "đô", "thị"]
    assert content_terms("Đơn vị nào theo dõi nhà ở xã hội") == ["theo", "dõi", "nhà", "ở", "xã", "hội"]
    assert content_terms("Là gì") == ["là", "gì"]


# --- The whole ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Chuyển bến tạm Nhơn Lí khi nào?", "Chuyển bến tạm Nhơn Lý khi nào"),
        ("Việc của Hiệp hội Dừa theo Kế hoạch 96", "Việc của Hiệp hội Dừa theo Kế hoạch 96"),
        ("Trạm 300 MW do ai lo?", "Trạm 300 MW do ai lo"),
        ("Tờ trình 114-TTr/TU do ai ký?", "Tờ trình 114-TTr/TU do ai ký"),
        ("tờ trình 114-ttr/tu do ai ký", "Tờ trình 114-TTr/TU do ai ký"),
        ("việc của hiệp hội dừa", "Việc của hiệp hội dừa"),
    ],
)
def test_capitals_stay_as_typed(marks, names, question, text):
    assert understand(question, marks=marks, names=names).text == text


@pytest.mark.parametrize(
    ("question", "negated"),
    [
        ("Ai không lắp camera?", True),
        ("Xã nào vẫn chưa xây nhà văn hóa?", True),
        ("Việc này không giao cho ai?", True),
        ("Không gian ngầm do ai quản lý?", False),
        ("Ai quản lý không gian ngầm?", False),
        ("Đã xong chưa?", False),
        ("Hộ nghèo có được vay không?", False),
        ("Nhà nào chưa nối nước thì ai lo?", False),
        ("Ai không chỉ chủ trì mà còn giám sát?", False),
    ],
)
def test_a_negated_verb_is_seen(marks, names, question, negated):
    assert understand(question, marks=marks, names=names).negated is negated


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("mùa khô 2024 - 2025", ((2024, 2025),)),
        ("giai đoạn 2021-2025 và năm học 2025 – 2026", ((2021, 2025), (2025, 2026))),
        ("từ năm 2021 đến năm 2025", ((2021, 2025),)),
        ("năm 2025 và 2026", ()),
        ("từ 2025 đến 15/3/2026", ()),
        ("2026-2030 căn", ((2026, 2030),)),
        ("2030 - 2026", ()),
    ],
)
def test_ranges_of_years_are_one(question, periods):
    assert find_periods(question) == periods


@pytest.mark.parametrize(
    ("question", "text", "letters"),
    [
        ("PY tính bán bao nhiêu?", "Phú Yên tính bán bao nhiêu?", ()),
        ("ở TV ai lo?", "ở Trà Vinh ai lo?", ()),
        ("xem TV thấy ai?", "xem TV thấy ai?", ("TV",)),
        ("KH 39 TV, KH39 TV, kênh 39 TV", "kế hoạch 39 Trà Vinh, kế hoạch 39 Trà Vinh, kênh 39 TV", ("TV",)),
        ("đất GT/đất ở, QĐ-UBND, NĐ/CP", "đất GT/đất ở, QĐ-UBND, NĐ/CP", ("GT",)),
        ("tỉnh NB làm gì, tài liệu NB", "tỉnh Ninh Bình làm gì, tài liệu NB", ("NB",)),
        ("LC làm gì?", "LC làm gì?", ("LC",)),  # Lai Châu or Lào Cai
        ("py làm gì?", "py làm gì?", ()),
        ("XK, NK, OCOP 300 MW, quý III", "xuất khẩu, nhập khẩu, OCOP 300 MW, quý III", ("OCOP",)),
        ("sở y tế qnam, trường CĐ Lào Cai", "sở y tế Quảng Nam, trường CĐ Lào Cai", ("CĐ",)),
        ("TP DN, DN góp", "thành phố DN, doanh nghiệp góp", ("DN",)),
        ("SCT p/h ai, ai GS", "Sở Công Thương phối hợp ai, ai giám sát", ()),
        ("GS Nguyễn Văn A nói gì", "GS Nguyễn Văn A nói gì", ("GS",)),
        ("Tờ trình 114-TTr/TU", "Tờ trình 114-TTr/TU", ()),
    ],
)
def test_letters_in_capitals(question, text, letters):
    assert expand(question) == text
    assert tuple(dict.fromkeys(question[slice(*span)] for span in letters_left(question))) == letters


SAID = (
    "Huyện Quế Phong ban hành quy chế quản lý kiến trúc đô thị. Ủy ban nhân dân huyện Quế Phong giao quản lý kiến trúc "
    "đô thị cho các phòng. Hệ thống thông tin của huyện Quế Phong. Hệ thống thông tin của tỉnh. Nước sạch nông thôn, "
    "nước sạch nông thôn. Đường tỉnh 742. Xây dựng thị trấn Mường Xén. Thực tế Mường Xén còn nghèo; thực tế cho thấy vậy. "
    "Sức chống chịu của đô thị còn yếu; giá đất đầu tư còn cao. Tỷ lệ đất giao thông."
)


def says(phrase: str, *, before: str = "", behind: str = "") -> bool:
    return f"{before} {phrase} {behind}".strip() in SAID.lower()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("quy chế quản lý kiến trúc ĐT ai lập", "Quy chế quản lý kiến trúc đô thị ai lập"),
        ("quy chế QL kiến trúc đô thị ai lập", "Quy chế quản lý kiến trúc đô thị ai lập"),
        ("huyện QP ai lập quy chế", "Huyện Quế Phong ai lập quy chế"),
        ("HTTT nào của tỉnh", "Hệ thống thông tin nào của tỉnh"),
        ("đường ĐT nào", "Đường ĐT nào"),  # nothing beside two letters that the documents have there
        ("HTTX nào của tỉnh", "HTTX nào của tỉnh"),
        # Where one neighbour leaves two, the documents say one of them beside both.
        ("TT Mường Lống ai quản", "TT Mường Lống ai quản"),
        ("sức chống chịu của ĐT ra sao", "Sức chống chịu của đô thị ra sao"),
        ("đất GT/đất ở", "Đất giao thông/đất ở"),
        ("NHTT nào của tỉnh", "NHTT nào của tỉnh"),  # pairs that never stood together: "nông huyện …"
    ],
)
def test_abbreviations_that_no_list_has_are_written_as_the_documents_write_them(names, question, text):
    model = MarkModel.learn([SAID, *TEXTS], ["chủ trì"])
    assert understand(question, marks=model, names=names, says=says).text == text


def test_documents_of_one_number_are_told(marks):
    twins = DocumentNames.of(
        [
            document("a.txt", "64/KH-UBND", "Kế hoạch", "Bến Tre"),
            document("b.txt", "64/KH-UBND", "Kế hoạch", "Bến Tre"),
        ]
    )
    query = understand("Kế hoạch 64/KH-UBND do ai ký?", marks=marks, names=twins)
    assert (query.doc_ids, query.ambiguous) == ((), ("a.txt", "b.txt"))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Chủ tịch Hiệp hội Dừa tên gì?", True),
        ("Ai là Chủ tịch Hội Nông dân tỉnh?", True),
        ("Chủ tịch nào ký Kế hoạch 39?", False),
        ("Dự án kè sông tên là gì?", False),
        ("Người đứng đầu chịu trách nhiệm về chuyển đổi số là ai?", False),
    ],
)
def test_the_name_of_a_person_is_asked_for(marks, names, question, asked):
    assert understand(question, marks=marks, names=names).asks_name is asked


def test_a_question_in_office_shorthand(marks, names):
    query = understand("cho em hỏi sxd lo gi theo kh39 vậy ạ?", marks=marks, names=names)
    assert query.text == "Sở Xây dựng lo gì theo kế hoạch 39"
    assert query.doc_ids == ("kh.txt",)


def test_everything_that_a_question_names(marks, names):
    query = understand(
        "Tỉ lệ đô thị hoá năm 2030 của tỉnh Hà Tĩnh theo 39-KH/TW là bao nhiêu?", marks=marks, names=names
    )
    assert query.intent is Intent.FIGURE
    assert query.provinces == ("Hà Tĩnh",)
    assert query.years == (2030,)
    assert query.unknown_symbols == ("39-KH/TW",)
    assert query.text == "Tỷ lệ đô thị hóa năm 2030 của tỉnh Hà Tĩnh theo 39-KH/TW là bao nhiêu"


def test_the_question_is_kept_as_typed(marks, names):
    question = "  Ai  ký công văn 584 ạ? "
    assert understand(question, marks=marks, names=names).original == question


def test_the_question_is_kept_in_nfc_for_names_are_looked_for_in_it(marks, names):
    question = "Ai ký công văn 584 của Sính Phình?"
    assert understand(unicodedata.normalize("NFD", question), marks=marks, names=names).original == question


# Each with its intent, the documents and the provinces that it names.
QUESTIONS = {
    "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?": (Intent.LEAD, (), ("Điện Biên",)),
    "Sở XD lo gì theo KH39?": (Intent.TASKS, ("kh.txt",), ()),
    "Kế hoạch 39-KH/TU ban hành ngày nào": (Intent.ISSUED_ON, ("kh.txt",), ()),
    "Hoàn thành nhà ở xã hội ở Lai Châu trước năm nào?": (Intent.DEADLINE, (), ("Lai Châu",)),
    "Công văn số 584 -CV/ĐU gửi cho ai?": (Intent.RECIPIENTS, ("cv.txt",), ()),
}
WAYS = {
    "NFD": lambda q: unicodedata.normalize("NFD", q),
    "capitals": str.upper,
    "small letters": str.lower,
    "courtesy": lambda q: "Cho em hỏi: " + q.rstrip("?") + " ạ?",
    "no question mark": lambda q: q.rstrip("?"),
    "hard spaces": lambda q: q.replace(" ", "\u00a0 "),
    "eth": lambda q: q.replace("Đ", "Ð"),
    "invisible": lambda q: "\u200b" + q,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_however_it_is_typed_it_is_the_same_query(marks, names, question, way):
    plain = understand(question, marks=marks, names=names)
    assert (plain.intent, plain.doc_ids, plain.provinces) == QUESTIONS[question]
    other = understand(WAYS[way](question), marks=marks, names=names)
    assert dataclasses.replace(other, original=question) == plain


@pytest.mark.parametrize(
    "question", ["Cơ quan nào chủ trì quy hoạch đô thị Điện Biên Phủ?", "Tỷ lệ đô thị hóa của tỉnh Lai Châu"]
)
def test_without_marks_it_is_the_same_query(marks, names, question):
    bare = unicodedata.normalize("NFKD", question).replace("Đ", "D").replace("đ", "d")
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    plain = understand(question, marks=marks, names=names)
    assert plain.text == question.rstrip("?")
    assert dataclasses.replace(understand(bare, marks=marks, names=names), original=question) == plain


@pytest.mark.parametrize(
    "question", ["", " ", "?", "ạ?", "\u200b", "\ud800", "cho hỏi", "!!! 39 %%", "a" * 500, "ℌ ﬁ İ ß"]
)
def test_odd_questions_ask_for_nothing_and_name_nothing(marks, names, question):
    query = understand(question, marks=marks, names=names)
    assert query == Query(original=question, text=query.text)
    assert not set(query.text) & set("\u200b\ud800")


# --- What an agency must do, and questions in two parts ----------------------------------------


def test_who_issued_the_document_is_not_the_agency_asked_about():
    found = tasks_subject("theo quyết định 45/QĐ-UBND của ủy ban nhân dân thành phố huế, thành đoàn phải làm gì")
    assert found is not None
    assert found.name == "thành đoàn"


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Sở Y tế phải làm gì?", "Sở Y tế"),
        ("nhiệm vụ của Sở Tài chính là gì", "Sở Tài chính"),
        ("Sở Tài chính Lai Châu được giao những việc gì về đất hiếm", "Sở Tài chính"),
        ("Ban Nội chính Tỉnh ủy có trách nhiệm gì", "Ban Nội chính Tỉnh ủy"),
        ("Liệt kê việc của Công an tỉnh", "Công an tỉnh"),
        ("Sở Y tế chủ trì những nhiệm vụ nào", "Sở Y tế"),
        ("Ủy ban nhân dân các xã biên giới làm những gì cho đường tuần tra", "Ủy ban nhân dân các xã biên giới"),
        ("Trung tâm Dịch vụ tổng hợp xã Sính Phình phải làm gì", "Trung tâm Dịch vụ tổng hợp xã Sính Phình"),
        ("Sở Văn hóa, Thể thao và Du lịch lo những việc nào", "Sở Văn hóa, Thể thao và Du lịch"),
        ("UBND thành phố Điện Biên Phủ phải làm gì", "UBND thành phố Điện Biên Phủ"),
        ("Giao Sở Nội vụ làm gì", "Sở Nội vụ"),
    ],
)
def test_whose_tasks_are_asked_for(question, subject):
    found = tasks_subject(question)
    assert find_intent(question) is Intent.TASKS
    assert found is not None
    assert found.name == subject


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Kế hoạch này làm gì để thu hút nhà đầu tư?", Intent.FREE),
        ("Hà Tĩnh làm gì để thu hút đầu tư?", Intent.FREE),
        ("Người dân phải làm gì khi tái định cư?", Intent.FREE),
        ("Sở Xây dựng phải hoàn thành việc lập quy hoạch khi nào?", Intent.DEADLINE),
        ("Sở nào phải làm việc này?", Intent.LEAD),
        ("Trách nhiệm giải phóng mặt bằng của sở nào?", Intent.LEAD),
        ("Sở Y tế phối hợp với cơ quan nào?", Intent.COORDINATING),
        ("Nhiệm vụ của kế hoạch là gì?", Intent.FREE),
    ],
)
def test_near_misses_ask_for_no_tasks(question, intent):
    assert tasks_subject(question) is None
    assert find_intent(question) is intent


@pytest.mark.parametrize(
    ("question", "intent", "also"),
    [
        ("ai chủ trì và bao giờ xong", Intent.LEAD, (Intent.DEADLINE,)),
        ("Hạn chót là khi nào và SXD có lo chính không?", Intent.DEADLINE, (Intent.LEAD,)),
        ("Phải xong bao nhiêu căn NOXH và trước năm nào?", Intent.FIGURE, (Intent.DEADLINE,)),
        ("Sở Nội vụ chủ trì nhiệm vụ nào, khi nào xong?", Intent.TASKS, (Intent.DEADLINE,)),
        ("Công văn 584 do ai ký, ngày nào?", Intent.SIGNATORY, (Intent.ISSUED_ON,)),
        (
            "Quy hoạch chung, ai chủ trì, phối hợp với ai, khi nào xong?",
            Intent.LEAD,
            (Intent.COORDINATING, Intent.DEADLINE),
        ),
        ("Cơ quan nào chủ trì và phối hợp với Sở Xây dựng?", Intent.LEAD, ()),
        ("Sở Xây dựng chủ trì và phối hợp với cơ quan nào?", Intent.COORDINATING, ()),
        ("Thị trường bất động sản và nhà ở do ai lo?", Intent.LEAD, ()),
    ],
)
def test_a_question_in_parts_asks_for_several_things(marks, names, question, intent, also):
    query = understand(question, marks=marks, names=names)
    assert (query.intent, query.also) == (intent, also)


# With what they are taken for.
MISTAKEN = {
    "thằng nào chịu trách nhiệm vụ cháy rừng": Intent.DEADLINE,
    "Nghị quyết 06 được thông qua khi nào?": Intent.DEADLINE,
    "So sánh hai giai đoạn phát triển": Intent.FIGURE,
}


def test_all_wordings_but_these_are_understood():
    asked = questions()
    assert len(asked) > 150
    found = {question: find_intent(expand(question)) for _, question in asked}
    assert {q: found[q] for intent, q in asked if found[q] != intent} == MISTAKEN


@pytest.mark.parametrize(
    "question",
    ["Thực hiện chính sách dân tộc", "Ý nghĩa của chương trình", "abc", "Đầu tư công", "Nơi ở của người dân"],
)
def test_what_is_worded_like_nothing_is_free(question):
    assert find_intent(question) is Intent.FREE


@pytest.mark.parametrize("unit", ["m²", "m2", "m^2", "m<sup>2</sup>", "$m^{2}$", "M²", "m <sup>2</sup>"])
def test_square_metres_are_one_token_however_they_are_written(unit):
    assert syllables(f"28 {unit}/người") == ["28", "m2", "người"]
    assert syllables(f"28{unit}") == ["28", "m2"]


def test_what_only_looks_like_a_unit_stays():
    assert syllables("tầm 2, am2, mm 2, 3m 2025") == ["tầm", "2", "am2", "mm", "2", "3m", "2025"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Năm 2023 Thừa Thiên Huế có bao nhiêu vụ", "Thừa Thiên Huế"),
        ("chỉ thị của Tỉnh ủy Thừa Thiên - Huế", "Thừa Thiên - Huế"),
        ("o thua thien hue nam 2023", "thua thien hue"),
        ("kế hoạch của Huế năm 2026", "Huế"),
    ],
)
def test_hue_is_known_by_its_former_name(text, named):
    assert [(place.name, text[slice(*place.span)]) for place in find_provinces(text)] == [("Huế", named)]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("bên tỉnh lào cai thì sở nào lo cao tốc bảo hà - lai châu", ("Lào Cai",)),
        ("Sở Công Thương Lai Châu phối hợp gì với Công an tỉnh Lào Cai?", ("Lai Châu", "Lào Cai")),
        ("Cao tốc Bảo Hà - Lai Châu do ai chủ trì?", ("Lai Châu",)),
    ],
)
def test_a_province_in_the_name_of_a_road_is_not_the_one_asked_about(marks, names, question, asked):
    assert understand(question, marks=marks, names=names).provinces == asked
