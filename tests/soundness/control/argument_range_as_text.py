# observed: output-differs
# function: f
import tensorflow as tf
def f(x, r):
    tf.print(f"{r}")
    return x * 2
RESULT = f(tf.ones([2]), range(3))
