# observed: same
# function: f
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices([3.0, 1.0, 2.0, 4.0])
def f():
    best, wait = float("inf"), 0
    for v in ds:
        if v < best:
            best = v
            wait = 0
        else:
            wait += 1
        if wait > 1: break
    return best
RESULT = [f()]
