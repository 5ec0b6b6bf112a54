"""Hits → an answer in the words of the source, or an abstention with its reason."""

from tracuu.answers.answering import Draft, draft_answer
from tracuu.answers.evidence import Evidence, TermWeights

__all__ = ["Draft", "Evidence", "TermWeights", "draft_answer"]
