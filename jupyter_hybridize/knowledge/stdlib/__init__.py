"""Python's standard library."""
