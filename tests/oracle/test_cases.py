"""The case programs of the rules, run on TensorFlow both ways: what is marked is unsafe, and nothing else is."""

from __future__ import annotations

import pytest

from jupyter_hybridize.rules._rule import Kind
from tests.oracle.harness import Outcome, compare, run
from tests.rules.programs import Case, cases

pytestmark = pytest.mark.tensorflow
pytest.importorskip("tensorflow")

_DECORATORS = {"HYB209": "tf.function(reduce_retracing=True)", "HYB220": "tf.function(jit_compile=True)"}
_SAFETY = [case for case in cases() if case.rule.kind is Kind.SAFETY]


def _id(case: Case) -> str:
    return f"{case.path.parent.name}-{case.path.stem}"


@pytest.mark.parametrize(
    ("case", "function"),
    [
        pytest.param(c, f, id=f"{_id(c)}-{f}")
        for c in _SAFETY
        for f in c.functions
        if f not in c.skipped | c.blamed(f"{c.rule.code}?")
    ],
)
def test_tensorflow_agrees_with_the_marks(case: Case, function: str) -> None:
    seen = compare(case.source, function, _DECORATORS.get(case.rule.code, "tf.function"))
    if function in case.blamed(case.rule.code):
        assert seen.outcome.is_unsafe, seen
    else:
        assert seen.outcome is Outcome.SAME, seen


@pytest.mark.parametrize("case", [c for c in cases() if c.rule.kind is not Kind.SAFETY], ids=_id)
def test_other_cases_run(case: Case) -> None:
    assert run(case.source).error is None
