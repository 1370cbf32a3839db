"""A function that is refused for certain is not tried in further contexts once its trials have taken some work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jupyter_hybridize.decide.verdict import Confidence, decide
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.facts.collect import collect
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.interpreter.trace import Trace
from jupyter_hybridize.interpreter.tracing.refused import CERTAIN
from jupyter_hybridize.results.report import FunctionReport
from jupyter_hybridize.rules._rule import all_rules, find
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import KNOWLEDGE, interpret, notebook

BEFORE = "import tensorflow as tf\nx = tf.ones([3])\n"
LONG = "".join(f"    x = tf.sin(x) * {n}.0 + tf.cos(x)\n" for n in range(20))
PRINTING = f"def f(x, n):\n    print(n){{}}\n{LONG}    if n == 2:\n        x.numpy()\n    return x\n"
SHORT = "def f(x, n):\n    print(n)\n    if n == 2:\n        x.numpy()\n    return x\n"
CALLS = "f(x, 1)\nf(x, 3)\nf(x, 2)\n"


def trials(trace: Trace) -> int:
    return sum(trial.code.name == "f" for trial in trace.trials)


def report(*cells: str) -> FunctionReport:
    found = Session(knowledge=KNOWLEDGE).update(Program((notebook(*cells),)))
    return next(f for unit in found.units for f in unit.functions if f.name == "f")


def codes(*cells: str) -> set[str]:
    return {finding.code for finding in report(*cells).findings}


def test_further_contexts_of_a_long_function_that_prints_are_not_tried() -> None:
    assert trials(interpret(Program((notebook(BEFORE, PRINTING.format(""), CALLS),)))) == 1
    assert report(BEFORE, PRINTING.format(""), CALLS).confidence == Confidence.REFUSED.value


def test_a_short_function_is_tried_in_each_context_and_tells_all_that_is_wrong_with_it() -> None:
    assert trials(interpret(Program((notebook(BEFORE, SHORT, CALLS),)))) == 3
    assert {"HYB201", "HYB302"} <= codes(BEFORE, SHORT, CALLS)


def test_a_long_function_that_is_not_refused_is_tried_in_each_context() -> None:
    safe = PRINTING.replace("print(n)", "pass").format("")
    assert trials(interpret(Program((notebook(BEFORE, safe, CALLS),)))) == 3
    assert "HYB201" in codes(BEFORE, safe, CALLS)


def test_what_only_may_happen_does_not_end_the_trials() -> None:
    doubtful = PRINTING.replace("print(n)", "try:\n        x = tf.abs(x)\n    except ValueError:\n        print(n)")
    assert trials(interpret(Program((notebook(BEFORE, doubtful.format(""), CALLS),)))) == 3


def test_a_comment_that_leaves_the_reason_out_lets_every_context_be_tried() -> None:
    commented = PRINTING.format("  # hybridize: ignore[HYB302]")
    found = report(BEFORE, commented, CALLS)
    assert (found.confidence, {f.code for f in found.findings}) == (Confidence.REFUSED.value, {"HYB201"})


def test_a_comment_where_a_function_that_it_calls_prints_lets_every_context_be_tried() -> None:
    inner = "def tell(n):\n    print(n)  # hybridize: ignore\n"
    outer = PRINTING.replace("print(n)", "tell(n)").format("")
    assert "HYB201" in codes(BEFORE, inner, outer, CALLS)


def test_all_that_is_wrong_with_a_decorated_function_is_told() -> None:
    decorated = f"@tf.function\n{PRINTING.format('')}"
    assert {"HYB201", "HYB302"} <= codes(BEFORE, decorated, CALLS)


def test_what_only_a_guess_shows_does_not_end_the_trials_of_calls_that_are_made() -> None:
    guarded = PRINTING.replace("print(n)", "if n != 2:\n        print(n)").format("")
    found = report(BEFORE, guarded, "import lab\nlab.use(f)\n", "f(x, 2)\n")
    assert {f.code for f in found.findings if f.answer == "no"} == {"HYB201"}


@pytest.mark.parametrize("kind", sorted(CERTAIN, key=str))
def test_each_effect_that_ends_the_trials_refuses_the_function(kind: EffectKind) -> None:
    facts = safe_facts()
    assert decided(facts) is Confidence.PROVED
    effect = Effect(kind, "x", facts.definition.span, Answer.NO, (), "", "first use")
    assert decided(replace(facts, effects=(effect,))) is Confidence.REFUSED


def safe_facts() -> FunctionFacts:
    program = Program((notebook(BEFORE, f"def f(x):\n{LONG}    return x\n", "for _ in range(9):\n    f(x)\n"),))
    return next(facts for facts in collect(interpret(program)) if facts.name == "f")


def decided(facts: FunctionFacts) -> Confidence:
    return decide(facts, find(facts, all_rules()), KNOWLEDGE.version).confidence
