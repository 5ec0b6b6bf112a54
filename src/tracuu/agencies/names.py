"""Where the name of an agency, or a list of them, ends: at the verb of what it does.

They work on a reading copy: plain spaces, modern tone marks, mark-up blank.
"""

import re
from functools import cache

from tracuu.agencies import department_names
from tracuu.agencies.words import HEADS, MANY, MODAL, SMALL, SMALL_HEADS, VERBS, spaced
from tracuu.text import UPPER


@cache
def _head() -> re.Pattern[str]:
    return re.compile(spaced(rf"(?:(?:{HEADS})(?!\w)|{MANY}(?!\w)|Toàn thể|Trưởng các)"))


@cache
def _listed_head() -> re.Pattern[str]:
    return re.compile(spaced(rf"(?:(?:{HEADS}|{SMALL_HEADS})(?!\w)|{MANY}(?!\w))"))


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(spaced(rf"(?<!\w)(?:{VERBS}|{MODAL})(?!\w)"))


@cache
def _stop_any_case() -> re.Pattern[str]:
    return re.compile(spaced(rf"(?<!\w)(?:{VERBS}|{MODAL})(?!\w)"), re.IGNORECASE)


# "Sở Tài chính – Chủ trì …": a dash in the place of a colon. Near miss: "Trung tâm Văn hóa, Thể thao - Truyền thông |
# chủ trì", where the verb is the last field of a name.
@cache
def _dashed_verb() -> re.Pattern[str]:
    field = rf"truyền thông(?: (?:tỉnh|huyện|xã|phường|thành phố))?(?: (?:{VERBS})(?!\w)|\s*(?:[,;:.]|$))"
    return re.compile(spaced(rf"\s+[-–]\s+(?!{field})(?:{VERBS})(?!\w)"), re.IGNORECASE)


_CAPITAL = rf"[{UPPER}][\w.&/]*(?:-[\w&]+)*"
# Departments of the police whose names hold verbs, and commas: "Cục Cảnh sát điều tra tội phạm về ma túy".
_POLICE = spaced(
    r"điều tra(?: tội phạm(?: về (?:ma túy|môi trường|trật tự xã hội|kinh tế|tham nhũng|chức vụ|buôn lậu)"
    r"(?:, (?:ma túy|kinh tế|tham nhũng|chức vụ|buôn lậu))*)?)?|quản lý hành chính về trật tự xã hội"
    r"|(?:phòng cháy,?|PCCC)(?: chữa cháy)?(?: và cứu nạn,? cứu hộ)?|hình sự|kinh tế|giao thông|đường thủy|cơ động"
    r"|thi hành án hình sự(?: và hỗ trợ tư pháp)?"
)
# What committees and departments are against: "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn".
_AGAINST = spaced(
    r"[Pp]hòng,? chống (?:thiên tai|lụt bão|tội phạm|ma túy|mua bán người|dịch bệnh|dịch|HIV/AIDS|AIDS|tệ nạn xã hội"
    r"|tác hại"
    r"|tham nhũng(?:, lãng phí)?(?:, tiêu cực)?|cháy,? nổ|bạo lực gia đình|buôn lậu|rửa tiền|sốt rét|bệnh xã hội)"
    r"(?:,? (?:và )?(?:tội phạm|ma túy|tệ nạn xã hội|mua bán người|gian lận thương mại|hàng giả))*"
    r"(?: và (?:[Tt]ìm kiếm,? [Cc]ứu nạn|[Cc]ứu nạn,? [Cc]ứu hộ|TKCN|Phòng thủ dân sự|phòng thủ dân sự))?"
)
# Words with one capital that stand behind other capitals: "Phụ Sản | Trung ương", "Pasteur | Thành phố Hồ Chí Minh".
_COMPOUND = spaced(
    r"(?:Trung ương|Thành phố|Thị (?:xã|trấn)|Quốc (?:gia|tế|phòng)|Nhiệt đới|Bệnh tật|Tâm thần|Tim mạch|Nội tiết"
    r"|Da liễu|Ung bướu|Đa khoa|Chấn thương|Phục hồi|Truyền máu|Huyết học|Y (?:tế|học|dược)|Dược liệu|Khoa học"
    r"|Công nghệ|Công nghiệp|Công thương|Công đoàn|Kỹ thuật|Kinh tế|Thương mại|Tài (?:chính|nguyên)|Nông nghiệp"
    r"|Lâm nghiệp|Thủy (?:sản|lợi)|Môi trường|Sinh (?:học|thái)|Sư phạm|Văn hóa|Giáo dục|Mỹ thuật|Nghệ thuật"
    r"|Ngoại ngữ|Xã hội|Nhân văn|Chính trị|Hành chính|Pháp luật|Giao thông|Xây dựng|Kiến trúc|Du lịch|Thể thao"
    r"|Đào tạo|Dịch vụ|Đầu tư|Phát triển|Quản lý|Nghiên cứu|Điện tử|Viễn thông|Năng lượng|Hàng (?:không|hải)"
    r"|Đường (?:sắt|bộ)|Bảo (?:tồn|hiểm|vệ)|Cảnh sát|Quân (?:đội|sự)|Biên phòng)(?!\w)"
)
# A capital alone takes the small syllable after it ("Xây dựng"); a name of two capitals is whole ("Lạng Sơn").
_PROPER = rf"(?!{_COMPOUND})[{UPPER}](?![{UPPER}&])\w*"


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\s,]*(?:-\s+|–\s+)?(?:Đào tạo,\s+[Bb]ồi dưỡng(?!\w)|Cảnh\s+sát\s+(?:{_POLICE})(?!\w)"
        r"|Học\s+sinh,\s+[Ss]inh\s+viên(?!\w)"
        rf"|{_AGAINST}(?!\w)"
        rf"|Khu\s+(?:du\s+lịch|công\s+nghệ\s+cao|bảo\s+tồn)(?!\w)|[{UPPER}&]{{2,}}\d*(?![\w/.-])"
        rf"|(?:{_PROPER}\s+)+(?={_PROPER}){_PROPER}(?!\w)"
        rf"|{_CAPITAL}(?:\s+(?!(?:{spaced(VERBS)}|{spaced(MODAL)})(?!\w))(?!(?:và|của|các|thuộc|tỉnh|xã"
        rf"|phường)(?!\w))[^\W\d_{UPPER}]\w*(?!\w))?"
        rf"|{spaced(SMALL)}(?!\w)|(?:số\s+)?\d{{1,3}}(?![\w/])))"
    )


_TWO_CAPITALS = re.compile(rf"[\s,]*(?:[-–]\s+)?{_PROPER}(?:\s+{_PROPER})+")


# The next name of a list.
@cache
def _next_name() -> re.Pattern[str]:
    return re.compile(spaced(rf"[\s,]*(?:(?:và|hoặc|cùng|;|-) )?(?:{HEADS})(?!\w)"))


# Small words that go on with a name when the list goes on behind them: "Vụ Cải cách | hành chính | và Thủ trưởng …".
@cache
def _tail_words() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+[^\W\d_{UPPER}]\w*){{1,5}}?(?=\s*(?:,|và)\s*(?:[Cc]ác|{HEADS})(?!\w))")


# Verbs that end any name, however long: who leads and who helps is said with them.
@cache
def _sure() -> re.Pattern[str]:
    return re.compile(
        spaced(r"chủ trì|chịu trách nhiệm|phối hợp|có trách nhiệm|theo dõi|tham mưu|căn cứ|chủ động|khẩn trương")
    )


# An unlisted word and this many more before the verb are taken for the name.
_FEW = 4


# Without a verb that is known a name is whole when it ends with a level, or is that of a department.
@cache
def _level_end() -> re.Pattern[str]:
    return re.compile(
        spaced(
            r"(?:tỉnh|xã|phường|huyện|thành phố|đặc khu|cấp|trung ương|địa phương|liên quan|Tỉnh ủy|Đảng ủy"
            r"|Thành ủy|khối)$"
            rf"|(?:Sở|Bộ) (?:{'|'.join(sorted(department_names(), key=len, reverse=True))})$"
        )
    )


# A head alone names no agency.
@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        spaced(
            r"(?:Sở|Ban|Bộ|Ủy ban|Cục|Chi cục|Phòng|Hội|Vụ|Trung tâm|Viện|Trường|Trưởng|Công ty|Văn phòng|Cơ quan"
            r"|Đơn vị"
            r"|Hội đồng|Đoàn|Báo|Đài|Hợp tác xã|HTX|Nhà máy"
            r"|Lãnh đạo|Lực lượng|Ngành|Khối|Thành viên|Cá nhân|Chánh|Thuế|Trạm|Quỹ|Đồn|Bộ phận|Các (?:ban"
            r"|tổ chức|cấp"
            r"|hội|phòng|chi|cơ sở|khu))$"
        )
    )


# "Đơn vị nào chậm báo cáo", "UBND xã nào để …": a condition, and nobody's name.
_WHICHEVER = re.compile(r"\s+nào(?!\w)")
# "Đơn vị không đạt chỉ tiêu": which of them is meant, and no part of a name.
_CASE = re.compile(r"\s+(?:không|chưa|đã|đang|bị|nếu|khi|để\s+xảy|vi\s+phạm|chậm)(?!\w)")
# "Các đơn vị có tỷ lệ giải ngân dưới 60%", "xã để xảy ra cháy": those of which a rule speaks.
_BY_RESULT = re.compile(r"\s+(?:có\s+(?:tỷ\s+lệ|tỉ\s+lệ|kết\s+quả|mức|số\s+điểm)|để\s+xảy\s+ra|vi\s+phạm)(?!\w)")
# A name longer than this ran into the sentence; lists are longer.
_LONGEST = 400
# A name may go on this far in small letters before its verb: "Ban Quản lý | dự án đầu tư xây dựng tỉnh | khẩn trương".
_REST = 48


def names_end(copy: str, start: int, end: int, *, listed: bool = False) -> int | None:
    """Where the agency, or the list of agencies, that begins at ``start`` ends; None in doubt.

    ``copy`` is the reading copy. ``listed`` lets a name begin in small letters, as after "phối hợp với".
    """
    head = (_listed_head() if listed else _head()).match(copy, start, end)
    if head is None or _WHICHEVER.match(copy, head.end(), end):
        return None
    limit = min(end, start + _LONGEST)
    position, proper = head.end(), False
    if _bare().match(head.group()) and _CASE.match(copy, head.end(), end):
        return None
    if _bare().match(head.group()) and (own := _stop().match(copy, _skip(copy, position, limit), limit)):
        if _sure().match(own.group()):
            return None
        position = own.end()  # "Ban quản lý …": the word after the head is part of the name
    while not _stop().match(copy, _skip(copy, position, limit), limit):
        word = _next_name().match(copy, position, limit) or _words().match(copy, position, limit)
        word = word or _tail(copy, position, limit)
        if word is None or _dashed_verb().match(copy, position, limit) or _opens_work(copy, position, limit):
            break
        position, proper = word.end(), bool(_TWO_CAPITALS.fullmatch(word.group()))
    stop = _settled_end(copy, start, position, end, proper=proper)
    if stop is None or _bare().match(copy, start, stop) or _WHICHEVER.match(copy, stop, end):
        return None
    if _BY_RESULT.search(copy, head.end(), stop) or _BY_RESULT.match(copy, stop, end):
        return None
    return stop


def _opens_work(copy: str, position: int, end: int) -> bool:
    """Whether the work begins behind a comma: "Sở A, | tổ chức trực ban"."""
    comma = _COMMA.match(copy, position, end)
    verb = _stop().match(copy, comma.end(), end) if comma else None
    return verb is not None and not _COMMA.match(copy, verb.end(), end)  # "các cơ quan, tổ chức, cá nhân": more of them


_COMMA = re.compile(r"\s*,\s*")


def _tail(copy: str, position: int, end: int) -> re.Match[str] | None:
    """Small words that end a name of a list that goes on; None when a verb is among them."""
    match = _tail_words().match(copy, position, end)
    return None if match and _stop().search(copy, position, match.end()) else match


def _skip(copy: str, position: int, end: int) -> int:
    while position < end and copy[position].isspace():
        position += 1
    return position


def _settled_end(copy: str, start: int, position: int, end: int, *, proper: bool) -> int | None:
    """Where a name that was read as far as ``position`` ends, judged by what follows.

    ``proper`` is whether it ends with a proper name ("Lê Lợi"), after which no small word goes on with it.
    """
    position = _without_joint(copy, start, position)
    following = _skip(copy, position, end)
    complete = proper or bool(_level_end().search(copy[max(start, position - 40) : position]))
    complete = complete and not _bare().match(copy, start, position)  # "Hợp tác xã" ends with a level by chance
    if following >= end:
        return position
    if not complete and (rest := _rest_is_name().match(copy, following, end)):
        return rest.end()
    if copy[following] in '.;()[]"/–-':
        return position
    if copy[following] == ":":
        return _colon_list(copy, following, end)
    if copy[following] == ",":
        return _before_comma(copy, position, following, end)
    if _stop().match(copy, following, end):
        return position
    verb = _stop().search(copy, following, min(end, following + _REST + 20))
    if complete:
        return _with_relative(copy, position, following, end)  # a verb that is not listed
    if verb is None or verb.start() > following + _REST or re.search(r"[.;:(),]", copy[following : verb.start()]):
        return None
    before = copy[following : verb.start()]
    few = len(before.split()) <= _FEW or _ends_proper(before) or bool(_goes_on().fullmatch(before))
    few = few or bool(_ENDS_WITH_LEVEL.search(before))
    if not few and not _sure().match(copy, verb.start()):
        return None
    return _without_joint(copy, start, verb.start())


# Small words, and a capital behind "và" that begins no other name. Match: "Trung tâm Xúc tiến | đầu tư và Thương mại |
# rà soát". Near miss: "Trung tâm Xúc tiến | đầu tư và Sở Y tế |".
@cache
def _goes_on() -> re.Pattern[str]:
    small = rf"[^\W\d_{UPPER}]\w*"
    return re.compile(
        rf"(?:{small}\s+){{1,3}}và\s+(?!(?:{spaced(HEADS)})(?!\w))[{UPPER}]\w*(?:\s+{small}){{0,2}}"
        r"(?:\s+(?:tỉnh|thành\s+phố|xã|phường))?\s*"
    )


# "Hội Bảo tồn | dân ca các dân tộc tỉnh | sưu tầm".
_ENDS_WITH_LEVEL = re.compile(r"\s(?:tỉnh|thành\s+phố|huyện|xã|phường|trung\s+ương)\s*$")


def _ends_proper(words: str) -> bool:
    """Whether the rest of a name ends with a proper one: "Công ty | khai thác công trình thủy lợi Trà Vinh"."""
    return bool(re.search(rf"\w\s+[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{1,2}}\s*$", words))


# A few small words up to the end or a colon: "Cục Quản lý | chất lượng |: …", a heading, a cell.
@cache
def _rest_is_name() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?!(?:{spaced(VERBS)}|{spaced(MODAL)})(?!\w))[^\W\d_]\w*(?!\w)(?:\s+(?=\w))?){{1,8}}(?=\s*(?:$|[:;.()]))"
    )


def _before_comma(copy: str, position: int, comma: int, end: int) -> int | None:
    """The end of a name before a comma: a verb follows, or more of the list up to a verb of role."""
    following = _skip(copy, comma + 1, end)
    if following >= end or _stop().match(copy, following, end) or copy[following] in "(":
        return position
    verb = _stop().search(copy, following, min(end, following + _REST + 20))
    if verb is None or verb.start() > following + _REST or re.search(r"[.;:()]", copy[following : verb.start()]):
        return None
    return _without_joint(copy, position, verb.start()) if _sure().match(copy, verb.start()) else None


_JOINT = re.compile(r"(?:[\s,]|(?<=\s)(?:và|hoặc|cùng|các|-|–))+$")


def _without_joint(copy: str, start: int, end: int) -> int:
    """The end without a comma or "và" that joins nothing."""
    match = _JOINT.search(copy, max(start, end - 24), end)
    return match.start() if match else end


# "có rừng", "có dự án đi qua": what a body must have for the work to be its own; "có giải pháp" is work.
_RELATIVE = re.compile(
    r"(?:có\s+(?:nhiều\s+)?(?:rừng|dự\s+án|vùng|diện\s+tích|tuyến|công\s+trình|đất|sông|suối|biển|biên\s+giới|bờ"
    r"|khu|cụm|hồ|đê|đập|mỏ|làng|di\s+tích|người|hộ|tàu|cảng|đường|nhà\s+máy|chợ|sản\s+phẩm|cơ\s+sở|đồng\s+bào)"
    r"|nằm)(?!\w)"
)
# A verb behind one of these belongs to what the body has: "vùng trồng cà phê", "cơ sở sản xuất gỗ".
_OF_THING = re.compile(
    r"(?:vùng|khu|cụm|cơ\s+sở|dự\s+án|điểm|công\s+trình|diện\s+tích|đất|rừng|nhà|hộ|người|làng|hợp\s+đồng|đang|và|bị"
    r"|được|đã|chưa|[,.;:()])\s*$"
)


# "ven biển từ Quỳnh Lưu đến Cửa Lò", "vùng hạ du hồ chứa": which of the bodies, told by where they lie.
_WHERE = re.compile(
    r"(?:ven|dọc(?:\s+theo)?|giáp|hạ\s+(?:du|lưu)|thượng\s+(?:nguồn|lưu)|(?:phía|miền|vùng)(?:\s+\w+)?|đầu\s+nguồn"
    r"|nội\s+thành|ngoại\s+thành|trung\s+tâm|trọng\s+điểm|đặc\s+biệt\s+khó\s+khăn|khó\s+khăn|bãi\s+ngang)(?!\w)"
)
# With these words a place goes on, and no work begins.
_TO_PLACE = re.compile(r"(?:từ|đến|tại|qua|về|theo|trong|sau|trước)(?!\w)")


def _with_place(copy: str, position: int, following: int, end: int) -> int | None:
    """The end of a name with where its bodies lie; None when no verb shows where that ends."""
    limit = min(end, following + _REST + 20)
    rest = copy[following:end].rstrip(" .:;\n")
    for verb in _stop().finditer(copy, following, limit):
        if re.search(r"[.;:()]", copy[following : verb.start()]):
            return None
        if not _TO_PLACE.match(verb.group()):
            return _without_joint(copy, position, verb.start())
    alone = len(rest) <= _REST and not re.search(r"[.;:()]", rest)
    return following + len(rest) if alone else None  # a heading


def _with_relative(copy: str, position: int, following: int, end: int) -> int | None:
    """The end of a whole name with "có rừng" behind it, when a verb shows where that ends."""
    relative = _RELATIVE.match(copy, following, end)
    if relative is None:
        return _with_place(copy, position, following, end) if _WHERE.match(copy, following, end) else position
    rest = copy[relative.end() : end].rstrip(" .:;\n")
    if len(rest.split()) <= _FEW and not re.search(r"[.;:(),]", rest) and not _stop().search(rest):
        return relative.end() + len(rest)  # "UBND các xã có dự án": a heading
    for verb in _stop().finditer(copy, relative.end(), min(end, following + _REST + 20)):
        if re.search(r"[.;:(),]", copy[following : verb.start()]):
            return position
        if _sure().match(copy, verb.start()) or not _OF_THING.search(copy, following, verb.start()):
            return _without_joint(copy, position, verb.start())
    return position


_PLACE = rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}}"
_FIELD = rf"(?:{'|'.join(sorted(department_names(), key=len, reverse=True))})(?!\w)"
_LISTED = rf"(?:(?:các\s+)?(?:xã|phường|đặc khu|huyện)\s+)?(?:{_FIELD}|{_PLACE})"


# "UBND các xã, phường: A, B", "các sở: Xây dựng, Tài chính".
@cache
def _after_colon() -> re.Pattern[str]:
    return re.compile(rf":\s*{_LISTED}(?:\s*(?:,|và)\s*{_LISTED}){{0,40}}")


def _colon_list(copy: str, colon: int, end: int) -> int | None:
    """The end of what is listed after a colon when a verb, nothing, or another name follows.

    The colon itself when what follows it is no list but the work.
    """
    match = _after_colon().match(copy, colon, end)
    work = _stop_any_case().match(copy, _skip(copy, colon + 1, end), end)
    if match is None or (work and "," not in match.group()):
        return colon
    following = _skip(copy, match.end(), end)
    if following >= end or copy[following] in ".)" or _stop().match(copy, following, end):
        return match.end()
    if copy[following] in ",;" and _head().match(copy, _skip(copy, following + 1, end), end):
        return names_end(copy, _skip(copy, following + 1, end), end)
    return match.end() if copy[following] == ";" else None if "," in match.group() else colon


def is_names(copy: str, start: int, end: int) -> bool:
    """Whether a stretch is an agency's name, or a list of them, and nothing else."""
    while end > start and (copy[end - 1].isspace() or copy[end - 1] in ".,:;"):
        end -= 1
    start = _skip(copy, start, end)
    position: int | None = start
    while position is not None and position < end:
        position = names_end(copy, position, end, listed=position > start)
        while position is not None and position < end and (copy[position].isspace() or copy[position] in ",;"):
            position += 1
    return position is not None and position >= end > start


def begins_like_name(copy: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a word that begins agencies' names."""
    return bool(_head().match(copy, start, end))


def is_upper_name(copy: str, start: int, end: int) -> bool:
    """Whether a heading in capitals ("III. SỞ XÂY DỰNG") is an agency's name."""
    said = copy[start:end].strip(" .:;")
    words = said.title()
    return (
        said.isupper()
        and len(words) == len(said)
        and bool(_head().match(said.capitalize()))
        and is_names(words, 0, len(words))
    )


def next_verb(copy: str, start: int, end: int) -> int | None:
    """Where the first word that opens a predicate stands; None when there is none."""
    match = _stop().search(copy, start, end)
    return match.start() if match else None


def begins_with_verb(copy: str, start: int, end: int) -> bool:
    """Whether a stretch begins with what an agency does, whatever its first letter."""
    return bool(_task_verb().match(copy, start, end))


@cache
def _task_verb() -> re.Pattern[str]:
    return re.compile(spaced(rf"(?:{VERBS})(?!\w)"), re.IGNORECASE)


def names_agency(text: str) -> bool:
    """Whether some agency is named in ``text``."""
    return bool(re.search(rf"\b(?:{HEADS})\b|(?i:\b{MANY}\b)", text))
