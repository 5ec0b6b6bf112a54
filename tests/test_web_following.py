"""A page that stays open follows the index: what was published later answers the requests that come later."""

import shutil
import threading
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from build_directives import directive, head
from fake_library import FakeLibrary
from tracuu.pipeline import Library, build_index
from tracuu.web import server
from tracuu.web.following import Newest

FIRST = directive(
    top=head(symbol="Số: 15/KH-UBND"), subject="Phát triển đô thị", body="I. NHIỆM VỤ\n\n1. Lập quy hoạch đô thị."
)
SECOND = directive(
    top=head(symbol="Số: 77/KH-UBND"), subject="Trồng rừng", body="I. NHIỆM VỤ\n\n1. Trồng rừng phòng hộ ven biển."
)


class Folder:
    """A corpus with one document, to which a second can be added, and its index."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.index = folder / "corpus", folder / "index"
        self.corpus.mkdir()
        (self.corpus / "mot.txt").write_text(FIRST, encoding="utf-8")
        build_index(self.corpus, self.index)

    def add(self) -> None:
        (self.corpus / "hai.txt").write_text(SECOND, encoding="utf-8")
        build_index(self.corpus, self.index)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def listed(client: TestClient) -> list[str]:
    return [d["source"] for d in client.get("/api/documents").json()]


def test_new_documents_are_served_without_a_restart(folder: Folder) -> None:
    app = server.create_app(Library.open(folder.index), index_dir=folder.index)
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        assert listed(client) == ["mot.txt"]
        folder.add()
        assert sorted(listed(client)) == ["hai.txt", "mot.txt"]
        found = client.get("/api/search", params={"q": "trồng rừng phòng hộ"}).json()["citations"]
        assert found[0]["source"] == "hai.txt"
        assert client.get("/reader", params={"doc": "hai.txt"}).status_code == 200


def test_an_index_that_cannot_be_opened_leaves_the_one_that_is_open(folder: Folder) -> None:
    app = server.create_app(Library.open(folder.index), index_dir=folder.index)
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        assert listed(client) == ["mot.txt"]
        (folder.index / "CURRENT").write_text("kaputt", encoding="ascii")
        assert listed(client) == ["mot.txt"]
        shutil.rmtree(folder.index / "generations")
        assert client.get("/api/search", params={"q": "quy hoạch"}).status_code == 200


def test_a_running_request_ends_with_the_documents_it_began_with(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("a", encoding="ascii")
    before, after = FakeLibrary({"cu.txt": "cũ"}), FakeLibrary({"moi.txt": "mới"})
    newest = Newest(before, tmp_path, lambda library: after if library is before and published.is_set() else library)
    published, seen = threading.Event(), []
    newest.follow()

    def request() -> None:
        newest.pin()
        began.set()
        finished.wait(5)
        seen.append(newest.now())

    began, finished = threading.Event(), threading.Event()
    thread = threading.Thread(target=request)
    thread.start()
    began.wait(5)
    published.set()
    (tmp_path / "CURRENT").write_text("generation b", encoding="ascii")
    assert newest.changed()
    newest.follow()
    finished.set()
    thread.join(5)
    assert seen == [before]
    assert newest.now() is after
    assert not newest.changed()


def test_a_slow_opening_does_not_hold_requests_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracuu.web.following._WAIT_SECONDS", 0.05)
    (tmp_path / "CURRENT").write_text("a", encoding="ascii")
    go = threading.Event()
    opened: list[FakeLibrary] = []

    def reopen(library: FakeLibrary) -> FakeLibrary:
        go.wait(5)
        opened.append(FakeLibrary())
        return opened[-1]

    before = FakeLibrary()
    newest = Newest(before, tmp_path, reopen)
    newest.follow()
    newest.follow()
    assert newest.now() is before
    go.set()
    deadline = time.monotonic() + 5
    while newest.changed() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert [newest.now()] == opened
