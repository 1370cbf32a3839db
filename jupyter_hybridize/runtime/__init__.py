"""Everything that needs TensorFlow itself."""
