"""Tensor shapes, as far as they are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Dimension = int | None


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of each dimension, as far as it is known."""

    dims: tuple[Dimension, ...] | None  # None: even the rank is unknown

    @classmethod
    def of(cls, *dims: Dimension) -> Shape:
        """Return the shape with these dimensions."""
        return cls(dims)

    @property
    def rank(self) -> int | None:
        """Return the number of dimensions, None if unknown."""
        return None if self.dims is None else len(self.dims)

    @property
    def is_static(self) -> bool:
        """Return whether every size is known."""
        return self.dims is not None and None not in self.dims

    @property
    def size(self) -> int | None:
        """Return the number of elements, None if unknown."""
        if self.dims is None:
            return None
        total = 1
        for dim in self.dims:
            if dim is None:
                return None
            total *= dim
        return total

    def join(self, other: Shape) -> Shape:
        """Return the most precise shape that describes both."""
        if self.dims is None or other.dims is None or len(self.dims) != len(other.dims):
            return UNKNOWN_SHAPE
        return Shape(tuple(a if a == b else None for a, b in zip(self.dims, other.dims, strict=True)))

    def covers(self, other: Shape) -> bool:
        """Return whether every tensor of shape *other* is also of this shape (``other ⊑ self``)."""
        return self.join(other) == self

    def opened(self) -> Shape:
        """Return the shape with the same rank and no size known."""
        return self if self.dims is None else Shape((None,) * len(self.dims))

    def without(self, axes: Iterable[int], *, keep: bool = False) -> Shape:
        """Return the shape after reducing *axes* (negative ones count from the end)."""
        if self.dims is None:
            return self
        rank = len(self.dims)
        gone = {axis % rank for axis in axes} if rank else set()
        dims = [1 if index in gone else dim for index, dim in enumerate(self.dims) if keep or index not in gone]
        return Shape(tuple(dims))

    def __str__(self) -> str:
        """Return ``[2,?]``, ``[…]`` for an unknown rank and nothing for a scalar."""
        if self.dims is None:
            return "[…]"
        return "[" + ",".join("?" if dim is None else str(dim) for dim in self.dims) + "]" if self.dims else ""


UNKNOWN_SHAPE = Shape(None)
SCALAR_SHAPE = Shape(())
