# observed: raises
# function: f
import tensorflow as tf

def f(x):
    kept = list(filter(lambda v: v > 0.5, [x[0], x[1]]))
    return tf.add_n(kept) if kept else x[0]


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
