"""Headings of columns: which words make one, and what a column is for."""

import re
from enum import StrEnum

from tracuu.text import fold


class Column(StrEnum):
    """What a column holds."""

    LABEL = "label"
    TASK = "task"
    LEAD = "lead"
    COORDINATING = "coordinating"
    SUPERVISING = "supervising"
    DEADLINE = "deadline"
    PRODUCT = "product"
    OTHER = "other"


# Lowest heading first; within it the first pattern that fits. Folded text.
_ROLES: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (Column.LABEL, re.compile(r"^\W*(?:stt|tt|so tt|so thu tu)\W*$")),
    (
        Column.DEADLINE,
        re.compile(
            r"thoi gian|thoi han|\bket thuc\b|tien do|\bhan (?:hoan thanh|cuoi|chot)|hoan thanh truoc|moc thoi|lo trinh"
            r"|^\W*(?:ngay |thoi diem )?hoan thanh(?: vao)?\W*$"
            r"|^\W*(?:phai )?xong (?:truoc|vao|trong)\W*$"
            r"|^\W*(?:moc|han|han nop|ky han|han bao cao|khi nao)"
            r"(?: (?:hoan thanh|phai xong|xong|thuc hien|bao cao))?\W*$"
        ),
    ),
    (
        Column.SUPERVISING,
        re.compile(r"theo doi|chi dao|giam sat|phu trach chung|don doc|\blanh dao(?: \w+){0,2} phu trach"),
    ),
    (
        Column.LEAD,
        re.compile(
            r"chu tri|dau moi|tham muu|chiu trach nhiem chinh"
            r"|(?:don vi|co quan) (?:thuc hien|xu ly|giai quyet|khac phuc|trien khai|to chuc)"
        ),
    ),
    (
        Column.COORDINATING,
        re.compile(
            r"phoi hop|^\W*cung (?:lam|thuc hien|tham gia)\W*$"
            r"|(?:don vi|co quan|ben|ai) cung (?:lam|thuc hien|tham gia)|(?:don vi|co quan) (?:ho tro|tham gia)"
        ),
    ),
    (Column.PRODUCT, re.compile(r"san pham|ket qua|dau ra")),
    (
        Column.TASK,
        re.compile(
            r"nhiem vu|noi dung|cong viec|phan viec|ten (?:de an|du an|van ban)|hang muc|dau viec|chi tieu|muc tieu"
        ),
    ),
    (Column.LEAD, re.compile(r"chiu trach nhiem|trach nhiem|phu trach|^\W*(?:ten )?chu dau tu\W*$")),
    (
        Column.TASK,
        re.compile(
            r"^\W*(?:danh muc )?(?:viec|viec can lam|viec phai lam|viec lam|du an"
            r"|cong trinh|de an|goi thau)(?:, (?:du an|cong trinh))?\W*$"
        ),
    ),
)
_ORDINARY = re.compile(
    r"ghi chu|don vi|co quan|dvt|dia diem|dia ban|kinh phi|nguon von|nam \d|giai doan|ho ten|ten\b|so luong|quy mo"
    r"|lanh dao|thoi (?:gian|diem)|bat dau"
)
# "Năm 2025", "Đến hết năm 2027", "2030", "Cả giai đoạn 2026 - 2030": a column of figures.
_YEAR = re.compile(
    r"^\W*(?:(?:nam|(?:tinh )?den(?: (?:het|cuoi))?(?: nam)?|(?:het|cuoi) nam|giai doan|ke hoach nam|thuc hien nam"
    r"|uoc nam|muc tieu|ca|toan|tong(?: cong)?)\s+)*20\d\d\b.{0,20}$"
)


# When work begins, or is spoken of, and not by when it is done; "bắt đầu - kết thúc" says both.
_NOT_DUE = re.compile(
    r"^\W*(?:(?:(?:thoi gian|thoi diem|ngay|moc)\W+(?:du kien\W+)?)?(?:bat dau|khoi dong|khoi cong)"
    r"|(?:thoi gian|thoi diem|ngay|moc)\W+(?:du kien\W+)?(?:trinh|hop|lam viec|hoc|tiep|giao|dang ky|tu ngay|tu))\b"
    r"(?!.*(?:hoan thanh|ket thuc|ban hanh|\bxong\b|\bden\b))"
)
# Of several columns of times the one by which the work is done.
_DONE = re.compile(r"ket thuc|hoan thanh|ban hanh|\bxong\b")


def tells_end(heading: str) -> bool:
    """Whether the heading of a column of times says that work is done by them."""
    return bool(_DONE.search(fold(heading)))


def is_year(heading: str) -> bool:
    """Whether a heading names a year or a period: the column holds the figures of that time."""
    return bool(_YEAR.match(fold(heading).strip(" *|#\n")))


def column_role(path: tuple[str, ...]) -> Column:
    """What the column with this heading path holds; lower headings win over those above them.

    A heading that names two roles at once ("Cơ quan chủ trì, phối hợp") has none of them.
    """
    for heading in reversed(path):
        folded = fold(heading)
        if _NOT_DUE.match(folded):
            return Column.OTHER
        both = "chu tri" in folded and "phoi hop" in folded
        for role, pattern in _ROLES:
            if pattern.search(folded) and not (both and role in {Column.LEAD, Column.COORDINATING}):
                return role
    return Column.OTHER


def is_header_cell(text: str) -> bool:
    """Whether a cell reads like the heading of a column."""
    folded = fold(text).strip(" *|#\n")
    if len(folded) > 80 or not folded:
        return False
    return any(pattern.search(folded) for _, pattern in _ROLES) or bool(_ORDINARY.search(folded))
