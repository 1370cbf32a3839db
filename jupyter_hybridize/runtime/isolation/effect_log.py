"""What a function was seen to do, while it was traced, that the graph will not do again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jupyter_hybridize.runtime.isolation.user_frames import Frame, nearest_user_frame


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing done by Python, once per trace."""

    kind: str  # printed mutated global attribute random clock file process leaked
    detail: str  # what it was done to, or with: "`history`", "`model.count`", "`time.time`", "`log.txt`"
    place: Frame | None = None  # where, when that is known


class EffectLog:
    """Collects effects in order, each once."""

    def __init__(self) -> None:
        self._effects: dict[tuple[str, str], Effect] = {}

    def add(self, kind: str, detail: str, place: Callable[[], Frame | None] = nearest_user_frame) -> None:
        """Note an effect; *place* is asked only if it is new."""
        if (kind, detail) not in self._effects:
            self._effects[kind, detail] = Effect(kind, detail, place())

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Return what was noted so far."""
        return tuple(self._effects.values())


def nowhere() -> None:
    """Be the place of an effect that is only seen afterwards."""
