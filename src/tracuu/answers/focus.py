"""The thing that a question asks for by name: "biển số", "mấy tuổi", "nhà thầu nào"."""

import re

from tracuu.text import fold, syllables

_WORD = r"[^\W\d_]+"
# "bao nhiêu tuổi", "mấy nhóm nhiệm vụ": what is counted stands behind.
_COUNTED = re.compile(rf"\b(?:bao nhiêu|mấy)\s+(?P<thing>{_WORD}(?:\s+{_WORD})?)\b", re.IGNORECASE)
# Questions without such a word name the thing at once: "Biển số các xe cứu thương?", "Email nhận báo cáo là gì?".
_ASKING = re.compile(r"\b(?:ai|nào|gì|đâu|bao|mấy|sao|khi nào|thế|không|chưa|ra sao)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?:(?:những|các|nêu|cho|biết|xin|cần|tìm|tra|gửi|đọc|em|tôi|mình|anh|chị|giúp|với|lại) )*"
    rf"(?P<thing>{_WORD}(?:\s+{_WORD})?)",
    re.IGNORECASE,
)
_IS_WHAT = re.compile(r"\blà\s+(?:gì|những ai|ai|bao nhiêu|mấy|thế nào)\b", re.IGNORECASE)
# Words that any answer may answer: agencies, times, tasks, documents, small words.
_ANYTHING = frozenset(
    syllables(
        """
        cơ quan đơn vị sở ban bộ ngành phòng bên người lực lượng tổ chức cấp ủy đảng xã phường tỉnh huyện
        thành phố địa phương nơi vụ cục viện hội đoàn thể đồng chí cán lãnh đạo ông bà doanh nghiệp công an
        trung tâm trường ngày tháng năm quý tuần giờ lúc khi thời gian điểm hạn trước sau việc nhiệm nội
        dung điều cái loại kiểu văn bản kế hoạch nghị quyết định chương trình hướng dẫn mức số những các là
        có làm gồm về của được phải theo cho trong ở tại với như thế và đến đạt trên dưới hơn khoảng phần
        trăm một mỗi lo giao chủ trì phối hợp chịu trách mục tiêu chỉ hình thức giải pháp biện quy yêu cầu vấn đề
        đối tượng thứ để thì so bị đã sẽ cả nữa mới mét vuông m2 km ha héc ta tỷ triệu nghìn tấn tiền tên cụ tổng
        lệ tỉ ti rồi ạ vậy thế nhỉ hả chứ đấy đó này nhé luôn chưa ơi cơ trở lên xuống gđ
        """
    )
)


# What a figure is measured in: what stands behind it is no thing that is counted ("mấy mét sàn").
_MEASURE = re.compile(
    r"(?:một )?(?:mét|km|ki lô mét|héc ta|ha|tấn|tạ|lít|tỷ|triệu|nghìn|đồng|m2|m²|phần trăm|kinh phí|vốn|ngân sách)\b",
    re.IGNORECASE,
)


def _counted(text: str) -> re.Match[str] | None:
    counted = _COUNTED.search(text)
    return counted if counted and not _MEASURE.match(counted["thing"]) else None


# "bao nhiêu lít xăng dầu", "mấy ha rừng": what is measured stands behind the measure. Near miss: "mấy tấn một ngày".
_MEASURED = re.compile(
    rf"\b(?:bao nhiêu|mấy)\s+(?:mét khối|m3|m³|khối|héc ?-?ta|ha|tấn|tạ|kg|lít)\s+"
    rf"(?!(?:một|mỗi|cho|ở|tại|trong|vào|để|trên|thì|là|mới|nữa|mà)\b)(?P<thing>{_WORD}(?:\s+{_WORD})?)",
    re.IGNORECASE,
)


def thing_measured(text: str) -> frozenset[str]:
    """Folded syllables of what ``text`` asks the measure of ("bao nhiêu lít xăng"); none where it names no thing."""
    return frozenset() if _counted(text) else thing_counted(text)


# "Học sinh lớp mấy ở Hà Nội", "đạt bao nhiêu theo kế hoạch": nothing is counted by name.
_NO_THING = re.compile(
    r"(?:mỗi|một|ở|tại|của|cho|trong|vào|đến|thì|là|theo|trên|so|và|với|mà|năm|từ|do|bởi|được|bị|để)\b", re.IGNORECASE
)


def thing_counted(text: str) -> frozenset[str]:
    """Folded syllables of what ``text`` asks the number or the measure of; none where it names no thing."""
    match = _counted(text) or _MEASURED.search(text)
    terms = syllables(match["thing"]) if match and not _NO_THING.match(match["thing"]) else []
    return frozenset(fold(term) for term in terms if term not in _ANYTHING)


def thing_asked(text: str) -> list[str]:
    """Folded syllables of what is counted or named ("mấy tuổi", "biển số …?"); not of what is chosen ("nhà thầu nào").

    What answers must speak of it; a thing that is chosen may go by another name.
    """
    found = [m["thing"] for m in (_counted(text),) if m]
    if not found and (not _ASKING.search(text) or _IS_WHAT.search(text)):
        found = [m["thing"] for m in (_NAMED.search(text),) if m]
    return [fold(term) for thing in found for term in syllables(thing) if term not in _ANYTHING]
