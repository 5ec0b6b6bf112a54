"""Why the system or a parser refused, in Vietnamese words."""

import errno
import re
import tomllib

from tracuu import vi

_SYSTEM = {
    errno.ENOENT: vi.WHY_MISSING,
    errno.EACCES: vi.WHY_FORBIDDEN,
    errno.EPERM: vi.WHY_FORBIDDEN,
    errno.EISDIR: vi.WHY_FOLDER,
    errno.ENOTDIR: vi.WHY_NO_FOLDER,
    errno.EROFS: vi.WHY_READ_ONLY,
    errno.ENOSPC: vi.WHY_FULL,
    errno.ENAMETOOLONG: vi.WHY_LONG_NAME,
}


def why(error: Exception) -> str:
    """The reason in a few words; foreign words only where nothing else is known."""
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, vi.WHY_SYSTEM.format(number=error.errno))
    if isinstance(error, UnicodeDecodeError):
        return vi.WHY_NOT_UTF8.format(position=error.start)
    if isinstance(error, tomllib.TOMLDecodeError):
        line = re.search(r"line (\d+)", str(error))
        return vi.WHY_TOML.format(line=line[1]) if line else vi.WHY_TOML_SOMEWHERE
    # msgspec: "JSON is malformed: invalid character (byte 4)", "Input data was truncated".
    place = re.search(r"byte (\d+)", str(error))
    return vi.WHY_JSON_AT.format(position=place[1]) if place else vi.WHY_JSON
