# observed: raises
# function: f
import tensorflow as tf
TABLE = {range(3): 2.0}
def f(x, r):
    return x * TABLE[r]
RESULT = f(tf.ones([2]), range(3))
