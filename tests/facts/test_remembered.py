"""The facts of functions that an edit does not concern are told again; those that it concerns are gathered anew."""

from __future__ import annotations

from jupyter_hybridize.facts.collect import collect
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.facts.remembered import Remembered
from jupyter_hybridize.interpreter.cells.checkpoint import History
from jupyter_hybridize.interpreter.cells.runner import run
from jupyter_hybridize.interpreter.trace import Trace
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.parse import parse
from jupyter_hybridize.source.program import Program

KNOWLEDGE = Knowledge.load()
IMPORT = "import tensorflow as tf"
RATE = "rate = tf.constant(0.5)"
DECAY = "def decay(x):\n    return x * rate"
SCALE = "def scale(x):\n    return x * 2.0"
CALLS = "x = tf.ones([2])\ny = decay(x) + scale(x)"
AGAIN = "z = decay(x)"


class Notebook:
    """A notebook that is edited, and what is remembered of it."""

    def __init__(self) -> None:
        self.history = History()
        self.remembered: Remembered | None = None

    def facts(self, *cells: str) -> dict[str, FunctionFacts]:
        """Return the facts of the functions of *cells*, which are those that nothing is remembered for."""
        program = Program((make_unit("book", [(str(n), text, None) for n, text in enumerate(cells)]),))
        trace = run(program, KNOWLEDGE, parse, None, self.history)
        self.remembered = Remembered(trace, self.remembered)
        facts = collect(trace, program=program, remembered=self.remembered)
        assert repr(facts) == repr(collect(run(program, KNOWLEDGE, parse, None, History()), program=program))
        return {each.name: each for each in facts}


def test_an_edit_that_concerns_no_function_leaves_the_very_facts() -> None:
    notebook = Notebook()
    before = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = 1")
    after = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = 1\nm = 2")
    assert all(after[name] is before[name] for name in ("decay", "scale"))


def test_a_write_of_an_equal_value_reaches_those_that_read_the_name_and_no_others() -> None:
    notebook = Notebook()
    before = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = 1", AGAIN)
    after = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, RATE, AGAIN)
    assert [len(facts["decay"].stale_reads) for facts in (before, after)] == [0, 1]
    assert after["scale"] is before["scale"]


def test_a_write_that_is_gone_is_not_remembered() -> None:
    notebook = Notebook()
    notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, RATE, AGAIN)
    after = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = 1", AGAIN)
    assert not after["decay"].stale_reads


def test_another_call_reaches_the_function_that_is_called() -> None:
    notebook = Notebook()
    before = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = 1")
    after = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = scale(x)")
    assert (before["scale"].eager_calls, after["scale"].eager_calls) == (1, 2)
    assert after["decay"] is before["decay"]


def test_what_is_handed_on_is_told_of_a_function_whose_calls_stayed_the_same() -> None:
    notebook = Notebook()
    before = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = 1")
    after = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "import lab\nlab.use(scale)")
    assert not before["scale"].is_handed_on
    assert after["scale"].is_handed_on


def test_a_switch_of_the_whole_program_reaches_every_function() -> None:
    notebook = Notebook()
    notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "n = 1")
    after = notebook.facts(IMPORT, RATE, DECAY, SCALE, CALLS, "tf.config.run_functions_eagerly(True)")
    assert all(after[name].switches for name in ("decay", "scale"))


def test_a_generator_that_is_advanced_once_more_writes_once_more() -> None:
    turns = "def turns():\n    global rate\n    while True:\n        rate = tf.constant(1.0)\n        yield 1"
    started = (IMPORT, RATE, turns, "turn = turns()\nnext(turn)", DECAY, "x = tf.ones([2])\ny = decay(x)")
    notebook = Notebook()
    before = notebook.facts(*started, "n = 1", AGAIN)
    after = notebook.facts(*started, "next(turn)", AGAIN)
    assert not before["decay"].stale_reads
    assert after["decay"].stale_reads
    assert not notebook.facts(*started, "n = 1", AGAIN)["decay"].stale_reads


def test_what_is_read_whole_is_not_remembered() -> None:
    trace = Trace()
    trace.tests.add("one")
    facts = Notebook().facts(IMPORT, SCALE)["scale"]
    first = Remembered(trace)
    asked = []

    def gather() -> FunctionFacts:
        asked.append(list(trace.tests))
        return facts

    first.facts("scale", (), (), gather)
    Remembered(trace, first).facts("scale", (), (), gather)
    assert asked == [["one"], ["one"]]
