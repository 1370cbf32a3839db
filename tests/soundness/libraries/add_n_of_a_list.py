# observed: same
# function: f
import tensorflow as tf
def f(x): return tf.add_n([x, x])
RESULT = [f(tf.constant([1.0, 2.0])), f(tf.constant([3.0, 2.0]))]
