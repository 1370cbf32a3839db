"""What is known of one live value: its type, dtype and shape; never its contents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Observed:
    """One value of a running kernel, described without running any of the user's code."""

    kind: str  # tensor variable array scalar string none sequence mapping function class module dataset object unknown
    type: str  # the class's qualified name: "keras.src.models.sequential.Sequential"
    dtype: str | None = None  # "float32"
    shape: tuple[int | None, ...] | None = None  # None: the rank is not known, or it has none
    built: bool | None = None  # of a Keras layer, model or optimizer
    bases: tuple[str, ...] = ()  # qualified names of the classes that its class is derived from, itself excluded
    items: tuple[Observed, ...] = ()  # of a short sequence or a dataset's element: their descriptions, in order
    keys: tuple[str, ...] = ()  # of a mapping with string keys: the names of `items`

    def __str__(self) -> str:
        """Return it as people say it: ``f32[32,10]``, or the name of its class."""
        if self.dtype is None:
            return self.type.rpartition(".")[2]
        dims = "?" if self.shape is None else ",".join("?" if size is None else str(size) for size in self.shape)
        return f"{self.dtype}[{dims}]"


@dataclass(frozen=True, slots=True)
class ObservedCall:
    """The descriptions of the arguments that one function was called with."""

    function: str  # qualified, without <locals>
    digest: str  # of the definition's text
    arguments: tuple[tuple[str, Observed], ...]  # by the parameter's name
