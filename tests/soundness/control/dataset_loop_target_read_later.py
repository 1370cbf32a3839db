# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(4)
def f():
    for v in ds:
        pass
    return v
RESULT = [f(), f()]
