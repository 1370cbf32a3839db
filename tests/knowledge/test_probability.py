"""TensorFlow Probability and JAX: what is known of them is that they have no effects, and nothing of their results."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import TOP, Instance, constant, tensor
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from tests.knowledge.recording_host import RecordingHost

KNOWLEDGE = Knowledge.load()
DISTRIBUTION = "tensorflow_probability.distributions.Normal"


def test_making_a_distribution_runs_ops_and_has_no_effect() -> None:
    host = RecordingHost(mode=Mode.CONVERTED)
    made = KNOWLEDGE.call(host.invoke(DISTRIBUTION, constant(0.0), tensor("float32", Shape(()))))
    assert [atom.cls for atom in made.each(Instance)] == [DISTRIBUTION]
    assert host.effects == []
    assert host.ops


def test_distribution_that_is_given_a_function_may_call_it() -> None:
    host = RecordingHost()
    function = host.function("program", lambda arguments: TOP)
    KNOWLEDGE.call(host.invoke("tensorflow_probability.mcmc.HamiltonianMonteCarlo", function))
    assert host.kinds() == [EffectKind.UNKNOWN_CALL]


@pytest.mark.parametrize("method", ["log_prob", "sample"])
def test_nothing_built_on_a_probability_is_proved(method: str) -> None:
    host = RecordingHost()
    made = KNOWLEDGE.call(host.invoke(DISTRIBUTION, constant(0.0), constant(1.0)))
    given = KNOWLEDGE.call_method(DISTRIBUTION, Call(method, host, Arguments((constant(1.0),)), made, f"d.{method}"))
    assert given == TOP
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.UNKNOWN_VALUE, Answer.UNKNOWN)]


def test_jax_takes_no_traced_tensor() -> None:
    host = RecordingHost(mode=Mode.CONVERTED)
    KNOWLEDGE.call(host.invoke("jax.numpy.exp", tensor("float32", Shape((3,)))))
    assert host.kinds() == [EffectKind.LEAVES_TENSORFLOW, EffectKind.UNKNOWN_VALUE]


def test_jax_transformations_may_call_what_they_are_given() -> None:
    host = RecordingHost()
    KNOWLEDGE.call(host.invoke("jax.grad", host.function("program", lambda arguments: TOP)))
    assert host.kinds() == [EffectKind.UNKNOWN_CALL]
