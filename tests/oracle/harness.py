"""Run a program as it stands and with ``tf.function`` on one of its functions, and say what difference it made."""

from __future__ import annotations

import ast
import atexit
import contextlib
import enum
import functools
import io
import itertools
import linecache
import logging
import os
import random
import re
import shutil
import sys
import tempfile
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jupyter_hybridize.rules._documentation import definitions
from tests.untraced import untraced

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

_NUMBERS = itertools.count()
_EMPTY: list[str] = []  # folders
_LOG_LINE = re.compile(r"^(WARNING|INFO|ERROR|[WIE]\d{4}|\d{4}-\d\d-\d\d)[ :]|^\t \[\[\{\{")
_REST_OF_RECORD = re.compile(r"^goo\.gle/debug\w*.*?while inferring type of node [^\n]*\n", re.DOTALL | re.MULTILINE)
_TOLERANCE = {
    "float16": 1e-2,
    "bfloat16": 5e-2,
    "float32": 1e-5,
    "float64": 1e-10,
    "complex64": 1e-5,
    "complex128": 1e-10,
}


class Outcome(enum.Enum):
    """What ``tf.function`` changed."""

    SAME = "same"
    TYPE_ONLY = "type-only"  # equal values, but tensors where there were Python or NumPy values
    RAISES = "raises"
    DIFFERS = "differs"
    OUTPUT_DIFFERS = "output-differs"
    BOTH_RAISE = "both-raise"
    BOTH_RAISE_OTHER_TYPE = "both-raise-other-type"
    EAGER_RAISES = "eager-raises"

    @property
    def is_unsafe(self) -> bool:
        """Return whether a function with this outcome must not be called safe."""
        return self not in (Outcome.SAME, Outcome.TYPE_ONLY, Outcome.BOTH_RAISE, Outcome.EAGER_RAISES)


@dataclass(frozen=True)
class Run:
    """What one execution of a program left behind."""

    names: Mapping[str, object]
    printed: str
    error: BaseException | None = None


@dataclass(frozen=True)
class Comparison:
    """The outcome, and what was seen."""

    outcome: Outcome
    detail: str = ""
    eager: Run | None = field(default=None, repr=False)
    graph: Run | None = field(default=None, repr=False)


def compare(source: str, function: str, decorator: str = "tf.function") -> Comparison:
    """Return what ``@tf.function`` on *function* changes about the program."""
    eager = _eager(source)
    graph = run(decorated(source, function, decorator))
    outcome, detail = _judge(eager, graph)
    return Comparison(outcome, detail, eager, graph)


@functools.lru_cache(maxsize=1)
def _eager(source: str) -> Run:
    """Run the program as it stands, once for all of its functions: they are asked about one after another."""
    return run(source)


def decorated(source: str, function: str, decorator: str = "tf.function") -> str:
    """Return the program with a decorator added directly above the ``def`` of *function* (its last definition).

    Above ``tf.custom_gradient``, as the tool writes it: what stands below that returns a function.
    """
    tree = ast.parse(source)
    nodes = [node for name, node in definitions(tree) if name == function] or _nested(tree, function)
    if not nodes:
        raise LookupError(f"no function {function}")
    node = nodes[-1]
    lines = source.splitlines()
    gradients = [d.lineno for d in node.decorator_list if ast.unparse(d).endswith("custom_gradient")]
    lines.insert(min([*gradients, node.lineno]) - 1, " " * node.col_offset + "@" + decorator)
    return "\n".join(lines) + "\n"


def _nested(tree: ast.AST, function: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return the functions within functions that are called *function*."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [node for node in found if node.name == function]


def run(source: str) -> Run:
    """Execute the program in a module of its own and return what it left behind."""
    _reset()
    name = f"oracle_{next(_NUMBERS)}"
    filename = f"<{name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)  # AutoGraph reads it
    module = types.ModuleType(name)
    sys.modules[name] = module
    error: BaseException | None = None
    with _output() as printed, _in_an_empty_folder():
        try:
            with untraced():  # none of it is ours
                exec(compile(source, filename, "exec"), module.__dict__)
        except Exception as caught:
            error = caught
    _reset()
    _forget_modules()
    return Run(dict(module.__dict__), "".join(printed), error)


def _forget_modules() -> None:
    """Forget the program's module and those that AutoGraph made of it, which looks through all at each conversion."""
    for name in [name for name in sys.modules if name.startswith(("oracle_", "__autograph_generated_file"))]:
        del sys.modules[name]


@contextlib.contextmanager
def _in_an_empty_folder() -> Iterator[None]:
    """Go to a folder; most programs leave it empty, and to remove it would take longer than they do."""
    before = os.getcwd()
    folder = _EMPTY.pop() if _EMPTY else tempfile.mkdtemp(prefix="oracle-")
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        if os.path.isdir(folder) and not os.listdir(folder):
            _EMPTY.append(folder)
        else:
            shutil.rmtree(folder, ignore_errors=True)


@atexit.register
def _remove_folders() -> None:
    for folder in _EMPTY:
        with contextlib.suppress(OSError):
            os.rmdir(folder)


def _reset() -> None:
    import keras
    import tensorflow as tf

    tf.config.run_functions_eagerly(False)
    keras.backend.set_floatx("float32")
    keras.mixed_precision.set_global_policy("float32")
    tf.get_logger().setLevel("ERROR")
    tf.autograph.set_verbosity(0)
    keras.utils.set_random_seed(7)  # random, NumPy and TensorFlow
    random.seed(7)


@contextlib.contextmanager
def _output() -> Iterator[list[str]]:
    """Collect what Python prints and what ``tf.print`` writes to the process's standard error."""
    found: list[str] = []
    python = io.StringIO()
    handler = logging.StreamHandler(python)
    logging.getLogger().addHandler(handler)
    sys.stderr.flush()
    saved = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            with contextlib.redirect_stdout(python), contextlib.redirect_stderr(python):
                yield found
        finally:
            os.dup2(saved, 2)
            os.close(saved)
            logging.getLogger().removeHandler(handler)
        file.seek(0)
        native = _REST_OF_RECORD.sub("", file.read().decode(errors="replace"))
    found += [line for line in (python.getvalue() + native).splitlines(keepends=True) if not _LOG_LINE.match(line)]


def _judge(eager: Run, graph: Run) -> tuple[Outcome, str]:
    if eager.error is not None and graph.error is not None:
        same = isinstance(graph.error, type(eager.error))  # AutoGraph raises a subclass with a longer message
        detail = f"{eager.error!r:.300} / {graph.error!r:.300}"
        return (Outcome.BOTH_RAISE if same else Outcome.BOTH_RAISE_OTHER_TYPE), detail
    if graph.error is not None:
        return Outcome.RAISES, f"{type(graph.error).__name__}: {str(graph.error)[-600:]}"
    if eager.error is not None:
        return Outcome.EAGER_RAISES, f"{eager.error!r:.600}"
    comparer = _Comparer()
    names = eager.names.keys() | graph.names.keys()
    for name in sorted(n for n in names if not n.startswith("__")):
        comparer.compare(eager.names.get(name), graph.names.get(name), name)
    if comparer.differences:
        return Outcome.DIFFERS, "; ".join(comparer.differences)
    if eager.printed != graph.printed:
        return Outcome.OUTPUT_DIFFERS, f"{eager.printed!r} / {graph.printed!r}"
    return (Outcome.TYPE_ONLY, "; ".join(comparer.retyped)) if comparer.retyped else (Outcome.SAME, "")


class _Comparer:
    """Compares two values deeply, collecting where they differ in value or only in type."""

    def __init__(self) -> None:
        self.differences: list[str] = []
        self.retyped: list[str] = []
        self._seen: set[tuple[int, int]] = set()

    def compare(self, left: Any, right: Any, where: str) -> None:
        """Compare *left* (eager) with *right* (graph)."""
        if (id(left), id(right)) in self._seen or _is_incomparable(left, right):
            return
        self._seen.add((id(left), id(right)))
        numbers = _numeric(left), _numeric(right)
        if numbers[0] is not None and numbers[1] is not None:
            self._compare_numbers(left, right, where)
        elif isinstance(left, dict) and isinstance(right, Mapping):
            self._compare_mappings(left, right, where)
        elif isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self._compare_sequences(left, right, where)
        elif type(left).__name__ != type(right).__name__:
            self.differences.append(f"{where}: {type(left).__name__} / {type(right).__name__}")
        elif _parts(left) is not None:
            self._compare_mappings(_parts(left) or {}, _parts(right) or {}, where)
        elif not _is_opaque(left) and left != right:
            self.differences.append(f"{where}: {left!r:.80} / {right!r:.80}")

    def _compare_mappings(self, left: Mapping[Any, Any], right: Mapping[Any, Any], where: str) -> None:
        if list(left) != list(right):
            self.differences.append(f"{where}: keys {list(left)} / {list(right)}")
            return
        for key in left:
            self.compare(left[key], right[key], f"{where}[{key!r}]")

    def _compare_sequences(self, left: Any, right: Any, where: str) -> None:
        if len(left) != len(right):
            self.differences.append(f"{where}: {len(left)} items / {len(right)} items")
            return
        for index, (a, b) in enumerate(zip(left, right, strict=True)):
            self.compare(a, b, f"{where}[{index}]")

    def _compare_numbers(self, left: Any, right: Any, where: str) -> None:
        import numpy as np

        a, b = _numeric(left), _numeric(right)
        is_retyped = _family(left) != _family(right)
        if a.shape != b.shape or (a.dtype != b.dtype and not is_retyped) or not _close(np, a, b):
            self.differences.append(f"{where}: {left!r:.80} / {right!r:.80}")
        elif is_retyped:
            self.retyped.append(f"{where}: {type(left).__name__} / {type(right).__name__}")


def _close(np: Any, a: Any, b: Any) -> bool:
    if a.dtype.kind not in "fcV" and b.dtype.kind not in "fcV":
        return bool(np.array_equal(a, b))
    tolerance = max(_TOLERANCE.get(str(x.dtype), 0.0) for x in (a, b))
    narrow = [x.astype("float32") if str(x.dtype) == "bfloat16" else x for x in (a, b)]
    return bool(np.allclose(*narrow, rtol=tolerance, atol=tolerance, equal_nan=True))


def _numeric(item: Any) -> Any:
    """Return tensors, variables, arrays and Python scalars as an ndarray; None for anything else."""
    import numpy as np
    import tensorflow as tf

    if isinstance(item, tf.Tensor | tf.Variable) or _is_keras_variable(item):
        return np.asarray(item.numpy()) if hasattr(item, "numpy") else None  # a leaked symbolic tensor has no value
    if isinstance(item, np.ndarray | np.generic | bool | int | float | complex | str | bytes):
        array = np.asarray(item.encode() if isinstance(item, str) else item)
        return array.astype(object) if array.dtype.kind == "S" else array
    return None


def _family(item: Any) -> str:
    import tensorflow as tf

    if isinstance(item, tf.Variable) or _is_keras_variable(item):
        return "variable"
    return "tensor" if isinstance(item, tf.Tensor) else type(item).__module__ + type(item).__name__


def _is_keras_variable(item: object) -> bool:
    import keras

    return isinstance(item, keras.Variable)


def _parts(item: Any) -> dict[Any, Any] | None:
    """Return what an object is made of: the variables of a library's object, the attributes of a user's."""
    import tensorflow as tf

    if isinstance(item, tf.RaggedTensor | tf.SparseTensor | tf.IndexedSlices):
        return dict(enumerate(tf.nest.flatten(item, expand_composites=True)))
    if hasattr(item, "variables") and type(item).__module__.partition(".")[0] in ("keras", "tensorflow"):
        return dict(enumerate(item.variables))
    if type(item).__module__.startswith("oracle_"):
        hidden = ("_tracker", "_self_", "_obj_reference", "_keras_api", "_auto_")
        state = {k: v for k, v in vars(item).items() if not k.startswith(hidden)} if hasattr(item, "__dict__") else {}
        is_library = any(base.__module__.startswith(("keras.", "tensorflow.")) for base in type(item).__mro__)
        public = {k: v for k, v in state.items() if not (is_library and (k.startswith("_") or k == "name"))}
        return {**public, "variables": list(item.variables)} if is_library and hasattr(item, "variables") else public
    return None


def _is_incomparable(left: object, right: object) -> bool:
    kinds = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)
    return (
        (callable(left) and callable(right) and _parts(left) is None)
        or isinstance(left, kinds)
        or isinstance(right, kinds)
    )


def _is_opaque(item: object) -> bool:
    """Return whether an object has no equality of its own, as an iterator, or one that makes tensors."""
    return type(item).__eq__ is object.__eq__ or type(item).__name__ == "KerasTensor"
