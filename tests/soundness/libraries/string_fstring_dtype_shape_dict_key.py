# observed: same
# function: f
import tensorflow as tf

cache = {'float32-1': 2., 'float32-2': 3.}
def f(x):
    return x * cache[f'{x.dtype.name}-{x.shape.rank}']
RESULT = [f(tf.ones([2])), f(tf.ones([3, 1]))]
