# observed: raises
# function: f
import tensorflow as tf
ds = tf.data.Dataset.range(4)
def f():
    h = {}
    for v in ds:
        h["last"] = v
    return h["last"]
RESULT = [f(), f()]
