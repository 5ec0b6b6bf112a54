"""Clauses of the prose: who leads, who helps, what is work at all, and which work a deadline belongs to."""

import pytest

from facts_view import tasks

# --- Deadlines ---------------------------------------------------------------------------------


def test_a_deadline_belongs_to_the_work_between_its_comma_and_itself():
    body = "1. Sở Y tế chuyển bệnh nhân lên tầng hai, hoàn thành việc kê cao máy móc trước ngày 27/9/2026."
    assert tasks(body) == [
        ("chuyển bệnh nhân lên tầng hai", "Sở Y tế", "", "", ""),
        ("hoàn thành việc kê cao máy móc trước ngày 27/9/2026", "Sở Y tế", "", "", "trước ngày 27/9/2026"),
    ]


def test_who_helps_helps_with_the_work_behind_the_comma_too():
    body = (
        "1. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh rà soát các điểm ngập úng nặng, lắp đặt biển cảnh báo nguy"
        " hiểm trước ngày 30/6/2026."
    )
    assert [(task, lead, helping) for task, lead, helping, *_ in tasks(body)] == [
        ("rà soát các điểm ngập úng nặng", "Sở Xây dựng", "Công an tỉnh"),
        ("lắp đặt biển cảnh báo nguy hiểm trước ngày 30/6/2026", "Sở Xây dựng", "Công an tỉnh"),
    ]


@pytest.mark.parametrize(
    "work",
    [
        "rà soát, tổng hợp, trình UBND tỉnh", "rà soát các hồ chứa nhỏ, báo cáo UBND tỉnh", "tuyên truyền, vận động nhân dân di dời nhà cửa",
        "lập phương án sơ tán dân, bảo vệ hồ đập xung yếu", "hướng dẫn người dân chằng chống nhà cửa, sơ tán tài sản gia đình",
        "thực hiện sửa chữa, nâng cấp trạm bơm Phú Điền", "xây dựng kế hoạch kiểm tra, giám sát việc cấp giống lúa",
    ],
)  # fmt: skip
def test_a_chain_of_verbs_and_its_last_step_are_due_together(work):
    assert tasks(f"1. Sở Xây dựng {work} trước ngày 30/6/2026.") == [
        (f"{work} trước ngày 30/6/2026", "Sở Xây dựng", "", "", "trước ngày 30/6/2026")
    ]


@pytest.mark.parametrize(
    ("work", "deadline"),
    [
        ("rà soát diện tích rừng giao khoán trước năm 2024", ""),
        ("rà soát đất lấn chiếm trước năm 2014", ""),
        ("rà soát các dự án được phê duyệt trước ngày 01/7/2025", ""),
        ("chi trả phụ cấp cho cán bộ nghỉ hưu trước ngày 01/01/2026", ""),
        (
            "rà soát các dự án được phê duyệt trước ngày 01/7/2025, hoàn thành trước ngày 30/6/2026",
            "trước ngày 30/6/2026",
        ),
        # Of days to come, and of work that the paper found late, the time is when it is due.
        ("rà soát các dự án được phê duyệt trước ngày 30/6/2026", "trước ngày 30/6/2026"),
        ("giải quyết hồ sơ đã tiếp nhận, xong trước ngày 10/01/2026", "trước ngày 10/01/2026"),
        ("bố trí quỹ đất trước 31/12/2022", "trước 31/12/2022"),
    ],
)
def test_when_a_thing_came_about_is_no_deadline(work, deadline):
    assert [(lead, due) for _, lead, _, _, due in tasks(f"1. Sở Nội vụ {work}.")] == [("Sở Nội vụ", deadline)]


@pytest.mark.parametrize(
    ("time", "deadline"),
    [
        ("trước mùa mưa năm 2026", "trước mùa mưa năm 2026"),
        ("trước mùa mưa, bão", "trước mùa mưa, bão"),
        ("trước khi vào mùa khô 2026 - 2027", "trước khi vào mùa khô 2026 - 2027"),
        ("trước mùa lũ hằng năm", "trước mùa lũ hằng năm"),
        # All through the season, and nothing is due.
        ("trong mùa mưa", ""),
    ],
)
def test_before_a_season_is_a_time_without_a_day(time, deadline):
    work = f"gia cố đê Hữu Cầu {time}"
    assert tasks(f"1. Sở Xây dựng {work}.") == [(work, "Sở Xây dựng", "", "", deadline)]


# --- Who leads, and what is work ---


@pytest.mark.parametrize("done", ["thực hiện", "chủ trì thực hiện, hoàn thành", "hoàn thành"])
@pytest.mark.parametrize("time", ["trước ngày 30/6/2026", "trong quý II/2026", "trước mùa mưa năm 2026"])
def test_what_an_agency_above_hands_on_is_work_of_the_one_that_is_given_it(done, time):
    body = f"1. UBND xã Châu Hội:\n\na) Sửa chữa chòi canh lửa.\n\nb) Cấp phát cây giống, giao Phòng Kinh tế xã {done} {time}."
    found = [(task, lead, due.removeprefix("hoàn thành ")) for task, lead, _, _, due in tasks(body)]
    assert found == [
        ("Sửa chữa chòi canh lửa", "UBND xã Châu Hội", ""), ("Cấp phát cây giống", "Phòng Kinh tế xã", time)
    ]  # fmt: skip


def test_work_of_its_own_behind_the_work_of_the_agency_above_is_handed_to_nobody_else():
    body = "1. UBND xã Châu Hội:\n\na) Cấp phát cây giống, giao Phòng Kinh tế xã lập danh sách hộ trước ngày 30/6/2026."
    assert [(task, lead) for task, lead, *_ in tasks(body)] == [
        ("Cấp phát cây giống", "UBND xã Châu Hội"),
        ("lập danh sách hộ trước ngày 30/6/2026", "Phòng Kinh tế xã"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện.",
        "Văn phòng UBND tỉnh thông báo ý kiến kết luận của Chủ tịch UBND tỉnh đến các sở, ngành, địa phương biết.",
        "Công an tỉnh: đến hết năm 2026 có 92% công dân đủ điều kiện được cấp căn cước.",
        "Thành phần: Sở Công Thương chủ trì cuộc họp về chợ tạm.",
    ],
)
def test_what_only_tells_is_no_work(sentence):
    assert tasks(f"1. {sentence}") == []


@pytest.mark.parametrize(
    "work", ["niêm yết lịch tiêm để người dân biết", "đến hết năm 2026 hoàn thành việc cấp thẻ cho học sinh"]
)
def test_what_is_done_stays_work(work):
    assert [task for task, *_ in tasks(f"1. Sở Y tế {work}.")] == [work]


@pytest.mark.parametrize(
    ("who", "lead", "helping"),
    [
        ("Sở Nội vụ cùng Sở Tài chính chủ trì", "Sở Nội vụ cùng Sở Tài chính", ""),
        ("Sở Nội vụ phối hợp, Sở Tài chính chủ trì", "Sở Tài chính", "Sở Nội vụ"),
        ("Sở Nội vụ chủ trì, Sở Tài chính phối hợp", "Sở Nội vụ", "Sở Tài chính"),
        ("Sở Nội vụ phối hợp với Sở Tài chính", "", "Sở Nội vụ"),
        ("Giá nước: Sở Tài chính chủ trì, phối hợp với Sở Nội vụ", "Sở Tài chính", "Sở Nội vụ"),
        ("Kinh phí: Sở Tài chính", "Sở Tài chính", ""),
    ],
)
def test_who_leads_and_who_helps_are_told_apart(who, lead, helping):
    work = "rà soát biên chế trạm y tế trước ngày 30/6/2026"
    assert tasks(f"1. {who} {work}.") == [(work, lead, helping, "", "trước ngày 30/6/2026")]


@pytest.mark.parametrize("who", ["Sở Công Thương chủ trì", "Sở Công Thương chủ trì thực hiện"])
def test_before_a_colon_and_who_leads_stands_the_work(who):
    assert tasks(f"1. Lập Đề án kho lạnh: {who}.") == [("Lập Đề án kho lạnh", "Sở Công Thương", "", "", "")]


def test_the_heading_of_a_section_is_no_task():
    assert tasks("Cơ quan chủ trì: Sở Công Thương.\nThời gian: quý II/2026.") == []


def test_who_leads_is_named_above_work_that_says_only_who_helps():
    body = (
        "3. Bộ Chỉ huy Quân sự tỉnh\n\n- Diễn tập cứu nạn ở đầm Ô Loan; phối hợp: Tỉnh đoàn.\n\n"
        "- Diễn tập chữa cháy rừng trước ngày 30/6/2026; phối hợp: Hạt Kiểm lâm."
    )
    assert tasks(body) == [
        ("Diễn tập cứu nạn ở đầm Ô Loan", "Bộ Chỉ huy Quân sự tỉnh", "Tỉnh đoàn", "", ""),
        (
            "Diễn tập chữa cháy rừng trước ngày 30/6/2026", "Bộ Chỉ huy Quân sự tỉnh", "Hạt Kiểm lâm", "",
            "trước ngày 30/6/2026",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("work", "lead"),
    [("Sở Y tế diễn tập cấp cứu trên đầm; phối hợp: Tỉnh đoàn.", "Sở Y tế"), ("Diễn tập cấp cứu trên đầm; phối hợp: Tỉnh đoàn.", "")],
)  # fmt: skip
def test_who_leads_is_taken_from_no_heading_that_names_nobody(work, lead):
    assert [found[:3] for found in map(list, tasks(f"1. Cấp cứu trên đầm\n\n- {work}"))] == [
        [work.removeprefix("Sở Y tế ").removesuffix("; phối hợp: Tỉnh đoàn."), lead, "Tỉnh đoàn"]
    ]


def test_an_agency_above_labelled_lines_is_no_task():
    body = "3. Bộ Chỉ huy Quân sự tỉnh\n\n- Diễn tập cứu nạn ở đầm Ô Loan\n\nCơ quan phối hợp: Tỉnh đoàn."
    assert [task for task, *_ in tasks(body)] == ["Diễn tập cứu nạn ở đầm Ô Loan"]


# --- Where a name ends and the work begins -----------------------------------------------------


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("Công ty Khai thác công trình thủy lợi", "đóng cống Rạch Mọp"), ("Hợp tác xã Vệ sinh môi trường", "quét dọn bãi tắm Long Thủy"),
        ("Chi cục Chăn nuôi và Thú y", "mở lớp thú y thôn"), ("Trung tâm Quan trắc môi trường", "đo nồng độ bụi ở cảng"),
        ("Hội Chữ thập đỏ tỉnh", "phát thuốc cho người già"), ("Công ty Cấp nước Phú Yên", "treo biển báo ngập"),
        ("Trung tâm Trợ giúp pháp lý nhà nước", "mở sổ theo dõi vụ việc"), ("Công ty Xây lắp điện Phú Yên", "cắm mốc hành lang lưới điện"),
        ("Điện lực Tuy An", "cắt tỉa cây dọc đường dây"),
    ],
)  # fmt: skip
def test_the_verb_of_the_work_belongs_to_no_name(name, work):
    body = f"1. {name} {work} trước ngày 30/6/2026."
    assert tasks(body) == [(f"{work} trước ngày 30/6/2026", name, "", "", "trước ngày 30/6/2026")]


@pytest.mark.parametrize("work", ["mở lớp nghề đan lưới", "bỏ tập quán phơi cá ven đường", "vận động ngư dân treo cờ"])
def test_a_partner_ends_where_the_work_begins(work):
    body = f"3. Hội Nông dân tỉnh chủ trì, phối hợp với Liên minh Hợp tác xã {work}; sơ kết vào tháng 12 hằng năm."
    assert [found[:3] for found in tasks(body)] == [
        (work, "Hội Nông dân tỉnh", "Liên minh Hợp tác xã"),
        ("sơ kết vào tháng 12 hằng năm", "Hội Nông dân tỉnh", ""),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công ty Môi trường đô thị trước ngày 30/6/2026.", "Sở Công Thương hoàn thành trước ngày 30/6/2026.",
        "Doanh nghiệp lắp dây chuyền cấp đông được vay 8 tỷ đồng.", "Hợp tác xã chế biến muối được hỗ trợ nhà kho.",
    ],
)  # fmt: skip
def test_a_time_alone_and_what_is_granted_are_no_work(sentence):
    assert tasks(f"1. {sentence}") == []


def reviewing(name: str) -> str:
    return f"1. {name} rà soát danh sách hộ nghèo trước ngày 30/6/2026."


UNREAD = pytest.mark.xfail(strict=True, reason="no work is read of a body whose name has a verb behind its kind")
VERBS_INSIDE = ["Tổ công tác gỡ vướng đầu tư công"]


@pytest.mark.parametrize(
    "name",
    [
        "Công ty Thu mua Nông sản Phú Yên", "Công ty Cổ phần Đóng tàu Sông Thu", "Trung tâm Dịch vụ đấu giá tài sản",
        "Trường Phổ thông dân tộc bán trú Sà Phìn", "Hợp tác xã nuôi trồng thủy sản An Hải",
        "Trung tâm Giống cây trồng và Vật nuôi tỉnh", "Trung tâm Xúc tiến đầu tư và Thương mại",
        "Ban Chỉ đạo gỡ thẻ vàng IUU tỉnh", "Viện Pasteur Thành phố Hồ Chí Minh", "Bệnh viện Bệnh Nhiệt đới Trung ương",
        "Bệnh viện Phụ Sản Trung ương", "Bệnh viện Bệnh Nhiệt đới Thành phố Hồ Chí Minh", "Cảng vụ Hàng hải Hải Phòng",
        "Hội Bảo tồn dân ca các dân tộc tỉnh", "Viện Khoa học Kỹ thuật Nông Lâm nghiệp Tây Nguyên",
        *(pytest.param(name, marks=UNREAD) for name in VERBS_INSIDE),
    ],
)  # fmt: skip
def test_a_name_with_a_verb_in_it_is_read_whole(name):
    assert [lead for _, lead, *_ in tasks(reviewing(name))] == [name]


def test_a_name_that_goes_on_behind_and_ends_at_its_verb():
    helpers = "Sở Nội vụ và Trung tâm Xúc tiến đầu tư và Thương mại"
    assert tasks(f"1. Sở Y tế chủ trì, phối hợp với {helpers} cắm mốc ranh giới rừng.") == [
        ("cắm mốc ranh giới rừng", "Sở Y tế", helpers, "", "")
    ]


@pytest.mark.parametrize("name", VERBS_INSIDE)
def test_a_verb_that_is_part_of_a_name_cuts_it_never_short(name):
    assert {lead for _, lead, *_ in tasks(reviewing(name))} <= {name}


@pytest.mark.parametrize("day", ["Chủ nhật hằng tuần", "sáng Chủ nhật hằng tuần", "thứ Sáu hằng tuần"])
def test_sundays_are_days_of_the_week(day):
    assert [due for *_, due in tasks(f"1. Xã đoàn nhặt rác ở bãi tắm; thực hiện vào {day}.")] == [f"vào {day}"]


def test_a_time_counted_from_when_the_directive_takes_effect_is_a_deadline():
    text = "1. Giao Sở Y tế rà soát hộ nghèo; ban hành danh mục thuốc trong vòng 45 ngày kể từ ngày Nghị quyết có hiệu lực."
    assert [(task[:20], lead, due[:18]) for task, lead, *_, due in tasks(text)] == [
        ("rà soát hộ nghèo", "Sở Y tế", ""),
        ("ban hành danh mục th", "Sở Y tế", "trong vòng 45 ngày"),
    ]
    assert tasks("1. Sở Tư pháp rà soát Quyết định có hiệu lực từ ngày 01/02/2026.") == []


@pytest.mark.parametrize("word", ["trong công tác", "về công tác", "đối với công tác"])
def test_work_told_behind_a_little_word_begins_with_itself(word):
    assert tasks(f"1. Sở Xây dựng làm đầu mối phối hợp với Sở Tư pháp {word} chuẩn bị đầu tư.") == [
        ("công tác chuẩn bị đầu tư", "Sở Xây dựng", "Sở Tư pháp", "", "")
    ]


def test_which_chief_is_meant_is_no_work():
    assert tasks("1. Phó Chủ tịch UBND tỉnh phụ trách kinh tế.") == []
    assert [lead for _, lead, *_ in tasks("1. Phòng Y tế phụ trách vật tư y tế.")] == ["Phòng Y tế"]


@pytest.mark.parametrize("topic", ["Chính quyền số", "Chính quyền điện tử", "Trung tâm dữ liệu"])
def test_a_thing_that_begins_like_a_body_is_none(topic):
    assert tasks(f"2. {topic}. Thay thế máy tính cũ của 31 xã xong trước ngày 31/5/2026.") == []
    assert tasks(f"2. {topic}\n\n- Thay thế máy tính cũ của 31 xã xong trước ngày 31/5/2026.") == []


WATCHED = "Trung tâm Lưu trữ tỉnh chủ trì chỉnh lý tài liệu tồn đọng"


@pytest.mark.parametrize(
    ("behind", "supervising", "deadline"),
    [
        ("; Sở Nội vụ hướng dẫn, theo dõi; thời gian hoàn thành: quý I/2027.", "Sở Nội vụ", "quý I/2027"),
        ("; Ban Pháp chế HĐND tỉnh giám sát.", "Ban Pháp chế HĐND tỉnh", ""),
        (", xong trước ngày 05/9/2026; Văn phòng UBND tỉnh theo dõi, đôn đốc thực hiện.", "Văn phòng UBND tỉnh", "trước ngày 05/9/2026"),
        ("; Thanh tra tỉnh kiểm tra, đôn đốc; hoàn thành trước ngày 20/8/2026.", "Thanh tra tỉnh", "trước ngày 20/8/2026"),
    ],
)  # fmt: skip
def test_who_only_watches_behind_a_task_watches_over_it(behind: str, supervising: str, deadline: str) -> None:
    (found,) = tasks(f"1. {WATCHED}{behind}")
    assert found[0].startswith("chỉnh lý tài liệu tồn đọng")
    assert found[1:] == ("Trung tâm Lưu trữ tỉnh", "", supervising, deadline)


def test_who_watches_over_one_of_several_tasks_is_in_doubt() -> None:
    found = tasks(f"1. {WATCHED}; Sở Tài chính bố trí kinh phí mua giá kệ; Văn phòng UBND tỉnh theo dõi.")
    assert [(lead, watcher) for _, lead, _, watcher, _ in found] == [
        ("Trung tâm Lưu trữ tỉnh", ""),
        ("Sở Tài chính", ""),
    ]


@pytest.mark.parametrize(
    "own", ["Sở Y tế theo dõi dịch cúm gia cầm", "Sở Y tế kiểm tra bếp ăn tập thể", "Sở Y tế hướng dẫn khử khuẩn"]
)
def test_work_of_one_s_own_behind_a_task_stays_a_task(own: str) -> None:
    assert [t[1] or t[3] for t in tasks(f"1. {WATCHED}; {own}.")] == ["Trung tâm Lưu trữ tỉnh", "Sở Y tế"]


@pytest.mark.parametrize(
    "does",
    [
        "thực hiện trước mùa lũ năm 2027",
        "tổ chức thực hiện trong quý I/2027",
        "thực hiện",
        "hoàn thành trong tháng 3/2027",
    ],
)
def test_the_work_before_who_is_given_it_is_the_task(does: str) -> None:
    ((task, lead, *_),) = tasks(f"1. Cắm biển cảnh báo tại 15 bến đò ngang, giao Công an xã {does}.")
    assert (task, lead) == ("Cắm biển cảnh báo tại 15 bến đò ngang", "Công an xã")


@pytest.mark.parametrize(
    "nothing",
    [
        "yêu cầu các sở, ban, ngành tập trung thực hiện các chỉ tiêu và phần việc sau:",
        "yêu cầu các đơn vị, địa phương triển khai đồng bộ những giải pháp dưới đây:",
        "Nhận được Công văn này, yêu cầu các cơ quan, đơn vị khẩn trương thực hiện./.",
        "Yêu cầu Giám đốc các sở và Chủ tịch UBND các xã nghiêm túc tổ chức triển khai thực hiện.",
    ],
)
def test_words_that_only_announce_or_urge_give_no_work(nothing: str) -> None:
    assert tasks(nothing) == []
    assert len(tasks("Yêu cầu các cơ quan, đơn vị khẩn trương thực hiện Công điện này.")) == 1


def test_who_is_to_be_given_work_by_whom_a_proposal_asks_leads_it() -> None:
    body = "1. Kính đề nghị Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế tuyển dụng 40 bác sĩ.\n\n"
    body += "Kính đề nghị UBND tỉnh xem xét, quyết định trước ngày 20/7/2026."
    found = tasks(body, section="III. KIẾN NGHỊ", kind="TỜ TRÌNH")
    assert found == [("tuyển dụng 40 bác sĩ", "Sở Nội vụ", "Sở Y tế", "", "")]
