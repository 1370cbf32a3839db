"""The options of ``%hybridize`` and ``%%hybridize``, and the first line they stand on."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jupyter_hybridize.source.program import Order

USAGE = "usage: %%hybridize [--apply] [--order execution|document] [-v]"
FIRST_LINE = re.compile(r"\s*%%hybridize(?![\w.])(?P<line>[^\r\n]*)(?:\r\n|\r|\n)(?P<body>.*)", re.DOTALL)
TIMED = re.compile(r"\A\s*%%time[ \t]*(?:\r\n|\r|\n)(?=\s*%%)")  # may stand above, and runs its body itself


class OptionError(Exception):
    """An option that does not exist or does not fit; the message is one line."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for."""

    apply: bool = False
    order: Order = Order.EXECUTION
    verbose: bool = False


def parse_options(line: str) -> Options:
    """Return the options on *line*."""
    try:
        words = iter(shlex.split(line, comments=True))
    except ValueError as error:
        raise OptionError(f"{error}; {USAGE}") from error
    options = Options()
    for word in words:
        options = _with(options, word, words)
    return options


def _with(options: Options, word: str, words: Iterator[str]) -> Options:
    name, has_value, value = word.partition("=")
    if name == "--order":
        return replace(options, order=_order(value if has_value else next(words, "")))
    if word == "--apply":
        return replace(options, apply=True)
    if word in ("-v", "--verbose"):
        return replace(options, verbose=True)
    raise OptionError(f"unknown option {word}; {USAGE}")


def _order(value: str) -> Order:
    try:
        return Order(value)
    except ValueError:
        raise OptionError(f"--order takes execution or document; {USAGE}") from None


def split_cell(text: str) -> tuple[str, str] | None:
    """Return the option line and the body of a ``%%hybridize`` cell, or None for any other cell."""
    match = FIRST_LINE.match(TIMED.sub("", text))
    return (match["line"], match["body"]) if match and match["body"].strip() else None


def without_apply(text: str) -> str:
    """Return the cell's text with ``--apply`` taken from its first line: running it again changes nothing."""
    first, newline, rest = text.lstrip().partition("\n")
    return re.sub(r"[ \t]+--apply(?=\s|$)", "", first) + newline + rest
