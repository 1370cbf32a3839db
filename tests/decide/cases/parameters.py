"""Flags, defaults, keywords, receivers."""

import tensorflow as tf


def flag(x, training=False):  #: [tf.TensorSpec([2], tf.float32)]
    return x * 2.0 if training else x


def flag_given(x, training=False):  #: [tf.TensorSpec([2], tf.float32)]
    return x * 2.0 if training else x


def flag_changed(x, training=False):  #: python-value [tf.TensorSpec([2], tf.float32)]
    return x * 2.0 if training else x


def flag_always_changed(x, training=False):  #: python-value [tf.TensorSpec([2], tf.float32)]
    return x * 2.0 if training else x


def flag_of_another_type(x, n=1):  #: python-value
    return x * 2.0 if n is True else x


def flag_first(training, x):  #: python-value
    return x * 2.0 if training else x


def default_first(training=False, x=None):  #: python-value
    return x * 2.0 if training else x


def nothing(x, mask=None, name=None):  #: [tf.TensorSpec([2], tf.float32)]
    return x * 2.0 if mask is None else x * mask


def sometimes(x, mask=None):  #: sometimes-given [tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32)]
    return x * 2.0 if mask is None else x * mask


def always(x, mask=None):  #: [tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32)]
    return x * 2.0 if mask is None else x * mask


def tensor_default(x, scale=tf.constant(2.0)):  #: [tf.TensorSpec([2], tf.float32), tf.TensorSpec([], tf.float32)]
    return x * scale


def by_name(x, y):  #: [tf.TensorSpec([2], tf.float32), tf.TensorSpec([3], tf.float32)]
    return tf.reduce_sum(x) + y


def keyword_only(x, *, y):  #: keyword-only [tf.TensorSpec([2], tf.float32), tf.TensorSpec([2], tf.float32)]
    return x + y


def keyword_default(x, *, power=2.0):  #: [tf.TensorSpec([2], tf.float32)]
    return x**power


def options(x, **others):  #: keywords [tf.TensorSpec([2], tf.float32)]
    return x + others["y"]


def no_options(x, **others):  #: [tf.TensorSpec([2], tf.float32)]
    return x + float(len(others))


def rest(*xs):  #: [tf.TensorSpec([2], tf.float32), tf.TensorSpec([3], tf.float32)]
    return tf.reduce_sum(xs[0]) + xs[1]


def varying_rest(*xs):  #: variadic [tf.TensorSpec([2], tf.float32)]
    return tf.add_n(xs)


def rest_after(x, *xs):  #: variadic [tf.TensorSpec([2], tf.float32)]
    return x + 1.0


class Model:
    def __init__(self):
        self.scale = tf.Variable(2.0)

    def scaled(self, x):  #: [tf.TensorSpec([None], tf.float32)]
        return x * self.scale

    @staticmethod
    def halved(x):  #: [tf.TensorSpec([2], tf.float32)]
        return x / 2.0

    def another_receiver(this, x):  #: receiver [tf.TensorSpec([2], tf.float32)]
        return x * this.scale

    def through_class(self, x):  #: unbound [tf.TensorSpec([2], tf.float32)]
        return x * self.scale


ones = tf.ones([2])
model = Model()
RESULT = [
    flag(ones),
    flag_given(ones, False),
    flag_given(ones, training=False),
    flag_changed(ones),
    flag_changed(ones, True),
    flag_always_changed(ones, True),
    flag_of_another_type(ones, True),
    flag_first(True, ones),
    default_first(x=ones),
    nothing(ones),
    nothing(ones, None),
    sometimes(ones),
    sometimes(ones, ones),
    always(ones, ones),
    tensor_default(ones),
    tensor_default(ones, tf.constant(3.0)),
    by_name(y=tf.ones([3]), x=ones),
    keyword_only(ones, y=ones),
    keyword_default(ones),
    options(ones, y=ones),
    no_options(ones),
    rest(ones, tf.ones([3])),
    varying_rest(ones),
    varying_rest(ones, ones),
    rest_after(x=ones),
    model.scaled(ones),
    model.scaled(tf.ones([3])),
    model.halved(ones),
    model.another_receiver(ones),
    Model.through_class(model, ones),
]
