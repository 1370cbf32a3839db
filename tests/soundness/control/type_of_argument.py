# observed: differs
# function: f
import tensorflow as tf

def f(x):
    return x * 2.0 if type(x).__name__ == "EagerTensor" else x


RESULT = f(tf.ones([2]))
