"""The function draws from Python's or NumPy's random numbers, or reads the clock.

The draw happens while tracing and its result becomes a constant of the graph: the same "random" number at each call,
the time of the first one. ``tf.random.*`` and ``tf.timestamp`` are operations and give a fresh value each time.
``tf.random.set_seed`` inside is likewise done once.

An operation with a seed of its own (``tf.random.normal([2], seed=3)``) draws from one stream with all others of that
seed when run eagerly; in a graph each has its own stream, so that two of them draw the same numbers.

**Refused:**

    import numpy as np
    import tensorflow as tf


    def noisy(x):
        return x + np.random.normal()  # HYB304


    RESULT = [noisy(tf.constant(1.0)), noisy(tf.constant(1.0))]

**Accepted:**

    import tensorflow as tf

    generator = tf.random.Generator.from_seed(3)


    def noisy(x):
        return x + generator.normal([])


    RESULT = [noisy(tf.constant(1.0)), noisy(tf.constant(1.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

_UNIFORM = "Use `tf.random.uniform` instead."
_NORMAL = "Use `tf.random.normal` instead."
_ADVICE = {
    "random": _UNIFORM, "uniform": _UNIFORM, "rand": _UNIFORM,
    "randint": "Use `tf.random.uniform(…, dtype=tf.int32)` instead.",
    "integers": "Use `tf.random.uniform(…, dtype=tf.int32)` instead.", "normal": _NORMAL, "randn": _NORMAL,
    "gauss": _NORMAL, "standard_normal": _NORMAL, "normalvariate": _NORMAL,
    "shuffle": "Use `tf.random.shuffle` instead.", "permutation": "Use `tf.random.shuffle` instead.",
    "choice": "Draw an index with `tf.random.uniform` and use `tf.gather`.",
    "poisson": "Use `tf.random.poisson` instead.", "gamma": "Use `tf.random.gamma` instead.",
    "set_seed": "Set the seed outside, or use a `tf.random.Generator`.", "seed": "Set the seed outside.",
    "time": "Use `tf.timestamp` inside, or take the time in the caller.",
    "read_file": "Read it in the caller, or pass the file's name as a tensor.",
    "perf_counter": "Use `tf.timestamp` inside, or take the time in the caller.",
}  # fmt: skip
_PASS = "Draw it in the caller and pass it as a tensor argument."


@rule("HYB304", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each draw that becomes a constant."""
    for effect in facts.effects_of(EffectKind.READS_CLOCK_OR_RNG):
        what = "is asked once, while tracing, and its answer becomes a constant"
        if effect.reason == "seed":
            what = "draws other numbers in a graph"
        message = with_detail(f"`{effect.target}` {what}", effect)
        yield Reason.of(effect, message, _ADVICE.get(subject(effect), _PASS))
