"""The function does too little in a call to gain from a graph.

A call of a graph costs about as much as a dozen tiny operations, whatever it holds. Below that the eager function is
faster; so it is where one large operation takes nearly all the time, which takes as long in a graph. Written into the
function that calls it repeatedly, with the loop, the same operations do gain.

**Refused:**

    import tensorflow as tf


    def halved(x):  # HYB406
        return x / 2.0


    RESULT = [halved(tf.random.normal([8], seed=1)) for _ in range(100)]

**Accepted:** many operations

    import tensorflow as tf


    def halved(x):
        for _ in range(40):
            x = x / 2.0 + tf.sin(x)
        return x


    RESULT = [halved(tf.random.normal([8], seed=1)) for _ in range(100)]

**Refused:** one large operation

    import tensorflow as tf


    def projected(x, kernel):  # HYB406
        return tf.matmul(x, kernel)


    RESULT = [projected(tf.ones([400, 300]), tf.ones([300, 200])) for _ in range(100)]

**Accepted:** a loop of unknown length

    import tensorflow as tf


    def projected(x, kernel):
        while tf.reduce_max(x) < 1000.0:
            x = tf.matmul(x, kernel)
        return x


    RESULT = [projected(tf.ones([4, 4]), tf.ones([4, 4])) for _ in range(100)]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.facts.cost_model import eager_seconds, graph_overhead, graph_seconds, kernels, overhead
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule

_MARGIN = 1.1  # the model is off by less than this for functions of few operations
_LITTLE = 1.25  # times as fast: of functions of few operations, the model is off by as much now and then
_OFTEN = 10  # calls
_FEW = 2  # operations that a graph cannot run better together, however large they are
_LARGE = 2e-3  # seconds of arithmetic from which a graph may gain by running operations together


@rule("HYB406", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether what a call spends on single operations is less than what the call of a graph costs."""
    work = facts.work
    if work is None or not work.ops or not work.is_bounded or not facts.has_evidence:
        return
    if facts.is_hybrid or facts.is_recursive is not Answer.NO or facts.tensor_work is not Answer.YES:
        return
    if facts.direct_calls is not None and facts.direct_calls < facts.eager_calls:
        return  # what a library does around each call is not known
    count = round(work.ops)
    counted = f"{count} small operation{'s'[: count != 1]} a call"
    advice = "Leave it a plain function, or decorate a function that calls it repeatedly."
    if _is_too_small(facts, work):
        message = f"`{facts.name}` runs {counted}, less than calling a graph costs"
        yield Reason.about(facts, message, Answer.NO if _is_called_often(facts) else Answer.UNKNOWN, advice)
    elif _gains_little(facts, work):
        message = f"`{facts.name}` runs {counted}, which cost about as much as calling a graph"
        yield Reason.about(facts, message, Answer.UNKNOWN, advice)


def _is_called_often(facts: FunctionFacts) -> bool:
    """Return whether its calls are more than a few to show it, whose arguments tell little of others."""
    few = facts.top_calls is not None and facts.top_calls < _OFTEN and facts.callers == ("",)
    return facts.called_in_loop and not few


def _is_too_small(facts: FunctionFacts, work: Work) -> bool:
    calibration = facts.calibration
    if overhead(work, calibration) * _MARGIN >= graph_overhead(work, calibration):
        return False
    return work.ops <= _FEW or (work.is_sized and kernels(work, calibration) < _LARGE)


def _gains_little(facts: FunctionFacts, work: Work) -> bool:
    """Return whether a graph is expected to take about as long, where nothing large is run better together in one."""
    calibration = facts.calibration
    if not work.is_sized or kernels(work, calibration) >= _LARGE:
        return False
    return eager_seconds(work, calibration) < _LITTLE * graph_seconds(work, calibration)
