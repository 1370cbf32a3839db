"""What the user's functions were called with, as it is recorded while a cell runs."""

import contextlib
import linecache
import sys
import textwrap

import numpy as np

from jupyter_hybridize.source.identity import definition_digest
from jupyter_hybridize.surfaces.recording import MOST_SPECS, Recorder

CELL = """\
import functools

def scaled(x, factor=2.0, *rest, strict=False, **options):
    return x * factor

@functools.wraps(scaled)
def wrapper(x):
    return [scaled(each) for each in x]

class Trainer:
    def step(self, x):
        def inner(y):
            return x + y
        return inner(1)

shift = lambda x: x + 1
"""


def namespace(text=CELL, name="<cell under test>"):
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    made = {"__name__": "__main__"}
    exec(compile(text, name, "exec"), made)
    return made


def recorded(names, run):
    recorder = Recorder(names)
    recorder.start()
    try:
        run()
    finally:
        calls = recorder.stop()
    return calls


def shown(calls, function):
    return [{name: str(item) for name, item in call.arguments} for call in calls if call.function == function]


def test_every_parameter_is_described_by_name():
    names = namespace()
    calls = recorded(names, lambda: names["scaled"](np.ones((2, 3)), 3.0, "more", strict=True, seed=1))

    (call,) = shown(calls, "scaled")
    assert call["x"] == "float64[2,3]"
    assert (call["factor"], call["strict"]) == ("float", "bool")
    assert (call["rest"], call["options"]) == ("tuple", "dict")


def test_distinct_arguments_are_kept_once_each():
    names = namespace()
    calls = recorded(names, lambda: [names["scaled"](np.ones(n)) for n in (2, 3, 2, 3, 2)])

    assert [call["x"] for call in shown(calls, "scaled")] == ["float64[2]", "float64[3]"]


def test_functions_go_by_their_qualified_names_and_texts():
    names = namespace()
    calls = recorded(names, lambda: (names["Trainer"]().step(2), names["wrapper"]([1])))

    digests = {call.function: call.digest for call in calls}
    assert digests.keys() == {"Trainer.step", "Trainer.step.inner", "wrapper", "scaled"}
    assert digests["scaled"] == definition_digest("\n".join(CELL.splitlines()[2:4]))
    assert digests["wrapper"] == definition_digest("\n".join(CELL.splitlines()[6:8])), "without its decorators"
    inner = textwrap.dedent("\n".join(CELL.splitlines()[11:13]))
    assert digests["Trainer.step.inner"] == definition_digest(inner)


def test_lambdas_and_functions_of_libraries_are_left_out():
    names = namespace()

    assert recorded(names, lambda: (names["shift"](1), textwrap.dedent("x"), np.mean(np.ones(3)))) == ()


def test_an_argument_that_a_closure_holds_is_described_too():
    names = namespace()
    calls = recorded(names, lambda: names["Trainer"]().step(np.float32(2)))

    assert shown(calls, "Trainer.step")[0]["x"] == "float32[]"


def test_nothing_of_the_users_objects_runs():
    text = """\
class Hostile:
    def __getattribute__(self, name):
        raise AssertionError(name)
    __len__ = __iter__ = __repr__ = __eq__ = __hash__ = __bool__ = None

def take(x):
    return 1
"""
    names = namespace(text, "<hostile cell>")
    item = names["Hostile"]()
    calls = recorded(names, lambda: names["take"](item))

    assert [call["x"] for call in shown(calls, "take")] == ["Hostile"]


def test_too_many_kinds_of_arguments_leave_the_sizes_open():
    names = namespace()
    calls = recorded(names, lambda: [names["scaled"](np.ones(n)) for n in range(MOST_SPECS + 1)])

    assert {call["x"] for call in shown(calls, "scaled")} == {"float64[?]"}


def test_a_cell_that_fails_tells_what_it_called():
    names = namespace("def broken(x):\n    raise ValueError\n", "<failing cell>")
    recorder = Recorder(names)
    recorder.start()
    with contextlib.suppress(ValueError):
        names["broken"](np.ones(2))

    assert [call["x"] for call in shown(recorder.stop(), "broken")] == ["float64[2]"]


def test_a_profiler_of_the_users_is_left_alone():
    if sys.version_info >= (3, 12):
        return
    names = namespace()
    seen = []

    def profiler(frame, event, argument):
        seen.append(event)

    sys.setprofile(profiler)
    try:
        calls = recorded(names, lambda: names["scaled"](np.ones(2)))
        kept = sys.getprofile()
    finally:
        sys.setprofile(None)

    assert calls == ()
    assert kept is profiler


def test_nothing_watches_after_the_end():
    names = namespace()
    recorder = Recorder(names)
    recorder.start()
    recorder.stop()

    assert sys.getprofile() is None
    assert recorder.stop() == ()
    names["scaled"](np.ones(2))
    recorder.start()
    assert recorder.stop() == ()


def test_a_long_run_is_not_watched_to_its_end():
    if sys.version_info >= (3, 12):
        return
    names = namespace("def add(n):\n    return n + 1\n", "<long cell>")
    watching = []

    def run():
        for n in range(200_000):
            names["add"](n)
        watching.append(sys.getprofile())

    calls = recorded(names, run)

    assert watching == [None]
    assert [call["n"] for call in shown(calls, "add")] == ["int"]
