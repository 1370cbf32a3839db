# observed: differs
# function: f
import tensorflow as tf

def f(x, **options):
    return x * 2.0 if isinstance(options["k"], int) else x


RESULT = (f(tf.ones([2]), k=2), f(tf.ones([2]), k=2.0))
