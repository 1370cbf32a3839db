# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(x):
    with tf.GradientTape() as tape:
        y = tf.reduce_sum(tf.map_fn(lambda v: v * w, x, fn_output_signature=tf.float32)) + tf.reduce_sum(x)
    return tape.gradient(y, w)
RESULT = [f(tf.constant([1.0])) is None, f(tf.zeros([0])) is None]
