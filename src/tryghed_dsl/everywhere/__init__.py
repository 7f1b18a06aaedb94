"""A spec judged in many areas at once, wherever the figures lie."""
