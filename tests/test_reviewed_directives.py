"""What rules say of directives that a person has judged: ten written by hand, and the shipped corpus."""

import json
from pathlib import Path

import pytest

from build_checks import source
from tracuu.checks import Material, find_discrepancies
from tracuu.documents import link_documents, read_documents
from tracuu.facts import read_facts
from tracuu.types import Discrepancy, Severity

EVALUATION = Path(__file__).parent.parent / "evaluation"
FOLDER = EVALUATION / "reviewed"
JUDGED = [json.loads(line) for line in (FOLDER / "judged.jsonl").read_text(encoding="utf-8").splitlines()]
FINDINGS = [json.loads(line) for line in (EVALUATION / "findings.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def reviewed() -> Material:
    sources = {path.name: source(path.name, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))}
    read = [document for one in sources.values() for document in read_documents(one)]
    documents = link_documents(read, {name: one.text for name, one in sources.items()})
    return Material(documents=documents, sources=sources, facts=read_facts(documents, sources))


def touches(found: Discrepancy, judged: dict[str, str], material: Material) -> bool:
    """Whether a finding has a place in the words of a fault, or holds them."""
    start = material.sources[judged["file"]].text.index(judged["words"])
    end = start + len(judged["words"])
    return found.rule == judged["rule"] and any(
        material.by_id[place.doc_id].source_id == judged["file"] and place.span.start < end and start < place.span.end
        for place in found.places
    )


def test_what_a_reviewer_sees_is_found_and_nothing_else(reviewed: Material) -> None:
    faults = [row for row in JUDGED if row["fault"]]
    found = find_discrepancies(reviewed)
    missed = [row["id"] for row in faults if not any(touches(d, row, reviewed) for d in found)]
    grave = [d for d in found if d.severity is not Severity.INFO]
    made_up = [d.message for d in grave if not any(touches(d, row, reviewed) for row in faults)]
    # A base that stands behind the percent sign ("49% diện tích tự nhiên") is read as part of the indicator.
    # "Ban Quản lý Khu kinh tê cửa khâu", marks lost in the scan, is read as no agency, so its task is none.
    assert missed == ["r-016", "r-056"]
    assert made_up == []


def test_abolished_and_renamed_names_are_told_only_where_they_are_faults(reviewed: Material) -> None:
    rules = ("abolished_unit", "renamed_body")
    told = [d for d in find_discrepancies(reviewed) if d.rule in rules]
    assert len(told) == sum(row["rule"] in rules for row in JUDGED)


def shows(found: Discrepancy, listed: dict, material: Material) -> bool:
    """Whether a finding has a place in what a finding of the list quotes."""
    places = [(material.by_id[place.doc_id].source_id, place.span) for place in found.places]
    return found.rule == listed["rule"] and any(
        source == quoted["source"] and span.start < quoted["end"] and quoted["start"] < span.end
        for source, span in places
        for quoted in listed["evidence"]
    )


def test_of_the_shipped_corpus_what_was_read_is_found_and_nothing_else(corpus_documents, corpus_sources) -> None:
    facts = read_facts(corpus_documents, corpus_sources)
    corpus = Material(documents=corpus_documents, sources=corpus_sources, facts=facts)
    found = find_discrepancies(corpus)
    sure = [row for row in FINDINGS if row["sure"]]
    missed = [row["id"] for row in sure if not any(shows(d, row, corpus) for d in found)]
    grave = [d for d in found if d.severity is not Severity.INFO]
    # Nobody is named who is to do it, so it is read as no assignment.
    assert missed == ["f-005"]
    assert [d.message for d in grave if not any(shows(d, row, corpus) for row in FINDINGS)] == []
