"""Lists and dicts that a loop makes anew in each round: what nothing holds is gone, what anything holds stays."""

import functools

import tensorflow as tf


class Box:
    def __init__(self, held=None):
        self.held = held


def first_of(items):
    items.append("last")
    return items[0]


def filled(n):
    items = []
    items.append(n)
    return items, len(items)


def count(n):
    items, length = filled(n)
    return length + len(items)


for _ in range(3):
    reveal(count(2))  # 2


def kept_by_default(items=None):
    def inner(held=items):
        return held

    return inner


def yielding():
    for n in (1, 2):
        yield [n]


for _ in range(3):
    reveal(first_of([1]))  # 1; 'last' | 1

boxes, makers, calls, tuples, given = [], [], [], [], []
for _ in range(2):
    boxes.append(Box(["a"]))
    makers.append(kept_by_default(["b"]))
    calls.append(functools.partial(first_of, ["c"]))
    tuples.append(("x", ["d"]))
    given.extend(yielding())
for box in boxes:
    reveal(box.held[0])  # 'a'; 'a' | 'other'
    box.held[0] = "other"
reveal(boxes[0].held[0])  # 'a' | 'other'
reveal(makers[0]()[0])  # 'b'
reveal(calls[1]())  # 'c' | 'last'
reveal(tuples[0][1][0])  # 'd'
tuples[0][1][0] = "e"
reveal(tuples[1][1][0])  # 'd' | 'e'
reveal(given[0][0])  # 1 | 2


def returned(flag):
    for _ in range(3):
        if flag:
            return {"k": ["v"]}
    return {"k": ["w"]}


reveal(returned(len(input()))["k"][0])  # 'v' | 'w'


class Stack:
    def __init__(self):
        self.top = None

    def push(self, item):
        self.top = [item, self.top]


stack = Stack()
for _ in range(2):
    stack.push(7)
reveal(stack.top[0])  # 7

previous = None
for _ in range(3):
    current = [1]
    if previous is not None:
        previous.append("seen")
    previous = current
reveal(current[0])  # 'seen' | 1
reveal(previous[-1])  # 'seen' | 1

bound = []
for _ in range(2):
    bound.append(["m"].index)
reveal(bound[0]("m"))  # int


@tf.function
def total(parts):
    return tf.concat([parts["a"], parts["b"]], 0)


for _ in range(2):
    reveal(total({"a": tf.ones([2]), "b": tf.zeros([3])}))  # f32[5]
