"""Laws of the transfer functions: knowing less never gives a more precise answer."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    AbstractValue,
    Container,
    Tuple,
    array,
    constant,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.declared import family_names, load_families
from jupyter_hybridize.knowledge.families.run import run_op
from jupyter_hybridize.knowledge.host import Arguments, Call, Mode
from jupyter_hybridize.knowledge.table import Table
from tests.knowledge.recording_host import RecordingHost

TABLE = Table.load()
FAMILIES = load_families()
NAMES = family_names()
ONE_OF_EACH = sorted({family: name for name, family in NAMES.items()}.values())


def precise(rng: random.Random) -> AbstractValue:
    """Return a value that a notebook might pass."""
    dims = tuple(rng.choice((1, 2, 3)) for _ in range(rng.randint(0, 3)))
    dtype = rng.choice(("float32", "float64", "int32", "bool", "string"))
    choices = [
        tensor(dtype, Shape(dims)),
        tensor(dtype, Shape(dims)),
        array("float64", Shape(dims)),
        constant(rng.choice((0, 1, -1, 2))),
        constant(rng.choice((1.5, True, None, "SAME", "float32"))),
        tuple_of(*(constant(rng.randint(-1, 3)) for _ in range(rng.randint(1, 3)))),
        tuple_of(tensor(dtype, Shape(dims)), tensor(dtype, Shape(dims))),
    ]
    return rng.choice(choices)


def vaguer(rng: random.Random, item: AbstractValue) -> AbstractValue:
    """Return a value above *item*."""
    others = [precise(rng), NONE, tensor(None, UNKNOWN_SHAPE), scalar("int"), precise(rng)]
    return item.join(rng.choice(others))


def run(name: str, args: tuple[AbstractValue, ...], mode: Mode) -> AbstractValue:
    host = RecordingHost(mode=mode)
    result = run_op(Call(name, host, Arguments(args), text=name), name, TABLE.functions[name], FAMILIES[name])
    return flat(host, result)


def flat(host: RecordingHost, result: AbstractValue) -> AbstractValue:
    """Return the result with each list written as a tuple, so that two hosts' lists compare."""
    return value(*parts(host, result))


def parts(host: RecordingHost, result: AbstractValue) -> Iterator[object]:
    for atom in result.atoms:
        if not isinstance(atom, Container):
            yield atom
            continue
        items = host.items(value(atom))
        yield Tuple(items, None, "list") if items is not None else Tuple((), host.load(atom.site).element, "list")


def covers(above: AbstractValue, below: AbstractValue) -> bool:
    return above.is_unknown or above.covers(below)


@pytest.mark.parametrize("mode", [Mode.EAGER, Mode.CONVERTED])
@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_transfer_is_monotone(name: str, mode: Mode) -> None:
    for seed in range(60):
        rng = random.Random(f"{name}{seed}")
        args = tuple(precise(rng) for _ in range(rng.randint(1, 3)))
        less = tuple(vaguer(rng, each) if rng.random() < 0.6 else each for each in args)
        below, above = run(name, args, mode), run(name, less, mode)
        shown = f"{name}({', '.join(map(str, args))}) = {below}, but of ({', '.join(map(str, less))}) it is {above}"
        assert covers(above, below), shown


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_transfer_survives_any_argument(name: str) -> None:
    for seed in range(40):
        rng = random.Random(f"any{name}{seed}")
        args = [precise(rng) for _ in range(rng.randint(0, 5))]
        run(name, tuple(args), Mode.CONVERTED)
