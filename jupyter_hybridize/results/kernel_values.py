"""From descriptions of live values to abstract values: what a kernel tells, in the interpreter's terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Constant,
    Container,
    Dataset,
    Form,
    Instance,
    Module,
    Site,
    array,
    join_all,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.interpreter.cells.kernel_calls import origin_of
from jupyter_hybridize.interpreter.cells.kernel_facts import KERNEL, KernelFacts, RecordedCall
from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.knowledge.keras.models import INPUTS, MODEL, OUTPUTS
from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.observed import Observed, ObservedCall

_SCALARS: Final = frozenset({"int", "float", "bool", "complex", "str", "bytes"})
_FORMS: Final = {
    "RaggedTensor": Form.RAGGED,
    "SparseTensor": Form.SPARSE,
    "KerasTensor": Form.KERAS_SYMBOLIC,
}
_PACKAGES: Final = ("layers", "optimizers", "optimizers.schedules", "losses", "metrics", "random")


def facts_of(evidence: Evidence, knowledge: Knowledge) -> KernelFacts:
    """Return what *evidence* tells the interpreter."""
    reader = _Reader(knowledge)
    told: dict[str, str] = {}
    names: dict[str, AbstractValue] = {}
    for name, item in evidence.names.items():
        found = reader.value(item, f"{KERNEL}{name}")
        if not found.is_unknown:
            names[name] = found.with_origins({f"{KERNEL}{name}"})
            told[f"{KERNEL}{name}"] = f"`{name}` is {_said(item)}, as the running kernel has it"
    calls: dict[tuple[str, str], list[RecordedCall]] = {}
    for call in evidence.calls:
        made = calls.setdefault((call.function, call.digest), [])
        made.append(RecordedCall(dict(_arguments(reader, call))))
        told.update(_told(evidence.calls, call))
    return KernelFacts(
        names,
        reader.heap,
        {key: tuple(made) for key, made in calls.items()},
        told,
        evidence.absent,
        evidence.same,
        frozenset(evidence.names),
    )


def _arguments(reader: _Reader, call: ObservedCall) -> Iterable[tuple[str, AbstractValue]]:
    for name, item in call.arguments:
        found = reader.value(item, f"{KERNEL}{call.function}({name})")
        yield name, found.with_origins({origin_of(call.function, name)}) if not found.is_unknown else found


def _told(calls: Iterable[ObservedCall], call: ObservedCall) -> Iterable[tuple[str, str]]:
    alike = [dict(each.arguments) for each in calls if (each.function, each.digest) == (call.function, call.digest)]
    for name, _ in call.arguments:
        seen = list(dict.fromkeys(_said(each[name]) for each in alike if name in each))
        shown = " or ".join(seen[:3]) + (" …" if len(seen) > 3 else "")
        yield (
            origin_of(call.function, name),
            f"`{name}` of `{call.function}` is {shown}, as the running kernel called it",
        )


@dataclass(slots=True)
class _Reader:
    """Reads descriptions; the objects that they describe get sites of their own."""

    knowledge: Knowledge
    heap: dict[Site, HeapObject] = field(default_factory=dict)

    def value(self, item: Observed, site: Site) -> AbstractValue:
        """Return what *item* describes; ⊤ for what the interpreter has no value for."""
        match item.kind:
            case "none":
                return NONE
            case "scalar" | "string":
                return _scalar(item)
            case "tensor":
                own = item.type.rpartition(".")[2]
                return tensor(_dtype(item), Shape(item.shape), _FORMS.get(own, Form.DENSE))
            case "variable":
                return tensor(_dtype(item), Shape(item.shape), Form.VARIABLE)
            case "array":
                return array(_dtype(item), Shape(item.shape))
            case "dataset":
                return value(Dataset(join_all(self.value(each, site) for each in item.items) if item.items else TOP))
            case "sequence" | "mapping":
                return self._container(item, site)
            case "module":
                return value(Module(item.type)) if self.knowledge.is_module(item.type) else TOP
            case "object":
                return self._object(item, site)
        return TOP

    def _container(self, item: Observed, site: Site) -> AbstractValue:
        parts = tuple(self.value(each, f"{site}[{index}]") for index, each in enumerate(item.items))
        if item.type == "tuple":
            return tuple_of(*parts) if parts else tuple_of(rest=TOP)
        element = join_all(parts) if parts else TOP
        if item.kind == "mapping":
            key = scalar("str") if item.keys else TOP
            entries: dict[Constant, AbstractValue] | None = dict(zip(item.keys, parts, strict=True)) or None
            self.heap[site] = HeapObject(entries=entries, key=key, element=element, multiple=True, is_open=True)
            return value(Container("dict", site))
        if item.type != "list":
            return TOP
        self.heap[site] = HeapObject(element=element, multiple=True, is_open=True)
        return value(Container("list", site))

    def _object(self, item: Observed, site: Site) -> AbstractValue:
        cls = self._class(item.type)
        if cls is None:
            return TOP
        ends = dict(zip(item.keys, item.items, strict=False))
        attributes: Mapping[str, AbstractValue] = {}
        if cls == MODEL and "inputs" in ends and "outputs" in ends:
            attributes = {
                INPUTS: self.value(ends["inputs"], f"{site}.inputs"),
                OUTPUTS: self.value(ends["outputs"], f"{site}.outputs"),
            }
        self.heap[site] = HeapObject(attributes, is_open=True)
        return value(Instance(cls, site))

    def _class(self, name: str) -> str | None:
        """Return the canonical name of a library's class, None where it is not known."""
        root, _, _ = name.partition(".")
        own = name.rpartition(".")[2]
        if root != "keras":
            return None
        if name == "keras.src.models.functional.Functional":
            return MODEL
        found = (f"keras.{package}.{own}" for package in _PACKAGES)
        return next((each for each in found if self.knowledge.is_class(each) and _is_of(each, name)), None)


def _is_of(canonical: str, name: str) -> bool:
    """Return whether a public name may be that of the class that is *name* within Keras."""
    package = canonical.split(".")[1]
    return name.startswith(f"keras.src.{package}.")


def _scalar(item: Observed) -> AbstractValue:
    if item.type.startswith("numpy."):
        return array(_dtype(item), is_scalar=True)
    return scalar(item.type) if item.type in _SCALARS else TOP


def _dtype(item: Observed) -> str | None:
    return item.dtype if item.dtype in dtypes.ALL else None


def _said(item: Observed) -> str:
    """Return *item* as people say it."""
    match item.kind:
        case "dataset":
            return f"a dataset of {', '.join(map(_said, item.items)) or 'unknown elements'}"
        case "sequence" | "mapping" if item.items:
            inner = ", ".join(map(_said, item.items))
            return f"({inner})" if item.type == "tuple" else f"a {item.type} of {inner}"
        case "object":
            return f"a {item}"
        case "module":
            return f"module {item.type}"
    return str(item)
