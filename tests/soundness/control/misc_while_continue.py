# observed: same
# function: f
import tensorflow as tf

def f(x):
    i=tf.constant(0); t=tf.constant(0.)
    while i<4:
        i+=1
        if i%2==0: continue
        t=t+1.
    return t

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
