"""Faults planted in small corpora are found, near-misses are left alone; `python -m benchmarks.faults` plants more."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.faults import MAKERS, judgements, scores


@pytest.mark.parametrize("rule", MAKERS)
def test_planted_faults_are_found_and_near_misses_are_left_alone(rule: str) -> None:
    score = scores(judgements([rule], 12, seed=3))[rule]
    assert score.faults >= 12
    assert score.recall >= 0.9, score.failures
    assert not score.wrong, score.failures
