"""How the shipped weights are made: labelled pairs in, a checkpoint and an int8 ONNX file out."""
