"""The shape of the code: sizes, documentation, and the direction and weight of imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "jupyter_hybridize"
MODULES = sorted(PACKAGE.rglob("*.py"))

pytestmark = pytest.mark.no_cover  # the code is read, not run

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
MOST_METHODS = 12
VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "misc"}

# The machine that runs the code, the protocol of all that a transfer function may ask of it, and its implementation.
MANY_METHODS = {"Host", "InterpreterHost", "Machine"}

HEAVY = ("tensorflow", "keras", "numpy", "IPython", "libcst", "nbformat", "matplotlib", "jupyter_server", "ipywidgets")
LIGHT_PACKAGES = ("source", "domain", "knowledge", "interpreter", "facts", "rules", "decide", "results", "session")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def definitions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node


def light_modules() -> list[str]:
    """Return every module of the packages that the analysis runs in, which need no library of the user's."""
    paths = [path for path in MODULES if path.relative_to(PACKAGE).with_suffix("").parts[0] in LIGHT_PACKAGES]
    dotted = (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    return [name.removesuffix(".__init__") for name in dotted]


def median(numbers: list[int]) -> int:
    return sorted(numbers)[len(numbers) // 2]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_MODULE, f"{name_of(path)} has {lines} lines"
    assert ast.get_docstring(parsed(path)), f"{name_of(path)} has no docstring"
    assert path.stem not in VAGUE_NAMES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_and_classes_are_small(path: Path) -> None:
    for node in definitions(path):
        if isinstance(node, ast.ClassDef):
            methods = [item for item in node.body if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef))]
            assert len(methods) <= MOST_METHODS or node.name in MANY_METHODS, f"{node.name}: {len(methods)} methods"
        else:
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{name_of(path)}:{node.lineno} {node.name}: {lines} lines"


def test_the_usual_module_and_function_are_smaller_still() -> None:
    modules = [path.read_text(encoding="utf-8").count("\n") for path in MODULES if path.name != "__init__.py"]
    functions = [node for path in MODULES for node in definitions(path) if not isinstance(node, ast.ClassDef)]
    assert median(modules) <= 120
    assert median([(node.end_lineno or node.lineno) - node.lineno + 1 for node in functions]) <= 10


def test_imports_only_point_down() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_analysis_imports_no_heavy_library() -> None:
    """Whole packages are imported in a fresh interpreter: what they need is paid by each run of the command line."""
    script = (
        f"import importlib, sys\nfor name in {light_modules()!r}:\n    importlib.import_module(name)\n"
        f"print(*({set(HEAVY)!r} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout.split()) == (0, []), result.stderr
