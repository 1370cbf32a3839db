import numpy as np
import tensorflow as tf


class Masked(tf.experimental.ExtensionType):
    values: tf.Tensor
    mask: tf.Tensor
    name: str = "masked"

    @property
    def size(self):
        return tf.size(self.values)

    def filled(self, other):
        return tf.where(self.mask, self.values, other)


class Weighted(Masked):
    weight: tf.Tensor = 1.0
    parts: tf.Tensor | tf.RaggedTensor = None

    def __validate__(self):
        reveal(self.weight)  # f32


class Box(tf.experimental.ExtensionType):
    low: tf.Tensor
    high: tf.Tensor

    def __init__(self, middle, size):
        self.low = middle - size
        self.high = np.ones(2) if size is None else middle + size


masked = Masked([1.0, 2.0], mask=np.array([True, False]))
reveal(masked.values)  # f32[2]
reveal(masked.mask)  # bool[2]
reveal(masked.name)  # 'masked'
reveal(masked.size)  # i32
reveal(masked.filled(0.0))  # f32[2]
weighted = Weighted([1], [True])
reveal(weighted.weight)  # f32
reveal(weighted.values)  # i32[1]
reveal(weighted.parts)  # None
box = Box(tf.ones([3]), 1.0)
reveal(box.low)  # f32[3]
reveal(masked == masked)  # ?
