"""ヘルプ: the manual inside the program, its window, and the key that opens it."""
