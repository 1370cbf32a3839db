# observed: differs
# function: f
import tensorflow as tf

queue = [1.0, 2.0, 3.0]


def f(x):
    del queue[0]
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = queue
