"""Tensors that are kept, and tensors that are not."""

import tensorflow as tf

kept = []
last = None
weight = tf.Variable([0.0, 0.0])
by_name = {}


def appends_it(x):
    kept.append(x * 2.0)  # HYB305
    return x


def binds_a_global(x):
    global last
    last = x * 2.0  # HYB305
    return x


def puts_it_in_a_dict(x):
    by_name["x"] = x * 2.0  # HYB305
    return x


def assigns_it(x):
    weight.assign(x * 2.0)
    return x


def appends_it_to_a_list_of_its_own(x):
    parts = []
    parts.append(x * 2.0)
    return tf.add_n(parts)


def returns_it_in_a_dict(x):
    return {"double": x * 2.0}


class Cell:
    def __init__(self):
        self.state = tf.zeros([2])
        self.held = tf.Variable([0.0, 0.0])

    def stores_it(self, x):
        self.state = x * 2.0  # HYB305
        return x

    def holds_it(self, x):
        self.held.assign(x * 2.0)
        return x

    def reads_it(self, x):
        return x + self.held


cell = Cell()
one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [appends_it(one), appends_it(two)],
    [binds_a_global(one), binds_a_global(two)],
    [puts_it_in_a_dict(one), puts_it_in_a_dict(two)],
    [assigns_it(one), assigns_it(two)],
    [appends_it_to_a_list_of_its_own(one), appends_it_to_a_list_of_its_own(two)],
    [returns_it_in_a_dict(one), returns_it_in_a_dict(two)],
    [cell.stores_it(one), cell.stores_it(two)],
    [cell.holds_it(one), cell.holds_it(two)],
    [cell.reads_it(one), cell.reads_it(two)],
]
