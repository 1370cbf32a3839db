# observed: same
# function: f
import tensorflow as tf

def f(x):
    return {'b': x, 'a': x * 2.}
RESULT = [list(f(tf.constant(1.)).items()), list(f(tf.constant(2.)).items())]
