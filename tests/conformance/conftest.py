"""TensorFlow is imported as the oracle wants it, whichever test of a process comes first: quiet, and without a GPU."""

import tests.oracle.harness  # noqa: F401
