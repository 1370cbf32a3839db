"""The preconditions, one module each."""
