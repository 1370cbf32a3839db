"""Says which names a compiled function reads, writes and mentions, without running it."""

from __future__ import annotations

import dis
import types
from collections.abc import Iterator
from dataclasses import dataclass

_LOAD_GLOBAL = frozenset({"LOAD_GLOBAL", "LOAD_NAME"})
_WRITE_GLOBAL = frozenset({"STORE_GLOBAL", "DELETE_GLOBAL"})
_LOAD_ATTRIBUTE = frozenset({"LOAD_ATTR", "LOAD_METHOD", "LOAD_SUPER_ATTR", "LOAD_SUPER_METHOD"})
_WRITE_ATTRIBUTE = frozenset({"STORE_ATTR", "DELETE_ATTR"})
_IMPORT = frozenset({"IMPORT_NAME", "IMPORT_FROM"})
_NOTHING_BETWEEN = frozenset({"CACHE", "EXTENDED_ARG", "NOP", "PRECALL"})
_DYNAMIC = frozenset(
    "getattr setattr delattr vars locals globals eval exec __dict__ attrgetter __getattribute__ __setattr__".split()
)


@dataclass(frozen=True, slots=True)
class CodeNames:
    """The names in one function's code, those of the functions and classes defined inside it included."""

    chains: frozenset[tuple[str, ...]]  # ("tf", "random", "normal"): a global, and the attributes read from it in a row
    written_globals: frozenset[str]  # assigned or deleted
    written_attributes: frozenset[str]
    mentioned: frozenset[str]  # every attribute, global and imported name, and every constant that could be one

    @property
    def is_dynamic(self) -> bool:
        """Return whether the code can reach attributes and globals that it does not name."""
        return bool(_DYNAMIC & self.mentioned)


def read_names(code: types.CodeType) -> CodeNames:
    """Return the names in *code* and in all code nested in it."""
    chains: set[tuple[str, ...]] = set()
    written_globals: set[str] = set()
    written_attributes: set[str] = set()
    mentioned: set[str] = set()
    for each in _nested(code):
        chains |= set(_chains(each))
        for step in dis.get_instructions(each):
            if step.opname in _WRITE_GLOBAL:
                written_globals.add(step.argval)
            elif step.opname in _WRITE_ATTRIBUTE:
                written_attributes.add(step.argval)
        mentioned |= set(each.co_names)
        for constant in each.co_consts:
            if type(constant) is str and constant.isidentifier():
                mentioned.add(constant)
    return CodeNames(
        chains=frozenset(chains),
        written_globals=frozenset(written_globals),
        written_attributes=frozenset(written_attributes),
        mentioned=frozenset(mentioned),
    )


def _nested(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _nested(constant)


def _chains(code: types.CodeType) -> Iterator[tuple[str, ...]]:
    chain: list[str] = []
    for step in dis.get_instructions(code):
        if step.opname in _LOAD_GLOBAL or step.opname in _IMPORT:
            if chain:
                yield tuple(chain)
            chain = str(step.argval).split(".") if step.opname == "IMPORT_NAME" else [step.argval]
        elif chain and step.opname in _LOAD_ATTRIBUTE:
            chain.append(step.argval)
        elif chain and step.opname not in _NOTHING_BETWEEN:
            yield tuple(chain)
            chain = []
    if chain:
        yield tuple(chain)
