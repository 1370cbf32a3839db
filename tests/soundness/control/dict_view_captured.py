# observed: differs
# function: f
import tensorflow as tf
D = {'k': 1.0}
view = D.values()
def f(x):
    return x * sum(view)
a = f(tf.ones([2]))
D['k'] = 5.0
RESULT = [a, f(tf.ones([2]))]
