# observed: output-differs
# function: f
import tensorflow as tf

def f(x):
    best = tf.constant(0.0)
    for v in x:
        if v > 1.0:
            break
        print("seen")
        best = v
    return best


RESULT = (f(tf.constant([1.0, 2.0, 0.5])), f(tf.zeros([3])))
