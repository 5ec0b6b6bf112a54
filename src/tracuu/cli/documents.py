"""`tracuu documents` and `tracuu show`: what is in the index, and one document of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracuu import vi
from tracuu.cli.options import ARGUMENTS, IndexDir, Json, open_library
from tracuu.cli.output import as_json
from tracuu.cli.painting import show
from tracuu.usage import Command

if TYPE_CHECKING:
    from tracuu.overview import DocumentView

Named = Annotated[str, typer.Argument(metavar=ARGUMENTS["document"], help=vi.CLI_DOCUMENT)]
Text = Annotated[bool, typer.Option("--text", help=vi.CLI_TEXT)]


def add_to(app: typer.Typer) -> None:
    """Put both commands on ``app``."""
    app.command("documents", cls=Command, help=vi.CLI_DOCUMENTS)(_documents)
    app.command("show", cls=Command, help=vi.CLI_SHOW)(_show)


def _documents(json: Json = False, index: IndexDir = None) -> None:
    from tracuu.overview import counted, overview

    library = open_library(index, asks=False)
    listed = [overview(document, library.documents) for document in library.documents]
    if json:
        print(as_json(listed))
        return
    show("\n".join([*map(_entry, listed), "", counted(library.documents)]))


def _entry(view: "DocumentView") -> str:
    """Title and file of a document, and what of its head was inferred."""
    copy = f"  ({vi.CLI_COPY_OF.format(doc=view.copy_of)})" if view.copy_of else ""
    inferred = [
        f"    {vi.FIELD_NAMES[name]}: {field.value} ({field.inferred})"
        for name, field in view.fields.items()
        if field.inferred
    ]
    return "\n".join([view.title, f"    {view.doc_id}{copy}", *inferred])


def _show(document: Named, json: Json = False, text: Text = False, index: IndexDir = None) -> None:
    from tracuu.overview import detail, find_document, outline_text

    library = open_library(index, asks=False)
    found = find_document(document, library.documents)
    source = library.source(found.source_id)
    if text:
        print(source.text[slice(*found.span)])
    elif json:
        print(as_json(detail(found, library.documents, source.text, library.text, library.graph)))
    else:
        show(outline_text(found, library.documents, source.text, library.text, library.graph))
