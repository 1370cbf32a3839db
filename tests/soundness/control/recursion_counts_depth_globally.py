# observed: differs
# function: f
import tensorflow as tf

depth = 0


def walk(x, n):
    global depth
    depth += 1
    return x if n == 0 else walk(x * 2.0, n - 1)


def f(x):
    return walk(x, 3)


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = depth
