# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.reduce_sum(x ** 2)
    return tape.gradient(y, x)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
