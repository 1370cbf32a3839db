"""What Linux tells of processes that others have started."""

from __future__ import annotations

from pathlib import Path


def children_of(process: int) -> list[int]:
    """Return the processes that the first thread of a process has started and that were not collected."""
    children = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in children.read_text(encoding="ascii").split()]


def has_ended(process: int) -> bool:
    """Return whether a process is gone, or only waits for someone else to collect it."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
