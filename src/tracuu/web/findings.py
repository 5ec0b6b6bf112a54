"""The tab “Đối chiếu”: what does not fit together, both places side by side; notes of who has looked; a report."""

from collections.abc import Iterable, Sequence

from tracuu import vi
from tracuu.citing import spoken_place
from tracuu.findings import Shown
from tracuu.findings.wording import each_quote, pieces
from tracuu.types import Citation, Document, Finding
from tracuu.web import pasting
from tracuu.web.frame import BARE
from tracuu.web.guard import DRAFT_BYTES
from tracuu.web.library import Library
from tracuu.web.markup import document_name, escape, reader_link

# Cards shown at most; the report has all.
SHOWN = 200
# Places of one finding shown side by side; of a sum with many parts the first.
_PLACES = 6
_TONES = {"error": "bad", "warning": "warn", "info": "note"}
_ICONS = {"error": "✗", "warning": "!", "info": "i"}


def build(library: Library) -> None:
    """The tab, called inside its `gr.Tab`. What happens in it is findings.js's; the server gives pieces of HTML."""
    import gradio as gr

    gr.HTML(_form(library.documents), elem_id="tc-checking", **BARE)


def _form(documents: Sequence[Document]) -> str:
    """What is checked (the corpus, or a draft that is chosen), and which findings are shown."""
    megabytes = DRAFT_BYTES // 1_000_000
    lists = "".join(
        f'<label class="tc-field"><span>{title}</span><select name="{name}">{_options(values)}</select></label>'
        for name, title, values in (
            ("rule", vi.FINDINGS_RULE, vi.CHECK_RULES.items()),
            ("severity", vi.FINDINGS_SEVERITY, vi.FINDINGS_FROM.items()),
            ("document", vi.FINDINGS_DOCUMENT, ((d.doc_id, document_name(d)) for d in documents)),
        )
    )
    return (
        '<form id="tc-findings-form" class="tc-form" autocomplete="off">'
        f'<p class="tc-small" id="tc-findings-about">{vi.FINDINGS_ABOUT.format(limit=megabytes)}</p>'
        '<div class="tc-line tc-file"><input type="file" id="tc-findings-file" class="tc-hidden"'
        ' accept=".docx,.txt,.md"'
        f' aria-describedby="tc-findings-about" data-limit="{DRAFT_BYTES}"'
        f' data-too-large="{vi.DRAFT_FILE_TOO_LARGE.format(limit=megabytes)}">'
        f'<label for="tc-findings-file" class="tc-button">{vi.FINDINGS_CHOOSE}</label>'
        f'<output id="tc-findings-name" data-none="{vi.FINDINGS_CORPUS}">{vi.FINDINGS_CORPUS}</output>'
        f'<button type="button" class="tc-button" id="tc-findings-drop" hidden>{vi.FINDINGS_DROP}</button></div>'
        f'<div class="tc-line">{lists}<label class="tc-check-box"><input type="checkbox" name="all" value="1">'
        f" {vi.FINDINGS_ALL}</label></div>"
        f'<p class="tc-actions"><button type="submit" class="tc-button tc-main">{vi.FINDINGS_CHECK}</button>'
        f'<button type="button" class="tc-button" data-findings-report="docx">{vi.FINDINGS_WORD}</button>'
        f'<button type="button" class="tc-button" data-findings-report="html">{vi.FINDINGS_HTML}</button></p>'
        '</form><div id="tc-findings"></div>'
    )


def _options(values: Iterable[tuple[str, str]]) -> str:
    every = "".join(f'<option value="{escape(key)}">{escape(name)}</option>' for key, name in values)
    return f'<option value="">{vi.FINDINGS_ANY}</option>{every}'


# --- What was found ----------------------------------------------------------------------------


def findings_html(library: Library, found: Shown, *, draft: str = "") -> str:
    """The findings as cards; ``draft`` is the name of a draft's file."""
    findings = found.findings
    if not findings:
        return _nothing(found, draft)
    counts = {name: sum(f.severity == name for f in findings) for name in vi.CHECK_SEVERITIES}
    sums = "".join(
        f'<span class="tc-verdict tc-{_TONES[name]}">{_ICONS[name]} '
        f"{vi.CHECK_COUNTS[name].format(number=number)}</span>"
        for name, number in counts.items()
        if number
    )
    kept = {document.doc_id for document in library.documents}
    cards = "".join(_card(finding, kept) for finding in findings[:SHOWN])
    rest = len(findings) - SHOWN
    more = f'<p class="tc-small">{vi.FINDINGS_MORE.format(number=rest)}</p>' if rest > 0 else ""
    title = vi.FINDINGS_OF_DRAFT.format(name=draft) if draft else vi.FINDINGS_OF_CORPUS
    return (
        f'<section class="tc-answer tc-sums"><h2>{escape(title)}</h2><p class="tc-sum">{sums}</p>{_left_out(found)}'
        f'</section><section class="tc-cards" aria-label="{vi.PAGE_TAB_FINDINGS}">{cards}{more}</section>'
    )


def _nothing(found: Shown, draft: str) -> str:
    if found.others:
        return f'<section class="tc-answer"><h2>{vi.CHECK_NONE_CHOSEN.rstrip(".")}</h2>{_left_out(found)}</section>'
    words = vi.FINDINGS_NONE_DRAFT if draft else vi.FINDINGS_NONE
    return f'<section class="tc-answer"><h2>{vi.CHECK_NOTHING}</h2><p>{words}</p>{_left_out(found)}</section>'


def _left_out(found: Shown) -> str:
    """How many findings are not shown, and how to see them; "" for none."""
    lines = [vi.FINDINGS_OTHERS.format(number=found.others)] if found.others else []
    lines += [vi.FINDINGS_QUIET.format(number=found.quiet)] if found.quiet else []
    return "".join(f'<p class="tc-small">{line}</p>' for line in lines)


def _card(finding: Finding, kept: "set[str]") -> str:
    tone = _TONES[finding.severity.value]
    rule = vi.CHECK_RULES.get(finding.rule, finding.rule)
    places = each_quote(finding)
    inferred = next((citation for citation in places[:_PLACES] if citation.inferred), None)
    sides = "".join(_place(citation, kept) for citation in places[:_PLACES])
    more = len(places) - _PLACES
    who = vi.FINDINGS_PERSON if finding.needs_person else vi.FINDINGS_NO_PERSON
    others = f'<p class="tc-small">{vi.FINDINGS_MORE_PLACES.format(number=more)}</p>' if more > 0 else ""
    return (
        f'<article class="tc-card tc-check tc-{tone}-edge" id="tc-finding-{escape(finding.finding_id)}"><header>'
        f'<span class="tc-verdict tc-{tone}">{_ICONS[finding.severity.value]}'
        f" {vi.CHECK_SEVERITIES[finding.severity.value]}</span><h3>{escape(rule)}</h3></header>"
        f'<p class="tc-message">{escape(finding.message)}</p><p class="tc-small">{who}</p>'
        f'<div class="tc-sides">{sides}</div>{others}'
        f"{pasting.inferred_line(inferred)}"
        f"{_review(finding)}</article>"
    )


def _place(citation: Citation, kept: "set[str]") -> str:
    """One side: the words with the place marked, the reference, and a way to the place."""
    before, words, behind = pieces(citation)
    marked = f"{escape(before)}<mark>{escape(words)}</mark>{escape(behind)}" if words else escape(behind or before)
    spot = citation.highlights[0] if citation.highlights else None
    start, end = spot or (citation.start, citation.end)
    link = ""
    if citation.doc_id in kept:
        address = escape(reader_link(citation.source, start, end))
        link = f'<p class="tc-actions"><a class="tc-button" data-reader href="{address}">{vi.OPEN_AT_PLACE}</a></p>'
    return (
        f'<div class="tc-side"><blockquote class="tc-quote">{marked}</blockquote>'
        f'<p class="tc-ref" title="{escape(pasting.full(citation))}">{escape(_named(citation, kept))}</p>{link}</div>'
    )


def _named(citation: Citation, kept: "set[str]") -> str:
    """The place and its document as later mentions name it; a draft that names itself by nothing is called one."""
    said = citation.short_reference or pasting.full(citation) or citation.source
    place = spoken_place(citation.locator)
    if citation.doc_id in kept or said not in {vi.DOCUMENT, f"{place}, {vi.DOCUMENT}"}:
        return said
    return vi.FINDINGS_DRAFT_PLACE.format(place=place) if place else vi.FINDINGS_DRAFT


def _review(finding: Finding) -> str:
    """The note of who has looked at it, or the box for one."""
    key = escape(finding.finding_id)
    if finding.reviewed is not None:
        said = escape(vi.CHECK_REVIEWED.format(note=finding.reviewed))
        return (
            f'<p class="tc-actions"><span class="tc-small">{said}</span>'
            f'<button type="button" class="tc-button" data-unreview="{key}">{vi.FINDINGS_AGAIN}</button></p>'
        )
    return (
        f'<form class="tc-line tc-review" data-review="{key}"><label class="tc-field tc-wide">'
        f'<span>{vi.FINDINGS_NOTE}</span><input type="text" name="note" maxlength="1000"'
        f' placeholder="{vi.FINDINGS_NOTE_HINT}"></label>'
        f'<button type="submit" class="tc-button">{vi.FINDINGS_MARK}</button></form>'
    )
