"""The table of contents: one module for each thing the program can do.

Recipes over the packages below; no Qt, no sentences, no state of their own.
"""
