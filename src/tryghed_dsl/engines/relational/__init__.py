"""A program as one query over a table of figures, for any number of areas."""
