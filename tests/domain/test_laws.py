"""The laws of the lattice: join is commutative, associative and idempotent, and bounds both its arguments."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jupyter_hybridize.domain.answer import Answer, every
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import BOTTOM, TOP, AbstractValue, join_all
from jupyter_hybridize.interpreter.memory.state import State, join_along, join_states
from tests.domain.strategies import heap_objects, shallow, shapes, states, values

pytestmark = pytest.mark.no_cover  # every analysis joins: tracing thousands of joins more takes most of the time
answers = st.sampled_from(list(Answer))
many = settings(max_examples=300, deadline=None)


@given(shapes, shapes, shapes)
@many
def test_shapes_form_a_join_semilattice(a: Shape, b: Shape, c: Shape) -> None:
    assert a.join(a) == a
    assert a.join(b) == b.join(a)
    assert a.join(b).join(c) == a.join(b.join(c))
    assert a.join(b).covers(a)


@given(values)
@many
def test_a_value_joined_with_itself_is_itself(a: AbstractValue) -> None:
    assert a.join(a) == a
    assert a.join(BOTTOM) == a
    assert BOTTOM.join(a) == a


@given(values, values)
@many
def test_the_join_of_values_does_not_depend_on_their_order(a: AbstractValue, b: AbstractValue) -> None:
    assert a.join(b) == b.join(a)


@given(values, values, values)
@many
def test_the_join_of_values_does_not_depend_on_how_they_are_grouped(
    a: AbstractValue, b: AbstractValue, c: AbstractValue
) -> None:
    assert a.join(b).join(c) == a.join(b.join(c))


@given(values, values)
@many
def test_the_join_of_values_covers_both(a: AbstractValue, b: AbstractValue) -> None:
    joined = a.join(b)
    assert joined.covers(a)
    assert joined.covers(b)


@given(values, values, values)
@many
def test_covering_is_a_partial_order(a: AbstractValue, b: AbstractValue, c: AbstractValue) -> None:
    assert a.covers(a)
    if a.covers(b) and b.covers(a):
        assert a == b
    if a.covers(b) and b.covers(c):
        assert a.covers(c)


@given(values, values, values)
@many
def test_joining_is_monotone(a: AbstractValue, b: AbstractValue, c: AbstractValue) -> None:
    if b.covers(a):
        assert b.join(c).covers(a.join(c))


@given(values)
@many
def test_anything_covers_everything(a: AbstractValue) -> None:
    assert TOP.with_origins(a.origins).covers(a)


@given(st.lists(values, max_size=6), st.randoms())
@many
def test_joining_many_does_not_depend_on_their_order(items: list[AbstractValue], random: object) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert join_all(items) == join_all(shuffled)


@given(st.lists(values, max_size=40))
@many
def test_a_growing_value_stands_still_after_few_steps(items: list[AbstractValue]) -> None:
    total, changes = BOTTOM, 0
    for item in items * 2:
        joined = total.join(item)
        changes += joined != total
        total = joined
    assert all(total.covers(item) for item in items)
    assert changes <= len(items)


@given(heap_objects, heap_objects, heap_objects)
@many
def test_heap_objects_form_a_join_semilattice(a: HeapObject, b: HeapObject, c: HeapObject) -> None:
    assert a.join(a) == a
    assert a.join(b) == b.join(a)
    assert a.join(b).join(c) == a.join(b.join(c))


@given(states(), states(), states())
@many
def test_states_form_a_join_semilattice(a: State, b: State, c: State) -> None:
    assert a.join(a.fork()) == a
    assert a.join(b) == b.join(a)
    assert a.join(b).join(c) == a.join(b.join(c))


@given(states(), st.lists(st.tuples(st.sampled_from("sx"), st.sampled_from("ab"), shallow | heap_objects), max_size=8))
@many
def test_points_joined_along_the_way_are_what_each_joined_to_the_others_is(
    state: State, writes: list[tuple[str, str, AbstractValue | HeapObject]]
) -> None:
    points = [state.fork()]
    for scope, name, item in writes:
        if isinstance(item, HeapObject):
            state.store(name, item)
        else:
            state.set(scope, name, item)
        points.append(state.fork())
    one_by_one: State | None = None
    for point in points:
        one_by_one = join_states(one_by_one, point)
    assert join_along(points) == one_by_one


@given(states(), shallow)
@many
def test_a_fork_does_not_see_later_writes(state: State, item: AbstractValue) -> None:
    before = state.get("s1", "a")
    fork = state.fork()
    state.set("s1", "a", item)
    state.store("s1", HeapObject(element=item))
    assert fork.get("s1", "a") == before
    fork.set("s1", "a", TOP)
    assert state.get("s1", "a") == item


@given(answers, answers, answers)
def test_answers_follow_kleene(a: Answer, b: Answer, c: Answer) -> None:
    assert a & b == b & a
    assert a | b == b | a
    assert (a & b) & c == a & (b & c)
    assert a & a == a
    assert ~(a & b) == ~a | ~b
    assert ~~a == a
    assert every([a, b, c]) == a & b & c
    assert every([]) is Answer.YES
