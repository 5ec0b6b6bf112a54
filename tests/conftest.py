"""Options and fixtures that all tests share."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tracuu.documents import link_documents, read_documents
from tracuu.sources import read_corpus
from tracuu.types import Document, Source

CORPUS = Path(__file__).parent.parent / "corpus"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the diff")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def corpus_sources() -> Mapping[str, Source]:
    sources, _ = read_corpus(CORPUS)
    return {source.source_id: source for source in sources}


@pytest.fixture(scope="session")
def corpus_documents(corpus_sources: Mapping[str, Source]) -> tuple[Document, ...]:
    documents = [document for source in corpus_sources.values() for document in read_documents(source)]
    return link_documents(documents, {name: source.text for name, source in corpus_sources.items()})
