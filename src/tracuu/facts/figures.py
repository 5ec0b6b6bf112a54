"""Figures in running text: the number, its unit, and how it is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tracuu.documents.digits import with_digits
from tracuu.facts.bare_numbers import ends_there, is_bare, named_before
from tracuu.text import squeeze
from tracuu.types import Comparison, Span

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
# Nothing that makes it a part of a word, a date, a symbol or a sum may touch it.
_FIGURE = re.compile(
    rf"(?<![\w.,/:+^²³×&-])(?<![–—])(?P<low>{_NUMBER})"
    rf"(?:\s{{0,3}}(?P<unit>%|[^\W\d]{{1,7}}(?:²|\s[^\W\d]{{1,7}})?)?\s{{0,3}}(?:[-–—÷]|đến"
    rf"|tới)\s{{0,3}}(?P<high>{_NUMBER}))?"
    r"(?![\d/]|[.,:+]\d|[-–]\w|\s{0,2}[-–—]\s{0,2}\d|G\b)"
)
# "đạt 6/9 tiêu chí": a part of all; after a verb, and before what is counted, it is no date.
_OUT_OF = re.compile(
    r"(?<!\w)(?:đạt|có|hoàn\s+thành|công\s+nhận)\s+(?:(?:từ|trên|ít\s+nhất|tối\s+thiểu|khoảng|được)\s+)*"
    r"(?P<low>\d{1,3})/(?P<whole>\d{1,3})(?=\s+(?:tiêu\s+chí|chỉ\s+tiêu|xã|phường|thôn|bản|ấp|trường|trạm|huyện|khu"
    r"|hồ|chợ|dự\s+án|nhiệm\s+vụ|đơn\s+vị|cơ\s+quan)(?!\w))",
    re.IGNORECASE,
)
_SCALE = r"(?:(?:trăm|chục)\s+)?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:\s+(?:tỷ|tỉ))?(?!\w)"
_MEASURE = (
    r"(?:điểm\s+)?(?:%|phần\s+trăm)|‰|(?:k?m\s*[²³]|[kc]?m[23](?!\w))(?:\s+sàn(?=\s?/))?|héc[- ]?ta|hecta|ha|km"
    r"|[mµμ]?g\s?/\s?(?:l|lít|m[3³]|kg)|mm|m|tấn|tạ|kg|lít|MWp?|[kG]Wh?|kVA|MVA"
    r"|đề-xi-ben|dB(?:A|\s?\(A\))?|dpi|ppi|ppm|ký\s+tự|[KMGT]B|phần\s+nghìn|°C|độ\s+C|mét(?:\s+(?:vuông|khối))?"
    r"|ki-lô-(?:mét|gam|oát)|gam|mã\s+lực|hải\s+lý|lux|vôn|điểm\s+ảnh"
    r"|đồng|USD|đô\s+la(?:\s+Mỹ)?|EUR|VNĐ|đ|Mbps|Gbps|tuổi"
)
_PER = (
    r"(?:\s?/\s?(?:(?:\d{1,3}(?:\.\d{3})*|vạn|nghìn|\d\s+vạn)\s+)?"
    r"(?:ngày\s+đêm|ngày|người\s+dân|người|lao\s+động|hộ(?:\s+gia\s+đình)?|năm|tháng|vụ|giờ|ha|k?m\s*[²³](?:\s+sàn)?"
    r"|k?m[23]|km|dân|xã|học\s+sinh|con|cây|tấn|kg(?:\s+hơi)?|giây|phút|lít|s|l)"
    r"(?!\w))"
)
_UNIT = re.compile(
    rf"\s{{0,3}}(?:(?:{_MEASURE})(?!\w)|{_SCALE}(?:\s+(?:đồng|đông(?!\s+(?:bào|chí|dân|người|đảo))|USD|đô\s+la|EUR|m[²³]|tấn|ha)(?!\w))?){_PER}{{0,3}}"
)
_PERS = re.compile(_PER + "{1,3}")
_SCALED = re.compile(rf"\s{{1,3}}{_SCALE}(?=\s+[^\W\d_])")
_COUNTED = re.compile(r"\s{1,3}(?P<noun>[^\W\d_]+)")
_MORE_OR_LESS = re.compile(r"\s+trở\s+(?P<way>lên|xuống)(?!\w)")
# Things counted whose name has two or three syllables; others are named by one.
_COMPOUNDS = re.compile(
    r"(?:tiêu chí|chỉ tiêu"
    r"|đô thị|dự án|học sinh|giáo viên|lao động|doanh nghiệp|hợp tác xã|tổ hợp tác|hộ dân|hộ gia đình|hộ nghèo"
    r"|tổ chức|công trình|cán bộ|công chức|viên chức|đảng viên|sản phẩm|mô hình|trung tâm|di tích|cơ sở"
    r"|khu công nghiệp|cụm công nghiệp|trường học|giường bệnh|bác sĩ|nhà máy|thủ tục|nhiệm vụ|phòng học"
    r"|tổ dân phố|căn hộ|thị xã|thị trấn|thành phố|đặc khu|điểm trường)(?!\w)"
)
# Words of one syllable that count things by themselves: a unit, and no part of what is counted.
CLASSIFIERS = frozenset({"căn", "căn hộ", "chiếc", "cái", "lượt", "suất"})
_HEADS = re.compile(
    r"(?:căn|phòng|chiếc|cái|lượt|suất|xã|phường|thôn|bản|ấp|hộ|người|nhà|trường|lớp|trạm|cầu|tàu|cây|con|điểm|khu|cụm"
    r"|tuyến"
    r"|hồ|chợ|tổ|đội|trang|vụ|đoàn|giường|máy|xe|km|nghề|làng)"
)
# "bão số 3", "thứ 2", "Quốc lộ 279", "cấp 11": the number names the thing before it.
_LABELLED = re.compile(
    r"(?<!\w)(?:số|bão|thứ|lần|đề án|nghị quyết|chỉ thị|kết luận|quyết định|chương trình|nghị định|luật|quốc lộ"
    r"|tỉnh lộ|QL|ĐT"
    r"|đường|khóa|khu vực|vùng|quý|tháng|ngày|giờ|điều|khoản|phụ lục|biểu|mẫu|bậc|trang|chương|tiêu chí|đợt"
    r"|giai đoạn|phiên"
    r"|công văn|kế hoạch|nhóm|tốp|top|bảng|hình|lúc|ngõ|K)\s+$",
    re.IGNORECASE,
)
# These are labelled with small numbers only: "lớp 10", "cấp 11"; "cấp 500 giấy" is an amount.
_LABELLED_SMALL = re.compile(
    r"(?<!\w)(?:lớp|(?<!nâng )(?<!cung )(?<!trợ )cấp|loại|hạng|điểm|mục|tổ|phường|quận|hàng|phần|bước|nhóm|dự án"
    r"|khối|đội|tầng|nhà)\s+$",
    re.IGNORECASE,
)
_SMALL = 20
# Words that cannot be counted things: times, labels, parts of slogans and of the state, joining words.
_NOT_COUNTED = re.compile(
    r"(?:giờ|phút|giây|ngày|tháng|năm|quý|tuần|lần|lân|cấp|bước|khoản|mục|điều|chương|phụ|rõ|không|giảm|tăng|tại|nhất|nội"
    r"|nhóm|kV|khâu|trụ|thứ|kỳ|khóa|nhiệm|ca|kíp|loại|môn|và|hoặc|hay|của|trong|đến|là|được|theo|thì|về|từ|có|đã|sẽ"
    r"|cho|với"
    r"|trên|dưới|các|những|này|đó|kia|nêu|như|để|do|khi|nếu|vào|ra|lên|xuống|còn|cũng|phải|cần|đồng|đạt|trở|sao"
    r"|mặt|chiều"
    r"|đối|tư|hướng|ưu|trực|mũi|chữ|hằng|hàng)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, in offsets of the text it was looked for in.

    ``end`` is behind the unit, and behind "trở lên". A counted thing is no unit of measure: then
    ``counted`` holds and ``unit`` is the word that says what is counted, None when it is unknown.
    """

    value: Span
    low: float
    high: float
    unit: Span | None
    unit_name: str
    end: int
    counted: bool
    way: Comparison | None = None


def read_number(printed: str) -> float | None:
    """The value of a number as printed in Vietnamese: "1.500" is 1500, "4,7" 4.7, "8.6" 8.6.

    None when two readings are possible: "1,500" may be an English thousand, "01.500" a label.
    """
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", printed):
        return float(printed.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+", printed):
        return float(printed)
    if match := re.fullmatch(r"(?P<whole>0|[1-9]\d*)[.,](?P<part>\d{1,4})", printed):
        thousands = len(match["part"]) == 3 and match["part"].endswith("0") and match["whole"] != "0"
        return None if thousands else float(f"{match['whole']}.{match['part']}")
    return None


def unit_name(printed: str) -> str:
    """The plain form of a unit: "m<sup>2</sup>" and "m^2" give "m²", "tỉ đồng" gives "tỷ đồng"."""
    name = squeeze(re.sub(r"</?\w+>|[\\${}^~*]", "", printed))
    name = re.sub(r"(?<=m)\s?[2²]", "²", re.sub(r"(?<=m)\s?[3³]", "³", name))
    name = re.sub(r"\s?/\s?", "/", name).replace("² sàn", "²")
    if not re.search(r"USD|EUR|VNĐ|W|VA|bps|dB|[KMGT]B|C$", name):
        name = name.lower()
    for printed_form, plain in (
        ("tỉ", "tỷ"),
        ("ngàn", "nghìn"),
        ("phần trăm", "%"),
        ("hecta", "ha"),
        ("héc ta", "ha"),
        ("đông", "đồng"),
    ):
        name = re.sub(rf"(?<!\w){printed_form}(?!\w)", plain, name)
    return "đồng" if name in {"đ", "VNĐ"} else name.replace("điểm %", "điểm phần trăm")


def find_figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures of ``text[start:end]`` in order. What may be a label, a date or a symbol is left out."""
    matches = [*_FIGURE.finditer(text, start, end), *_OUT_OF.finditer(text, start, end)]
    for match in sorted(matches, key=lambda m: m.start("low")):
        figure = _read(match, text, end) if match.re is _FIGURE else _read_part(match, text, end)
        if figure:
            yield figure


def _read_part(match: re.Match[str], text: str, end: int) -> Figure | None:
    """How many of all: "đạt 6/9 tiêu chí" is 6."""
    low = read_number(match["low"].lstrip("0") or "0")
    if low is None or low > int(match["whole"]):
        return None
    return _counted(Span(match.start("low"), match.end("whole")), low, low, text, match.end(), end)


def _read(match: re.Match[str], text: str, end: int) -> Figure | None:
    low = read_number(match["low"])
    high_text = match["high"]
    position = match.end()
    if high_text and (_is_year(high_text) or not _joins(match, text)):
        # "40% đến 2030": the second number is a year, or of another thing.
        high_text, position = None, match.end("low")
    high = read_number(high_text) if high_text else low
    if low is None or high is None or high < low:
        return None
    value = Span(match.start("low"), match.end("high") if high_text else match.end("low"))
    return _with_unit(value, low, high, text, position, end)


def _joins(match: re.Match[str], text: str) -> bool:
    """Whether what stands between the two numbers of a range is nothing, or the unit behind it as well."""
    between = match["unit"]
    if not between:
        return match["high"] is not None
    behind = _UNIT.match(text, match.end())
    return behind is not None and unit_name(behind.group()).startswith(unit_name(between))


def _is_year(printed: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", printed))


def _with_unit(value: Span, low: float, high: float, text: str, position: int, limit: int) -> Figure | None:
    scaled = _SCALED.match(text, position, limit)
    unit = _UNIT.match(text, position, limit)
    if scaled and (unit is None or unit.end() <= scaled.end()):
        counted = _counted(value, low, high, text, scaled.end(), limit)
        if counted:
            start = position + len(scaled.group()) - len(scaled.group().lstrip())
            printed = text[start : counted.unit.end] if counted.unit else scaled.group()
            span = Span(start, counted.unit.end if counted.unit else scaled.end())
            return Figure(value, low, high, span, unit_name(printed), span.end, counted=True)
    if unit is None:
        return None if _is_year(text[slice(*value)]) else _counted(value, low, high, text, position, limit)
    start = position + len(unit.group()) - len(unit.group().lstrip())
    tail = _MORE_OR_LESS.match(text, unit.end(), limit)
    way = None if tail is None else Comparison.AT_LEAST if tail["way"] == "lên" else Comparison.AT_MOST
    name = unit_name(unit.group())
    return Figure(value, low, high, Span(start, unit.end()), name, tail.end() if tail else unit.end(), False, way)


def end_with_bound(text: str, end: int) -> int:
    """Where a figure that ends at ``end`` ends with "trở lên" or "trở xuống" behind it; ``end`` without them."""
    tail = _MORE_OR_LESS.match(text, end)
    return tail.end() if tail else end


# Nothing follows a thing that is counted but the end of its clause.
_ALONE = re.compile(r"\s*[.,;)](?!\w)")


def _counted(value: Span, low: float, high: float, text: str, position: int, limit: int) -> Figure | None:
    """A number of things; None when what follows cannot be counted, or the number is no whole one."""
    noun = _COUNTED.match(text, position, limit)
    before = text[max(0, value.start - 24) : value.start]
    nothing = noun is None or _NOT_COUNTED.fullmatch(noun["noun"])
    if nothing and low == high and ends_there(text, position, limit) and (noun is None or is_bare(text, value.start)):
        return Figure(value, low, high, None, "", value.end, counted=False) if is_bare(text, value.start) else None
    if _LABELLED.search(before) or (low <= _SMALL and _LABELLED_SMALL.search(before)):
        return None
    scaled = position > value.end
    if noun is None or not noun["noun"][0].islower():
        return None
    rate = _PERS.match(text, noun.end(), limit)
    if _NOT_COUNTED.fullmatch(noun["noun"]) and not rate:
        return None
    if not scaled and (low != int(low) or high != int(high)) and not is_bare(text, value.start):
        return None
    compound = _COMPOUNDS.match(re.sub(r"\s", " ", text[noun.start("noun") : min(limit, noun.start("noun") + 20)]))
    unit: Span | None
    if compound:
        unit = Span(noun.start("noun"), noun.start("noun") + compound.end())
    elif not _HEADS.fullmatch(noun["noun"]) and (named := named_before(text, value.start, noun.start("noun"), limit)):
        unit = Span(noun.start("noun"), named)
    else:
        alone = bool(_ALONE.match(text, noun.end(), limit)) or noun.end() == limit
        unit = Span(*noun.span("noun")) if rate or alone or _HEADS.fullmatch(noun["noun"]) else None
    if unit and (per := _PERS.match(text, unit.end, limit)):
        unit = Span(unit.start, per.end())
    name = unit_name(text[slice(*unit)]) if unit else ""
    end = unit.end if unit else value.end
    tail = _MORE_OR_LESS.match(text, end, limit)
    way = None if tail is None else Comparison.AT_LEAST if tail["way"] == "lên" else Comparison.AT_MOST
    return Figure(value, low, high, unit, name, tail.end() if tail else end, counted=True, way=way)


# --- Mark-up -----------------------------------------------------------------------------------

# Raised figures first, then what only changes the looks.
_RAISED = re.compile(r"<sup>\s*(?P<tag>[23])\s*</sup>|\^\{?\s*(?P<caret>[23])\s*\}?|\$\^\{?(?P<tex>[23])\}?\$")
_MARKS = re.compile(r"<!--.{0,400}?-->|</?[a-zA-Z][^<>]{0,80}>|\\[a-zA-Z]{2,12}\s?\{?~?|[*_#$\\{}~|]", re.DOTALL)
_RAISED_SIGN = {"2": "²", "3": "³"}
_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u2009": " ", "\t": " ", "\n": " ", "\u2011": "-", "–": "-", "—": "-", "％": "%"}
)


@lru_cache(maxsize=4)
def figure_copy(text: str) -> str:
    """The text with mark-up blank, raised 2 and 3 as one sign, and plain dashes; offsets stay as they were."""

    def raised(match: re.Match[str]) -> str:
        sign = _RAISED_SIGN[match["tag"] or match["caret"] or match["tex"]]
        return sign.rjust(len(match.group()))

    return _MARKS.sub(lambda m: " " * len(m.group()), _RAISED.sub(raised, with_digits(text))).translate(_PLAIN)


# --- How a figure is meant ---------------------------------------------------------------------

_COMPARISONS: tuple[tuple[Comparison, str], ...] = (
    (Comparison.ABOUT, r"trên\s+dưới|khoảng|xấp\s+xỉ|gần|chừng|ước\s+khoảng"),
    (Comparison.AT_LEAST, r"tối\s+thi[ểêe]u|ít\s+nhất|không\s+dưới|không\s+ít\s+hơn|không\s+thấp\s+hơn|≥|>="),
    (Comparison.AT_MOST, r"tối\s+đa|nhiều\s+nhất|không\s+(?:vượt\s+)?quá|không\s+cao\s+hơn|không\s+trên|≤|<="),
    (Comparison.ABOVE, r"trên|hơn|vượt|cao\s+hơn|lớn\s+hơn|>"),
    (Comparison.BELOW, r"dưới|thấp\s+hơn|nhỏ\s+hơn|<"),
)
_PREDICATES = (
    r"ph[ấâầ]n\s+đấu|đạt|được|mức|ở\s+mức|bằng|là|chiếm|còn|(?<!trở )xuống|giảm\s+(?:xuống\s+)?còn"
    r"|(?:tăng\s+|nâng\s+|(?<!trở ))lên|đến|tới"
    r"|duy\s+trì|giữ(?:\s+vững)?|ổn\s+định|phải|cần|có|hoàn\s+thành|bảo\s+đảm|đảm\s+bảo|dự\s+kiến|bình\s+quân"
    r"|trung\s+bình"
    r"|tỷ\s+lệ|tỉ\s+lệ|tương\s+ứng|tương\s+đương|gồm(?:\s+có)?|bao\s+gồm|trong\s+đó|riêng|và|với|cụ\s+thể|từ|[:,(–=-]"
)
_TAIL = re.compile(
    rf"(?:^|(?<=\s)|(?<=[:,(]))(?:{'|'.join(p for _, p in _COMPARISONS)}|{_PREDICATES})\s*$", re.IGNORECASE
)
# A predicate and its comparison are never longer than this.
_TAIL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands right before a figure and is no part of what is measured.

    It begins at ``start``; ``says`` holds when it has a predicate ("đạt", "còn", ":") or comparison.
    """

    start: int
    comparison: Comparison
    words: tuple[str, ...]

    @property
    def says(self) -> bool:
        """Whether a predicate links what stands before to the figure."""
        return any(w in _SAYS or w in _COMPARING for w in self.words)


_SAYS = frozenset(
    {"đạt", "là", "chiếm", "còn", "bằng", "duy trì", "giữ", "giữ vững", "ổn định", "lên", "tăng lên", "nâng lên"}
    | {":", "ở mức", "mức", "xuống", "giảm còn", "giảm xuống còn", "được", "tương đương", "phấn đấu", "bình quân"}
)
_COMPARING = frozenset({"khoảng", "trên", "dưới", "hơn", "tối thiểu", "ít nhất", "không quá", "tối đa", "không dưới"})


_MEAN = re.compile(r"bình quân|trung bình", re.IGNORECASE)


def comparison_in(words: str) -> Comparison:
    """The comparison that the words before a number in a cell say: "≥", "Trên", "khoảng"."""
    found = [c for c, pattern in _COMPARISONS if re.search(rf"(?<!\w)(?:{pattern})\s*$", words.strip(), re.IGNORECASE)]
    return found[0] if found else Comparison.EXACT


def read_lead(text: str, start: int, figure: Figure) -> Lead:
    """The predicate and comparison before a figure, not before ``start``."""
    position = figure.value.start
    words: list[str] = []
    floor = max(start, position - _TAIL_LENGTH)
    while match := _TAIL.search(text[floor:position]):
        if _MEAN.fullmatch(squeeze(match.group())) and not _COMPARING.issuperset(words):
            break  # "tuổi thọ trung bình đạt": the mean is measured; "tăng bình quân 11%": it is said of the figure
        words.append(squeeze(match.group()).lower())
        position = floor + match.start()
        while position > floor and text[position - 1].isspace():
            position -= 1
    return Lead(position, _comparison(words, figure), tuple(reversed(words)))


def _comparison(words: list[str], figure: Figure) -> Comparison:
    """The comparison nearest to the figure; "trở lên" behind it and a bare "từ" before it mean at least."""
    if figure.way:
        return figure.way
    found = [c for word in words for c, pattern in _COMPARISONS if re.fullmatch(pattern, word, re.IGNORECASE)]
    strict = [c for c in found if c is not Comparison.ABOUT]
    if strict or found:
        return (strict or found)[0]
    return Comparison.AT_LEAST if "từ" in words and figure.low == figure.high else Comparison.EXACT
