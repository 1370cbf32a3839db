# observed: same
# function: f
import tensorflow as tf
from tensorflow.experimental import dtensor

mesh = dtensor.create_mesh([("batch", 1)], device_type="CPU")
whole = dtensor.Layout.replicated(mesh, rank=2)
weight = dtensor.DVariable(dtensor.call_with_layout(tf.ones, whole, [3, 2]))


def f(x):
    y = tf.nn.relu(tf.matmul(x, weight)) + 1.0
    weight.assign(weight * 0.5)
    return y


one = dtensor.copy_to_mesh(tf.ones([4, 3]), whole)
RESULT = [dtensor.unpack(f(one))[0], dtensor.unpack(f(one))[0]]
del one, weight  # NumPy cannot look at what is laid out over a mesh
