"""Loops whose first round does what no later one does."""

import tensorflow as tf


class Lazy:
    def __init__(self):
        self.weight = None

    def get(self, x):
        if self.weight is None:
            self.weight = tf.ones([3])
        return x * self.weight


first = None
for number in (1, 2, 3):
    reveal(number)  # 1 | 2 | 3
    if first is None:
        first = tf.ones([2])
    reveal(first)  # f32[2]
reveal(first)  # f32[2]

held = None
for batch in tf.data.Dataset.from_tensor_slices([1.0, 2.0]):
    held = batch
reveal(held)  # None | f32

lazy = Lazy()
for _ in range(3):
    reveal(lazy.get(tf.ones([2, 3])))  # f32[2,3]

count = 0
while count < 3:
    count += 1
reveal(count)  # int
