"""Python's statements and expressions, one construct a module."""
