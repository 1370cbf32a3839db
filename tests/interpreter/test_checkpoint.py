"""What a checkpoint and the run of a cell take account of: everything the machine has."""

from __future__ import annotations

from dataclasses import fields

from jupyter_hybridize.domain.value import scalar
from jupyter_hybridize.interpreter.cells.cell_run import AT_REST, FLAGS, LOGS
from jupyter_hybridize.interpreter.cells.checkpoint import GIVEN, MOST_CHECKPOINTS, History
from jupyter_hybridize.interpreter.cells.kernel_facts import KernelFacts
from jupyter_hybridize.interpreter.cells.runner import run
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.tables import (
    ABSENT,
    Marks,
    Table,
    apply,
    begin,
    copy_of,
    difference,
    fits,
    footprint,
)
from jupyter_hybridize.interpreter.trace import Trace
from jupyter_hybridize.source.parse import parse
from jupyter_hybridize.source.program import Program
from tests.interpreter.programs import KNOWLEDGE, notebook

OF_THE_TRIAL = {"trial", "trial_until"}  # begun anew by each trial
COUNTED = {"state", "clock"}


def test_every_part_of_the_machine_is_accounted_for() -> None:
    parts = vars(Machine(KNOWLEDGE))
    tables = {name for name, item in parts.items() if isinstance(item, Table)}
    assert set(parts) == tables | set(FLAGS) | set(AT_REST) | GIVEN | OF_THE_TRIAL | COUNTED


def test_every_part_of_the_trace_is_accounted_for() -> None:
    trace = Trace()
    tables = {each.name for each in fields(Trace) if isinstance(getattr(trace, each.name), Table)}
    assert {each.name for each in fields(Trace)} == tables | set(LOGS) | {"switches", "statements", "steps", "resumed"}


def test_a_table_remembers_what_was_looked_up_and_what_was_changed() -> None:
    table = Table({"a": 1, "b": 2, "c": 3})
    begin(table)
    assert table.get("a") == 1
    table["b"] = 5
    assert "z" not in table
    table["n"] = 7
    assert footprint(table) == {"a": 1, "b": 2, "z": ABSENT, "n": ABSENT}
    assert difference(table) == (("b", 5), ("n", 7))


def test_a_table_that_was_read_whole_has_no_footprint() -> None:
    table = Table({"a": 1})
    begin(table)
    assert list(table) == ["a"]
    assert footprint(table) is None


def test_changes_are_made_again_where_what_was_looked_up_is_the_same() -> None:
    table: Table[str, int] = Table({"a": 1, "b": 2})
    other = copy_of(table)
    begin(table)
    table["n"] = table["a"] + 1
    other["b"] = 9
    before = footprint(table)
    assert before is not None
    assert fits(other, before)
    apply(other, difference(table))
    assert dict(other.items()) == {"a": 1, "b": 9, "n": 2}
    other["a"] = 2
    assert not fits(other, before)


def test_a_mark_that_is_taken_away_again_was_never_there() -> None:
    marks: Marks[str] = Marks()
    begin(marks)
    marks.add("a")
    marks.discard("a")
    assert difference(marks) == ()


def test_few_checkpoints_are_kept_and_one_where_the_last_edit_was() -> None:
    history = History()
    for edited in (150, 30):
        cells = [f"x{n} = {n}{' + 1' if n == edited else ''}" for n in range(200)]
        program = Program((notebook(*cells),))
        run(program, KNOWLEDGE, parse, None, history)
        past = history.take(program)
        assert past is not None
        assert len(past.checkpoints) <= MOST_CHECKPOINTS
        history.keep(program, past)
    assert 30 in [checkpoint.done for checkpoint in past.checkpoints]


def test_what_the_kernel_holds_in_another_order_is_not_the_same() -> None:
    program = Program((notebook("import lab", "%run other.py", "y = a"),))
    one, two = scalar("int"), scalar("float")
    history = History()
    run(program, KNOWLEDGE, parse, KernelFacts({"a": one, "b": two}), history)
    assert run(program, KNOWLEDGE, parse, KernelFacts({"a": one, "b": two}), history).resumed
    assert not run(program, KNOWLEDGE, parse, KernelFacts({"b": two, "a": one}), history).resumed
