# observed: same
# function: f
import tensorflow as tf

def f(x):
    state = (tf.zeros([]), tf.ones([]))
    for v in x:
        state = (state[0] + v, state[1] * v)
    return state[0] + state[1]


RESULT = (f(tf.constant([1.0, 5.0, 3.0])), f(tf.ones([3])))
