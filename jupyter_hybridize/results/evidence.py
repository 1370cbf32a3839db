"""What a running kernel tells of a program, and its JSON: a probe's answer, recorded calls, verifications."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from jupyter_hybridize.facts.calibration import Calibration
from jupyter_hybridize.results.observed import Observed, ObservedCall
from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.verification import Agreement, Check, Outcome, Verification

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

SCHEMA = 1
MOST_NAMES = 1_000
MOST_CALLS = 2_000
MOST_PARTS = 64  # of one description, of one call
LONGEST = 20_000  # characters of a text
_DEEPEST = 6
_NONE: Mapping[str, Observed] = MappingProxyType({})
_T = TypeVar("_T")


class EvidenceError(ValueError):
    """What was given as evidence cannot be read; its text is one line that says where and why."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known from a kernel. It fills what the code leaves open, and overrules nothing."""

    names: Mapping[str, Observed] = field(default_factory=lambda: _NONE)
    calls: tuple[ObservedCall, ...] = ()
    verifications: tuple[Verification, ...] = ()
    calibration: Calibration | None = None
    absent: frozenset[str] = frozenset()  # names that were asked for, and that the kernel does not bind
    same: tuple[frozenset[str], ...] = ()  # names that hold one object that can change


# -- to JSON --------------------------------------------------------------------------------------------------------


def to_payload(evidence: Evidence) -> dict[str, Json]:
    """Return the JSON object that :func:`from_payload` reads."""
    return {
        "schema": SCHEMA,
        "names": {name: observed_payload(item) for name, item in evidence.names.items()},
        "absent": [*sorted(evidence.absent)],
        "same": [[*sorted(group)] for group in evidence.same],
        "calls": [_call_payload(call) for call in evidence.calls],
        "verifications": [_verification_payload(each) for each in evidence.verifications],
        "calibration": None if evidence.calibration is None else asdict(evidence.calibration),
    }


def observed_payload(item: Observed) -> dict[str, Json]:
    """Return the JSON object of one description; what is not known is left out."""
    made: dict[str, Json] = {"kind": item.kind, "type": item.type}
    if item.dtype is not None:
        made["dtype"] = item.dtype
        made["shape"] = None if item.shape is None else [*item.shape]
    if item.built is not None:
        made["built"] = item.built
    if item.bases:
        made["bases"] = [*item.bases]
    if item.items:
        made["items"] = [observed_payload(each) for each in item.items]
    if item.keys:
        made["keys"] = [*item.keys]
    return made


def _call_payload(call: ObservedCall) -> Json:
    arguments: dict[str, Json] = {name: observed_payload(item) for name, item in call.arguments}
    return {"function": call.function, "digest": call.digest, "arguments": arguments}


def _verification_payload(item: Verification) -> Json:
    made: dict[str, Json] = {
        each.name: getattr(item, each.name)
        for each in fields(item)
        if each.name not in {"outcome", "inputs", "checks", "place"}
    }
    checks: list[Json] = [{"aspect": c.aspect, "agreement": c.agreement.value, "detail": c.detail} for c in item.checks]
    place: Json = None if item.place is None else [*item.place]
    return {**made, "outcome": item.outcome.value, "inputs": [*item.inputs], "checks": checks, "place": place}


# -- from JSON ------------------------------------------------------------------------------------------------------


def from_payload(payload: object) -> Evidence:
    """Return the evidence that *payload*, parsed JSON, holds; a probe's answer is one too.

    Raises EvidenceError on anything else, on another schema, and on more than is sensible.
    """
    whole = _object(payload, "the evidence")
    if whole.get("schema") != SCHEMA:
        raise EvidenceError(f"the evidence has schema {whole.get('schema')!r:.40}, and {SCHEMA} is read")
    names = _object(whole.get("names", {}), "names", MOST_NAMES)
    calibration = whole.get("calibration")
    return Evidence(
        {name: observed(item, f"names[{name!r:.60}]") for name, item in names.items()},
        _each(whole.get("calls"), "calls", MOST_CALLS, _call),
        _each(whole.get("verifications"), "verifications", MOST_CALLS, _verification),
        None if calibration is None else _calibration(calibration),
        frozenset(_each(whole.get("absent"), "absent", MOST_NAMES, _text)),
        tuple(map(frozenset, _each(whole.get("same"), "same", MOST_NAMES, _texts))),
    )


def observed(item: object, where: str = "the description", depth: int = _DEEPEST) -> Observed:
    """Return the description that a JSON object is of; raises EvidenceError where it is none."""
    held = _object(item, where)
    if not depth:
        raise EvidenceError(f"{where} is nested too deeply")
    built = held.get("built")
    if built is not None and not isinstance(built, bool):
        raise EvidenceError(f"{where}.built is neither true, false nor null")
    dtype, shape, bases, keys = (held.get(name) for name in ("dtype", "shape", "bases", "keys"))
    items = _observed_items(held, where, depth)
    names = _texts(keys, f"{where}.keys") if keys else ()
    if names and len(names) != len(items):
        raise EvidenceError(f"{where} has {len(names)} keys for {len(items)} items")
    return Observed(
        _text(held.get("kind"), where, ".kind"),
        _text(held.get("type"), where, ".type"),
        None if dtype is None else _text(dtype, where, ".dtype"),
        None if shape is None else _each(shape, f"{where}.shape", MOST_PARTS, _size),
        built,
        _texts(bases, f"{where}.bases") if bases else (),
        items,
        names,
    )


def _observed_items(held: Mapping[str, object], where: str, depth: int) -> tuple[Observed, ...]:
    items = held.get("items")
    if not items:
        return ()
    return _each(items, f"{where}.items", MOST_PARTS, lambda each, at: observed(each, at, depth - 1))


def _size(item: object, where: str) -> int | None:
    if item is None or (isinstance(item, int) and not isinstance(item, bool) and item >= 0):
        return item
    raise EvidenceError(f"{where} is neither a size nor null")


def _call(item: object, where: str) -> ObservedCall:
    held = _object(item, where)
    arguments = _object(held.get("arguments", {}), f"{where}.arguments", MOST_PARTS)
    return ObservedCall(
        _text(held.get("function"), f"{where}.function"),
        _text(held.get("digest"), f"{where}.digest"),
        tuple((name, observed(each, f"{where}.arguments[{name!r:.60}]")) for name, each in arguments.items()),
    )


def _verification(item: object, where: str) -> Verification:
    held = _object(item, where)
    rule = held.get("rule")
    return Verification(
        _text(held.get("function"), f"{where}.function"),
        _text(held.get("digest"), f"{where}.digest"),
        _member(Outcome, held.get("outcome"), f"{where}.outcome"),
        _text(held.get("reason", ""), f"{where}.reason"),
        _texts(held.get("inputs"), f"{where}.inputs"),
        _each(held.get("checks"), f"{where}.checks", MOST_PARTS, _check),
        None if rule is None else _text(rule, f"{where}.rule"),
        _place(held.get("place"), f"{where}.place"),
        _text(held.get("message", ""), f"{where}.message"),
        _text(held.get("advice", ""), f"{where}.advice"),
        _text(held.get("reproduction", ""), f"{where}.reproduction"),
        int(_number(held.get("traces", 0), f"{where}.traces")),
        int(_number(held.get("calls", 0), f"{where}.calls")),
        _number(held.get("seconds", 0.0), f"{where}.seconds"),
    )


def _check(item: object, where: str) -> Check:
    held = _object(item, where)
    agreement = _member(Agreement, held.get("agreement"), f"{where}.agreement")
    return Check(
        _text(held.get("aspect"), f"{where}.aspect"), agreement, _text(held.get("detail", ""), f"{where}.detail")
    )


def _place(item: object, where: str) -> Place | None:
    match item:
        case None:
            return None
        case [str(unit), int(cell), int(line), int(column)]:
            return (unit, cell, line, column)
    raise EvidenceError(f"{where} is not [unit, cell, line, column]")


def _calibration(item: object) -> Calibration:
    held = _object(item, "calibration")
    known = {each.name for each in fields(Calibration)}
    numbers = {name: _number(each, f"calibration.{name}") for name, each in held.items() if name in known}
    return Calibration(**numbers)


# -- parts of JSON --------------------------------------------------------------------------------------------------


def _object(item: object, where: str, most: int = MOST_NAMES) -> dict[str, object]:
    if not isinstance(item, dict) or not all(isinstance(key, str) for key in item):
        raise EvidenceError(f"{where} is no JSON object")
    if len(item) > most:
        raise EvidenceError(f"{where} has {len(item)} members, more than {most}")
    return item


def _each(item: object, where: str, most: int, read: Callable[[object, str], _T]) -> tuple[_T, ...]:
    if item is None:
        return ()
    if not isinstance(item, list | tuple):
        raise EvidenceError(f"{where} is no list")
    if len(item) > most:
        raise EvidenceError(f"{where} has {len(item)} entries, more than {most}")
    return tuple(read(each, f"{where}[{index}]") for index, each in enumerate(item))


def _text(item: object, where: str, part: str = "") -> str:
    if not isinstance(item, str):
        raise EvidenceError(f"{where}{part} is no text")
    if len(item) > LONGEST:
        raise EvidenceError(f"{where}{part} has {len(item)} characters, more than {LONGEST}")
    return item


def _texts(item: object, where: str) -> tuple[str, ...]:
    return _each(item, where, MOST_NAMES, _text)


def _number(item: object, where: str) -> float:
    if isinstance(item, bool) or not isinstance(item, int | float) or not math.isfinite(item) or item < 0:
        raise EvidenceError(f"{where} is no number of zero or more")
    return float(item)


def _member(kind: type[_T], item: object, where: str) -> _T:
    try:
        return kind(item)  # type: ignore[call-arg]  # an enumeration looks its member up
    except ValueError:
        raise EvidenceError(f"{where} is {item!r:.40}, which is unknown") from None
