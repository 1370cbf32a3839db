# observed: raises
# function: f
import tensorflow as tf
layers_ = [tf.keras.layers.Dense(4) for _ in range(4)]
def f(x, flag):
    if flag:
        return layers_[0](x)
    return layers_[1](x)
RESULT = [f(tf.ones([2, 4]), d) for d in (True, False)]
