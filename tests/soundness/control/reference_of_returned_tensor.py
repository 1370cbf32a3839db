# observed: differs
# function: f
import tensorflow as tf
def f(x):
    return x
x = tf.ones([2])
d = {x.ref(): 1}
RESULT = [f(x).ref() in d, f(x).ref() in d]
