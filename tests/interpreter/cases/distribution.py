import tensorflow as tf
from tensorflow.experimental import dtensor

strategy = tf.distribute.MirroredStrategy()
dataset = tf.data.Dataset.from_tensor_slices((tf.ones([16, 3]), tf.ones([16]))).batch(4, drop_remainder=True)
iterator = iter(strategy.experimental_distribute_dataset(dataset))
held = iterator.get_next_as_optional()
reveal(held.has_value())  # bool
reveal(held.get_value()[0])  # f32[4,3]
reveal(tf.experimental.Optional.from_value([1.0, 2.0]).get_value())  # list
reveal(tf.experimental.Optional.empty(tf.TensorSpec([2], tf.int32)).get_value())  # i32[2]

coordinator = tf.distribute.coordinator.ClusterCoordinator(strategy)
per_worker = iter(coordinator.create_per_worker_dataset(lambda: dataset))


def step(batches, scale):
    x, _ = next(batches)
    reveal(x)  # f32[4,3]
    return strategy.reduce(tf.distribute.ReduceOp.SUM, strategy.run(tf.reduce_sum, args=(x * scale,)), axis=None)


reveal(coordinator.schedule(step, args=(per_worker,), kwargs={"scale": 2.0}).get())  # f32
coordinator.join()
reveal(coordinator.done())  # bool

mesh = dtensor.create_mesh([("batch", 8)], device_type="CPU")
layout = dtensor.Layout([dtensor.UNSHARDED, "batch"], mesh)
weight = dtensor.DVariable(dtensor.call_with_layout(tf.zeros, layout, shape=[3, 8]))
reveal(weight)  # var f32[3,8]
reveal(dtensor.copy_to_mesh(tf.ones([3, 8]), layout) * weight)  # f32[3,8]
reveal(dtensor.pack([tf.ones([3, 1])] * 8, layout))  # f32[…]
reveal(layout.sharding_specs)  # list
