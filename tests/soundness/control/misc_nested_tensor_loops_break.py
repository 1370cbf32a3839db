# observed: same
# function: f
import tensorflow as tf

def f(x):
    t=tf.constant(0.)
    for v in x:
        for w in x:
            if w>v: break
            t=t+w
    return t

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
