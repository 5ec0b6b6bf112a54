"""The command line, a group of commands a module. They read options, call the library and print; they hold no logic."""

import io
import os
import re
import sys
from typing import Annotated, NoReturn

import typer

from tracuu import vi
from tracuu.cli import asking, checking, documents, indexing, measuring, registers, serving, verifying
from tracuu.errors import TracuuError
from tracuu.usage import Group, UsageError, mistake

app = typer.Typer(
    help=vi.CLI_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    cls=Group,
)
_debug = False
# What would break the one line of an error, or steer the terminal: names of files may hold it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@app.callback()
def _options(debug: Annotated[bool, typer.Option("--debug", help=vi.CLI_DEBUG)] = False) -> None:
    global _debug
    _debug = debug


# The order in which the help lists them.
for group in (indexing, asking, verifying, checking, registers, documents, serving, measuring):
    group.add_to(app)


def main() -> None:
    """Run the command line; expected errors are one sentence on stderr and exit code 1, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    try:
        code = app(prog_name="tracuu", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        _misused(error)
    except TracuuError as error:
        if _debug:
            raise
        _fail(str(error))
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except BrokenPipeError:
        _hang_up()
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # Typer's own end of such a program is 1
            _hang_up()
        raise
    sys.exit(code if isinstance(code, int) else 0)


def _misused(error: Exception) -> NoReturn:
    """Say what is wrong with the command line, or give the help where nothing was asked for; exit code 2."""
    said = mistake(error)
    print(vi.CLI_ERROR.format(message=said) if said else str(error), file=sys.stderr)
    sys.exit(2)


def _fail(message: str) -> NoReturn:
    print(vi.CLI_ERROR.format(message=_CONTROL.sub(" ", message)), file=sys.stderr)
    sys.exit(1)


def _hang_up() -> NoReturn:
    """End as programs do whose reader has left (`tracuu show … | head`): quietly, as if by SIGPIPE."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(128 + 13)
