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
    r"(?<=/)(?=20?\d?[lO])2[0O][\dlO]{2}(?![\w])"
    rf"|(?<![\w/.,-]){_D}{{1,2}}\s?(?P<sign>[/.-])\s?{_D}{{1,2}}\s?(?P=sign)\s?{_YEAR}"
    rf"|(?<=[Nn]gày\s)(?=\d?[lOo|]?\d|[lOo|]\d?[\s/])[\dlOo|]{{1,2}}(?:\s+tháng\s+[\dlOo|]{{1,2}}(?!\w)(?:\s+năm\s+{_YEAR})?|/[\dlOo|]{{1,2}}(?![\w/]))"
    rf"|(?<=[Tt]háng\s)(?=[lOo]\d|\d[lOo])[\dlOo]{{2}}(?!\w)"
    rf"|(?<=[Nn]ăm\s)(?=2\d?[Oo]|20[\dl]{{2}}|2[Oo]){_YEAR}"
    rf"|(?<![\w.,/-])(?=[lOo]\d|\d[lOo])[\dlOo]{{2}}(?=\s+giờ(?!\w))"
    r"|(?<=[Ss][oóôốồổOÓÔỐỒỔ]\s)(?=[\dlOo]{0,4}\d)[\dlOo]{1,5}(?=\s?[-/]\s?[A-ZĐ])"
    r"|(?<=[Ss][oóôốồổOÓÔỐỒỔ]:\s)(?=[\dlOo]{0,4}\d)[\dlOo]{1,5}(?=\s?[-/]\s?[A-ZĐ])"
    r"|(?<![\w.,/-])(?=[\dlOo.,]{0,14}\d)[\dlOo](?:[\dlOo.,]{0,14}[\dlOo])?"
    r"(?=\s?(?:%|(?:tỷ|tỉ|triệu|nghìn|đồng|ha|km|m²|người|hộ|căn|xã)(?!\w)))"
)


# Any other number: "l8 điểm đen", "35O m", "O5 xã", "5O.OOO tờ", "năm học 2O25".
_NUMBER = re.compile(r"(?<![\w.,/])(?<![^\dO\s]-)[\dlO]+(?:[.,][\dlO]{1,3})*(?!\w)")
# A figure first and no letter but O: nothing else is written so ("H2O" and "CO2" begin with a letter).
_ROUND = re.compile(r"(?=[^O]*O)\d[\dO.,]*")
# "1l", "1,5l" are litres; "O2" and "O3" gases, unless people or places are counted.
_MEASURE = re.compile(r"[\d.,]+l|O[23]")
_COUNTED_WORD = re.compile(r"\s+[^\W\d_]")
# What is counted most often; before it even "lO" and "O2" are numbers.
_COUNTED = re.compile(
    r"\s?%|\s+(?:xã|phường|thôn|bản|ấp|xóm|hộ|người|lần|lớp|trường|điểm|ngày|tháng|năm|giờ|căn|vụ|đơn vị|cơ sở"
    r"|công trình|dự án|nhiệm vụ|cuộc|buổi|đợt|km|ha|tấn|triệu|tỷ|tỉ|nghìn|đồng|học sinh|cán bộ|sản phẩm"
    r"|doanh nghiệp)(?!\w)"
)
# Only a text with one of these is looked through.
_SUSPECT = re.compile(r"\d[.,/-]?[lIOo|]|[lIOo|][.,/-]?\d|(?<!\w)[lO|]{1,3}(?!\w)")


# Whole documents are asked for again and again, passages in their thousands: neither puts the other out of its cache.
_WHOLE = 20_000


def with_digits(text: str) -> str:
    """The text with figures for the letters that stand in their place in dates, numbers of documents and amounts."""
    return _of_document(text) if len(text) > _WHOLE else _of_passage(text)


def _mended(text: str) -> str:
    if not _SUSPECT.search(text):
        return text
    mended = _TOKENS.sub(lambda match: match.group().translate(_MISREAD), text)
    return _NUMBER.sub(lambda match: _number(mended, match), mended)


_of_document = lru_cache(maxsize=8)(_mended)
_of_passage = lru_cache(maxsize=256)(_mended)


def _number(text: str, match: re.Match[str]) -> str:
    """A number with its figures; the words as they are when they can be something else."""
    token = match.group()
    if token.isdecimal() or not ("l" in token or "O" in token):
        return token
    if any(c.isdigit() for c in token) and not _MEASURE.fullmatch(token):
        word = _COUNTED_WORD.match(text, match.end())
        sure = _ROUND.fullmatch(token) or (word and word.group()[-1].islower())
    else:
        sure = len(token) > 1 and token != "O" * len(token) and not token.endswith("l")
        sure = sure and _COUNTED.match(text, match.end())
    return token.translate(_MISREAD) if sure else token
