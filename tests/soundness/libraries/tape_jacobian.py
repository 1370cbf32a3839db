# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.GradientTape() as t:
        t.watch(x)
        y = x ** 2
    return t.jacobian(y, x)
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
