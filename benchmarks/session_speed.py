"""How long one session takes to bring a notebook's report up to date: at first, and after one edit.

    python benchmarks/session_speed.py [FOLDER] [--most 20] [--repeat 3] [--cells 400]

For the longest notebooks of FOLDER (searched) and for one made up of so many cells, it prints the time of the first
analysis, the median and the 95th percentile of the times after one edit (a line at the end of the first, the middle and
the last cell; each in turn, all together), how many statements were interpreted, and the memory that the session holds.
Times are processor time. Each edit is made to the text as it was at first, which is then analysed again.
"""

from __future__ import annotations

import argparse
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import SourceError, make_unit, read_notebook
from jupyter_hybridize.source.program import Program, Unit

KINDS = (
    "def f{n}(x, y):\n    z = tf.matmul(x, y)\n    for _ in range(3):\n        z = z + tf.reduce_mean(x)\n    return z",
    "a{n} = tf.ones([{n}, 2])\nb{n} = np.zeros([2, 3])",
    "r{n} = f{f}(a{a}, b{a})\nprint(r{n}.shape)",
    "c{n} = [j * 2 for j in range({n})]\nd{n} = {{'k': c{n}}}",
)


@dataclass
class Speed:
    """What was measured of one notebook; edits by where they were made."""

    name: str
    lines: int
    cold: float = 0.0
    whole: int = 0
    edits: dict[str, list[float]] = field(default_factory=dict)
    interpreted: list[int] = field(default_factory=list)

    def row(self) -> str:
        """Return a line of the table."""
        everything = [seconds for times in self.edits.values() for seconds in times]
        parts = [f"{1000 * statistics.median(times):6.0f}" for times in self.edits.values()]
        return (
            f"{self.name[-46:]:46} {self.lines:5} {1000 * self.cold:6.0f} {' '.join(parts)} "
            f"{1000 * statistics.median(everything):6.0f} {1000 * percentile(everything, 95):6.0f} "
            f"{self.whole:7} {statistics.median(self.interpreted):7.0f}"
        )


def percentile(items: list[float], rank: int) -> float:
    """Return the smallest of *items* that so many per cent are not above."""
    return sorted(items)[max(0, -(-len(items) * rank // 100) - 1)]


def synthetic(count: int) -> Unit:
    """Return a notebook of *count* cells: functions, data, calls, and Python between them."""
    cells = [("imports", "import tensorflow as tf\nimport numpy as np", None)]
    for n in range(4, count + 3):
        text = KINDS[n % 4].format(n=n, f=n - 2, a=n - 1)
        cells.append((f"cell-{n}", text, None))
    return make_unit(f"{count} cells", cells)


def found(folder: Path, most: int) -> Iterator[Unit]:
    """Yield the longest notebooks below *folder*."""
    units = []
    for path in folder.rglob("*.ipynb"):
        try:
            units.append(read_notebook(path, path.name))
        except SourceError:
            continue
    yield from sorted(units, key=lines_of, reverse=True)[:most]


def lines_of(unit: Unit) -> int:
    """Return how many lines of code *unit* has."""
    return sum(cell.text.count("\n") + 1 for cell in unit.cells)


def edited(unit: Unit, place: int, turn: int) -> Program:
    """Return *unit* with one more line in the cell at *place*."""
    sources = [(cell.id, cell.text, cell.count) for cell in unit.cells]
    name, text, count = sources[place]
    sources[place] = (name, f"{text}\nadded_{turn} = {turn}", count)
    return Program((make_unit(unit.name, sources, indexes=[cell.index for cell in unit.cells]),))


def measured(unit: Unit, repeat: int, knowledge: Knowledge) -> Speed:
    """Return the times of *unit* at first and after edits."""
    speed = Speed(unit.name, lines_of(unit))
    session = Session(knowledge=knowledge)
    speed.cold = timed(session, Program((unit,)))
    speed.whole = session.interpreted
    for where, place in {"first": 0, "middle": len(unit.cells) // 2, "last": len(unit.cells) - 1}.items():
        times = speed.edits[where] = []
        for turn in range(repeat):
            times.append(timed(session, edited(unit, place, turn)))
            speed.interpreted.append(session.interpreted)
            session.update(Program((unit,)))
    return speed


def timed(session: Session, program: Program) -> float:
    """Return the seconds that an analysis of *program* takes."""
    start = time.process_time()
    session.update(program)
    return time.process_time() - start


def held(unit: Unit, knowledge: Knowledge) -> float:
    """Return the megabytes that a session holds after *unit* and one edit in its middle."""
    Session(knowledge=knowledge).update(Program((unit,)))
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    session = Session(knowledge=knowledge)
    session.update(Program((unit,)))
    session.update(edited(unit, len(unit.cells) // 2, 0))
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) / 1e6


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--most", type=int, default=20)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--cells", type=int, default=400)
    options = parser.parse_args()
    units = [synthetic(options.cells), *(found(options.folder, options.most) if options.folder else ())]
    knowledge = Knowledge.load()
    Session(knowledge=knowledge).update(Program((units[0],)))
    print(f"{'':46} {'':5} {'cold':>6} {'---- after one edit, ms ----':>34} {'statements':>15}")
    heads = [f"{head:>6}" for head in ("first", "middle", "last", "median", "p95")]
    print(f"{'notebook':46} {'lines':>5} {'ms':>6} {' '.join(heads)} {'all':>7} {'edit':>7}      MB")
    for unit in units:
        print(measured(unit, options.repeat, knowledge).row(), f"{held(unit, knowledge):7.1f}", flush=True)


if __name__ == "__main__":
    main()
