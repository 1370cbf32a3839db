"""What library calls cost when they run eagerly, as measured: operations, and time in multiples of reference calls."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from jupyter_hybridize.domain.work import Work
from jupyter_hybridize.knowledge.table import DATA

FILE = DATA / "costs-2.21.json"
_PLAIN = 2.5  # one operation that costs at most so many reference operations is a plain one


@dataclass(frozen=True, slots=True)
class Costs:
    """The measured calls, by canonical name; of operators, by the name of the operation."""

    rows: Mapping[str, Work]
    nearest: dict[str, tuple[str, Work] | None] = field(default_factory=dict, compare=False)  # memo, by a call's name

    @classmethod
    def load(cls) -> Costs:
        """Return the table that comes with the package."""
        raw = json.loads(FILE.read_text(encoding="utf-8"))
        units = raw["units"]
        return cls({name: _work(units, *row) for name, row in raw["rows"].items()})

    def of(self, name: str) -> Work | None:
        """Return what a call of *name* costs, None where nobody measured it."""
        return self.rows.get(name)


def unmeasured(count: float) -> Work:
    """Return what *count* operations cost that nobody measured, their gradient as that of most."""
    return Work(ops=count, plain=1.5 * count, nodes=count, traced=count, back_ops=2 * count, back_tape=1.5 * count)


def _work(units: Mapping[str, float], ops: float, seconds: float, back_ops: float, back_seconds: float) -> Work:
    is_plain = ops <= 1 and seconds <= _PLAIN * units["eager_op"]
    return Work(
        ops=ops,
        plain=seconds / units["eager_op"] if is_plain else 0.0,
        composite=0.0 if is_plain else seconds / units["eager_composite"],
        nodes=ops,
        traced=ops,
        back_ops=back_ops,
        back_tape=back_seconds / units["eager_tape"],
    )
