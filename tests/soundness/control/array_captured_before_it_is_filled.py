# observed: differs
# function: f
import numpy as np
import tensorflow as tf
class Holder:
    pass
holder = Holder()
def f(x):
    return x * holder.table
def run():
    table = np.ones(3, dtype=np.float32)
    holder.table = table
    first = f(tf.ones([3]))
    table[0] = 5.0
    return [first, f(tf.ones([3]))]
RESULT = run()
