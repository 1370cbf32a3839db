"""The function runs an operation that XLA cannot compile, or that it silently leaves out.

Under `tf.function` as such nothing is wrong with it. With `jit_compile=True` the whole function is compiled: strings,
files, Python callbacks and some of the linear algebra have no XLA kernel, and the first call raises. Assertions and
checks of numbers are compiled to nothing, so that what they would have found goes on unnoticed. Stateless random
operations draw other numbers from the same seed.

**Refused:** with `jit_compile=True`

    import tensorflow as tf


    def scaled(x):
        tf.print(tf.reduce_sum(x))  # HYB220
        return x * 2.0


    RESULT = [scaled(tf.constant([1.0, 2.0])) for _ in range(3)]

**Accepted:**

    import tensorflow as tf


    def scaled(x):
        return x * 2.0, tf.reduce_sum(x)


    RESULT = [scaled(tf.constant([1.0, 2.0])) for _ in range(3)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule

_WHAT = {"dropped": "leaves out", "changed": "draws other numbers by"}
_ADVICE = "Do without `jit_compile=True`, or move it to the caller."


@rule("HYB220", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each such operation: against a function that XLA compiles, else as a note."""
    for effect in facts.effects_of(EffectKind.LEAVES_XLA):
        what = _WHAT.get(effect.reason, "cannot compile")
        reason = Reason.of(effect, f"XLA, which `jit_compile=True` asks for, {what} `{effect.target}`", _ADVICE)
        yield replace(reason, is_note=not _is_compiled(facts))


def _is_compiled(facts: FunctionFacts) -> bool:
    decoration = facts.definition.decoration
    return decoration is not None and dict(decoration.arguments).get("jit_compile") == "True"
