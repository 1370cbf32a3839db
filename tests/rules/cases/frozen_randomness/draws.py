"""Draws of Python, and draws of operations."""

import random
import time

import numpy as np
import tensorflow as tf

generator = tf.random.Generator.from_seed(1)
noise = np.random.normal(size=[2]).astype("float32")
rng = np.random.default_rng(1)


def draws_with_random(x):
    return x * random.random()  # HYB304


def draws_with_numpy(x):
    return x + np.random.uniform()  # HYB304


def draws_with_a_numpy_generator(x):
    return x + rng.normal()  # HYB304


def reads_the_clock(x):
    return tf.cast(x[0] * 0.0, tf.float64) + time.perf_counter_ns()  # HYB304


def helper():
    return random.randint(0, 10**9)  # HYB304


def calls_a_helper(x):
    return x * float(helper())


def sets_the_seed(x):
    tf.random.set_seed(1)  # HYB304
    return tf.random.uniform([2]) * x


def draws_with_a_generator(x):
    return x + generator.normal([2])


def draws_with_a_stateless_operation(x):
    return x + tf.random.stateless_normal([2], seed=[1, 2])


def draws_with_a_seeded_operation(x):
    return x + tf.random.normal([2], seed=3)


def reads_a_drawn_array(x):
    return x + noise


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [draws_with_random(one), draws_with_random(one)],
    [draws_with_numpy(one), draws_with_numpy(one)],
    [draws_with_a_numpy_generator(one), draws_with_a_numpy_generator(one)],
    [reads_the_clock(one) == reads_the_clock(one)],
    [calls_a_helper(one), calls_a_helper(one)],
    [draws_with_a_generator(one), draws_with_a_generator(one)],
    [draws_with_a_stateless_operation(one), draws_with_a_stateless_operation(two)],
    [draws_with_a_seeded_operation(one), draws_with_a_seeded_operation(two)],
    [reads_a_drawn_array(one), reads_a_drawn_array(two)],
    [sets_the_seed(one), sets_the_seed(one)],
]
