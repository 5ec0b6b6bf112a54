"""Reports as a person reads them (plain text in Vietnamese) and as JSON."""

from collections.abc import Iterator, Sequence

import msgspec

from tracuu import vi
from tracuu.evaluate.beir import BeirReport
from tracuu.evaluate.questions import Measures, Outcome, QuestionReport

# Characters of an answer shown beside a question that went wrong; all of it is in the JSON.
_SHOWN = 100


def as_json(report: QuestionReport | BeirReport) -> str:
    """The whole report as indented JSON; keys are the field names, shares are in [0, 1]."""
    return msgspec.json.format(msgspec.json.encode(report), indent=1).decode()


def questions_table(report: QuestionReport) -> str:
    """Measures over all, by type and by style, then each question that went wrong; no end of line at the end."""
    total = report.total
    rows = [
        list(vi.EVALUATE_COLUMNS),
        _row(vi.EVALUATE_ALL, total),
        [vi.EVALUATE_BY_TYPE],
        *(_row("  " + _name(vi.EVALUATE_TYPES, measures.group), measures) for measures in report.by_type),
        [vi.EVALUATE_BY_STYLE],
        *(_row("  " + _name(vi.EVALUATE_STYLES, measures.group), measures) for measures in report.by_style),
    ]
    title = vi.EVALUATE_TITLE.format(
        questions=total.questions, answerable=total.answerable, abstain=total.questions - total.answerable
    )
    return "\n".join([title, "", align(rows), "", *_notes(report), *_wrong(report.outcomes)])


def beir_table(report: BeirReport) -> str:
    """The measures of a BEIR folder, one a line; no end of line at the end."""
    title = vi.EVALUATE_BEIR_TITLE.format(
        name=report.name,
        queries=report.queries,
        documents=report.documents,
        way=vi.EVALUATE_BEIR_WAYS[report.unaccented],
    )
    rows = [
        ["R@1", percent(report.recall_1)],
        ["R@5", percent(report.recall_5)],
        ["R@10", percent(report.recall_10)],
        ["MRR@10", decimal(report.mrr_10)],
        ["nDCG@10", decimal(report.ndcg_10)],
    ]
    if report.answers is not None:
        rows.append([vi.EVALUATE_BEIR_ANSWERS, percent(report.answers)])
        rows.append([vi.EVALUATE_BEIR_REFUSED, percent(report.refused)])
    return "\n".join([title, "", align(rows)])


def percent(share: float | None) -> str:
    """A share in [0, 1] as "95,6%"; "–" for None."""
    return "–" if share is None else f"{100 * share:.1f}%".replace(".", ",")


def decimal(value: float | None) -> str:
    """A number with three decimals and a decimal comma; "–" for None."""
    return "–" if value is None else f"{value:.3f}".replace(".", ",")


def align(rows: Sequence[Sequence[str]]) -> str:
    """The rows as columns: the first ranged left, the others right. A row of one cell widens no column.

    Widths count code points, which fits text in NFC.
    """
    full = [row for row in rows if len(row) > 1]
    widths = [max(len(cell) for cell in column) for column in zip(*full, strict=True)] if full else []
    lines = []
    for row in rows:
        cells = [row[0] if len(row) == 1 else row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=False)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _name(names: dict[str, str], group: str) -> str:
    return names.get(group, group) or vi.EVALUATE_UNNAMED


def _row(label: str, measures: Measures) -> list[str]:
    length = "–" if measures.answer_length is None else f"{measures.answer_length:.0f}"
    shares = (measures.answers, measures.abstained, measures.refused)
    return [
        label,
        str(measures.questions),
        *map(percent, (measures.recall_1, measures.recall_3, measures.recall_5)),
        decimal(measures.mrr),
        *map(percent, shares),
        length,
    ]


def _notes(report: QuestionReport) -> Iterator[str]:
    cited = sum(len(outcome.citations) for outcome in report.outcomes)
    refusals = sum(outcome.abstained for outcome in report.outcomes)
    twins = report.twins
    yield vi.EVALUATE_SLICES.format(share=percent(report.total.slices), count=cited)
    yield vi.EVALUATE_REFUSALS.format(share=percent(report.total.abstained_rightly), count=refusals)
    if twins.pairs:
        yield vi.EVALUATE_TWINS.format(
            pairs=twins.pairs,
            first=percent(twins.recall_1),
            second=percent(twins.recall_1_twin),
            answers=percent(twins.answers),
            answers_twin=percent(twins.answers_twin),
        )
    yield vi.EVALUATE_LEGEND


def _wrong(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = [outcome for outcome in outcomes if not outcome.right]
    if not wrong:
        return
    yield ""
    yield vi.EVALUATE_WRONG.format(count=len(wrong))
    for outcome in wrong:
        yield f"  {outcome.id}: {outcome.question}"
        answer = outcome.answer or vi.EVALUATE_NO_ANSWER
        shown = answer if len(answer) <= _SHOWN else answer[: _SHOWN - 1] + "…"
        yield f"    {'; '.join(_faults(outcome))} → {' '.join(shown.split())}"


def _faults(outcome: Outcome) -> Iterator[str]:
    """What went wrong with an outcome that is not right, one clause each."""
    if outcome.abstain:
        yield vi.EVALUATE_WRONG_ANSWERED
        return
    if outcome.rank is None:
        yield vi.EVALUATE_WRONG_NOT_FOUND
    elif outcome.rank > 1:
        yield vi.EVALUATE_WRONG_RANK.format(rank=outcome.rank)
    if outcome.abstained:
        yield vi.EVALUATE_WRONG_REFUSED.format(reason=_name(vi.EVALUATE_REASONS, outcome.reason or ""))
    elif outcome.answer_right is False:
        yield vi.EVALUATE_WRONG_ANSWER
