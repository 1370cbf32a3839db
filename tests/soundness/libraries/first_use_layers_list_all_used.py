# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

layers_ = [keras.layers.Dense(2) for _ in range(3)]
def f(x, scale):
    for l in layers_:
        x = l(x) * scale
    return x
RESULT = [f(tf.ones([1, 2]), d) for d in (1., 2., 3.)]
