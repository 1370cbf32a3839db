# observed: same
# function: f
import tensorflow as tf

def f(x: tf.Tensor) -> tf.Tensor:
    y: tf.Tensor = x*2.
    return y

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
