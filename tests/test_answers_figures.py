"""x"""

from build_directives import annex, closing, directive, head, task_table

PLAN = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP",
        symbol="Số: 340/KH-UBND",
        place_date="Đồng Tháp, ngày 16 tháng 3 năm 2026",
    ),
    subject="Phát triển kinh tế tập thể tỉnh Đồng Tháp năm 2026",
    body="""I. CHỈ TIÊU

1. Quý II/2026 tổng sản lượng cá tra đạt 120 nghìn tấn.

2. Quý III/2026 tổng sản lượng cá tra đạt 145 nghìn tấn.

3. Cả năm 2026 thành lập mới 60 hợp tác xã; 6 tháng đầu năm 2026 thành lập mới 25 hợp tác xã.

4. Nạo vét 85 km kênh nội đồng trong năm 2026.

5. Mỗi xã có trên 10.000 dân bố trí 02 điểm thu gom vỏ chai thuốc.

6. Hỗ trợ 3,5 tỷ đồng cho tổ hợp tác trồng xoài.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Trí Quang"),
    annexes=[
        annex(
            task_table(
                "tabs",
                columns=("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2030"),
                rows=(
                    ("1", "Tỷ lệ hộ trồng sen có hợp đồng bao tiêu", "%", "38", "72"),
                    ("2", "Số kho lạnh", "kho", "9", "21"),
                ),
            ),
            name="Chỉ tiêu chủ yếu",
        )
    ],
)
PROGRAMME = directive(
    top=head(
        issuer="TỈNH ỦY ĐỒNG THÁP",
        symbol="Số 19-CTr/TU",
        place_date="Đồng Tháp, ngày 20 tháng 5 năm 2026",
        motto=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    ),
    title="CHƯƠNG TRÌNH HÀNH ĐỘNG",
    subject="Phát triển nông nghiệp sinh thái tỉnh Đồng Tháp",
    body="""1. Quý III/2026 tổng sản lượng cá tra đạt 150 nghìn tấn.

2. Năm 2026 thành lập mới 60 hợp tác xã.

3. Sở Khoa học và Công nghệ chủ trì xây dựng phần mềm nhật ký điện tử cho vùng trồng xoài.

4. Sở Công Thương chủ trì tổ chức tuần lễ xoài Cao Lãnh.

5. Đến năm 2030, tỷ lệ hộ trồng sen có hợp đồng bao tiêu đạt 80%.""",
    end=closing(behalf="T/M BAN THƯỜNG VỤ", office="PHÓ BÍ THƯ", name="Phan Văn Thắng"),
)
NOTICE = directive(
    top=head(
        issuer="ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP",
        symbol="Số: 512/KH-UBND",
        place_date="Đồng Tháp, ngày 11 tháng 6 năm 2026",
    ),
    subject="Chuyển đổi số vùng trồng xoài",
    body="""1. Sở Nông nghiệp và Môi trường chủ trì hoàn thiện phần mềm nhật ký điện tử cho vùng trồng xoài, trình Ủy ban nhân dân tỉnh trước ngày 30/9/2026.

2. Sở Ngoại vụ chủ trì tổ chức tuần lễ nhãn Châu Thành.

3. 6 tháng đầu năm 2026 cấp 300 mã vùng trồng.""",
    end=closing(behalf="TM. ỦY BAN NHÂN DÂN", office="CHỦ TỊCH", name="Trần Trí Quang"),
)
DIRECTIVES = {"kinh-te.txt": PLAN, "sinh-thai.txt": PROGRAMME, "chuyen-doi-so.txt": NOTICE}
