"""Transfer functions of TensorFlow's ops, one for each way that a dtype and a shape come about."""
