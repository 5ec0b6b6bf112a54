"""`tracuu verify`: is a quotation word for word, and what of a draft is not?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tracuu import vi
from tracuu.cli.options import ARGUMENTS, METAVARS, IndexDir, Json, open_library
from tracuu.cli.output import as_json, note, print_lines, told_when_long, whole
from tracuu.cli.painting import show
from tracuu.usage import Command

Text = Annotated[str | None, typer.Argument(metavar=ARGUMENTS["text"], help=vi.CLI_VERIFY_TEXT)]
DraftFile = Annotated[Path | None, typer.Option("--file", metavar=METAVARS["file"], help=vi.CLI_VERIFY_FILE)]
Out = Annotated[Path | None, typer.Option("--out", metavar=METAVARS["file"], help=vi.CLI_VERIFY_OUT)]


def add_to(app: typer.Typer) -> None:
    """Put the command on ``app``."""
    app.command("verify", cls=Command, help=vi.CLI_VERIFY)(_verify)


def _verify(
    text: Text = None, file: DraftFile = None, out: Out = None, json: Json = False, index: IndexDir = None
) -> None:
    if (text is None) == (file is None):
        raise typer.BadParameter(vi.CLI_VERIFY_ONE_OF)
    if file is not None:
        _verify_file(file, out, json=json, index=index)
        return
    if out is not None:
        raise typer.BadParameter(vi.CLI_VERIFY_OUT_NEEDS_FILE)
    from tracuu.overview import spoken_names
    from tracuu.quotes.grading import check_length
    from tracuu.quotes.remarks import draft_text, quotation_remark
    from tracuu.text import normalise

    check_length(text := normalise(whole(text or "")))  # before the index is opened
    library = open_library(index, asks=False)
    match = library.verify(text)
    if json:
        print(as_json(match))
    elif match.text != text:  # what leads to a quotation is told like a draft, each quotation and document
        show(draft_text(text, library.verify_draft(text), spoken_names(library.documents)))
    else:
        show(quotation_remark(match))


def _verify_file(file: Path, out: Path | None, *, json: bool, index: Path | None) -> None:
    from tracuu.overview import spoken_names
    from tracuu.quotes.remarks import draft_notes, draft_text, in_order, remarks
    from tracuu.quotes.word_files import check_target, commented_copy, read_draft
    from tracuu.text import grouped

    draft = read_draft(file)
    if out is not None:
        check_target(draft, file, out)
    library = open_library(index, asks=False)
    with told_when_long(vi.CLI_VERIFY_RUNNING.format(length=grouped(len(draft.text)))):
        checked = library.verify_draft(draft.text)
    names = spoken_names(library.documents)
    if json:
        print_lines(in_order(checked))
        for sentence in draft_notes(checked):
            note(sentence)
    else:
        show(draft_text(draft.text, checked, names))
    if out is not None:
        commented_copy(draft, list(remarks(checked, names)), out)
        print(vi.CLI_VERIFY_WRITTEN.format(path=out), file=sys.stderr)
