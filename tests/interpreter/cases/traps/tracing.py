# == caught: a dtype that changes where a tensor loop breaks
def f(x):
    n = 0
    for t in x:
        if t > 0:
            n = 0.5
            break
    return x * float(n)
for _ in range(3): f(tf.ones(3))

# == caught: a dtype that changes where a tensor loop goes on
def f(x):
    n = 0
    for t in x:
        if t > 0:
            n = 0.5
            continue
        n = 1
    return x * float(n)
for _ in range(3): f(tf.ones(3))

# == safe: a break that keeps the dtype
def f(x):
    n = 0.
    for t in x:
        if t > 0:
            n = 0.5
            break
    return x * n
for _ in range(3): f(tf.ones(3))

# == caught: a dtype that changes where a tensor while breaks
def f(x):
    n = 0
    while tf.reduce_sum(x) > 0:
        x = x - 1.
        if tf.reduce_sum(x) < 3:
            n = 0.5
            break
    return x * float(n)
for _ in range(3): f(tf.ones(3))

# == caught: a Python loop whose condition becomes a tensor
def f(x):
    s = 0
    while s < 3:
        s = s + tf.reduce_sum(x)
    return x * s
f(tf.ones(3)); f(tf.ones(3))

# == caught: a name that not every branch binds
def f(x):
    if tf.reduce_sum(x) > 3:
        y = x
    elif tf.reduce_sum(x) > 2:
        y = x * 2
    return y
f(tf.ones(3)); f(tf.ones(3))

# == caught: an error of an op that is caught
def f(x):
    try:
        y = tf.debugging.check_numerics(x, 'a')
    except tf.errors.InvalidArgumentError:
        y = x
    return y * 2.
f(tf.ones(3)); f(tf.ones(3))

# == caught: an array argument
def f(x): return x.mean() * 2. + tf.reduce_sum(x)
f(np.ones(3)); f(np.ones(3))

# == caught: an array in a list argument
def f(xs): return xs[0].mean() + tf.reduce_sum(xs[0])
f([np.ones(3)]); f([np.ones(3)])

# == caught: an array in a dict argument
def f(d): return d['a'].mean() + tf.reduce_sum(d['a'])
f({'a': np.ones(3)}); f({'a': np.ones(3)})

# == caught: an array in keyword arguments
def f(**d): return d['a'].mean() + tf.reduce_sum(d['a'])
f(a=np.ones(3)); f(a=np.ones(3))

# == caught: an array in star arguments
def f(*d): return d[0].mean() + tf.reduce_sum(d[0])
f(np.ones(3)); f(np.ones(3))

# == caught: an array given for a default
def f(x, w=np.ones(3)): return x * w.mean()
f(tf.ones(3), np.ones(3)); f(tf.ones(3), np.ones(3))
