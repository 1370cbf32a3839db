"""What the interpreter asks of the libraries: names, calls, methods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import TOP, Api, Instance, Module, Scalar, constant, tensor, value
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.overlay import LibraryClass
from tests.knowledge.recording_host import RecordingHost


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """Return the table alone, so that these tests tell nothing of single overlays."""
    return replace(Knowledge.load(), functions={}, classes={}, methods={}, properties={}, constants={})


X = tensor("float32", Shape.of(2, 3))


def test_version_names_library_and_release(knowledge: Knowledge) -> None:
    assert knowledge.version == "tensorflow 2.21"


def test_submodule_is_a_module_under_its_canonical_name(knowledge: Knowledge) -> None:
    assert knowledge.member("tensorflow", "keras") == value(Module("keras"))
    assert knowledge.member("tensorflow.keras", "layers") == value(Module("keras.layers"))


def test_function_is_an_api_under_its_canonical_name(knowledge: Knowledge) -> None:
    assert knowledge.member("tensorflow.math", "reduce_sum") == value(Api("tensorflow.reduce_sum"))


def test_dtype_and_number_are_constants(knowledge: Knowledge) -> None:
    assert knowledge.member("tensorflow", "float32") == value(Scalar("tf.DType", "float32"))
    assert knowledge.member("numpy", "newaxis") == constant(None)


def test_name_that_the_table_lacks_does_not_exist(knowledge: Knowledge) -> None:
    assert knowledge.member("tensorflow", "placeholder").is_bottom


def test_private_name_of_a_known_module_may_be_anything(knowledge: Knowledge) -> None:
    assert knowledge.member("tensorflow", "_api").is_unknown


def test_name_in_a_library_nobody_described_stays_nameable(knowledge: Knowledge) -> None:
    assert knowledge.member("tensorflow_probability", "glm") == value(Api("tensorflow_probability.glm"))
    assert knowledge.member("numpy.lib", "stride_tricks") == value(Api("numpy.lib.stride_tricks"))


def test_bases_of_a_keras_class_follow_in_order(knowledge: Knowledge) -> None:
    assert knowledge.mro("tensorflow.keras.Sequential") == (
        "keras.Sequential",
        "keras.Model",
        "keras.Layer",
        "keras.Operation",
    )


def test_error_class_is_an_exception(knowledge: Knowledge) -> None:
    assert "builtins.Exception" in knowledge.mro("tensorflow.errors.InvalidArgumentError")


def test_bases_of_two_overlay_classes_merge_as_in_python(knowledge: Knowledge) -> None:
    classes = {
        "lib.A": LibraryClass("lib.A"),
        "lib.B": LibraryClass("lib.B", ("lib.A",)),
        "lib.C": LibraryClass("lib.C", ("lib.A",)),
        "lib.D": LibraryClass("lib.D", ("lib.B", "lib.C")),
    }
    assert replace(knowledge, classes=classes).mro("lib.D") == ("lib.D", "lib.B", "lib.C", "lib.A")


def test_inherited_method_is_found(knowledge: Knowledge) -> None:
    assert knowledge.has_method("keras.Sequential", "add_weight")
    assert not knowledge.has_method("keras.Sequential", "add_height")


def test_method_of_a_base_runs(knowledge: Knowledge) -> None:
    known = replace(knowledge, methods={("keras.Layer", "build"): lambda call: constant(call.name)})
    call = RecordingHost().invoke("build", X)
    assert known.call_method("keras.layers.Dense", call) == constant("build")
    assert known.call_method("keras.layers.Dense", RecordingHost().invoke("other")) is None
    assert known.read("keras.layers.Dense", call) is None


def test_unknown_library_call_says_so_and_lets_its_arguments_escape(knowledge: Knowledge) -> None:
    host = RecordingHost()
    assert knowledge.call(host.invoke("somewhere.f", X)).is_unknown
    assert host.kinds() == [EffectKind.UNKNOWN_CALL]
    assert host.effects[0].answer is Answer.UNKNOWN
    assert host.escaped == [X]


def test_listed_op_runs_its_family(knowledge: Knowledge) -> None:
    host = RecordingHost()
    assert knowledge.call(host.invoke("tensorflow.math.reduce_sum", X, axis=constant(0))) == tensor(
        "float32", Shape.of(3)
    )
    assert host.ops == ["tensorflow.reduce_sum"]
    assert host.effects == []


def test_unlisted_op_is_still_an_op(knowledge: Knowledge) -> None:
    host = RecordingHost()
    assert knowledge.call(host.invoke("tensorflow.fingerprint", X)) == tensor("uint8")
    assert host.ops
    assert host.effects == []


def test_unlisted_op_proves_nothing_while_tracing(knowledge: Knowledge) -> None:
    host = RecordingHost(mode=Mode.CONVERTED)
    assert knowledge.call(host.invoke("tensorflow.fingerprint", X)) == tensor("uint8")
    assert host.kinds() == [EffectKind.UNKNOWN_VALUE]


def test_unknown_operand_makes_an_unknown_tensor_and_is_noted(knowledge: Knowledge) -> None:
    host = RecordingHost()
    assert knowledge.call(host.invoke("tensorflow.square", TOP)) == tensor()
    assert {effect.kind for effect in host.effects} == {EffectKind.UNKNOWN_VALUE}
    assert all(effect.answer is Answer.UNKNOWN for effect in host.effects)


def test_unknown_element_of_a_list_is_noted_too(knowledge: Knowledge) -> None:
    host = RecordingHost()
    knowledge.call(host.invoke("tensorflow.stack", host.new_list([X, TOP])))
    assert EffectKind.UNKNOWN_VALUE in host.kinds()


def test_result_carries_the_taint_of_all_arguments(knowledge: Knowledge) -> None:
    left, right = X.with_origins({"a"}), X.with_origins({"b"})
    assert knowledge.call(RecordingHost().invoke("tensorflow.add", left, right)).origins == {"a", "b"}


def test_number_before_a_tensor_is_converted_eagerly_and_refused_in_a_graph(knowledge: Knowledge) -> None:
    eager, traced = RecordingHost(), RecordingHost(mode=Mode.CONVERTED)
    arguments = (constant(1), X)
    assert knowledge.call(eager.invoke("tensorflow.multiply", *arguments)) == X
    assert eager.effects == []
    assert knowledge.call(traced.invoke("tensorflow.multiply", *arguments)).is_bottom
    assert traced.kinds() == [EffectKind.MIXES_DTYPES]


def test_number_after_a_tensor_is_converted_in_a_graph_too(knowledge: Knowledge) -> None:
    host = RecordingHost(mode=Mode.CONVERTED)
    assert knowledge.call(host.invoke("tensorflow.multiply", X, constant(1))) == X
    assert host.effects == []


def test_tensors_of_two_dtypes_raise_eagerly(knowledge: Knowledge) -> None:
    host = RecordingHost()
    assert knowledge.call(host.invoke("tensorflow.add", X, tensor("int32", Shape.of(3)))).is_bottom
    assert host.kinds() == [EffectKind.RAISES]


def test_constant_of_a_tensor_works_eagerly_and_needs_a_value_in_a_graph(knowledge: Knowledge) -> None:
    eager, traced = RecordingHost(), RecordingHost(mode=Mode.CONVERTED)
    assert knowledge.call(eager.invoke("tensorflow.constant", X)) == X
    assert eager.effects == []
    knowledge.call(traced.invoke("tensorflow.constant", X))
    assert traced.kinds() == [EffectKind.NEEDS_VALUE]


def test_name_that_is_no_string_is_noted(knowledge: Knowledge) -> None:
    host = RecordingHost()
    knowledge.call(host.invoke("tensorflow.exp", X, constant(7)))
    assert host.kinds() == [EffectKind.INVALID_NAME]


def test_name_that_is_a_string_or_none_is_not_noted(knowledge: Knowledge) -> None:
    host = RecordingHost()
    knowledge.call(host.invoke("tensorflow.exp", X, constant("e")))
    knowledge.call(host.invoke("tensorflow.exp", X, name=constant(None)))
    assert host.effects == []


def test_keyword_that_the_function_lacks_may_raise(knowledge: Knowledge) -> None:
    host = RecordingHost()
    knowledge.call(host.invoke("tensorflow.reduce_sum", X, keep_dims=constant(True)))
    assert host.kinds() == [EffectKind.RAISES]


def test_open_axis_in_a_shape_is_a_static_read_only_while_tracing(knowledge: Knowledge) -> None:
    shape = RecordingHost()
    eager, traced = RecordingHost(), RecordingHost(mode=Mode.CONVERTED)
    for host in (eager, traced):
        dims = host.new_list([value(Scalar("int"), Scalar("NoneType", None)), constant(-1)])
        knowledge.call(host.invoke("tensorflow.reshape", X, dims))
    assert eager.effects == []
    assert traced.kinds() == [EffectKind.READS_STATIC_SHAPE]
    assert shape.effects == []


def test_declared_effect_is_recorded(knowledge: Knowledge) -> None:
    host = RecordingHost()
    assert knowledge.call(host.invoke("tensorflow.random.set_seed", constant(1))).is_unknown
    assert host.kinds() == [EffectKind.READS_CLOCK_OR_RNG]


def test_declared_prefix_covers_what_stands_below_it(knowledge: Knowledge) -> None:
    host = RecordingHost()
    knowledge.call(host.invoke("tensorflow.io.gfile.glob", constant("*")))
    assert host.kinds() == [EffectKind.PERFORMS_IO]


def test_random_op_is_an_op_without_effect(knowledge: Knowledge) -> None:
    host = RecordingHost()
    shape = host.new_list([constant(2), constant(3)])
    assert knowledge.call(host.invoke("tensorflow.random.normal", shape)) == X
    assert host.effects == []


def test_class_nobody_described_makes_an_object_and_an_unknown_call(knowledge: Knowledge) -> None:
    host = RecordingHost()
    made = knowledge.call(host.invoke("tensorflow.queue.FIFOQueue", constant(3)))
    assert [atom.cls for atom in made.each(Instance)] == ["tensorflow.queue.FIFOQueue"]
    assert host.kinds() == [EffectKind.UNKNOWN_CALL]


def test_harmless_class_makes_an_object_silently(knowledge: Knowledge) -> None:
    host = RecordingHost()
    made = knowledge.call(host.invoke("tensorflow.TensorSpec", host.new_list([])))
    assert [atom.cls for atom in made.each(Instance)] == ["tensorflow.TensorSpec"]
    assert host.effects == []


def test_star_arguments_make_an_op_unknown(knowledge: Knowledge) -> None:
    host = RecordingHost()
    call = Call("tensorflow.add", host, Arguments(star=X))
    assert knowledge.call(call) == tensor()
    assert host.kinds() == [EffectKind.UNKNOWN_VALUE]


def test_everything_that_comes_with_the_package_loads_together() -> None:
    assert Knowledge.load() == Knowledge.load()
