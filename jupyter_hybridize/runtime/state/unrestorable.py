"""Names what a function can touch that cannot be put back afterwards."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any  # tf.data's own classes

from jupyter_hybridize.runtime.state.code_names import CodeNames

_FILES = "what is written to a file stays there"
_PROCESS = "another process cannot be put back"
_STREAMS = "it restarts every random stream of the notebook"
_NETWORK = "what went through the network is gone"

# A module's name, the names read from it (empty: any), and the reason.
_CALLS: tuple[tuple[str, str, str], ...] = (
    ("builtins", "open", _FILES),
    ("builtins", "input", "what was typed is gone"),
    ("os", "remove unlink rename replace mkdir makedirs rmdir truncate symlink link", _FILES),
    ("os", "system popen fork kill execv spawnv startfile", _PROCESS),
    ("shutil", "", _FILES),
    ("subprocess", "", _PROCESS),
    ("multiprocessing", "", _PROCESS),
    ("threading", "Thread Timer", "a thread goes on by itself"),
    ("concurrent.futures", "", "a thread goes on by itself"),
    ("socket", "", _NETWORK),
    ("urllib.request", "", _NETWORK),
    ("requests", "", _NETWORK),
    ("wandb", "", _NETWORK),
    ("mlflow", "", _NETWORK),
    ("matplotlib.pyplot", "", "what is drawn on a figure stays there"),
    ("tensorflow", "random.set_seed keras.utils.set_random_seed keras.backend.clear_session", _STREAMS),
    ("keras", "utils.set_random_seed utils.clear_session backend.clear_session", _STREAMS),
    ("tensorflow", "io.write_file io.gfile summary", _FILES),
)


@dataclass(frozen=True, slots=True)
class Unrestorable:
    """One thing in reach of a function that a trial may leave changed."""

    name: str  # "`it`"
    reason: str  # "a tf.data iterator cannot be rewound"


def effects_of(names: CodeNames, namespace: dict[str, Any]) -> Iterator[Unrestorable]:
    """Yield the effects of code, which reads its globals from *namespace*, that are known from the names it reads."""
    for chain in names.chains:
        module, path = _resolve(chain, namespace)
        for owner, wanted, reason in _CALLS:
            if module == owner and (not wanted or any(_begins(path, each) for each in wanted.split())):
                yield Unrestorable(f"`{'.'.join(chain)}`", reason)


def _begins(path: str, wanted: str) -> bool:
    return path == wanted or path.startswith(f"{wanted}.")


def _resolve(chain: tuple[str, ...], namespace: dict[str, Any]) -> tuple[str, str]:
    """Return the module where the chain ends up, and the rest of the chain."""
    head, rest = chain[0], list(chain[1:])
    value = namespace.get(head, namespace)
    if value is namespace:
        if head in sys.modules and rest:
            value = sys.modules[head]
        elif hasattr(sys.modules["builtins"], head):
            return "builtins", head
    if type(value) in (types.FunctionType, types.BuiltinFunctionType):
        name = f"{value.__module__}"
        return name, value.__name__
    if not issubclass(type(value), types.ModuleType):
        return "", ""
    name = str(types.ModuleType.__getattribute__(value, "__dict__").get("__name__", "")).partition("._api")[0]
    while rest and f"{name}.{rest[0]}" in sys.modules and name not in ("tensorflow", "keras"):
        name = f"{name}.{rest.pop(0)}"
    return name, ".".join(rest)


def reshuffles(dataset: object) -> bool:
    """Return whether iterating over *dataset* changes the order in which it gives its elements next time."""
    from tensorflow.python.data.ops.dataset_ops import DatasetV2
    from tensorflow.python.data.ops.shuffle_op import _ShuffleDataset

    waiting: list[Any] = [dataset]
    while waiting:
        each = waiting.pop()
        if type(each) is _ShuffleDataset and each._reshuffle_each_iteration is not False and _is_seeded(each):
            return True
        if issubclass(type(each), DatasetV2):
            waiting += list(each._inputs())
    return False


def _is_seeded(shuffled: Any) -> bool:
    return int(shuffled._seed) != 0 or int(shuffled._seed2) != 0


def seeded_random_ops(graph: Any) -> tuple[str, ...]:
    """Return the types of the operations of a traced *graph* that each draw from a seeded stream of their own."""
    found = set()
    for op in graph.get_operations():
        if op.type.startswith(("Random", "Truncated", "Multinomial", "ParameterizedTruncated", "StatefulRandom")):
            node = op.node_def
            if any(node.attr[key].i for key in ("seed", "seed2") if key in node.attr):
                found.add(op.type)
    return tuple(sorted(found))
