"""One finding for one mistake: what people write out of habit, and what the language has for it.

A line that something is wrong with is written anew in ways that fit usual habits (`rules`), and
the spec is read again with each. Where that takes the errors of the line away and brings no
others, the mistake is known: it is told once, with the line that can be read, and what followed
from it is not told.
"""
