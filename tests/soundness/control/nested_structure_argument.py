# observed: same
# function: f
import tensorflow as tf

def f(batch):
    (a, b), options = batch
    return a * options["scale"] + b


RESULT = f(((tf.ones([2]), tf.zeros([2])), {"scale": tf.constant(2.0)}))
