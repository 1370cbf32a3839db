# observed: type-only
# function: f
import tensorflow as tf

def f(x):
    return {'y': x * 2., 'name': 'a', 'n': 3}
r = f(tf.constant(1.))
RESULT = r['name'] + '!'
