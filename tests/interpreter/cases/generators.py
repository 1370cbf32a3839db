import tensorflow as tf


def count(n):
    for i in range(n):
        yield i


def pairs():
    yield 1, "a"
    yield 2, "b"


def chained():
    yield from count(3)
    yield "end"


reveal(next(count(3)))  # 0 | 1 | 2
for value in count(3):
    reveal(value)  # 0 | 1 | 2
for number, letter in pairs():
    reveal(letter)  # 'a' | 'b'
reveal(list(chained()))  # list
reveal(sorted(count(5))[0])  # int


def batches(size):
    while True:
        yield tf.ones([size, 2])


reveal(next(batches(4)))  # f32[4,2]
reveal(max(v * 0.5 for v in count(4)))  # 0.0 | 0.5 | 1.0 | 1.5


def empty():
    return
    yield


for nothing in empty():
    reveal(nothing)  # never
