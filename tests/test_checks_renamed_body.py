"""Bodies under a name of before 2025 are told in papers of after, with what there is now."""

import pytest

from build_checks import material
from checked_texts import dated, findings, values
from tracuu.checks.old_names import old_names
from tracuu.checks.renamed_body import find_renamed_bodies
from tracuu.types import Severity

BODIES = [
    ("Sở Kế hoạch và Đầu tư chủ trì bố trí vốn.", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
    ("Sở KH&ĐT chủ trì bố trí vốn.", "Sở KH&ĐT", "Sở Tài chính"),
    ("Phối hợp với Sở Nông nghiệp và PTNT.", "Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Môi trường"),
    ("Theo hướng dẫn của Bộ Giao thông vận tải.", "Bộ Giao thông vận tải", "Bộ Xây dựng"),
    ("Sở Lao động, Thương binh và Xã hội đào tạo nghề.", "Sở Lao động, Thương binh và Xã hội", "Sở Nội vụ"),
    ("Ban Tuyên giáo Tỉnh uỷ định hướng tuyên truyền.", "Ban Tuyên giáo Tỉnh uỷ", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("Ban cán sự đảng UBND tỉnh chỉ đạo.", "Ban cán sự đảng", "đảng ủy"),
    ("Các Sở: Tài chính, Giao thông vận tải, Y tế phối hợp.", "Giao thông vận tải", "Sở Xây dựng"),
    (
        "Ban QLDA các công trình Nông nghiệp và PTNT báo cáo.",
        "Ban QLDA các công trình Nông nghiệp và PTNT",
        "Môi trường",
    ),
]


@pytest.mark.parametrize(("sentence", "said", "now"), BODIES, ids=[row[1] for row in BODIES])
def test_an_old_name_is_told_with_what_there_is_now(sentence: str, said: str, now: str) -> None:
    (found,) = findings(find_renamed_bodies, dated(sentence))
    assert (found.values, found.severity) == ((said,), Severity.INFO)
    assert now in found.message
    assert values(find_renamed_bodies, dated(sentence, "ngày 12 tháng 5 năm 2024")) == []


KEPT = [
    "Sở Tài chính (trước đây là Sở Kế hoạch và Đầu tư) bố trí vốn.",
    "Sở Kế hoạch và Đầu tư (nay là Sở Tài chính) đã trình.",
    "Thông tư số 02/2023/TT-BKHĐT ngày 12/4/2023 của Bộ Kế hoạch và Đầu tư hướng dẫn lập quy hoạch.",
    "Sau khi hợp nhất Sở Giao thông vận tải với Sở Xây dựng, bộ máy hoạt động thông suốt.",
    "Ban Dân tộc HĐND tỉnh giám sát; các đảng đoàn viên gương mẫu.",
    "Ban Tuyên giáo và Dân vận Tỉnh ủy, Sở Nông nghiệp và Môi trường phối hợp.",
    "Trường Đại học Giao thông vận tải đào tạo nhân lực.",
    "Ngân hàng Nông nghiệp và Phát triển nông thôn cho vay.",
]


@pytest.mark.parametrize("sentence", KEPT)
def test_names_of_the_past_and_of_others_are_left_alone(sentence: str) -> None:
    assert values(find_renamed_bodies, dated(sentence)) == []


def test_every_old_name_has_its_day_and_what_there_is_now() -> None:
    assert len({old.name for old in old_names()}) == len(old_names()) > 20
    assert all(old.now and 2025 <= old.on.year <= 2026 for old in old_names())


def test_an_undated_draft_must_know_what_has_changed_and_an_undated_paper_of_the_corpus_need_not() -> None:
    text = "KẾ HOẠCH\nVề việc bố trí vốn\n\nSở Kế hoạch và Đầu tư chủ trì bố trí vốn.\n"
    assert [found.values for found in find_renamed_bodies(material(drafts={"du-thao.txt": text}))] == [
        ("Sở Kế hoạch và Đầu tư",)
    ]
    assert list(find_renamed_bodies(material(text))) == []


@pytest.mark.parametrize("blank", ["     ", " ..... ", " … ", "____"])
def test_a_paper_whose_day_was_left_blank_is_of_its_month(blank: str) -> None:
    sentence = "Sở Kế hoạch và Đầu tư chủ trì bố trí vốn."
    assert values(find_renamed_bodies, dated(sentence, f"ngày{blank}tháng 5 năm 2026")) == [("Sở Kế hoạch và Đầu tư",)]
    assert values(find_renamed_bodies, dated(sentence, f"ngày{blank}tháng 02 năm 2025")) == []
