"""The wording of nodes, a file for each part of the grammar."""
