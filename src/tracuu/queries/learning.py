"""Syllables and neighbours counted in the indexed texts, a word list and everyday questions."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.resources import files
from itertools import pairwise

from tracuu.agencies import department_names
from tracuu.queries.places import provinces
from tracuu.queries.words import (
    NUMBER,
    RUN,
    Word,
    adjoin,
    is_before_number,
    is_behind_number,
    is_syllable,
    words_of,
)
from tracuu.text import modern_marks

# Syllables right when each directive of corpus/ is held out in turn with its copies and its sentences are typed
# anew, mean of four (as tests/test_marks.py does it on a sample).
# What one dictionary entry counts for against one occurrence in the documents. 97.5 % at 0.02, 97.6 at 0.05,
# 97.5 at 0.1, 97.0 at 0.5.
_DICTIONARY = 0.05
# What a pair inside a longer entry counts for beside a word of two syllables: "danh bất hư truyền" makes no "danh bất".
_LONGER = 0.3
# What a syllable of `data/everyday.txt` counts for, by its line: chosen; the same at
# twice as much. With it 92.9 instead of 92.1 % of the syllables of 126 plain questions about 12 directives come
# right, 95.0 instead of 93.6 of 181 others, and 83 instead of 81 of XQuAD-vi.
_EVERYDAY = (60.0, 20.0, 5.0)
# What one line of `_SPOKEN`, a province or a department counts for: all are scarce in directives. Chosen.
_SPOKEN_WEIGHT = 2.0

# Questions as people ask them, for the words that documents never use.
_SPOKEN = """
ai đặt bút ký; người đặt bút ký
ai chủ trì; ai lo việc này; ai phụ trách; ai ký; ai là người ký; ai ban hành; ai chịu trách nhiệm; ai làm; ai theo dõi
cơ quan nào chủ trì; cơ quan nào phối hợp; cơ quan nào ban hành; cơ quan nào theo dõi; cơ quan nào chịu trách nhiệm
đơn vị nào chủ trì; đơn vị nào lo; đơn vị nào làm đầu mối; đơn vị nào phối hợp; sở nào chủ trì; sở nào lo; bên nào lo
ban nào; phòng nào; xã nào; tỉnh nào; văn bản nào; kế hoạch nào; nghị quyết nào; những cơ quan nào; những ai; của ai
do ai ký; do ai chủ trì; do cơ quan nào chủ trì; giao cho ai; giao ai làm; gửi cho ai; gửi đến đâu; gửi những đâu
khi nào xong; khi nào hoàn thành; khi nào phải xong; khi nào ban hành; bao giờ xong; bao giờ hoàn thành; bao giờ thì
đến bao giờ; từ bao giờ; hạn chót là khi nào; thời hạn là bao giờ; thời hạn hoàn thành; hạn hoàn thành; trước ngày nào
ngày nào; tháng mấy; năm nào; quý mấy; lúc nào; ngày mấy; hạn đến khi nào; hạn cuối; ngày ban hành; ra ngày nào
là bao nhiêu; bao nhiêu phần trăm; bao nhiêu mét vuông; có bao nhiêu; có mấy; được bao nhiêu; đạt bao nhiêu; mấy căn
số mấy; số bao nhiêu; số hiệu là gì; số ký hiệu; ký hiệu là gì; mục tiêu là gì; chỉ tiêu là bao nhiêu
tỷ lệ là bao nhiêu; mấy tỷ; mấy tỷ đồng; mấy triệu; mấy nghìn; mấy hộ; mấy người; mấy tiền; bao nhiêu tiền; bao nhiêu tỷ
dành mấy; dành mấy tỷ; dành bao nhiêu; chi mấy; chi mấy tỷ; chi bao nhiêu; hết mấy; hết bao nhiêu; mất mấy; mấy năm nữa
tới năm; tới 2030; đến 2030; phải đạt; phải đạt mấy; phải đạt bao nhiêu
tới ngày; tới tháng; tới khi nào; tới lúc nào; tới bao giờ; tới đâu; hạn tới đâu; phải còn; phải còn bao nhiêu
thì ai; thì ai lo; thì bên nào; thì sở nào; thì cơ quan nào; thì đơn vị nào; thì xã nào; thì khi nào; thì bao giờ
thì phải; thì làm; thì bao nhiêu; thì được; thì có; thì do ai; thì giao ai; thì mấy; thì sao
cho dân vay; được vay; ai được vay; vay vốn; vay tiền; vay làm nhà; cho vay làm
còn bao nhiêu; còn mấy; có ai; có sở nào; có trường nào; có hội nào; có bên nào; có đơn vị nào
có cơ quan nào; có xã nào; là gì; lấy từ đâu; nguồn từ đâu; từ đâu ra; đi đâu; về đâu; đến đâu
gồm những gì; nội dung gì; việc gì; làm gì; cái gì; như thế nào; thế nào; ra sao; ở đâu; tại sao; vì sao; gì vậy
cho hỏi; cho em hỏi; cho tôi hỏi; xin hỏi; xin cho biết; cho biết; hãy cho biết; làm ơn; vâng ạ; với ạ; được không ạ
không ạ; gì ạ; nào ạ; nhỉ; đấy ạ; thế ạ; vậy ạ; bác ơi; anh chị cho em hỏi; em muốn hỏi; tôi muốn biết; tìm giúp
có đúng không; phải không; có phải; quy định thế nào; nói gì về; nhắc đến; liên quan đến; theo kế hoạch này
ông nào ký; lãnh đạo nào ký; đồng chí nào đã ký; ai đứng tên ký; ai thay mặt ký; thay mặt ban thường vụ ký; chữ ký
người ký là ai; văn bản do ai ký; ký bởi ai; ký ngày nào; ai nhận được; nơi nhận; nơi nào được gửi; mang số nào; số nào
cho xin số công văn; cho xin số văn bản; số của kế hoạch; số của thông báo; quyết định số nào; ở chỗ nào nói; phần mấy
mục nào; điều nào; cái nào nói tới; nói tới; nêu các nhiệm vụ; liệt kê các nhiệm vụ; liệt kê việc; việc giao cho sở
được giao những việc gì; phải làm những gì; có nhiệm vụ gì; có trách nhiệm gì; được phân công việc gì; lo việc gì
do đâu đảm nhận; ai đảm nhận; làm cùng với những ai; cùng với ai; thì phải làm gì; chừng nào xong; bao lâu nữa
chủ trì những nhiệm vụ nào; những nhiệm vụ nào; những việc nào; những bên nào; bên nào cùng tham gia; cùng tham gia với
những đơn vị nào; những sở nào; những nơi nào; phải lo những gì; phải lo gì; lo những gì; lo những việc gì
trong đợt này; đợt lũ này; đợt bão này; thưởng bao nhiêu; được thưởng; phạt bao nhiêu; bị phạt; đền bao nhiêu; được đền
nằm ở mục nào; nằm ở phần nào; nằm ở đâu; nằm ở chỗ nào; nằm ở trang nào; nằm ở văn bản nào; nằm trong mục nào
chuyện này; chuyện gì; từ nay đến; từ nay tới; từ giờ đến; từ đây đến; ở những nơi nào; ở những đâu; những chỗ nào
có tất cả mấy; có tất cả bao nhiêu; tổng cộng mấy; cả thảy mấy; dự kiến có; bỏ ra bao nhiêu; bỏ ra mấy; chi ra mấy
gì để; gì để chống; gì để phòng; để chống; để phòng; để phòng chống; để làm; để cho; việc gì để; làm gì để; những gì để
bao nhiêu cho; bao nhiêu tiền cho; mấy tỷ cho; mấy triệu cho; tiền cho; lập thêm; làm thêm; mở thêm; xây thêm
Đoàn Thanh niên; Hội Liên hiệp Phụ nữ; Hội Nông dân; Hội Cựu chiến binh; Liên đoàn Lao động; Mặt trận Tổ quốc
Bộ Chỉ huy Quân sự; Bộ đội Biên phòng; Công an tỉnh; Công an xã; Thanh tra tỉnh; Kho bạc Nhà nước; Bảo hiểm xã hội
Tòa án nhân dân; Viện kiểm sát nhân dân; Ban Tuyên giáo và Dân vận; Ban Tổ chức; Ban Nội chính; Ủy ban Kiểm tra
Văn phòng Tỉnh ủy; Ban Quản lý dự án; Trung tâm Phát triển quỹ đất; Hội đồng nhân dân; Ủy ban nhân dân các xã, phường
"""


class Tally:
    """Counts while learning; thrown away when the model is made."""

    def __init__(self) -> None:
        self.singles: defaultdict[str, float] = defaultdict(float)
        self.pairs: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.cased: Counter[tuple[str, str]] = Counter()
        self.named: Counter[tuple[str, str]] = Counter()

    def add_text(self, text: str) -> None:
        """Count the syllables of ``text``, those side by side, and those written with capitals."""
        for line in text.splitlines():
            self._add_line(line, shouted=line.isupper())

    def _add_line(self, line: str, *, shouted: bool) -> None:
        before: Word | None = None
        for word in words_of(line):
            raw = line[word.span.start : word.span.end]
            if not is_syllable(word.form) or (not shouted and len(raw) > 1 and raw.isupper()):
                before = None
                continue
            linked = before is not None and adjoin(line, before, word)
            self.singles[word.form] += 1
            edge = NUMBER if is_behind_number(line, word) else ""
            self.pairs[before.form if before and linked else edge, word.form] += 1
            if is_before_number(line, word):
                self.pairs[word.form, NUMBER] += 1
                self.singles[NUMBER] += 1
            if before and linked and not shouted:
                self.cased[before.form, word.form] += 1
                if raw[0].isupper() and line[before.span.start].isupper():
                    self.named[before.form, word.form] += 1
            before = word

    def add_entries(self, entries: Iterable[str], weight: float, *, longer: float = 1.0) -> None:
        """Add words or phrases, each counting ``weight``; pairs in those of over two syllables times ``longer``."""
        for entry in sorted(set(entries)):
            forms = [form for form in (modern_marks(run) for run in RUN.findall(entry)) if is_syllable(form)]
            for form in forms:
                self.singles[form] += weight
            for pair in pairwise(forms):
                self.pairs[pair] += weight * (1 if len(forms) == 2 else longer)

    def add_everyday(self) -> None:
        """Add what is said every day, each syllable by its rank; no pairs, for these stand beside anything."""
        text = (files("tracuu") / "data" / "everyday.txt").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        ranks = [rank.split() for rank in "\n".join(lines).split("---")]
        for rank, weight in zip(ranks, _EVERYDAY, strict=True):
            for form in dict.fromkeys(map(modern_marks, rank)):
                self.singles[form] += weight

    def add_common(self, word_list: Iterable[str]) -> None:
        """Add what every reader knows: words, ways of asking, provinces, departments."""
        self.add_everyday()
        self.add_entries(word_list, _DICTIONARY, longer=_LONGER)
        self.add_entries(re.split(r"[;\n]", _SPOKEN), _SPOKEN_WEIGHT)
        self.add_entries((f"tỉnh {province.name}" for province in provinces()), _SPOKEN_WEIGHT)
        self.add_entries((f"Sở {name}" for name in department_names()), _SPOKEN_WEIGHT)
