"""Messages between the server and its analysis processes: a small header and a body, over a pipe."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, TypeAlias

_SIZES = struct.Struct("!II")
Header: TypeAlias = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Frame:
    """One message; the body is JSON that whoever only passes it on need not read."""

    header: Header
    body: bytes


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Write the message; raises OSError when nobody is left to read it."""
    header = json.dumps(frame.header).encode()
    stream.write(_SIZES.pack(len(header), len(frame.body)))
    stream.write(header)
    stream.write(frame.body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """Return the next message, or None when there will be no other."""
    sizes = stream.read(_SIZES.size)
    if len(sizes) < _SIZES.size:
        return None
    head, body = _SIZES.unpack(sizes)
    content = stream.read(head + body)
    if len(content) < head + body:
        return None
    return Frame(json.loads(content[:head]), content[head:])
