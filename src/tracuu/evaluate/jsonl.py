"""Lines of JSON to records, each fault named by file and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from tracuu import vi
from tracuu.errors import QuestionFileError
from tracuu.reasons import why
from tracuu.text import normalise

T = TypeVar("T")


def read_text(path: Path) -> str:
    r"""The file in NFC with ``\n`` line ends.

    Raises:
        QuestionFileError: it is not there, cannot be opened, or is not UTF-8.
    """
    try:
        return normalise(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise QuestionFileError(vi.EVALUATE_FILE_MISSING.format(path=path)) from error
    except UnicodeDecodeError as error:
        raise QuestionFileError(vi.EVALUATE_NOT_UTF8.format(path=path, position=error.start)) from error
    except OSError as error:
        raise QuestionFileError(vi.EVALUATE_FILE_UNREADABLE.format(path=path, why=why(error))) from error


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """(line number from 1, line) for each line that is not blank.

    Raises:
        QuestionFileError: see `read_text`.
    """
    # Not splitlines: it also cuts at U+2028 and U+0085, which JSON strings may hold.
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            yield number, line


def bad_line(path: Path, number: int, why: str) -> QuestionFileError:
    """The error for one line; ``why`` is a clause without an end mark."""
    return QuestionFileError(vi.EVALUATE_BAD_LINE.format(path=path, number=number, why=why))


def read_records(path: Path, kind: type[T]) -> Iterator[tuple[int, T]]:
    """(line number from 1, record) for each line; keys that ``kind`` does not know are passed over.

    Raises:
        QuestionFileError: a line is not JSON, or not of this kind; the message names the line.
    """
    decoder = msgspec.json.Decoder(type=kind)
    for number, line in numbered_lines(path):
        try:
            yield number, decoder.decode(line)
        except msgspec.ValidationError as error:
            raise bad_line(path, number, vi.EVALUATE_WHY_SHAPE.format(why=error)) from error
        except (msgspec.DecodeError, UnicodeError) as error:
            raise bad_line(path, number, vi.EVALUATE_WHY_JSON.format(why=why(error))) from error
