"""Bytes of some format in, articles out; knows only the domain."""
