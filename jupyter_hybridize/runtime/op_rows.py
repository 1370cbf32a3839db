"""Says of each public function of TensorFlow its parameters, the ops it runs, and whether it is an op itself."""

from __future__ import annotations

import inspect
import statistics
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any  # TensorFlow has no types of its own

from jupyter_hybridize.runtime.op_probe import Probe, probe
from jupyter_hybridize.runtime.op_reach import Reach, op_types
from jupyter_hybridize.runtime.op_state import state_kind

Row = dict[str, object]
_SKIPPED = ("tensorflow.compat.v1.", "tensorflow.raw_ops.", "keras.", "numpy.")
_CRASHES = ("tensorflow.split",)  # made-up arguments end the process
_MOST_OPS = 60  # a function that reaches more is no op, and what it reaches says nothing
_DISPATCH = ("_tf_dispatchers", "_tf_fallback_dispatchers", "_tf_type_based_dispatcher")
# What TensorFlow does not dispatch, and is an op all the same.
_OPS_BESIDES = {
    "tensorflow.constant",
    "tensorflow.image.is_jpeg",
    "tensorflow.linalg.logm",
    "tensorflow.linalg.slogdet",
    *(f"tensorflow.signal.{kind}fft{rank}" for kind in ("", "i") for rank in ("", "2d", "3d")),
    *(f"tensorflow.signal.{kind}fft{rank}" for kind in ("r", "ir") for rank in ("", "2d", "3d")),
}
_HARMLESS_STATE = {None, "none", "random", "assert", "print", "control", "io"}
# Parameters that take a Python function: such an op does what that function does.
_CALLBACKS = {
    "body", "branch_fns", "cond", "elems", "false_fn", "fn", "forward_fn", "func", "op", "operator", "pred_fn_pairs",
    "true_fn",
}  # fmt: skip


def read_functions(objects: Mapping[str, object]) -> tuple[dict[str, Row], dict[str, str]]:
    """Return a row for each function, and the state of each stateful op among those that the rows name."""
    state = _read_state()
    reach = Reach(op_types(iter(state)))
    rows = {path: _row(path, item, reach, state) for path, item in objects.items() if _is_listed(path, item)}
    used = {op for row in rows.values() for op in str(row.get("ops", "")).split()}
    return rows, {op: kind for op, kind in state.items() if op in used and kind is not None}


def _is_listed(path: str, item: object) -> bool:
    return not path.startswith(_SKIPPED) and not inspect.isclass(item)


def _read_state() -> dict[str, str | None]:
    from tensorflow.core.framework import op_def_pb2
    from tensorflow.python.client import pywrap_tf_session

    registered = op_def_pb2.OpList()
    registered.ParseFromString(pywrap_tf_session.TF_GetBuffer(pywrap_tf_session.TF_GetAllOpList()))
    return {op.name: state_kind(op.name, is_stateful=op.is_stateful) for op in registered.op}


def _row(path: str, item: Any, reach: Reach, state: Mapping[str, str | None]) -> Row:
    parameters = list(_parameters(item))
    row: Row = {"parameters": " ".join(parameters)} if parameters else {}
    is_dispatched = path in _OPS_BESIDES or path.startswith("tensorflow.sparse.") or _is_dispatched(item)
    seen = probe(item) if is_dispatched and path not in _CRASHES else []
    ops = reach.ops(item).union(*(each.ops for each in seen)) - {"Placeholder", "Const"}
    if ops and (is_dispatched or len(ops) < _MOST_OPS):
        row["ops"] = " ".join(sorted(ops))
    if is_dispatched and _is_op(ops, seen, parameters, state):
        row |= {"is_op": True, **_result(seen)}
    return row


def _is_op(ops: Set[str], seen: list[Probe], parameters: list[str], state: Mapping[str, str | None]) -> bool:
    if not ops and not any(each.is_one_tensor for each in seen):
        return False
    return not _CALLBACKS & set(parameters) and all(state.get(op) in _HARMLESS_STATE for op in ops)


def _result(seen: list[Probe]) -> Row:
    if not seen or not all(each.is_one_tensor for each in seen):
        return {}
    row: Row = {"is_one_tensor": True}
    dtypes = {each.fixed_dtype for each in seen}
    count = round(statistics.median(each.count for each in seen))
    if len(dtypes) == 1 and None not in dtypes:
        row["dtype"] = dtypes.pop()
    return {**row, "count": count} if count > 1 else row


def _is_dispatched(item: object) -> bool:
    while item is not None:
        if any(hasattr(item, name) for name in _DISPATCH):
            return True
        item = getattr(item, "__wrapped__", None)
    return False


def _parameters(item: Callable[..., object]) -> Iterator[str]:
    try:
        signature = inspect.signature(item)
    except (TypeError, ValueError):
        return
    for parameter in signature.parameters.values():
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            yield f"*{parameter.name}"
        elif parameter.kind is inspect.Parameter.VAR_KEYWORD:
            yield f"**{parameter.name}"
        else:
            yield parameter.name
