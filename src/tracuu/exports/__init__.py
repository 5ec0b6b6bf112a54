"""Files for people's own documents: quotations as a Word file with real footnotes, a text as a plain Word file."""

from tracuu.exports.excerpts import EXCERPT_LIMIT, Excerpt, excerpt
from tracuu.exports.office import text_docx
from tracuu.exports.quotations import quotations_docx

__all__ = ["EXCERPT_LIMIT", "Excerpt", "excerpt", "quotations_docx", "text_docx"]
