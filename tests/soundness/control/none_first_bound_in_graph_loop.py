# observed: raises
# function: f
import tensorflow as tf
def f(x):
    y = x
    for i in tf.range(2):
        y = y * 2
        aux = None
    return y if aux is None else aux
RESULT = f(tf.constant([1.0, 2.0, 3.0]))
