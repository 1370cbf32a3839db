"""The function means something else in the order in which the cells were run than in the document's.

The running kernel holds what the cells did in the order they were run; *Restart & Run All* goes by the document. Where
a name was bound by another cell in the one order than in the other, a verdict for one order need not hold in the
other. The weaker one counts.

**Refused:**

    # %% [1]
    import tensorflow as tf

    # %% [4]
    rate = 0.5


    def decayed(x):
        return x * rate  # HYB104


    # %% [2]
    rate = tf.constant(0.25)
    # %% [5]
    RESULT = [decayed(tf.constant(1.0)), decayed(tf.constant(2.0))]

**Accepted:** run from top to bottom

    # %% [1]
    import tensorflow as tf

    # %% [2]
    rate = 0.5


    def decayed(x):
        return x * rate


    # %% [3]
    rate = tf.constant(0.25)
    # %% [4]
    RESULT = [decayed(tf.constant(1.0)), decayed(tf.constant(2.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB104", Kind.EVIDENCE)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each name that another cell binds in the other order."""
    for effect in facts.effects_of(EffectKind.MEANS_ANOTHER):
        message = f"`{effect.target}` comes from another cell in the order of the document than as they were run"
        completed = f"{message}: {effect.detail}" if effect.detail else message
        advice = "Run the cells from top to bottom."
        yield Reason.of(effect, completed, advice).at_most_unknown()
