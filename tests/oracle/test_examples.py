"""The examples of the rules' documentation, run on TensorFlow both ways."""

from __future__ import annotations

import pytest

from jupyter_hybridize.rules._documentation import Example, Expectation, examples
from jupyter_hybridize.rules._rule import Kind, Rule, all_rules
from tests.oracle.harness import Outcome, compare, run

pytestmark = pytest.mark.tensorflow
pytest.importorskip("tensorflow")

# The hazard of these rules shows only under a decorator that leaves axes open.
_DECORATORS = {"HYB209": "tf.function(reduce_retracing=True)", "HYB220": "tf.function(jit_compile=True)"}
_DECORATED = frozenset({"HYB221"})  # about the decorator itself: their programs have it already


def _cases(kind: Kind, verdict: Expectation) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in all_rules()
        if rule.kind is kind and rule.code not in _DECORATED
        for number, example in enumerate(e for e in examples(rule) if e.verdict is verdict)
    ]


@pytest.mark.parametrize(("rule", "example"), _cases(Kind.SAFETY, Expectation.REFUSED))
def test_refused_example_raises_or_differs_in_a_graph(rule: Rule, example: Example) -> None:
    seen = compare(example.source, example.function, _DECORATORS.get(rule.code, "tf.function"))
    accepted_types = (Outcome.TYPE_ONLY,) if rule.code == "HYB309" else ()
    assert seen.outcome.is_unsafe or seen.outcome in accepted_types, seen


@pytest.mark.parametrize(("rule", "example"), _cases(Kind.SAFETY, Expectation.ACCEPTED))
def test_accepted_example_agrees_in_a_graph(rule: Rule, example: Example) -> None:
    seen = compare(example.source, example.function, _DECORATORS.get(rule.code, "tf.function"))
    assert seen.outcome is Outcome.SAME, seen


@pytest.mark.parametrize(
    ("rule", "example"),
    [case for kind in (Kind.EVIDENCE, Kind.BENEFIT) for verdict in Expectation for case in _cases(kind, verdict)],
)
def test_other_examples_run(rule: Rule, example: Example) -> None:
    seen = run(example.source)
    assert seen.error is None
    assert "RESULT" in seen.names


@pytest.mark.parametrize(("rule", "example"), _cases(Kind.BENEFIT, Expectation.ACCEPTED))
def test_what_is_worth_decorating_is_safe_too(rule: Rule, example: Example) -> None:
    seen = compare(example.source, example.function)
    assert seen.outcome is Outcome.SAME, seen


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=f"{rule.name}-{number}")
        for rule in all_rules()
        if rule.code in _DECORATED
        for number, example in enumerate(examples(rule))
    ],
)
def test_what_a_decorator_rejects_raises(example: Example) -> None:
    seen = run(example.source)
    assert isinstance(seen.error, TypeError) if example.verdict is Expectation.REFUSED else seen.error is None, seen
