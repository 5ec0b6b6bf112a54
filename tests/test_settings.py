"""Settings: a file over the defaults, and what is said of a wrong one."""

from pathlib import Path

import pytest

from tracuu.errors import TracuuError
from tracuu.settings import Settings, read_settings


def written(folder: Path, text: str) -> Path:
    path = folder / "tracuu.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "tracuu.toml") == Settings()


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    path = written(tmp_path, 'corpus = "van-ban"\nport = 8080\nwants_words = true\n')
    assert read_settings(path) == Settings(corpus="van-ban", port=8080, wants_words=True)


@pytest.mark.parametrize("text", ["cong = 8080", 'port = "8080"', "port = true", "port 8080", "host = 127"])
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(TracuuError, match=r"tracuu\.toml"):
        read_settings(written(tmp_path, text))
