"""The outputs that stay below the widget: what it shows is gone when the kernel is, they are not."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace

from jupyter_hybridize.surfaces.benchmark_output import BenchmarkOutput
from jupyter_hybridize.surfaces.figure import BenchmarkPicture
from jupyter_hybridize.surfaces.payload import Json
from jupyter_hybridize.surfaces.result_payload import chosen
from jupyter_hybridize.surfaces.verify_output import VerificationOutput

EMPTY = "The results will stand here; below a cell, they stay when the notebook is saved."


@dataclass(frozen=True, slots=True, repr=False)
class Results:
    """The latest verification and benchmark as one output."""

    verification: VerificationOutput | None = None
    benchmark: BenchmarkOutput | None = None

    def __repr__(self) -> str:
        shown = [repr(part) for part in (self.verification, self.benchmark) if part is not None]
        return "\n\n".join(shown) or EMPTY

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        bundle: dict[str, Json] = {}
        html = []
        for part in (self.verification, self.benchmark):
            if part is not None:
                bundle |= part._repr_mimebundle_()
                html.append(str(bundle["text/html"]))
        bundle["text/plain"] = repr(self)
        bundle["text/html"] = "".join(html) or f"<p><small>{EMPTY}</small></p>"
        return chosen(bundle, include, exclude)


@dataclass(frozen=True, slots=True, repr=False)
class _Nothing:
    """An output that takes no room, until it is replaced."""

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Json]:
        return chosen({"text/plain": "", "text/html": ""}, include, exclude)


class StaticResults:
    """Two outputs, updated as results come: tables and text, and the picture."""

    def __init__(self) -> None:
        self._results = Results()
        self._ids = (uuid.uuid4().hex, uuid.uuid4().hex)

    def show(self) -> None:
        """Make the outputs, in the cell that is running."""
        from IPython.display import display

        for output, identity in zip((self._results, _Nothing()), self._ids, strict=True):
            display(output, display_id=identity)  # type: ignore[no-untyped-call]  # IPython does not annotate it

    def verified(self, output: VerificationOutput) -> None:
        """Show a verification."""
        self._results = replace(self._results, verification=output)
        _update(self._results, self._ids[0])

    def timed(self, output: BenchmarkOutput) -> None:
        """Show a benchmark, and its picture."""
        self._results = replace(self._results, benchmark=output)
        _update(self._results, self._ids[0])
        _update(BenchmarkPicture(output.result), self._ids[1])


def _update(output: object, identity: str) -> None:
    from IPython.display import update_display

    update_display(output, display_id=identity)  # type: ignore[no-untyped-call]  # IPython does not annotate it
