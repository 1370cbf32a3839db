"""What a function reads from outside is told from its bytecode."""

from __future__ import annotations

from types import CodeType

import pytest

from jupyter_hybridize.runtime.watching.code_reads import reads_of


def function_code(text: str) -> CodeType:
    """Return the code of the innermost function defined first in *text*."""
    code = compile(text, "<test>", "exec")
    while any(isinstance(each, CodeType) for each in code.co_consts):
        code = next(each for each in code.co_consts if isinstance(each, CodeType))
        if code.co_name == "f":
            break
    return code


def reads(text: str, *, has_self: bool = False) -> list[str]:
    return [f"{read.root.value} {read}" for read in reads_of(function_code(text), has_self=has_self)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(x): return x * rate", ["global rate"]),
        ("def f(x): return x * config.rate.now", ["global config.rate.now"]),
        ("def f(x): return x * options['a'][0].b", ["global options['a'][0].b"]),
        ("def f(x): return x * table[x]", ["global table"]),
        ("def f(x): return g(x, h(y))", ["global g", "global h", "global y"]),
        ("def f(x): return g.m(x, y.z)", ["global g.m", "global y.z"]),
        ("def f(x):\n    rate = 1\n    return x * rate", []),
        ("def f(x):\n    g = lambda y: y * rate * x\n    return g", ["global rate"]),
        ("def f(x): return [y * rate for y in x]", ["global rate"]),
        ("def f(x): return x.rate", []),
        ("def f(x): config.rate = x", ["global config"]),
        ("def f(x): rates['a'] += x", ["global rates"]),
        ("def f(x): return 'rate'", []),
        ("def f(x): return g(x, axes=())", ["global g"]),
        ("def f(x): return ()", []),
    ],
)
def test_reads_are_globals_with_the_links_that_follow(text, expected):
    assert reads(text) == expected


def test_closure_variables_are_those_of_scopes_outside():
    text = "def make(a):\n    def f(x):\n        b = 1\n        return lambda: a.c * b\n    return f"

    assert reads(text) == ["closure a.c"]


def test_attributes_of_self_are_reads_of_the_object():
    text = "def f(self, x):\n    y = lambda: self.scale\n    return self.model.rate * x + y()"

    assert sorted(reads(text, has_self=True)) == ["self self.model.rate", "self self.scale"]
    assert reads(text) == []


def test_self_that_is_bound_anew_is_not_the_object():
    assert reads("def f(self, x):\n    self = x\n    return self.scale", has_self=True) == []
