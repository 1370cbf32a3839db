# observed: raises
# function: f
import tensorflow as tf
def f(t):
    x = 0.0
    for i in range(t):
        x += [1.0, 2.0, 3.0, 4.0][i]
    return x
RESULT = [f(tf.constant(2)), f(tf.constant(3))]
