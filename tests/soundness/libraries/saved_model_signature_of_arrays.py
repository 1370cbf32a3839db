# observed: raises
# function: f
import tempfile

import numpy as np
import tensorflow as tf


class Scale(tf.Module):
    def __init__(self):
        self.w = tf.Variable(2.0)

    @tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32)])
    def __call__(self, x):
        return {"scaled": x * self.w, "sum": tf.reduce_sum(x)}


def stored(model):
    folder = tempfile.mkdtemp()
    tf.saved_model.save(model, folder, signatures={"serving_default": model.__call__})
    return tf.saved_model.load(folder)


loaded = stored(Scale())
infer = loaded.signatures["serving_default"]


def f(x):
    return infer(x=x)["scaled"]


RESULT = [f(np.ones([2, 3])), f(np.zeros([4, 3]))]
