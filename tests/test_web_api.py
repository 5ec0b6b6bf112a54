"""The interface for programs: the same JSON as the command line, its description, its refusals, the tools at /mcp."""

import contextlib
import json
import re
import sys
import threading
import time
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from fake_library import FakeLibrary
from quotable_library import QuotableLibrary
from tracuu import cli, vi
from tracuu.errors import ServerError
from tracuu.findings import Reviews
from tracuu.overview import unmatched
from tracuu.types import Filters
from tracuu.web import server
from tracuu.web.library import DRAFTS_AT_ONCE

QUESTION = "Cơ quan nào chủ trì nhiệm vụ quy hoạch đô thị Điện Biên Phủ?"
QUOTE = "phấn đấu hoàn thành 1.800 căn nhà ở xã hội trước năm 2030"
DRAFT = (
    f"Theo Kế hoạch số 39-KH/TU, ngày 15/3/2026, “{QUOTE}”.\nQuyết định số 999/QĐ-TTg nêu “một việc chưa ai nói đến”."
)
ENGLISH = re.compile(r"\b(the|and|query|parameter|required|successful|response|validation|default)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def client(library):
    with TestClient(server.create_app(library), base_url="http://127.0.0.1:7860") as client:
        yield client


@pytest.fixture(scope="module")
def small():
    app = server.create_app(QuotableLibrary())
    with TestClient(app, base_url="http://127.0.0.1:7860", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def printed(monkeypatch, capsys, corpus_index):
    """What the command line prints with --json."""

    def run(*arguments: object) -> str:
        monkeypatch.setattr(sys, "argv", ["tracuu", *map(str, arguments), "--json", "--index", str(corpus_index)])
        with contextlib.suppress(SystemExit):
            cli.main()
        return capsys.readouterr().out

    return run


def timeless(value):
    return {key: one for key, one in value.items() if key != "took_ms"} if isinstance(value, dict) else value


# --- The same as the command line ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "parameters", "command"),
    [
        ("ask", {"q": QUESTION}, ["ask", QUESTION]),
        ("ask", {"q": "kh 39 do ai ký", "top": 2}, ["ask", "kh 39 do ai ký", "--top", 2]),
        ("ask", {"q": "Dân số Cà Mau năm 2035?"}, ["ask", "Dân số Cà Mau năm 2035?"]),
        ("search", {"q": "nhà ở xã hội", "top": 3}, ["search", "nhà ở xã hội", "--top", 3]),
        (
            "search",
            {"q": "nhà ở", "kind": "Kế hoạch", "issued_from": "2026-01-01", "issued_to": "31/12/2026"},
            ["search", "nhà ở", "--kind", "Kế hoạch", "--since", "2026-01-01", "--until", "2026-12-31"],
        ),
        ("quote", {"topic": "nhà ở xã hội"}, ["quote", "nhà ở xã hội"]),
        ("verify", {"text": QUOTE}, ["verify", QUOTE]),
        ("documents", {}, ["documents"]),
        ("show", {"document": "39-KH/TU"}, ["show", "39-KH/TU"]),
    ],
)
def test_interface_says_what_the_command_line_says(client, printed, address, parameters, command):
    reply = client.get(f"/api/{address}", params=parameters)
    assert reply.status_code == 200
    assert timeless(reply.json()) == timeless(json.loads(printed(*command)))


def test_draft_is_checked_as_on_the_command_line(client, printed, tmp_path):
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    lines = [json.loads(line) for line in printed("verify", "--file", tmp_path / "a.txt").splitlines()]
    for sent in (
        client.post("/api/verify", content=DRAFT.encode()),
        client.post("/api/verify", json={"text": DRAFT}),
        client.post("/api/verify?name=a.txt", content=DRAFT.encode()),
    ):
        assert sent.json() == {"results": lines, "unquoted": 0, "skipped": 0, "remarks": []}
    assert {line["type"] for line in lines} == {"quotation", "mention"}


def test_what_of_a_draft_was_not_checked_is_told(client, small):
    text = f"{DRAFT}\nĐơn vị đề nghị các cơ quan tổ chức thực hiện tốt nội dung này."
    reply = client.post("/api/verify", content=text.encode()).json()
    assert (reply["unquoted"], reply["skipped"]) == (1, 0)
    assert reply["remarks"] == [vi.DRAFT_UNQUOTED.format(count=1)]
    schema = small.get("/api/openapi.json").json()["paths"]["/api/verify"]["post"]["responses"]["200"]
    assert set(schema["content"]["application/json"]["schema"]["properties"]) == set(reply)


# --- Refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/api/search", "Câu hỏi chưa có chữ nào"),
        ("/api/search?q=" + "x" * 2001, "quá 2.000 ký tự"),
        ("/api/ask?q=x&top=0", "“top” không hợp lệ"),
        ("/api/ask?q=x&top=51", "“top” không hợp lệ"),
        ("/api/ask?q=x&top=nhiều", "“top” không hợp lệ"),
        ("/api/ask?q=x&issued_from=mai", "không phải ngày hợp lệ"),
        ("/api/ask?q=x&issued_to=2026-02-31", "không phải ngày hợp lệ"),
        ("/api/quote?topic=", "Chủ đề chưa có chữ nào"),
        ("/api/verify?text=", "Đoạn trích chưa có chữ nào"),
        ("/api/verify?text=" + "x" * 6001, "quá 6.000 ký tự"),
        ("/api/show?document=khong-co", "Không có văn bản “khong-co”"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(client, address, words):
    reply = client.get(address)
    assert (reply.status_code, list(reply.json())) == (400, ["error"])
    assert words in reply.json()["error"]
    assert "--" not in reply.json()["error"]


@pytest.mark.parametrize(
    ("content", "kind"), [(b"{", "application/json"), (b'{"x": 1}', "application/json"), (b"[1]", "application/json")]
)
def test_json_that_is_none_is_refused(small, content, kind):
    reply = small.post("/api/verify", content=content, headers={"content-type": kind})
    assert (reply.status_code, vi.API_BAD_BODY) == (400, reply.json()["error"])


@pytest.mark.parametrize("address", ["/api/verify", "/checks"])
def test_upload_that_takes_too_long_is_given_up(small, monkeypatch, address):
    def given_up(work, seconds):
        work.close()
        raise TimeoutError

    monkeypatch.setattr("tracuu.web.uploads.asyncio.wait_for", given_up)
    assert "gửi lên quá chậm" in small.post(address, content=b"x").text


def test_drafts_beyond_those_held_wait_unread():
    from concurrent.futures import ThreadPoolExecutor

    from tracuu.types import DraftCheck
    from tracuu.web.uploads import DRAFTS_HELD

    at_once: list[int] = []

    class Counting(QuotableLibrary):
        running = 0

        def verify_draft(self, text, *, should_stop=None):
            Counting.running += 1
            at_once.append(Counting.running)
            time.sleep(0.02)
            Counting.running -= 1
            return DraftCheck()

    with (
        TestClient(server.create_app(Counting()), base_url="http://127.0.0.1:7860") as client,
        ThreadPoolExecutor(20) as pool,
    ):
        replies = list(pool.map(lambda n: client.post("/api/verify", content=f"dự thảo {n}".encode()), range(20)))
    assert {reply.status_code for reply in replies} == {200}
    assert max(at_once) <= DRAFTS_AT_ONCE < DRAFTS_HELD


@pytest.mark.parametrize("address", ["/api/ask", "/api/documents", "/api/quote"])
def test_other_methods_are_refused_in_json(small, address):
    reply = small.post(address, json={})
    assert (reply.status_code, reply.json()["error"]) == (405, vi.API_METHOD)


@pytest.mark.parametrize("address", ["/api/x", "/api/ask/", "/api/../healthz/x", "/mcp", "/api/verify.docx/x"])
def test_other_addresses_are_closed(small, address):
    assert small.get(address).status_code == 404
    assert small.post(address, content=b"").status_code == 404


def test_fault_tells_nothing_of_the_inside():
    class Broken(FakeLibrary):
        def search(self, query, **options):
            raise RuntimeError("secret /x")

    app = server.create_app(Broken())
    with TestClient(app, base_url="http://127.0.0.1:7860", raise_server_exceptions=False) as client:
        reply = client.get("/api/search?q=x")
    assert (reply.status_code, reply.json()) == (500, {"error": vi.API_FAULT})


@pytest.mark.parametrize("address", ["/api/ask?q=x", "/quotes?topic=x", "/basket", "/api", "/api/openapi.json"])
def test_password_guards_all_of_it(address):
    client = TestClient(server.create_app(QuotableLibrary(), password="bí mật"), base_url="http://127.0.0.1:7860")
    assert client.get(address).status_code == 401
    assert client.get(address, auth=("ai", "bí mật")).status_code == 200


@pytest.mark.parametrize("address", ["/checks", "/api/verify", "/api/verify.docx", "/api/quotations.docx"])
def test_other_sites_cannot_send_drafts(small, address):
    reply = small.post(address, content=b"x", headers={"origin": "http://evil.example"})
    assert reply.status_code == 403


# --- The description ----------------------------------------------------------------------------


def schemas_used(value) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"].rsplit("/", 1)[-1]} if "$ref" in value else set()
        return own.union(*map(schemas_used, value.values()))
    return set().union(*map(schemas_used, value)) if isinstance(value, list) else set()


def test_description_names_every_address_with_words_in_vietnamese(small):
    document = small.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {
        f"/api/{name}"
        for name in (
            "ask",
            "search",
            "quote",
            "quotations.docx",
            "verify",
            "verify.docx",
            "documents",
            "show",
            "check",
            "check.docx",
            "check.html",
        )
    } | {f"/api/{name}{kind}" for name in ("tasks", "targets") for kind in ("", ".csv", ".xlsx", ".docx")}
    said = [document["info"]["title"], document["info"]["description"]]
    for methods in document["paths"].values():
        for operation in methods.values():
            said += [operation["summary"], *(r["description"] for r in operation["responses"].values())]
            said += [p["description"] for p in operation.get("parameters", ())]
    assert all(said)
    assert not [text for text in said if ENGLISH.search(text)]
    assert schemas_used(document) <= set(document["components"]["schemas"])


def test_description_fits_what_is_answered(client):
    schemas = client.get("/api/openapi.json").json()["components"]["schemas"]
    answer = client.get("/api/ask", params={"q": QUESTION}).json()
    assert set(answer) == set(schemas["Answer"]["properties"])
    assert set(answer["citations"][0]) == set(schemas["Citation"]["properties"])
    quote = client.get("/api/quote", params={"topic": "nhà ở xã hội"}).json()["quotes"][0]
    assert set(quote) == set(schemas["Quotation"]["properties"])
    assert set(schemas["QuoteMatch"]["properties"]) == set(client.get("/api/verify", params={"text": QUOTE}).json())


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]


def test_page_for_people_asks_nothing_of_another_host(small):
    reply = small.get("/api")
    page = _Links()
    page.feed(reply.text)
    assert page.links == ["web/api.css", "api/openapi.json", "./"]
    assert not page.tags & {"script", "img", "iframe"}
    assert 'lang="vi"' in reply.text
    for name in ("ask", "search", "quote", "verify", "documents", "show"):
        assert f"/api/{name}</code>" in reply.text
    assert small.get("/web/api.css").headers["content-type"].startswith("text/css")


# --- Tools --------------------------------------------------------------------------------------


def test_tools_are_closed_unless_asked_for(small):
    assert small.post("/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "tools/list"}).status_code == 404


def test_tools_without_their_package_are_refused_with_the_next_step(monkeypatch):
    for name in [name for name in sys.modules if name == "mcp" or name.startswith("mcp.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    with pytest.raises(ServerError, match=r"pip install 'tracuu\[mcp\]'"):
        server.create_app(QuotableLibrary(), mcp=True)


def serve_tools(library, **options):
    bound = server.reserve("127.0.0.1", 0)
    running = server.http_server(server.create_app(library, mcp=True, **options))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not running.started and time.monotonic() < deadline:
        time.sleep(0.02)

    def stop() -> None:
        running.should_exit = True
        thread.join(10)
        bound.close()

    return f"http://127.0.0.1:{bound.getsockname()[1]}/mcp", stop


@pytest.fixture(scope="module")
def tools():
    pytest.importorskip("mcp", reason="the optional package mcp is not installed")
    address, stop = serve_tools(QuotableLibrary())
    yield address
    stop()


def talk(address, action):
    """What ``action`` gets from a client of the protocol's own kit."""
    from mcp import Client

    async def run():
        async with Client(address) as client:
            return await action(client)

    return awaited(run)


def awaited(function, *arguments):
    """What the coroutine function gives, run in a thread of its own: this one may have a loop (a browser's)."""
    from anyio.from_thread import start_blocking_portal

    with start_blocking_portal() as portal:
        return portal.call(function, *arguments)


def test_tools_are_the_verbs_that_read_and_say_so_in_vietnamese(tools):
    listed = talk(tools, lambda client: client.list_tools()).tools
    assert {tool.name for tool in listed} == {
        "ask",
        "search",
        "quote",
        "verify",
        "check",
        "tasks",
        "targets",
        "documents",
        "show",
    }
    for tool in listed:
        assert tool.annotations.read_only_hint is True
        assert not ENGLISH.search(tool.description)
        assert all(one["description"] for one in tool.input_schema["properties"].values())


@pytest.mark.parametrize(
    ("name", "arguments", "address"),
    [
        ("ask", {"question": "Cơ quan nào?"}, "/api/ask?q=Cơ quan nào?"),
        ("search", {"query": "đô thị"}, "/api/search?q=đô thị"),
        ("quote", {"topic": "đô thị hóa", "top": 2}, "/api/quote?topic=đô thị hóa&top=2"),
        ("verify", {"text": "tỷ lệ đô thị hóa đạt 45%"}, "/api/verify?text=tỷ lệ đô thị hóa đạt 45%25"),
        ("show", {"document": "15/KH-UBND"}, "/api/show?document=15/KH-UBND"),
        ("check", {}, "/api/check"),
        ("check", {"rule": "lead_agency", "severity": "error"}, "/api/check?rule=lead_agency&severity=error"),
    ],
)
def test_tool_says_what_the_interface_says(tools, small, name, arguments, address):
    result = talk(tools, lambda client: client.call_tool(name, arguments))
    assert not result.is_error
    assert timeless(result.structured_content) == timeless(small.get(address).json())


def test_tool_lists_documents(tools, small):
    result = talk(tools, lambda client: client.call_tool("documents", {}))
    assert result.structured_content == {"documents": small.get("/api/documents").json()}


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [("verify", {"text": " "}, "chưa có chữ nào"), ("show", {"document": "x9"}, "Không có văn bản"), ("quote", {"topic": ""}, "chưa có chữ nào"), ("check", {"rule": "x"}, "Không có quy tắc"), ("check", {"draft": " "}, "Chưa có nội dung")],
)  # fmt: skip
def test_tool_refuses_in_one_sentence(tools, name, arguments, words):
    result = talk(tools, lambda client: client.call_tool(name, arguments))
    assert result.is_error
    assert words in result.content[0].text
    assert "Traceback" not in result.content[0].text


def test_tools_stand_behind_the_guard(tools):
    import httpx

    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    assert httpx.post(tools, json=message, headers={"host": "evil.example"}).status_code == 400
    assert httpx.post(tools, json=message, headers={"origin": "http://evil.example"}).status_code == 403
    assert httpx.post(tools, content=b"x" * 70_000).status_code == 413
    address, stop = serve_tools(QuotableLibrary(), password="bí mật")
    try:
        assert httpx.post(address, json=message).status_code == 401
    finally:
        stop()


def test_an_address_of_a_document_that_is_not_there_is_404_and_a_slash_leads_on(small):
    client = small
    assert client.get("/reader", params={"doc": "zzz"}).status_code == 404
    assert client.get("/api/").status_code == 200
    reply = client.post("/api/quotations.docx", content=b"{", headers={"content-type": "application/json"})
    assert (reply.status_code, reply.json()["error"]) == (400, vi.API_BAD_JSON)


def test_words_cut_in_two_are_refused_in_a_sentence(small):
    source, text = next((name, kept.text) for name, kept in QuotableLibrary().sources.items())
    at = next(n for n in range(50, len(text)) if text[n - 1 : n + 1].isalnum())
    reply = small.get("/api/quotations.docx", params={"quote": f"{source}:{at}:{at + 60}"})
    assert reply.status_code == 400
    assert "cắt ngang một từ" in reply.json()["error"]


def test_limits_that_no_document_fits_are_named_with_what_there_is():
    documents = QuotableLibrary().documents
    assert unmatched(Filters(), documents) is None
    assert "Kho không có văn bản nào của địa bàn “Cà Mau”. Hiện có: " in str(
        unmatched(Filters(place="Cà Mau"), documents)
    )
    assert "thuộc loại “Nghị định”" in str(unmatched(Filters(kind="Nghị định"), documents))
    province = next(d.header.province.value for d in documents if d.header.province)
    assert unmatched(Filters(place=f"tỉnh {province}"), documents) is None


def test_a_tool_called_wrongly_answers_with_a_vietnamese_sentence(tmp_path):
    from mcp.server.mcpserver.exceptions import ToolError

    from tracuu.web.mcp import tools

    server = tools(QuotableLibrary(), Reviews(tmp_path / "reviewed.toml"))
    for arguments, name in (({"question": "Ai ký?", "top": 0}, "top"), ({}, "question")):
        with pytest.raises(ToolError) as refused:
            awaited(server.call_tool, "ask", arguments)
        assert str(refused.value) == vi.MCP_BAD_ARGUMENT.format(name=name)
