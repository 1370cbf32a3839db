# observed: type-only
# function: f
import tensorflow as tf

def f(x):
    return x * 2.0, 1


y, index = f(tf.ones([2]))
RESULT = ["a", "b"][index]
