"""Drafts whose sender has hung up: nothing goes on for nobody."""

import socket
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest

from browsing import serving
from quotable_library import QuotableLibrary
from tracuu.errors import StoppedError
from tracuu.types import DraftCheck
from tracuu.web.library import InTurn


class Endless(QuotableLibrary):
    """Works on a draft until it is told to stop."""

    def __init__(self):
        super().__init__()
        self.begun, self.stopped = Event(), Event()

    def verify_draft(self, text, *, should_stop=None):
        self.begun.set()
        while not should_stop():
            self.stopped.wait(0.01)
        self.stopped.set()
        raise StoppedError("stopped")

    def check(self, drafts=(), *, should_stop=None):
        self.verify_draft(drafts[0].text, should_stop=should_stop)


def hang_up_after(address: str, path: str, begun: Event) -> None:
    """Send a draft to ``path``, and close the connection when work on it has begun."""
    where = urlsplit(address)
    body = "Theo Kế hoạch số 39-KH/TU, “phấn đấu”.".encode()
    head = f"POST {path} HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection((where.hostname, where.port)) as connection:
        connection.sendall(head.encode() + body)
        assert begun.wait(10)


@pytest.mark.parametrize(
    "path", ["/checks", "/api/verify", "/api/verify.docx", "/findings?name=a.txt", "/api/check", "/api/check.docx"]
)
def test_work_on_a_draft_ends_when_its_sender_hangs_up(path):
    library = Endless()
    with serving(library) as address:
        hang_up_after(address, path, library.begun)
        assert library.stopped.wait(5)


def test_a_draft_that_waits_gives_up_its_turn_when_its_sender_hangs_up(monkeypatch):
    monkeypatch.setattr("tracuu.web.library.ASKED_EVERY_SECONDS", 0.01)
    begun, leave = Event(), Event()

    class Slow(QuotableLibrary):
        def verify_draft(self, text, *, should_stop=None):
            begun.set()
            leave.wait(10)
            return DraftCheck()

    monkeypatch.setattr("tracuu.web.library.DRAFTS_AT_ONCE", 1)
    library = InTurn(Slow())
    other = Thread(target=library.verify_draft, args=("x",))
    other.start()
    begun.wait(10)
    with pytest.raises(StoppedError):
        library.verify_draft("y", should_stop=lambda: True)
    leave.set()
    other.join(10)
