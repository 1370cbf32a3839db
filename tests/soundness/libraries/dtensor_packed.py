# observed: raises
# function: f
import tensorflow as tf
from tensorflow.experimental import dtensor
mesh = dtensor.create_mesh([("batch", 1)], devices=["CPU:0"])
layout = dtensor.Layout(["batch", dtensor.UNSHARDED], mesh)
def f(x):
    return tf.identity(dtensor.pack([x * 2.0], layout=layout))
RESULT = [f(tf.ones((2, 2))) * 1.0, f(tf.zeros((2, 2))) * 1.0]
