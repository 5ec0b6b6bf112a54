"""The tab of the registers and their interface: what is sent, escaped, refused and downloaded."""

import contextlib
import io
import json
import re
import sys
from html.parser import HTMLParser

import openpyxl
import pytest
from fastapi.testclient import TestClient

from build_registers import RegisterLibrary, given, plan
from test_web import PAYLOADS
from test_web_api import serve_tools, talk
from tracuu import cli, vi
from tracuu.web import registers, server

BODY = "I. MỤC TIÊU\n\n- Tỷ lệ đô thị hóa đến năm 2030 đạt trên 45%."
PLAN = plan(given("Sở Xây dựng", "Sở Y tế", "Các sở, ban, ngành tỉnh"), body=BODY)


@pytest.fixture(scope="module")
def small():
    app = server.create_app(RegisterLibrary({"ke-hoach-15.txt": PLAN}))
    with TestClient(app, base_url="http://127.0.0.1:7860", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="module")
def client(library):
    with TestClient(server.create_app(library), base_url="http://127.0.0.1:7860") as client:
        yield client


def shown(client, **fields: str) -> str:
    reply = client.get("/registers", params=fields)
    assert reply.status_code == 200
    return reply.text


# --- The tab ---------------------------------------------------------------------------------------


def test_list_has_files_pictures_rows_and_the_way_to_each_place(small):
    piece = shown(small, agency="SXD")
    assert "<h2>2 nhiệm vụ</h2>" in piece
    for kind in ("csv", "xlsx", "docx"):
        assert f'href="api/tasks.{kind}?agency=SXD"' in piece
    assert piece.count('<tr role="row" id=') == 2
    assert re.search(r'data-reader href="\?doc=ke-hoach-15\.txt&amp;start=\d+&amp;end=\d+"', piece)
    assert vi.REGISTER_MATCHES["shared"] in piece


def test_pictures_say_in_words_what_they_show(small):
    piece = shown(small)
    assert 'aria-label="Tháng 8/2026: 3 nhiệm vụ"' in piece
    assert "3 có ngày" in piece
    assert 'data-register-agency="Sở Y tế Sơn La"' in piece
    assert "chủ trì 1" in piece


def test_targets_are_listed_without_pictures(small):
    piece = shown(small, what="targets")
    assert "<h2>1 chỉ tiêu</h2>" in piece
    assert "trên 45%" in piece
    assert "tc-charts" not in piece


def test_agency_without_a_task_gets_names_to_choose_from(small):
    piece = shown(small, agency="Sở Du lịch")
    assert "tc-abstain" in piece
    assert 'data-register-agency="Sở Y tế"' in piece
    assert "Không văn bản nào trong kho giao việc đích danh cho “Sở Du lịch”" in piece


def test_rows_beyond_the_first_are_sent_when_asked_for():
    library = RegisterLibrary({"a.txt": plan(given(*["Sở Y tế"] * (registers.SHOWN + 7)))})
    first = registers.register_html(library, {})
    assert first.count('<tr role="row" id=') == registers.SHOWN
    assert f'data-register-more="{registers.SHOWN + 7}"' in first
    every = registers.register_html(library, {}, registers.SHOWN + 7)
    assert "data-register-more" not in every


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_of_a_document_or_a_field_becomes_markup(payload):
    library = RegisterLibrary(
        {f"{payload[:20].replace('/', '')}.txt": plan([("1", f"Việc {payload}", "Sở Y tế", payload, "2026")])}
    )
    for fields in ({}, {"agency": payload[:200]}, {"text": payload[:200]}, {"what": "targets", "text": payload[:200]}):
        seen = Tags()
        seen.feed(registers.register_html(library, fields))
        assert seen.tags <= TAGS
        assert not [name for name in seen.attributes if name.startswith("on")]
        assert all(link.startswith(("?doc=", "api/", "#")) for link in seen.links)


TAGS = {"section", "h2", "p", "a", "button", "div", "figure", "figcaption", "svg", "line", "title", "rect", "text", "ol",
        "li", "span", "i", "table", "thead", "tbody", "tr", "th", "td", "b", "details", "summary", "blockquote", "template",
        "option"}  # fmt: skip


class Tags(HTMLParser):
    """Tags, names of attributes and links of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in {"href", "src"}]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"due_before": "31/02/2026"}, "Không đọc được ngày"),
        ({"what": "targets", "year": "20300"}, "Không đọc được năm"),
        ({"role": "ký"}, "Không có vai trò"),
        ({"document": "999-KH/TU"}, "Không có văn bản"),
        ({"agency": "x" * 400}, "dài quá 300 ký tự"),
    ],
)
def test_field_that_cannot_be_read_is_told_in_the_place_of_the_list(small, fields, words):
    piece = shown(small, **fields)
    assert 'role="alert"' in piece
    assert words in piece


# --- The interface -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "parameters", "arguments"),
    [
        ("tasks", {"agency": "stc lai chau", "role": "lead"}, ["--agency", "stc lai chau", "--role", "lead"]),
        ("tasks", {"due_after": "2026-06-01", "due_before": "31/8/2026"}, ["--due-after", "2026-06-01", "--due-before", "2026-08-31"]),
        ("tasks", {"document": "39-KH/TU", "sort": "document"}, ["--document", "39-KH/TU", "--sort", "document"]),
        ("targets", {"place": "Điện Biên", "year": "2030"}, ["--place", "Điện Biên", "--year", "2030"]),
    ],
)  # fmt: skip
def test_interface_says_what_the_command_line_says(
    client, monkeypatch, capsys, corpus_index, address, parameters, arguments
):
    monkeypatch.setattr(sys, "argv", ["tracuu", address, *arguments, "--json", "--index", str(corpus_index)])
    with contextlib.suppress(SystemExit):
        cli.main()
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert printed
    assert client.get(f"/api/{address}", params=parameters).json()[address] == printed


def test_description_fits_what_is_answered(client):
    schemas = client.get("/api/openapi.json").json()["components"]["schemas"]
    found = client.get("/api/tasks", params={"agency": "SXD"}).json()
    assert set(found) == set(schemas["TaskList"]["properties"])
    assert set(found["tasks"][0]) == set(schemas["TaskEntry"]["properties"])
    target = client.get("/api/targets").json()["targets"][0]
    assert set(target) == set(schemas["TargetEntry"]["properties"])


@pytest.mark.parametrize("what", ["tasks", "targets"])
@pytest.mark.parametrize(("kind", "type_"), [("csv", "text/csv"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml"), ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml")])  # fmt: skip
def test_files_are_sent_to_be_kept(small, what, kind, type_):
    reply = small.get(f"/api/{what}.{kind}")
    assert reply.status_code == 200
    assert reply.headers["content-type"].startswith(type_)
    assert reply.headers["content-disposition"].startswith("attachment")
    if kind == "xlsx":
        assert openpyxl.load_workbook(io.BytesIO(reply.content)).active.max_row == {"tasks": 4, "targets": 2}[what]


@pytest.mark.parametrize(("address", "status"), [("/api/tasks?due_before=x", 400), ("/api/tasks.pdf", 404), ("/api/targets?year=x", 400), ("/api/tasks.xlsx?role=x", 400)])  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_sentence(small, address, status):
    reply = small.get(address)
    assert reply.status_code == status
    assert reply.json()["error"]


def test_other_sites_cannot_read_it(small):
    assert small.get("/registers", headers={"origin": "http://evil.example"}).status_code == 403


# --- Tools -------------------------------------------------------------------------------------------


def test_tools_say_what_the_interface_says(small):
    address, stop = serve_tools(RegisterLibrary({"ke-hoach-15.txt": PLAN}))
    try:
        for name, fields in (("tasks", {"agency": "SXD"}), ("targets", {"year": "2030"})):
            result = talk(address, lambda client, n=name, f=fields: client.call_tool(n, f))
            assert not result.is_error
            assert result.structured_content == small.get(f"/api/{name}", params=fields).json()
        refused = talk(address, lambda client: client.call_tool("tasks", {"due_before": "x"}))
        assert refused.is_error
        assert "Không đọc được ngày" in refused.content[0].text
    finally:
        stop()
