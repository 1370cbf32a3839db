"""Functional control flow, callbacks, program state and files."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import NONE, AbstractValue, Scalar, constant, tensor, tuple_of, value
from jupyter_hybridize.knowledge.host import Mode
from tests.knowledge.overlay_calls import KNOWLEDGE, call, method, read
from tests.knowledge.recording_host import RecordingHost

TRUE = tensor("bool", Shape(()))
ROWS = tensor("float32", Shape((2, 3)))


def traced() -> RecordingHost:
    return RecordingHost(mode=Mode.CONVERTED, knowledge=KNOWLEDGE)


def giving(host: RecordingHost, name: str, item: AbstractValue) -> AbstractValue:
    return host.function(name, lambda _: item)


def test_both_branches_of_a_traced_condition_run() -> None:
    host = traced()
    found = call(host, "cond", TRUE, giving(host, "yes", constant(1.0)), giving(host, "no", ROWS))
    assert found == tensor("float32", Shape(())).join(ROWS)
    assert not host.effects


def test_branches_of_two_dtypes_differ() -> None:
    host = traced()
    call(host, "cond", TRUE, giving(host, "yes", constant(1.0)), giving(host, "no", constant(1)))
    assert [(e.kind, e.answer) for e in host.effects] == [(EffectKind.BRANCH_DIFFERS, Answer.NO)]


def test_a_graph_takes_no_python_bool_as_condition() -> None:
    host = traced()
    call(host, "cond", constant(True), giving(host, "yes", ROWS), giving(host, "no", ROWS))
    assert host.kinds() == [EffectKind.NEEDS_VALUE]


def test_eagerly_a_python_bool_chooses_the_branch() -> None:
    host = RecordingHost()
    found = call(host, "cond", constant(True), giving(host, "yes", constant(1)), giving(host, "no", NONE))
    assert found == constant(1)
    assert not host.effects


@pytest.mark.parametrize(("name", "mode"), [
    ("map_fn", Mode.CONVERTED), ("vectorized_map", Mode.UNCONVERTED), ("scan", Mode.UNCONVERTED),
    ("foldl", Mode.UNCONVERTED),
])  # fmt: skip
def test_only_some_library_functions_convert_what_they_call(name: str, mode: Mode) -> None:
    host = traced()
    call(host, name, host.function("step", lambda arguments: arguments.positional[0]), ROWS)
    assert {each[2] for each in host.calls} == {mode}


def test_a_vectorized_map_is_traced_even_eagerly() -> None:
    host = RecordingHost()
    call(host, "vectorized_map", host.function("step", lambda arguments: arguments.positional[0]), ROWS)
    assert [each[2] for each in host.calls] == [Mode.UNCONVERTED]


def test_a_python_function_runs_eagerly() -> None:
    host = traced()
    kind = value(Scalar("tf.DType", "float32"))
    inputs = host.new_list([ROWS])
    assert call(host, "py_function", giving(host, "f", ROWS), inputs, kind) == tensor("float32")
    assert [each[2] for each in host.calls] == [Mode.EAGER]


def test_a_loop_variable_that_changes_its_shape_is_recorded() -> None:
    host = traced()
    grow = host.function("grow", lambda _: tuple_of(tensor("float32", Shape((5,)))))
    call(host, "while_loop", giving(host, "go", TRUE), grow, tuple_of(tensor("float32", Shape((3,)))))
    assert EffectKind.CHANGES_IN_LOOP in host.kinds()


def test_a_loop_variable_that_keeps_its_type_is_not_recorded() -> None:
    host = traced()
    keep = host.function("keep", lambda _: tuple_of(ROWS))
    assert call(host, "while_loop", giving(host, "go", TRUE), keep, tuple_of(ROWS)) == tuple_of(ROWS)
    assert not host.effects


def test_a_custom_gradient_gives_its_result_and_runs_its_gradient() -> None:
    host = traced()
    gradient = giving(host, "gradient", ROWS)
    wrapped = call(host, "custom_gradient", giving(host, "f", tuple_of(ROWS, gradient)))
    from jupyter_hybridize.knowledge.host import Arguments

    assert host.call(wrapped, Arguments((ROWS,))) == ROWS
    assert gradient in [each[0] for each in host.calls]


@pytest.mark.parametrize("name", ["executing_eagerly", "inside_function"])
def test_asking_for_the_mode_is_recorded_when_traced(name: str) -> None:
    host = traced()
    assert call(host, name) == constant(name == "inside_function")
    assert host.kinds() == [EffectKind.ASKS_MODE]


def test_a_switch_is_recorded_by_its_name() -> None:
    host = RecordingHost()
    call(host, "config.run_functions_eagerly", constant(True))
    assert [(e.kind, e.reason) for e in host.effects] == [(EffectKind.UNKNOWN_CALL, "switch:run_functions_eagerly")]


def test_a_switch_that_is_turned_off_takes_back_that_it_was_on() -> None:
    host = RecordingHost()
    call(host, "config.run_functions_eagerly", constant(False))
    assert [effect.reason for effect in host.effects] == ["switch-off:run_functions_eagerly"]


def test_seeding_inside_a_function_is_recorded() -> None:
    host = traced()
    call(host, "random.set_seed", constant(1))
    assert host.kinds() == [EffectKind.READS_CLOCK_OR_RNG]


def test_saving_a_checkpoint_works_only_eagerly_and_writing_one_anywhere() -> None:
    host = traced()
    checkpoint = call(host, "train.Checkpoint")
    host.effects.clear()
    method(host, checkpoint, "save", constant("path"))
    assert host.kinds() == [EffectKind.PERFORMS_IO, EffectKind.NEEDS_VALUE]
    host.effects.clear()
    method(host, checkpoint, "write", constant("path"))
    assert host.kinds() == []


def test_a_name_scope_gives_its_name_and_does_nothing_else() -> None:
    host = traced()
    scope = call(host, "name_scope", constant("block"))
    assert method(host, scope, "__enter__").is_unknown is False
    assert not host.effects


def test_a_module_knows_the_variables_in_its_attributes() -> None:
    host = traced()
    weights = tensor("float32", Shape((3,))).join(NONE)
    variable = call(host, "Variable", tensor("float32", Shape((3,))))
    inner = host.new_object("tensorflow.Module", {"w": variable, "n": constant(3)})
    outer = host.new_object("tensorflow.Module", {"inner": host.new_list([inner]), "x": weights})
    assert read(host, outer, "trainable_variables") == tuple_of(rest=variable)


def test_a_strategy_runs_the_function_in_the_present_mode() -> None:
    host = traced()
    strategy = call(host, "distribute.MirroredStrategy")
    step = host.function("step", lambda arguments: arguments.positional[0])
    assert method(host, strategy, "run", step, args=tuple_of(ROWS)) == ROWS
    assert [each[2] for each in host.calls] == [Mode.CONVERTED]
