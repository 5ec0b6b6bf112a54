"""Drafts as files: text out of .txt, .md and .docx, and a copy of a Word file with comments.

In a Word file everything that is printed in the body is read (tables, text boxes, fields, tracked insertions), and what
is hidden, deleted or moved away is not. A copy differs in its comments alone.
"""

import io
import unicodedata
import zipfile
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracuu import vi
from tracuu.errors import DraftError, SourceError
from tracuu.quotes.beside import NOTE_MARK
from tracuu.quotes.packages import MAX_BYTES, check_package, refuse_other
from tracuu.quotes.remarks import Remark
from tracuu.reasons import why
from tracuu.sources.plain import decode, refuse_legacy
from tracuu.text import normalise

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_NOTES = (f"{_W}footnoteReference", f"{_W}endnoteReference")
_SIGNS = {**_BREAKS, **dict.fromkeys(_NOTES, NOTE_MARK)}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the draft's text, ``[start, start + len(text))``, and the element that prints it."""

    start: int
    text: str
    element: Any

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as text (NFC, a line a paragraph), and the bytes of the Word file that it came from, if it did."""

    text: str
    word: bytes | None = None


def read_draft(path: Path) -> Draft:
    """The draft in a .txt, .md or .docx file.

    Raises:
        DraftError: missing, a folder, without words, too large, damaged, protected, or of another format.
    """
    return draft_of(_bytes(path), str(path))


def draft_of(data: bytes, name: str) -> Draft:
    """The draft in the bytes of a .txt, .md or .docx file called ``name``, from anyone.

    Memory and time are bounded whatever the bytes are (see `packages`); macros are never run, no address is opened.

    Raises:
        DraftError: without words, too large, damaged, protected, with macros, or of another format.
    """
    suffix = Path(name).suffix.lower()
    if len(data) > MAX_BYTES:
        raise DraftError(vi.DRAFT_TOO_LARGE.format(path=name, limit=MAX_BYTES // 1_000_000))
    refuse_other(data, name)
    if suffix == ".docx" or data.startswith(b"PK\x03\x04"):
        return _readable(Draft("".join(piece.text for piece in _pieces(_open(data, name))), data), name)
    if suffix not in (".txt", ".md", ""):
        raise DraftError(vi.DRAFT_FORMAT.format(path=name))
    try:
        return _worded(Draft(normalise(decode(data, Path(name).name))), name)
    except SourceError as error:
        raise DraftError(str(error)) from error


def _worded(draft: Draft, name: str) -> Draft:
    """The draft, unless there are no words in it."""
    if not any(c.isalnum() for c in draft.text):
        raise DraftError(vi.DRAFT_FILE_EMPTY.format(path=name))
    return draft


def _readable(draft: Draft, name: str) -> Draft:
    """The draft, unless it has no words or its letters are those of an encoding before Unicode."""
    _worded(draft, name)
    try:
        refuse_legacy(draft.text, Path(name).name)
    except SourceError as error:
        raise DraftError(str(error)) from error
    return draft


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DraftError(vi.DRAFT_FOLDER.format(path=path))
        if not path.is_file():
            raise DraftError(vi.DRAFT_MISSING.format(path=path))
        if path.stat().st_size > MAX_BYTES:
            raise DraftError(vi.DRAFT_TOO_LARGE.format(path=path, limit=MAX_BYTES // 1_000_000))
        return path.read_bytes()
    except OSError as error:
        raise DraftError(vi.DRAFT_UNREADABLE.format(path=path, why=why(error))) from error


def _open(data: bytes, name: str) -> "WordDocument":
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    check_package(data, name)
    try:
        return docx.Document(io.BytesIO(data))
    except ValueError as error:  # another main part: a template, a file with macros
        raise DraftError(vi.DRAFT_MACROS.format(path=name)) from error
    except (zipfile.BadZipFile, PackageNotFoundError, LxmlError, KeyError, AttributeError, TypeError) as error:
        raise DraftError(vi.DRAFT_DAMAGED.format(path=name)) from error
    except (EOFError, OSError, RuntimeError, AssertionError, IndexError, zlib.error) as error:
        raise DraftError(vi.DRAFT_DAMAGED.format(path=name)) from error


# --- Text --------------------------------------------------------------------------------------


def _pieces(document: "WordDocument") -> list[_Piece]:
    """All that is printed in the body in order, each paragraph ended by a line end (a piece without element).

    Foot- and endnotes stand behind it, a line each in the order of their marks; a mark, in the body and before its
    note, is a character that takes no room. The pieces of a note belong to the element of its mark.
    """
    printed: list[tuple[Any, str]] = []
    marks: list[Any] = []
    for own in _paragraphs(document.element.body):
        marks += [element for element, _ in own if element.tag in _NOTES]
        printed += [*own, (None, "\n")]
    notes = _notes(document) if marks else {}
    for mark in marks:
        words = notes.get((mark.tag, mark.get(f"{_W}id")), "")
        printed += [(mark, NOTE_MARK + words), (None, "\n")]
    starts = accumulate((len(text) for _, text in printed), initial=0)
    return [_Piece(start, text, element) for start, (element, text) in zip(starts, printed, strict=False)]


def _notes(document: "WordDocument") -> dict[tuple[str, str | None], str]:
    """The text of each foot- and endnote on one line, by the kind of its mark and its number in the file."""
    from lxml import etree

    found: dict[tuple[str, str | None], str] = {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for part in (relation.target_part for relation in document.part.rels.values() if not relation.is_external):
        kind = f"{_W}{str(part.partname).rpartition('/')[2].removesuffix('s.xml')}"
        if f"{kind}Reference" not in _NOTES:
            continue
        try:
            root = etree.fromstring(part.blob, parser)
        except etree.LxmlError:
            continue  # a note that cannot be read is none
        for note in root.iter(kind):
            words = " ".join("".join(text for _, text in own) for own in _paragraphs(note))
            found[f"{kind}Reference", note.get(f"{_W}id")] = " ".join(words.replace(NOTE_MARK, "").split())
    return found


def _paragraphs(root: Any) -> Iterator[list[tuple[Any, str]]]:
    """The elements that print something with what they print, by paragraph; one in a text box follows its own."""
    printed: dict[Any, list[tuple[Any, str]]] = {p: [] for p in root.iter(f"{_W}p")}
    for element in root.iter(f"{_W}t", *_SIGNS):
        paragraph = _paragraph_of(element)
        if paragraph in printed:
            text = unicodedata.normalize("NFC", element.text or "") if element.tag == f"{_W}t" else _SIGNS[element.tag]
            printed[paragraph].append((element, text))
    for own in printed.values():
        yield [(element, text) for element, text in own if text]


def _paragraph_of(element: Any) -> Any:
    """The paragraph that prints an element; None when it is hidden, deleted, moved away or a fallback."""
    run = element.getparent()
    if run is None or run.tag != f"{_W}r":
        return None
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    if vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off"):
        return None
    own = None
    for above in element.iterancestors():
        if above.tag == _FALLBACK or (own is None and above.tag in (f"{_W}del", f"{_W}moveFrom")):
            return None
        if own is None and above.tag == f"{_W}p":
            own = above
    return own


# --- Comments ----------------------------------------------------------------------------------


def check_target(draft: Draft, file: Path, out: Path) -> None:
    """Refuse a copy that could not be made, before anything is checked.

    Raises:
        DraftError: the draft is no Word file, or ``out`` is the draft itself, no .docx or in no folder.
    """
    if draft.word is None:
        raise DraftError(vi.DRAFT_NO_WORD)
    if out.suffix.lower() != ".docx":
        raise DraftError(vi.DRAFT_OUT_SUFFIX.format(path=out))
    if out.resolve() == file.resolve():
        raise DraftError(vi.DRAFT_SAME_FILE.format(path=out))
    if not out.resolve().parent.is_dir():
        raise DraftError(vi.DRAFT_NO_FOLDER.format(path=out.parent))


def commented_copy(draft: Draft, remarks: Sequence[Remark], path: Path) -> None:
    """Write the Word file of ``draft`` to ``path`` with a comment at each remark; nothing else changes.

    Raises:
        DraftError: the draft is no Word file, or the copy cannot be written.
    """
    copy = commented(draft, remarks)
    try:
        path.write_bytes(copy)
    except OSError as error:
        raise DraftError(vi.DRAFT_NOT_WRITTEN.format(path=path, why=why(error))) from error


def commented(draft: Draft, remarks: Sequence[Remark]) -> bytes:
    """The Word file of ``draft`` with a comment at each remark; nothing else changes.

    Raises:
        DraftError: the draft is no Word file.
    """
    if draft.word is None:
        raise DraftError(vi.DRAFT_NO_WORD)
    document = _open(draft.word, vi.CHECKS_FILE)
    _cut_runs(document, sorted({at for remark in remarks for at in (remark.start, remark.end)}))
    pieces = [piece for piece in _pieces(document) if piece.element is not None]
    for remark in remarks:
        _comment(document, remark, pieces)
    packed = io.BytesIO()
    document.save(packed)
    return timeless(packed.getvalue())


def _comment(document: "WordDocument", remark: Remark, pieces: Sequence[_Piece]) -> None:
    """A comment on the runs between the places of the remark, where runs were cut before."""
    from docx.text.run import Run

    first = bisect_right(pieces, remark.start, key=lambda piece: piece.end)
    last = bisect_left(pieces, remark.end, key=lambda piece: piece.start) - 1
    if first > last:
        return
    runs = [Run(_outer_run(pieces[at].element), document) for at in (first, last)]
    comment = document.add_comment(runs, text=remark.text, author=vi.COMMENT_AUTHOR, initials=vi.COMMENT_INITIALS)
    comment._comment_elm.attrib.pop(f"{_W}date", None)  # same draft, same copy


def _outer_run(element: Any) -> Any:
    """The run of an element; of one in a text box, where Word takes no comments, the run that holds the box."""
    return list(element.iterancestors(f"{_W}r"))[-1]


def _cut_runs(document: "WordDocument", cuts: Sequence[int]) -> None:
    """Cut runs in two at these places of the text, from the last to the first; what is printed stays the same."""
    for piece in reversed(_pieces(document)):
        inside = cuts[bisect_left(cuts, piece.start) : bisect_left(cuts, piece.end)]
        if piece.element is None or len(list(piece.element.iterancestors(f"{_W}r"))) > 1:
            continue
        for at in reversed(inside):
            _split_before(_cut_text(piece, at - piece.start))


def _cut_text(piece: _Piece, at: int) -> Any:
    """The element that begins at the place ``at`` of a piece's text, made by cutting the piece where needed."""
    element = piece.element
    if at == 0 or element.tag != f"{_W}t":
        return element
    raw = element.text
    cut = _raw_offset(raw, at)
    rest = deepcopy(element)
    element.text, rest.text = raw[:cut], raw[cut:]
    for part in (element, rest):
        part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.addnext(rest)
    return rest


def _split_before(border: Any) -> None:
    """Cut the run of ``border`` before it, unless nothing but properties stands there."""
    run = border.getparent()
    properties = run.find(f"{_W}rPr")
    if not any(child is not properties for child in border.itersiblings(preceding=True)):
        return
    second = run.makeelement(run.tag, run.attrib)
    if properties is not None:
        second.append(deepcopy(properties))
    for child in [border, *border.itersiblings()]:
        second.append(child)
    run.addnext(second)


def _raw_offset(raw: str, at: int) -> int:
    """Where in ``raw`` the first ``at`` characters of its NFC form end."""
    if unicodedata.is_normalized("NFC", raw):
        return at
    cut = 0
    while cut < len(raw) and (
        len(unicodedata.normalize("NFC", raw[:cut])) < at or unicodedata.combining(raw[cut : cut + 1] or " ")
    ):
        cut += 1
    return cut


def timeless(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """The zip without the time at which it was packed; entries named in ``changes`` go through their function."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fresh:
        for entry in packed.infolist():
            kept = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            kept.compress_type = zipfile.ZIP_DEFLATED
            change = (changes or {}).get(entry.filename, bytes)
            fresh.writestr(kept, change(packed.read(entry)))
    return out.getvalue()
