"""The predicted gain of a graph: how much faster a call is, and after how many calls tracing is paid back."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.cost_model import eager_seconds, graph_seconds, tracing_seconds
from jupyter_hybridize.facts.function import FunctionFacts


@dataclass(frozen=True, slots=True)
class Gain:
    """What a graph in place of the eager function would bring, per call."""

    operations: int  # run eagerly
    eager_seconds: float
    graph_seconds: float
    tracing_seconds: float
    is_at_least: bool  # more may be done, and gained, than could be counted

    @property
    def speedup(self) -> float:
        """Return how many times as fast the graph is."""
        return self.eager_seconds / self.graph_seconds

    @property
    def break_even_calls(self) -> int | None:
        """Return the number of calls that pay the trace back, None where none does."""
        gained = self.eager_seconds - self.graph_seconds
        return ceil(self.tracing_seconds / gained) if gained > 0 else None


def predict(facts: FunctionFacts) -> Gain | None:
    """Return the predicted gain on the machine whose calibration the facts hold, None where it is not known.

    It is not known of a function whose arguments nobody knows, and of one whose tensor work cannot be seen.
    """
    work, known = facts.work, facts.calibration
    if work is None or not work.ops or facts.tensor_work is not Answer.YES:
        return None
    eager, graph = eager_seconds(work, known), graph_seconds(work, known)
    is_at_least = not work.is_bounded or _is_called_by_libraries(facts)
    if is_at_least and eager < graph:
        return None  # what is hidden decides
    return Gain(round(work.ops), eager, graph, tracing_seconds(work, known), is_at_least)


def _is_called_by_libraries(facts: FunctionFacts) -> bool:
    """Return whether some calls are made by a library, of which nobody knows what it does around each."""
    return facts.direct_calls is not None and facts.direct_calls < facts.eager_calls
