"""The work of a gradient: what runs back through all that a tape recorded, and how much of it a graph leaves out.

Eagerly a tape goes back through everything that the loss was made of, whatever it is asked for. A graph runs only what
some result needs. So of two tapes around a generator and a discriminator, each goes back through both models eagerly;
and the weights' part of each step back is computed even where only the gradient of an image is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from jupyter_hybridize.domain.value import Site
from jupyter_hybridize.domain.work import NOTHING, Work

_REACHED = 0.5  # of what an earlier gradient has gone back through: not every loss is made of all of it


@dataclass(slots=True)
class TapeWork:
    """What had been done when each tape began to record, when it ended, and what was gone back through."""

    began: dict[Site, Work] = field(default_factory=dict)
    ended: dict[Site, Work] = field(default_factory=dict)
    gone_back: Work = NOTHING  # what had been done at the end of the latest tape that a gradient was asked of,
    asked: Work = NOTHING  # and when it was asked
    variables: float = 0.0  # of the layers that ran under it

    def begin(self, site: Site, done: Work) -> None:
        """Let the tape record what follows."""
        if site in self.began:  # another round of a loop, which is counted by itself
            self.gone_back = self.asked = NOTHING
        self.began[site] = done
        self.ended.pop(site, None)

    def end(self, site: Site, done: Work) -> None:
        """Let the tape record no more."""
        if site in self.began:
            self.ended[site] = done

    def back(self, site: Site, done: Work, *, needs_weights: bool) -> Work:
        """Return the work of a gradient asked of the tape, now that so much is *done*."""
        start, end = self.began.get(site, NOTHING), self.ended.get(site, done)
        taped = end.since(start)
        again = NOTHING
        if site in self.ended and self.asked.ops >= end.ops:  # an earlier one that the tape did not record
            again = min(end, self.gone_back, key=lambda work: work.ops).since(start)
        self.variables, self.gone_back, self.asked = taped.variables, end, done
        once, nodes = 1.0 - _REACHED, taped.back_ops - again.back_ops
        flops, traffic = 2 * taped.flops - once * 2 * again.flops, 2 * taped.bytes - once * 2 * again.bytes
        needed = 1.0 if needs_weights else 0.5
        ops, tape = taped.back_ops - once * again.back_ops, taped.back_tape - once * again.back_tape
        return Work(
            ops=ops,
            tape=tape,
            nodes=nodes,
            traced=ops,
            flops=flops,
            bytes=traffic,
            idle_flops=flops - needed * 2 * (taped.flops - again.flops),
            idle_bytes=traffic - needed * 2 * (taped.bytes - again.bytes),
            back_ops=2 * ops,
            back_tape=2 * tape,
        )
