# observed: differs
# function: f
import tensorflow as tf

def f(x):
    notes = []
    if tf.reduce_sum(x) > 1.0:
        notes.append(1.0)
    else:
        notes.append(2.0)
    return x * notes[0]


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
