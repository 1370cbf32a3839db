"""Output of Python, and output of operations."""

import logging
import time

import tensorflow as tf


def prints(x):
    print("called")  # HYB302
    return x


def logs(x):
    logging.warning("called")  # HYB302
    return x


def writes_a_file(x):
    with open("calls.txt", "a") as file:  # HYB302
        file.write("called ")  # HYB302
    return x


def report():
    print("helped")  # HYB302


def calls_a_helper(x):
    report()
    return x * 2.0


def prints_with_an_operation(x):
    tf.print("called", x)
    return x


def writes_a_file_with_an_operation(x):
    tf.io.write_file("last.txt", tf.strings.as_string(x[0]))
    return x


def formats_without_printing(x):
    text = "a{}b".format(1)
    return x * float(len(text))


def prints_only_when_asked(x, verbose):
    if verbose:
        print("verbose")
    return x


one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [prints(one), prints(two)],
    [logs(one), logs(two)],
    [writes_a_file(one), writes_a_file(two)],
    [calls_a_helper(one), calls_a_helper(two)],
    [prints_with_an_operation(one), prints_with_an_operation(two)],
    [writes_a_file_with_an_operation(one), writes_a_file_with_an_operation(two)],
    [formats_without_printing(one), formats_without_printing(two)],
    [prints_only_when_asked(one, False), prints_only_when_asked(two, False)],
]
WRITTEN = open("calls.txt").read() + open("last.txt").read()
