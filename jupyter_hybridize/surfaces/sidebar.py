"""What the sidebar asks of a kernel in which the magics are loaded: calls seen, verifications, calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_hybridize.results.evidence import Evidence, to_payload
from jupyter_hybridize.surfaces.magic import EXTENSION_KEY, HybridizeMagic

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from jupyter_hybridize.surfaces.payload import Json


class Told:
    """Evidence as a kernel shows it to a front end: JSON, which text would shorten."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def __repr__(self) -> str:
        return "evidence"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Json]:
        return {"text/plain": repr(self), "application/json": to_payload(self._evidence)}


def told(shell: InteractiveShell) -> Told | None:
    """Return what was recorded; of the names nothing, since the notebook's text need not be what was run."""
    magic = getattr(shell, EXTENSION_KEY, None)
    reporter = magic._reporter if isinstance(magic, HybridizeMagic) else None
    if reporter is None:
        return None
    live = reporter.evidence
    return Told(
        Evidence(calls=live.calls, verifications=tuple(live._verifications.values()), calibration=live.calibration)
    )
