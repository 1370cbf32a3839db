# observed: same
# function: f
import tensorflow as tf
w = tf.Variable(3.0)
def f(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(x)
        for i in tf.range(3):
            loss += w * x
    return tape.gradient(loss, w)
RESULT = [f(tf.constant(1.0)), f(tf.constant(1.0))]
