# observed: raises
# function: f
import tensorflow as tf
def f(n): return tf.cond(n, lambda: tf.constant(1), lambda: tf.constant(2))
RESULT = [f(tf.constant(1))]
