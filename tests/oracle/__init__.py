"""The meaning of the language once more: in exact numbers, and apart from the program's code."""
