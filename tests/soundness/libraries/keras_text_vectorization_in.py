# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

tv = keras.layers.TextVectorization(max_tokens=10, output_sequence_length=3)
tv.adapt(['a b c', 'b c d'])
def f(x):
    return tv(x)
RESULT = [f(tf.constant(['a b'])), f(tf.constant(['d d c']))]
