# observed: same
# function: f
import tensorflow as tf
def f(x):
    p = {"x": x, "act": tf.sin}
    if x[0] > 0:
        p["x"] = x * 2
    return p["act"](p["x"])
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
