# observed: same
# function: f
import tensorflow as tf

def f(x):
    return [x, x * 2.0]


out = f(tf.ones([2]))
out.append(tf.zeros([2]))
RESULT = out
