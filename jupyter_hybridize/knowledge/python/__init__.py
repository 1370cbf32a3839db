"""The Python language: builtin functions, numbers, strings and containers."""
