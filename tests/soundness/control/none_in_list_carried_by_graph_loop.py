# observed: raises
# function: f
import tensorflow as tf
def f(x):
    state = [None, x]
    for i in tf.range(2):
        state = [None, state[1] * 2]
    return state[1]
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
