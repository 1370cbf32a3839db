# observed: differs
# function: f
import tensorflow as tf

def f(x):
    with open('log.txt', 'a') as h:
        h.write('x')
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.zeros([2])), open('log.txt').read()]
