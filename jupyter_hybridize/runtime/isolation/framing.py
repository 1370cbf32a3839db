"""JSON messages on a pipe, each behind its length."""

from __future__ import annotations

import json
import os
import struct
from typing import Final

LENGTH: Final = struct.Struct(">Q")


def encoded(message: object) -> bytes:
    """Return *message* as it is sent."""
    content = json.dumps(message).encode()
    return LENGTH.pack(len(content)) + content


def send(descriptor: int, content: bytes) -> None:
    """Write all of *content*."""
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


class Received:
    """What has come from a pipe so far."""

    def __init__(self) -> None:
        self._content = bytearray()

    def __len__(self) -> int:
        return len(self._content)

    def read(self, descriptor: int) -> bool:
        """Take what is there, wait if there is nothing; return whether the other side is still open."""
        chunk = os.read(descriptor, 1 << 16)
        self._content += chunk
        return bool(chunk)

    @property
    def is_complete(self) -> bool:
        """Return whether a whole message has come."""
        return len(self) >= LENGTH.size and len(self) - LENGTH.size >= LENGTH.unpack_from(self._content)[0]

    def take(self) -> object:
        """Remove the first message, which must be complete, and return it."""
        end = LENGTH.size + int(LENGTH.unpack_from(self._content)[0])
        content = bytes(self._content[LENGTH.size : end])
        del self._content[:end]
        answer: object = json.loads(content)
        return answer
