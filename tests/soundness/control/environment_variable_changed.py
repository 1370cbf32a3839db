# observed: differs
# function: f
import tensorflow as tf
import os

os.environ["SCALE_OF_TEST"] = "1.0"


def f(x):
    return x * float(os.environ["SCALE_OF_TEST"])


a = f(tf.ones([2]))
os.environ["SCALE_OF_TEST"] = "2.0"
RESULT = (a, f(tf.ones([2])))
