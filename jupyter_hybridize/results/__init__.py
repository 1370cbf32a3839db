"""What the surfaces show: frozen data, no TensorFlow."""
