"""`jpki`, the terminal twin: the same operations, printed. Never a window."""
