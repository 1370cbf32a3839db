"""Verifies functions of a notebook in the midst of its run: on the arguments of their calls, and on some like them."""

from __future__ import annotations

import ast
import contextlib
import gc
import inspect
import re
import signal
import time
import traceback
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

_MOST = 3  # calls with other arguments that are verified
_OPEN_AXIS = 4
_LONGEST = 60.0  # seconds of a verification
_DTYPES = {
    "b": "bool",
    "bool": "bool",
    "u": "uint",
    "i": "int",
    "f": "float",
    "bf": "bfloat",
    "c": "complex",
    "str": "string",
}
_TYPE = re.compile(r"(np |var |ragged )?(str|bool|\?|bf|[buifc])(\d*)(?:\[(.*)\])?")
Given = tuple[tuple[Any, ...], dict[str, Any]]


class Enough(BaseException):
    """Every function that was asked for has been verified."""


@dataclass(frozen=True)
class Target:
    """A function to be verified, and where it stands."""

    name: str
    cell: int  # among the code cells
    line: int
    parameters: tuple[tuple[str, str], ...]  # names and types
    signature: str | None = None  # the one that the decorator would be given

    def definition(self, tree: ast.AST) -> ast.FunctionDef | None:
        """Return its definition in the tree of its cell."""
        found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.lineno == self.line)
        return next((node for node in found if node.name == self.name.rpartition(".")[2]), None)


@dataclass
class Watch:
    """Sees calls of the targets by a trace function, so that nothing in the notebook is replaced or wrapped."""

    targets: Mapping[tuple[str, int, str], Target]  # by file, first line and name of their code
    tell: Callable[[dict[str, object]], None]
    is_busy: bool = False
    lost: float = 0.0  # seconds spent here
    _calls: dict[Target, list[tuple[str, Given]]] = field(default_factory=dict)
    _symbolic: dict[Target, tuple[Any, Given]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """What was taken over at a first verification is to be there at the next."""
        from jupyter_hybridize.runtime.verification.moments import Moments

        self._moments = Moments()

    def trace(self, frame: types.FrameType, event: str, _: object) -> None:
        """Verify the call that begins with *frame*, if it is one of a target."""
        code = frame.f_code
        if self.is_busy or event != "call" or not code.co_filename.startswith("<cell "):
            return
        target = self.targets.get((code.co_filename, code.co_firstlineno, code.co_name))
        if target is None:
            return
        left, start = signal.setitimer(signal.ITIMER_REAL, 0)[0], time.monotonic()
        with self._busy(), self._failures_told(target):
            self._called(target, frame)
        self.lost += time.monotonic() - start
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(left, 1.0))
        if all(len(self._calls.get(each, ())) > 1 or each in self._symbolic for each in self.targets.values()):
            raise Enough

    def never_called(self, namespace: Mapping[str, object]) -> None:
        """Verify what was only traced, or never called, on arguments that are made up."""
        with self._busy():
            for key, target in self.targets.items():
                if target not in self._calls:
                    with self._failures_told(target):
                        self._made_up(key, target, namespace)

    @contextlib.contextmanager
    def _busy(self) -> Iterator[None]:
        self.is_busy = True
        try:
            yield
        finally:
            self.is_busy = False

    @contextlib.contextmanager
    def _failures_told(self, target: Target) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            said = "".join(traceback.format_exception(error))[-1500:]
            self._tell(target, "made up", "not run", said)

    def _called(self, target: Target, frame: types.FrameType) -> None:
        import tensorflow as tf

        calls = self._calls.setdefault(target, [])
        if len(calls) >= _MOST:
            return
        function = _function(frame)
        given = _arguments(frame, function)
        if not tf.executing_eagerly() or any(map(_is_symbolic, tf.nest.flatten(given))):
            self._calls.pop(target) if not calls else None
            self._symbolic.setdefault(target, (function, tf.nest.map_structure(_concrete, given)))
            return
        shown = repr([_shown(leaf) for leaf in tf.nest.flatten(given)])
        if len(calls) > 1 and shown in [each for each, _ in calls]:
            return
        further = [each for _, each in calls[-1:]]
        calls.append((shown, given))
        self._verify(target, function, given, "later call" if further else "call", further)
        if target.signature is not None:
            self._with_signature(target, function, given, target.signature)
        if not further:
            self._like(target, function, given)

    def _made_up(self, key: tuple[str, int, str], target: Target, namespace: Mapping[str, object]) -> None:
        if target in self._symbolic:
            function, given = self._symbolic[target]
            self._verify(target, function, given, "traced call")
        else:
            functions = (f for f in gc.get_objects() if isinstance(f, types.FunctionType) and _key(f) == key)
            function = next(functions, None)
            if function is None:
                self._tell(target, "made up", "not run", "no such function is there")
                return
            given = tuple(_synthetic(type_, namespace) for _, type_ in target.parameters), {}
            if _raises(function, given):
                self._tell(target, "made up", "not run", "it raises on what was made up")
                return
            self._verify(target, function, given, "made up")
        self._like(target, function, given)

    def _like(self, target: Target, function: Any, given: Given) -> None:
        for how, other in _others(given):
            if not _raises(function, other):
                self._verify(target, function, other, how, [given])

    def _verify(self, target: Target, function: Any, given: Given, how: str, further: Sequence[Given] = ()) -> None:
        from jupyter_hybridize.runtime.verification.decorated import digest_of
        from jupyter_hybridize.runtime.verification.verify import verify

        moments = self._moments if how.endswith("call") else None
        found = verify(
            function, *given, name=target.name, digest=digest_of(function) or "", call=f"{target.name}(…)",
            further=further, moments=moments, timeout=_LONGEST,
        )  # fmt: skip
        self._tell(target, how, found.outcome.value, found.reason)

    def _with_signature(self, target: Target, function: Any, given: Given, signature: str) -> None:
        """Call the graph under the signature: what it computes was compared, but not with axes that are left open."""
        import tensorflow as tf

        from jupyter_hybridize.runtime.state.guard import StateGuard

        if _raises(function, given):
            return
        specs = eval(signature, {"tf": tf, **function.__globals__})
        args = given[0]
        is_method = len(specs) < len(target.parameters) and target.parameters[0][0] == "self"
        outcome, reason = "verified", ""
        try:
            with StateGuard(function, *given):
                bound = types.MethodType(function, args[0]) if is_method else function
                tf.function(bound, input_signature=specs)(*args[is_method:], **given[1])
        except Exception as error:  # that is the answer, but that batches are smaller here than in the notebook
            outcome = "not-comparable" if "for signature" in str(error) else "refused"
            reason = f"with {signature} it raises: {error}"
        self._tell(target, "with its signature", outcome, reason)

    def _tell(self, target: Target, how: str, outcome: str, reason: str) -> None:
        where = {"function": target.name, "line": target.line, "cell": target.cell}
        self.tell({**where, "how": how, "outcome": outcome, "reason": reason})


def _key(function: types.FunctionType) -> tuple[str, int, str]:
    code = function.__code__
    return code.co_filename, code.co_firstlineno, code.co_name


def _function(frame: types.FrameType) -> types.FunctionType:
    """Return the function object that *frame* runs: its code may be that of several closures."""
    code, names = frame.f_code, frame.f_code.co_freevars
    for each in gc.get_referrers(code):
        if isinstance(each, types.FunctionType) and each.__code__ is code and each.__globals__ is frame.f_globals:
            cells = zip(each.__closure__ or (), names, strict=True)
            if all(cell.cell_contents is frame.f_locals.get(name) for cell, name in cells):
                return each
    raise LookupError(code.co_name)


def _arguments(frame: types.FrameType, function: types.FunctionType) -> Given:
    """Return the arguments of the call, without those that are defaults."""
    code, values = frame.f_code, frame.f_locals
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    args = [values[name] for name in names[: code.co_argcount]]
    named = {name: values[name] for name in names[code.co_argcount :]}
    rest = len(names)
    if code.co_flags & inspect.CO_VARARGS:
        args.extend(values[code.co_varnames[rest]])
        rest += 1
    else:
        defaults = list(function.__defaults__ or ())
        while defaults and args and args[-1] is defaults[-1]:
            args.pop()
            defaults.pop()
    if code.co_flags & inspect.CO_VARKEYWORDS:
        named |= values[code.co_varnames[rest]]
    usual = function.__kwdefaults__ or {}
    return tuple(args), {name: each for name, each in named.items() if name not in usual or each is not usual[name]}


def _is_symbolic(item: object) -> bool:
    import keras
    import tensorflow as tf

    return isinstance(item, keras.KerasTensor) or (isinstance(item, tf.Tensor) and not _is_dense(item))


def _is_dense(item: object) -> bool:
    return type(item) is np.ndarray or type(item).__name__ == "EagerTensor"


def _concrete(item: Any) -> Any:
    import tensorflow as tf

    if not _is_symbolic(item):
        return item
    shape = tf.TensorShape(item.shape)
    return _random(tf.as_dtype(item.dtype), [None] if shape.rank is None else shape.as_list())


def _random(dtype: Any, shape: Sequence[int | None]) -> Any:
    """Return a tensor of such a type; numbers that are an index, a class or a label almost everywhere."""
    import tensorflow as tf

    random, sizes = np.random.default_rng(3), [_OPEN_AXIS if size is None else size for size in shape]
    with tf.init_scope():  # it may be that a graph is being traced
        if dtype == tf.string:
            return tf.fill(sizes, "some text")
        if dtype.is_integer or dtype == tf.bool:
            return tf.cast(random.integers(0, 2, sizes), dtype)
        return tf.cast(random.normal(size=sizes), dtype)


def _shown(leaf: Any) -> object:
    if _is_dense(leaf):
        return type(leaf).__name__, str(leaf.dtype), tuple(leaf.shape)
    return leaf if isinstance(leaf, int | float | str | None) else (type(leaf).__name__, id(leaf))


def _others(given: Given) -> Iterator[tuple[str, Given]]:
    """Yield arguments with other values, and with one example less, where all have as many."""
    import tensorflow as tf

    arrays = [leaf for leaf in tf.nest.flatten(given) if _is_dense(leaf)]
    if arrays:
        yield "other values", tf.nest.map_structure(lambda x: _changed(x) if _is_dense(x) else x, given)
    sizes = {leaf.shape[0] for leaf in arrays if len(leaf.shape)}
    if len(sizes) == 1 and (size := sizes.pop()) > 2:
        shorter = lambda x: x[: size - 1] if _is_dense(x) and len(x.shape) else x  # noqa: E731
        yield "other batch", tf.nest.map_structure(shorter, given)


def _changed(item: Any) -> Any:
    import tensorflow as tf

    array = np.asarray(item)
    if array.dtype.kind in "fV":
        other = (-1.5 * array + np.asarray(0.25, array.dtype)).astype(array.dtype)
    else:
        other = array[::-1].copy() if array.ndim else array
    return tf.constant(other, item.dtype) if isinstance(item, tf.Tensor) else other


def _raises(function: Any, given: Given) -> bool:
    from jupyter_hybridize.runtime.state.guard import StateGuard

    try:
        with StateGuard(function, *given):
            function(*given[0], **given[1])
    except Exception:  # nobody is told what becomes of such arguments
        return True
    return False


def _synthetic(type_: str, namespace: Mapping[str, object]) -> object:
    """Return a value of the type that the report names; raise LookupError for what cannot be made up."""
    import tensorflow as tf

    text = type_.partition(" | ")[0]
    with contextlib.suppress(ValueError, SyntaxError):
        return ast.literal_eval(text)
    if text.startswith("(") and text.endswith(")"):
        return tuple(_synthetic(part, namespace) for part in re.split(r", (?![^\[(]*[\])])", text[1:-1]))
    if text.startswith("function "):
        return namespace[text.rpartition(" ")[2]]
    found = _TYPE.fullmatch(text)
    if found is None:
        return _instance(text, namespace)
    dtype = "float32" if found[2] == "?" else _DTYPES[found[2]] + found[3]
    sizes = [] if not found[4] else [None, None] if "…" in found[4] else found[4].split(",")
    made = _random(tf.as_dtype(dtype), [int(size) if size and size != "?" else None for size in sizes])
    return _FORMS[found[1] or ""](made)


def _ragged(dense: Any) -> Any:
    import tensorflow as tf

    rows, columns = dense.shape[:2]
    return tf.RaggedTensor.from_tensor(dense, lengths=[1 + row % columns for row in range(rows)])


def _variable(dense: Any) -> Any:
    import tensorflow as tf

    return tf.Variable(dense)


_FORMS = {"": lambda dense: dense, "np ": lambda dense: dense.numpy(), "var ": _variable, "ragged ": _ragged}


def _instance(name: str, namespace: Mapping[str, object]) -> object:
    for key, each in namespace.items():
        if name in [cls.__name__ for cls in type(each).__mro__] and not key.startswith("__"):
            return each
    found = [each for each in gc.get_objects() if type(each).__name__ == name and hasattr(each, "__dict__")]
    if found:
        return found[-1]
    made = namespace.get(name)
    if not isinstance(made, type):
        raise LookupError(f"no {name} to be had")
    return made()
