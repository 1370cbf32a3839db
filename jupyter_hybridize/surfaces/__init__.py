"""What people and tools see: the command line, the magics, text, HTML and JSON."""
