# observed: type-only
# function: f
import tensorflow as tf

def f(x):
    return x * 2.0, "done"


y, word = f(tf.ones([2]))
RESULT = word + "!"
