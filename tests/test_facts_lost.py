"""Rows whose columns were broken give no work and no figure: where a cell ends cannot be told."""

import pytest

from facts_view import figures, tasks

KNOWN = (("Mở lớp ghép lưới điện", "Sở Công Thương", "Quý I/2027"), ("Rà soát bến khách", "Sở Xây dựng", "Quý II/2027"))
HEADINGS = ("Nội dung công việc", "Cơ quan chủ trì", "Thời hạn")


def table(style: str) -> str:
    """Rows 1 and 2, whole."""
    rows = [("STT", *HEADINGS), *((str(i), *row) for i, row in enumerate(KNOWN, 1))]
    if style == "spaces":
        widths = [max(len(row[c]) for row in rows) + 4 for c in range(4)]
        return "\n".join("".join(v.ljust(w) for v, w in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join("\t".join(row) for row in rows)


# Row 3 of the next page, its cells broken over lines that ran into one another.
BROKEN = [
    "3  Cấp tài khoản học trực tuyến,  Sở Giáo dục và  Sở Nội vụ; Công an tỉnh  Tháng\nhọc bạ điện tử  Đào tạo  11/2027",
    "3 Cấp tài khoản học trực tuyến, Sở Giáo dục và Sở Nội vụ; Công an tỉnh Tháng\nhọc bạ điện tử Đào tạo 11/2027",
    "bến đò ngang\n3 Cấp tài khoản học trực tuyến, Sở Giáo dục và Sở Nội vụ; Công an tỉnh bố trí 450 triệu đồng\nhọc bạ",
    "3  Vay vốn cho  Quỹ Đầu tư  Sở Tài chính  Thường\nhộ nghèo  phát triển  xuyên\n\n4  Kè 12 km sông; Sở Xây dựng"
    "  Sở Tài chính  Tháng\nqua phố  10/2027",
]


@pytest.mark.parametrize("style", ["spaces", "tabs"])
@pytest.mark.parametrize("between", ["\n\n", "\n\n                     7\n\n", "\n\n- 7 -\n\n"])
@pytest.mark.parametrize("broken", BROKEN)
def test_broken_rows_on_the_next_page_of_a_table_give_nothing(style: str, between: str, broken: str) -> None:
    body = f"{table(style)}{between}{broken}\n\nIII. KINH PHÍ\n\n1. Sở Tài chính bố trí kinh phí."
    found = [(task, lead) for task, lead, *_ in tasks(body)]
    kept = [*((task, lead) for task, lead, _ in KNOWN), ("bố trí kinh phí", "Sở Tài chính")]
    # Columns of blanks that the next page breaks are no columns any more, for the rows above as well.
    assert found == kept or (style == "spaces" and found == kept[-1:])
    assert figures(body, section="II. TỔ CHỨC THỰC HIỆN") == []


@pytest.mark.parametrize("heading", ["STT  Nội dung công việc  Cơ quan chủ  Cơ quan phối hợp  Thời hạn\ntrì\n", ""])
def test_rows_laid_out_with_blanks_that_no_columns_part_give_no_wrong_body(heading: str) -> None:
    rows = (
        "1  Vay vốn cho hộ nghèo  Quỹ Đầu tư  Ngân hàng Chính sách; Sở Y tế  Quý\nvà cận nghèo  phát triển  I/2027\n"
        "2  Mua 30 xe điện; Sở Xây dựng  Sở Tài chính; Công an tỉnh  Quý\nchạy tuyến nội thị  II/2027"
    )
    assert tasks(f"{heading}{rows}") == []


def test_a_paragraph_below_a_table_still_gives_work() -> None:
    for paragraph in (
        "3. Sở Y tế khám bệnh cho người già.",
        "3.  Sở Y tế  khám bệnh  cho người già.",
        "Sở Y tế khám bệnh cho người già.",
    ):
        assert tasks(f"{table('tabs')}\n\n{paragraph}")[-1][1] == "Sở Y tế"
