import collections

import tensorflow as tf

items = [1, "a", None]
reveal(items[1])  # 'a'
reveal(items[-1])  # None
reveal(len(items))  # 3
items.append(2.0)
reveal(items[3])  # 2.0
reveal(items[unknown])  # 'a' | 1 | 2.0 | None
items[0] = True
reveal(items[0])  # True
reveal(items[1:3])  # list
also = items
also.append(b"bytes")
reveal(items[4])  # b'bytes'
reveal(items.pop())  # b'bytes'
mapping = {"a": 1, "b": 2.0}
reveal(mapping["a"])  # 1
mapping["c"] = None
reveal(mapping["c"])  # None
reveal(mapping.get("d", 5))  # 5
reveal(list(mapping))  # list
for key, value in mapping.items():
    reveal(value)  # 1 | 2.0 | None
reveal("a" in mapping)  # True
mapping.update(a="new")
reveal(mapping["a"])  # 'new'
reveal({**mapping, "z": 0}["z"])  # 0
empty = []
reveal(empty)  # list
empty.append(tf.ones([2]))
reveal(empty[0])  # f32[2]
reveal((1, 2) + (3.0,))  # (1, 2, 3.0)
reveal((1, 2)[0])  # 1
reveal([1] * 3)  # list
reveal([1] + ["a"])  # list
reveal(tuple([1, 2]))  # (1, 2)
reveal(set([1, 2]))  # set
grown = []
for i in range(3):
    grown.append(tf.ones([i]))
reveal(grown[0])  # f32[?]
table = collections.defaultdict(list)
table["a"].append(1)
reveal(table["a"])  # list
nested = {"layers": [{"units": 3}]}
reveal(nested["layers"][0]["units"])  # 3
nested["layers"][0]["units"] = "three"
reveal(nested["layers"][0]["units"])  # 'three'
alias = nested["layers"]
alias[0] = {"units": 1.5}
reveal(nested["layers"][0]["units"])  # 1.5
reveal(sorted([3, 1])[0])  # 1 | 3
reveal(max([1, 2]))  # 2
reveal("a,b".split(",")[0])  # 'a'
reveal(dict(a=1)["a"])  # 1
