# observed: type-only
# function: f
import os

import tensorflow as tf

os.environ["RATE"] = "2.0"


def f(x):
    return x * float(os.environ["RATE"]), os.environ["RATE"]


RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
