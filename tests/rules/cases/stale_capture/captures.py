"""Values that change after the trace, and values that do not."""

import numpy as np
import tensorflow as tf

rate = 0.5
table = np.float32([1.0, 2.0])
options = {"scale": 2.0}
weight = tf.Variable(1.0)
replaced = tf.Variable(1.0)
settled = 1.0
settled = 3.0
unrelated = 0


def activation(x):
    return tf.nn.relu(x)


def reads_a_rebound_number(x):
    return x * rate  # HYB303


def reads_an_array_changed_in_place(x):
    return x * table  # HYB303


def reads_a_changed_item(x):
    return x * options["scale"]  # HYB303


def reads_a_replaced_variable(x):
    return x * replaced  # HYB303


def calls_a_replaced_function(x):
    return activation(x)  # HYB303


def reads_an_assigned_variable(x):
    return x * weight


def reads_what_was_bound_before(x):
    return x * settled


def takes_it_as_an_argument(x, rate):
    return x * rate


def has_one_of_its_own(x):
    rate = 2.0
    return x * rate


class Scaler:
    def __init__(self, factor):
        self.factor = factor
        self.offset = 1.0

    def reads_a_changed_attribute(self, x):
        return x * self.factor  # HYB303

    def reads_an_unchanged_attribute(self, x):
        return x + self.offset


scaler = Scaler(2.0)
one = tf.constant([1.0, -2.0])


def every():
    return [
        reads_a_rebound_number(one),
        reads_an_array_changed_in_place(one),
        reads_a_changed_item(one),
        reads_a_replaced_variable(one),
        calls_a_replaced_function(one),
        reads_an_assigned_variable(one),
        reads_what_was_bound_before(one),
        takes_it_as_an_argument(one, 2.0),
        has_one_of_its_own(one),
        scaler.reads_a_changed_attribute(one),
        scaler.reads_an_unchanged_attribute(one),
    ]  # oracle: skip


first = every()
rate = 0.25
table[0] = 9.0
options["scale"] = 5.0
replaced = tf.Variable(7.0)
weight.assign(4.0)
unrelated = 1
scaler.factor = 8.0


def activation(x):  # oracle: skip
    return tf.nn.sigmoid(x)


RESULT = [first, every()]
