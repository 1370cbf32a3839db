"""What may follow on the line of ``%hybridize``: sub-commands, their options, and the user's functions."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING

from jupyter_hybridize.surfaces.commands import OPTIONS, USAGES
from jupyter_hybridize.surfaces.targets import function_names

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

REPORT_OPTIONS = ("--order", "--verbose")
WATCH_WORDS = ("off", "report")


def complete_line(shell: InteractiveShell, event: SimpleNamespace) -> list[str]:
    """Return the words that may stand at the cursor: IPython's hook for the lines of a magic."""
    return complete(event.text_until_cursor, shell.user_ns)


def complete(text: str, namespace: Mapping[str, object]) -> list[str]:
    """Return the words that can end *text*, the line up to the cursor."""
    words = text.split()
    word = "" if text[-1:].isspace() or not words else words[-1]
    before = words[1:] if not word else words[1:-1]
    return [each for each in _candidates(before, namespace) if each.startswith(word)]


def _candidates(before: list[str], namespace: Mapping[str, object]) -> tuple[str, ...]:
    if not before:
        return (*USAGES, *REPORT_OPTIONS)
    command = before[0]
    if command not in USAGES:
        return REPORT_OPTIONS
    if command == "watch":
        return (*(WATCH_WORDS if len(before) == 1 else ()), *function_names(namespace))
    return (*OPTIONS.get(command, ()), *function_names(namespace))
