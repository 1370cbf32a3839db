"""The function only builds a data set.

``tf.data`` compiles what its elements go through itself, whoever builds the pipeline, and a pipeline is built once. A
decorator on the function that builds it traces a second graph around the first and gains nothing.

**Refused:**

    import tensorflow as tf


    def prepared(values):  # HYB410
        return tf.data.Dataset.from_tensor_slices(values).map(tf.square).batch(2)


    RESULT = [list(prepared(tf.range(4.0))), list(prepared(tf.range(6.0)))]

**Accepted:** a reduction over the data set

    import tensorflow as tf


    def prepared(values):
        data = tf.data.Dataset.from_tensor_slices(values).map(tf.square)
        return data.reduce(0.0, lambda sum_, value: sum_ + value)


    RESULT = [prepared(tf.range(4.0)), prepared(tf.range(6.0))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import AbstractValue, Dataset, Tuple
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule


@rule("HYB410", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether data sets are all that comes back."""
    if _is_data(facts.returns):
        message = f"`{facts.name}` builds a data set, which compiles its own steps"
        yield Reason.about(facts, message, Answer.NO, "Leave it a plain function, and call it once.")


def _is_data(item: AbstractValue) -> bool:
    return bool(item.atoms) and all(
        isinstance(a, Dataset) or (isinstance(a, Tuple) and bool(a.items) and all(map(_is_data, a.items)))
        for a in item.atoms
    )
