"""What TensorFlow does while it traces a function, and where that is not what Python does."""
