"""Whether an agency that a question names is one of those that a cell or clause names."""

import pytest

from tracuu.answers.parties import is_among


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("Sở Xây dựng", "Sở Xây dựng"),
        ("Sở Xây dựng", "Sở Tài chính, Sở Xây dựng; UBND các xã, phường"),
        ("Sở Xây dựng", "Sở Xây dựng, UBND các xã, phường: Điện Biên Phủ, Mường Thanh"),
        ("Sở Y tế Lai Châu", "Sở Y tế"),
        ("Sở Y tế tỉnh Lai Châu", "Sở Y tế"),
        ("Sở Y tế", "Sở Y tế tỉnh Lai Châu"),
        ("Công an tỉnh Lai Châu", "Công an tỉnh"),
        ("Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh và Công an tỉnh"),
        ("Ủy ban nhân dân các xã, phường", "UBND các xã, phường"),
        ("UBND các xã", "UBND các xã, phường"),
        ("chính quyền xã, phường", "UBND các xã, phường"),
        ("Hội Phụ nữ cấp tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("tổ chức Đoàn thanh niên cấp tỉnh", "Tỉnh đoàn"),
        ("ngành điện", "Công ty Điện lực"),
        ("UBND các xã biên giới", "UBND các xã khu vực biên giới"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch; Báo Cà Mau"),
        ("Ban Tuyên giáo", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("Trung tâm Dịch vụ tổng hợp xã Sính Phình", "Trung tâm Dịch vụ tổng hợp"),
        ("Sở Nông nghiệp và Môi trường", "Giao Sở Nông nghiệp và Môi trường"),
        ("Bộ Chỉ huy Quân sự tỉnh", "BCHQS tỉnh"),
        ("Trung tâm Phát triển Quỹ đất Lai Châu", "Trung tâm Phát triển Quỹ đất tỉnh"),
        ("bên Sở Y tế", "Sở Y tế"),
        ("ngành y tế", "Sở Y tế"),
        ("ngành công an", "Công an tỉnh"),
        ("Trung tâm Y tế", "TT Y tế xã"),
        ("Mặt trận Tổ quốc tỉnh", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("Mặt trận Tổ quốc tỉnh", "UBMTTQ Việt Nam tỉnh"),
    ],
)
def test_the_agency_is_among_those_named(asked: str, printed: str) -> None:
    assert is_among(asked, printed)


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("UBND tỉnh", "Đảng ủy UBND tỉnh"),
        ("Sở Y tế", "Sở Tài chính"),
        ("Sở Xây dựng", "Ban Quản lý dự án đầu tư xây dựng tỉnh"),
        ("Đảng ủy tỉnh", "Đảng ủy UBND tỉnh"),
        ("Công an tỉnh", "Công an xã"),
        ("Sở Y tế", "các sở, ban, ngành"),
        ("Sở Xây dựng", ""),
        ("UBND xã Mường Bú", "UBND xã Mường La"),
        ("Hội Nông dân", "Hội Liên hiệp Phụ nữ"),
        ("Hội Phụ nữ cấp tỉnh", "Hội Nông dân tỉnh"),
        ("chính quyền xã", "Đảng ủy các xã"),
        ("Sở Tài chính", "Văn phòng Sở Tài chính"),
        ("Sở Nội vụ", "Giám đốc Sở Nội vụ"),
        ("Sở Y", "Sở Y tế"),
        ("Bệnh viện Đa khoa tỉnh", "Bệnh viện Y học cổ truyền tỉnh"),
        ("Trường Đại học Vinh", "Trường Đại học Hà Tĩnh"),
        ("ngành y tế", "Sở Tài chính"),
        pytest.param(
            "UBND phường An Bình",
            "UBND phường Nam An Bình",
        ),
    ],
)
def test_another_agency_is_not(asked: str, printed: str) -> None:
    assert not is_among(asked, printed)
