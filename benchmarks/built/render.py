"""A drawn directive as text: head, title, body, closing, annexes."""

import random
import unicodedata
from dataclasses import replace

from benchmarks.built import damage, prose, tables
from benchmarks.built.records import Directive

_BASES = (
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
    "Kết luận số 127-KL/TW ngày 28/2/2025 của Bộ Chính trị",
    "Quyết định số 569/QĐ-TTg ngày 11/5/2022 của Thủ tướng Chính phủ",
    "Chỉ thị số 05/CT-TTg ngày 23/02/2023 của Thủ tướng Chính phủ",
)
_AIMS = (
    "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, người lao động.",
    "Tạo chuyển biến rõ nét trong tổ chức thực hiện, lấy kết quả làm thước đo.",
    "Việc triển khai bảo đảm kịp thời, thiết thực, hiệu quả, tránh hình thức.",
)


def slug(name: str) -> str:
    """The name in small letters without marks, words joined by hyphens."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "-".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def place_phrase(directive: Directive) -> str:
    """Return "trên địa bàn tỉnh Cà Mau", or "" for a ministry."""
    office = directive.office
    if office.commune:
        return f" trên địa bàn xã {office.commune}"
    return f" trên địa bàn {_province_unit(directive)}" if office.province else ""


def _province_unit(directive: Directive) -> str:
    name = directive.office.names[0]
    city = "thành phố" in name.lower() or name.startswith("Thành ủy")
    return f"{'thành phố' if city else 'tỉnh'} {directive.office.province.removeprefix('Thành phố ')}"


def print_directive(rng: random.Random, directive: Directive) -> Directive:
    """The directive with its text."""
    closing = _closing(directive)
    parts = [_head(rng, directive), _title(directive), _body(rng, directive), closing, _annexes(rng, directive)]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return replace(directive, text=damage.apply(rng, text, directive.damage))


def _bold(directive: Directive, text: str) -> str:
    return f"**{text}**" if directive.guise == "markdown" else text


def _heading(directive: Directive, text: str) -> str:
    return f"## **{text}**" if directive.guise == "markdown" else text


def _head(rng: random.Random, directive: Directive) -> str:
    office = directive.office
    motto = (
        "ĐẢNG CỘNG SẢN VIỆT NAM" if office.party else "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    )
    lines = [_bold(directive, "\n".join(office.head)), _bold(directive, motto)]
    if directive.symbol:
        lines.append(f"Số {directive.symbol}" if office.party else f"Số: {directive.symbol}")
    if directive.issued_on:
        d = directive.issued_on
        month = f"{d.month:02d}" if d.month < 3 else str(d.month)
        lines.append(f"{office.seat.removeprefix('Thành phố ')}, ngày {d.day:02d} tháng {month} năm {d.year}")
    return "\n\n".join(lines)


def _title(directive: Directive) -> str:
    subject = f"{directive.subject}{place_phrase(directive)}"
    if directive.kind == "Công văn":
        sent = "\n".join(f"- {name};" for name in ("Các cơ quan, đơn vị trực thuộc", "Các đơn vị có liên quan"))
        return f"V/v {subject}\n\nKính gửi:\n\n{sent}"
    return f"{_bold(directive, directive.kind.upper())}\n\n{_bold(directive, f'về {subject}')}"


def _body(rng: random.Random, directive: Directive) -> str:
    kind = "văn bản này" if directive.kind == "Công văn" else f"{directive.kind} này"
    speaks = directive.office.speaks
    opening = f"Thực hiện {rng.choice(_BASES)}, {speaks} yêu cầu triển khai các nội dung sau:"
    article = directive.kind == "Quyết định"
    titles = ("MỤC ĐÍCH, YÊU CẦU", "MỤC TIÊU", "NHIỆM VỤ, GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN")
    last = f"Các cơ quan, đơn vị căn cứ nội dung {kind} nghiêm túc triển khai thực hiện./."
    bodies = (
        "\n\n".join(f"- {aim}" for aim in _AIMS[: 1 if directive.short else 3]),
        prose.targets(rng, directive.figures),
        prose.tasks(rng, directive.prose, directive.prose_shape),
        f"{last}\n\n(Có biểu phân công nhiệm vụ cụ thể kèm theo)" if directive.rows else last,
    )
    parts = [opening]
    for n, (title, body) in enumerate(zip(titles, bodies, strict=True)):
        label = f"Điều {n + 1}. {title.capitalize()}" if article else f"{('I', 'II', 'III', 'IV')[n]}. {title}"
        parts += [_heading(directive, label), body]
    return "\n\n".join(parts)


def _closing(directive: Directive) -> str:
    parts = []
    if directive.recipients:
        sent = "\n".join(f"- {name};" for name in directive.recipients)
        parts.append(f"{_bold(directive, 'Nơi nhận:')}\n\n{sent}\n- Lưu: VT.")
    if directive.signer:
        behalf = f"{directive.office.behalf}\n" if directive.office.behalf else ""
        parts += [_bold(directive, f"{behalf}{directive.signing_office}"), _bold(directive, directive.signer)]
    return "\n\n".join(parts)


def _annexes(rng: random.Random, directive: Directive) -> str:
    parts = []
    if directive.rows and directive.layout:
        caption = _caption(directive)
        table = tables.task_table(rng, directive.rows, directive.layout)
        parts.append(f"{_heading(directive, 'PHỤ LỤC')}\n\nPHÂN CÔNG NHIỆM VỤ CỤ THỂ\n{caption}\n\n{table}")
    if directive.figures[0].shape == "figure-table":
        table = tables.figure_table(directive.figures)
        parts.append(f"{_heading(directive, 'PHỤ LỤC II' if parts else 'PHỤ LỤC')}\n\nBIỂU CHỈ TIÊU\n\n{table}")
    return "\n\n".join(parts)


def _caption(directive: Directive) -> str:
    """Number and date stand here only when the head has them."""
    number = f" số {directive.symbol}" if directive.symbol else ""
    d = directive.issued_on
    day = f", ngày {d.day:02d}/{d.month}/{d.year}" if d and directive.symbol else ""
    return f"(Kèm theo {directive.kind}{number}{day} của {directive.office.speaks})"
