# observed: raises
# function: f
import tensorflow as tf
class H: pass
ds = tf.data.Dataset.range(4)
def f():
    h = H()
    for v in ds:
        h.last = v
    return h.last
RESULT = [f(), f()]
