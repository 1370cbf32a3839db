"""Says what kind of state a stateful op touches, which the registry's flag alone does not tell."""

from __future__ import annotations

import re
from typing import Final

# The first pattern that matches decides. Ops of the registry that touch the world without being flagged stand here too.
_KINDS: Final = (
    ("python", re.compile(r"PyFunc")),
    ("assert", re.compile(r"^(Assert|CheckNumerics|CheckPinned|DebugNumericSummary)")),
    ("print", re.compile(r"^(Print|StringFormat$)")),
    (
        "random",
        re.compile(r"Random|Multinomial|Sampler|Sample[A-Z]|Shuffle$|TruncatedNormal|Skipgram|Dropout|^RNG|Rng"),
    ),
    (
        "variable-write",
        re.compile(r"^(Assign|ScatterNd(Add|Sub|Update|Max|Min)$|Scatter(Add|Sub|Mul|Div|Min|Max|Update)$)"),
    ),
    (
        "variable-write",
        re.compile(r"^Resource(Scatter|Apply|Sparse|Strided|CountUp|Accumulator|Conditional)|^(Sparse)?Apply"),
    ),
    (
        "variable-read",
        re.compile(r"^(ReadVariable|ResourceGather|VariableShape|VarIsInitialized|IsVariableInitialized)"),
    ),
    ("io", re.compile(r"File|Summary|Reader|Save|Restore|Checkpoint|TFRecord|Directory|Filename")),
    (
        "control",
        re.compile(r"^(If|While|Case|PartitionedCall|StatefulPartitionedCall|For|StatelessIf|StatelessWhile)$"),
    ),
    ("none", re.compile(r"^(Empty|TensorArray|TensorList|Timestamp|Unbatch$|Placeholder|NoOp|.*Lstm|CudnnRNN)")),
)
_UNFLAGGED: Final = ("ReadFile", "MatchingFiles", "WriteFile", "PyFuncStateless")


def state_kind(op: str, *, is_stateful: bool) -> str | None:
    """Return the kind of state that ops of type *op* touch, None if they touch none."""
    if not is_stateful and op not in _UNFLAGGED:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.search(op)), "resource")
