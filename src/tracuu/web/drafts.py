"""Drafts that people send: bytes to text, checked, and back as a Word file with comments. Nothing is kept."""

from collections.abc import Callable

from tracuu import vi
from tracuu.errors import DraftError, QuotationError
from tracuu.exports import text_docx
from tracuu.overview import spoken_names
from tracuu.quotes.grading import QUOTATION_LIMIT
from tracuu.quotes.remarks import remarks
from tracuu.quotes.word_files import Draft, draft_of
from tracuu.quotes.word_files import commented as with_comments
from tracuu.text import grouped
from tracuu.types import DraftCheck
from tracuu.web.guard import DRAFT_BYTES
from tracuu.web.library import Library

# Some hundred pages; 7 s of a busy processor (web/library.py).
DRAFT_CHARACTERS = 300_000
# What a pasted draft is called.
PASTED = "du-thao.txt"


def quotation(text: str) -> str:
    """A single quotation as it came, when it can be checked.

    Raises:
        QuotationError: it holds no words, or more than 6,000 characters.
    """
    if not any(c.isalnum() for c in text):
        raise QuotationError(vi.API_TEXT_EMPTY)
    if len(text) > QUOTATION_LIMIT:
        raise QuotationError(vi.API_TEXT_LONG.format(length=grouped(len(text)), limit=grouped(QUOTATION_LIMIT)))
    return text


def received(data: bytes, name: str) -> Draft:
    """The draft in the bytes of a .docx, .txt or .md file, told apart by its name; no name is plain text.

    Raises:
        DraftError: empty, too long, damaged, protected or of another format.
    """
    if len(data) > DRAFT_BYTES:
        raise DraftError(vi.DRAFT_TOO_LARGE.format(path=name or PASTED, limit=DRAFT_BYTES // 1_000_000))
    if not name and not any(c.isalnum() for c in data.decode("utf-8", "replace")):
        raise DraftError(vi.DRAFT_NOTHING)
    draft = _read(data, name)
    if len(draft.text) > DRAFT_CHARACTERS:
        raise DraftError(vi.DRAFT_LONG.format(length=grouped(len(draft.text)), limit=grouped(DRAFT_CHARACTERS)))
    return draft


def checked(library: Library, draft: Draft, should_stop: Callable[[], bool] | None = None) -> DraftCheck:
    """Every quotation and mention of the draft against the corpus.

    Raises:
        QuotationError: the draft holds no words. BusyError: too many drafts are being checked.
        StoppedError: ``should_stop`` said so.
    """
    return library.verify_draft(draft.text, should_stop=should_stop)


def commented(library: Library, draft: Draft, should_stop: Callable[[], bool] | None = None) -> bytes:
    """The Word file of a draft with a comment at each quotation and mention; one is made for a plain text.

    Raises:
        DraftError: the file cannot be read again. QuotationError, BusyError, StoppedError: as `checked`.
    """
    if draft.word is None:
        draft = _read(text_docx(draft.text), "du-thao.docx")
    found = list(remarks(checked(library, draft, should_stop), spoken_names(library.documents)))
    return with_comments(draft, found)


def _read(data: bytes, name: str) -> Draft:
    """The one place where bytes become text; nothing is written to the disk."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", "").strip()
    try:
        return draft_of(data, last[-120:] if last not in {"", ".", ".."} else PASTED)
    except DraftError as error:
        raise DraftError(str(error).replace(*vi.DRAFT_AGAIN)) from None
