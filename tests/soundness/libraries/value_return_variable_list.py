# observed: differs
# function: f
import tensorflow as tf

vs = [tf.Variable(1.), tf.Variable(2.)]
def f(x):
    for v in vs:
        v.assign_add(x)
    return vs
a = f(tf.constant(1.))
b = f(tf.constant(1.))
RESULT = [float(a[0]), float(b[0])]
