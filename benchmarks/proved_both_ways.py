"""Runs what the engine calls proved both ways, eagerly and as a graph: ``proved_both_ways.py FOLDER [--only WORDS]``.

Each notebook, or ``.py`` file, of FOLDER that has a proved function (``--confidence verify-first`` for those) is run
in a process of its own, without a network: data sets, files and weights are made up (offline_sources.py), what Keras 2
took is renamed (older_keras.py), loops end after some seconds, and a statement that raises is left out. The function is
verified in the midst of it, on what it is called with and on other values, and called under its signature
(watched_calls.py); one under `custom_gradient`, where the decorator stands above that, is not. What is printed at the
end are the functions by what became of them: agreed, differed, or not run. A difference is a wrong answer of the
engine, if the function was proved.
"""

from __future__ import annotations

import argparse
import ast
import collections
import contextlib
import json
import linecache
import os
import re
import select
import signal
import sys
import tempfile
import time
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ["MPLBACKEND"] = "Agg"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import offline_sources
from benchmarks.watched_calls import Enough, Target, Watch

_CELL, _LOOP = 40.0, 2.0  # seconds
_COUNT = re.compile(r"(?i)epochs?$|\bsteps$|iterations|num_steps|max_iter|train_steps|^iters")
_SIZES = {"batch_size": 16, "buffer_size": 500, "img_nrows": 96, "img_width": 96, "img_height": 96, "max_dim": 128}
Row = dict[str, Any]


@dataclass(frozen=True)
class Subject:
    """A notebook or a file: its cells, and the functions that are to be run both ways."""

    path: str
    cells: tuple[str, ...]
    targets: tuple[Target, ...]


def main() -> int:
    """Run all subjects and print what became of their functions; 1 if one differed."""
    options = _options()
    subjects = [each for each in _subjects(options) if not options.only or any(w in each.path for w in options.only)]
    _import()
    with tempfile.TemporaryDirectory(prefix="both-ways-") as folder:
        tempfile.tempdir = folder
        rows = [row for each in subjects for row in _run(each, options.seconds)]
    if options.json:
        Path(options.json).write_text(json.dumps(rows, indent=1))
    answers = collections.Counter(_answer(row["runs"]) for row in rows)
    print(f"\n{len(rows)} functions of {len(subjects)} notebooks: {dict(answers)}")
    return int(answers["differed"] > 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--only", nargs="*", default=(), help="parts of the paths of the notebooks to run")
    parser.add_argument("--confidence", default="proved")
    parser.add_argument("--seconds", type=float, default=300.0, help="for one notebook")
    parser.add_argument("--json", help="a file for everything that was found")
    return parser.parse_args()


def _subjects(options: argparse.Namespace) -> Iterator[Subject]:
    from jupyter_hybridize.session import Session
    from jupyter_hybridize.source.program import Order
    from jupyter_hybridize.source.project import read_paths

    session = Session()
    for program in read_paths(options.folder, Order.DOCUMENT)[0]:
        for unit, report in zip(program.units, session.update(program).units, strict=True):
            places = {cell.index: number for number, cell in enumerate(unit.cells)}
            targets = tuple(
                Target(f.name, places[f.cell], f.line, tuple((p.name, p.type) for p in f.parameters), f.signature)
                for f in report.functions
                if (f.action, f.confidence) == ("decorate", options.confidence)
            )
            if targets:
                yield Subject(unit.name, tuple(cell.masked for cell in unit.cells), targets)


def _import() -> None:
    """Import what every process needs, without touching a tensor: a forked process could not run one any more."""
    import keras
    import tensorflow

    import benchmarks.older_keras
    import jupyter_hybridize.runtime.verification.verify

    del keras, tensorflow, benchmarks, jupyter_hybridize
    offline_sources.install()


def _answer(runs: list[Row]) -> str:
    outcomes = {run["outcome"] for run in runs}
    if "refused" in outcomes:
        return "differed"
    return "agreed" if "verified" in outcomes else "not run"


def _run(subject: Subject, seconds: float) -> Iterator[Row]:
    """Yield what became of each function of a subject, and print it."""
    told = _isolated(subject, seconds)
    print(subject.path, flush=True)
    for target in subject.targets:
        runs = [each for each in told if (each["cell"], each["line"]) == (target.cell, target.line)]
        print(f"   {_answer(runs):8} {target.name}: {', '.join(run['how'] for run in runs)}", flush=True)
        for run in runs:
            if run["outcome"] != "verified":
                print(f"            {run['how']}: {run['outcome']}: {run['reason'][-400:]}", flush=True)
        yield {"path": subject.path, "function": target.name, "line": target.line, "runs": runs}


def _isolated(subject: Subject, seconds: float) -> list[Row]:
    """Return what the run of *subject* told, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.setpgid(0, 0)
        _silence()
        with contextlib.suppress(BaseException):
            _execute(subject, lambda row: os.write(writing, json.dumps(row, default=str).encode() + b"\n"))
        os._exit(0)
    os.close(writing)
    end, received = time.monotonic() + seconds, b""
    while (left := end - time.monotonic()) > 0 and select.select([reading], [], [], left)[0]:
        chunk = os.read(reading, 1 << 16)
        if not chunk:
            break
        received += chunk
    os.close(reading)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return [json.loads(line) for line in received.split(b"\n")[:-1]]


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _execute(subject: Subject, tell: Callable[[Row], object]) -> None:
    """Run the cells, each statement by itself, with the functions watched."""
    import keras

    keras.utils.set_random_seed(7)
    offline_sources.enter(Path(tempfile.mkdtemp()))
    trees = [_tree(text) for text in subject.cells]
    watch = Watch(dict(_keys(subject, trees)), tell)
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    begun = [0.0]

    def is_late() -> bool:
        return not watch.is_busy and time.monotonic() - begun[0] - watch.lost > _LOOP

    namespace = module.__dict__ | {"display": lambda *_, **__: None, "__is_late__": is_late}
    signal.signal(signal.SIGALRM, _ring)
    lines = {(target.cell, target.line) for target in subject.targets}
    with contextlib.suppress(Enough):
        for number, (text, tree) in enumerate(zip(subject.cells, trees, strict=True)):
            begun[0], watch.lost = time.monotonic(), 0.0
            linecache.cache[_file(number)] = (len(text), None, text.splitlines(keepends=True), _file(number))
            _run_cell(_Shorter({line for cell, line in lines if cell == number}).visit(tree), number, namespace, watch)
    watch.never_called(namespace)


def _run_cell(tree: ast.Module, number: int, namespace: dict[str, Any], watch: Watch) -> None:
    signal.setitimer(signal.ITIMER_REAL, _CELL)
    for statement in ast.fix_missing_locations(tree).body:
        with contextlib.suppress(Exception, SystemExit):
            code = compile(ast.Module([statement], []), _file(number), "exec", dont_inherit=True)
            sys.settrace(watch.trace)
            try:
                exec(code, namespace)
            finally:
                sys.settrace(None)
    signal.setitimer(signal.ITIMER_REAL, 0)


def _ring(*_: object) -> None:
    signal.setitimer(signal.ITIMER_REAL, 0.5)  # and so the rest of the cell's statements
    raise TimeoutError("the cell takes too long")


def _file(number: int) -> str:
    return f"<cell {number}>"


def _tree(text: str) -> ast.Module:
    with contextlib.suppress(SyntaxError, ValueError):
        return ast.parse(text)
    return ast.Module([], [])


def _keys(subject: Subject, trees: list[ast.Module]) -> Iterator[tuple[tuple[str, int, str], Target]]:
    for target in subject.targets:
        node = target.definition(trees[target.cell])
        if node is not None and not any("custom_gradient" in ast.unparse(each) for each in node.decorator_list):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            yield (_file(target.cell), first, node.name), target


class _Shorter(ast.NodeTransformer):
    """Makes counts of epochs and steps small, and ends loops that have run for long, but not those of the targets."""

    def __init__(self, lines: set[int]) -> None:
        self._lines = lines

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return node if node.lineno in self._lines else self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Constant) and type(node.value.value) is int:
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            most = [3 for name in names if _COUNT.search(name)]
            most += [size for name in names for end, size in _SIZES.items() if name.lower().endswith(end)]
            node.value = ast.copy_location(ast.Constant(min([node.value.value, *most])), node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        from benchmarks.older_keras import rewritten

        self.generic_visit(node)
        return rewritten(node)

    def visit_For(self, node: ast.For) -> ast.AST:
        return self._ended(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._ended(node)

    def _ended(self, node: ast.For | ast.While) -> ast.AST:
        self.generic_visit(node)
        test = ast.parse("if __is_late__(): break").body[0]
        for each in ast.walk(test):
            ast.copy_location(each, node)
        node.body.insert(0, test)
        return node


if __name__ == "__main__":
    sys.exit(main())
