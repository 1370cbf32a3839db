# observed: raises
# function: f
import tensorflow as tf
def f(i): return tf.switch_case(i, [lambda: tf.constant(1), lambda: tf.constant(2)])
RESULT = [f(tf.constant(1, tf.int64))]
