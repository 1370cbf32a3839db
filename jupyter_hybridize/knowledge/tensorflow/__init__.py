"""TensorFlow, as far as a row of a table does not say it."""
