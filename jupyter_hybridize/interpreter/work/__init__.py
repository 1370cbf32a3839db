"""How much a call computes."""
