# observed: same
# function: f
import tensorflow as tf

it = iter(tf.data.Dataset.range(2))
def f(x):
    return x * 2
RESULT = [f(v) for v in it]
