"""In which words a copy differs, as a person reads it."""

from collections.abc import Iterable

from tracuu import vi
from tracuu.types import Difference


def differing(differences: Iterable[Difference]) -> str:
    """The words on either side, what a copy has more, and what it lacks; "" when nothing differs."""
    return "; ".join(
        vi.DIFFERENCES[bool(d.quote), bool(d.other)].format(quote=d.quote, other=d.other) for d in differences
    )
