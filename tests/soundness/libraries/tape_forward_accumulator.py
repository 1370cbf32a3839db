# observed: same
# function: f
import tensorflow as tf

def f(x):
    with tf.autodiff.ForwardAccumulator(x, tf.ones_like(x)) as acc:
        y = x ** 3
    return acc.jvp(y)
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
