"""What the server answers when a request is not carried out."""

from __future__ import annotations

import json

from jupyter_hybridize.surfaces.server.frames import Frame


class RequestError(Exception):
    """A request that is not carried out: the HTTP status, a word for programs, and one line for people."""

    def __init__(self, status: int, reason: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.reason = reason
        self.message = message

    def frame(self) -> Frame:
        """Return the answer that tells of the error."""
        payload = {"message": self.message, "reason": self.reason}
        return Frame({"status": self.status}, json.dumps(payload).encode())


def superseded() -> RequestError:
    """Return the error of a request that a newer one replaced."""
    return RequestError(409, "superseded", "a newer request for this notebook took the place of this one")
