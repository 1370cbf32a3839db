# observed: same
# function: f
import tensorflow as tf
def f(x): return tf.switch_case(tf.cast(x > 0, tf.int32), [lambda: x, lambda: -x])
RESULT = [f(tf.constant(1.0))]
