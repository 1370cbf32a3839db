"""What the libraries do, as data and small overlays."""
