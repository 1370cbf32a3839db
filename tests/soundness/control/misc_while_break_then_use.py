# observed: same
# function: f
import tensorflow as tf

def f(x):
    i=tf.constant(0)
    while i<10:
        if tf.cast(i,tf.float32)>x[0]: break
        i+=1
    return i

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
