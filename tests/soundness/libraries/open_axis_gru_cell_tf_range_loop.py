# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

cell = keras.layers.GRUCell(3)
cell.build((None, 4))
def f(x):
    s = tf.zeros([tf.shape(x)[0], 3])
    for t in tf.range(tf.shape(x)[1]):
        y, st = cell(x[:, t], [s])
        s = st[0]
    return s
RESULT = [f(tf.ones([2, 3, 4])), f(tf.ones([1, 5, 4]))]
