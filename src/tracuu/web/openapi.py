"""The description of the interface: an OpenAPI document, and a page for people made from it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tracuu import vi
from tracuu.web.markup import escape

if TYPE_CHECKING:
    from fastapi import FastAPI


def described(app: "FastAPI") -> dict[str, Any]:
    """The OpenAPI 3.1 document of the addresses that are on ``app`` by now, with schemas of all records."""
    import msgspec
    from fastapi.openapi.utils import get_openapi

    from tracuu.overview import DetailView, DocumentView
    from tracuu.types import Answer, Finding, MentionCheck, QuoteMatch
    from tracuu.web.api import Found, Quotable
    from tracuu.web.register_api import TargetList, TaskList

    records = (
        Answer,
        Found,
        Quotable,
        QuoteMatch,
        MentionCheck,
        Finding,
        TaskList,
        TargetList,
        DocumentView,
        DetailView,
    )
    _, schemas = msgspec.json.schema_components(records, ref_template="#/components/schemas/{name}")
    document = get_openapi(
        title=vi.API_TITLE, version="1", description=vi.API_ABOUT, routes=app.routes, openapi_version="3.1.0"
    )
    schemas["Error"] = {
        "type": "object",
        "required": ["error"],
        "properties": {"error": {"type": "string", "description": vi.API_ERROR}},
    }
    bodies = document.get("components", {}).get("schemas", {})
    schemas |= {name: schema for name, schema in bodies.items() if name.startswith("Body_")}
    # The framework's own words for errors are English and never sent.
    document["components"] = {"schemas": {name: _bare(schema) for name, schema in sorted(schemas.items())}}
    for _, _, operation in operations(document):
        operation["responses"].pop("422", None)
        operation["responses"]["400"] = {
            "description": vi.API_ERROR,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
        }
        for parameter in (*operation.get("parameters", ()), *_bodies(operation)):
            parameter.get("schema", {}).pop("title", None)
    return document


def _bare(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without the notes that developers read in the source."""
    return schema if "error" in schema.get("required", ()) else {k: v for k, v in schema.items() if k != "description"}


def _bodies(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from operation.get("requestBody", {}).get("content", {}).values()


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, address and description of each operation, in the order in which they were put on the application."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def page(document: dict[str, Any]) -> str:
    """The description for people, in Vietnamese, without scripts and without a request to any other host."""
    parts = "".join(_operation(*one) for one in operations(document))
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{vi.API_TITLE}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="web/api.css">'
        f"</head><body><main><h1>{vi.API_TITLE}</h1><p>{vi.API_ABOUT}</p>"
        f'<p><a href="api/openapi.json">{vi.API_DOCUMENT}</a> · <a href="./">{vi.API_BACK}</a></p>'
        f"{parts}</main></body></html>"
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    ok = operation["responses"]["200"]
    kind, content = next(iter(ok["content"].items()))
    body = operation.get("requestBody", {})
    return (
        f'<section><h2><code><b class="{method.lower()}">{method}</b> {escape(path)}</code></h2>'
        f"<p>{escape(operation['summary'])}</p>{_parameters(operation.get('parameters', []))}"
        f"{_body(body) if body else ''}"
        f"<p>{vi.API_RETURNS} {escape(ok['description'])} <code>{escape(_named(content['schema']) or kind)}</code></p>"
        f"<pre>{escape(_example(method, path, operation))}</pre></section>"
    )


def _parameters(parameters: list[dict[str, Any]]) -> str:
    if not parameters:
        return ""
    rows = "".join(
        f"<tr><td><code>{escape(p['name'])}</code></td><td>{escape(p.get('description', ''))}</td>"
        f"<td>{escape(str(p['schema'].get('default') or ''))}</td></tr>"
        for p in parameters
    )
    head = "".join(f'<th scope="col">{title}</th>' for title in vi.API_COLUMNS)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _body(body: dict[str, Any]) -> str:
    kinds = ", ".join(f"<code>{escape(kind)}</code>" for kind in body["content"])
    return f"<p>{vi.API_BODY} {escape(body.get('description', vi.API_KEYS))} ({kinds})</p>"


def _named(schema: dict[str, Any]) -> str:
    """The name of the record that a schema stands for; "" for other things."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    return f"[{_named(schema['items'])}]" if schema.get("type") == "array" else ""


def _example(method: str, path: str, operation: dict[str, Any]) -> str:
    """A command that can be tried."""
    address = f"http://127.0.0.1:7860{path}"
    if method == "GET":
        given = vi.API_EXAMPLES.get(path, {})
        said = "".join(f' --data-urlencode "{name}={value}"' for name, value in given.items())
        output = f" -o {vi.BASKET_FILE}" if path.endswith(".docx") else ""
        return f"curl -G {address}{said}{output}"
    if path == "/api/quotations.docx":
        data = f"""--json '{{"quotes": ["{vi.API_EXAMPLES[path]["quote"]}"]}}'"""
        return f"curl {address} {data} -o {vi.BASKET_FILE}"
    output = f" -o {vi.CHECKS_FILE}" if path.endswith(".docx") else ""
    return f'curl "{address}?name=du-thao.docx" --data-binary @du-thao.docx{output}'
