import tensorflow as tf


class Box:
    def __init__(self, value):
        self.value = value


a = Box(1)
b = a
b.value = "changed"
reveal(a.value)  # 'changed'
c = Box(2)
reveal(c.value)  # 2
boxes = [Box(i) for i in range(3)]
boxes[0].value = "text"
reveal(boxes[1].value)  # 'text' | 0 | 1 | 2


def set_value(box, value):
    box.value = value


set_value(a, tf.ones([2]))
reveal(a.value)  # f32[2]
set_value(c, None)
reveal(a.value)  # f32[2]
reveal(c.value)  # None


def fresh():
    return Box([])


first, second = fresh(), fresh()
first.value.append(1)
reveal(first.value[0])  # 1
reveal(len(second.value))  # 0
holder = {"box": a}
holder["box"].value = 7
reveal(a.value)  # 7
if len(input()):
    a.value = "maybe"
reveal(a.value)  # 'maybe' | 7
pointer = a if len(input()) else c
pointer.value = 1.5
reveal(a.value)  # 'maybe' | 1.5 | 7
reveal(c.value)  # 1.5 | None
made = None
for i in range(3):
    if made is None:
        made = Box(i)
reveal(made.value)  # 0 | 1 | 2
del a.value
chain = Box(Box(Box("deep")))
reveal(chain.value.value.value)  # 'deep'
chain.self = chain
reveal(chain.self.self.value.value.value)  # 'deep'
lists = [[]] * 2
lists[0].append(3)
reveal(lists[1][0])  # 3
