# observed: differs
# function: f
import tensorflow as tf

def f(x):
    f.calls += 1
    return x * 2.0


f.calls = 0
f(tf.ones([2]))
f(tf.ones([2]))
RESULT = f.calls
