"""Small programs that the tests of the surfaces share: one that is proved, and one that is wrong today."""

from __future__ import annotations

STEP = """\
import tensorflow as tf

def step(x, w):
    for _ in tf.range(100):
        x = tf.tanh(tf.matmul(x, w))
    return x
"""
CALLS = "for _ in range(1000):\n    y = step(tf.ones([8, 8]), tf.ones([8, 8]))\n"
HAZARD = """\
import tensorflow as tf

@tf.function
def loud(x):
    print("called")
    return x * 2.0

for _ in range(100):
    loud(tf.ones(3))
"""
