# observed: same
# function: f
import tensorflow as tf

vs = [tf.Variable(1.), tf.Variable(2.)]
def f(x):
    for i, v in enumerate(vs):
        v.assign_sub(x * i)
    return tf.stack(vs)
RESULT = [f(tf.constant(1.)), f(tf.constant(2.))]
