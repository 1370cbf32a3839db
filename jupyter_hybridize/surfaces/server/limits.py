"""What a request to the server may ask for, and what answering it may cost."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MOST_BYTES = 4 * MEGABYTE  # of a request; the cells of the largest notebook among 617 have 0.1 MB
MOST_CELLS = 5_000
MOST_RULES = 100  # of a list of rules
LONGEST_NAME = 4_096  # characters of a path, an id, a rule
LARGEST_INTEGER = 2**53  # the last one that a browser can tell from the next

MOST_MODULES = 200  # local files that one notebook imports
MOST_MODULE_BYTES = 1 * MEGABYTE
MOST_BYTES_OF_MODULES = 4 * MEGABYTE

MOST_SESSIONS = 50  # of one process
MOST_CHARACTERS = 1_500_000  # of code that the sessions of one process keep parsed, at about 50 bytes each
RETIRED_AT = 200 * MEGABYTE  # resident memory of a process beyond which another takes its place
MOST_MEMORY = 2_048 * MEGABYTE  # that a process may ever ask for

MOST_WAITING = 200  # requests that wait for one process
SECONDS = 60.0  # for one answer
GRACE = 5.0  # seconds within which a process obeys
