"""Figures that were misread as letters: "l5/6/2026", "số O9/CT-UBND", put right where they can be nothing else.

The text keeps its length, so that every offset stays as it was.
"""

import re
from functools import lru_cache

_D = r"[\dlIOo|]"
_YEAR = r"(?:19|2[0Oo]|l9)[\dlOo]{2}(?![\w])"
_MISREAD = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})
# A day, month or year, an hour, the number of a document, an amount before its unit. Near misses: "ngày lễ", "I/2026",
# "0,5 g/l", "tháng I".
_TOKENS = re.compile(
    rf"(?<![\w/.,-]){_D}{{1,2}}\s?(?P<sign>[/.-])\s?{_D}{{1,2}}\s?(?P=sign)\s?{_YEAR}"
    rf"|(?<=[Nn]gày\s)(?=\d?[lOo|]?\d|[lOo|]\d?[\s/])[\dlOo|]{{1,2}}(?:\s+tháng\s+[\dlOo|]{{1,2}}(?!\w)(?:\s+năm\s+{_YEAR})?|/[\dlOo|]{{1,2}}(?![\w/]))"
    rf"|(?<=[Tt]háng\s)(?=[lOo]\d|\d[lOo])[\dlOo]{{2}}(?!\w)"
    rf"|(?<=[Nn]ăm\s)(?=2\d?[Oo]|20[\dl]{{2}}|2[Oo]){_YEAR}"
    rf"|(?<![\w.,/-])(?=[lOo]\d|\d[lOo])[\dlOo]{{2}}(?=\s+giờ(?!\w))"
    r"|(?<=[Ss]ố\s)(?=[\dlOo]{0,4}\d)[\dlOo]{1,5}(?=\s?[-/]\s?[A-ZĐ])"
    r"|(?<=[Ss]ố:\s)(?=[\dlOo]{0,4}\d)[\dlOo]{1,5}(?=\s?[-/]\s?[A-ZĐ])"
    r"|(?<![\w.,/-])(?=[\dlOo.,]{0,14}\d)[\dlOo](?:[\dlOo.,]{0,14}[\dlOo])?"
    r"(?=\s?(?:%|(?:tỷ|tỉ|triệu|nghìn|đồng|ha|km|m²|người|hộ|căn|xã)(?!\w)))"
)


@lru_cache(maxsize=8)
def with_digits(text: str) -> str:
    """The text with figures for the letters that stand in their place in dates, numbers of documents and amounts."""
    return _TOKENS.sub(lambda match: match.group().translate(_MISREAD), text)
