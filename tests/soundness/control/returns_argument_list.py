# observed: differs
# function: f
import tensorflow as tf

def f(x, items):
    return items


items = [tf.ones([2])]
out = f(tf.ones([2]), items)
out.append(tf.zeros([2]))
RESULT = items
