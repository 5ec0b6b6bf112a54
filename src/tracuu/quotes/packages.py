"""Word files from anyone: what is refused before a parser builds anything, in bounded memory and time."""

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

from tracuu import vi
from tracuu.errors import DraftError

# The same as for documents of the corpus: more is no draft but a mistake.
MAX_BYTES = 20_000_000
# All that a Word file unpacks to; pictures, which are packed already, are most of it.
_MAX_UNPACKED = 100_000_000
# XML in it, and elements in it; with a run for every five words a page of 350 words has 8 kB and 290 elements (measured
# on a bare file): 700 pages have 5 MB and 200,000, and Word adds properties to each run.
_MAX_XML = 40_000_000
_MAX_ELEMENTS = 500_000
# The depths of all elements added: in a table a text stands 8 deep. What is looked for around each is bounded by it.
_MAX_DEPTHS = 8_000_000
# A tag longer than this is none.
_MAX_TAG = 1_000_000
# Elements within elements; text boxes in tables in tables stay below 60, and libxml2 stops at 256.
_MAX_DEPTH = 120
_MAX_PARTS = 3_000
_CHUNK = 1 << 16
OLE = b"\xd0\xcf\x11\xe0"
# The stream that holds a Word file behind a password, as its name stands in the folder of the OLE file.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# First bytes of files that are chosen for a draft by mistake, or renamed.
_HEADS = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": vi.FORMAT_PICTURE,
    b"\xff\xd8\xff": vi.FORMAT_PICTURE,
}
# Parts by which zips of other programs are known, the first that fits.
_PARTS = {"xl/": "Excel (.xlsx)", "ppt/": "PowerPoint (.pptx)", "meta-inf/manifest.xml": "OpenDocument (.odt, .ods)"}


def refuse_other(data: bytes, name: str) -> None:
    """Refuse what has no words, and what its first bytes show to be no draft, whatever its name says.

    Raises:
        DraftError: so it is, with what to do.
    """
    if not data.strip():
        raise DraftError(vi.DRAFT_FILE_EMPTY.format(path=name))
    for head, kind in _HEADS.items():
        if data.startswith(head):
            raise DraftError(vi.DRAFT_OTHER_FORMAT.format(path=name, kind=kind))
    refuse_ole(data, name)


def refuse_ole(data: bytes, name: str) -> None:
    """Refuse what is no zip because it has a password, or is a .doc.

    Raises:
        DraftError: always for such files, with what to do.
    """
    if data.startswith(OLE):
        locked = _ENCRYPTED in data or name.lower().endswith(".docx")
        raise DraftError((vi.DRAFT_PROTECTED if locked else vi.DRAFT_FORMAT).format(path=name))


def check_package(data: bytes, name: str) -> None:
    """Refuse a zip that is no Word file, or that unpacks to more than a draft has.

    Sizes are those that are declared and those that are read: nothing is unpacked whole, nothing is parsed into a tree.

    Raises:
        DraftError: damaged, protected, with macros, too large, or no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _check_entries(packed.infolist(), name)
            _check_xml(packed, name)
    except (zipfile.BadZipFile, expat.ExpatError, zlib.error, EOFError, OSError, KeyError) as error:
        raise DraftError(vi.DRAFT_DAMAGED.format(path=name)) from error
    except (RuntimeError, NotImplementedError, ValueError, LookupError, MemoryError) as error:
        raise DraftError(vi.DRAFT_DAMAGED.format(path=name)) from error


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise DraftError(vi.DRAFT_PROTECTED.format(path=name))
    names = {entry.filename.lower() for entry in entries}
    if any(part.endswith("vbaproject.bin") for part in names):
        raise DraftError(vi.DRAFT_MACROS.format(path=name))
    if "[content_types].xml" not in names or not any(part.startswith("word/") for part in names):
        raise DraftError(_no_word_file(names, name))
    if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise DraftError(vi.DRAFT_UNPACKED.format(path=name, limit=_MAX_UNPACKED // 1_000_000))
    if len(names) < len(entries):
        raise DraftError(vi.DRAFT_DAMAGED.format(path=name))


def _no_word_file(parts: Iterable[str], name: str) -> str:
    kind = next((kind for start, kind in _PARTS.items() if any(part.startswith(start) for part in parts)), None)
    message = vi.DRAFT_OTHER_FORMAT if kind else vi.DRAFT_DAMAGED
    return message.format(path=name, kind=kind)


class _Count:
    """What has been read of all XML parts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.size = self.elements = self.depth = self.depths = 0

    def start(self, tag: str, attributes: Any) -> None:
        self.elements += 1
        self.depth += 1
        self.depths += self.depth
        if self.elements > _MAX_ELEMENTS or self.depth > _MAX_DEPTH or self.depths > _MAX_DEPTHS:
            raise DraftError(vi.DRAFT_UNPACKED.format(path=self.name, limit=_MAX_XML // 1_000_000))

    def end(self, tag: str) -> None:
        self.depth -= 1

    def doctype(self, *_: Any) -> None:
        """No Word file declares entities; a hostile one expands them."""
        raise DraftError(vi.DRAFT_DAMAGED.format(path=self.name))

    def read(self, length: int) -> None:
        self.size += length
        if self.size > _MAX_XML:
            raise DraftError(vi.DRAFT_UNPACKED.format(path=self.name, limit=_MAX_XML // 1_000_000))


def _check_xml(packed: zipfile.ZipFile, name: str) -> None:
    count = _Count(name)
    for entry in packed.infolist():
        with packed.open(entry) as part:
            head = part.read(_CHUNK)
            if not entry.filename.lower().endswith((".xml", ".rels")) and b"<" not in head[:4]:
                continue
            parser = expat.ParserCreate()
            count.depth = fed = 0
            parser.StartElementHandler, parser.EndElementHandler = count.start, count.end
            parser.StartDoctypeDeclHandler = count.doctype
            while head:
                count.read(len(head))
                parser.Parse(head, False)
                fed += len(head)
                if fed - parser.CurrentByteIndex > _MAX_TAG:
                    raise DraftError(vi.DRAFT_DAMAGED.format(path=name))
                head = part.read(_CHUNK)
            parser.Parse(b"", True)
