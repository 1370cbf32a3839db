# observed: raises
# function: f
import tensorflow as tf
layers_ = [tf.keras.layers.Dense(4) for _ in range(4)]
def f(x, depth):
    for l, _ in zip(layers_, range(depth)):
        x = l(x)
    return x
RESULT = [f(tf.ones([2, 4]), d) for d in (1, 2, 3)]
