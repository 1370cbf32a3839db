"""Who uses a function: those that call it, and those that hand it on; and whether TensorFlow is there at all."""

from __future__ import annotations

from jupyter_hybridize.interpreter.memory.tables import items_of
from jupyter_hybridize.interpreter.trace import CallRecord, Code, Trace

_DEFAULTED_DECORATORS = frozenset(
    {"builtins.staticmethod", "builtins.classmethod", "builtins.property", "functools.wraps", "tensorflow.function"}
)
_FRAMEWORKS = ("tensor", "keras", "tf")  # parts of the names of packages that bring TensorFlow


class Users:
    """Who hands on each function of a program."""

    def __init__(self, trace: Trace) -> None:
        """Sort what *trace* says of it."""
        self._trace = trace
        self._handings: dict[str, set[str]] = {}
        self._libraries: dict[str, set[str]] = {}
        for definition, by, library in items_of(trace.handings):
            self._handings.setdefault(definition, set()).add(by)
            self._libraries.setdefault(definition, set()).add(library)
        is_hidden = bool(items_of(trace.opaque_names)) or bool(items_of(trace.told))
        self.has_tensorflow = is_hidden or any(map(_brings_tensorflow, items_of(trace.imported)))

    def is_handed_on(self, code: Code, calls: list[CallRecord]) -> bool:
        """Return whether calls of *code* may exist that nobody sees."""
        return self._is_loose(code) or any(map(_is_from_kernel, calls))

    def is_given_away(self, code: Code) -> bool:
        """Return whether the program gives *code* to others, who may call it with anything."""
        return self._is_loose(code) or code.id in self._handings

    def _is_loose(self, code: Code) -> bool:
        if code.id in self._trace.handed_on or code.id in self._trace.library_hooks:
            return True
        return any(d not in _DEFAULTED_DECORATORS for d in self._trace.decorators.get(code.id, ()))

    def handed_by(self, code: Code, calls: list[CallRecord]) -> tuple[str, ...]:
        """Return the definitions that hand *code* on, ``""`` among them if others may use it too.

        A decorator that nobody sees into is handed it where the ``def`` stands.
        """
        known = self._handings.get(code.id, set())
        return tuple(sorted({*known, ""} if self._is_hook(code, calls) else known))

    def about(self, code: Code) -> tuple[object, ...]:
        """Return all that is sorted here about *code*."""
        return (self._handings.get(code.id), self._libraries.get(code.id), self.has_tensorflow)

    def libraries(self, code: Code) -> tuple[str, ...]:
        """Return the libraries that *code* is handed on to, ``""`` among them for what is not known."""
        return tuple(sorted(self._libraries.get(code.id, ())))

    def _is_hook(self, code: Code, calls: list[CallRecord]) -> bool:
        return code.id in self._trace.library_hooks or any(map(_is_from_kernel, calls))


def _is_from_kernel(call: CallRecord) -> bool:
    return call.is_recorded and not call.caller


def _brings_tensorflow(package: str) -> bool:
    return package.startswith(_FRAMEWORKS) or any(part in package for part in _FRAMEWORKS[:2])


def callers_of(calls: list[CallRecord]) -> tuple[str, ...]:
    """Return who is seen to call it; where nobody is, who calls it when run although nobody is seen to call them."""
    seen = {call.caller for call in calls if not call.is_guess}
    return tuple(sorted(seen or {call.caller for call in calls if call.caller}))
