"""Runs verifications and benchmarks of a kernel's functions: finds the function, its verdict and its inputs.

Nothing here knows how results are shown, nor on which thread it runs.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jupyter_hybridize.results.report import GainReport, Place, Report
from jupyter_hybridize.results.verification import Outcome
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.call_sites import call_sites
from jupyter_hybridize.surfaces.cell_places import CellPlaces
from jupyter_hybridize.surfaces.commands import BenchOptions, CommandError
from jupyter_hybridize.surfaces.foretold import foretold
from jupyter_hybridize.surfaces.replays import Replays
from jupyter_hybridize.surfaces.standing import Standing, standing
from jupyter_hybridize.surfaces.targets import Target, find_target

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from jupyter_hybridize.results.benchmark import BenchmarkResult, Progress
    from jupyter_hybridize.results.observed import Observed
    from jupyter_hybridize.results.verification import Verification
    from jupyter_hybridize.runtime.measurement.inputs import Call
    from jupyter_hybridize.runtime.verification.moments import Moments


@dataclass(frozen=True, slots=True)
class Analysis:
    """The program a kernel has run, and what the analysis says of it."""

    program: Program
    report: Report


@dataclass(frozen=True, slots=True)
class Prepared:
    """A function to try, as far as it can be found out without evaluating anything of the user's."""

    target: Target
    analysis: Analysis
    standing: Standing | None  # None: no cell defines it
    call: str  # the call to make: as given, or a real one from a cell; "" if there is none

    @property
    def name(self) -> str:
        """Return the qualified name."""
        return self.standing.report.name if self.standing else self.target.name

    @property
    def digest(self) -> str:
        """Return the digest of the definition's text; empty for a function that no cell defines."""
        return self.standing.digest if self.standing else ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Arguments that were evaluated or made up, what the call is called, and what was assumed."""

    made: Call
    call: str
    notes: tuple[str, ...] = ()


class Trials:
    """Tries the functions of one shell, one at a time."""

    def __init__(
        self,
        shell: InteractiveShell,
        analyse: Callable[..., Analysis],
        remember: Callable[[Verification], None] = lambda _: None,
        recorded: Callable[[str, str], tuple[tuple[str, Observed], ...] | None] = lambda name, digest: None,
        around: Callable[[], AbstractContextManager[None]] = contextlib.nullcontext,
    ) -> None:
        """*analyse* takes the calls that the program is to be analysed in the light of, besides what is known.

        *remember* gets each verification; *recorded* tells a function's arguments seen, by its name and digest. Every
        trial runs within a context *around*.
        """
        self.shell = shell
        self._analyse = analyse
        self._remember = remember
        self._recorded = recorded
        self._around = around
        self._replays = Replays(shell)
        self._moments: Moments | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """End what was started for later trials."""
        self._replays.close()

    def prepare(self, text: str) -> Prepared:
        """Return what *text*, a name or a call, is about; raise :class:`CommandError` where it is about nothing."""
        namespace = self.shell.user_ns
        target = find_target(text, namespace)
        analysis = self._analyse()
        call = target.call
        if not call:
            sites = call_sites(analysis.program, target.path, target.names, namespace)
            call = sites[0].text if sites else ""
        return Prepared(target, analysis, standing(target.names, analysis.report, analysis.program), call)

    def verify(
        self, text: str, timeout: float = 60.0, stop: Callable[[], bool] = lambda: False
    ) -> tuple[Verification, Prepared]:
        """Compare the function of *text* with its graph; one that is known to be unsafe is refused without a trial.

        Once *stop* says yes, raise :class:`CommandError`.
        """
        prepared = self.prepare(text)
        if prepared.standing is None:
            raise CommandError(
                f"`{prepared.target.path}` is not defined in a cell of this notebook: only those are verified"
            )
        if prepared.standing.is_refused_by_code:
            return prepared.standing.refused(), prepared
        with self._exclusively():
            result = self._verify(prepared, prepared.standing, timeout, stop)
        if stop() and result.outcome is Outcome.UNVERIFIED:
            raise CommandError(f"`{prepared.name}` was not verified: {result.reason}")
        self._remember(result)
        return result, prepared

    def benchmark(
        self,
        text: str,
        options: BenchOptions,
        progress: Callable[[Progress], None] | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> tuple[BenchmarkResult, Prepared]:
        """Time the function of *text* eagerly and as a graph."""
        prepared = self.prepare(text)
        found = prepared.standing
        if found is not None and found.report.safety == "unsafe":
            reason = found.refused().reason
            raise CommandError(f"`{prepared.name}` is not timed as a graph, which would not do the same: {reason}")
        with self._exclusively():
            return self._benchmark(prepared, options, progress, stop), prepared

    def _verify(self, prepared: Prepared, found: Standing, timeout: float, stop: Callable[[], bool]) -> Verification:
        with _runtime():
            from jupyter_hybridize.runtime.verification.moments import Moments
            from jupyter_hybridize.runtime.verification.verify import verify

            self._moments = self._moments or Moments()
            inputs = self.inputs(prepared)
            program = prepared.analysis.program
            return verify(
                inputs.made.function,
                inputs.made.args,
                inputs.made.kwargs,
                name=found.report.name,
                digest=found.digest,
                call=inputs.call,
                locate=self._replays.locator(program, self.locator(program)),
                replay=self._replays.of(program) if prepared.call else None,
                timeout=timeout,
                stop=stop,
                moments=self._moments,
            )

    def _benchmark(
        self,
        prepared: Prepared,
        options: BenchOptions,
        progress: Callable[[Progress], None] | None,
        stop: Callable[[], bool],
    ) -> BenchmarkResult:
        with _runtime():
            from jupyter_hybridize.runtime.measurement.benchmark import benchmark

            _check_signature(options.signature)
            inputs = self.inputs(prepared)
            report = prepared.standing.report if prepared.standing else None
            return benchmark(
                inputs.made.function,
                inputs.made.args,
                inputs.made.kwargs,
                name=prepared.name,
                digest=prepared.digest,
                call=inputs.call,
                signature=options.signature or (report.signature if report else None),
                variants=options.variants,
                device=options.device,
                seconds=options.seconds,
                predicted=self._foretold(prepared, inputs),
                notes=inputs.notes,
                progress=progress,
                stop=stop,
            )

    def _foretold(self, prepared: Prepared, inputs: Inputs) -> GainReport | None:
        """Return the gain foretold of these very arguments."""
        if prepared.standing is None:
            return None
        made, program = inputs.made, prepared.analysis.program
        return foretold(
            prepared.standing,
            program,
            made.function,
            made.args,
            made.kwargs,
            lambda call: self._analyse(call).report,
        )

    def inputs(self, prepared: Prepared) -> Inputs:
        """Return the arguments: of the call, evaluated once, or else made up from what is known of them."""
        from jupyter_hybridize.runtime.measurement.inputs import arguments_of

        if prepared.call:
            return Inputs(arguments_of(prepared.call, self.shell.user_ns), prepared.call)
        from jupyter_hybridize.runtime.measurement.synthesis import synthesise

        found = prepared.standing
        specs = (self._recorded(found.report.name, found.digest) or found.specs()) if found else None
        if found is None or specs is None:
            raise CommandError(
                f"no call of `{prepared.target.path}` was found that can be made again, and its arguments are not "
                f"known; give the call, as in {prepared.target.path}(…)"
            )
        made = synthesise(specs)
        note = "the arguments were made up from their types: no call was found that can be made again"
        call = f"{prepared.target.path}({', '.join(name for name, _ in specs)})"
        return Inputs(made.call(prepared.target.function, found.report.name), call, (note, *made.notes))

    def devices(self) -> tuple[str, ...]:
        """Return the processors TensorFlow can compute on; none where it is not imported."""
        if "tensorflow" not in sys.modules:
            return ()
        from jupyter_hybridize.runtime.measurement.devices import devices

        return devices()

    def locator(self, program: Program) -> Callable[[str, int], Place | None]:
        """Return what finds the user's line for a line of compiled code."""
        return CellPlaces(self.shell, {cell.index: cell.text for unit in program.units for cell in unit.cells}).locate

    @contextlib.contextmanager
    def _exclusively(self) -> Iterator[None]:
        if not self._lock.acquire(blocking=False):
            raise CommandError("another verification or benchmark is running; wait for it, or stop it")
        try:
            with self._around():
                yield
        finally:
            self._lock.release()


def _check_signature(text: str | None) -> None:
    """Raise :class:`CommandError` for a signature of the user's that cannot be read."""
    from jupyter_hybridize.runtime.measurement.input_signature import SignatureError, read_signature

    if text is not None:
        try:
            read_signature(text)
        except SignatureError as error:
            raise CommandError(f"--signature: {error}") from None


@contextlib.contextmanager
def _runtime() -> Iterator[None]:
    """Import what needs TensorFlow only where the user has it, and tell expected failures in one line."""
    if "tensorflow" not in sys.modules:
        raise CommandError("TensorFlow is not imported in this kernel, so there is no graph to compare with")
    from jupyter_hybridize.runtime.measurement.benchmark import BenchmarkError
    from jupyter_hybridize.runtime.measurement.inputs import InputError

    try:
        yield
    except (BenchmarkError, InputError) as error:
        raise CommandError(str(error)) from None
