"""Facts about this computer around the card: its service, its USB devices, its system.

Looks and never changes anything; every look takes the root of the file system from outside, so
that a test can lay another machine under it. What a fact means is said elsewhere.
"""
