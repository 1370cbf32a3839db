"""Entry points: functions that something outside the program runs, and what it gives them.

Test runners call test methods and functions, with fixtures and the values of ``parametrize``; scripts call ``main``.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Sequence

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Class,
    Container,
    Function,
    PythonIterator,
    Tuple,
    value,
)
from jupyter_hybridize.interpreter.calling.activation import Start, activate
from jupyter_hybridize.interpreter.calling.arguments import bind
from jupyter_hybridize.interpreter.language.attributes import class_lookup, library_bases
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Code
from jupyter_hybridize.interpreter.tracing import trial
from jupyter_hybridize.knowledge.host import Arguments, Mode
from jupyter_hybridize.knowledge.libraries.testing import CASE, FIXTURE, PARAM, PARAMETRIZE
from jupyter_hybridize.source.tests import CONFTEST, is_test_file

_MOST_CASES = 8  # of one test that are run one by one; of more, the join is
_DEEPEST = 5  # a fixture that needs itself is none
_HOOKS = frozenset({"setUp", "tearDown", "setUpClass", "tearDownClass", "setup_method", "setup_class"})
_FREE = frozenset({"tmp_path", "tmpdir", "monkeypatch", "capsys", "caplog", "recwarn", "tmp_path_factory"})
_Given = dict[str, AbstractValue]


def is_run_by_tests(m: Machine, code: Code) -> bool:
    """Return whether a test runner calls *code*: a test, or what prepares one."""
    name = code.name.rpartition(".")[2]
    if code.owner is not None and CASE in library_bases(m, code.owner):
        return name.startswith("test") or name in _HOOKS
    if FIXTURE in m.trace.decorators.get(code.id, ()):
        return True
    is_test = name.startswith("test") or (code.owner is not None and name in _HOOKS)
    return is_test and _is_in_test_file(code) and (code.owner is not None or code.name == name)


def _is_in_test_file(code: Code) -> bool:
    return is_test_file(code.unit.replace("\\", "/").rpartition("/")[2])


def run(m: Machine, code: Code, function: Function) -> bool:
    """Run an entry point as often as what is outside does, and return whether it is known how that is.

    It is no call that somebody waits for, so it is not written down: what it calls is.
    """
    closure = m.closures[function.definition, function.environment]
    is_run = False
    with trial.guessing(m, is_entry=True):
        for arguments in _of_test(m, code) if code.id in m.trace.tests else _of_script(code):
            if m.state is not None:
                bound = bind(m, code, closure, arguments)
                activate(m, code, function, bound, Start(Mode.EAGER, ""), m.span())
                is_run = True
    return is_run


def _of_script(code: Code) -> Iterator[Arguments]:
    """Yield what calls a function without arguments, if it has a default for each."""
    spec = code.node.args
    is_plain = code.owner is None and spec.vararg is None and spec.kwarg is None
    has_defaults = len(spec.posonlyargs) + len(spec.args) == len(spec.defaults) and None not in spec.kw_defaults
    if is_plain and has_defaults and (spec.defaults or spec.kw_defaults):
        yield Arguments()


def _of_test(m: Machine, code: Code) -> Iterator[Arguments]:
    """Yield the arguments of each call of a test, in a state of its own in which they are prepared."""
    parameters = [p.arg for p in (*code.node.args.posonlyargs, *code.node.args.args, *code.node.args.kwonlyargs)]
    start = m.live.fork()
    for case in _cases(m, code) if isinstance(code.node, ast.FunctionDef) else ():
        m.state = start.fork()
        receiver = [] if code.owner is None else [_prepared(m, code, code.owner)]
        names = parameters[len(receiver) :]
        given = {**_fixtures(m, code, [name for name in names if name not in case]), **case}
        if given.keys() >= set(names):
            yield Arguments(tuple(receiver), {name: given[name] for name in names})


def _prepared(m: Machine, code: Code, owner: str) -> AbstractValue:
    """Return the object that a test method is called on, after what prepares it."""
    name = code.name.rpartition(".")[2]
    if "builtins.classmethod" in m.trace.decorators.get(code.id, ()):
        return value(Class(owner))
    made = m.new_instance(owner, "test", HeapObject(is_open=bool(library_bases(m, owner))))
    for hook, receiver in (("setUpClass", value(Class(owner))), ("setup_class", value(Class(owner))), ("setUp", made)):
        if name not in _HOOKS:
            _run_hook(m, owner, hook, receiver)
    return made


def _run_hook(m: Machine, owner: str, hook: str, receiver: AbstractValue) -> None:
    from jupyter_hybridize.interpreter.calling.calls import call
    from jupyter_hybridize.interpreter.language.attributes import read

    if class_lookup(m, owner, hook) is not None and m.state is not None:
        call(m, read(m, receiver, hook, hook), Arguments(), hook)


# -- fixtures -------------------------------------------------------------------------------------------------------


def _fixtures(m: Machine, code: Code, names: Sequence[str], depth: int = 0) -> _Given:
    """Return what the fixtures of these *names* give, as far as they are known."""
    found: _Given = {}
    for name in names:
        fixture = _fixture(m, code, name)
        if fixture is not None and depth < _DEEPEST and m.state is not None:
            item = _value_of(m, *fixture, depth)
            found.update({} if item is None else {name: item})
        elif name in _FREE:
            found[name] = TOP
    return found


def _fixture(m: Machine, code: Code, name: str) -> tuple[Code, Function] | None:
    """Return the fixture that a test in the file of *code* knows by *name*: of the file, else of a conftest above."""
    known = [c for c in m.trace.codes.values() if FIXTURE in m.trace.decorators.get(c.id, ()) and c.owner is None]
    named = [c for c in known if _fixture_name(c) == name and c is not code and _is_visible(c.unit, code.unit)]
    for found in sorted(named, key=lambda c: (c.unit == code.unit, len(c.unit)), reverse=True):
        key = next((k for k in m.closures if k[0] == found.id), None)
        if key is not None:
            return found, Function(*key)
    return None


def _is_visible(unit: str, test: str) -> bool:
    folder, _, name = unit.replace("\\", "/").rpartition("/")
    return unit == test or (name == CONFTEST and test.replace("\\", "/").startswith(f"{folder}/" if folder else ""))


def _fixture_name(code: Code) -> str:
    """Return the name that tests know a fixture by."""
    for decorator in code.node.decorator_list if isinstance(code.node, ast.FunctionDef) else ():
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
            if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                return str(keyword.value.value)
    return code.name


def _value_of(m: Machine, code: Code, fixture: Function, depth: int) -> AbstractValue | None:
    """Return what a test gets of a fixture, None where that is not known."""
    from jupyter_hybridize.interpreter.calling.calls import call_function
    from jupyter_hybridize.interpreter.language.iteration import iterate

    names = [p.arg for p in (*code.node.args.args, *code.node.args.kwonlyargs)]
    given = _fixtures(m, code, names, depth + 1)
    if given.keys() != set(names):
        return None
    made = call_function(m, fixture, Arguments((), given))
    if m.state is None:
        return None
    return iterate(m, made, by_python=True) if made.has(PythonIterator) else made


# -- values of parametrize ------------------------------------------------------------------------------------------


def _cases(m: Machine, code: Code) -> list[_Given]:
    """Return the arguments of each case of a test; one without any, where nothing parametrizes it."""
    marks = [_rows(m, node) for node in _parametrizing(m, code)]
    cases = [dict(itertools.chain.from_iterable(row.items() for row in rows)) for rows in itertools.product(*marks)]
    if len(cases) <= _MOST_CASES:
        return cases
    joined: _Given = {}
    for case in cases:
        for name, item in case.items():
            joined[name] = joined.get(name, BOTTOM).join(item)
    return [joined]


def _parametrizing(m: Machine, code: Code) -> Iterator[ast.Call]:
    names = m.trace.decorators.get(code.id, ())
    nodes = code.node.decorator_list if isinstance(code.node, ast.FunctionDef) else []
    for node, name in zip(nodes, names, strict=False):
        if isinstance(node, ast.Call) and name == PARAMETRIZE:
            yield node


def _rows(m: Machine, node: ast.Call) -> list[_Given]:
    """Return the rows of one ``parametrize``; one that tells nothing, where they are not known."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if len(node.args) != 2 or any(keyword.arg == "indirect" for keyword in node.keywords):
        return [{}]
    names, table = _names(evaluate(m, node.args[0])), _items(m, evaluate(m, node.args[1]))
    if names is None or table is None:
        return [{}]
    rows = [_row(m, names, item) for item in table]
    return [{}] if None in rows else [row for row in rows if row is not None]


def _names(item: AbstractValue) -> list[str] | None:
    text = item.constant()
    if isinstance(text, str):
        return [name.strip() for name in text.split(",") if name.strip()]
    atom = item.only()
    if not isinstance(atom, Tuple):
        return None
    told = [each.constant() for each in atom.items]
    return [str(each) for each in told] if all(isinstance(each, str) for each in told) else None


def _row(m: Machine, names: list[str], item: AbstractValue) -> _Given | None:
    cells = _items(m, item) if len(names) > 1 or _is_case(item) else [item]
    return None if cells is None or len(cells) != len(names) else dict(zip(names, cells, strict=True))


def _is_case(item: AbstractValue) -> bool:
    """Return whether *item* is a ``pytest.param(…)``: a plain tuple would be the value itself."""
    return any(atom.name == PARAM for atom in item.each(Tuple))


def _items(m: Machine, item: AbstractValue) -> list[AbstractValue] | None:
    """Return the elements of a list or a tuple, None where they are not known one by one."""
    atom = item.only()
    if isinstance(atom, Tuple) and atom.rest is None:
        return list(atom.items)
    content = m.live.load(atom.site) if isinstance(atom, Container) and atom.type == "list" else None
    return None if content is None or content.items is None else list(content.items)
