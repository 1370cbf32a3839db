"""State that outlives the call, and state that does not."""

import tensorflow as tf

count = 0
history = []
settings = {"calls": 0}
seen = set()
steps = tf.Variable(0)
mean = tf.keras.metrics.Mean()


def assigns_a_global(x):
    global count
    count += 1  # HYB301
    return x


def appends_to_a_global_list(x):
    history.append(1.0)  # HYB301
    return x


def assigns_to_an_item(x):
    settings["calls"] += 1  # HYB301
    return x


def adds_to_a_set(x):
    seen.add(len(seen))  # HYB301
    return x


def note(kind):
    history.append(kind)  # HYB301


def calls_a_helper(x):
    note("call")
    return x * 2.0


def appends_under_a_tensor_condition(x):
    parts = [x]
    if tf.reduce_sum(x) > 4.0:
        parts.append(x)  # HYB301
    return x * float(len(parts))


def assigns_a_variable(x):
    steps.assign_add(1)
    return x


def updates_a_metric(x):
    mean.update_state(x)
    return mean.result()


def appends_to_a_list_of_its_own(x):
    parts = []
    parts.append(x)
    parts.extend([x, x])
    return tf.add_n(parts)


def shadows_the_global(x):
    count = 0
    count += 1
    return x * float(count)


def copies_and_changes_the_copy(x):
    own = dict(settings)
    own["rate"] = 0.5
    return x * own["rate"]


def sorts_a_copy(x):
    return x * sorted([2.0, 1.0])[0]


class Counter:
    def __init__(self):
        self.calls = 0
        self.steps = tf.Variable(0)

    def counts_in_python(self, x):
        self.calls += 1  # HYB301
        return x

    def counts_in_a_variable(self, x):
        self.steps.assign_add(1)
        return x


class Point:
    def __init__(self, x):
        self.x = x


def makes_an_object(x):
    point = Point(x)
    point.x = point.x * 2.0
    return point.x


counter = Counter()
one, two = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
RESULT = [
    [assigns_a_global(one), assigns_a_global(two)],
    [appends_to_a_global_list(one), appends_to_a_global_list(two)],
    [assigns_to_an_item(one), assigns_to_an_item(two)],
    [adds_to_a_set(one), adds_to_a_set(two)],
    [calls_a_helper(one), calls_a_helper(two)],
    [appends_under_a_tensor_condition(one), appends_under_a_tensor_condition(two)],
    [assigns_a_variable(one), assigns_a_variable(two)],
    [updates_a_metric(one), updates_a_metric(two)],
    [appends_to_a_list_of_its_own(one), appends_to_a_list_of_its_own(two)],
    [shadows_the_global(one), shadows_the_global(two)],
    [copies_and_changes_the_copy(one), copies_and_changes_the_copy(two)],
    [sorts_a_copy(one), sorts_a_copy(two)],
    [counter.counts_in_python(one), counter.counts_in_python(two)],
    [counter.counts_in_a_variable(one), counter.counts_in_a_variable(two)],
    [makes_an_object(one), makes_an_object(two)],
]
