import tensorflow as tf


def double(x):
    return x * 2.0


def nothing():
    pass


def either(flag):
    if flag:
        return 1
    return "one"


def early(x):
    return x
    unreachable()


def some(n):
    if n > unknown_number:
        return n


reveal(double(tf.ones([2, 3])))  # f32[2,3]
reveal(double(1.5))  # 3.0
reveal(nothing())  # None
reveal(either(True))  # 1
reveal(either(False))  # 'one'
reveal(either(len(input())))  # 'one' | 1
reveal(early(3))  # 3
reveal(some(3))  # 3 | None
reveal(double)  # function double
second = double
reveal(second(2))  # 4.0
reveal((lambda a, b=2: a + b)(1))  # 3
reveal([f(3) for f in (double, lambda v: -v)])  # list
table = {"d": double, "n": nothing}
reveal(table["d"](4))  # 8.0
reveal(print("text"))  # None
