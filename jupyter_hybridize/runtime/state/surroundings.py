"""All that a function can touch: what it was at one moment, and the ways back to that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any  # functions of every signature

from jupyter_hybridize.runtime.state.created_variables import CreatedVariables
from jupyter_hybridize.runtime.state.kinds import Kinds
from jupyter_hybridize.runtime.state.reach import Reach, Reached, find_reach
from jupyter_hybridize.runtime.state.snapshot import Snapshot
from jupyter_hybridize.runtime.state.snapshot_plan import Plan
from jupyter_hybridize.runtime.state.snapshot_process import keep_process
from jupyter_hybridize.runtime.state.tensorflow_context import ShadowSeeds, ThreadStacks
from jupyter_hybridize.runtime.state.value_reset import ValueReset


class Surroundings:
    """The state in reach of one function; each way back may be gone twice, so that an interrupted one is begun anew."""

    def __init__(
        self,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        also: tuple[object, ...],
    ) -> None:
        self._roots = (function, args, kwargs, also)
        self._created = CreatedVariables()
        self._kept: list[tuple[Reached, Snapshot]] = []
        self._failed: list[str] = []
        self._values: ValueReset | None = None
        self._outside: tuple[ThreadStacks, ShadowSeeds] | None = None
        self._inside: ThreadStacks | None = None

    def reach(self) -> Reach:
        """Return what is in reach now."""
        return find_reach(*self._roots)

    def take(self) -> None:
        """Keep everything, and give the trial a seed and a list of created variables of its own."""
        self._outside = ThreadStacks(), ShadowSeeds()
        reach = self.reach()
        process = Reached("process", None, Kinds().facts(None), None, None, True, True)
        self._kept = [*Plan(reach).keep(), *((process, each) for each in keep_process())]
        self._values = ValueReset(reach, self._kept)
        self._created.watch()
        self._outside[1].exchange()
        self._inside = ThreadStacks()

    def give_back(self) -> None:
        """Put everything back, the seed included."""
        if self._outside is None:
            return
        stacks, seeds = self._outside
        stacks.restore()
        self._restore()
        seeds.restore()
        self._created.clear()
        self._inside = None

    def reset(self) -> None:
        """Put everything back, and let the trial's own seed begin anew."""
        if self._outside is not None and self._inside is not None:
            self._inside.restore()
            self._restore()
            self._created.clear()
            self._outside[1].exchange()

    def reset_values(self) -> None:
        """Put values back, and leave what was built."""
        if self._outside is not None and self._inside is not None and self._values is not None:
            self._inside.restore()
            self._values.restore()
            self._created.reset()
            self._outside[1].exchange()

    def changed(self) -> tuple[str, ...]:
        """Return the paths of what is not what it was."""
        changed = [snapshot.path for _, snapshot in self._kept if snapshot.is_changed()]
        if self._outside is not None and self._inside is None and self._outside[1].is_changed():
            changed.append("tf.random.set_seed()")
        return tuple(dict.fromkeys([*changed, *self._failed]))

    def _restore(self) -> None:
        self._failed = []
        for _, snapshot in self._kept:
            try:
                snapshot.restore()
            except Exception:  # a key whose own __hash__ raises: the others still go back, and it is reported
                self._failed.append(snapshot.path)
