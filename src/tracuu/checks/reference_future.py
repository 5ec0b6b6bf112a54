"""A document that cites one dated later than itself."""

from collections.abc import Iterator

from tracuu import vi
from tracuu.checks.cited import Cited, cited_documents
from tracuu.checks.material import Material
from tracuu.checks.saying import behind_day
from tracuu.text import squeeze
from tracuu.types import Discrepancy, Document, Mention, Nature, Place, Severity

_RULE = "reference_future"


def find_reference_futures(material: Material) -> Iterator[Discrepancy]:
    """Each later document that a document cites, once for each day that is given."""
    documents = {document.doc_id: document for document in material.documents}
    for cited in cited_documents(material):
        told: set[tuple[str, object]] = set()
        for mention in cited.mentions:
            citing = documents[mention.doc_id]
            key = (mention.doc_id, mention.reference.issued_on)
            if key not in told and _is_later(mention, citing) and cited.concerns_draft(cited.place(mention)):
                told.add(key)
                yield _discrepancy(cited, mention, citing)


def _is_later(mention: Mention, citing: Document) -> bool:
    """Whether the mention gives a day after the one that is printed in the head of the document that cites."""
    own, day = citing.header.issued_on, mention.reference.issued_on
    printed = own is not None and own.span is not None and not own.inferred
    return bool(day and own and printed and day > own.value)


def _discrepancy(cited: Cited, mention: Mention, citing: Document) -> Discrepancy:
    own = citing.header.issued_on
    assert own is not None
    assert own.span is not None
    value, issued = cited.printed_date(mention), squeeze(cited.text(mention)[slice(*own.span)])
    return Discrepancy(
        rule=_RULE,
        severity=Severity.ERROR,
        message=vi.CHECK_REFERENCE_FUTURE.format(document=cited.name, one=behind_day(value), other=behind_day(issued)),
        values=(value, issued),
        places=(cited.place(mention), Place(citing.doc_id, own.span)),
        natures=(Nature.TYPING, Nature.MISREAD),
    )
