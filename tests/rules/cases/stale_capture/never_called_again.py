"""A change that no call follows is no change."""

import tensorflow as tf

rate = 0.5
before = 1.0


def step(x):
    return x * rate


def early(x):
    return x * before


before = 2.0
RESULT = [step(tf.constant(1.0)), step(tf.constant(2.0)), early(tf.constant(1.0)), early(tf.constant(2.0))]
rate = 0.25
