# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

tv = keras.layers.TextVectorization(max_tokens=10, output_sequence_length=4)
tv.adapt(['a b c', 'b c d'])
def f(s):
    t = tv(s)
    return tf.ones([1, t.shape[1]])
RESULT = [f(tf.constant(['a b'])), f(tf.constant(['a b c', 'd']))]
