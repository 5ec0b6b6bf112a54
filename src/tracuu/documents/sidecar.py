"""A TOML file beside a document may correct or complete what was read of its header."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from tracuu import vi
from tracuu.types import Diagnostic, Document, Header, Signatory, Stated

T = TypeVar("T")
_TEXTS = ("symbol", "kind", "issuer", "place", "province", "subject")


def apply_sidecar(documents: Sequence[Document], data: bytes, name: str) -> tuple[Document, ...]:
    """The documents of one source with the values that its sidecar gives.

    Keys at the top belong to the first document, ``[2]``, ``[3]`` … to later ones of a bundle::

        symbol = "50-KH/TU"
        issued_on = 2022-06-08
        [2]
        signatory = "Lê Văn A"

    A sidecar that cannot be read changes nothing and leaves a diagnostic.
    """
    try:
        table = tomllib.loads(data.decode("utf-8"))
        tables = [table, *(_below(table, str(number)) for number in range(2, len(documents) + 1))]
        return tuple(_applied(d, own, name) for d, own in zip(documents, tables, strict=True))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        problem = Diagnostic(
            source_id=documents[0].source_id, message=vi.DIAGNOSTIC_SIDECAR.format(name=name, why=error)
        )
        return (replace(documents[0], diagnostics=(*documents[0].diagnostics, problem)), *documents[1:])


def _below(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise TypeError(key)
    return value


def _applied(document: Document, table: Mapping[str, object], name: str) -> Document:
    why = vi.SIDECAR_REASON.format(name=name)
    header: Header = document.header
    texts = {key: Stated(value=_checked(table, key, str), inferred=why) for key in _TEXTS if key in table}
    header = replace(header, **texts)  # type: ignore[arg-type]
    if "issued_on" in table:
        header = replace(header, issued_on=Stated(value=_checked(table, "issued_on", date), inferred=why))
    if "signatory" in table:
        signatory = Signatory(name=_checked(table, "signatory", str))
        header = replace(header, signatory=Stated(value=signatory, inferred=why))
    return replace(document, header=header)


def _checked(table: Mapping[str, object], key: str, kind: type[T]) -> T:
    value = table[key]
    if not isinstance(value, kind) or isinstance(value, datetime) or (isinstance(value, str) and not value.strip()):
        raise TypeError(key)
    return value
