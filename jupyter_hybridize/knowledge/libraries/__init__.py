"""Other libraries that notebooks use."""
