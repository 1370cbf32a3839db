# observed: output-differs
# function: f
import tensorflow as tf
def f(t):
    tf.print("loss", float(tf.reduce_sum(t)))
    return t
RESULT = [f(tf.constant([1.1])), f(tf.constant([2.0]))]
