"""Plain text and Markdown: bytes to text, or a reason why not."""

import codecs
import re

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
        refuse_legacy("" if b"\0" in data else data.decode("latin-1"), name)
        raise SourceError(vi.SOURCE_ENCODING.format(name=name, position=error.start)) from error
    if "\0" in text:
        raise SourceError(vi.SOURCE_BINARY.format(name=name))
    refuse_legacy(text, name)
    return text


# Words with letters beyond ASCII, and those with a sign behind a letter that no Vietnamese word has in Unicode: "vµ",
# "nghiÖp" (TCVN3), "vaø", "tröôøng" (VNI). Soft hyphens, Ð typed for Đ, ² and ³ are in ordinary texts.
_MARKED_WORD = re.compile(r"(?=\S{0,20}[\u00a8-\u1ef9])\S*[A-Za-z]\S*")
_FOREIGN = re.compile(
    "[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýăđơư]"
    "[\u00a8-\u00ac\u00ae\u00b5-\u00b9\u00bb-\u00beÄ-ÇËÎÏÑÖ-ØÛÜÞßä-çëîïñö-øûüþÿ]"
)
# In texts of either kind more than half of the words with marks have such a sign; in others hardly one in a thousand.
_LEGACY_SHARE, _LEAST_WORDS = 0.3, 6
# As much of a text as tells.
_LOOKED_THROUGH = 200_000


def refuse_legacy(text: str, name: str) -> None:
    """Refuse a text whose letters are those of TCVN3 (ABC) or VNI, kept as they are or saved as UTF-8.

    Raises:
        SourceError: so it is.
    """
    words = _MARKED_WORD.findall(text, 0, _LOOKED_THROUGH)
    foreign = sum(bool(_FOREIGN.search(word)) for word in words)
    if foreign >= max(_LEAST_WORDS, _LEGACY_SHARE * len(words)):
        raise SourceError(vi.SOURCE_LEGACY.format(name=name))
