"""TensorFlow's answer must be one that the family of the op allows, eagerly and in a graph."""

from __future__ import annotations

import os
import random
import zlib
from typing import Any

import pytest

pytest.importorskip("tensorflow")

import tensorflow as tf
from tensorflow.python.framework.func_graph import FuncGraph

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue
from jupyter_hybridize.knowledge.declared import family_names, load_families
from jupyter_hybridize.knowledge.families.run import run_op
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.table import Table
from tests.conformance import composite_cases, number_cases, picture_cases, shape_cases, signal_cases
from tests.conformance.making import MAKERS
from tests.conformance.specimen import Case, Masking, covers, eager, lifted
from tests.knowledge.recording_host import RecordingHost

pytestmark = [pytest.mark.tensorflow, pytest.mark.no_cover]  # each family has tests that are covered
CASES = (composite_cases, number_cases, picture_cases, shape_cases, signal_cases)  # importing them fills MAKERS
TABLE = Table.load()
FAMILIES = load_families()
FAMILY_OF = family_names()
ROUNDS = int(os.environ.get("CONFORMANCE_ROUNDS", "20"))
WARNINGS = {
    EffectKind.MIXES_DTYPES,
    EffectKind.NEEDS_VALUE,
    EffectKind.RAISES,
    EffectKind.READS_STATIC_SHAPE,
    EffectKind.UNKNOWN_VALUE,
}


def function(name: str) -> Any:
    owner: Any = tf
    for part in name.split(".")[1:]:
        owner = getattr(owner, part)
    return owner


def answer(
    name: str, host: RecordingHost, args: list[AbstractValue], kwargs: dict[str, AbstractValue]
) -> AbstractValue:
    call = Call(name, host, Arguments(tuple(args), kwargs), text=name)
    return run_op(call, name, TABLE.functions[name], FAMILIES[name])


def accepted(run: Any) -> tuple[bool, Any]:
    try:
        return True, run()
    except Exception:
        return False, None


def eager_round(name: str, case: Case) -> bool:
    host = RecordingHost(mode=Mode.EAGER)
    args = [lifted(host, each) for each in case.args]
    ours = answer(name, host, args, {key: lifted(host, each) for key, each in case.kwargs.items()})
    values = [eager(each) for each in case.args]
    works, result = accepted(lambda: function(name)(*values, **{key: eager(each) for key, each in case.kwargs.items()}))
    if works:
        assert covers(host, ours, result), f"{name}{case} is {result}, and not {ours}"
        assert not certain(host), f"{name}{case} works eagerly: {certain(host)}"
    return works


def certain(host: RecordingHost) -> list[Any]:
    kinds = WARNINGS - {EffectKind.READS_STATIC_SHAPE}
    return [effect for effect in host.effects if effect.kind in kinds and effect.answer is Answer.NO]


def graph_round(name: str, case: Case, rng: random.Random, tried: set[str], *, works_eagerly: bool) -> bool:
    host = RecordingHost(mode=Mode.CONVERTED)
    masking = Masking(rng, host)
    with FuncGraph("scratch").as_default():
        pairs = [masking.both(each) for each in case.args]
        named = {key: masking.both(each) for key, each in case.kwargs.items()}
        given = {key: pair[0] for key, pair in named.items()}
        if is_again(f"{case}{[pair[0] for pair in pairs]}{given}", tried):
            return False
        works, result = accepted(lambda: function(name)(*(pair[0] for pair in pairs), **given))
        ours = answer(name, host, [pair[1] for pair in pairs], {key: pair[1] for key, pair in named.items()})
        shown = [str(pair[1]) for pair in pairs], {key: str(pair[1]) for key, pair in named.items()}
        if works and (works_eagerly or not certain(host)):
            assert covers(host, ours, result), f"{name}{case} {shown} is {result} in a graph, and not {ours}"
            assert not certain(host), f"{name}{case} works in a graph: {certain(host)}"
        elif works_eagerly:
            assert WARNINGS & set(host.kinds()), f"{name}{case} {shown} works eagerly and raises in a graph"
    return works


def is_again(text: str, tried: set[str]) -> bool:
    """Return whether it was tried before; many an op has few cases, which are drawn more than once."""
    known = len(tried)
    tried.add(text)
    return len(tried) == known


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_result_of_tensorflow_is_covered(name: str) -> None:
    worked, works_eagerly, tried = 0, dict[str, bool](), set[str]()
    for seed in range(ROUNDS):
        rng = random.Random(zlib.crc32(f"{name}{seed}".encode()))
        case = MAKERS[FAMILY_OF[name]](rng, name)
        if str(case) not in works_eagerly:
            works_eagerly[str(case)] = eager_round(name, case)
        worked += graph_round(name, case, rng, tried, works_eagerly=works_eagerly[str(case)])
    assert worked, f"no arguments made up for {name} were accepted"
