"""`fix` on many notebooks in one process: what it writes can be taken back, is written once, and does no harm.

    python -m tests.fuzz.roundtrip FOLDER [--signatures] [--verify-first] [--every] [--most 300] [--first 0]

It works on a copy of FOLDER. With ``--every``, functions are changed that are expected to gain little, too.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jupyter_hybridize.knowledge.api import Knowledge
from jupyter_hybridize.results.report import FunctionReport, Report
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.program import Order
from jupyter_hybridize.source.project import read_paths
from jupyter_hybridize.surfaces.checking.configuration import Configuration, Overrides
from jupyter_hybridize.surfaces.fixing import fix_paths
from tests.fuzz.verdicts import edit_faults

WORSE = {"safe": {"unknown", "unsafe"}, "unknown": {"unsafe"}, "unsafe": set()}
Functions = Mapping[tuple[str, int], FunctionReport]  # by name, and which of the definitions of that name


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which verdicts are carried out, and how."""

    signatures: bool = False
    verify_first: bool = False
    every: bool = False

    def __str__(self) -> str:
        flags = {"signatures": self.signatures, "verify-first": self.verify_first, "every": self.every}
        return " ".join(name for name, is_set in flags.items() if is_set) or "as it is"


@dataclass(slots=True)
class Tally:
    """What was seen."""

    notebooks: int = 0
    changed: int = 0
    unusable: list[str] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)
    noted: int = 0  # functions of which more is said than before, without harm
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        changes = ", ".join(f"{what} {count}" for what, count in self.verdicts.most_common())
        return (
            f"{self.notebooks} notebooks, {self.changed} changed ({changes}), {len(self.unusable)} unusable, "
            f"{len(self.faults)} with faults; of {self.noted} functions more is said than before"
        )


@cache
def knowledge() -> Knowledge:
    """Return what is known of the libraries, loaded once."""
    return Knowledge.load()


def faults_of(path: Path, wanted: Wanted, tally: Tally) -> Iterator[str]:
    """Fix the notebook, which is changed, bring it back, and yield what is wrong with that."""
    before = path.read_bytes()
    found = _functions(path, tally)
    if found is None:
        return
    tally.notebooks += 1
    names = frozenset(name for name, _ in found) if wanted.every else frozenset[str]()
    yield from _fixed(path, wanted, names)
    after = path.read_bytes()
    if after == before:
        return
    tally.changed += 1
    yield from _fixed(path, wanted, names)
    if path.read_bytes() != after:
        yield "fix again: the file changed once more"
        path.write_bytes(after)
    yield from edit_faults(path.name, before, after)
    yield from _harm(found, _functions(path, tally) or {}, tally)


def _functions(path: Path, tally: Tally) -> Functions | None:
    """Return the functions of the notebook, None where it cannot be used."""
    programs, problems = read_paths([path], Order.DOCUMENT)
    tally.unusable += [f"{problem.name}: {problem.message}" for problem in problems]
    if not programs:
        return None
    return _keyed(Session(knowledge()).update(programs[0]))


def _keyed(report: Report) -> Functions:
    seen: Counter[str] = Counter()
    keyed = {}
    for function in sorted(report.units[0].functions, key=lambda f: (f.cell, f.line, f.column)):
        keyed[function.name, seen[function.name]] = function
        seen[function.name] += 1
    return keyed


def _fixed(path: Path, wanted: Wanted, names: frozenset[str]) -> Iterator[str]:
    confidences = {"verify-first"} if wanted.verify_first else set()
    configuration = Configuration(Overrides(is_isolated=True))
    fixed = fix_paths([str(path)], configuration, confidences, names, write=True, signatures=wanted.signatures)
    yield from (f"fix: {error}" for error in fixed.errors)


def _harm(before: Functions, after: Functions, tally: Tally) -> Iterator[str]:
    if before.keys() != after.keys():
        yield f"fix: other functions: {before.keys() ^ after.keys()}"
    for key in before.keys() & after.keys():
        old, new = before[key], after[key]
        if old.mode != new.mode or old.decorator != new.decorator:
            tally.verdicts[f"{old.action}/{old.confidence}"] += (old.decorator and old.decorator.text) != (
                new.decorator and new.decorator.text
            )
        if new.safety in WORSE[old.safety]:
            yield f"fix: `{key[0]}` was {old.safety} and is {new.safety}: {_against(new)}"
        if new.confidence == "hazard" != old.confidence:
            yield f"fix: `{key[0]}` is a hazard now: {_against(new)}"
        more = _against(new).keys() - _against(old).keys()
        if harm := sorted(more - _tolerated(old, new)):
            yield f"fix: `{key[0]}` has new findings {harm}: {_against(new)}"
        tally.noted += bool(more)


def _against(function: FunctionReport) -> dict[tuple[str, str], str]:
    """Return what is found against the safety of the function, and what is not known of it."""
    return {(f.code, f.answer): f.message for f in function.findings if f.code < "HYB4" and f.answer != "note"}


def _tolerated(old: FunctionReport, new: FunctionReport) -> set[tuple[str, str]]:
    """Return what may be new: anything where a function stays unsafe, what is not known where names were not known."""
    if old.safety == "unsafe":
        return set(_against(new))
    is_dim = any(code < "HYB2" and answer == "unknown" for code, answer in _against(old))
    return {finding for finding in _against(new) if finding[1] == "unknown"} if is_dim else set()


def main() -> int:
    """Fix the notebooks of a folder and tell what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for flag in ("--signatures", "--verify-first", "--every"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--most", type=int)
    options = parser.parse_args()
    wanted, tally = Wanted(options.signatures, options.verify_first, options.every), Tally()
    with TemporaryDirectory() as place:
        copy = Path(shutil.copytree(options.folder.resolve(), Path(place) / "notebooks"))
        paths = sorted(path for path in copy.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
        chosen = paths[options.first :] if options.most is None else paths[options.first :][: options.most]
        for path in chosen:
            original = path.read_bytes()
            if faults := list(faults_of(path, wanted, tally)):
                tally.faults += [str(path.relative_to(copy))]
                print(path.relative_to(copy), *(f"  {fault}" for fault in faults), sep="\n", flush=True)
            path.write_bytes(original)
    print(*tally.unusable, tally, sep="\n")
    return len(tally.faults)


if __name__ == "__main__":
    sys.exit(main() > 0)
