"""Issuers behind a document that is mentioned: read to the end of the name, and no further."""

import pytest

from tracuu.documents import find_references

BODIES = (
    "Bộ Chính trị", "Ban Bí thư", "Ban Bí thư Trung ương Đảng", "Ban Chấp hành Trung ương Đảng", "Quân ủy Trung ương",
    "Ban Chỉ đạo Trung ương", "Ban Chính sách, chiến lược Trung ương", "Ban Tuyên giáo và Dân vận Trung ương",
    "Ban Nội chính Trung ương", "Ủy ban Kiểm tra Trung ương", "Hội đồng Lý luận Trung ương", "Văn phòng Trung ương Đảng",
    "Đảng ủy các cơ quan Đảng Trung ương", "Đảng ủy Công an Trung ương", "Ủy ban Thường vụ Quốc hội", "Quốc hội",
    "Chủ tịch nước", "Chính phủ", "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Thanh tra Chính phủ",
    "Bộ Giáo dục và Đào tạo", "Bộ Khoa học và Công nghệ", "Bộ Nông nghiệp và Môi trường", "Bộ Dân tộc và Tôn giáo",
    "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Lao động - Thương binh và Xã hội", "Bộ Xây dựng", "Bộ Ngoại giao", "Bộ Tư pháp",
    "Bộ trưởng Bộ Xây dựng", "Ngân hàng Nhà nước Việt Nam", "Thống đốc Ngân hàng Nhà nước", "Kiểm toán nhà nước",
    "Tòa án nhân dân tối cao", "Viện trưởng Viện kiểm sát nhân dân tối cao", "Hội đồng Bầu cử quốc gia",
    "Học viện Chính trị quốc gia Hồ Chí Minh", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Thông tấn xã Việt Nam",
    "Tổng Liên đoàn Lao động Việt Nam", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Hội Cựu chiến binh Việt Nam",
    "Ban Thường vụ Tỉnh ủy Điện Biên", "Ban Chấp hành Đảng bộ tỉnh", "Thường trực Hội đồng nhân dân tỉnh",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu", "Bộ Chỉ huy Quân sự tỉnh", "Ban Chỉ đạo 35 Tỉnh ủy",
)  # fmt: skip
FOLLOWING = (
    " về việc phát triển nhà ở",
    ".",
    " và Kế hoạch số 15/KH-UBND",
    " đã nêu rõ",
    " yêu cầu",
    " tiếp tục",
    ", các",
)


@pytest.mark.parametrize("behind", FOLLOWING)
@pytest.mark.parametrize("body", BODIES)
def test_an_issuer_is_read_whole_and_no_further(body, behind):
    found = find_references(f"Kết luận số 99-KL/TW, ngày 01/02/2025 của {body}{behind}")
    assert found[0].issuer == body
