"""What is read of the seven documents of the corpus; the files in tests/golden are read by people.

Rewrite them with ``pytest tests/test_golden.py --update-golden`` and read the diff.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from golden_view import render
from tracuu.types import Document, Source

GOLDEN = Path(__file__).parent / "golden"
DOC_IDS = (
    "chuong-trinh-hanh-dong-ha-tinh.txt",
    "cong-van-584-sinh-phinh.txt",
    "cong-van-584-sinh-phinh.txt#2",
    "cong-van-584-sinh-phinh.txt#3",
    "ke-hoach-2233-lai-chau.txt",
    "ke-hoach-39-dien-bien.txt",
    "ke-hoach-nq06-dien-bien-2022.txt",
)


def test_corpus_holds_these_documents(corpus_documents: tuple[Document, ...]) -> None:
    assert tuple(d.doc_id for d in corpus_documents) == DOC_IDS


@pytest.mark.parametrize("doc_id", DOC_IDS)
def test_document_reads_as_its_golden_file_says(
    doc_id: str, corpus_documents: tuple[Document, ...], corpus_sources: Mapping[str, Source], update_golden: bool
) -> None:
    document = next(d for d in corpus_documents if d.doc_id == doc_id)
    shown = render(document, corpus_sources[document.source_id].text)
    path = GOLDEN / (doc_id.replace(".txt", "").replace("#", "-") + ".txt")
    if update_golden:
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8").splitlines() == shown.splitlines()
