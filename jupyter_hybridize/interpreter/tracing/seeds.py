"""Random operations with a seed of their own: eagerly those of one seed share a stream, in a graph each has its own.

Source: run on TensorFlow 2.21. ``normal(seed=3)`` twice draws A1, A2 eagerly and A1, A1 in a graph, and each further
trace starts the stream anew. Keras' seeds and ``tf.random.Generator`` keep their state in variables and agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import Tensor
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.tables import Table
from jupyter_hybridize.interpreter.trace import Seed, Trial
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.names import canonical
from jupyter_hybridize.source.span import Span

_OWN: Final = frozenset({"normal", "truncated_normal", "gamma", "poisson", "shuffle", "categorical"})
_PREFIXES: Final = ("tensorflow.random.", "tensorflow.image.", "tensorflow.nn.", "tensorflow.compat.v1.")


def note(m: Machine, name: str, arguments: Arguments, text: str) -> None:
    """Record a call of library function *name* if it draws from a stream of its own."""
    key = _key(m, canonical(name), arguments)
    if key is None:
        return
    span = m.span()
    m.trace.seeds[key] = m.trace.seeds.get(key, frozenset()) | {span}
    if m.trial is None or not m.frame.mode.is_traced:
        return
    place = (span, m.path())
    if m.trial.seeds.get(key, place) != place or _is_repeated(m):
        detail = "each draws the same numbers in a graph, and different ones eagerly"
        m.effect(EffectKind.READS_CLOCK_OR_RNG, text, answer=Answer.NO, detail=detail, reason="seed")
    m.trial.seeds[key] = place


def _key(m: Machine, name: str, arguments: Arguments) -> Seed | None:
    if not name.startswith(_PREFIXES) or ".stateless" in name:
        return None
    own = name.rpartition(".")[2]
    signature = m.knowledge.table.functions.get(name)
    if signature is None or "seed" not in signature.parameters:
        return None
    given = arguments.get(signature.parameters.index("seed"), "seed")
    if given is None or given.constant() is None:
        return None
    known = given.constant()
    return (own if own in _OWN else "uniform", known if isinstance(known, int) else None)


def _is_repeated(m: Machine) -> bool:
    """Return whether a Python loop of the function unrolls here."""
    frames = m.frames[m.trial_root :]
    return any(c.is_loop and not c.is_staged for f in frames for c in f.controls)


def shared(seeds: Table[Seed, frozenset[Span]], trials: Iterable[Trial]) -> Iterable[Effect]:
    """Return the streams that other calls draw from too, or that another trace of the function starts anew."""
    drawing = [trial for trial in trials if trial.seeds]
    for trial in drawing:
        for key, (span, path) in trial.seeds.items():
            others = sum(key in other.seeds for other in drawing) > 1
            if others or len(seeds.get(key, ())) > 1 or key[1] is None or _may_be_traced_again(trial):
                detail = "a graph draws from a stream of its own, and each trace starts it anew"
                yield Effect(EffectKind.READS_CLOCK_OR_RNG, "seed", span, Answer.UNKNOWN, path, detail, "seed")


def _may_be_traced_again(trial: Trial) -> bool:
    shapes = [tensor.shape.dims for _, item in trial.arguments for tensor in item.each(Tensor)]
    return any(dims is None or None in dims for dims in shapes)
