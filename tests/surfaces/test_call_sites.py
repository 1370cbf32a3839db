"""The calls of a program that can be made again."""

import math
import random

import pytest

from jupyter_hybridize.surfaces.call_sites import call_sites
from jupyter_hybridize.surfaces.history import History


class Trainer:
    def step(self, x):
        return x


def sites(*cells, path="step", names=("step",), **bound):
    namespace = {"math": math, "random": random, "step": len, "x": 1, "y": 2, "data": [3], **bound}
    return [site.text for site in call_sites(History(("", *cells)).program(), path, names, namespace)]


def test_call_in_a_loop_is_found():
    assert sites("for x, y in data:\n    loss = step(x, y)") == ["step(x, y)"]


def test_latest_call_comes_first():
    assert sites("step(x)", "step(y)\nstep(x, y)", "z = 1") == ["step(x, y)", "step(y)", "step(x)"]


def test_call_within_a_line_magic_is_found():
    assert sites("%time step(x)") == ["step(x)"]


@pytest.mark.parametrize(
    "cell",
    [
        "step(missing)",
        "step(next(data))",
        "step(open('f'))",
        "step(input())",
        "step((z := x))",
        "step(lambda: x)",
        "step(data.pop())",
        "step(random.random())",
        "step(*[next(data)])",
        "step(x=math.load(y))",
        "[step(x) for x in data]",
        "def train(x):\n    step(x)",
        "def train():\n    x = 3\n    step(x)",
        "other(x)",
        "other.step(x)",
        "%%bash\nstep(x)",
        "def f(:\n    step(x)",
    ],
)
def test_call_that_cannot_be_repeated_as_it_was_is_left_out(cell):
    assert sites(cell) == []


@pytest.mark.parametrize(
    "call",
    [
        "step(x, math.sqrt(4))",
        "step(data[0])",
        "step(x + y, k=-1)",
        "step(*data)",
        "step([x, y], {'a': x})",
        "step(x[1:])",
    ],
)
def test_arguments_that_change_nothing_are_fine(call):
    assert sites(call) == [call]


def test_call_in_a_function_counts_last_and_if_it_reads_globals_only():
    assert sites("step(x)", "def train():\n    step(y)") == ["step(x)", "step(y)"]


def test_method_is_found_on_any_object_of_its_class():
    found = sites("t.step(x)\nu.step(y)", path="Trainer.step", names=("Trainer.step",), t=Trainer(), u=3)

    assert found == ["t.step(x)"]


def test_dotted_name_means_what_is_written():
    assert sites("t.step(x)\nu.step(y)", path="u.step", names=("no.such",), t=3, u=3) == ["u.step(y)"]
