"""How often verification is right about programs whose truth TensorFlow has told: ``verify_hazards.py FOLDER``.

FOLDER holds programs with a ``labels.json``, or programs that say in their first lines what was observed. Each program
is run in a process of its own, as it stands; before each of the first calls of its candidate, that call is verified.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import select
import signal
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.hazard_programs import Program, programs
from benchmarks.hazard_runs import run_program, two_calls

LIMIT = 90.0  # seconds for one program; more is a hang


def main() -> int:
    """Print what was caught, passed, missed, left out, changed and hung."""
    options = _options()
    _import()
    found = [p for p in programs(options.folder) if not options.only or any(word in p.name for word in options.only)]
    with tempfile.TemporaryDirectory(prefix="hazards-") as folder:
        tempfile.tempdir = folder  # that of every process to come
        end = time.monotonic() + options.seconds
        rows = [_row(program, options) for program in found[:: options.every] if time.monotonic() < end]
        tempfile.tempdir = None
    _report(rows)
    if options.json:
        Path(options.json).write_text(json.dumps(rows, indent=1))
    return 0


def _import() -> None:
    """Import what every process needs, without touching a tensor: a forked process could not run one any more."""
    import keras
    import tensorflow

    import jupyter_hybridize.runtime.verification.verify
    import tests.oracle.harness

    del keras, tensorflow, jupyter_hybridize, tests


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=(), help="parts of the names of the programs to run")
    parser.add_argument("--every", type=int, default=1, help="run only every N-th program")
    parser.add_argument("--seconds", type=float, default=3600.0, help="begin no program after that")
    parser.add_argument("--json", help="a file for everything that was found")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


def _row(program: Program, options: argparse.Namespace) -> dict[str, object]:
    """Return what was found out about one program, in processes of its own."""
    row: dict[str, object] = {"name": program.name, "observed": program.observed, "truth": program.truth}
    if program.truth == "unsafe":
        row["two calls"] = isolated(two_calls, program).get("outcome", "failed")
    row |= isolated(run_program, program)
    row["answer"] = _folded(row)
    if options.verbose or _is_wrong(row):
        print(
            f"{program.name}: {program.observed}, {row['answer']}: {row.get('reason', row.get('error', ''))}",
            flush=True,
        )
    return row


def _is_wrong(row: dict[str, object]) -> bool:
    expected = {"unsafe": "refused", "safe": "verified"}.get(str(row["truth"]))
    return (expected is not None and row["answer"] != expected) or bool(row.get("changed"))


def _folded(row: dict[str, object]) -> str:
    outcomes = [v["outcome"] for v in row.get("verifications", ())]
    if row.get("ended") == "hung":
        return "hung"
    for outcome in ("refused", "could-not-verify", "not-comparable", "verified"):
        if outcome in outcomes:
            row["reason"] = next(v["reason"] for v in row["verifications"] if v["outcome"] == outcome)
            return outcome
    return "not called"


def isolated(work, program: Program) -> dict[str, object]:
    """Return what *work* finds out about *program*, in a forked process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.setpgid(0, 0)
        _answer(work, program, writing)
    os.close(writing)
    started, received = time.monotonic(), b""
    while (left := LIMIT - (time.monotonic() - started)) > 0 and select.select([reading], [], [], left)[0]:
        chunk = os.read(reading, 1 << 16)
        if not chunk:
            break
        received += chunk
    is_hung = time.monotonic() - started >= LIMIT
    os.close(reading)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if is_hung:
        return {"ended": "hung"}
    return json.loads(received) if received else {"ended": "crashed"}


def _answer(work, program: Program, writing: int) -> None:
    try:
        answer = work(program)
    except BaseException as error:
        answer = {"ended": "failed", "error": f"{type(error).__name__}: {error}"[:400]}
    try:
        with os.fdopen(writing, "w") as pipe:
            pipe.write(json.dumps(answer))
    finally:
        os._exit(0)


def _report(rows: list[dict[str, object]]) -> None:
    left_out = [r for r in rows if r["truth"] == "unsafe" and r["two calls"] == "same"]
    asked = [r for r in rows if r not in left_out]
    print("\nLeft out: decorated and undecorated do the same in two successive calls, from where the program first")
    print(f"calls the function, with the arguments it gives then and next ({len(left_out)} programs):")
    print("  " + ", ".join(str(r["name"]) for r in left_out))
    for truth, right in (("unsafe", "refused"), ("safe", "verified"), ("other", "")):
        answers = collections.Counter(str(r["answer"]) for r in asked if r["truth"] == truth)
        total = sum(answers.values())
        share = f", {answers[right] / total:.1%} {right}" if right and total else ""
        print(f"{truth}: {total} programs{share}: {dict(answers)}")
    print(f"hung: {sum(r['answer'] == 'hung' for r in rows)}, failed: {sum('error' in r for r in rows)}")
    changed = [str(r["name"]) for r in rows if r.get("changed")]
    print(f"user state changed: {len(changed)} {changed}")
    seconds = sorted(float(v["seconds"]) for r in rows for v in r.get("verifications", ()))
    if seconds:
        print(f"{len(seconds)} verifications, median {seconds[len(seconds) // 2]:.2f} s, longest {seconds[-1]:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
