"""The softer way to tell what is asked: nearness to worded examples, where no pattern of `askings` matches."""

import math
from collections import Counter
from functools import cache
from itertools import pairwise

from tracuu.text import fold
from tracuu.types import Intent

# How people word what they ask for; what it is about left out. FREE holds the near misses.
_EXAMPLES = {
    Intent.LEAD: "do đâu đảm nhận; ai lãnh; ai gánh; ai đứng mũi chịu sào; bên mô lo; thuộc về ai; đơn vị đầu mối"
    "; cơ quan đầu mối"
    "; cơ quan được giao; đơn vị được giao; người phụ trách; giao về đâu"
    "; do lực lượng nào đảm nhận; ai coi sóc",
    Intent.COORDINATING: "làm cùng với những ai; cùng làm với ai; phối hợp cùng lực lượng nào"
    "; phối hợp với ngành nào; chung tay với ai"
    "; hợp tác với ai; bắt tay với ai; có sự tham gia của ai; ai tham gia cùng",
    Intent.SUPERVISING: "thường trực nào theo dõi; ai đốc thúc; ai kiểm tra; ai nhắc nhở tiến độ; nơi nào giám sát"
    "; ai để mắt",
    Intent.DEADLINE: "chừng nào xong; bao lâu nữa; khi mô xong; mấy lúc nữa xong; đến hạn chưa; còn mấy ngày"
    "; deadline; thời điểm xong"
    "; tới khi nào phải; mốc hoàn thành; mốc thời gian; chừng mô; hạn nộp",
    Intent.FIGURE: "nhiêu phần trăm; hết nhiêu tiền; là nhiêu; con số; đạt nhiêu; mấy chục; chừng mấy; bằng mấy"
    "; mức đạt",
    Intent.SIGNATORY: "ký bởi ai; thay mặt ai ký; chữ ký của ai; ai đặt bút ký; tên người ký; ai phê duyệt ký",
    Intent.ISSUED_ON: "ngày tháng văn bản; ban hành hồi nào; ra hồi nào; ra đời khi nào; có hồi nào; ký hồi nào"
    "; ngày ra văn bản",
    Intent.SYMBOL: "xin số công văn; xin số văn bản; mã số văn bản; cho số văn bản; số và ký hiệu",
    Intent.ISSUER: "của tỉnh nào ban hành; của cấp nào ban hành; bên nào ra văn bản; nơi phát hành; ai phát hành",
    Intent.RECIPIENTS: "nơi nào được gửi; những nơi nào nhận; ai được nhận văn bản; gửi cho những đâu"
    "; người được gửi; gửi tới chỗ nào",
    Intent.WHERE: "tìm văn bản có; tìm văn bản nói về; ở phần mấy; ở trang mấy; cái nào nói tới; văn bản mô"
    "; tìm chỗ nói; tìm đoạn"
    "; nằm chỗ nào; thuộc mục mấy; ghi chỗ nào",
    Intent.FREE: "là gì; gồm những gì; như thế nào; thế nào; ra sao; vì sao; tại sao; giải pháp; nguyên tắc"
    "; quan điểm; nội dung chính"
    "; điều kiện; chính sách; lấy ở đâu; nguồn vốn; có được không; hình thức nào; hướng nào; loại nào; so sánh"
    "; hạn chế; tồn tại"
    "; tóm tắt; ý nghĩa; mục đích; đối tượng nào; được hỗ trợ gì; đô thị nào; dự án nào; khu vực nào; xã nào; nơi ở"
    "; thủ tục"
    "; hồ sơ gồm gì; đầu tư; nhà đầu tư; yêu cầu gì",
}
# An example counts as worded in a question when this share of its letters in threes, weighed by how rare
# they are among the examples, stands there; and no other kind of example comes as near as the margin.
_NEAR, _MARGIN = 0.8, 0.12


def _grams(folded: str) -> Counter[str]:
    """Letters in threes, word edges counting as letters, and pairs of neighbouring words."""
    words = folded.split()
    padded = [f" {word} " for word in words]
    grams = Counter(word[i : i + 3] for word in padded for i in range(len(word) - 2))
    grams.update(f"{a}_{b}" for a, b in pairwise(words))
    return grams


@cache
def _table() -> tuple[tuple[tuple[Intent, str, Counter[str]], ...], dict[str, float]]:
    examples = [
        (intent, folded, _grams(folded))
        for intent, line in _EXAMPLES.items()
        for folded in (fold(wording).strip() for wording in line.split(";"))
    ]
    held = Counter(gram for _, _, grams in examples for gram in grams)
    return tuple(examples), {gram: math.log(1 + len(examples) / count) for gram, count in held.items()}


def nearest_intent(folded: str) -> Intent:
    """The intent whose example the folded question comes nearest to, by a clear margin; else FREE."""
    examples, weights = _table()
    words = folded.split()
    whole = _grams(folded)
    nearness = dict.fromkeys(Intent, 0.0)
    for intent, example, grams in examples:
        if _share(grams, whole, weights) > max(_NEAR - _MARGIN, nearness[intent]):
            # One word more than the example has may stand among its own.
            size = len(example.split()) + 1
            windows = (" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))
            best = max(_share(grams, _grams(window), weights) for window in windows)
            nearness[intent] = max(nearness[intent], best)
    best_intent = max(nearness, key=lambda intent: (nearness[intent], intent is Intent.FREE))
    others = max(score for intent, score in nearness.items() if intent is not best_intent)
    clear = nearness[best_intent] >= _NEAR and nearness[best_intent] - others >= _MARGIN
    return best_intent if clear else Intent.FREE


def _share(grams: Counter[str], asked: Counter[str], weights: dict[str, float]) -> float:
    """The share of an example's grams, by weight, that are among those asked."""
    return sum(weights[gram] for gram in grams if gram in asked) / sum(weights[gram] for gram in grams)
