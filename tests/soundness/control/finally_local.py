# observed: same
# function: f
import tensorflow as tf

def f(x):
    notes = []
    try:
        y = x * 2.0
    finally:
        notes.append(1.0)
    return y + notes[0]


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
