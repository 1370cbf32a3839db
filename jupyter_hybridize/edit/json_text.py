"""JSON as text: where the values of objects and lists stand, and how a string is written.

`members` and `items` are for values found with `whole_value`, which has read all that is in it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

_SPACE = re.compile(r"[ \t\n\r]*")
_UNIT = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ESCAPED_NOT_ASCII = re.compile(r"(?<!\\)(?:\\\\)*\\u(?!00[0-7])")
_DECODER = json.JSONDecoder()


class JsonError(ValueError):
    """The text is not the JSON that was expected."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value within a text: where it starts and ends, quotes and brackets included."""

    start: int
    end: int


def whole_value(text: str) -> Value:
    """Return where the only value of *text* stands."""
    value = _value(text, _skip_space(text, 0))
    if _skip_space(text, value.end) != len(text):
        raise JsonError("something follows the value")
    return value


def members(text: str, start: int) -> dict[str, Value]:
    """Return the values of the object at *start* by their keys, no key of which may come twice."""
    found: dict[str, Value] = {}
    at = _enter(text, start, "{")
    while text[at] != "}":
        quoted = _value(text, at)
        key = str(load(text, quoted))
        if key in found:
            raise JsonError(f"the key {key!r} comes twice")
        colon = _skip_space(text, quoted.end)
        found[key] = _value(text, _skip_space(text, colon + 1))
        at = _next(text, found[key].end)
    return found


def items(text: str, start: int) -> list[Value]:
    """Return the values of the list at *start*."""
    found = []
    at = _enter(text, start, "[")
    while text[at] != "]":
        found.append(_value(text, at))
        at = _next(text, found[-1].end)
    return found


def load(text: str, value: Value) -> object:
    """Return the value itself."""
    loaded: object = json.loads(text[value.start : value.end])
    return loaded


def character_offsets(raw: str) -> list[int]:
    """Return where in *raw*, a string with its quotes, each character starts, and where the last one ends."""
    return [*(match.start() for match in _UNIT.finditer(raw, 1, len(raw) - 1)), len(raw) - 1]


def escapes_non_ascii(raw: str) -> bool | None:
    """Return whether *raw* writes characters beyond ASCII as escapes; None where it has no such character."""
    if _NOT_ASCII.search(raw):
        return False
    return True if _ESCAPED_NOT_ASCII.search(raw) else None


def encode(text: str, *, ascii_only: bool) -> str:
    """Return *text* as JSON writes it between the quotes; a lone surrogate is always escaped."""
    has_surrogate = any("\ud800" <= character <= "\udfff" for character in text)
    return json.dumps(text, ensure_ascii=ascii_only or has_surrogate)[1:-1]


def _enter(text: str, start: int, bracket: str) -> int:
    """Return where the first entry, or the closing bracket, stands."""
    if text[start] != bracket:
        raise JsonError(f"`{bracket}` expected")
    return _skip_space(text, start + 1)


def _next(text: str, end: int) -> int:
    """Return where the entry after the one that ends at *end*, or the closing bracket, stands."""
    at = _skip_space(text, end)
    return _skip_space(text, at + 1) if text[at] == "," else at


def _value(text: str, start: int) -> Value:
    try:
        _, end = _DECODER.raw_decode(text, start)
    except (json.JSONDecodeError, RecursionError) as error:
        raise JsonError("broken JSON") from error
    return Value(start, end)


def _skip_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
