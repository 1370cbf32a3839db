"""Names of ``typing``, ``abc`` and ``collections.abc``: they describe, and do nothing."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import AbstractValue, Api, constant, value
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
_TYPING: Final = (
    "Any AnyStr Callable ClassVar Collection Container Dict Final FrozenSet Generator Generic Hashable Iterable "
    "Iterator List Literal Mapping MutableMapping MutableSequence MutableSet NoReturn Optional Protocol Sequence Set "
    "Sized Text Tuple Type Union Annotated Self TypeAlias Deque DefaultDict OrderedDict Counter Awaitable Coroutine "
    "SupportsFloat SupportsInt Concatenate ParamSpec TypedDict Never"
).split()
_ABSTRACT: Final = (
    "Callable Collection Container Generator Hashable Iterable Iterator Mapping MutableMapping MutableSequence "
    "MutableSet Sequence Set Sized"
).split()

for _name in _TYPING:
    OVERLAY.cls(f"typing.{_name}")
    OVERLAY.cls(f"typing_extensions.{_name}")
for _name in _ABSTRACT:
    OVERLAY.cls(f"collections.abc.{_name}")
OVERLAY.cls("abc.ABC", "abc.ABCMeta", "numbers.Number", "numbers.Real", "numbers.Integral", "numbers.Complex")
OVERLAY.cls("types.SimpleNamespace", "types.ModuleType", "types.FunctionType", "types.MethodType")


@OVERLAY.function("typing.TypeVar", "typing.NewType", "typing.ParamSpec")
def type_variable(call: Call) -> AbstractValue:
    """A type variable."""
    return value(Api("typing.Any"))


@OVERLAY.function("types.SimpleNamespace")
def namespace(call: Call) -> AbstractValue:
    """``types.SimpleNamespace(a=1)``."""
    return call.host.new_object("types.SimpleNamespace", dict(call.arguments.keywords))


OVERLAY.constants["typing.TYPE_CHECKING"] = constant(False)
