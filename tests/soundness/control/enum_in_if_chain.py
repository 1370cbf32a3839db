# observed: same
# function: f
import tensorflow as tf
import enum


class Act(enum.Enum):
    RELU = 1
    TANH = 2


def f(x, act):
    if act == Act.RELU:
        return tf.nn.relu(x)
    elif act is Act.TANH:
        return tf.nn.tanh(x)
    raise ValueError(act)


RESULT = (f(tf.ones([2]), Act.RELU), f(tf.ones([2]), Act.TANH))
