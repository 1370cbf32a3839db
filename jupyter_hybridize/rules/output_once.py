r"""The function prints, logs, plots, writes a file or sleeps.

Python's output happens while the graph is traced: once, with symbolic tensors in place of values, and then never
again. ``tf.print``, ``tf.io.write_file`` and ``tf.summary`` are operations and happen at each call.

**Refused:**

    import tensorflow as tf


    def double(x):
        print("doubling")  # HYB302
        return x * 2.0


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0))]

**Accepted:**

    import tensorflow as tf


    def double(x):
        tf.print("doubling", x)
        return x * 2.0


    RESULT = [double(tf.constant(1.0)), double(tf.constant(2.0))]

**Refused:** a file

    import tensorflow as tf


    def double(x):
        with open("log.txt", "a") as log:  # HYB302
            log.write("doubled\n")  # HYB302
        return x * 2.0


    double(tf.constant(1.0))
    double(tf.constant(2.0))
    RESULT = open("log.txt").read()

**Accepted:** written by an operation

    import tensorflow as tf


    def double(x):
        tf.io.write_file("log.txt", tf.strings.as_string(x))
        return x * 2.0


    double(tf.constant(1.0))
    double(tf.constant(2.0))
    RESULT = open("log.txt").read()
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

_MOVE = "Do it in the caller, with what the function returns."
_ADVICE = {
    "print": "Use `tf.print`, which prints at each call.",
    "pprint": "Use `tf.print`, which prints at each call.",
    "display": "Show it in the caller, or use `tf.print`.",
    "write": "Use `tf.print`, `tf.io.write_file`, or write in the caller.",
    "open": "Use `tf.io.write_file`, or write in the caller.",
    "sleep": "Sleep in the caller.",
    "scalar": "Use `tf.summary.scalar`.",
}


@rule("HYB302", Kind.SAFETY, Fix.AUTOMATIC)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each output."""
    for effect in facts.effects_of(EffectKind.PERFORMS_IO):
        message = with_detail(f"`{effect.target}` runs only while tracing, not at each call", effect)
        yield Reason.of(effect, message, _ADVICE.get(subject(effect), _MOVE))
