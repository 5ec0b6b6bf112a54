"""What stands before the page: who may ask, what may be reached, which headers go back.

Gradio, on a host that is not localhost, reflects any Origin, fetches foreign addresses through
``file=`` and bounds neither bodies nor uploads; here only what this page needs is let through.
"""

import base64
import hmac
import ipaddress
import json
import re
import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from tracuu import vi

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# What the page brings besides Gradio's own, in the order in which it is loaded.
STYLES = ("page.css", "reader.css", "tabs.css", "registers.css", "findings.css", "graph.css")
SCRIPTS = ("pieces.js", "reader.js", "sitting.js", "tabs.js", "registers.js", "findings.js", "graph.js", "page.js")
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
# A question is at most 2,000 characters (8 KB); the rest is what Gradio wraps around it.
_MOST_BYTES = 65_536
# Where drafts are sent as files, and how large they may be: one of a hundred pages without pictures has 0.2 MB.
_DRAFTS = frozenset(
    {"/checks", "/findings", "/review", "/api/verify", "/api/verify.docx", "/api/check", "/api/check.docx"}
    | {"/api/check.html"}
)
DRAFT_BYTES = 10_000_000
MCP = "/mcp"
# The page's own paths and the few of Gradio that it needs: no uploads, files, proxies, nor Gradio's API.
_OPEN = re.compile(
    r"/(?:|healthz|reader|quotes|basket|checks|registers|findings|review|graph|web/[\w.-]+"
    r"|api/?|api(?:/(?:ask|search|quote|verify|documents|show|openapi\.json|quotations\.docx|verify\.docx|check(?:\.docx|\.html)?"
    r"|(?:tasks|targets)(?:\.(?:csv|xlsx|docx))?))?"
    r"|config/?|theme\.css|favicon\.ico|manifest\.json"
    r"|(?:assets|static|svelte)/[\w./-]+"
    r"|gradio_api/(?:run/predict|heartbeat/\w+|startup-events|app_id|reset/?|cancel))"
)
_REASONS = vi.GUARD_REASONS


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(
        self,
        app: App,
        *,
        hosts: Iterable[str] = LOCAL,
        addresses: bool = False,
        password: str | None = None,
        mcp: bool = False,
    ) -> None:
        """Wrap ``app``.

        Args:
            app: what is guarded.
            hosts: names under which the page may be asked for, without port.
            addresses: whether any IP address will do as well (a name is what DNS rebinding needs).
            password: what every request must carry (HTTP Basic, any user name), None for no login.
            mcp: whether the tools at /mcp are switched on.
        """
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._addresses = addresses
        self._password = password
        self._mcp = mcp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with a bounded body and added headers."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            headers = {name.lower(): value for name, value in scope["headers"]}
            refusal = self._refusal(scope["path"], headers)
            if refusal:
                await _refuse(send, refusal, *_worded(refusal, scope["path"], headers.get(b"accept", b"")))
            else:
                await self._pass_on(scope, receive, send)

    def _refusal(self, path: str, headers: dict[bytes, bytes]) -> int | None:
        """The status with which the request is refused, None when it may pass."""
        host = headers.get(b"host", b"").decode("latin-1")
        if not self._known(host):
            return 400
        origin = headers.get(b"origin")
        if origin is not None and urlsplit(origin.decode("latin-1")).netloc.lower() != host.lower():
            return 403
        if self._password is not None and not self._allowed(headers.get(b"authorization", b"")):
            return 401
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > _most_bytes(path):
            return 413
        return None if _OPEN.fullmatch(path) or (self._mcp and path == MCP) else 404

    def _known(self, host: str) -> bool:
        name = _hostname(host)
        if name in self._hosts:
            return True
        if not self._addresses:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def _allowed(self, authorization: bytes) -> bool:
        scheme, _, encoded = authorization.partition(b" ")
        try:
            given = base64.b64decode(encoded, validate=True).partition(b":")[2]
        except ValueError:
            return False
        return scheme.lower() == b"basic" and hmac.compare_digest(given, (self._password or "").encode())

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        nonce = secrets.token_urlsafe(16)
        if scope["path"] == "/":
            # The page is rewritten on its way out, so it must not come compressed.
            scope = {**scope, "headers": [h for h in scope["headers"] if h[0].lower() != b"accept-encoding"]}
        bounded = _bounded(receive, _most_bytes(scope["path"]))
        await self._app(scope, bounded, _Reply(send, nonce, rewrite=scope["path"] == "/"))


def _hostname(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _most_bytes(path: str) -> int:
    return DRAFT_BYTES if path in _DRAFTS else _MOST_BYTES


def _bounded(receive: Receive, most: int) -> Receive:
    """``receive`` that ends a body which grows past the limit (a chunked one states no length)."""
    total = 0

    async def bounded() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        return {"type": "http.disconnect"} if total > most else message

    return bounded


def security_headers(nonce: str) -> list[tuple[bytes, bytes]]:
    """Headers of every reply.

    Scripts run only from this server or with the nonce, so a script that slipped into a document
    would not; ``unsafe-eval`` is what gr.HTML needs to fill its template, inline styles are Gradio's.
    """
    policy = (
        f"default-src 'self'; script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; style-src 'self' 'unsafe-inline'"
        "; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'"
        "; form-action 'self'; frame-ancestors 'none'"
    )
    return [
        (b"content-security-policy", policy.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"DENY"),
        (b"referrer-policy", b"no-referrer"),
        (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
    ]


class _Reply:
    """``send`` with the headers added and, for the page itself, its HTML made ours."""

    def __init__(self, send: Send, nonce: str, *, rewrite: bool) -> None:
        self._send = send
        self._nonce = nonce
        self._rewrite = rewrite
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            ours = security_headers(self._nonce)
            names = {name for name, _ in ours} | {
                b"access-control-allow-origin",
                b"access-control-allow-credentials",
            }
            kept = [header for header in message["headers"] if header[0].lower() not in names]
            message = {**message, "headers": [*kept, *ours]}
            if self._rewrite:
                self._start = message
                return
        elif self._rewrite and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            message = await self._finish()
        await self._send(message)

    async def _finish(self) -> Message:
        body = localised(self._body.decode("utf-8"), self._nonce).encode("utf-8")
        kept = [header for header in self._start["headers"] if header[0].lower() != b"content-length"]
        await self._send({**self._start, "headers": [*kept, (b"content-length", str(len(body)).encode())]})
        return {"type": "http.response.body", "body": body}


# Gradio's own preview tags name its site and load its picture; they have no place on an office's page.
_FOREIGN = re.compile(r"<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>\s*")


# The words of the scripts. A block of data runs nothing, so the policy has nothing to say of it.
_WORDS = '<script type="application/json" id="tc-words">{words}</script>'.format(
    words=json.dumps(vi.SCRIPT_WORDS, ensure_ascii=False).replace("<", "\\u003c")
)


def localised(page: str, nonce: str) -> str:
    """Gradio's HTML in Vietnamese, with our style and script, each script carrying the nonce.

    Values inside its scripts have ``<`` escaped, so every ``<script`` here is Gradio's own.
    """
    page = _FOREIGN.sub("", page).replace('lang="en"', 'lang="vi"', 1)
    ours = [_WORDS, *(f'<link rel="stylesheet" href="./web/{name}">' for name in STYLES)]
    ours += [f'<script defer src="./web/{name}"></script>' for name in SCRIPTS]
    return page.replace("</head>", "".join([*ours, "</head>"]), 1).replace("<script", f'<script nonce="{nonce}"')


def _worded(status: int, path: str, accepted: bytes) -> tuple[bytes, bytes]:
    """Why a request is refused, as its sender reads it, with the media type: JSON, a page, or a line of text."""
    reason = _REASONS[status]
    if path.startswith("/api/"):
        return json.dumps({"error": reason}, ensure_ascii=False).encode(), b"application/json"
    if b"text/html" in accepted:
        return _PAGE.format(title=vi.GUARD_TITLE, reason=reason, back=vi.API_BACK).encode(), b"text/html; charset=utf-8"
    return reason.encode(), b"text/plain; charset=utf-8"


# Complete in itself: who is not let in is given no file of the page.
_PAGE = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><style>:root{{color-scheme:light dark}}'
    "body{{font:1.1rem/1.6 system-ui,sans-serif;max-width:36em;margin:4em auto;padding:0 1em}}h1{{font-size:1.3rem}}"
    '</style></head><body><main><h1>{title}</h1><p>{reason}</p><p><a href="/">{back}</a></p></main></body></html>'
)


async def _refuse(send: Send, status: int, body: bytes, kind: bytes) -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    if status == 401:
        headers.append((b"www-authenticate", f'Basic realm="{vi.GUARD_REALM}", charset="UTF-8"'.encode()))
    headers += security_headers(secrets.token_urlsafe(16))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
