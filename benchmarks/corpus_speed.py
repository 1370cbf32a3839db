"""How long one process takes for all notebooks and projects of a folder, each analysed once, and how much it holds.

    python benchmarks/corpus_speed.py FOLDER [--worst 12] [--lines 200-300]

A notebook is a program; ``.py`` files that import each other are one. It prints the processor time, the lines, the
statements interpreted and the largest memory of all together, the slowest programs, and the median and the 90th
percentile of those with so many lines. Reading the files is not counted.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order, Program
from jupyter_hybridize.source.project import read_paths


@dataclass(frozen=True, order=True)
class Cost:
    """What one program took."""

    seconds: float
    statements: int
    lines: int
    name: str

    def row(self) -> str:
        """Return a line of the table."""
        return f"{1000 * self.seconds:9.0f} ms {self.statements:8} statements {self.lines:7} lines  {self.name}"


def measured(session: Session, program: Program, answers: Counter[str]) -> Cost:
    """Return what the first analysis of *program* takes, and count its verdicts in *answers*."""
    start = time.process_time()
    report = session.update(program)
    seconds = time.process_time() - start
    answers.update(f"{f.action}/{f.confidence}" for unit in report.units for f in unit.functions)
    lines = sum(cell.text.count("\n") + 1 for unit in program.units for cell in unit.cells)
    return Cost(seconds, session.interpreted, lines, program.units[0].name)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=12)
    parser.add_argument("--lines", default="200-300")
    options = parser.parse_args()
    least, _, most = options.lines.partition("-")
    programs, problems = read_paths([options.folder], Order.DOCUMENT)
    session = Session(knowledge=Knowledge.load())
    answers: Counter[str] = Counter()
    costs = sorted((measured(session, program, answers) for program in programs), reverse=True)
    total = Cost(
        *(sum(column) for column in zip(*((c.seconds, c.statements, c.lines) for c in costs), strict=True)), ""
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{total.row()} in {len(costs)} programs, {len(problems)} unreadable; {memory:.0f} MB at most")
    print(", ".join(f"{answer} {count}" for answer, count in answers.most_common()))
    for cost in costs[: options.worst]:
        print(cost.row())
    alike = sorted(cost.seconds for cost in costs if int(least) <= cost.lines <= int(most))
    if alike:
        median, slow = statistics.median(alike), alike[len(alike) * 9 // 10]
        print(
            f"of {options.lines} lines: {len(alike)}, median {1000 * median:.0f} ms, 90 % within {1000 * slow:.0f} ms"
        )


if __name__ == "__main__":
    main()
