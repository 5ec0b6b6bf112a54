"""Names in a question, which are never repaired: a place that the index lacks must not become one that it has."""

from collections.abc import Sequence

from tracuu.queries.marks import MarkModel
from tracuu.queries.places import find_provinces
from tracuu.queries.spacing import Piece
from tracuu.text import fold, syllables

# What stands before the name of a place or person. Bare and mistyped forms count for the first row.
_BEFORE_NAMES = frozenset({"xã", "huyện", "tỉnh"})
_BEFORE_NAMES_TOO = frozenset(
    {"phường", "quận", "phố", "trấn", "bản", "thôn", "ấp", "buôn", "làng", "sông", "hồ", "đảo", "chợ", "ông", "bà"}
)
# Words that end a name: what a question goes on with.
_GOES_ON = frozenset(
    syllables(
        """
        ai bao bị các cần chịu cho chủ có của do được đã đang đến gì giao hoàn khi là làm lo mấy nào này năm ở phải
        phối ra sẽ theo thì trong trước từ và về với vào
        """
    )
)
# Names of communes and persons have up to this many syllables ("Nà Tấu", "Mù Cang Chải", "Nguyễn Văn A").
_NAME_LENGTH = 3


def names_in(pieces: Sequence[Piece], forms: Sequence[str], model: MarkModel) -> list[bool]:
    """Which pieces belong to names; ``forms`` are the pieces with marks restored."""
    kept = [_capital(pieces, index) for index in range(len(pieces))]
    _keep_provinces(pieces, kept)
    for index, form in enumerate(forms):
        if form in _BEFORE_NAMES or form in _BEFORE_NAMES_TOO or fold(form) in {fold(f) for f in _BEFORE_NAMES}:
            _keep_name(pieces, forms, index + 1, kept, model)
    return kept


def _capital(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a capital makes the piece a name; the one that opens the text does so before another capital."""
    piece = pieces[index]
    if not piece.raw[:1].isupper() or all(p.raw.isupper() for p in pieces):
        return False
    opens = index == 0 or any(c in ".?!:;\n" for c in piece.lead)
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    return not opens or (following is not None and following.adjoins and following.raw[:1].isupper())


def _keep_provinces(pieces: Sequence[Piece], kept: list[bool]) -> None:
    text, starts = "", []
    for piece in pieces:
        text += piece.lead
        starts.append(len(text))
        text += piece.raw
    for place in find_provinces(text):
        for index, start in enumerate(starts):
            kept[index] |= place.span.start <= start < place.span.end


def _keep_name(pieces: Sequence[Piece], forms: Sequence[str], start: int, kept: list[bool], model: MarkModel) -> None:
    """Keep what follows a word that announces a name, unless the documents go on so without a name."""
    size = len(model.syllables)
    for index in range(start, min(start + _NAME_LENGTH, len(pieces))):
        if not pieces[index].adjoins or pieces[index].kept or forms[index] in _GOES_ON:
            return
        before, here = model.places.get(forms[index - 1]), model.places.get(forms[index])
        if before and here and model.best_count([before], [here]) and before * size + here not in model.named_pairs:
            return
        kept[index] = True
