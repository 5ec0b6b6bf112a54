"""Commands that stand in modules of their own; `tracuu.cli` puts them together."""
