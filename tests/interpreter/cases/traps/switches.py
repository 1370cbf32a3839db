# == caught: functions run eagerly
tf.config.run_functions_eagerly(True)
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: tensors behave like arrays
tf.experimental.numpy.experimental_enable_numpy_behavior()
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: eager execution is off
tf.compat.v1.disable_eager_execution()
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: the second version is off
tf.compat.v1.disable_v2_behavior()
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: the first version under the usual name
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))

# == caught: a switch in a function
def setup(): tf.config.run_functions_eagerly(True)
setup()
def f(x): return tf.nn.relu(x) + 1.
for _ in range(3): f(tf.ones(3))
