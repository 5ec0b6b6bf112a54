"""Agencies and local units that a question names: what answers must be about these and no others."""

import re
from functools import cache

from tracuu.agencies import department_names
from tracuu.queries.places import find_provinces
from tracuu.text import UPPER, squeeze
from tracuu.types import Span

# "Sở Y tế", "Bộ Xây dựng": the names of departments are known, small letters after the capital too.
# Others go as far as their capitals: "Ban Tuyên giáo và Dân vận" is any of those that begin so.
# Near miss: "Sở nào", "Ban Chỉ đạo" (there are many), "Bộ phận".
_MINISTRIES = "Quốc phòng|Công an|Ngoại giao|Chính trị"
_COMMISSIONS = r"Ban\s+(?i:tuyên giáo và dân vận|tuyên giáo|dân vận|tổ chức|nội chính|quản lý dự án|pháp chế|dân tộc)\b"
_OTHERS = (
    rf"(?:Cục|Chi cục|Tổng cục|Vụ|Văn phòng|Công an|Trung tâm|Hội|Hiệp hội|Ban|Công ty|Quỹ|Trường(?! (?:Sơn|Sa)\b)"
    rf"|Đảng ủy|Liên đoàn|Bệnh viện|Ngân hàng|Tập đoàn)\s+(?!Chỉ\b|Thường\b|Chấp\b)"
    rf"(?:[{UPPER}]\w*\s+[^\W\d_{UPPER}]\w*\s+[-–]\s+[{UPPER}]\w*(?:\s+(?!nào\b|tỉnh\b|thành\b)[^\W\d_{UPPER}]\w*)?"
    rf"|[{UPPER}]\w*(?:\s+(?:[{UPPER}]\w*|và(?=\s+[{UPPER}])))*)"
)
# "thành phố Vinh", "xã Sính Phình", "TP Hồ Chí Minh". Near miss: "xã, phường", "xã nào".
_UNIT = re.compile(
    rf"\b(?:[Tt]hành phố|TP\.?|[Hh]uyện|[Xx]ã|[Pp]hường|[Tt]hị xã|[Tt]hị trấn)\s+"
    rf"(?P<name>[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}})"
)


# What is asked for is no name. Match: "Trường Đại" of "Trường Đại học nào". Near miss: "Sở Y tế làm việc nào".
_ASKED = re.compile(r"(?:\s+học)?\s+nào\b")


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(department_names(), key=len, reverse=True))
    return re.compile(rf"\b(?:(?:Sở|Bộ)\s+(?i:{names}|{_MINISTRIES})\b|{_COMMISSIONS}|{_OTHERS})")


def find_agencies(text: str) -> list[Span]:
    """Spans of agencies named by what sets them apart, in a text with marks and capitals."""
    found = [Span(*match.span()) for match in _pattern().finditer(text)]
    return [span for span in found if not _ASKED.match(text, span.end)]


def find_units(text: str) -> tuple[str, ...]:
    """Names of communes, districts and cities in a question as typed; none in text without capitals."""
    if text.isupper() or text.islower():
        return ()
    return tuple(dict.fromkeys(squeeze(m["name"]) for m in _UNIT.finditer(text) if not _is_of_province(m, text)))


# "các phường Lâm Đồng": the province whose communes are meant, and no commune.
_MANY_BEFORE = re.compile(r"(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Nn]hiều|,|và|\d)\s+$")


def _is_of_province(match: re.Match[str], text: str) -> bool:
    return bool(_MANY_BEFORE.search(text[: match.start()])) and bool(find_provinces(match["name"]))
