"""Measures: of a question file (citations, answers, refusals), and of any BEIR folder (retrieval)."""

from tracuu.evaluate.beir import BeirReport, evaluate_beir, read_beir
from tracuu.evaluate.questions import Question, QuestionReport, evaluate_questions, read_questions
from tracuu.evaluate.tables import as_json, beir_table, questions_table

__all__ = [
    "BeirReport",
    "Question",
    "QuestionReport",
    "as_json",
    "beir_table",
    "evaluate_beir",
    "evaluate_questions",
    "questions_table",
    "read_beir",
    "read_questions",
]
