"""Hits → an answer in the words of the source, or an abstention with its reason."""

from tracuu.answers.answering import Draft, draft_answer, hit_of
from tracuu.answers.evidence import Evidence, TermWeights
from tracuu.answers.scope import is_about
from tracuu.answers.tasks import Task, due_of

__all__ = ["Draft", "Evidence", "Task", "TermWeights", "draft_answer", "due_of", "hit_of", "is_about"]
