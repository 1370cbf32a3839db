# observed: same
# function: f
import tensorflow as tf

def f(x):
    y = x[x > 0]
    s = 0.
    for i in range(len(y)):
        s += y[i]
    return s
RESULT = [f(tf.ones([4])), f(tf.ones([3]))]
