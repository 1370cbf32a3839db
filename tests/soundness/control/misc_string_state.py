# observed: same
# function: f
import tensorflow as tf

def f(x):
    mode='a'
    for v in x:
        if v>1.: mode='b'
    return x*2. if mode=='b' else x

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
