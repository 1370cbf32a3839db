"""Heap objects: strong and weak updates, and what joining two of them keeps."""

from __future__ import annotations

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import BOTTOM, NONE, constant
from jupyter_hybridize.interpreter.memory.state import State, changed_objects, join_states

ONE, TWO = constant(1), constant(2)


def test_an_attribute_of_one_object_is_replaced() -> None:
    assert HeapObject({"a": ONE}).with_attribute("a", TWO).attributes["a"] == TWO


def test_an_attribute_of_several_objects_is_joined() -> None:
    assert HeapObject({"a": ONE}, multiple=True).with_attribute("a", TWO).attributes["a"] == ONE.join(TWO)


def test_a_list_knows_its_elements_until_it_grows_too_long() -> None:
    assert HeapObject().with_items((ONE, TWO)).items == (ONE, TWO)
    long = HeapObject().with_items((ONE,) * 65)
    assert long.items is None
    assert long.element == ONE


def test_a_list_of_several_objects_keeps_only_the_join() -> None:
    assert HeapObject(element=TWO, multiple=True).with_items((ONE,)).items is None


def test_a_dict_knows_its_entries_until_a_key_is_unknown() -> None:
    known = HeapObject(entries={}).with_entry("a", ONE).with_entry("b", TWO)
    assert known.entries == {"a": ONE, "b": TWO}
    assert known.element == ONE.join(TWO)
    lost = known.with_element(NONE)
    assert lost.entries is None
    assert lost.element == ONE.join(TWO).join(NONE)


def test_lists_of_different_lengths_join_to_an_unknown_length() -> None:
    one, two = HeapObject().with_items((ONE,)), HeapObject().with_items((ONE, TWO))
    assert one.join(two).items is None
    assert one.join(two).element == ONE.join(TWO)
    assert one.join(one) == one


def test_an_attribute_that_one_side_lacks_is_kept() -> None:
    assert HeapObject({"a": ONE}).join(HeapObject()).attributes["a"] == ONE


def test_an_unreachable_point_adds_nothing() -> None:
    state = State()
    state.set("s", "x", ONE)
    assert join_states(None, state) is state
    assert join_states(state, None) is state
    assert join_states(None, None) is None


def test_a_state_tells_which_objects_changed() -> None:
    state = State()
    state.store("a", HeapObject(element=ONE))
    state.store("b", HeapObject(element=ONE))
    later = state.fork()
    later.store("a", HeapObject(element=TWO))
    later.store("c", HeapObject())
    assert changed_objects(later, state) == {"a"}
    assert changed_objects(state.fork(), state) == frozenset()


def test_a_dropped_scope_is_forgotten() -> None:
    state = State()
    state.set("s", "x", ONE)
    fork = state.fork()
    fork.drop("s")
    assert fork.get("s", "x") is None
    assert state.get("s", "x") == ONE
    state.delete("s", "x")
    assert state.names("s") == {}
    assert BOTTOM.join(ONE) == ONE
