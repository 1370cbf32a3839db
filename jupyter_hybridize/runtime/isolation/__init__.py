"""Trying a function where nothing of the user's can be changed: a forked child, or a process of its own."""
