"""What an exception says, in one line."""

from __future__ import annotations

import re

_LONGEST = 200
_RAISED = re.compile(r"^ {4}(\w*(?:Error|Exception|Warning|Interrupt|Iteration)): (.*)$", re.MULTILINE)
_NOT_COMPILABLE = re.compile(r"(\w+) \(No registered '\w+' OpKernel for XLA")


def one_line(error: BaseException) -> str:
    """Return ``"Type: message"``: the first sentence, without AutoGraph's traceback before it."""
    message = str(error)
    operations = _NOT_COMPILABLE.findall(message)
    if operations:
        return f"XLA cannot compile {', '.join(dict.fromkeys(operations))}"
    if message.startswith("in user code:"):  # a traceback, and behind it the message, indented
        raised = _RAISED.search(message)
        message = raised[2] if raised else message.strip().splitlines()[-1]
    line = next((stripped for line in message.splitlines() if (stripped := line.strip())), "")
    sentence = line if len(line) <= _LONGEST else line.partition(". ")[0]
    text = f"{type(error).__name__}: {sentence}" if sentence else type(error).__name__
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
