# observed: same
# function: f
import tensorflow as tf
def f(t):
    s = 'a'
    if t > 0:
        s = 'b'
    tf.print(s)
    return t
RESULT = [f(tf.constant(2)), f(tf.constant(-3))]
