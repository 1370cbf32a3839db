"""Builtins and containers on abstract values: what they return, and what they leave behind."""

from __future__ import annotations

import pytest

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Class,
    Container,
    Dataset,
    Instance,
    PythonIterator,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.host import Arguments, Mode
from tests.knowledge.recording_host import RecordingHost

KNOWLEDGE = Knowledge.load()
ROW = tensor("float32", Shape.of(3))
ONE = tensor("float32", Shape(()))


def host(mode: Mode = Mode.EAGER) -> RecordingHost:
    return RecordingHost(mode, KNOWLEDGE)


def call(at: RecordingHost, name: str, *args: AbstractValue, **kwargs: AbstractValue) -> AbstractValue:
    return KNOWLEDGE.call(at.invoke(name, *args, **kwargs))


def method(at: RecordingHost, receiver: AbstractValue, name: str, *args: AbstractValue) -> AbstractValue:
    kind = receiver.each(Container)[0].type
    owner = kind if "." in kind else f"builtins.{kind}"
    found = KNOWLEDGE.call_method(owner, at.invoke(name, *args, receiver=receiver))
    assert found is not None
    return found


def content(at: RecordingHost, held: AbstractValue) -> HeapObject:
    return at.load(held.each(Container)[0].site)


def texts(items: tuple[AbstractValue, ...] | None) -> list[str] | None:
    return None if items is None else [str(item) for item in items]


def test_appending_keeps_a_list_exact() -> None:
    at = host()
    xs = at.new_list([constant(1)])
    method(at, xs, "append", ROW)
    assert texts(content(at, xs).items) == ["1", "f32[3]"]
    assert [(e.kind, e.target, e.reason) for e in at.effects] == [(EffectKind.MUTATES_OBJECT, "append", "append")]


def test_appending_to_a_list_of_unknown_length_joins_the_element() -> None:
    at = host()
    xs = at.new_list(None, constant(1))
    method(at, xs, "append", ROW)
    assert content(at, xs).items is None
    assert str(content(at, xs).element) == "1 | f32[3]"


def test_extending_by_what_is_not_exact_loses_the_length() -> None:
    at = host()
    xs = at.new_list([constant(1)])
    method(at, xs, "extend", at.new_list(None, ROW))
    assert content(at, xs).items is None
    assert content(at, xs).element.covers(ROW)


@pytest.mark.parametrize(("index", "popped", "rest"), [([], "2", ["1"]), ([0], "1", ["2"]), ([-1], "2", ["1"])])
def test_popping_a_constant_index_is_exact(index: list[int], popped: str, rest: list[str]) -> None:
    at = host()
    xs = at.new_list([constant(1), constant(2)])
    assert str(method(at, xs, "pop", *(constant(each) for each in index))) == popped
    assert texts(content(at, xs).items) == rest


def test_popping_at_an_unknown_index_gives_any_element() -> None:
    at = host()
    xs = at.new_list([constant(1), constant("a")])
    assert str(method(at, xs, "pop", scalar("int"))) == "'a' | 1"
    assert content(at, xs).items is None


def test_popping_at_a_tensor_needs_its_value_in_a_trace_only() -> None:
    for mode, kinds in ((Mode.EAGER, []), (Mode.CONVERTED, [EffectKind.NEEDS_VALUE])):
        at = host(mode)
        method(at, at.new_list([ROW]), "pop", tensor("int32", Shape(())))
        assert [e.kind for e in at.effects if e.kind is not EffectKind.MUTATES_OBJECT] == kinds


def test_reading_methods_change_nothing() -> None:
    at = host(Mode.CONVERTED)
    xs, d = at.new_list([constant(1)]), at.new_dict({"a": ROW})
    for held, name, args in ((xs, "copy", []), (xs, "index", [constant(1)]), (d, "get", [constant("a")])):
        method(at, held, name, *args)
    for name in ("keys", "values", "items", "copy"):
        method(at, d, name)
    assert at.effects == []


def test_copy_of_a_list_is_another_list() -> None:
    at = host()
    xs = at.new_list([constant(1)])
    ys = method(at, xs, "copy")
    method(at, ys, "append", ROW)
    assert texts(content(at, xs).items) == ["1"]


def test_get_of_a_known_key_is_exact_and_of_an_absent_one_the_default() -> None:
    at = host()
    d = at.new_dict({"a": ROW, "b": constant(1)})
    assert method(at, d, "get", constant("a")) == ROW
    assert method(at, d, "get", constant("c")) == NONE
    assert method(at, d, "get", constant("c"), constant(7)) == constant(7)
    assert method(at, d, "get", scalar("str")).covers(ROW.join(NONE).join(constant(1)))


def test_updating_a_dict_adds_and_replaces() -> None:
    at = host()
    d = at.new_dict({"a": constant(1)})
    KNOWLEDGE.call_method("builtins.dict", at.invoke("update", at.new_dict({"b": ROW}), receiver=d, a=constant(2)))
    assert {key: str(item) for key, item in (content(at, d).entries or {}).items()} == {"a": "2", "b": "f32[3]"}


def test_popping_a_dict_removes_the_entry() -> None:
    at = host()
    d = at.new_dict({"a": constant(1), "b": ROW})
    assert method(at, d, "pop", constant("a")) == constant(1)
    assert list(content(at, d).entries or {}) == ["b"]


def test_setdefault_writes_only_what_is_absent() -> None:
    at = host()
    d = at.new_dict({"a": constant(1)})
    assert method(at, d, "setdefault", constant("a"), ROW) == constant(1)
    assert method(at, d, "setdefault", constant("b"), ROW) == ROW


def test_items_of_a_dict_are_pairs() -> None:
    at = host()
    pairs = method(at, at.new_dict({"a": ROW}), "items")
    assert texts(at.items(pairs)) == ["('a', f32[3])"]


def test_defaultdict_holds_what_its_factory_makes() -> None:
    at = host()
    d = call(at, "collections.defaultdict", value(Api("builtins.list")))
    made = content(at, d).element
    assert made.each(Container)[0].type == "list"
    assert content(at, made).multiple


def test_dict_of_zip_keeps_types_of_keys_and_values() -> None:
    at = host()
    pairs = call(at, "builtins.zip", at.new_list([constant("a"), constant("b")]), at.new_list(None, ROW))
    d = call(at, "builtins.dict", pairs)
    assert content(at, d).element == ROW


def test_range_over_constants_is_exact_up_to_a_limit() -> None:
    at = host()
    assert str(call(at, "builtins.range", constant(3))) == "builtins.range(0, 1, 2)"
    assert call(at, "builtins.len", call(at, "builtins.range", constant(3))) == constant(3)
    assert at.items(call(at, "builtins.range", constant(1000))) is None
    assert at.items(call(at, "builtins.range", scalar("int"))) is None


@pytest.mark.parametrize("name", ["zip", "map", "enumerate"])
def test_data_sets_stay_data_sets_under_autograph(name: str) -> None:
    dataset = value(Dataset(ROW))
    for mode, kind in ((Mode.CONVERTED, Dataset), (Mode.EAGER, PythonIterator), (Mode.UNCONVERTED, PythonIterator)):
        args = [value(Api("builtins.abs")), dataset] if name == "map" else [dataset]
        assert isinstance(call(host(mode), f"builtins.{name}", *args).only(), kind)


def test_user_method_is_called_for_its_length() -> None:
    at = host()
    at.method("unit:Net", "__len__", lambda _arguments: constant(7))
    at.heap["site"] = HeapObject(attributes={"__len__": at.function("length", lambda _arguments: constant(7))})
    assert call(at, "builtins.len", value(Instance("unit:Net", "site"))) == constant(7)


def test_length_of_what_is_not_known_is_an_unknown() -> None:
    at = host(Mode.EAGER)
    assert call(at, "builtins.len", TOP) == scalar("int")
    assert at.kinds() == [EffectKind.UNKNOWN_VALUE]
    at = host(Mode.UNCONVERTED)
    call(at, "builtins.len", TOP)
    assert {e.answer for e in at.effects} == {Answer.UNKNOWN}


@pytest.mark.parametrize("name", ["exec", "eval", "globals", "locals", "vars", "__import__"])
def test_dynamic_code_is_unknown(name: str) -> None:
    at = host()
    assert call(at, f"builtins.{name}", constant("x")) == TOP
    assert [(e.kind, e.reason) for e in at.effects] == [(EffectKind.UNKNOWN_CALL, "dynamic")]


def test_printing_happens_once_in_any_mode() -> None:
    for mode in Mode:
        at = host(mode)
        assert call(at, "builtins.print", constant("a"), ROW) == NONE
        assert [(e.kind, e.reason) for e in at.effects] == [(EffectKind.PERFORMS_IO, "print")]


def test_computed_attribute_names_are_unknown_calls_and_constant_ones_are_not() -> None:
    at = host()
    owner = at.new_object("unit:Net", {"size": constant(3)})
    assert call(at, "builtins.getattr", owner, constant("size")) == constant(3)
    assert at.effects == []
    assert call(at, "builtins.getattr", owner, scalar("str")) == TOP
    assert at.kinds() == [EffectKind.UNKNOWN_CALL]


def test_getattr_falls_back_to_its_default() -> None:
    at = host()
    owner = at.new_object("unit:Net", {})
    assert call(at, "builtins.getattr", owner, constant("size"), NONE) == NONE


def test_setattr_of_a_constant_name_sets_the_attribute() -> None:
    at = host()
    owner = at.new_object("unit:Net", {})
    assert call(at, "builtins.setattr", owner, constant("size"), ROW) == NONE
    assert at.attribute(owner, "size") == ROW


def test_isinstance_of_a_user_class_is_exact_for_its_own_instances_only() -> None:
    at = host()
    net = at.new_object("unit:Net")
    assert call(at, "builtins.isinstance", net, value(Class("unit:Net"))) == constant(True)
    assert call(at, "builtins.isinstance", net, value(Class("unit:Base"))) == scalar("bool")
    assert call(at, "builtins.isinstance", ROW, value(Class("unit:Net"))) == constant(False)
    assert call(at, "builtins.isinstance", TOP, value(Class("unit:Net"))) == scalar("bool")


def test_isinstance_of_an_array_parameter_changes_when_it_is_traced() -> None:
    at = host()
    given = array("float64", Shape.of(3)).with_origins({"x"})
    assert call(at, "builtins.isinstance", given, value(Api("numpy.ndarray"))) == constant(True)
    assert at.kinds() == [EffectKind.ASKS_MODE]


def test_isinstance_of_a_local_array_does_not_change() -> None:
    at = host()
    call(at, "builtins.isinstance", array("float64", Shape.of(3)), value(Api("numpy.ndarray")))
    call(at, "builtins.isinstance", tensor("float32").with_origins({"x"}), value(Api("tensorflow.Tensor")))
    assert at.effects == []


def test_next_advances_a_python_iterator_but_not_a_data_set_in_python() -> None:
    at = host(Mode.CONVERTED)
    assert call(at, "builtins.next", at.new_iterator(ROW)) == ROW
    assert at.kinds() == [EffectKind.ADVANCES_ITERATOR]
    at = host(Mode.CONVERTED)
    assert call(at, "builtins.next", call(at, "builtins.iter", value(Dataset(ROW)))) == ROW
    assert at.effects == []


def test_sorting_compares_the_keys() -> None:
    at = host(Mode.CONVERTED)
    pairs = at.new_list([tuple_of(constant(2), ROW), tuple_of(constant(1), ROW)])
    first = at.function("first", lambda arguments: (at.items(arguments.positional[0]) or (TOP,))[0])
    call(at, "builtins.sorted", pairs, key=first)
    assert at.effects == []
    call(at, "builtins.sorted", at.new_list([ONE, ONE]))
    assert [(e.kind, e.answer) for e in at.effects] == [(EffectKind.NEEDS_VALUE, Answer.NO)]


def test_largest_of_sizes_is_exact_and_of_tensors_needs_values() -> None:
    at = host(Mode.CONVERTED)
    assert call(at, "builtins.max", constant(2), constant(3)) == constant(3)
    assert at.effects == []
    call(at, "builtins.max", ONE, constant(0.0))
    assert [(e.kind, e.answer) for e in at.effects] == [(EffectKind.NEEDS_VALUE, Answer.NO)]


def test_sum_of_losses_is_a_tensor() -> None:
    at = host(Mode.CONVERTED)
    assert call(at, "builtins.sum", at.new_list([ONE, ONE])) == ONE
    assert at.effects == []


def test_sum_of_a_list_of_unknown_length_may_be_zero() -> None:
    at = host(Mode.CONVERTED)
    assert str(call(at, "builtins.sum", at.new_list(None, ONE))) == "0 | f32"


def test_format_with_a_spec_needs_the_value_of_a_tensor_only() -> None:
    for item, kinds in ((ONE, [EffectKind.NEEDS_VALUE]), (scalar("float"), [])):
        at = host(Mode.CONVERTED)
        assert call(at, "builtins.format", item, constant(".2f")) == scalar("str")
        assert at.kinds() == kinds


def test_format_without_a_spec_asks_for_the_mode() -> None:
    for mode, kinds in ((Mode.CONVERTED, [EffectKind.ASKS_MODE]), (Mode.EAGER, [])):
        at = host(mode)
        call(at, "builtins.format", ONE, constant(""))
        assert at.kinds() == kinds


def test_map_calls_the_function_with_the_elements() -> None:
    at = host()
    seen: list[tuple[AbstractValue, ...]] = []

    def double(arguments: Arguments) -> AbstractValue:
        seen.append(arguments.positional)
        return constant("x")

    made = call(at, "builtins.map", at.function("double", double), at.new_list([ROW]), at.new_list([constant(1)]))
    assert seen == [(ROW, constant(1))]
    assert at.iterate(made) == constant("x")


def test_reduce_calls_the_function_with_the_result_so_far() -> None:
    at = host()
    joined = at.function("join", lambda arguments: tuple_of(*arguments.positional))
    made = call(at, "functools.reduce", joined, at.new_list([constant(1), constant(2), constant(3)]))
    assert str(made) == "((1, 2), 3)"


def test_missing_argument_gives_nothing_rather_than_failing() -> None:
    at = host()
    assert call(at, "builtins.len") == BOTTOM
