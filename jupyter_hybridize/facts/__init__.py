"""What was found out about each function, as immutable facts."""
