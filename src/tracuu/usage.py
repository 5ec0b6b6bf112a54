"""What the command line says of itself and of wrong usage: Vietnamese, one sentence with the next step.

Typer has English words alone, bound when it is imported: its help is worded anew when it is printed, and its errors
are told by their kind.
"""

import re
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from tracuu import vi

# The common kind of all errors of usage; Typer has no public name for it.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class Command(TyperCommand):
    """A command whose help is in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """The help as it is printed."""
        return worded(super().get_help(ctx))


class Group(TyperGroup):
    """The commands, with help in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """The help as it is printed."""
        return worded(super().get_help(ctx))


def worded(help_text: str) -> str:
    """Typer's help with its own words in Vietnamese; columns stay where they are."""
    for english, words in vi.USAGE_WORDS:
        help_text = re.sub(english, words, help_text, flags=re.MULTILINE)
    return help_text


def mistake(error: Exception) -> str:
    """What is wrong with a command line and what to do; "" for the help that stands in an error."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return ""
    told = _TOLD.get(kind, _other)(error)
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "tracuu"
    return f"{told} {vi.USAGE_NEXT.format(command=command)}"


def _no_option(error: Any) -> str:
    near = ", ".join(sorted(error.possibilities or ()))
    said = vi.USAGE_NO_OPTION.format(name=error.option_name)
    return f"{said} {vi.USAGE_PERHAPS.format(near=near)}" if near else said


def _missing(error: Any) -> str:
    return vi.USAGE_MISSING.format(name=_name(error.param))


def _bad_option(error: Any) -> str:
    return vi.USAGE_NEEDS_VALUE.format(name=error.option_name)


def _bad_value(error: Any) -> str:
    """Our own sentence, or what a value must be."""
    if error.param is None:
        return str(error.message)
    help_text = " ".join((error.param.get_help_record(error.ctx) or ("", ""))[1:])
    limits = re.search(r"(\d+)<=x<=(\d+)", help_text)
    must = vi.USAGE_KINDS.get(error.param.metavar or "", "")
    if limits:
        must = vi.USAGE_RANGE.format(low=limits[1], high=limits[2])
    return vi.USAGE_BAD_VALUE.format(value=_given(error), name=_name(error.param), must=must)


def _given(error: Any) -> str:
    """The value that was refused, as the parser's own error tells it."""
    cause = getattr(error, "__cause__", None)
    if cause is not None and hasattr(cause, "errors"):
        return str(cause.errors()[0].get("input", ""))
    quoted = re.search(r"'([^']*)'|^(\S+) is not in the range", str(error.message))
    return (quoted[1] or quoted[2]) if quoted else ""


def _other(error: Any) -> str:
    message = str(getattr(error, "message", error))
    context = getattr(error, "ctx", None)
    for english, words in vi.USAGE_OTHERS:
        if found := re.match(english, message):
            said = vi.USAGE_EXTRA.get(context.info_name, words) if context and "{0}" in words else words
            return said.format(*found.groups())
    return vi.USAGE_WRONG


def _name(param: Any) -> str:
    """An option by its long name, an argument as the help writes it."""
    options = [name for name in getattr(param, "opts", ()) if name.startswith("--")]
    return options[0] if options else str(getattr(param, "metavar", None) or param.human_readable_name)


_TOLD: dict[str, Callable[[Any], str]] = {
    "NoSuchOption": _no_option,
    "MissingParameter": _missing,
    "BadOptionUsage": _bad_option,
    "BadParameter": _bad_value,
}
