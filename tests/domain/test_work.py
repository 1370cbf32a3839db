"""Amounts of work add up, repeat and compare."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.work import NOTHING, Work

SOME = Work(ops=3, plain=4, composite=1, nodes=3, traced=3, flops=10, bytes=20, back_ops=6, back_tape=5, variables=2)


def test_nothing_adds_nothing() -> None:
    assert SOME + NOTHING == SOME == NOTHING + SOME


def test_what_came_before_is_taken_off_again() -> None:
    other = Work(ops=1, tape=2, variables=1)
    assert (SOME + other).since(SOME) == other


def test_rounds_repeat_the_work_but_not_the_variables() -> None:
    assert SOME.repeated(2) == replace(SOME + SOME, variables=2)
    assert SOME.repeated(5, in_graph=True).traced == SOME.traced


def test_of_two_branches_the_costlier_counts_and_both_are_traced() -> None:
    cheap = Work(ops=9, plain=1, traced=9)
    assert SOME.or_else(cheap) == cheap.or_else(SOME) == SOME + Work(traced=9)


def test_a_doubt_in_either_branch_stays() -> None:
    assert not SOME.or_else(Work(is_bounded=False)).is_bounded
    assert not Work(is_sized=False).or_else(SOME).is_sized
    assert not (SOME + Work(is_bounded=False)).is_bounded
