"""The report as the JSON object that tools read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TypeAlias

from jupyter_hybridize.results.report import (
    SCHEMA,
    FindingReport,
    FunctionReport,
    ParameterReport,
    Place,
    Report,
    UnitReport,
)

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

MIME_TYPE = "application/vnd.jupyter-hybridize.report+json"


def tool_version() -> str:
    """Return the version of this package."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("jupyter-hybridize")
    except PackageNotFoundError:
        return "unknown"


def to_payload(report: Report, *, counted: bool = False) -> dict[str, Json]:
    """Return the JSON object of *report*.

    *counted* says that its cells are numbered as the kernel counts executions: such a number is no position in a
    notebook, so ``cell`` is null and the number stands in ``count``.
    """
    return {
        "schema": SCHEMA,
        "tool": {"name": "jupyter-hybridize", "version": tool_version(), "knowledge": report.knowledge},
        "units": [_unit(unit, counted) for unit in report.units],
        "unknown_calls": dict(report.unknown_calls),
    }


def _unit(unit: UnitReport, counted: bool) -> Json:
    problems: list[Json] = [
        {**_cell(problem.cell, counted), "line": problem.line, "message": problem.message} for problem in unit.problems
    ]
    return {
        "path": unit.path,
        "kind": unit.kind,
        "order": unit.order,
        "problems": problems,
        "functions": [_function(function, unit.path, counted) for function in unit.functions],
        "ignored": unit.ignored,
    }


def _function(function: FunctionReport, path: str, counted: bool) -> Json:
    return {
        "name": function.name,
        **_cell(function.cell, counted),
        "cell_id": None if counted else function.cell_id,
        "line": function.line,
        "column": function.column,
        "end_line": function.end_line,
        "mode": function.mode,
        "safety": function.safety,
        "benefit": function.benefit,
        "action": function.action,
        "confidence": function.confidence,
        "assumes": list(function.assumes),
        "signature": function.signature,
        "signature_absence": function.signature_absence,
        "signature_reason": function.signature_reason,
        "arguments": dict(function.arguments),
        "pays": function.pays,
        "gain": asdict(function.gain) if function.gain else None,
        "parameters": [_parameter(parameter) for parameter in function.parameters],
        "facts": asdict(function.facts),
        "decorator": _decorator(function, counted),
        "findings": [_finding(finding, path, counted) for finding in function.findings],
        "digest": function.digest,
        "verification": _verification(function),
        "silenced": [_finding(finding, path, counted) for finding in function.silenced],
    }


def _parameter(parameter: ParameterReport) -> Json:
    return {
        "name": parameter.name,
        "type": parameter.type,
        "kinds": list(parameter.kinds),
        "origin": parameter.origin,
    }


def _verification(function: FunctionReport) -> Json:
    found = function.verification
    if found is None:
        return None
    return {"outcome": found.outcome, "reason": found.reason, "inputs": list(found.inputs), "seconds": found.seconds}


def _decorator(function: FunctionReport, counted: bool) -> Json:
    decorator = function.decorator
    if decorator is None:
        return None
    return {
        "text": decorator.text,
        **_cell(decorator.cell, counted),
        "line": decorator.line,
        "column": decorator.column,
        "end_line": decorator.end_line,
        "end_column": decorator.end_column,
        "arguments": dict(decorator.arguments),
    }


def _finding(finding: FindingReport, path: str, counted: bool) -> Json:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "answer": finding.answer,
        "message": finding.message,
        "advice": finding.advice,
        **_elsewhere(finding.unit, path),
        **_cell(finding.cell, counted),
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "because": [_place(place, path, counted) for place in finding.because],
        "fix": finding.fix,
    }


def _place(place: Place, path: str, counted: bool) -> Json:
    unit, cell, line, column = place
    return {**_elsewhere(unit, path), **_cell(cell, counted), "line": line, "column": column}


def _elsewhere(unit: str, path: str) -> Mapping[str, Json]:
    return {} if unit == path else {"unit": unit}


def _cell(cell: int, counted: bool) -> Mapping[str, Json]:
    if cell < 0:
        return {"cell": None}
    return {"cell": None, "count": cell} if counted else {"cell": cell}
