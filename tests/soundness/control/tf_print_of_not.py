# observed: output-differs
# function: f
import tensorflow as tf
def f(t):
    tf.print("loss", not (t > 0))
    return t
RESULT = [f(tf.constant(1.1)), f(tf.constant(2.0))]
