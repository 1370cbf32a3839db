# observed: raises
# function: f
import tensorflow as tf

def f(x):
    try:
        tf.debugging.assert_positive(x)
    except tf.errors.InvalidArgumentError:
        return x * 0.
    return tf.math.log(x)
RESULT = [f(tf.constant(1.)), f(tf.constant(-1.))]
