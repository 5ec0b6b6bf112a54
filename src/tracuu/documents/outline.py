"""Nesting: blocks become sections by the order of levels."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracuu.agencies.names import is_names
from tracuu.documents.blocks import Block
from tracuu.documents.markers import RANK, UNLABELLED_HEADING_RANK
from tracuu.types import Level, Section, Span, Table

# A heading is shorter than this; the longest in the corpus has 173 characters.
_HEADING_LENGTH = 260


@dataclass
class _Node:
    level: Level
    label: str
    block: Block
    rank: float
    heading: bool
    children: list["_Node"] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def freeze(self) -> Section:
        children = tuple(child.freeze() for child in self.children)
        ends = [self.block.span.end, *(c.span.end for c in children), *(t.span.end for t in self.tables)]
        own = self.block.span if self.block.span.start < self.block.span.end else None
        return Section(
            level=self.level,
            label=self.label,
            span=Span(self.block.span.start, max(ends)),
            heading=own if self.heading else None,
            text=None if self.heading else own,
            children=children,
            tables=tuple(self.tables),
        )


def build_outline(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections that the blocks make, outermost first, in order of the text."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if block.table:
            _attach_table(block.table, stack, roots)
            continue
        node = _node(block, following)
        _unwind(stack, node)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return tuple(node.freeze() for node in roots)


def annex_outline(heading: Block, blocks: Sequence[Block], label: str) -> Section:
    """An annex: its title with the caption as heading, and what stands below."""
    node = _Node(Level.ANNEX, label, heading, RANK[Level.ANNEX], heading=True)
    section = node.freeze()
    children = build_outline(blocks)
    loose = tuple(t for c in children if c.level is Level.TEXT and not (c.heading or c.text) for t in c.tables)
    kept = tuple(c for c in children if c.level is not Level.TEXT or c.heading or c.text)
    ends = [section.span.end, *(c.span.end for c in kept), *(t.span.end for t in loose)]
    return Section(
        level=Level.ANNEX, label=label, span=Span(section.span.start, max(ends)),
        heading=section.heading, children=kept, tables=loose,
    )  # fmt: skip


def _node(block: Block, following: Block | None) -> _Node:
    heading = _is_heading(block, following)
    if block.marker:
        return _Node(block.marker.level, block.marker.label, block, RANK[block.marker.level], heading)
    rank = UNLABELLED_HEADING_RANK if heading else RANK[Level.TEXT]
    return _Node(Level.TEXT, "", block, rank, heading)


def _is_heading(block: Block, following: Block | None) -> bool:
    """Whether the block titles what follows, rather than saying something itself."""
    bare = block.bare
    if len(bare) > _HEADING_LENGTH or following is None:
        return False
    if block.marker is None:
        set_apart = (block.strong or block.upper) and bare[-1] not in ".;" and not bare.startswith("(")
        return set_apart or _is_agency_line(block, following)
    level = block.marker.level
    if level in {Level.DASH, Level.PLUS}:
        return False
    if level in {Level.PART, Level.CHAPTER, Level.DIVISION, Level.ROMAN} and (block.upper or block.strong):
        return True
    if bare[-1] in ".;,:!?…" and not (block.strong and bare[-1] == ":") and not _is_agency_label(block):
        return False
    return _has_below(block, following)


# A name of a body, or a list of them, that stands alone over dashes is no longer than this.
_AGENCY_LINE = 120


def _is_agency_line(block: Block, following: Block) -> bool:
    """A line without number that only names a body, above the dashes of what it must do: "Đảng ủy Công an tỉnh"."""
    below = following.marker is not None and following.marker.level in {Level.DASH, Level.PLUS}
    bare = block.bare.rstrip(" :")
    return below and len(bare) <= _AGENCY_LINE and bare[-1] not in ".;," and is_names(bare, 0, len(bare))


def _is_agency_label(block: Block) -> bool:
    """A point such as "a) Sở Y tế:" that only names who does what stands below."""
    bare = block.bare
    words = bare[block.marker.length if block.marker else 0 :].rstrip(" :").split()
    return (
        bare[-1] == ":"
        and 0 < len(words) <= 8
        and words[0][:1].isupper()
        and "phối" not in words
        and "trì" not in words
    )


def _has_below(block: Block, following: Block) -> bool:
    """Whether the next block is smaller than this one: text, a table, or a lower level."""
    if following.table or following.marker is None:
        return True
    assert block.marker is not None
    return RANK[following.marker.level] > RANK[block.marker.level]


def _unwind(stack: list[_Node], node: _Node) -> None:
    """Close what ends where ``node`` begins.

    Plain text after a list belongs to the heading above the list, not to its last item.
    """
    while stack and stack[-1].rank >= node.rank:
        stack.pop()
    if node.level is Level.TEXT and not node.heading:
        while stack and not stack[-1].heading and not stack[-1].block.bare.endswith(":"):
            stack.pop()


def _attach_table(table: Table, stack: list[_Node], roots: list[_Node]) -> None:
    while stack and not stack[-1].heading and len(stack) > 1:
        stack.pop()
    if stack and stack[-1].heading:
        stack[-1].tables.append(table)
        return
    start = Span(table.span.start, table.span.start)
    roots.append(_Node(Level.TEXT, "", Block(start, ""), RANK[Level.TEXT], heading=False, tables=[table]))
