import tensorflow as tf


def power(a, b):
    reveal(a)  # f32[?,3]
    return a**b


square = power.get_concrete_function(a=tf.TensorSpec([None, 3]), b=2)
reveal(square(tf.ones([2, 3])))  # f32[?,3]


class Scaled(tf.Module):
    def __init__(self):
        super().__init__()
        self.scale = tf.Variable(2.0)

    def grow(self, x):
        reveal(x)  # ragged f32[?,?]
        return {"grown": x * self.scale, "count": 1}


concrete = Scaled().grow.get_concrete_function(tf.RaggedTensorSpec([None, None], tf.float32))
reveal(concrete(tf.ragged.constant([[1.0], [2.0, 3.0]]))["count"])  # i32


@tf.function
def total(pair):
    return tf.reduce_sum(pair[0]) + pair[1]


spec = (tf.TensorSpec([None], tf.int64), tf.TensorSpec([], tf.int64))
reveal(total.get_concrete_function(spec)((tf.range(3, dtype=tf.int64), tf.constant(1, tf.int64))))  # i64
