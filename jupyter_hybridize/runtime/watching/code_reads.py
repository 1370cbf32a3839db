"""What a function reads from outside itself, told from its bytecode: globals, closures, attributes of `self`."""

from __future__ import annotations

import dis
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

GLOBAL_LOADS = frozenset({"LOAD_GLOBAL", "LOAD_NAME"})
ATTRIBUTE_LOADS = frozenset({"LOAD_ATTR", "LOAD_METHOD"})
CONSTANT_LOADS = frozenset({"LOAD_CONST", "LOAD_SMALL_INT"})
SILENT = frozenset({"CACHE", "PUSH_NULL", "PRECALL", "EXTENDED_ARG", "RESUME", "NOP"})


class Root(enum.Enum):
    """Where the chain of a read begins."""

    GLOBAL = "global"
    CLOSURE = "closure"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class Step:
    """One link after the root: an attribute, or an item under a constant key."""

    key: str | int
    is_item: bool = False

    def __str__(self) -> str:
        """Return it as it is written in Python."""
        return f"[{self.key!r}]" if self.is_item else f".{self.key}"


@dataclass(frozen=True, slots=True)
class Read:
    """``config.rate`` or ``options["rate"]``: a root and the links followed from it."""

    root: Root
    name: str
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        """Return it as it is written in Python."""
        return self.name + "".join(map(str, self.steps))


def reads_of(code: CodeType, *, has_self: bool = False) -> tuple[Read, ...]:
    """Return what *code* and the functions defined in it read from outside, each once, in order.

    *has_self* says that its first argument is the object it is a method of. Builtins are among the globals.
    """
    own = code.co_varnames[0] if has_self and code.co_argcount else None
    if own is not None and _is_bound_anew(code, own):
        own = None
    return tuple(dict.fromkeys(_reads(code, own, frozenset(code.co_freevars))))


def _is_bound_anew(code: CodeType, name: str) -> bool:
    stores = (each for each in dis.get_instructions(code) if each.opname.startswith(("STORE_FAST", "STORE_DEREF")))
    return any(name in _names(each.argval) for each in stores)


def _names(argval: object) -> tuple[object, ...]:
    return argval if isinstance(argval, tuple) else (argval,)


def _reads(code: CodeType, own: str | None, outer: frozenset[str]) -> Iterator[Read]:
    """Yield the reads; *outer* are the variables that belong to scopes outside the function asked about."""
    instructions = [each for each in dis.get_instructions(code) if each.opname not in SILENT]
    for index, instruction in enumerate(instructions):
        root = _root(instruction, own, outer)
        steps = () if root is None else tuple(_steps(instructions, index + 1))
        if root is not None and (steps or root[0] is not Root.SELF):  # the object alone tells nothing
            yield Read(*root, steps)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            inner = own if own in constant.co_freevars else None
            yield from _reads(constant, inner, outer & frozenset(constant.co_freevars))


def _root(instruction: dis.Instruction, own: str | None, outer: frozenset[str]) -> tuple[Root, str] | None:
    names = _names(instruction.argval)  # of two loaded at once the second is the one that a link follows
    name = names[-1] if names else None  # the empty tuple is a constant
    if not isinstance(name, str):
        return None
    if instruction.opname in GLOBAL_LOADS:
        return Root.GLOBAL, name
    if name == own and instruction.opname.startswith(("LOAD_FAST", "LOAD_DEREF")):
        return Root.SELF, name
    is_free = name in outer and instruction.opname in ("LOAD_DEREF", "LOAD_CLASSDEREF")
    return (Root.CLOSURE, name) if is_free else None


def _steps(instructions: list[dis.Instruction], index: int) -> Iterator[Step]:
    while index < len(instructions):
        instruction = instructions[index]
        if instruction.opname in ATTRIBUTE_LOADS:
            yield Step(str(instruction.argval))
            index += 1
        elif _is_constant_item(instructions, index):
            yield Step(instruction.argval, is_item=True)
            index += 2
        else:
            return


def _is_constant_item(instructions: list[dis.Instruction], index: int) -> bool:
    if instructions[index].opname not in CONSTANT_LOADS or type(instructions[index].argval) not in (str, int):
        return False
    following = instructions[index + 1] if index + 1 < len(instructions) else None
    if following is None:
        return False
    return following.opname == "BINARY_SUBSCR" or (following.opname == "BINARY_OP" and following.argrepr == "[]")
