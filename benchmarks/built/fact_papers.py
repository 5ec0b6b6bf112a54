# ruff: noqa: E501 - a sentence of a directive a line
"""Heads and titles of the papers in which faults are planted."""

import random
from dataclasses import dataclass

from benchmarks.built import places

_MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What the head and the title of a built paper say."""

    province: str
    number: int
    day: tuple[int, int, int] = (12, 5, 2026)
    subject: str = "Phát triển kinh tế - xã hội giai đoạn 2026 - 2030"
    party: bool = False
    commune: str = ""
    kind: str = "KẾ HOẠCH"

    def text(self, body: str) -> str:
        """The whole paper around a body."""
        day, month, year = self.day
        city = self.province in places.CITIES
        unit = "thành phố" if city else "tỉnh"
        name = self.province.removeprefix("Thành phố ")
        date = f"ngày {day:02d} tháng {month:02d} năm {year}"
        if self.party:
            head = f"{'THÀNH' if city else 'TỈNH'} ỦY {name.upper()}\n*\n\nSố {self.number}-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM"
            return f"{head}\n\n{name}, {date}\n\n{self.kind}\n\n{self.subject}\n\n{body}\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLê Văn Bình\n"
        issuer = f"ỦY BAN NHÂN DÂN\n{unit.upper()} {name.upper()}"
        seat = name
        if self.commune:
            issuer = f"{unit.upper()} {name.upper()}\nỦY BAN NHÂN DÂN\nXÃ {self.commune.upper()}"
            seat = self.commune
        letters = {"CÔNG VĂN": "UBND-TH"}.get(self.kind, "KH-UBND")
        head = f"{issuer}\n\n{_MOTTO}\n\nSố: {self.number}/{letters}\n\n{seat}, {date}"
        title = "" if self.kind == "CÔNG VĂN" else f"{self.kind}\n\n"
        return f"{head}\n\n{title}{self.subject}\n\n{body}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n"


def any_province(rng: random.Random) -> str:
    """A province that is no city."""
    return rng.choice([p for p in places.PROVINCES if p not in places.CITIES])
