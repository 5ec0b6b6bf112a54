"""Plain text and Markdown: bytes to text, or a reason why not."""

import codecs

from tracuu import vi
from tracuu.errors import SourceError

# First bytes of files that are often renamed to .txt by mistake.
_MAGIC = {
    b"PK\x03\x04": "DOCX/ZIP",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "DOC",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
}


def decode(data: bytes, name: str) -> str:
    """Text of a file in UTF-8 or, with a byte order mark, UTF-16.

    Raises:
        SourceError: the file is of another format, binary, or in another encoding.
    """
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(vi.SOURCE_OTHER_FORMAT.format(name=name, kind=kind))
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(vi.SOURCE_ENCODING.format(name=name, position=error.start)) from error
    if "\0" in text:
        raise SourceError(vi.SOURCE_BINARY.format(name=name))
    return text
