"""The yearly status report as data: all that is said in it, in words, and nothing of its look."""
