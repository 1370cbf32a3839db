"""A small program with one function whose predicted gain is compared with the measured one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_PREAMBLE: Final = "import keras\nimport numpy as np\nimport tensorflow as tf\n\ntf.random.set_seed(1)\n"


@dataclass(frozen=True, slots=True)
class Sample:
    """A program, the function in it that is looked at, and a call of it."""

    name: str
    source: str
    function: str
    call: str

    @property
    def analysed(self) -> str:
        """Return the program as a notebook would have it: the function is called many times."""
        return f"{self.source}\nfor _ in range(1000):\n    {self.call}\n"


def parsed(text: str) -> tuple[Sample, ...]:
    """Return the programs that *text* holds, each after a line ``# -- name: call``."""
    parts = re.split(r"^# -- (\S+): (\w+)(\(.*\))$", text, flags=re.MULTILINE)[1:]
    rows = zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True)
    return tuple(Sample(n, _PREAMBLE + text.strip("\n") + "\n", f, f + given) for n, f, given, text in rows)
