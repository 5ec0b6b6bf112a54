"""What a draft says of the document beside a quotation: State and Party style, several documents, footnotes."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from build_quotables import known_documents, quote_index, word_file
from tracuu.quotes.drafts import check_draft
from tracuu.quotes.remarks import remarks
from tracuu.quotes.word_files import commented_copy, draft_of

STATE_QUOTE = "“Đến năm 2030, tỷ lệ đô thị hóa đạt 35%; diện tích sàn nhà ở bình quân đạt 28 m²/người”"
PARTY_QUOTE = "“Nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức đảng ở các xã, phường”"
STATE = "Kế hoạch số 15/KH-UBND ngày 12 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Sơn La"
PARTY = "Kế hoạch số 21-KH/TU, ngày 03/02/2026 của Ban Thường vụ Tỉnh ủy"
OF_STATE, OF_PARTY = "15/KH-UBND", "21-KH/TU"


@pytest.fixture(scope="module")
def check():
    index = quote_index()
    known = known_documents(index)
    return lambda text: check_draft(text, index, known)


def cited(check, text: str) -> list[tuple[str | None, list[str]]]:
    """The document under which each quotation is, and the fields said wrongly of it."""
    return [
        (m.cited.symbol if m.cited else None, [d.field.value for d in m.cited_differences])
        for m in check(text).quotations
    ]


@pytest.mark.parametrize(
    "form", ["Theo {}, {}.", "{} nêu rõ: {}.", "Thực hiện {}, trong đó yêu cầu {}, đơn vị báo cáo."]
)
@pytest.mark.parametrize(
    ("quote", "named", "said", "instead", "fields"),
    [
        (STATE_QUOTE, STATE, "", "", []),
        (STATE_QUOTE, STATE, "15/KH", "16/KH", ["symbol"]),
        (STATE_QUOTE, STATE, "KH-UBND", "KH-HĐND", ["symbol"]),
        (STATE_QUOTE, STATE, "tháng 5", "tháng 6", ["issued_on"]),
        (STATE_QUOTE, STATE, "ngày 12 tháng 5 năm 2026", "ngày 12/5/2025", ["issued_on"]),
        (STATE_QUOTE, STATE, "ngày 12 tháng 5 năm 2026", "(ngày 13/5/2026)", ["issued_on"]),
        (STATE_QUOTE, STATE, "ngày 12 tháng 5 năm 2026", "tháng 6 năm 2026", ["issued_on"]),
        (STATE_QUOTE, STATE, "ngày 12 tháng 5 năm 2026", "tháng 5 năm 2026", []),
        (STATE_QUOTE, STATE, "Ủy ban nhân dân", "Hội đồng nhân dân", ["issuer"]),
        (STATE_QUOTE, STATE, "Sơn La", "Lào Cai", ["issuer"]),
        (STATE_QUOTE, STATE, "Kế hoạch", "Chỉ thị", ["kind"]),
        (STATE_QUOTE, STATE, "số 15/KH-UBND", "số 15", []),
        (PARTY_QUOTE, PARTY, "", "", []),
        (PARTY_QUOTE, PARTY, "21-KH/TU", "22-KH/TU", ["symbol"]),
        (PARTY_QUOTE, PARTY, "21-KH/TU", "21-CT/TU", ["symbol"]),
        (PARTY_QUOTE, PARTY, "03/02", "04/02", ["issued_on"]),
        (PARTY_QUOTE, PARTY, "Tỉnh ủy", "Tỉnh ủy Lào Cai", ["issuer"]),
        (PARTY_QUOTE, PARTY, "Ban Thường vụ", "Ban Tổ chức", ["issuer"]),
        (PARTY_QUOTE, PARTY, "Kế hoạch", "Hướng dẫn", ["kind"]),
    ],
)
def test_each_item_said_of_the_document_is_compared(check, form, quote, named, said, instead, fields):
    named = named.replace(said, instead) if said else named
    ((_, found),) = cited(check, form.format(named, quote))
    assert found == fields


@pytest.mark.parametrize(
    ("before", "fields"),
    [
        ("Ngày 12/5/2026, Ủy ban nhân dân tỉnh Sơn La ban hành Kế hoạch số 15/KH-UBND, trong đó nêu", []),
        ("Ngày 13/5/2026, Ủy ban nhân dân tỉnh Sơn La đã ban hành Kế hoạch số 15/KH-UBND nêu", ["issued_on"]),
        ("Ủy ban nhân dân tỉnh Lai Châu ban hành Kế hoạch số 15/KH-UBND nêu", ["issuer"]),
        ("Kế hoạch số 15/KH-UBND, ban hành ngày 13/5/2026, nêu", ["issued_on"]),
        ("Kế hoạch 15 của Hội đồng nhân dân tỉnh Sơn La nêu", ["issuer"]),
        ("Các đơn vị có Kế hoạch số 15/KH-UBND nêu", []),
    ],
)
def test_date_and_issuer_are_read_where_they_stand_apart(check, before, fields):
    ((_, found),) = cited(check, f"{before} {STATE_QUOTE}.")
    assert found == fields


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Theo {S}, {Q}; theo {P}, {R}.", (OF_STATE, OF_PARTY)),
        ("Theo {P}, {Q}; theo {S}, {R}.", (OF_PARTY, OF_STATE)),
        ("{S} nêu {Q}, còn {P} yêu cầu {R}.", (OF_STATE, OF_PARTY)),
        ("{P} nêu {Q}, còn {S} yêu cầu {R}.", (OF_PARTY, OF_STATE)),
        ("{Q} ({S}); {R} ({P}).", (OF_STATE, OF_PARTY)),
        ("{Q} ({P}); {R} ({S}).", (OF_PARTY, OF_STATE)),
        ("{Q}, theo {S}; {R}, theo {P}.", (OF_STATE, OF_PARTY)),
        ("Theo {S} và {P}, {Q}; {R}.", (OF_STATE, OF_PARTY)),
        ("Căn cứ {S}; căn cứ {P}, đơn vị báo cáo {Q} và {R}.", (OF_STATE, OF_PARTY)),
        ("Báo cáo nêu {Q}[1] và {R}[2].\n[1] {S}.\n[2] {P}.", (OF_STATE, OF_PARTY)),
        ("Báo cáo nêu {Q}[1] và {R}[2].\n[1] {P}.\n[2] {S}.", (OF_PARTY, OF_STATE)),
        ("Báo cáo nêu {Q}¹ và {R}².\n¹ {S}.\n² {P}.", (OF_STATE, OF_PARTY)),
        ("1. Mở đầu.\nBáo cáo nêu {Q}(1), {R} (2).\n(1) {P}.\n(2) {S}.", (OF_PARTY, OF_STATE)),
    ],
)
def test_of_several_documents_each_quotation_has_its_own(check, text, symbols):
    found = cited(check, text.format(S=STATE, P=PARTY, Q=STATE_QUOTE, R=PARTY_QUOTE))
    assert [symbol for symbol, _ in found] == list(symbols)
    assert [bool(fields) for _, fields in found] == [symbols[0] != OF_STATE, symbols[1] != OF_PARTY]


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị yêu cầu {Q}\n{P} còn nêu việc khác.",
        "Đơn vị yêu cầu {Q} {P} nêu việc khác.",
        "Đơn vị yêu cầu {Q}\n\n{P} nêu {R}.",
    ],
)
def test_a_document_named_in_the_next_sentence_is_not_that_of_a_quotation_with_its_own_stop(check, text):
    quote = STATE_QUOTE.replace("người”", "người.”")
    assert cited(check, text.format(Q=quote, P=PARTY, R=PARTY_QUOTE))[0] == (None, [])


def test_a_document_that_closes_the_line_of_a_quotation_with_its_own_stop_is_that_of_the_quotation(check):
    quote = STATE_QUOTE.replace("người”", "người.”")
    assert cited(check, f"{quote} {PARTY}.")[0][0] == OF_PARTY
    assert cited(check, f"{quote} ({PARTY})")[0][0] == OF_PARTY


def test_an_issuer_ends_before_the_next_document(check):
    found = check(f"Căn cứ {STATE} và {PARTY}.").mentions
    assert [(m.status.value, m.text) for m in found] == [("right", STATE), ("right", PARTY)]


FOOTNOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>{}</w:footnotes>"""
NOTE = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {}</w:t></w:r></w:p></w:footnote>'
RELATION = (
    '<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
    ' Target="footnotes.xml"/></Relationships>'
)
TYPE = (
    '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.footnotes+xml"/></Types>'
)


def with_footnotes(paragraph: list[str], notes: list[str]) -> bytes:
    """A Word file in which a footnote stands behind each run."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file([paragraph]))) as packed, zipfile.ZipFile(out, "w") as fresh:
        for name in packed.namelist():
            text = packed.read(name)
            if name == "word/document.xml":
                for number in range(len(notes), 0, -1):
                    at = [i for i in range(len(text)) if text.startswith(b"</w:r>", i)][number - 1] + len(b"</w:r>")
                    text = text[:at] + f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'.encode() + text[at:]
            if name == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", RELATION.encode())
            if name == "[Content_Types].xml":
                text = text.replace(b"</Types>", TYPE.encode())
            fresh.writestr(name, text)
        body = "".join(NOTE.format(number, note) for number, note in enumerate(notes, start=1))
        fresh.writestr("word/footnotes.xml", FOOTNOTES.format(body))
    return out.getvalue()


def test_a_footnote_of_a_word_file_names_the_document(check, tmp_path: Path):
    cut = len(STATE_QUOTE) // 2
    data = with_footnotes(
        [f"Báo cáo nêu {STATE_QUOTE[:cut]}", STATE_QUOTE[cut:], f" và {PARTY_QUOTE}", "."],
        ["Giải thích.", f"{STATE}.", f"{STATE}, tr. 5."],
    )
    draft = draft_of(data, "du-thao.docx")
    found = check(draft.text)
    assert [(m.verdict.value, m.cited.symbol, bool(m.cited_differences)) for m in found.quotations] == [
        ("exact", OF_STATE, False),  # over a mark that takes no room
        ("exact", OF_STATE, True),
    ]
    commented_copy(draft, list(remarks(found)), tmp_path / "b.docx")
    assert len(list(docx.Document(str(tmp_path / "b.docx")).comments)) == len(list(remarks(found)))
    assert draft_of((tmp_path / "b.docx").read_bytes(), "b.docx").text == draft.text
