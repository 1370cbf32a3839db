"""Runs a program with its candidate's calls in our hands: verified before they are made, or made twice and compared."""

from __future__ import annotations

import ast
import contextlib
import linecache
import os
import random
import sys
import tempfile
import types
from collections.abc import Callable
from typing import Any

from benchmarks.fingerprint_namespace import fingerprint
from benchmarks.hazard_programs import Program, definition, definition_text

_HOOK = "__hybridize_call__"
_READ = "__hybridize_read__"
_AFTER = "__hybridize_after__"
_MOST = 4  # calls with different arguments that are verified


class Enough(BaseException):
    """The program has shown what it was run for."""


class _Calls(ast.NodeTransformer):
    """Hands every call of the candidate, outside its own body, to a hook; of a property, every reading."""

    def __init__(self, program: Program, node: ast.FunctionDef) -> None:
        self.name = program.function.rpartition(".")[2]
        self.is_method = "." in program.function
        self.own = node
        self.is_property = any(isinstance(d, ast.Name) and "property" in d.id for d in node.decorator_list)

    def visit_Module(self, node: ast.Module) -> ast.AST:
        self.generic_visit(node)
        body: list[ast.stmt] = []
        for statement in node.body:
            body.append(statement)
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
                after = ast.Expr(ast.Call(ast.Name(_AFTER, ast.Load()), [], []))
                body.append(ast.copy_location(after, statement))
        node.body = body
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        is_other = self.name in (each.arg for each in ast.walk(node.args) if isinstance(each, ast.arg))
        return node if node is self.own or is_other else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        text = ast.unparse(node)
        node = self.generic_visit(node)
        if self.is_property or not self._is_candidate(node.func):
            return node
        call = ast.Call(ast.Name(_HOOK, ast.Load()), [ast.Constant(text), node.func, *node.args], node.keywords)
        return ast.copy_location(call, node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        text = ast.unparse(node)
        node = self.generic_visit(node)
        if not self.is_property or node.attr != self.name or not isinstance(node.ctx, ast.Load):
            return node
        read = ast.Call(ast.Name(_READ, ast.Load()), [ast.Constant(text), node.value, ast.Constant(self.name)], [])
        return ast.copy_location(read, node)

    def _is_candidate(self, function: ast.expr) -> bool:
        if isinstance(function, ast.Attribute):
            return self.is_method and function.attr == self.name
        return isinstance(function, ast.Name) and not self.is_method and function.id == self.name


Hook = Callable[..., object]


def execute(program: Program, source: str, hook: Hook, after: Callable[[], object] = lambda: None) -> dict[str, Any]:
    """Run *source*, each call of the candidate given to *hook* as (text, function, args, kwargs).

    *after* is called after each statement of the program.
    """
    tree = ast.parse(source)
    node = definition(tree, program.function)
    if node is None:
        raise LookupError(program.function)
    name = f"oracle_{random.Random(source).randrange(10**9)}"
    filename = f"<{name}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    module = types.ModuleType(name)
    sys.modules[name] = module

    def read(text: str, instance: object, attribute: str) -> object:
        for owner in type(instance).__mro__:
            if attribute in vars(owner) and hasattr(vars(owner)[attribute], "fget"):
                return hook(text, vars(owner)[attribute].fget, (instance,), {})
        return getattr(instance, attribute)

    module.__dict__[_HOOK] = lambda text, function, *args, **kwargs: hook(text, function, args, kwargs)
    module.__dict__[_READ] = read
    module.__dict__[_AFTER] = after
    instrumented = ast.fix_missing_locations(_Calls(program, node).visit(tree))
    os.chdir(tempfile.mkdtemp(prefix="hazard"))
    _reset()
    with contextlib.suppress(Enough):
        exec(compile(instrumented, filename, "exec"), module.__dict__)
    return module.__dict__


def _reset() -> None:
    import keras
    import tensorflow as tf

    tf.get_logger().setLevel("ERROR")
    tf.autograph.set_verbosity(0)
    keras.utils.set_random_seed(7)


def run_program(program: Program) -> dict[str, object]:
    """Return the verifications of the candidate's first calls, and what of the user's state they changed."""
    from jupyter_hybridize.runtime.isolation.zygote import Zygote
    from jupyter_hybridize.runtime.verification.moments import Moments
    from jupyter_hybridize.runtime.verification.replayed import Replay
    from jupyter_hybridize.runtime.verification.verify import verify
    from jupyter_hybridize.source.identity import definition_digest

    node = definition(ast.parse(program.source), program.function)
    digest = definition_digest(definition_text(program.source, node))
    zygote, moments = Zygote(), Moments()
    verifications: list[dict[str, object]] = []
    changed: list[str] = []
    verifying: list[str] = []  # a call made while another is verified is one of the trials
    earlier: list[tuple[object, tuple[object, ...], dict[str, object]]] = []

    def check(text: str, function: Any, args: tuple[object, ...], kwargs: dict[str, object]) -> object:
        if len(verifications) < _MOST and not verifying and _is_eager():
            verifying.append(text)
            further = [(a, k) for f, a, k in earlier if f == function][-1:]
            line = _statement(sys._getframe(2))
            held = {
                "namespace": sys._getframe(2).f_globals,
                "locals": sys._getframe(2).f_locals,
                "given": (args, kwargs),
            }
            before = fingerprint(held)
            found = verify(
                function, args, kwargs, name=program.function, digest=digest, call=text, further=further,
                replay=Replay((_cells_before(program.source, line),), zygote), moments=moments,
            )  # fmt: skip
            after = fingerprint(held)
            changed.extend(sorted(k for k in before.keys() | after.keys() if before.get(k) != after.get(k))[:5])
            verifications.append(_shown(found))
            earlier.append((function, args, kwargs))
            verifying.clear()
        return function(*args, **kwargs)

    try:
        with zygote:
            execute(program, program.source, check)
        error = ""
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"[:300]
    answer: dict[str, object] = {"verifications": verifications, "changed": changed}
    if error:
        answer["program raised"] = error
    return answer


def _statement(frame: types.FrameType) -> int:
    """Return the line, in the program's module, that is being executed."""
    while frame.f_code.co_name != "<module>" and frame.f_back is not None:
        frame = frame.f_back
    return frame.f_lineno


def _cells_before(source: str, line: int) -> str:
    """Return the statements of the program that are over when *line* runs."""
    over = [node for node in ast.parse(source).body if (node.end_lineno or 0) < line]
    return "\n".join(source.splitlines()[: over[-1].end_lineno if over else 0]) + "\n"


def _shown(found: Any) -> dict[str, object]:
    shown = {
        name: getattr(found, name) for name in ("reason", "rule", "advice", "seconds", "traces", "calls", "inputs")
    }
    checks = [(c.aspect, c.agreement.value, c.detail) for c in found.checks]
    return {**shown, "outcome": found.outcome.value, "checks": checks, "reproduction": found.reproduction}


def _is_eager() -> bool:
    import tensorflow as tf

    return bool(tf.executing_eagerly())


def two_calls(program: Program) -> dict[str, object]:
    """Return whether decorating shows within two successive calls, as the oracle compares programs.

    Two calls are: the first one made twice; and the first two of the program, if they stand in one statement.
    """
    from tests.oracle import harness

    outcomes = []
    for most in ("twice", "one statement"):
        sources = (program.source, harness.decorated(program.source, program.function))
        eager, graph = (_observed(program, source, most == "twice", harness) for source in sources)
        outcomes.append(harness._judge(eager, graph)[0])
    unsafe = [outcome for outcome in outcomes if outcome.is_unsafe]
    return {"outcome": unsafe[0].value if unsafe else "same"}


def _observed(program: Program, source: str, is_twice: bool, harness: Any) -> Any:
    """Return what the first call made twice, or the first statement with calls, leaves behind."""
    results: list[object] = []
    error: BaseException | None = None
    names: dict[str, Any] = {}

    def hook(text: str, function: Any, args: tuple[object, ...], kwargs: dict[str, object]) -> object:
        results.append(function(*args, **kwargs))
        if is_twice:
            results.append(function(*args, **kwargs))
        if len(results) == 2:
            raise Enough
        return results[-1]

    def after() -> None:
        if results:
            raise Enough

    with harness._output() as printed:
        try:
            names = execute(program, source, hook, after)
        except Exception as raised:
            error = raised
    kept = {k: v for k, v in names.items() if not k.startswith("__")}
    return harness.Run({**kept, "results": results}, "".join(printed), error)
