"""Groups of rows in tables that came out one cell a line: every guise of a title, and none of it in a cell."""

import pytest

from build_directives import annex, directive
from reading_view import cell_text, duties, read, tables

COLUMNS = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
GROUPS = (
    (
        ("Lập bản đồ vùng trồng sen", "Sở Nông nghiệp và Môi trường", "UBND huyện Tháp Mười", "Quý II/2023"),
        ("Cắm mốc 12 tuyến đê bao", "Chi cục Thủy lợi", "UBND các xã", "30/9/2023"),
    ),
    (
        ("Chọn giống sen hồng", "Trường Đại học Đồng Tháp", "Hội Nông dân tỉnh", "Tháng 3/2024"),
        ("Dạy nghề dệt tơ sen", "Sở Nội vụ", "Tỉnh đoàn", "Thường xuyên"),
        ("Mở chợ phiên", "UBND xã Mỹ Hòa", "Sở Công Thương", "Năm 2025"),
    ),
    (("Xử lý nước thải", "Công an tỉnh", "Sở Xây dựng", "Trước ngày 31/12/2025"),),
)
TITLES = ("QUY HOẠCH, ĐẤT ĐAI", "GIỐNG VÀ NGHỀ", "MÔI TRƯỜNG NƯỚC")
PLAIN = ("Quy hoạch, đất đai", "Giống và nghề", "Môi trường nước")
ROMANS, LETTERS = ("I", "II", "III"), ("A", "B", "C")
GUISES = {
    "number above": [f"{n}\n{t}" for n, t in zip(ROMANS, TITLES, strict=True)],
    "number with a stop above": [f"{n}.\n{t}" for n, t in zip(ROMANS, PLAIN, strict=True)],
    "one line": [f"{n}. {t}" for n, t in zip(ROMANS, TITLES, strict=True)],
    "letter above": [f"{n}\n{t}" for n, t in zip(LETTERS, PLAIN, strict=True)],
    "letter on one line": [f"{n}. {t}" for n, t in zip(LETTERS, PLAIN, strict=True)],
    "capitals alone": list(TITLES),
    "small letters alone": list(PLAIN),
    "title broken": [f"{n}\n{t.replace(' ', '|', 1)}" for n, t in zip(ROMANS, TITLES, strict=True)],
    "two levels": ["A\nTRONG TỈNH\nI\nĐất", "II\nGiống và nghề", "B\nLIÊN TỈNH\nI\nMôi trường"],
    "agencies": ["I\nSở Y tế", "II\nCông an tỉnh", "III\nUBND huyện Tháp Mười"],
    "numbers misread": ["l\nĐất", "ll\nGiống", "HI\nNước"],
    "bold": [f"**{n}**\n**{t}**" for n, t in zip(ROMANS, TITLES, strict=True)],
    "a number lost": ["I\nĐất", "II\nGiống và nghề", "IV\nNước"],
}


def stacked(bands: list[str], *, gap: str, anew: bool, columns: tuple[str, ...] = COLUMNS, note: str = "") -> str:
    cells = list(columns)
    number = 0
    for band, rows in zip(bands, GROUPS, strict=True):
        cells += band.split("\n")
        number = 0 if anew else number
        for row in rows:
            number += 1
            cells += [str(number), *row, *([note] if note else [])]
    return gap.join(cells).replace("|", "\n")


def expected(*, anew: bool) -> list[tuple[str | None, ...]]:
    rows = [(i, row) for rows in GROUPS for i, row in enumerate(rows, 1)]
    return [(str(i if anew else n), *row[1:]) for n, (i, row) in enumerate(rows, 1)]


def bands_of(text: str) -> list[str]:
    (table,) = tables(read(text)[0].outline)
    return [cell_text((row.band,), text) if row.band else "" for row in table.rows]


@pytest.mark.parametrize("anew", [False, True])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("guise", GUISES)
def test_titles_of_groups_are_bands_in_every_guise(guise: str, gap: str, anew: bool) -> None:
    text = directive(annexes=[annex(stacked(GUISES[guise], gap=gap, anew=anew))])
    assert duties(text) == expected(anew=anew)
    titled = [title.split("\n")[-1].replace("|", " ").strip("*").split(". ")[-1] for title in GUISES[guise]]
    assert [
        band.endswith(title)
        for band, title in zip(bands_of(text), [titled[i] for i in (0, 0, 1, 1, 1, 2)], strict=True)
    ] == [True] * 6
