# observed: differs
# function: f
import tensorflow as tf
def f(t):
    x = 0
    for i in range(t):
        x += 1 if isinstance(i, int) else 2
    return x
RESULT = [f(tf.constant(2)), f(tf.constant(3))]
