"""Laws of the join that a signature is: it takes every call it was made from, in whatever order they came."""

from __future__ import annotations

import ast
from itertools import permutations

from hypothesis import given

from jupyter_hybridize.decide.absence import Absence
from jupyter_hybridize.decide.specs import Withheld, spec_of
from jupyter_hybridize.domain.value import AbstractValue, join_all
from tests.decide.layouts import ALIKE, LAYOUTS, accepts


def answer(*layouts: AbstractValue) -> str | Absence:
    try:
        return spec_of(join_all(layouts), "x")
    except Withheld as reason:
        return reason.absence


@given(ALIKE)
def test_a_spec_takes_every_argument_it_was_made_from(layouts: list[AbstractValue]) -> None:
    found = answer(*layouts)
    if isinstance(found, str):
        spec = ast.parse(found, mode="eval").body
        assert all(accepts(spec, layout) for layout in layouts)


@given(ALIKE)
def test_the_order_of_calls_does_not_matter(layouts: list[AbstractValue]) -> None:
    assert len({answer(*order) for order in permutations(layouts)}) == 1


@given(ALIKE)
def test_a_call_seen_twice_changes_nothing(layouts: list[AbstractValue]) -> None:
    assert answer(*layouts, *layouts) == answer(*layouts)


@given(LAYOUTS)
def test_one_call_always_has_a_spec(layout: AbstractValue) -> None:
    assert isinstance(answer(layout), str)


@given(ALIKE, LAYOUTS)
def test_what_is_withheld_for_some_calls_is_withheld_for_more(
    layouts: list[AbstractValue], another: AbstractValue
) -> None:
    if isinstance(answer(*layouts), Absence):
        assert isinstance(answer(*layouts, another), Absence)
