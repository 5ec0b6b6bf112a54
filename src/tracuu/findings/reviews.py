"""What people have looked at: a note for each finding, in a small file beside the corpus.

A finding is known by its content, so that a note stays when documents are indexed again, and is no longer that
of a finding whose words have changed.
"""

import json
import os
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tracuu import vi
from tracuu.errors import ReviewError
from tracuu.text import grouped
from tracuu.types import Finding

# In the folder of the corpus, where it is kept with the documents and read as no document.
FILE = "reviewed.toml"
# A note is a sentence or two.
NOTE_LIMIT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A note on a finding; ``about`` is its message, so that the file can be read by itself."""

    note: str
    about: str


class Reviews:
    """The notes in one file; each call reads what stands there, so that several programs may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Mapping[str, Review]:
        """Notes by finding_id; none when there is no file.

        Raises:
            ReviewError: the file cannot be read, or is not of this form.
        """
        try:
            table = tomllib.loads(self._path.read_text(encoding="utf-8")) if self._path.is_file() else {}
            return {key: Review(note=str(row["note"]), about=str(row.get("about", ""))) for key, row in table.items()}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
            raise ReviewError(vi.REVIEWS_UNREADABLE.format(path=self._path, why=error)) from error

    def mark(self, finding: Finding, note: str) -> None:
        """Keep a note on a finding, in place of the one before; an empty note takes it away.

        Raises:
            ReviewError: the note is too long, or the file cannot be read or written.
        """
        note = " ".join(note.split())
        if len(note) > NOTE_LIMIT:
            raise ReviewError(vi.REVIEW_NOTE_LONG.format(length=grouped(len(note)), limit=grouped(NOTE_LIMIT)))
        from filelock import FileLock

        try:
            if not self._path.parent.is_dir():
                raise FileNotFoundError(self._path.parent)
            with FileLock(self._path.with_name(f".{self._path.name}.lock"), timeout=10):
                kept = dict(self.read())
                kept.pop(finding.finding_id, None)
                if note:
                    kept[finding.finding_id] = Review(note=note, about=finding.message)
                self._write(kept)
        except (OSError, TimeoutError) as error:
            raise ReviewError(vi.REVIEWS_UNWRITABLE.format(path=self._path, why=error)) from error

    def _write(self, kept: Mapping[str, Review]) -> None:
        """The whole file at once, or not at all."""
        lines = [vi.REVIEWS_HEAD, ""]
        for key, review in sorted(kept.items()):
            lines += [f"[{_quoted(key)}]", f"note = {_quoted(review.note)}", f"about = {_quoted(review.about)}", ""]
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".reviewed-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write("\n".join(lines))
            Path(name).replace(self._path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _quoted(text: str) -> str:
    """A string of TOML: what JSON writes is one, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_reviews(findings: Iterable[Finding], reviews: Mapping[str, Review]) -> tuple[Finding, ...]:
    """The findings, each with the note of who has looked at it."""
    return tuple(replace(f, reviewed=reviews[f.finding_id].note) if f.finding_id in reviews else f for f in findings)
