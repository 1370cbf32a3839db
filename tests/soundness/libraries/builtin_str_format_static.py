# observed: same
# function: f
import tensorflow as tf

def f(x, name):
    label = '{}_{}'.format(name, x.shape[0])
    return tf.identity(x, name=label)
RESULT = [f(tf.ones([2]), 'a'), f(tf.ones([3]), 'b')]
