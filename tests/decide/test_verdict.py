"""The policy table, row by row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jupyter_hybridize.decide.verdict import Action, Confidence, Silenced, decide, place_of
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import tensor
from jupyter_hybridize.facts.function import Decoration, Definition, FunctionFacts, ParameterFacts
from jupyter_hybridize.rules._rule import Finding, Fix, Kind, Reason
from jupyter_hybridize.source.span import Span

HERE = Span("a.ipynb", 2, 2, 0, 4, 12)
X = tensor("float32", Shape.of(None, 3))
FACTS = FunctionFacts(
    definition=Definition("a.ipynb:f", "f", HERE, HERE, ("x",)),
    parameters=(ParameterFacts("x", X, (X,)),),
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
HYBRID = replace(FACTS, definition=replace(FACTS.definition, decoration=Decoration("@tf.function", HERE, ())))


def finding(kind: Kind, answer: Answer, *, is_note: bool = False) -> Finding:
    code = "HYB401" if kind is Kind.BENEFIT else "HYB000"
    return Finding(code, "a-rule", kind, Fix.NONE, Reason("`x` is so", HERE, answer, is_note=is_note))


UNSAFE = finding(Kind.SAFETY, Answer.NO)
UNCLEAR = finding(Kind.SAFETY, Answer.UNKNOWN)
NO_EVIDENCE = finding(Kind.EVIDENCE, Answer.UNKNOWN)
USELESS = finding(Kind.BENEFIT, Answer.NO)
DOUBTFUL = finding(Kind.BENEFIT, Answer.UNKNOWN)
NOTE = finding(Kind.SAFETY, Answer.NO, is_note=True)


@pytest.mark.parametrize(
    ("findings", "action", "confidence"),
    [
        ((), Action.DECORATE, Confidence.PROVED),
        ((NOTE,), Action.DECORATE, Confidence.PROVED),
        ((DOUBTFUL,), Action.DECORATE, Confidence.PROVED),
        ((UNCLEAR,), Action.DECORATE, Confidence.VERIFY_FIRST),
        ((NO_EVIDENCE,), Action.DECORATE, Confidence.VERIFY_FIRST),
        ((UNCLEAR, DOUBTFUL), Action.DECORATE, Confidence.VERIFY_FIRST),
        ((UNSAFE,), Action.KEEP, Confidence.REFUSED),
        ((UNSAFE, UNCLEAR), Action.KEEP, Confidence.REFUSED),
        ((UNSAFE, USELESS), Action.KEEP, Confidence.REFUSED),
        ((USELESS,), Action.KEEP, Confidence.NO_GAIN),
        ((USELESS, UNCLEAR), Action.KEEP, Confidence.NO_GAIN),
        ((USELESS, NO_EVIDENCE), Action.KEEP, Confidence.NO_GAIN),
    ],
)
def test_what_is_said_of_an_eager_function(
    findings: tuple[Finding, ...], action: Action, confidence: Confidence
) -> None:
    verdict = decide(FACTS, findings, "tensorflow 2.21")
    assert (verdict.action, verdict.confidence) == (action, confidence)
    assert verdict.findings == findings


@pytest.mark.parametrize(
    ("findings", "action", "confidence"),
    [
        ((), Action.KEEP, Confidence.FINE),
        ((UNCLEAR,), Action.KEEP, Confidence.FINE),
        ((DOUBTFUL,), Action.KEEP, Confidence.FINE),
        ((UNSAFE,), Action.KEEP, Confidence.HAZARD),
        ((UNSAFE, USELESS), Action.KEEP, Confidence.HAZARD),
        ((USELESS,), Action.UNDECORATE, Confidence.PROVED),
        ((USELESS, NOTE), Action.UNDECORATE, Confidence.PROVED),
        ((replace(USELESS, code="HYB402"),), Action.KEEP, Confidence.FINE),  # another argument may cure it
        ((USELESS, UNCLEAR), Action.KEEP, Confidence.FINE),
        ((USELESS, NO_EVIDENCE), Action.KEEP, Confidence.FINE),
    ],
)
def test_what_is_said_of_a_hybrid_function(
    findings: tuple[Finding, ...], action: Action, confidence: Confidence
) -> None:
    verdict = decide(HYBRID, findings, "tensorflow 2.21")
    assert (verdict.action, verdict.confidence) == (action, confidence)


def test_evidence_never_refuses() -> None:
    verdict = decide(FACTS, (finding(Kind.EVIDENCE, Answer.NO),), "tensorflow 2.21")
    assert (verdict.safety, verdict.confidence) == (Answer.UNKNOWN, Confidence.VERIFY_FIRST)


def decorated(**changes: object) -> FunctionFacts:
    decoration = replace(HYBRID.definition.decoration, **changes)  # type: ignore[type-var, arg-type]
    return replace(HYBRID, definition=replace(HYBRID.definition, decoration=decoration))


@pytest.mark.parametrize(
    "facts",
    [
        decorated(is_call=True),
        decorated(uses_attributes=True),
        replace(HYBRID, is_recursive=Answer.YES),
        replace(HYBRID, is_recursive=Answer.UNKNOWN),
        replace(HYBRID, is_handed_on=True),
        replace(HYBRID, has_evidence=False),
    ],
    ids=["made by a call", "used as a graph", "recursive", "perhaps recursive", "handed on", "never called"],
)
def test_a_decorator_that_may_matter_stays(facts: FunctionFacts) -> None:
    assert decide(facts, (USELESS,), "tensorflow 2.21").action is Action.KEEP


def test_a_verdict_says_what_it_rests_on() -> None:
    assert decide(FACTS, (), "tensorflow 2.21").assumes == (
        "called with arguments like those seen",
        "it runs on tensorflow 2.21",
    )
    assert decide(FACTS, (UNCLEAR, UNCLEAR, DOUBTFUL), "tensorflow 2.21").assumes[0] == "`x` is so"
    assert decide(FACTS, (UNSAFE,), "tensorflow 2.21").assumes == ()
    assert decide(HYBRID, (), "tensorflow 2.21").assumes == ()


def test_places_read_as_people_say_them() -> None:
    assert place_of(HERE) == "cell 2, line 2"
    assert place_of(replace(HERE, cell=-1)) == "line 2"


@pytest.mark.parametrize("silenced", [UNSAFE, UNCLEAR, NO_EVIDENCE])
def test_what_is_silenced_is_no_longer_refused_but_not_proved_either(silenced: Finding) -> None:
    verdict = decide(FACTS, (), "TensorFlow", Silenced((silenced,)))
    assert (verdict.action, verdict.confidence) == (Action.DECORATE, Confidence.VERIFY_FIRST)
    assert verdict.safety is Answer.UNKNOWN
    assert "HYB000 is ignored" in verdict.assumes


@pytest.mark.parametrize("silenced", [USELESS, DOUBTFUL, NOTE])
def test_silencing_what_is_no_precondition_of_safety_leaves_the_proof(silenced: Finding) -> None:
    assert decide(FACTS, (), "TensorFlow", Silenced((silenced,))).confidence is Confidence.PROVED


def test_another_finding_refuses_whatever_is_silenced_beside_it() -> None:
    assert decide(FACTS, (UNSAFE,), "TensorFlow", Silenced((UNSAFE,))).confidence is Confidence.REFUSED


@pytest.mark.parametrize("facts", [FACTS, HYBRID])
@pytest.mark.parametrize("silenced", [(), (UNSAFE,), (USELESS,)])
def test_a_function_that_is_silenced_as_a_whole_is_left_alone(
    facts: FunctionFacts, silenced: tuple[Finding, ...]
) -> None:
    verdict = decide(facts, (), "TensorFlow", Silenced(silenced, is_whole=True))
    assert (verdict.action, verdict.confidence) == (Action.KEEP, Confidence.FINE)


def test_a_decorator_stays_where_its_safety_is_taken_on_trust() -> None:
    assert decide(HYBRID, (USELESS,), "TensorFlow").action is Action.UNDECORATE
    assert decide(HYBRID, (USELESS,), "TensorFlow", Silenced((UNSAFE,))).action is Action.KEEP
