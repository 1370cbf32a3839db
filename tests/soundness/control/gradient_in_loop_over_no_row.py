# observed: differs
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(x)
        for v in x:
            loss += w * v
    return tape.gradient(loss, w)
RESULT = [f(tf.constant([1.0, 2.0])) is None, f(tf.zeros([0])) is None]
