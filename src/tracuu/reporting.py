"""A report of findings to keep or to print: what was checked, and what does not fit, document by document."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracuu import vi
from tracuu.citing import document_reference
from tracuu.errors import ReviewError
from tracuu.exports.office import office_document, packed
from tracuu.findings import Chosen, Shown, chosen_words
from tracuu.findings.wording import brackets_told, counted, each_quote, excerpt, pieces, place_said
from tracuu.types import Citation, Document, Finding, Header, Source

# What a document has to say of itself before rules can compare it with others.
_NEEDED = ("symbol", "issuer", "issued_on")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a report tells: the findings that were ``chosen``, of documents or of drafts held against them."""

    found: Shown
    chosen: Chosen
    documents: tuple[Document, ...]
    drafts: tuple[str, ...] = ()


def write_report(
    path: Path, found: Shown, chosen: Chosen, *, checked: Sequence[Document], drafts: Sequence[Source]
) -> None:
    """Write the report to a .docx or .html file.

    Raises:
        ReviewError: the file cannot be written.
    """
    names = tuple(draft.source_id for draft in drafts)
    report = Report(found=found, chosen=chosen, documents=tuple(checked), drafts=names)
    data = report_docx(report) if path.suffix.lower() == ".docx" else report_html(report).encode("utf-8", "replace")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ReviewError(vi.REPORT_UNWRITABLE.format(path=path, why=error.strerror or error)) from error


# --- What it says ------------------------------------------------------------------------------


def scope_lines(report: Report) -> Iterator[str]:
    """What was checked and what was not, a sentence each."""
    if report.drafts:
        yield vi.REPORT_DRAFTS.format(names=", ".join(report.drafts), count=len(report.documents))
    else:
        copies = sum(document.copy_of is not None for document in report.documents)
        said = vi.REPORT_CORPUS_COPIES if copies else vi.REPORT_CORPUS
        yield said.format(count=len(report.documents), copies=copies)
    yield vi.REPORT_RULES.format(rules="; ".join(vi.CHECK_RULES.values()))
    if said := chosen_words(report.chosen, _titles(report)):
        yield vi.REPORT_CHOSEN.format(chosen=said, number=report.found.others)
    if report.found.quiet:
        yield vi.REPORT_QUIET.format(number=report.found.quiet)
    for field in _NEEDED:
        names = [d.doc_id for d in report.documents if _lacks(d.header, field)]
        if names:
            yield vi.REPORT_LACKS[field].format(names=", ".join(names))
    yield from brackets_told(c for f in report.found.findings for c in f.evidence)
    yield vi.REPORT_NOT


def _lacks(header: Header, field: str) -> bool:
    return getattr(header, field) is None


def by_document(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the document of their first place, in the order given: errors first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        doc_id = finding.evidence[0].doc_id if finding.evidence else ""
        groups.setdefault(doc_id, []).append(finding)
    return groups


def _titles(report: Report) -> dict[str, str]:
    return {document.doc_id: document_reference(document) or document.doc_id for document in report.documents}


# --- HTML --------------------------------------------------------------------------------------

_STYLE = """body{font:16px/1.5 "Times New Roman",serif;max-width:60em;margin:2em auto;padding:0 1em}
body{color:#111;background:#fff}
h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #888}
article{margin:1em 0;padding:.5em 1em;border-left:5px solid #777}
.error{border-color:#a4161a}.warning{border-color:#8a5a00}.info{border-color:#1f4e79}
blockquote{margin:.5em 0 .1em;padding-left:1em;border-left:2px solid #bbb}
cite{display:block;padding-left:1em;color:#444}
mark{background:#ffe69c;color:#111}.small{color:#444}"""


def report_html(report: Report) -> str:
    """A page that stands by itself: no script, nothing from elsewhere."""
    titles = _titles(report)
    groups = by_document(report.found.findings)
    body = [f"<h1>{_e(vi.REPORT_TITLE)}</h1>", f"<p><strong>{_e(counted(report.found))}</strong></p>"]
    for doc_id, findings in groups.items():
        body.append(f"<h2>{_e(titles.get(doc_id, doc_id))}</h2>")
        body += map(_article, findings)
    body.append(f"<h2>{_e(vi.REPORT_SCOPE)}</h2>")
    body += (f"<p>{_e(line)}</p>" for line in scope_lines(report))
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><title>{_e(vi.REPORT_TITLE)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _e(text: str) -> str:
    return html.escape(text.encode("utf-8", "replace").decode("utf-8"), quote=True)


def _article(finding: Finding) -> str:
    quotes = "".join(
        f"<blockquote>{_marked(citation)}</blockquote><cite>{_e(place_said(finding, citation, full=True))}</cite>"
        for citation in each_quote(finding)
    )
    note = f"<p>{_e(vi.CHECK_REVIEWED.format(note=finding.reviewed))}</p>" if finding.reviewed is not None else ""
    return (
        f'<article class="{finding.severity.value}"><h3>{_e(_heading(finding))}</h3><p>{_e(finding.message)}</p>'
        f'{quotes}<p class="small">{_e(_decided(finding))}</p>{note}</article>'
    )


def _marked(citation: Citation) -> str:
    before, words, behind = pieces(citation)
    if not words:
        return _e(excerpt(citation))
    return f"{_e(before)}<mark>{_e(words)}</mark>{_e(behind)}"


def _heading(finding: Finding) -> str:
    rule = vi.CHECK_RULES.get(finding.rule, finding.rule)
    return vi.REPORT_FINDING.format(severity=vi.CHECK_SEVERITIES[finding.severity.value], rule=rule)


def _decided(finding: Finding) -> str:
    who = vi.REPORT_PERSON if finding.needs_person else vi.REPORT_NO_PERSON
    return vi.REPORT_ID.format(id=finding.finding_id, who=who)


# --- Word --------------------------------------------------------------------------------------


def report_docx(report: Report) -> bytes:
    """The same as a Word file in the form of Decree 30; same input, same bytes."""
    titles = _titles(report)
    document = office_document()
    document.core_properties.title = vi.REPORT_TITLE
    document.add_paragraph(style="Title").add_run(vi.REPORT_TITLE.upper())
    _paragraph(document, counted(report.found), bold=True)
    for doc_id, findings in by_document(report.found.findings).items():
        _paragraph(document, titles.get(doc_id, doc_id), bold=True)
        for finding in findings:
            _add(document, finding)
    _paragraph(document, vi.REPORT_SCOPE, bold=True)
    for line in scope_lines(report):
        _paragraph(document, line)
    return packed(document)


def _paragraph(document: object, text: str, *, bold: bool = False, italic: bool = False) -> None:
    run = document.add_paragraph().add_run(_FORBIDDEN.sub(" ", text))  # type: ignore[attr-defined]
    run.bold, run.italic = bold, italic


def _add(document: object, finding: Finding) -> None:
    paragraph = document.add_paragraph()  # type: ignore[attr-defined]
    paragraph.add_run(f"{_heading(finding)}. ").bold = True
    paragraph.add_run(_FORBIDDEN.sub(" ", finding.message))
    for citation in each_quote(finding):
        quoted = document.add_paragraph()  # type: ignore[attr-defined]
        before, words, behind = pieces(citation)
        quoted.add_run(_FORBIDDEN.sub(" ", f"“{before}"))
        quoted.add_run(_FORBIDDEN.sub(" ", words)).bold = True
        quoted.add_run(_FORBIDDEN.sub(" ", f"{behind}” ({place_said(finding, citation, full=True)})."))
    _paragraph(document, _decided(finding), italic=True)
    if finding.reviewed is not None:
        _paragraph(document, vi.CHECK_REVIEWED.format(note=finding.reviewed), italic=True)
