# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(4)
def f():
    last = None
    for v in ds:
        last = v
    return last
RESULT = [f(), f()]
