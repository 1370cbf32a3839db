"""Abstract values, the heap, effects, and the lattice they form."""
