"""Calls: what is called, with which arguments, and what comes back."""
