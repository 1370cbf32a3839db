# observed: same
# function: f
import tensorflow as tf

def f(x):
    try:
        return x * 2.0
    finally:
        return x * 3.0


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
