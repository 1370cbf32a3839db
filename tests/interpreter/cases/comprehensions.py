import tensorflow as tf

numbers = [1, 2, 3]
reveal([n for n in numbers])  # list
reveal([str(n) for n in numbers][0])  # str
reveal({n: float(n) for n in numbers}[1])  # float
reveal({n % 2 for n in numbers})  # set
reveal(sum(n for n in numbers))  # int
reveal([n for n in (1, "a", None)][1])  # 'a'
reveal([(a, b) for a in numbers for b in "xy"][0])  # (1 | 2 | 3, 'x' | 'y')
reveal([n for n in numbers if n > 1][0])  # 1 | 2 | 3
n = "kept"
_ = [n for n in numbers]
reveal(n)  # 'kept'
reveal([row for row in tf.ones([2, 3])][0])  # f32[3]
reveal([i * x for i, x in enumerate(tf.unstack(tf.ones([2, 3])))][0])  # f32[3]
reveal([last := m for m in numbers][0])  # 1 | 2 | 3
reveal(last)  # 1 | 2 | 3
reveal(dict(zip("ab", [1.0, 2.0]))["a"])  # 1.0 | 2.0
reveal([f(1) for f in [lambda v: v, lambda v: v + 0.5]])  # list
nested = [[0.0] * 3 for _ in range(2)]
reveal(nested[0][1])  # 0.0
reveal(next(x for x in numbers))  # 1 | 2 | 3
reveal([*numbers, *"ab"][4])  # 'b'
