"""The sub-commands of ``%hybridize``, as they are written on its line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from jupyter_hybridize.surfaces.magic_options import OptionError

USAGES = {
    "verify": "%hybridize verify NAME, or verify train_step(x, y)",
    "bench": "%hybridize bench [--seconds S] [--no-xla] [--device D] [--signature SPECS] train_step(x, y)",
    "widget": "%hybridize widget [[--verify] NAME, or train_step(x, y)]",
    "history": "%hybridize history [NAME]",
    "watch": "%hybridize watch [NAME ... | off | report]",
}
OPTIONS = MappingProxyType(
    {
        "bench": ("--seconds", "--no-xla", "--device", "--signature"),
        "verify": ("--timeout",),
        "widget": ("--verify",),
        "watch": (),
    }
)
SWITCHES = frozenset({"--no-xla", "--verify"})
LONGEST_RUN = 600.0  # seconds

_WORD = re.compile(r"[A-Za-z_]\w*(?=\s|$)")
_OPTION = re.compile(r"--[a-z][a-z-]*")
_VALUE = re.compile(
    r"""[=\s]\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<list>\[.*?\)\s*\]|\[\s*\])|(?P<word>\S+))"""
)
_NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*")


class CommandError(OptionError):
    """Something that a sub-command cannot do; the message is one line."""


@dataclass(frozen=True, slots=True)
class BenchOptions:
    """How to measure."""

    seconds: float = 5.0
    xla: bool = True
    device: str | None = None
    signature: str | None = None

    @property
    def variants(self) -> tuple[str, ...]:
        """Return the ways of running the function that are compared."""
        return ("eager", "graph", "xla") if self.xla else ("eager", "graph")


@dataclass(frozen=True, slots=True)
class Command:
    """One sub-command: its word, what it is about, and how."""

    word: str
    target: str = ""  # a name or a call
    bench: BenchOptions = field(default_factory=BenchOptions)
    timeout: float = 60.0  # seconds that a verification may take
    verifies: bool = False  # the widget is to begin with a verification

    @property
    def names(self) -> tuple[str, ...]:
        """Return the words of the target."""
        return tuple(self.target.split())


def parse_command(line: str) -> Command | None:
    """Return the sub-command on *line*, or None where there is none: options of the report, or nothing."""
    rest = line.strip()
    if not rest or rest[0] in "-#":
        return None
    found = _WORD.match(rest)
    word = found[0] if found else rest.split()[0]
    if word not in USAGES:
        raise CommandError(_unknown(word))
    command, target = _with_options(Command(word), rest[len(word) :].lstrip())
    return replace(command, target=_checked(word, target))


def _unknown(word: str) -> str:
    close = difflib.get_close_matches(word, USAGES, 1)
    hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(USAGES)}"
    return f"unknown command {word}; {hint} (without a command, `%hybridize` reports on the notebook)"


def _with_options(command: Command, rest: str) -> tuple[Command, str]:
    """Return the command with the options in front of its target, and the target."""
    while option := _OPTION.match(rest):
        name, rest = option[0], rest[option.end() :]
        if name not in OPTIONS.get(command.word, ()):
            raise CommandError(f"unknown option {name}; usage: {USAGES[command.word]}")
        value = None if name in SWITCHES else _VALUE.match(rest)
        if name not in SWITCHES and value is None:
            raise CommandError(f"{name} takes a value; usage: {USAGES[command.word]}")
        command = _SETTERS[name](command, (value[value.lastgroup or 0] or "") if value else "")
        rest = rest[value.end() if value else 0 :].lstrip()
    return command, rest


def _seconds(name: str, value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST_RUN:
        raise CommandError(f"{name} takes a number of seconds up to {LONGEST_RUN:g}, not {value}")
    return seconds


_SETTERS: Mapping[str, Callable[[Command, str], Command]] = MappingProxyType(
    {
        "--seconds": lambda c, v: replace(c, bench=replace(c.bench, seconds=_seconds("--seconds", v))),
        "--no-xla": lambda c, _: replace(c, bench=replace(c.bench, xla=False)),
        "--device": lambda c, v: replace(c, bench=replace(c.bench, device=_device(v))),
        "--signature": lambda c, v: replace(c, bench=replace(c.bench, signature=v)),
        "--verify": lambda c, _: replace(c, verifies=True),
        "--timeout": lambda c, v: replace(c, timeout=_seconds("--timeout", v)),
    }
)


def _device(value: str) -> str:
    """Return ``GPU:0`` for ``gpu``, ``gpu:0`` and ``/GPU:0``."""
    name, _, number = value.rpartition("/")[2].upper().partition(":")
    return f"{name}:{number or 0}"


def _checked(word: str, target: str) -> str:
    """Return *target* as it may be for the command *word*."""
    if word == "history":
        if target and not _NAME.fullmatch(target):
            raise CommandError(f"usage: {USAGES[word]}")
        return target
    if word == "watch":
        wrong = [name for name in target.split() if not _NAME.fullmatch(name)]
        if wrong:
            raise CommandError(f"{wrong[0]} is not a name; usage: {USAGES[word]}")
        return target
    if not target and word != "widget":
        raise CommandError(f"usage: {USAGES[word]}")
    return target.rstrip("; ")
