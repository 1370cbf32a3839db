"""The function was tried, and its graph did not do what it does.

`%hybridize verify`, or the widget's *Verify*, ran the function as it is and as a graph, on the same arguments and from
the same state. Either TensorFlow refused to trace it or to run its graph, or something came out differently: what it
returns, the variables it changes, what it prints, or the Python objects it changes. The code alone did not show that,
and no other rule is about the reason; where one is, the finding bears that rule's code.

The finding stands at the line that TensorFlow's message is about, or at the `def` where it is about none. It holds for
the text that was tried, and is gone when the function is edited: verify it again then.

Verification shows a cell that makes the difference visible, below "To see it, run this in a cell of its own". What to
do depends on what differs there: a value that only exists while tracing belongs into an argument, a Python object that
changes into a `tf.Variable`, and an operation that TensorFlow cannot put into a graph stays outside, in the caller.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, Rule

CODE: Final = "HYB108"
NAME: Final = "refused-by-tensorflow"


def _nothing(facts: FunctionFacts) -> Iterator[Reason]:
    """Find nothing: only a verification does."""
    return iter(())


# Not among the rules that read facts: it is documented and named like them, but no fact leads to it.
RULE: Final = Rule(CODE, NAME, Kind.SAFETY, Fix.NONE, _nothing, __doc__ or "")
