"""Options and fixtures that all tests share."""

import gc
from collections.abc import Mapping
from pathlib import Path

import pytest
from filelock import FileLock

from browsing import axe, chromium, site, tab, window  # noqa: F401 - fixtures
from tracuu.documents import link_documents, read_documents
from tracuu.pipeline import Library, build_index
from tracuu.sources import read_corpus
from tracuu.types import Document, Source

CORPUS = Path(__file__).parent.parent / "corpus"
# Files that take over twenty seconds come first, so that no worker is left alone with one at the end. The first builds
# the index of the shipped corpus; the next two do without it and keep the other worker busy meanwhile.
LONGEST = (
    "test_browser.py",
    "test_hostile_texts.py",
    "test_built_slots.py",
    "test_browser_quotes.py",
    "test_browser_registers.py",
    "test_counterfactuals.py",
    "test_spelling.py",
    "test_browser_findings.py",
    "test_verify_quotations.py",
    "test_index.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the diff")


def pytest_configure(config: pytest.Config) -> None:
    # Otherwise xdist would hand out files with many tests first, and the long ones have few.
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


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


@pytest.fixture(scope="session")
def corpus_index(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The index of the shipped corpus, built once for all workers of a run."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    index_dir = shared / "corpus-index"
    with FileLock(shared / "corpus-index.lock"):
        if not (index_dir / "CURRENT").exists():
            build_index(CORPUS, index_dir)
    return index_dir


@pytest.fixture(scope="session")
def library(corpus_index: Path) -> Library:
    opened = Library.open(corpus_index)
    # It stays to the end of the run: without it a full collection takes none of the 0.2 s that it took with it, in the
    # middle of whatever is tested just then.
    gc.collect()
    gc.freeze()
    return opened
