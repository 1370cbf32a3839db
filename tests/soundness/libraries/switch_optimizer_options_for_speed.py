# observed: same
# function: shown
import tensorflow as tf

tf.config.optimizer.set_experimental_options({"constant_folding": True, "debug_stripper": False})


def shown(x):
    y = x * 2.0
    tf.print("the double is", y)
    return y + 1.0


RESULT = (shown(tf.constant(1.0)), shown(tf.constant(2.0)))
