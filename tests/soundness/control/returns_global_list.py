# observed: differs
# function: f
import tensorflow as tf

items = [tf.ones([2])]


def f(x):
    return items


out = f(tf.ones([2]))
out.append(tf.zeros([2]))
RESULT = items
