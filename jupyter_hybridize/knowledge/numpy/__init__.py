"""NumPy: arrays, their promotion of dtypes, and what it does with tensors."""
