"""Keras 3, alone and as ``tf.keras``."""
