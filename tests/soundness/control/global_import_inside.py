# observed: differs
# function: f
import tensorflow as tf

def f(x):
    global math
    import math

    return x * math.pi


a = f(tf.ones([2]))
del math
f(tf.ones([2]))
RESULT = "math" in globals()
