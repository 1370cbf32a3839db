# observed: same
# function: f
import tensorflow as tf
import random

def f(x):
    return x + random.random()
ds = tf.data.Dataset.range(3).map(lambda v: tf.cast(v, tf.float32)).map(f)
RESULT = [v.numpy() for v in ds]
