# observed: same
# function: f
import tensorflow as tf

def f(xs, ys):
    return sum(x * y for x, y in zip(xs, ys))
RESULT = [f([tf.ones([2])] * 2, [2., 3.]), f([tf.ones([2])] * 2, [2., 3.])]
