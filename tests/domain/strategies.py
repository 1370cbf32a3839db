"""Hypothesis strategies for everything that forms a lattice."""

from __future__ import annotations

from hypothesis import strategies as st

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Api,
    Array,
    Class,
    Container,
    Dataset,
    Form,
    Function,
    Hybrid,
    Instance,
    Method,
    Module,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    value,
)
from jupyter_hybridize.interpreter.memory.state import State

SITES = st.sampled_from(["s1", "s2", "s3"])
NAMES = st.sampled_from(["a", "b", "c"])
DTYPES = st.sampled_from([None, "float32", "int32"])

shapes = st.one_of(
    st.just(Shape(None)), st.lists(st.sampled_from([None, 1, 2]), max_size=3).map(lambda dims: Shape(tuple(dims)))
)
functions = st.builds(Function, NAMES, SITES)
scalars = st.one_of(
    st.integers(0, 6).map(lambda n: Scalar("int", n)),
    st.sampled_from([0.0, 0.5, 1.0, 1.5, -0.0, float("nan")]).map(lambda x: Scalar("float", x)),
    st.booleans().map(lambda b: Scalar("bool", b)),
    st.sampled_from([Scalar("int"), Scalar("str"), Scalar("NoneType", None), Scalar("str", "a")]),
)
flat = st.one_of(
    st.builds(Tensor, DTYPES, shapes, st.sampled_from(list(Form))),
    st.builds(Array, DTYPES, shapes, st.just(False)),
    scalars,
    functions,
    st.builds(Instance, NAMES, SITES),
    st.builds(Container, st.sampled_from(["list", "dict"]), SITES),
    st.builds(Class, NAMES),
    st.builds(Api, NAMES),
    st.builds(Module, NAMES),
)


def _values(atoms: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[AbstractValue]:
    origins = st.frozensets(NAMES, max_size=2)
    made = st.lists(atoms, max_size=most).map(lambda found: value(*found))  # type: ignore[arg-type]
    return st.builds(lambda item, taint: item.with_origins(taint), made, origins)


def _nesting(inner: st.SearchStrategy[AbstractValue]) -> st.SearchStrategy[AbstractValue]:
    tuples = st.builds(
        Tuple,
        st.lists(inner, max_size=3).map(tuple),
        st.one_of(st.none(), inner),
        st.sampled_from(["", "Point"]),
    )
    nested = st.one_of(
        tuples,
        st.builds(Dataset, inner),
        st.builds(PythonIterator, inner, SITES),
        st.builds(Method, functions, inner),
        st.builds(Hybrid, inner),
    )
    return _values(st.one_of(nested, flat))


shallow = _values(flat)
values = st.one_of(st.just(TOP), st.recursive(shallow, _nesting, max_leaves=6))
heap_objects = st.builds(
    HeapObject,
    st.dictionaries(NAMES, shallow, max_size=2),
    st.one_of(st.none(), st.lists(shallow, max_size=2).map(tuple)),
    st.one_of(st.none(), st.dictionaries(st.integers(0, 1), shallow, max_size=2)),
    shallow,
    shallow,
    st.booleans(),
    st.booleans(),
)


@st.composite
def states(draw: st.DrawFn) -> State:
    state = State()
    for scope, name in draw(st.lists(st.tuples(SITES, NAMES), max_size=4)):
        state.set(scope, name, draw(shallow))
    for site in draw(st.lists(SITES, max_size=2)):
        state.store(site, draw(heap_objects))
    return state
