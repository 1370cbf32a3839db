# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as t2:
        t2.watch(x)
        with tf.GradientTape() as t1:
            t1.watch(x)
            y = tf.reduce_sum(x ** 3)
        g = t1.gradient(y, x)
    return t2.gradient(g, x)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
