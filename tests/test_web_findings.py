"""The checks over HTTP: JSON, reports, pieces of the tab, notes."""

import json
from pathlib import Path

import docx
import pytest
from starlette.testclient import TestClient

from fake_library import FakeLibrary
from tracuu import vi
from tracuu.web import server


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "reviewed.toml"


@pytest.fixture
def client(notes: Path):
    app = server.create_app(FakeLibrary(), notes=notes)
    with TestClient(app, base_url="http://127.0.0.1:7860") as client:
        yield client


def test_json_is_that_of_the_command_line(client):
    reply = client.get("/api/check")
    (finding,) = reply.json()["findings"]
    assert (finding["rule"], finding["severity"], len(finding["evidence"])) == ("lead_agency", "warning", 2)
    assert client.get("/api/check?severity=error").json() == {"findings": []}
    assert client.get("/api/check?rule=figure").json() == {"findings": []}
    assert len(client.get("/api/check?document=ke-hoach-39.txt").json()["findings"]) == 1
    assert client.get("/api/check?document=khac.txt").json() == {"findings": []}


@pytest.mark.parametrize("query", ["rule=khac", "severity=nang"])
def test_an_unknown_rule_or_severity_is_refused_in_a_sentence(client, query):
    reply = client.get(f"/api/check?{query}")
    assert reply.status_code == 400
    assert "Không có" in reply.json()["error"]


def test_a_draft_is_sent_like_one_whose_quotations_are_checked(client):
    reply = client.post("/api/check?name=du-thao.txt", content="Dự thảo kế hoạch.".encode())
    assert len(reply.json()["findings"]) == 1
    assert client.post("/api/check?name=a.pdf", content=b"%PDF-1.7").status_code == 400
    assert client.post("/api/check", content=b"   ").status_code == 400


def test_reports_are_files(client, tmp_path: Path):
    word = client.get("/api/check.docx")
    assert 'filename="bao-cao-doi-chieu.docx"' in word.headers["content-disposition"]
    (tmp_path / "a.docx").write_bytes(word.content)
    assert any("hai cơ quan" in p.text for p in docx.Document(tmp_path / "a.docx").paragraphs)
    page = client.post("/api/check.html?name=du-thao.txt", content="Dự thảo.".encode())
    assert "attachment" in page.headers["content-disposition"]
    assert "du-thao.txt" in page.text


def test_a_note_is_kept_and_taken_back(client, notes: Path):
    piece = client.post("/review?finding=0123456789ab&note=đã hỏi Sở <b>&all=true").text
    assert "Đã xem xét: đã hỏi Sở &lt;b&gt;" in piece
    assert "đã hỏi Sở <b>" in notes.read_text(encoding="utf-8")
    assert client.get("/api/check").json() == {"findings": []}
    assert "mục đã xem xét" in client.get("/findings").text
    assert client.get("/api/check?all=true").json()["findings"][0]["reviewed"] == "đã hỏi Sở <b>"
    client.post("/review?finding=0123456789ab&note=")
    assert len(client.get("/api/check").json()["findings"]) == 1


def test_a_note_from_another_site_or_on_nothing_is_refused(client, notes: Path):
    reply = client.post("/review?finding=0123456789ab&note=a", headers={"origin": "http://evil.example"})
    assert reply.status_code == 403
    assert "Không có mục nào" in client.post("/review?finding=khac&note=a").text
    assert not notes.exists()


def test_findings_of_another_choice_are_told_and_not_called_none(client):
    every = len(client.get("/api/check").json()["findings"])
    piece = client.get("/findings?rule=copy_difference&severity=error").text
    assert "Không thấy điểm nào không khớp" not in piece
    assert f"{every} điểm khác không thuộc điều kiện đã chọn" in piece
    assert "điểm khác" not in client.get("/findings").text


def test_words_of_documents_are_escaped():
    library = FakeLibrary({"a.txt": "KẾ HOẠCH\n6\t<img src=x onerror=alert(1)>\n"})
    with TestClient(server.create_app(library), base_url="http://127.0.0.1:7860") as client:
        piece = client.get("/findings").text
    assert "<img" not in piece
    assert "&lt;img" in piece


def test_the_interface_describes_the_checks(client):
    described = client.get("/api/openapi.json").json()
    assert {"get", "post"} <= set(described["paths"]["/api/check"])
    assert "finding_id" in json.dumps(described["components"]["schemas"]["Finding"])


def test_what_is_inferred_is_marked_and_a_nameless_draft_is_called_one(library, notes: Path):
    client = TestClient(server.create_app(library, notes=notes), base_url="http://127.0.0.1:7860")
    piece = client.get("/findings?rule=figure").text
    assert "Kế hoạch số [39-KH/TU]" in piece
    assert vi.INFERRED_BRACKETS in piece
    draft = "Căn cứ Kế hoạch số 39-KH/TU, ngày 14/3/2026 của Ban Thường vụ Tỉnh ủy Điện Biên."
    for text, said in ((draft, ">Dự thảo<"), (f"{draft}\n\nBáo cáo kết quả thực hiện.", ">đoạn thứ nhất của dự thảo<")):
        assert said in client.post("/findings?name=a.txt", content=text.encode()).text
