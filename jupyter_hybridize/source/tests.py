"""Files of tests: which they are, told by the names that test runners go by."""

from __future__ import annotations

import re
from typing import Final

CONFTEST: Final = "conftest.py"
_TEST_FILE: Final = re.compile(r"test_.*\.py|.*_test\.py")


def is_test_file(name: str) -> bool:
    """Return whether a test runner looks for tests in a file of this *name*."""
    return _TEST_FILE.fullmatch(name) is not None
