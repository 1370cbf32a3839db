"""From a request of the sidebar to the report on its notebook."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from itertools import islice

from jupyter_hybridize.results.evidence import Evidence
from jupyter_hybridize.results.report import Report
from jupyter_hybridize.session import Session
from jupyter_hybridize.source.notebook import make_unit
from jupyter_hybridize.source.program import Program
from jupyter_hybridize.surfaces.excerpt import Sources
from jupyter_hybridize.surfaces.explain import UnknownRuleError
from jupyter_hybridize.surfaces.kernel_runs import as_it_stands
from jupyter_hybridize.surfaces.names_read import names_read
from jupyter_hybridize.surfaces.payload import Json, to_payload
from jupyter_hybridize.surfaces.probe import MOST_NAMES
from jupyter_hybridize.surfaces.selection import Selection
from jupyter_hybridize.surfaces.server.errors import RequestError
from jupyter_hybridize.surfaces.server.modules import local_modules
from jupyter_hybridize.surfaces.server.requests import AnalyzeRequest
from jupyter_hybridize.surfaces.server.sessions import Sessions
from jupyter_hybridize.surfaces.view import FunctionView, view_report
from jupyter_hybridize.surfaces.wording import is_quiet


@dataclass(frozen=True, slots=True)
class Analysed:
    """A notebook as it was sent, the report on it, and a session to analyse it with edits."""

    program: Program
    report: Report
    session: Session


def analyse_request(request: AnalyzeRequest, sessions: Sessions, root: str | None) -> Analysed:
    """Analyse the notebook that was sent; *root* is the server's folder, where the contents are files."""
    selection = _selection(request)
    program = _program(request, root)
    evidence = _evidence(request, program)
    report = sessions.report(request.path, program, evidence)
    return Analysed(program, selection.apply(report), sessions.session(request.path, evidence))


def analysis_payload(request: AnalyzeRequest, analysed: Analysed) -> dict[str, Json]:
    """Return the JSON object of the report, with its words, and the names that a kernel may be asked for."""
    words = _words(analysed)
    names: list[Json] = [*islice(names_read(analysed.program), MOST_NAMES)]
    return {**to_payload(analysed.report), "sequence": request.sequence, "words": words, "names": names}


def _evidence(request: AnalyzeRequest, program: Program) -> Evidence | None:
    if request.evidence is None or request.runs is None:
        return request.evidence
    return as_it_stands(request.evidence, request.runs, program)


def _selection(request: AnalyzeRequest) -> Selection:
    try:
        return Selection.of((), request.ignored_rules)
    except UnknownRuleError as error:
        raise RequestError(400, "invalid", f"ignored_rules: {str(error)[:200]}") from None


def _program(request: AnalyzeRequest, root: str | None) -> Program:
    code = [(index, cell) for index, cell in enumerate(request.cells) if cell.type == "code"]
    sources = [(cell.id, cell.source, cell.execution_count) for _, cell in code]
    unit = make_unit(request.path, sources, indexes=[index for index, _ in code])
    modules = local_modules(unit, root, request.path)
    if modules is None:
        return Program((unit,), request.order)
    return Program((replace(unit, problems=tuple(modules.problems)),), request.order, modules.units)


def _words(analysed: Analysed) -> Json:
    """Return the report in words; the functions stand in the order of the report's."""
    view = view_report(analysed.report, Sources.of([analysed.program]))
    unit = view.units[0]
    loud, quiet = iter(unit.functions), iter(unit.quiet)
    reported = analysed.report.units[0].functions
    functions: list[Json] = [_function(next(quiet if is_quiet(each) else loud)) for each in reported]
    problems: list[Json] = [*unit.problems]
    return {"summary": view.summary, "assumes": view.assumes, "problems": problems, "functions": functions}


def _function(view: FunctionView) -> Json:
    return {**asdict(view), "reason": view.reason}
