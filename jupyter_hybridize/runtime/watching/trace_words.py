"""What is said about a trace: the argument that caused it, in words, and what spares the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jupyter_hybridize.results.watch import ArgumentChange, TraceCause
from jupyter_hybridize.runtime.watching.trace_cause import dims, leaves, literals, numbers

FINE_NUMBERS = 2  # values of a Python number that may be a mode rather than a counter
FINE_FLAGS = 4  # values of a string that may be a mode rather than a label
SHOWN_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class Words:
    """One explanation; *shown* may hold a few numbers, *message* never does."""

    message: str
    shown: str
    advice: str
    is_fine: bool


def _plain(message: str, advice: str = "", *, is_fine: bool = False) -> Words:
    return Words(message, message, advice, is_fine)


def words_for(change: ArgumentChange, types: Sequence[Any], *, relaxes: bool = False) -> Words:
    """Explain *change*, given the types of all traces so far, the new one last.

    *relaxes* says that the function has ``reduce_retracing=True``.
    """
    if change.cause is TraceCause.SHAPE:
        return _shape(change, types, relaxes=relaxes)
    explain = EXPLANATIONS.get(change.cause, _other)
    return explain(change, types)


def _number(change: ArgumentChange, types: Sequence[Any]) -> Words:
    values = numbers(types, change.parameter)
    kind = change.after if change.before == change.after else "number"
    subject = f"`{change.parameter}` is a Python {kind}"
    listed = ", ".join(values[:SHOWN_NUMBERS])
    if len(values) > SHOWN_NUMBERS:
        listed += " …"
    if len(values) > SHOWN_NUMBERS + 1:
        listed += f" {values[-1]}"
    return Words(
        f"{subject}, and each new value is a new trace",
        f"{subject}: {listed}{'' if listed.endswith('…') else ','} each a new trace",
        f"Pass it as a tensor, `tf.constant({change.parameter})`: one trace serves all its values.",
        is_fine=len(values) <= FINE_NUMBERS,
    )


def _flag(change: ArgumentChange, types: Sequence[Any]) -> Words:
    count = len(literals(types, change.parameter))
    if count > FINE_FLAGS:
        message = f"`{change.parameter}` is a Python {change.after}, and each new value is a new trace"
        return _plain(message, f"Leave `{change.parameter}` out, or pass it as a tensor.")
    return _plain(f"`{change.parameter}` is a Python flag, with one trace for each of its values", is_fine=True)


def _shape(change: ArgumentChange, types: Sequence[Any], *, relaxes: bool) -> Words:
    sizes = [size for size in map(dims, leaves(types, change.parameter)) if size is not None]
    message = f"`{change.parameter}` changed its shape: {change.before} → {change.after}"
    if relaxes and None in sizes[-1]:
        return _plain(f"{message}, where ? stands for any size from now on", is_fine=True)
    is_last_batch = len(sizes) > 1 and _is_smaller_batch(sizes[-2], sizes[-1])
    if is_last_batch:
        message += ", a smaller batch"
    drop = "batch with `drop_remainder=True`" if is_last_batch else ""
    relax = "decorate with `tf.function(reduce_retracing=True)`"
    ways = list(filter(None, [drop, _signature(change, sizes), relax]))
    advice = ways[0] if len(ways) == 1 else f"{', '.join(ways[:-1])}, or {ways[-1]}"
    return _plain(message, f"{advice[0].upper()}{advice[1:]}.")


def _is_smaller_batch(before: Sequence[int | None], after: Sequence[int | None]) -> bool:
    return len(before) == len(after) > 0 and before[1:] == after[1:] and (before[0] or 0) > (after[0] or 0)


def _signature(change: ArgumentChange, sizes: Sequence[tuple[int | None, ...]]) -> str:
    """Return the advice on a signature with the axes open that have varied, where it can be written."""
    if not change.parameter.isidentifier() or " " in change.after:
        return ""
    ranks = [size for size in sizes if len(size) == len(sizes[-1])]
    open_sizes = ["None" if len(set(axis)) > 1 else str(axis[0]) for axis in zip(*ranks, strict=True)]
    dtype = change.after.partition("[")[0]
    return f"write an `input_signature` with `tf.TensorSpec([{', '.join(open_sizes)}], tf.{dtype})`"


def _rank(change: ArgumentChange, types: Sequence[Any]) -> Words:
    message = f"`{change.parameter}` changed its rank: {change.before} → {change.after}"
    return _plain(message, f"Reshape `{change.parameter}` before the call, so that it always has the same rank.")


def _dtype(change: ArgumentChange, types: Sequence[Any]) -> Words:
    message = f"`{change.parameter}` changed its dtype: {change.before} → {change.after}"
    return _plain(message, f"Convert `{change.parameter}` before the call, so that it always has the same dtype.")


def _kind(change: ArgumentChange, types: Sequence[Any]) -> Words:
    message = f"`{change.parameter}` was of another kind: {change.before} → {change.after}"
    if "None" in (change.before, change.after):
        return _plain(message, is_fine=True)
    return _plain(message, f"Pass `{change.parameter}` always as a tensor.")


def _structure(change: ArgumentChange, types: Sequence[Any]) -> Words:
    if not change.before or not change.after:
        missing = "was not passed before" if change.after else "is not passed any more"
        return _plain(f"`{change.parameter}` {missing}", "Pass the same arguments in each call.")
    if change.before == change.after:
        return _other(change, types)
    message = f"`{change.parameter}` changed its structure: {change.before} → {change.after}"
    if change.after.startswith(("list", "tuple")):
        return _plain(message, f"Pass one tensor instead, `tf.stack({change.parameter})`, with an open first axis.")
    return _plain(message, f"Keep the structure of `{change.parameter}` the same in each call.")


def _object(change: ArgumentChange, types: Sequence[Any]) -> Words:
    name = change.parameter
    if change.after == "function":
        return _plain(f"`{name}` is another function than before", "Define it once, outside the loop.")
    gone = ", and the earlier one is gone" if change.before.endswith("gone") else ""
    message = f"`{name}` is another {change.after} than before{gone}"
    return _plain(message, f"Make `{name}` once, outside the loop, or pass the tensors in it instead.")


def _alias(change: ArgumentChange, types: Sequence[Any]) -> Words:
    return _plain(f"`{change.parameter}` and another argument are one variable now, or no longer are", is_fine=True)


def _other(change: ArgumentChange, types: Sequence[Any]) -> Words:
    message = f"`{change.parameter}` is another kind of {change.after} than before"
    return _plain(message, f"Pass `{change.parameter}` as a tensor, or the same one in each call.")


EXPLANATIONS: dict[TraceCause, Callable[[ArgumentChange, Sequence[Any]], Words]] = {
    TraceCause.NUMBER: _number,
    TraceCause.FLAG: _flag,
    TraceCause.RANK: _rank,
    TraceCause.DTYPE: _dtype,
    TraceCause.KIND: _kind,
    TraceCause.STRUCTURE: _structure,
    TraceCause.OBJECT: _object,
    TraceCause.ALIAS: _alias,
}


def joined(words: Sequence[Words]) -> Words:
    """Return the explanations of several arguments as one; what needs doing comes first."""
    ordered = sorted(words, key=lambda each: each.is_fine)
    advice = next((each.advice for each in ordered if each.advice), "")
    return Words(
        "; ".join(each.message for each in ordered),
        "; ".join(each.shown for each in ordered),
        advice,
        is_fine=all(each.is_fine for each in ordered),
    )
