"""Nearness: vectors and integer ids in; ids and scores out. Nothing here knows what a vector stands for."""
