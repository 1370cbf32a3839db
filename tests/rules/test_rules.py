"""What holds of every rule, and the few whose logic is more than a loop."""

from __future__ import annotations

import ast
import pkgutil
import re
from dataclasses import replace
from pathlib import Path

import pytest

import jupyter_hybridize.rules
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import constant, join_all, scalar, tensor
from jupyter_hybridize.facts.function import (
    Decoration,
    Definition,
    FunctionFacts,
    ParameterFacts,
    StaleRead,
    Switch,
)
from jupyter_hybridize.rules._documentation import Expectation, examples, explanation, summary
from jupyter_hybridize.rules._rule import Finding, Kind, Rule, all_rules, find
from jupyter_hybridize.source.span import Span
from tests.rules.engine import analyse

RULES = all_rules()
BY_CODE = {rule.code: rule for rule in RULES}
HERE = Span("a.ipynb", 2, 3, 4, 3, 9)
SITE = Span("a.ipynb", 2, 8, 0, 8, 5)
KINDS = {"1": Kind.EVIDENCE, "2": Kind.SAFETY, "3": Kind.SAFETY, "4": Kind.BENEFIT}

DEFINITION = Definition("a.ipynb:f", "f", Span("a.ipynb", 2, 2, 0, 4, 12), Span("a.ipynb", 2, 1, 0, 2, 9), ("x",))
FACTS = FunctionFacts(
    definition=DEFINITION,
    parameters=(ParameterFacts("x", tensor("float32"), (tensor("float32"),)),),
    effects=(),
    stale_reads=(),
    switches=(),
    eager_calls=2,
    traced_calls=0,
    called_in_loop=False,
    is_handed_on=False,
    has_evidence=True,
    tensor_ops=20,
    tensor_work=Answer.YES,
    has_loop=False,
    varying_input=Answer.YES,
    is_recursive=Answer.NO,
)
DECORATION = Decoration("@tf.function", HERE, ())


def found(facts: FunctionFacts) -> tuple[Finding, ...]:
    return find(facts, RULES)


def codes(facts: FunctionFacts) -> dict[str, Answer]:
    return {finding.code: finding.reason.answer for finding in found(facts)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_documented_in_full(rule: Rule) -> None:
    assert re.fullmatch(r"HYB[1-4]\d\d", rule.code)
    assert rule.kind is KINDS[rule.code[3]]
    assert summary(rule).startswith("The function ")
    assert len(explanation(rule)) > 80
    assert "\n    " not in explanation(rule)
    verdicts = [example.verdict for example in examples(rule)]
    assert verdicts
    assert verdicts == [Expectation.REFUSED, Expectation.ACCEPTED] * (len(verdicts) // 2)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_example_is_a_program_that_marks_its_reason(rule: Rule) -> None:
    for example in examples(rule):
        ast.parse(example.source)
        is_refused = example.verdict is Expectation.REFUSED
        assert (f"# {rule.code}" in example.source) == is_refused
        assert "RESULT =" in example.source


def test_every_module_of_the_package_holds_one_rule() -> None:
    modules = [m.name for m in pkgutil.iter_modules(jupyter_hybridize.rules.__path__) if not m.name.startswith("_")]
    assert sorted(m.replace("_", "-") for m in modules) == sorted(rule.name for rule in RULES)
    assert len(BY_CODE) == len(RULES) == len({rule.name for rule in RULES})


def test_a_function_with_nothing_against_it_has_no_finding() -> None:
    assert found(FACTS) == ()


@pytest.mark.parametrize("kind", EffectKind, ids=lambda kind: kind.value)
def test_every_kind_of_effect_is_some_rules_business(kind: EffectKind) -> None:
    effect = Effect(kind, "history", HERE, Answer.NO, (SITE,))
    findings = found(replace(FACTS, effects=(effect,)))
    assert len(findings) == 1, "an effect no rule reads would be called safe"
    reason = findings[0].reason
    assert "`history`" in reason.message
    assert (reason.span, reason.because) == (HERE, (SITE,))
    assert reason.advice.endswith(".")
    assert not reason.message.endswith(".")
    assert findings[0].code not in reason.message


@pytest.mark.parametrize("kind", EffectKind, ids=lambda kind: kind.value)
def test_an_effect_that_may_happen_is_never_a_certain_refusal(kind: EffectKind) -> None:
    effect = Effect(kind, "history", HERE, Answer.UNKNOWN)
    assert [f.reason.answer for f in found(replace(FACTS, effects=(effect,)))] == [Answer.UNKNOWN]


def test_evidence_rules_never_say_no() -> None:
    effects = tuple(Effect(kind, "x", HERE) for kind in EffectKind)
    facts = replace(FACTS, effects=effects, has_evidence=False, switches=(Switch("set_floatx", HERE),))
    evidence = [f for f in found(facts) if f.kind is Kind.EVIDENCE]
    assert {f.code for f in evidence} == {rule.code for rule in RULES if rule.kind is Kind.EVIDENCE}
    assert {f.reason.answer for f in evidence} == {Answer.UNKNOWN}


def test_a_reason_about_the_definition_stands_on_its_def_line() -> None:
    (finding,) = found(replace(FACTS, has_evidence=False))
    assert finding.reason.span == Span("a.ipynb", 2, 2, 0, 2, 9)


def test_a_reason_with_several_paths_is_given_once_by_the_surest_and_shortest() -> None:
    print_ = Effect(EffectKind.PERFORMS_IO, "print", HERE)
    effects = (
        replace(print_, answer=Answer.UNKNOWN),
        replace(print_, path=(SITE, SITE)),
        replace(print_, path=(SITE,)),
        replace(print_, span=SITE),
    )
    here, there = found(replace(FACTS, effects=effects))
    assert (here.reason.span, here.reason.answer, here.reason.because) == (HERE, Answer.NO, (SITE,))
    assert there.reason.span == SITE


def test_growing_and_assigning_are_told_apart() -> None:
    def message(reason: str) -> str:
        effect = Effect(EffectKind.MUTATES_OBJECT, "history", HERE, reason=reason)
        return found(replace(FACTS, effects=(effect,)))[0].reason.message

    assert message("append") == "`history` grows only while tracing"
    assert message("pop") == "`history` shrinks only while tracing"
    assert message("sort") == "`history` changes only while tracing"


@pytest.mark.parametrize(
    ("target", "reason", "advice"),
    [
        ("np.sum", "", "Use `tf.reduce_sum` instead."),
        ("np.sum(x)", "numpy.sum", "Use `tf.reduce_sum` instead."),
        ("x.mean", "", "Use `tf.reduce_mean` instead."),
    ],
)
def test_numpy_functions_are_answered_with_their_tensorflow_names(target: str, reason: str, advice: str) -> None:
    effect = Effect(EffectKind.LEAVES_TENSORFLOW, target, HERE, reason=reason)
    assert found(replace(FACTS, effects=(effect,)))[0].reason.advice == advice


def test_a_static_shape_read_is_a_note_until_a_decorator_opens_the_axis() -> None:
    facts = replace(FACTS, effects=(Effect(EffectKind.READS_STATIC_SHAPE, "x.shape[0]", HERE),))
    assert [f.reason.is_note for f in found(facts)] == [True]
    plain = replace(facts, definition=replace(DEFINITION, decoration=DECORATION))
    assert [f.reason.is_note for f in found(plain)] == [True]
    relaxed = replace(DECORATION, arguments=(("reduce_retracing", "True"),))
    opened = replace(facts, definition=replace(DEFINITION, decoration=relaxed))
    assert [f.reason.is_note for f in found(opened)] == [False]


SPECS = {
    "tf.TensorSpec([3], tf.float32)": True,
    "tf.TensorSpec([None], tf.float32)": False,
    "tf.TensorSpec(None, tf.float32)": False,
    "lab.spec()": False,
}


@pytest.mark.parametrize(("spec", "is_fixed"), SPECS.items(), ids=SPECS)
def test_a_signature_that_tells_every_size_opens_no_axis(spec: str, is_fixed: bool, tmp_path: Path) -> None:
    source = (
        "import lab\nimport tensorflow as tf\n\n\n"
        f"@tf.function(input_signature=[{spec}])\ndef f(x):\n    return tf.reduce_sum(x) / x.shape[0]\n\n\n"
        "f(tf.ones([3]))\n"
    )
    (said,) = analyse(source, tmp_path)
    answers = {finding.answer for finding in said.findings if finding.code == "HYB209"}
    assert answers == ({"note"} if is_fixed else {"unknown"})
    assert (said.safety == "safe") == is_fixed


def test_a_stale_read_leads_to_the_write() -> None:
    write = Span("a.ipynb", 5, 1, 0, 1, 8)
    for answer, verb in ((Answer.NO, "changes"), (Answer.UNKNOWN, "may change")):
        facts = replace(FACTS, stale_reads=(StaleRead("lr", HERE, (SITE,), write, answer),))
        (finding,) = found(facts)
        assert finding.code == "HYB303"
        assert finding.reason.message == f"`lr` {verb} after `f` is traced, and the graph keeps the old value"
        assert finding.reason.because == (SITE, write)
        assert finding.reason.answer is answer


def test_one_finding_a_switch() -> None:
    assert codes(replace(FACTS, switches=(Switch("tf.config.run_functions_eagerly", HERE),))) == {
        "HYB106": Answer.UNKNOWN
    }


def test_no_tensor_work_is_said_once() -> None:
    assert codes(replace(FACTS, tensor_work=Answer.NO, varying_input=Answer.NO)) == {"HYB401": Answer.NO}
    assert codes(replace(FACTS, tensor_work=Answer.UNKNOWN)) == {"HYB401": Answer.UNKNOWN}
    assert codes(replace(FACTS, varying_input=Answer.NO)) == {"HYB409": Answer.NO}
    assert codes(replace(FACTS, varying_input=Answer.UNKNOWN)) == {"HYB409": Answer.UNKNOWN}


def with_parameter(**changes: object) -> FunctionFacts:
    return replace(FACTS, parameters=(replace(FACTS.parameters[0], **changes),))  # type: ignore[arg-type]


def test_a_python_number_that_varies_is_traced_again_and_again() -> None:
    assert codes(with_parameter(value=scalar("int"), varies=True)) == {"HYB402": Answer.NO}
    assert codes(with_parameter(value=scalar("bool"), varies=True)) == {}


def test_a_few_values_are_a_few_traces() -> None:
    few = tuple(constant(n) for n in (1, 2, 3, 4))
    many = tuple(constant(n) for n in (1, 2, 3, 4, 5))
    assert codes(with_parameter(value=join_all(few), observations=few)) == {}
    assert codes(with_parameter(value=join_all(many), observations=many)) == {"HYB402": Answer.NO}


def test_flags_and_none_are_no_varying_values() -> None:
    flags = (constant(True), constant(False), constant(None))
    assert codes(replace(with_parameter(value=join_all(flags), observations=flags), called_in_loop=True)) == {}
    assert codes(replace(with_parameter(value=scalar("bool")), called_in_loop=True)) == {}


def test_an_unknown_number_matters_only_in_a_loop() -> None:
    facts = with_parameter(value=scalar("float"), observations=(scalar("float"),))
    assert codes(facts) == {}
    assert codes(replace(facts, called_in_loop=True)) == {"HYB402": Answer.UNKNOWN}


def test_only_traced_calls_leave_nothing_to_gain() -> None:
    traced = replace(FACTS, eager_calls=0, traced_calls=2)
    assert codes(traced) == {"HYB403": Answer.NO}
    assert codes(replace(traced, is_handed_on=True)) == {"HYB403": Answer.UNKNOWN}
    assert codes(replace(traced, eager_calls=2)) == {}
    assert codes(replace(traced, traced_calls=0)) == {}


def test_one_call_does_not_pay_unless_something_repeats_it() -> None:
    once = replace(FACTS, eager_calls=1)
    assert codes(once) == {"HYB405": Answer.NO}
    assert codes(replace(once, called_in_loop=True)) == {}
    assert codes(replace(once, has_loop=True)) == {}
    assert codes(replace(once, is_handed_on=True)) == {}
    assert codes(replace(once, traced_calls=1)) == {"HYB405": Answer.UNKNOWN}
    exported = replace(DEFINITION, decoration=replace(DECORATION, uses_attributes=True))
    assert codes(replace(once, definition=exported)) == {}
