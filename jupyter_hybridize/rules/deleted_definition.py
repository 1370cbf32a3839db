"""The function uses a name that no cell defines any more, and that only the running kernel still holds.

It works as long as the kernel lives. After *Restart & Run All* the name is not there, so nothing is proved of a
function that uses it.

**Refused:**

    # %% [1]
    import tensorflow as tf

    # %% deleted [2]
    rate = 0.5


    # %% [3]
    def decayed(x):
        return x * rate  # HYB105


    # %% [4]
    RESULT = [decayed(tf.constant(1.0)), decayed(tf.constant(2.0))]

**Accepted:** the cell is still there

    # %% [1]
    import tensorflow as tf

    # %% [2]
    rate = 0.5


    # %% [3]
    def decayed(x):
        return x * rate


    # %% [4]
    RESULT = [decayed(tf.constant(1.0)), decayed(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB105", Kind.EVIDENCE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each name that only the kernel knows."""
    for effect in facts.effects_of(EffectKind.READS_DELETED):
        message = f"`{effect.target}` is defined by no cell any more; only the running kernel holds it"
        yield Reason.of(effect, message, f"Define `{effect.target}` in a cell again.").at_most_unknown()
