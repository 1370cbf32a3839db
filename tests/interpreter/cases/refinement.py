"""What a condition tells of names and attributes."""

import random

import tensorflow as tf


class Box:
    def __init__(self, item, flag):
        self.item = item
        self.flag = flag


def chosen():
    return None if random.random() > 0.5 else tf.ones([2])


flag = random.random() > 0.5
item = chosen()
box = Box(chosen(), False if flag else True)
number = 0 if flag else 3
if number:
    reveal(number)  # 3
else:
    reveal(number)  # 0
reveal(number)  # 0 | 3
if item is None:
    item = tf.ones([2])
reveal(item)  # f32[2]
if box.item is None:
    reveal(box.item)  # None
    box.item = tf.zeros([2])
reveal(box.item)  # f32[2]
if not box.flag:
    reveal(box.flag)  # False
    box.flag = True
reveal(box.flag)  # True
boxes = [Box(chosen(), True) for _ in range(3)]
for each in boxes:
    if each.item is None:
        each.item = tf.zeros([2])
    reveal(each.item)  # None | f32[2]
